// Where a person stands on the way, moved here and nowhere else outside the session's own log.

import type { JourneyStage } from '#clinical/care-record.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

/**
 * Where on the way this person is. The version of their details stays: a nurse who opens a dose must not make the desk's
 * correction of a phone number stale. Going back is as normal as going on; a reason is kept where there is one.
 */
export async function setStage(
  tx: Tx,
  patientId: string,
  stage: JourneyStage,
  now: number,
  reason?: string,
): Promise<void> {
  await tx.prepared(
    'set-stage',
    'update patients set stage = $3, stage_at = $4, stage_reason = $5 where clinic_id = $1 and id = $2',
    [tx.clinicId, patientId, stage, iso(now), reason ?? null],
  );
}
