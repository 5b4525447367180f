// How a person stands to a patient, asked of the database inside the transaction that will act on it. Care is being named
// on the care team now, or being on shift on a day this patient is here.

import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import type { Actor } from './actor.ts';
import type { Standing } from './decide.ts';
import type { RelationName } from './policy.ts';

export async function standingTo(tx: Tx, actor: Actor, patientId: string | undefined, now: number): Promise<Standing> {
  const relations = new Set<RelationName>(['own']);
  if (actor.kind === 'staff') relations.add('tenant');
  if (actor.kind === 'staff' && actor.onShift) relations.add('shift');
  if (patientId === undefined) {
    if (actor.kind === 'companion') relations.add('linked');
    return { relations, scopes: actor.scopes };
  }
  if (actor.kind === 'patient' && actor.patientId === patientId) relations.add('self');
  if (actor.kind === 'companion' && actor.patientId === patientId) relations.add('linked');
  if (actor.kind === 'staff' && (await hasCareRelation(tx, actor, patientId, now))) relations.add('care');
  return { relations, scopes: actor.scopes };
}

async function hasCareRelation(tx: Tx, actor: Actor, patientId: string, now: number): Promise<boolean> {
  const { rows } = await tx.prepared<{ care: boolean }>(
    'care-relation',
    `select exists (
       select 1 from care_team_members m
        where m.clinic_id = $1 and m.patient_id = $2 and m.account_id = $3
          and m.from_at <= $4 and (m.until_at is null or m.until_at > $4))
     or ($5 and exists (
       select 1 from appointments a join clinics c on c.id = a.clinic_id
        where a.clinic_id = $1 and a.patient_id = $2 and a.status <> 'cancelled'
          and (lower(a.period) at time zone c.zone)::date = ($4::timestamptz at time zone c.zone)::date)) as care`,
    [tx.clinicId, patientId, actor.id, iso(now), actor.onShift],
  );
  return rows[0]?.care === true;
}

/** Whether the patient exists at all; absent and forbidden look alike to those outside. */
export async function patientExists(tx: Tx, patientId: string): Promise<boolean> {
  const { rows } = await tx.prepared('patient-exists', 'select 1 from patients where clinic_id = $1 and id = $2', [
    tx.clinicId,
    patientId,
  ]);
  return rows.length > 0;
}
