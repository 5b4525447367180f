// The clinic's music: no file without its whole licence, no file that is not sound, and never another clinic's.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import * as sessions from '#api/dosing-sessions.ts';
import * as api from '#api/music.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { charts, people } from '#test/people.ts';
import { device } from '#test/session-facts.ts';

const licence = {
  title: 'Tide',
  author: 'A. Author',
  licence: 'CC BY 4.0',
  source: 'https://music.example/tide',
  proof: 'The page of the author, printed 2 March.',
  obtainedOn: '2027-03-02',
};
const sound = (seed: string): string =>
  Buffer.concat([Buffer.from('OggS'), Buffer.alloc(64), Buffer.from(seed)]).toString('base64');

describe('the clinic’s music', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());
  const track = (over: object = {}) => ({
    id: randomUUID(),
    licence,
    lengthSeconds: 240,
    file: sound(randomUUID()),
    ...over,
  });
  const add = (body: ReturnType<typeof track>) => house.call(people.maria, api.addTrack, { body });

  test('a file with its whole licence is kept, served as it came, and listed with the papers', async () => {
    const body = track();
    const kept = await add(body);
    assert.equal(kept.status, 200);
    assert.deepEqual(
      [kept.body.mediaType, kept.body.licence, kept.body.addedByName],
      ['audio/ogg', 'CC BY 4.0', 'Maria Ruiz'],
    );
    const { file } = await house.done(people.maria, api.getTrackFile, { params: { trackId: body.id } });
    assert.equal(file, body.file);
    const { tracks } = await house.done(people.ana, api.getMusic);
    assert.equal(tracks.find(({ id }) => id === body.id)?.proof, licence.proof);
  });

  for (const missing of Object.keys(licence))
    test(`a file without its ${missing} is refused, and the refusal names that field`, async () => {
      const told = await add(
        track({ licence: { ...licence, [missing]: missing === 'obtainedOn' ? '' : '  ' } }),
      );
      assert.equal(told.status, 400);
      assert.deepEqual(
        told.problem.fields?.map(({ path }) => path),
        [`licence.${missing}`],
      );
    });

  test('a page that calls itself a song is refused, and so is the same file a second time', async () => {
    const page = await add(
      track({ file: Buffer.from(`<!doctype html>${'x'.repeat(64)}`).toString('base64') }),
    );
    assert.deepEqual([page.status, page.problem.fields?.[0]?.path], [422, 'file']);
    const body = track();
    assert.equal((await add(body)).status, 200);
    const again = await add(track({ file: body.file }));
    assert.equal(again.status, 422);
    assert.match(again.problem.fields?.[0]?.message ?? '', /already here, as “Tide”/);
  });

  test('a length that is none is refused', async () => {
    for (const lengthSeconds of [0, -1, api.longestSeconds + 1])
      assert.equal((await add(track({ lengthSeconds }))).problem.fields?.[0]?.path, 'lengthSeconds');
  });

  test('a track taken out of use is no longer served, and cannot be planned', async () => {
    const body = track();
    await add(body);
    await house.done(people.maria, api.retireTrack, { params: { trackId: body.id }, body: {} });
    const told = await house.call(people.maria, api.getTrackFile, { params: { trackId: body.id } });
    assert.equal(told.status, 404);
    const silence = { kind: 'silence' } as const;
    const plan = {
      onset: silence,
      peak: { kind: 'track', trackId: body.id } as const,
      return: silence,
      rest: silence,
    };
    const planned = await house.call(people.ana, api.saveMusicPlan, {
      params: { patientId: charts.ana.patientId, cycleId: charts.ana.cycleId },
      body: { version: 0, plan },
    });
    assert.deepEqual([planned.status, planned.problem.fields?.[0]?.path], [422, 'plan.peak']);
  });

  test('the ceiling is set by one person at a time, and has a value before anyone set it', async () => {
    const { settings } = await house.done(people.maria, api.getMusic);
    assert.deepEqual(settings, { ceilingPercent: 60, version: 0 });
    const set = await house.done(people.maria, api.setMusicSettings, {
      body: { version: 0, ceilingPercent: 45 },
    });
    assert.deepEqual([set.ceilingPercent, set.setByName], [45, 'Maria Ruiz']);
    const late = await house.call(people.maria, api.setMusicSettings, {
      body: { version: 0, ceilingPercent: 90 },
    });
    assert.deepEqual([late.status, late.problem.code], [409, 'stale']);
    for (const ceilingPercent of [0, 101])
      assert.equal(
        (await house.call(people.maria, api.setMusicSettings, { body: { version: 1, ceilingPercent } }))
          .status,
        400,
      );
  });

  test('a person plans what they hear, silence among it, and the nurse reads the latest', async () => {
    const at = { params: { patientId: charts.ana.patientId, cycleId: charts.ana.cycleId } };
    const ambient = { kind: 'ambient' } as const;
    const first = { onset: ambient, peak: ambient, return: ambient, rest: { kind: 'silence' } as const };
    const saved = await house.done(people.ana, api.saveMusicPlan, {
      ...at,
      body: { version: 0, plan: first },
    });
    assert.equal(saved.version, 1);
    const stale = await house.call(people.ana, api.saveMusicPlan, {
      ...at,
      body: { version: 0, plan: first },
    });
    assert.equal(stale.status, 409);
    const read = await house.done(people.maria, api.getMusicPlan, at);
    assert.deepEqual([read.plan, read.setByName], [first, people.ana.name]);
  });

  test('what plays is told by room and licence, and silence plays nothing', async () => {
    const tablet = device(charts.ana, 7);
    const params = { patientId: charts.ana.patientId, sessionId: charts.ana.sessionId };
    const say = (fact: Parameters<typeof tablet.fact>[0]) =>
      house.done(people.maria, sessions.appendSessionEvents, {
        params,
        body: { events: [tablet.fact(fact, house.now())] },
      });
    await say({
      type: 'SoundPlayed',
      v: 1,
      kind: 'track',
      title: 'Tide',
      licence: 'CC BY 4.0, A. Author',
      part: 'peak',
      why: 'plan',
    });
    const { rooms } = await house.done(people.maria, api.listPlaying);
    assert.deepEqual(
      rooms.map(({ title, licence: under }) => [title, under]),
      [['Tide', 'CC BY 4.0, A. Author']],
    );
    const mine = await house.done(people.ana, sessions.getMySession, {
      params: { patientId: charts.ana.patientId },
    });
    assert.deepEqual(mine.session?.sound, { kind: 'track', title: 'Tide' });
    house.later(1_000);
    await say({
      type: 'SoundPlayed',
      v: 1,
      kind: 'silence',
      title: 'Silence',
      part: 'peak',
      why: 'patient-asked',
    });
    assert.deepEqual((await house.done(people.maria, api.listPlaying)).rooms, []);
  });

  test('another clinic hears of none of it', async () => {
    const body = track();
    await add(body);
    const there = Object.values(people).find(
      (person) => person.clinic === 'harbor-b' && person.kind === 'staff',
    );
    assert.ok(there);
    assert.deepEqual((await house.done(there, api.getMusic)).tracks, []);
    assert.equal((await house.call(there, api.getTrackFile, { params: { trackId: body.id } })).status, 404);
    assert.equal(
      (await house.call(there, api.retireTrack, { params: { trackId: body.id }, body: {} })).status,
      404,
    );
  });
});
