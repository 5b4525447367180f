import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { houseRoomList } from '#clinical/preparation/room-readiness.ts';
import { openPool, type Pool, withTenant } from '#server/postgres';
import { openSecrets } from '#server/secrets';
import { createClinic, SetupRefusal, setCare, setRoomList } from '#server/setup';
import { type TestDatabase, testDatabase } from '#test/postgres.ts';

let db: TestDatabase;
let pool: Pool;
let clinicId: string;
let ports: Parameters<typeof setRoomList>[0];

before(async () => {
  db = await testDatabase();
  pool = openPool({ connectionString: db.appConnectionString, max: 2 });
  ports = {
    ownerConnectionString: db.ownerConnectionString,
    pool,
    clock: { now: () => Date.UTC(2027, 2, 2, 17, 0) },
    random: { bytes: (length) => randomBytes(length), uuid: () => randomUUID() },
    secrets: openSecrets(Buffer.alloc(32, 7)),
  };
  clinicId = await createClinic(ports, {
    slug: 'harbor',
    name: 'Harbor Clinic',
    phone: '+1 555 0100',
    address: '1 Quay Street',
    hours: 'Mon to Fri',
    zone: 'America/New_York',
    crisisPlace: 'us',
  });
});
after(async () => {
  await pool.end();
  await db.close();
});

const kept = () =>
  withTenant(pool, { clinicId }, async (tx) => {
    const { rows } = await tx.query<{ list: unknown; lines: string }>(
      `select settings -> 'roomList' as list,
              (select count(*) from audit_events where entry like '%setup.room-list%') as lines from clinics where id = $1`,
      [clinicId],
    );
    return [rows[0]?.list ?? null, Number(rows[0]?.lines)];
  });

const lamp = {
  id: 'lamp',
  name: 'Salt lamp',
  part: 'room',
  answers: [
    { said: 'On', ready: true },
    { said: 'Broken', ready: false },
  ],
};

test('a list that could never be missing anything, or names a thing twice, is refused and nothing is kept', async () => {
  const table: readonly (readonly [unknown, RegExp])[] = [
    [[], /The list: /],
    [{ items: [] }, /The list: /],
    [[lamp, lamp], /same id twice/],
    [[{ ...lamp, part: 'garden' }], /0\.part/],
    [[{ ...lamp, answers: [lamp.answers[0], { said: 'Dim', ready: true }] }], /not ready/],
    [[{ ...lamp, answers: [lamp.answers[1], { said: 'Gone', ready: false }] }], /that is ready/],
    [[{ ...lamp, answers: [lamp.answers[0], { said: 'On', ready: false }] }], /same answer twice/],
  ];
  for (const [list, sentence] of table) {
    await assert.rejects(
      setRoomList(ports, { clinic: undefined, list }),
      (error) => error instanceof SetupRefusal && sentence.test(error.message),
      JSON.stringify(list),
    );
  }
  assert.deepEqual(await kept(), [null, 0]);
});

test('a clinic’s own list is kept in its own words, and one line says that it was changed', async () => {
  const made = await setRoomList(ports, { clinic: undefined, list: [lamp] });
  assert.deepEqual(made, { clinicName: 'Harbor Clinic', names: ['Salt lamp'] });
  assert.deepEqual(await kept(), [[lamp], 1]);
});

test('the list a clinic starts from is one that this would take', async () => {
  const { names } = await setRoomList(ports, { clinic: undefined, list: houseRoomList.value });
  assert.equal(names.length, houseRoomList.value.length);
});

test('who answers at night is kept as the clinic wrote it, and half a number is refused whole', async () => {
  const onCall = { phone: '555 0143', en: 'A nurse answers.', es: 'Contesta una enfermera.' };
  const said = () =>
    withTenant(pool, { clinicId }, async (tx) => {
      const { rows } = await tx.query<{ on_call: unknown }>(
        `select settings -> 'onCall' as on_call from clinics where id = $1`,
        [clinicId],
      );
      return rows[0]?.on_call ?? null;
    });
  await assert.rejects(
    setCare(ports, { clinic: 'harbor', file: { onCall: { phone: '555 0143' } } }),
    SetupRefusal,
  );
  assert.equal(await said(), null);
  await setCare(ports, { clinic: 'harbor', file: { onCall, messageHours: { today: 2 } } });
  await setCare(ports, { clinic: 'harbor', file: { messageHours: { soon: 8 } } });
  assert.deepEqual(await said(), onCall);
});

test('the minutes of a ring are kept as they are given, and minutes that could not be are refused', async () => {
  const said = () =>
    withTenant(pool, { clinicId }, async (tx) => {
      const { rows } = await tx.query<{ minutes: unknown }>(
        `select settings -> 'ringMinutes' as minutes from clinics where id = $1`,
        [clinicId],
      );
      return rows[0]?.minutes ?? null;
    });
  const table: readonly (readonly [minutes: object, taken: boolean])[] = [
    [{ second: 5, everyone: 4 }, false],
    [{ second: 5, everyone: 5 }, true],
    [{ second: 5, everyone: 6 }, true],
    [{ second: 5 }, false],
    [{ everyone: 5 }, false],
    [{}, false],
    [{ second: 0, everyone: 5 }, false],
    [{ second: 5, everyone: 120 }, true],
    [{ second: 5, everyone: 121 }, false],
    [{ second: 5, everyone: 10, again: 0 }, false],
    [{ second: 5, everyone: 10, again: 1 }, true],
    [{ second: 5, everyone: 10, again: 120 }, true],
    [{ second: 5, everyone: 10, again: 121 }, false],
  ];
  let last: object | null = null;
  for (const [ringMinutes, taken] of table) {
    const set = setCare(ports, { clinic: 'harbor', file: { ringMinutes } });
    if (taken) await set;
    else await assert.rejects(set, SetupRefusal, JSON.stringify(ringMinutes));
    last = taken ? ringMinutes : last;
    assert.deepEqual(await said(), last, JSON.stringify(ringMinutes));
  }
});
