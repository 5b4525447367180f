// The pack that makes itself: once a local day, at the clinic's time or as soon after as the machine is awake. A line of the
// audit says for whom it was made.

import { morningPack, morningPackMinute } from '#clinical/downtime/morning-pack.ts';
import { appendAuditBatch } from '#server/audit';
import type { Ports } from '#server/ports';
import { withTenant } from '#server/postgres';
import { packOf } from './pack.ts';
import { keepPack, packTimes } from './store.ts';

type Row = { id: string; name: string; phone: string; address: string; zone: string; crisis_place: string };

export async function makeMorningPack(ports: Ports): Promise<void> {
  const { rows: clinics } = await ports.pool.query<Row>(
    'select id, name, phone, address, zone, crisis_place from clinics',
  );
  const now = ports.clock.now();
  for (const { id: clinicId, crisis_place, ...clinic } of clinics) {
    const made = await withTenant(ports.pool, { clinicId }, async (tx) => {
      // Two workers at once would make two: the second waits here and then finds the first one's.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`downtime/${clinicId}`]);
      const times = await packTimes(tx);
      const { kind } = morningPack({
        now,
        zone: clinic.zone,
        minuteOfDay: times.minuteOfDay ?? morningPackMinute.value,
        lastMadeAt: times.lastByItselfAt,
      });
      if (kind !== 'under-way' && kind !== 'missing') return false;
      const packId = ports.random.uuid();
      const content = await packOf(tx, { clinic: { ...clinic, crisisPlace: crisis_place }, now });
      const patientIds = await keepPack(tx, { id: packId, content, by: undefined });
      await appendAuditBatch(tx, [
        {
          at: now,
          requestId: ports.random.uuid(),
          actorId: undefined,
          actorName: '',
          actingRole: 'system',
          action: 'downtime-pack.make',
          outcome: 'done',
          patientIds,
          resourceId: packId,
          rule: 'the clinic’s time for the morning pack',
        },
      ]);
      return true;
    });
    if (made) ports.bus.publish([{ clinicId, topic: 'floor' }]);
  }
}
