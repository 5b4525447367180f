// Whoever checks a dose second works it out without the figures of the first. Until they have their own, or two people are
// done, what others worked out is told without its numbers: by the server, whatever the screen would have shown.

import type { RecordedEvent } from '#dosing-session/events.ts';
import { hidesFrom, unseenBy } from '#dosing-session/unseen.ts';
import type { Tx } from '#server/postgres';

/** Everyone whose own figures stand in the log. */
async function workedOutBy(tx: Tx, sessionId: string): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ author_id: string }>(
    `select distinct e.author_id from dosing_session_events e
      where e.clinic_id = $1 and e.session_id = $2 and e.type = 'DoseWorkedOut'
        and not exists (select 1 from dosing_session_events w
                         where w.clinic_id = e.clinic_id and w.session_id = e.session_id and w.type = 'EnteredInError'
                           and w.body -> 'fact' ->> 'targetEventId' = e.event_id::text)`,
    [tx.clinicId, sessionId],
  );
  return new Set(rows.map((row) => row.author_id));
}

const twoPeople = 2;

function maySee(workers: ReadonlySet<string>, readerId: string): boolean {
  return workers.has(readerId) || workers.size >= twoPeople;
}

export async function eventsFor(
  tx: Tx,
  readerId: string,
  { sessionId, events }: { readonly sessionId: string; readonly events: readonly RecordedEvent[] },
): Promise<RecordedEvent[]> {
  if (!hidesFrom(events, readerId) || maySee(await workedOutBy(tx, sessionId), readerId)) return [...events];
  return events.map((event) => unseenBy(event, readerId));
}
