// The wall tells the floor who is still to come today, however many they are.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { appendSessionEvents, getBoard } from '#api/dosing-sessions.ts';
import { iso } from '#server/clock';
import { withOwner } from '#server/postgres';
import { type TestApp, testApp } from '#test/app.ts';
import { charts, people } from '#test/people.ts';
import { device, doseStarted } from '#test/session-facts.ts';

const minute = 60_000;

describe('who is still to come', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  const book = (patientId: string, inMinutes: number, status = 'booked', roomId: string | null = null) =>
    house.inClinic('harbor', (tx) =>
      tx.query(
        `insert into appointments (clinic_id, id, patient_id, kind, room_id, period, status, status_at, created_at)
         values ($1, $2, $3, 'dose', $4, tstzrange($5, $6), $7, $5, $5)`,
        [
          tx.clinicId,
          randomUUID(),
          patientId,
          roomId,
          iso(house.now() + inMinutes * minute),
          iso(house.now() + (inMinutes + 20) * minute),
          status,
        ],
      ),
    );
  const board = () => house.done(people.maria, getBoard);

  test('a person whose session is open in a room is here, and is not counted', async () => {
    const { rows, stillToCome, next } = await board();
    assert.ok(rows.some((row) => row.sessionId === charts.ana.sessionId));
    assert.deepEqual([stillToCome, next], [0, []]);
  });

  test('six booked for later are six, though the first four are named; one who cancelled or left is none', async () => {
    for (const at of [200, 60, 90, 120, 150, 180]) await book(charts.luis.patientId, at);
    await book(charts.luis.patientId, 230, 'cancelled');
    await book(charts.luis.patientId, 260, 'no-show');
    const { stillToCome, next } = await board();
    assert.equal(stillToCome, 6);
    assert.deepEqual(
      next.map((each) => (each.at - house.now()) / minute),
      [60, 90, 120, 150],
    );
  });

  test('the one a room waits for is still to come', async () => {
    const roomId = randomUUID();
    await house.inClinic('harbor', async (tx) => {
      await tx.query('insert into rooms (clinic_id, id, number, name) values ($1, $2, 9, $3)', [
        tx.clinicId,
        roomId,
        'Room 9',
      ]);
      await tx.query(
        `update appointments set room_id = $3, period = tstzrange($4, $5), cycle_id = $6
          where clinic_id = $1 and patient_id = $2 and status = 'booked' and lower(period) = $4`,
        [
          tx.clinicId,
          charts.luis.patientId,
          roomId,
          iso(house.now() + 60 * minute),
          iso(house.now() + 80 * minute),
          charts.luis.cycleId,
        ],
      );
    });
    const { rows, stillToCome, next } = await board();
    assert.equal(rows.find((row) => row.roomId === roomId)?.sessionId, undefined);
    // The rest of what is booked for the same person today is not another person.
    assert.deepEqual([stillToCome, next.map((each) => (each.at - house.now()) / minute)], [1, [60]]);
  });

  test('someone whose release stands in the log has gone home, though the row of the session was read before it', async () => {
    const left = device(charts.ana, 60).fact(
      { type: 'PatientReleased', v: 1, toName: 'Luz Reyes', toRelation: 'sister' },
      house.now(),
    );
    await house.done(people.maria, appendSessionEvents, {
      params: { patientId: charts.ana.patientId, sessionId: charts.ana.sessionId },
      body: { events: [left] },
    });
    await house.inClinic('harbor', (tx) =>
      tx.query('update dosing_sessions set released_at = null where clinic_id = $1 and id = $2', [
        tx.clinicId,
        charts.ana.sessionId,
      ]),
    );
    const { rows } = await board();
    const row = rows.find(({ sessionId }) => sessionId === charts.ana.sessionId);
    assert.deepEqual([row?.phase, row?.releasedAt], ['released', left.effectiveAt]);
  });
});

describe('one more dose with the nurses who are here', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
    await withOwner(house.db.ownerConnectionString, (owner) =>
      owner.query(`update clinics set settings = settings || '{"patientsPerNurse": 1}'`),
    );
  });
  after(() => house.close());

  test('the wall says when the next may start: as soon as the drip under way is expected to end', async () => {
    const before = await house.done(people.maria, getBoard);
    assert.equal(before.patientsPerNurse, 1);
    const nurses = before.nursesOnShift;
    const tablet = device(charts.ana, 70);
    const startedAt = house.now() - 5 * minute;
    const { patientId, sessionId } = charts.ana;
    await house.done(people.maria, appendSessionEvents, {
      params: { patientId, sessionId },
      body: { events: [tablet.fact(doseStarted, startedAt)] },
    });
    const { dosingNow, nextStartAt } = await house.done(people.maria, getBoard);
    assert.equal(dosingNow, 1);
    // A nurse whose place is free may start one now.
    assert.equal(nextStartAt, nurses > 1 ? house.now() : startedAt + doseStarted.plannedMinutes * minute);
  });
});
