// The house as a whole: what every answer carries, and what never leaves it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { pathOf, type TestApp, testApp } from '#test/app.ts';
import { cast, charts, type Person, people } from '#test/people.ts';
import { sample, textPaths, withAt } from '#test/sample.ts';

describe('every answer', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  test('allows nothing foreign, nothing inline, no framing and no guessing of types', async () => {
    for (const path of [
      '/api/health',
      '/api/clinic',
      '/api/me',
      '/api/nothing',
      '/',
      '/nothing',
      '/ask',
      '/assets/nothing.js',
    ]) {
      const { headers } = await house.send(undefined, { method: 'GET', path });
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'/, path);
      assert.match(policy, /frame-ancestors 'none'/, path);
      assert.match(policy, /require-trusted-types-for 'script'/, path);
      assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|https?:|\*/, path);
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
      assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin', path);
      assert.match(headers.get('strict-transport-security') ?? '', /max-age=31536000/, path);
      assert.equal(headers.get('access-control-allow-origin'), null, path);
    }
  });

  test('of the record is kept by no cache on the way', async () => {
    for (const person of [undefined, people.maria, people.tom]) {
      const { headers } = await house.send(person, {
        method: 'GET',
        path: `/api/patients/${charts.ana.patientId}/chart`,
      });
      assert.equal(headers.get('cache-control'), 'no-store');
    }
  });

  test('outside a demonstration there is no demonstration', async () => {
    assert.equal((await house.send(undefined, { method: 'GET', path: '/demo' })).status, 404);
    for (const path of ['/demo/enter', '/demo/play']) {
      const told = await house.send(undefined, {
        method: 'POST',
        path,
        body: `accountId=${people.maria.id}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      assert.equal(told.status, 404, path);
      assert.equal(told.headers.get('set-cookie'), null);
    }
  });
});

describe('too many requests', () => {
  test('are told how long to wait, each person for themselves, and a room is never starved by a flood elsewhere', async () => {
    const house = await testApp({ budgetScale: 0.01 });
    try {
      const call = (person: Person) => house.send(person, { method: 'GET', path: '/api/me' });
      let told = await call(people.maria);
      for (let tries = 0; tries < 20 && told.status !== 429; tries++) told = await call(people.maria);
      assert.equal(told.status, 429);
      assert.ok(Number(told.headers.get('retry-after')) >= 1);
      assert.equal((await call(people.okafor)).status, 200);
      const events = `/api/patients/${charts.ana.patientId}/dosing-sessions/${charts.ana.sessionId}/events`;
      const bedside = await house.send(people.maria, { method: 'POST', path: events, body: '{"events":[]}' });
      assert.equal(bedside.status, 400, 'her readings from the room are still heard');
    } finally {
      await house.close();
    }
  });
});

describe('what people write', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  test('is never in a log line, an answer of refusal, or the trail, whoever types it and wherever', async () => {
    let number = 0;
    const typed: string[] = [];
    const leaked: string[] = [];
    for (const route of house.routes) {
      const { endpoint } = route;
      if (endpoint.path === '/api/sign-out' || endpoint.body === undefined) continue;
      const whole = sample(endpoint.body, { whole: true, now: house.now() });
      const places = textPaths(whole);
      if (places.length === 0) continue;
      // Everyone types: those who may and those who may not, about Ana and about someone they may not know of.
      for (const person of [
        undefined,
        people.ana,
        people.maria,
        people.okafor,
        people.pat,
        people.luz,
        people.nell,
      ]) {
        for (const place of places) {
          number += 1;
          const canary = `canary-${number}-${randomUUID().slice(0, 8)}-zq`;
          typed.push(canary);
          const response = await house.send(person, {
            method: endpoint.method,
            path: `${pathOf(endpoint, charts.ana)}${number % 7 === 0 ? `?note=${canary}` : ''}`,
            body: JSON.stringify(withAt(whole, place, canary)),
          });
          const text = await response.text();
          if (response.status >= 400 && text.includes(canary))
            leaked.push(
              `${endpoint.method} ${endpoint.path} ${place.join('.')}: said back with ${response.status}`,
            );
        }
      }
    }
    assert.ok(typed.length > 500, `${typed.length} texts typed`);
    assert.deepEqual(leaked, []);
    const logs = house.logs.join('');
    assert.ok(house.logs.length > 300, 'there are lines to look at');
    assert.deepEqual(
      typed.filter((canary) => logs.includes(canary)),
      [],
    );
    const trail = JSON.stringify([...(await house.auditLines()), ...(await house.auditLines('harbor-b'))]);
    assert.deepEqual(
      typed.filter((canary) => trail.includes(canary)),
      [],
    );
    assert.deepEqual(
      house.logs.filter((line) => line.includes('"event":"bug"')),
      [],
    );
  });

  test('nor does a log line name anyone, or hold an address, a cookie or an id of a patient', async () => {
    const logs = house.logs.join('');
    const tokens = await Promise.all(
      cast.slice(0, 4).map(async (person) => (await house.cookieOf(person)).split('=')[1] ?? ''),
    );
    for (const kept of [
      ...cast.flatMap((person) => [person.name, person.email]),
      charts.ana.patientId,
      ...tokens,
    ]) {
      assert.ok(!logs.includes(kept), kept);
    }
  });

  test('what a stranger writes in the public form is not in the log either', async () => {
    const canary = 'canary-of-a-stranger-zq';
    const response = await house.send(undefined, {
      method: 'POST',
      path: '/ask',
      body: new URLSearchParams({ message: canary, email: `${canary}@home.example` }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-mooring': undefined },
    });
    await response.text();
    assert.ok(!house.logs.join('').includes(canary));
  });
});
