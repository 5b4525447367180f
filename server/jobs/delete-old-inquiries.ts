// The question form says how long a question is kept when no patient comes of it. This job keeps that word, each night, and
// leaves a line that says which question went and nothing of what was in it.

import { appendAuditBatch } from '#server/audit';
import { iso } from '#server/clock';
import type { Ports } from '#server/ports';
import { withTenant } from '#server/postgres';

const dayMs = 24 * 60 * 60_000;

type Row = { id: string; kept_days: number | null };

export async function deleteOldInquiries(ports: Ports): Promise<void> {
  const { rows: clinics } = await ports.pool.query<Row>(
    `select id, (settings #>> '{site,inquiries,keptDays}')::float8 as kept_days from clinics`,
  );
  const now = ports.clock.now();
  for (const { id: clinicId, kept_days: keptDays } of clinics) {
    // A clinic without public pages has promised nobody anything.
    if (keptDays === null) continue;
    const deleted = await withTenant(ports.pool, { clinicId }, async (tx) => {
      const { rows } = await tx.query<{ id: string }>(
        'delete from inquiries where clinic_id = $1 and patient_id is null and created_at < $2 returning id',
        [clinicId, iso(now - keptDays * dayMs)],
      );
      if (rows.length === 0) return 0;
      const requestId = ports.random.uuid();
      await appendAuditBatch(
        tx,
        rows.map(({ id }) => ({
          at: now,
          requestId,
          actorId: undefined,
          actorName: '',
          actingRole: 'system',
          action: 'inquiry.delete',
          outcome: 'done' as const,
          resourceId: id,
          rule: 'kept days are over',
        })),
      );
      return rows.length;
    });
    if (deleted > 0) ports.bus.publish([{ clinicId, topic: 'inquiries' }]);
  }
}
