import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { appendSessionEvents, getBoard, getSession } from '#api/dosing-sessions.ts';
import * as api from '#api/drills.ts';
import { type DrillRoute, drillRoutes } from '#clinical/drills/scenarios.ts';
import type { SessionEvent, SessionFact } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { withOwner } from '#server/postgres';
import { type TestApp, testApp } from '#test/app.ts';
import { charts, clinics, type Person, people } from '#test/people.ts';

const { maria, tom, okafor, ines, pat, dana, ash, ana, luz } = people;
const deviceId = randomUUID() as string;
let house: TestApp;
let roomId: string;

before(async () => {
  house = await testApp();
  roomId = randomUUID();
  await house.inClinic('harbor', (tx) =>
    tx.query('insert into rooms (clinic_id, id, number, name) values ($1, $2, 77, $3)', [
      clinics.harbor.id,
      roomId,
      'Room 7',
    ]),
  );
});
after(() => house.close());

type Chosen = { trainerId?: string; roomId?: string; route?: DrillRoute };

async function start(by: Person, more: Chosen = {}): Promise<string> {
  const id = randomUUID() as string;
  await house.done(by, api.startDrill, {
    body: { id, scenario: 'laryngospasm', route: 'iv', roomId, ...more },
  });
  return id;
}

let deviceSeq = 0;
const written = (
  drillId: string,
  fact: SessionFact,
  more: Partial<SessionEvent> = {},
): { events: SessionEvent[] } => {
  deviceSeq += 1;
  return {
    events: [
      {
        eventId: randomUUID(),
        sessionId: drillId,
        patientId: drillId,
        deviceId,
        deviceSeq,
        effectiveAt: house.now(),
        recordedAt: house.now(),
        fact,
        ...more,
      },
    ],
  };
};
const help = (action: 'oxygen' | 'jaw-thrust') => factOf('CareActionTaken', { action });
const write = (by: Person, drillId: string, fact: SessionFact) =>
  house.call(by, api.appendDrillEvents, { params: { drillId }, body: written(drillId, fact) });
const read = (by: Person, drillId: string) => house.call(by, api.getDrill, { params: { drillId } });
const end = (by: Person, drillId: string) => house.done(by, api.endDrill, { params: { drillId }, body: {} });

describe('a drill', () => {
  test('keeps what each person did, and tells it line by line with names and seconds', async () => {
    const drillId = await start(maria, { trainerId: okafor.id });
    house.later(45_000);
    house.later(25_000);
    assert.equal((await write(maria, drillId, help('oxygen'))).status, 200);
    house.later(50_000);
    assert.equal((await write(tom, drillId, help('jaw-thrust'))).status, 200);
    house.later(600_000);
    await end(maria, drillId);
    const { body } = await read(maria, drillId);
    const line = (id: string) => body.record.find((one) => one.id === id);
    const told = (id: string) => {
      const found = line(id);
      return found?.state === 'in-time' || found?.state === 'late'
        ? [found.state, found.byName, found.seconds]
        : [found?.state];
    };
    assert.deepEqual(told('oxygen'), ['in-time', maria.name, 25]);
    assert.deepEqual(told('jaw'), ['late', tom.name, 75]);
    assert.deepEqual(told('mask'), ['not-done']);
    assert.equal(body.approved, undefined);
    assert.doesNotMatch(JSON.stringify(body.record), /passed/i);
  });

  test('runs on the protocol of the route that was chosen, and its record asks what that route can do', async () => {
    const asked = async (route: DrillRoute) => {
      const drillId = await start(maria, { route });
      const { body } = await read(maria, drillId);
      await end(maria, drillId);
      const listed = (await house.done(maria, api.listDrills)).drills.find(({ id }) => id === drillId);
      assert.deepEqual([body.edition.route, listed?.route], [route, route]);
      return body.record[0]?.words;
    };
    const first = [];
    for (const route of drillRoutes) first.push(await asked(route));
    assert.deepEqual(first, [
      'The pump is stopped',
      'A colleague is called in',
      'What is left of the lozenge is out of the mouth',
      'A colleague is called in',
    ]);
  });

  test('keeps a fact once however often it arrives, and none of another session or person', async () => {
    const drillId = await start(maria);
    const body = written(drillId, help('oxygen'));
    for (const _ of [1, 2, 3]) await house.done(maria, api.appendDrillEvents, { params: { drillId }, body });
    assert.equal((await read(maria, drillId)).body.events.length, 1);
    for (const more of [{ patientId: ana.patientId ?? '' }, { sessionId: charts.ana.sessionId }]) {
      const told = await house.call(maria, api.appendDrillEvents, {
        params: { drillId },
        body: written(drillId, help('oxygen'), more),
      });
      assert.equal(told.problem.code, 'not-of-this-drill');
    }
  });

  test('takes no room in which someone is cared for, and no trainer who is the trainee', async () => {
    const tryIt = async (more: { roomId?: string; trainerId?: string }) =>
      (
        await house.call(maria, api.startDrill, {
          body: { id: randomUUID(), scenario: 'calm', route: 'iv', roomId, ...more },
        })
      ).problem.code;
    assert.equal(await tryIt({ roomId: charts.ana.roomId }), 'room-in-use');
    assert.equal(await tryIt({ trainerId: maria.id }), 'no-such-trainer');
    assert.equal(await tryIt({ trainerId: ana.id }), 'no-such-trainer');
  });

  test('is signed by trainee and trainer on the record that was shown; what comes later shows', async () => {
    const drillId = await start(maria, { trainerId: okafor.id });
    const late = written(drillId, help('oxygen'), { effectiveAt: house.now() + 60_000 });
    house.later(700_000);
    const sign = async (by: Person, part: 'trainee' | 'trainer', recordSha256: string) =>
      (
        await house.call(by, api.signDrill, {
          params: { drillId },
          body: { part, recordSha256 },
        })
      ).problem.code;
    for (const person of [maria, okafor, tom, dana]) await house.signIn(person);
    const running = (await read(maria, drillId)).body.recordSha256;
    assert.equal(await sign(maria, 'trainee', running), 'drill-runs');
    await end(maria, drillId);
    const shown = (await read(maria, drillId)).body.recordSha256;
    assert.equal(await sign(maria, 'trainer', shown), 'not-your-part');
    assert.equal(await sign(tom, 'trainer', shown), 'not-your-part');
    assert.equal(await sign(maria, 'trainee', '0'.repeat(64)), 'stale');
    assert.equal(await sign(maria, 'trainee', shown), undefined);
    assert.equal(await sign(okafor, 'trainer', shown), undefined);
    await house.done(maria, api.appendDrillEvents, { params: { drillId }, body: late });
    const { body } = await read(dana, drillId);
    assert.deepEqual(
      body.signatures.map(({ part, byName, isOfThisRecord }) => [part, byName, isOfThisRecord]),
      [
        ['trainee', maria.name, false],
        ['trainer', okafor.name, false],
      ],
    );
    assert.equal(await sign(dana, 'trainer', body.recordSha256), undefined);
    house.later(6 * 60_000);
    assert.equal(await sign(maria, 'trainee', body.recordSha256), 'show-it-is-you');
  });

  test('is an example until a prescriber approves this version of what it expects', async () => {
    const approve = (by: Person, version: number) =>
      house.call(by, api.approveScenario, { params: { scenario: 'laryngospasm' }, body: { version } });
    for (const person of [maria, okafor]) await house.signIn(person);
    assert.equal((await approve(maria, 1)).status, 403);
    assert.equal((await approve(okafor, 1)).problem.code, 'stale');
    assert.equal((await approve(okafor, 2)).status, 200);
    const drillId = await start(maria);
    assert.equal((await read(maria, drillId)).body.approved?.byName, okafor.name);
  });
});

describe('who may read a training record', () => {
  test('those who were in it and the owner; while it runs, whoever might have to come', async () => {
    const drillId = await start(maria, { trainerId: okafor.id });
    assert.equal((await read(ines, drillId)).status, 200);
    await write(tom, drillId, help('oxygen'));
    await end(maria, drillId);
    const answered: [Person, number][] = [
      [maria, 200],
      [okafor, 200],
      [tom, 200],
      [dana, 200],
      [ash, 200],
      [ines, 404],
      [people.noa, 404],
      [pat, 403],
      [ana, 404],
      [luz, 404],
    ];
    for (const [person, status] of answered)
      assert.equal((await read(person, drillId)).status, status, person.key);
    const listed = async (by: Person) =>
      (await house.done(by, api.listDrills)).drills.some(({ id }) => id === drillId);
    assert.equal(await listed(tom), true);
    assert.equal(await listed(dana), true);
    assert.equal(await listed(ines), false);
  });
});

describe('the wall around a drill', () => {
  test('leaves every other table as it was: no session, patient, paper, task, count or drug', async () => {
    const before = await house.rowCounts();
    const boardBefore = (await house.done(maria, getBoard)).rows;
    const drillId = await start(maria, { trainerId: okafor.id });
    house.later(50_000);
    await write(
      maria,
      drillId,
      factOf('RescueMedicationGiven', {
        name: 'Labetalol',
        doseText: 'as ordered',
        route: 'By vein',
        indication: 'Pressure',
        orderedBy: 'Standing order',
        lot: 'L1',
      }),
    );
    await write(
      maria,
      drillId,
      factOf('DoseGiven', { route: 'im', doseMg: 40, lot: 'L1', expiry: '2027-12' }),
    );
    await end(maria, drillId);
    const after = await house.rowCounts();
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    assert.deepEqual(
      changed.filter((table) => !['audit_events', 'commands'].includes(table)),
      ['drill_facts', 'drills'],
    );
    const { rows, dosingNow } = await house.done(maria, getBoard);
    assert.deepEqual(
      rows.map(({ roomId: id, sessionId }) => [id, sessionId]),
      boardBefore.map(({ roomId: id, sessionId }) => [id, sessionId]),
    );
    assert.equal(dosingNow, 0);
    const asSession = { params: { patientId: drillId, sessionId: drillId } };
    assert.ok([403, 404].includes((await house.call(maria, getSession, asSession)).status));
    const kept = await house.call(maria, appendSessionEvents, {
      ...asSession,
      body: written(drillId, help('oxygen')),
    });
    assert.ok([403, 404].includes(kept.status));
  });

  test('stands in the database: nothing of a drill can point to a patient or a session, nor they to it', async () => {
    const keys = await withOwner(house.db.ownerConnectionString, async (owner) => {
      const { rows } = await owner.query<{ from: string; to: string }>(
        `select c.conrelid::regclass::text as from, c.confrelid::regclass::text as to from pg_constraint c
          where c.contype = 'f' and (c.conrelid::regclass::text like 'drill%' or c.confrelid::regclass::text like 'drill%')`,
      );
      return rows;
    });
    for (const { from, to } of keys) {
      assert.ok(from.startsWith('drill'), `${from} points to ${to}`);
      assert.ok(to.startsWith('drill') || ['clinics', 'accounts'].includes(to), `${from} points to ${to}`);
    }
    const columns = await withOwner(house.db.ownerConnectionString, async (owner) => {
      const { rows } = await owner.query<{ name: string }>(
        `select column_name as name from information_schema.columns where table_name like 'drill%' and table_schema = 'public'`,
      );
      return rows.map(({ name }) => name);
    });
    assert.deepEqual(
      columns.filter((name) => /patient|session|appointment|cycle|series/.test(name)),
      [],
    );
  });

  test('leaves no line about a patient in the trail', async () => {
    const lines = (await house.auditLines()).filter(({ action }) => action.startsWith('drill'));
    assert.ok(lines.length > 0);
    assert.ok(lines.every(({ patientId, patientIds }) => patientId === null && patientIds === null));
  });
});
