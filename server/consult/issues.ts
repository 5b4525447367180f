// What the rules found and what a prescriber decided about it. A decision is kept beside the finding it was
// made on.

import type { IssueDecision } from '#api/consult.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

type Row = {
  id: string;
  issue_key: string;
  action: string | null;
  decision: IssueDecision['decision'];
  instruction: string | null;
  reason: string;
  decided_at: number;
  decided_by_name: string;
};

type KeptDecision = { readonly decision: IssueDecision; readonly action: string | undefined };

/** The latest decision about each finding; the earlier ones stay in the record. */
export async function latestDecisions(tx: Tx, patientId: string): Promise<Map<string, KeptDecision>> {
  const { rows } = await tx.query<Row>(
    `select distinct on (issue_key) id, issue_key, finding ->> 'action' as action, decision, instruction, reason, decided_at, decided_by_name
       from issue_decisions where clinic_id = $1 and patient_id = $2 order by issue_key, decided_at desc, id`,
    [tx.clinicId, patientId],
  );
  return new Map(
    rows.map((row) => [row.issue_key, { decision: decisionOf(row), action: row.action ?? undefined }]),
  );
}

function decisionOf(row: Row): IssueDecision {
  return {
    id: row.id,
    issueKey: row.issue_key,
    decision: row.decision,
    instruction: row.instruction ?? undefined,
    reason: row.reason,
    decidedAt: row.decided_at,
    decidedByName: row.decided_by_name,
  };
}

/** Kept with the finding as it was read, so that what was decided on can be seen years later. */
export async function keepDecision(
  tx: Tx,
  decision: IssueDecision,
  about: { patientId: string; finding: DetectedIssue; decidedBy: string },
): Promise<void> {
  await tx.query(
    `insert into issue_decisions (clinic_id, id, patient_id, issue_key, finding, decision, instruction, reason, decided_at, decided_by, decided_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.clinicId,
      decision.id,
      about.patientId,
      decision.issueKey,
      JSON.stringify(about.finding),
      decision.decision,
      decision.instruction ?? null,
      decision.reason,
      iso(decision.decidedAt),
      about.decidedBy,
      decision.decidedByName,
    ],
  );
}
