// The clinic's own count of what went wrong, for its public page. Rows are counted where they lie; nobody is read.

import type { AdverseEventTerm } from '#clinical/risk/adverse-event-terms.ts';
import { type EventCount, ratesOverDays } from '#clinical/risk/event-rates.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import type { CountedEvents } from '#server/site';

const dayMs = 86_400_000;

/** An event counts by how it was graded last, else as it was told; one entered in error does not count. */
export async function countedEvents(tx: Tx, now: number): Promise<CountedEvents> {
  const fromAt = now - ratesOverDays.value * dayMs;
  const sessions = await tx.query<{ count: number }>(
    `select count(*)::int as count from dosing_sessions
      where clinic_id = $1 and released_at >= $2 and released_at <= $3`,
    [tx.clinicId, iso(fromAt), iso(now)],
  );
  const { rows } = await tx.query<EventCount<AdverseEventTerm>>(
    `select kind, count(*)::int as count from (
       select coalesce(g.body ->> 'term', e.term, 'other') as kind
         from adverse_events e
         left join lateral (
           select body from adverse_event_gradings g
            where g.clinic_id = e.clinic_id and g.event_id = e.id order by g.number desc limit 1) g on true
        where e.clinic_id = $1 and e.reported_at >= $2 and e.reported_at <= $3
          and coalesce(g.body ->> 'enteredInError', '') = '') counted
      group by kind`,
    [tx.clinicId, iso(fromAt), iso(now)],
  );
  return { fromAt, sessions: sessions.rows[0]?.count ?? 0, counts: rows };
}
