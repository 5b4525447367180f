// That a draft was sent or thrown away is remembered until no device can be expected to bring it back.

import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

/** As long as a device may be away and still send what it holds. */
const rememberedForMs = 45 * 24 * 60 * 60_000;

export async function forgetOldMarks(tx: Tx, now: number): Promise<void> {
  await tx.query('delete from carried_drafts where clinic_id = $1 and sealed is null and saved_at < $2', [
    tx.clinicId,
    iso(now - rememberedForMs),
  ]);
}
