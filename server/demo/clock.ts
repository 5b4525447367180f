// The demonstration's clock. While a session is played faster than it happens, the whole clinic's time runs faster with it,
// so that what is due, late and measured stays true to itself. It never runs backward, and starts where it last stood.

import type { Clock } from '#server/clock';
import { type Pool, withTenant } from '#server/postgres';
import { demoClinicId } from './cast.ts';

export function openDemoClock(real: Clock, aheadMs: number): Required<Clock> {
  let anchor = { real: real.now(), shown: real.now() + aheadMs };
  let speed = 1;
  const now = (): number => Math.round(anchor.shown + (real.now() - anchor.real) * speed);
  return {
    now,
    rate: () => speed,
    runAt(rate) {
      anchor = { real: real.now(), shown: now() };
      speed = rate;
    },
  };
}

/** How far the last session played has carried the clinic ahead of the real day, in milliseconds. */
export async function aheadBy(pool: Pool, now: number): Promise<number> {
  const { rows } = await withTenant(pool, { clinicId: demoClinicId }, (tx) =>
    tx.query<{ latest: number | null }>(
      'select max(received_at) as latest from dosing_session_events where clinic_id = $1',
      [demoClinicId],
    ),
  );
  return Math.max(0, (rows[0]?.latest ?? now) - now);
}
