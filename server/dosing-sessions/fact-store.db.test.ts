// The table of what a store of facts must do, run against PostgreSQL.
import { after, before, describe, test } from 'node:test';
import { postgresFactStore } from '#server/dosing-sessions';
import { type TestApp, testApp } from '#test/app.ts';
import { factStoreCases, type Ground } from '#test/fact-store-cases.ts';
import { clinics } from '#test/people.ts';

describe('facts kept in PostgreSQL', () => {
  let house: TestApp;
  let ground: Ground;
  before(async () => {
    house = await testApp();
    const one = async <Value>(sql: string, id: string): Promise<Value> =>
      await house.inClinic('harbor', async (tx) => {
        const { rows } = await tx.query<{ value: Value }>(sql, [tx.clinicId, id]);
        return rows[0]?.value as Value;
      });
    ground = {
      store: postgresFactStore(house.ports),
      clinic: clinics.harbor,
      now: house.now(),
      stageOf: (patientId) =>
        one('select stage as value from patients where clinic_id = $1 and id = $2', patientId),
      appointmentOf: (sessionId) =>
        one(
          `select a.status as value from dosing_sessions d
             join appointments a on a.clinic_id = d.clinic_id and a.id = d.appointment_id
            where d.clinic_id = $1 and d.id = $2`,
          sessionId,
        ),
      releasedAtOf: (sessionId) =>
        one('select released_at as value from dosing_sessions where clinic_id = $1 and id = $2', sessionId),
      tasks: () =>
        house.inClinic('harbor', async (tx) => {
          const { rows } = await tx.query<{ id: string; kind: string; isDone: boolean }>(
            'select id, kind, done_at is not null as "isDone" from tasks where clinic_id = $1',
            [tx.clinicId],
          );
          return rows;
        }),
    };
  });
  after(() => house.close());

  for (const each of factStoreCases) test(each.name, () => each.run(ground));
});
