// How a person stands to a patient, asked of the database inside the transaction that will act on it. Care is being named
// on the care team now, or being on shift on a day this patient is here, which for a session still open at midnight goes on; or
// having said "I have it" to a ring about them, for the hours after.

import { ringOpensRecordHours } from '#clinical/on-call/ring-turns.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import type { Actor } from './actor.ts';
import type { Standing } from './decide.ts';
import type { RelationName } from './policy.ts';

export type Approach = { readonly actor: Actor; readonly patientId: string | undefined };

export async function standingTo(
  tx: Tx,
  actor: Actor,
  patientId: string | undefined,
  now: number,
): Promise<Standing> {
  const [standing] = await standingsTo(tx, [{ actor, patientId }], now);
  if (standing === undefined) throw new Error('A person has no standing at all.');
  return standing;
}

/** The same for many at once, in one question: everyone who listens to a room, every fact of a batch. */
export async function standingsTo(tx: Tx, approaches: readonly Approach[], now: number): Promise<Standing[]> {
  const inCare = await careRelations(tx, approaches, now);
  return approaches.map((approach, index) => standingOf(approach, inCare.has(index)));
}

/** What follows from who is asking, once it is known whether the patient is in their care. */
export function standingOf({ actor, patientId }: Approach, inCare: boolean): Standing {
  const relations = new Set<RelationName>(['own']);
  if (actor.kind === 'staff') relations.add('tenant');
  if (patientId === undefined) {
    // Being checked in opens screens about the whole floor; one patient's record it opens only on a day they are here.
    if (actor.kind === 'staff' && actor.onShift) relations.add('shift');
    if (actor.kind === 'companion') relations.add('linked');
    return { relations, scopes: actor.scopes };
  }
  if (actor.kind === 'patient' && actor.patientId === patientId) relations.add('self');
  if (actor.kind === 'companion' && actor.patientId === patientId) relations.add('linked');
  if (inCare) relations.add('care');
  return { relations, scopes: actor.scopes };
}

/** The places, in the list, of those who are staff and in whose care the patient is. */
async function careRelations(
  tx: Tx,
  approaches: readonly Approach[],
  now: number,
): Promise<ReadonlySet<number>> {
  const asked = approaches.flatMap(({ actor, patientId }, index) =>
    actor.kind === 'staff' && patientId !== undefined
      ? [{ index, patientId, accountId: actor.id, onShift: actor.onShift }]
      : [],
  );
  if (asked.length === 0) return new Set();
  const { rows } = await tx.prepared<{ index: number }>(
    'care-relations',
    `select asked.index
       from unnest($3::int[], $4::uuid[], $5::uuid[], $6::boolean[]) as asked(index, patient_id, account_id, on_shift)
      where exists (
        select 1 from care_team_members m
         where m.clinic_id = $1 and m.patient_id = asked.patient_id and m.account_id = asked.account_id
           and m.from_at <= $2 and (m.until_at is null or m.until_at > $2))
      or exists (
        select 1 from rings r
         where r.clinic_id = $1 and r.patient_id = asked.patient_id and r.seen_by = asked.account_id
           and r.seen_at > $2::timestamptz - make_interval(hours => $7))
      or (asked.on_shift and (
        exists (
          select 1 from appointments a join clinics c on c.id = a.clinic_id
           where a.clinic_id = $1 and a.patient_id = asked.patient_id and a.status <> 'cancelled'
             and (lower(a.period) at time zone c.zone)::date = ($2::timestamptz at time zone c.zone)::date)
        or exists (
          select 1 from dosing_sessions d join appointments a on a.clinic_id = d.clinic_id and a.id = d.appointment_id
           where d.clinic_id = $1 and d.patient_id = asked.patient_id and d.released_at is null
             and lower(a.period) between $2::timestamptz - interval '1 day' and $2::timestamptz)))`,
    [
      tx.clinicId,
      iso(now),
      asked.map((one) => one.index),
      asked.map((one) => one.patientId),
      asked.map((one) => one.accountId),
      asked.map((one) => one.onShift),
      ringOpensRecordHours.value,
    ],
  );
  return new Set(rows.map((row) => row.index));
}

/** Whether the patient exists at all; absent and forbidden look alike to those outside. */
export async function patientExists(tx: Tx, patientId: string): Promise<boolean> {
  const { rows } = await tx.prepared(
    'patient-exists',
    'select 1 from patients where clinic_id = $1 and id = $2',
    [tx.clinicId, patientId],
  );
  return rows.length > 0;
}
