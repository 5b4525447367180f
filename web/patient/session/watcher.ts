// Who watches over the person now, read from the facts: the last assignment or handover that still stands.
import type { RecordedEvent } from '#dosing-session/events.ts';

export function watcherIn(events: readonly RecordedEvent[]): string | undefined {
  const struck = new Set(
    events.flatMap(({ fact }) => (fact.type === 'EnteredInError' ? [fact.targetEventId] : [])),
  );
  const named = events
    .filter((event) => !struck.has(event.eventId))
    .toSorted((a, b) => a.effectiveAt - b.effectiveAt)
    .flatMap(({ fact }) => {
      if (fact.type === 'MonitorAssigned') return [fact.name];
      return fact.type === 'MonitorHandedOver' ? [fact.toName] : [];
    });
  return named.at(-1)?.split(' ')[0];
}
