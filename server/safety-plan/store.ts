// Versions and talks as rows. Neither is ever changed: the next version, the next talk stands beside it.

import type { SafetyPlan, SafetyPlanBody } from '#api/safety-plan.ts';
import { iso } from '#server/clock';
import { openerForPatient, sealForPatient } from '#server/own-words';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';
import type { Secrets } from '#server/secrets';

const boundTo = (version: number): string => `safety-plan|${version}`;

type Row = { version: number; sealed: Buffer; written_at: number; written_by_name: string };

export async function newestVersion(tx: Tx, patientId: string): Promise<number> {
  const { rows } = await tx.query<{ version: number }>(
    'select coalesce(max(version), 0) as version from safety_plans where clinic_id = $1 and patient_id = $2',
    [tx.clinicId, patientId],
  );
  return rows[0]?.version ?? 0;
}

export async function planOf(tx: Tx, secrets: Secrets, patientId: string): Promise<SafetyPlan | undefined> {
  const { rows } = await tx.query<Row>(
    `select version, sealed, written_at, written_by_name from safety_plans
      where clinic_id = $1 and patient_id = $2 order by version desc limit 1`,
    [tx.clinicId, patientId],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  const open = await openerForPatient(tx, secrets, patientId);
  return {
    version: row.version,
    body: JSON.parse(open(row.sealed, boundTo(row.version))) as SafetyPlanBody,
    writtenAt: row.written_at,
    byName: row.written_by_name,
  };
}

export async function keepPlan(
  tx: Tx,
  ports: Ports,
  of: { readonly patientId: string; readonly by: string; readonly plan: SafetyPlan },
): Promise<void> {
  const { patientId, plan } = of;
  const sealed = await sealForPatient(tx, ports, patientId, {
    what: boundTo(plan.version),
    text: JSON.stringify(plan.body),
    now: plan.writtenAt,
  });
  await tx.query(
    `insert into safety_plans (clinic_id, patient_id, version, sealed, written_by, written_by_name, written_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.clinicId, patientId, plan.version, sealed, of.by, plan.byName, iso(plan.writtenAt)],
  );
}

export type Talk = {
  readonly id: string;
  readonly version: number;
  readonly at: number;
  readonly withName: string;
};

export async function talksOf(tx: Tx, patientId: string): Promise<Talk[]> {
  const { rows } = await tx.query<Talk>(
    `select id, version, at, with_name as "withName" from safety_plan_talks
      where clinic_id = $1 and patient_id = $2 order by at desc, id`,
    [tx.clinicId, patientId],
  );
  return rows;
}

export async function keepTalk(
  tx: Tx,
  talk: Talk & { readonly patientId: string; readonly withId: string },
): Promise<void> {
  await tx.query(
    `insert into safety_plan_talks (clinic_id, id, patient_id, version, with_account_id, with_name, at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.clinicId, talk.id, talk.patientId, talk.version, talk.withId, talk.withName, iso(talk.at)],
  );
}
