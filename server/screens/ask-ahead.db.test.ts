// The first question of the patient app, asked by the browser while it still starts the app's worker.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Hono } from 'hono';
import { getAnswer } from '#api/answer.ts';
import { getMe } from '#api/me.ts';
import { mountScreens } from '#server/screens';
import { pathOf, type TestApp, testApp } from '#test/app.ts';
import { charts, type Person, people } from '#test/people.ts';

describe('what is asked ahead of a page', () => {
  const dist = mkdtempSync(join(tmpdir(), 'mooring-ahead-'));
  const page = '<html><head></head><body></body></html>';
  const screens = new Hono();
  let house: TestApp;
  before(async () => {
    house = await testApp();
    for (const folder of ['patient', 'clinic']) {
      mkdirSync(join(dist, 'web', folder), { recursive: true });
      writeFileSync(join(dist, 'web', folder, 'index.html'), page);
    }
    screens.all('/api/*', (c) => house.app.fetch(c.req.raw));
    mountScreens(screens, dist, { byHost: async () => undefined });
  });
  after(async () => {
    rmSync(dist, { recursive: true, force: true });
    await house.close();
  });

  async function ahead(person: Person | undefined, path = '/app/'): Promise<Response> {
    const cookie = person === undefined ? {} : { cookie: await house.cookieOf(person) };
    return await screens.request(path, {
      headers: { 'service-worker-navigation-preload': 'true', host: 'localhost:4000', ...cookie },
    });
  }

  test('is who is here and what now, word for word as the app would hear it, and is kept nowhere', async () => {
    const answered = await ahead(people.ana);
    assert.equal(answered.headers.get('cache-control'), 'no-store');
    const told = (await answered.json()) as Record<string, string>;
    const answerPath = pathOf(getAnswer, { patientId: charts.ana.patientId });
    assert.deepEqual(Object.keys(told), [getMe.path, answerPath]);
    assert.equal(told[getMe.path], (await house.call(people.ana, getMe)).text);
    const params = { patientId: charts.ana.patientId };
    assert.equal(told[answerPath], (await house.call(people.ana, getAnswer, { params })).text);
  });

  test('is only who is here for someone who is nobody’s patient', async () => {
    const told = (await (await ahead(people.maria)).json()) as Record<string, string>;
    assert.deepEqual(Object.keys(told), [getMe.path]);
  });

  test('is nothing for a stranger', async () => {
    const answered = await ahead(undefined);
    assert.equal(answered.status, 204);
    assert.equal(await answered.text(), '');
  });

  test('goes ahead of no other app, and a page asked for without a worker is the page', async () => {
    assert.equal(await (await ahead(people.maria, '/clinic/')).text(), page);
    assert.equal(await (await screens.request('/app/')).text(), page);
  });
});
