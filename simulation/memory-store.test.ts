// The table of what a store of facts must do, run against the memory of the simulated clinic.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { atTablet } from '#dosing-session/examples/people.ts';
import { asReceived, factOf, idsFrom, recorder } from '#dosing-session/recorder.ts';
import { contentHash, type FreshFact } from '#server/dosing-sessions';
import { factStoreCases } from '#test/fact-store-cases.ts';
import { charts, clinics, people } from '#test/people.ts';
import { type ClinicSetUp, committedEvents, connect, emptyClinic } from './memory-store.ts';

const now = Date.UTC(2027, 2, 2, 14, 0);

const setUp: ClinicSetUp = {
  clinicId: clinics.harbor.id,
  sessions: [charts.ana, charts.luis].map(({ sessionId, patientId }) => ({ id: sessionId, patientId })),
  staff: new Map([people.maria, people.tom, people.okafor].map(({ id, name }) => [id, name])),
  care: new Set([people.maria, people.okafor].map(({ id }) => `${id}/${charts.ana.patientId}`)),
  edition: ivExample1,
  order: { doseMg: 33 },
  record: (patientId) => ({ patientId, zone: 'America/New_York', stage: 'arrived' }),
};

/** The first fact of a session, as the clinic keeps it. */
function firstFactOf({ id: sessionId, patientId }: { id: string; patientId: string }): FreshFact {
  const log = recorder({ sessionId, patientId, startAt: now, nextId: idsFrom(77) });
  log.record(atTablet, 0, factOf('PatientArrived', {}));
  const [event] = asReceived(log.events);
  assert.ok(event !== undefined);
  return { event, hash: contentHash(event) };
}

describe('facts kept in memory', () => {
  const clinic = emptyClinic(setUp);
  const ground = {
    store: connect(clinic, setUp),
    clinic: clinics.harbor,
    now,
    stageOf: async (patientId: string) => clinic.stages.get(patientId) ?? '',
    appointmentOf: async (sessionId: string) => clinic.sessions.get(sessionId)?.appointment ?? '',
    releasedAtOf: async (sessionId: string) => clinic.sessions.get(sessionId)?.releasedAt,
    tasks: async () =>
      [...clinic.tasks.values()].map(({ id, kind, doneAt }) => ({ id, kind, isDone: doneAt !== undefined })),
  };

  for (const each of factStoreCases) test(each.name, () => each.run(ground));

  test('a server that dies before its commit kept nothing; one that dies after it kept everything', async () => {
    for (const [dies, kept] of [
      ['beforeCommit', 0],
      ['afterCommit', 1],
    ] as const) {
      const rooms = emptyClinic(setUp);
      const pauses = { beforeCommit: async () => undefined, afterCommit: async () => undefined };
      const store = connect(rooms, setUp, { ...pauses, [dies]: async () => store.kill() });
      const work = {
        id: 'call',
        patientId: '',
        kind: 'patient-calls',
        ownerRole: 'nurse',
        at: now,
        detail: {},
      };
      await assert.rejects(store.together(clinics.harbor.id, (hand) => hand.raise(work)));
      assert.equal(rooms.tasks.size, kept);
      await assert.rejects(store.together(clinics.harbor.id, (hand) => hand.raise(work)));
      assert.equal(rooms.tasks.size, kept);
    }
  });
  test('what a transaction has not committed is seen by nobody else', async () => {
    const rooms = emptyClinic(setUp);
    const [session] = setUp.sessions;
    assert.ok(session !== undefined);
    const inStore: number[] = [];
    const store = connect(rooms, setUp, {
      beforeCommit: async () => {
        inStore.push(rooms.events.get(session.id)?.length ?? 0);
        inStore.push(
          committedEvents(rooms, session.id).length,
          rooms.committed.get(session.id)?.version ?? 0,
        );
      },
      afterCommit: async () => undefined,
    });
    await store.together(clinics.harbor.id, (hand) => hand.insert([firstFactOf(session)]));
    assert.deepEqual(inStore, [1, 0, 0]);
    assert.equal(committedEvents(rooms, session.id).length, 1);
    assert.equal(rooms.committed.get(session.id)?.version, 1);
  });
});
