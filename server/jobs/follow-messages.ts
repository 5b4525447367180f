// No message stays unread in silence: what is past its promised time becomes the desk's work, once.

import type { Ports } from '#server/ports';
import { withTenant } from '#server/postgres';
import { raiseLateMessages } from '#server/questions';

export async function followMessages(ports: Ports): Promise<void> {
  const { rows: clinics } = await ports.pool.query<{ id: string }>('select id from clinics');
  for (const { id: clinicId } of clinics) {
    const raised = await withTenant(ports.pool, { clinicId }, (tx) =>
      raiseLateMessages(tx, ports.clock.now()),
    );
    if (raised > 0) ports.bus.publish([{ clinicId, topic: 'floor' }]);
  }
}
