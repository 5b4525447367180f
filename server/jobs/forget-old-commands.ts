// Answers kept for repeated commands, and that a draft was sent, are forgotten once no device can still be repeating them.

import { forgetOldMarks } from '#server/carried-drafts';
import { iso } from '#server/clock';
import type { Ports } from '#server/ports';
import { withTenant } from '#server/postgres';

/** A device may be away for a month and still send what it holds; after that an answer need not be repeated. */
const rememberedForMs = 45 * 24 * 60 * 60_000;

export async function forgetOldCommands(ports: Ports): Promise<void> {
  const before = iso(ports.clock.now() - rememberedForMs);
  const { rows: clinics } = await ports.pool.query<{ id: string }>('select id from clinics');
  for (const { id } of clinics) {
    await withTenant(ports.pool, { clinicId: id }, async (tx) => {
      await tx.query('delete from commands where clinic_id = $1 and created_at < $2', [id, before]);
      await forgetOldMarks(tx, ports.clock.now());
      await tx.query('delete from sign_in_challenges where clinic_id = $1 and expires_at < $2', [id, before]);
    });
  }
}
