// The evening of a dose and the days after: whoever has not answered, or answered in the evening that it is hard, becomes
// someone's work. The one answer says who; this job only writes it down, once per question, so that it stands in the task list.

import { latestCheckHours } from '#clinical/integration/after-check-rules.ts';
import type { TaskKind } from '#clinical/task.ts';
import { answerOf, careRecordsOf } from '#server/care-record';
import { iso } from '#server/clock';
import type { Ports } from '#server/ports';
import { type Tx, withTenant } from '#server/postgres';
import { sha256 } from '#server/secrets';
import { openTasksOfPatient, raiseTask } from '#server/tasks';

/** An evening longer ago is no longer called about; whoever is asked later is followed by those questions. */
const eveningFollowedForMs = 5 * 24 * 60 * 60_000;

/** Past the latest question an edition may ask after a dose, and the time its answer is waited for. */
const followedForMs = (latestCheckHours.value + 48) * 60 * 60_000;

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
      if (task.kind === 'call-about-evening') {
        // Who answered that they need a person has rung with that answer.
        if (cycle?.eveningCheck?.answer === 'need-help') continue;
        if ((task.dueAt ?? now) < now - eveningFollowedForMs) continue;
      }
      // A call that is still open is one call, whatever else was not answered since.
      const open = await openTasksOfPatient(tx, patientId);
      if (open.some(({ kind }) => kind === task.kind)) continue;
      const isNew = await raiseTask(
        tx,
        {
          id: idFor([cycleId ?? patientId, task.kind, task.subject].filter(Boolean).join('/')),
          patientId,
          kind: task.kind,
          ownerRole: 'nurse',
          detail: {
            ...(cycleId === undefined ? {} : { cycleId }),
            ...(task.subject === undefined ? {} : { hours: Number(task.subject) }),
          },
          priority: 'now',
          dueAt: task.dueAt ?? now,
        },
        now,
      );
      if (isNew) raised += 1;
    }
  }
  return raised;
}

/** The same work has the same id, however often the job runs. */
function idFor(what: string): string {
  const hex = sha256(what).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
