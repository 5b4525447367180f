// The looks of a session at home, slot by slot, as the clinic draws them: what was tapped, what is asked for now, and what
// never came. A gap stays a gap.
import type { Instant } from '#clinical/instant.ts';
import { checkSchedule } from '#clinical/monitoring/schedule.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { FactOf } from '#dosing-session/events.ts';
import { sessionFacts } from '#dosing-session/facts.ts';
import type { SessionState } from '#dosing-session/state.ts';
import type { State } from '#web/kit/state-mark.tsx';

export type LookShown = {
  readonly key: string;
  readonly at: Instant;
  readonly minute: number;
  readonly state: State;
  readonly kind: 'look' | 'gap' | 'due' | 'next';
  readonly seen: FactOf<'LookMade'>['seen'] | undefined;
  readonly byName: string | undefined;
};

const seenState: Readonly<Record<FactOf<'LookMade'>['seen'], State>> = {
  settled: 'checked',
  asleep: 'checked',
  'not-sure': 'unknown',
  worried: 'alert',
};

/** Newest first, with the look to come at the head. */
export function looksShown(state: SessionState, edition: Edition, now: Instant): readonly LookShown[] {
  const facts = sessionFacts(state, edition);
  const schedule = checkSchedule({ edition, session: facts, now });
  const startedAt = facts.doseStartedAt;
  if (schedule === undefined || startedAt === undefined) return [];
  const made = state.facts.LookMade.map(
    (entry): LookShown => ({
      key: entry.eventId,
      at: entry.at,
      minute: Math.floor((entry.at - startedAt) / 60_000),
      state: seenState[entry.fact.seen],
      kind: 'look',
      seen: entry.fact.seen,
      byName: entry.byName,
    }),
  );
  const slots = schedule.slots.flatMap((slot): readonly LookShown[] => {
    if (slot.state === 'taken') return [];
    const shared = { key: `slot-${slot.minute}`, at: slot.dueAt, minute: slot.minute } as const;
    const nobody = { seen: undefined, byName: undefined } as const;
    if (slot.state === 'missed' || slot.state === 'late')
      return [{ ...shared, ...nobody, state: 'stale', kind: 'gap' }];
    if (slot.state === 'due') return [{ ...shared, ...nobody, state: 'due', kind: 'due' }];
    return slot.minute === schedule.next?.minute
      ? [{ ...shared, ...nobody, state: 'not-yet', kind: 'next' }]
      : [];
  });
  return [...made, ...slots].toSorted((one, other) => other.at - one.at);
}
