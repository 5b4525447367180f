// The evening of a dose and the days after: whoever has not answered, or answered in the evening that it is hard, becomes
// someone's work. The one answer says who; this job only writes it down, once per question, so that it stands in the task list.

import type { TaskKind } from '#clinical/task.ts';
import { answerOf, careRecordsOf } from '#server/care-record';
import { iso } from '#server/clock';
import type { Ports } from '#server/ports';
import { type Tx, withTenant } from '#server/postgres';
import { sha256 } from '#server/secrets';

/** Past the last question after a dose, and the time its answer is waited for. */
const followedForMs = 5 * 24 * 60 * 60_000;

const calls: readonly TaskKind[] = ['call-about-evening', 'call-about-after-check'];

export async function followEvenings(ports: Ports): Promise<void> {
  const { rows: clinics } = await ports.pool.query<{ id: string }>('select id from clinics');
  for (const { id: clinicId } of clinics) {
    const raised = await withTenant(ports.pool, { clinicId }, (tx) => followClinic(tx, ports.clock.now()));
    if (raised > 0) ports.bus.publish([{ clinicId, topic: 'floor' }]);
  }
}

async function followClinic(tx: Tx, now: number): Promise<number> {
  const { rows } = await tx.query<{ patient_id: string }>(
    'select distinct patient_id from dosing_sessions where clinic_id = $1 and released_at > $2',
    [tx.clinicId, iso(now - followedForMs)],
  );
  const everyone = await careRecordsOf(
    tx,
    rows.map((row) => row.patient_id),
    now,
  );
  let raised = 0;
  for (const [patientId, followed] of everyone) {
    for (const task of answerOf(followed, now).tasks) {
      if (!calls.includes(task.kind) || (task.state !== 'due' && task.state !== 'late')) continue;
      const { lastDose, cycle } = followed.record;
      const cycleId = task.kind === 'call-about-evening' ? cycle?.id : lastDose?.cycleId;
      const { rowCount } = await tx.query(
        // A call that is still open is one call, whatever else was not answered since.
        `insert into tasks (clinic_id, id, patient_id, kind, owner_role, detail, priority, due_at, created_at)
         select $1, $2, $3, $4, $5, $8, 'now', $6, $7
          where not exists (select 1 from tasks o
                             where o.clinic_id = $1 and o.patient_id = $3 and o.kind = $4 and o.done_at is null)
         on conflict do nothing`,
        [
          tx.clinicId,
          idFor([cycleId ?? patientId, task.kind, task.subject].filter(Boolean).join('/')),
          patientId,
          task.kind,
          task.owner,
          iso(task.dueAt ?? now),
          iso(now),
          JSON.stringify(task.subject === undefined ? {} : { hours: Number(task.subject) }),
        ],
      );
      raised += rowCount ?? 0;
    }
  }
  return raised;
}

/** The same work has the same id, however often the job runs. */
function idFor(what: string): string {
  const hex = sha256(what).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
