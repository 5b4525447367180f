// What is still on paper: due times of a session that nobody has typed, and about which nobody has said that the paper holds
// nothing. Missing stays missing until a person speaks.
import type { Instant } from '#clinical/instant.ts';
import { checkSchedule } from '#clinical/monitoring/schedule.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { sessionFacts } from './facts.ts';
import { doseStartedAt } from './readings.ts';
import type { SessionState } from './state.ts';

export type StillOnPaper =
  /** Without the start of the dose there is nothing to count from. */
  | { readonly kind: 'unknown'; readonly missing: 'dose-start' }
  | {
      readonly kind: 'known';
      readonly rows: readonly { readonly minute: number; readonly dueAt: Instant }[];
      /** While nobody has typed that they left, rows go on falling due. */
      readonly isOver: boolean;
    };

export const stillOnPaper = (question: {
  readonly state: SessionState;
  readonly edition: Edition;
  readonly now: Instant;
  readonly nothingAtMinutes: readonly number[];
}): StillOnPaper => {
  const { state, edition, now, nothingAtMinutes } = question;
  const schedule = checkSchedule({ edition, session: sessionFacts(state, edition), now });
  if (doseStartedAt(state) === undefined || schedule === undefined)
    return { kind: 'unknown', missing: 'dose-start' };
  return {
    kind: 'known',
    rows: schedule.slots
      .filter(
        ({ minute, state: slot }) => slot === 'missed' && !nothingAtMinutes.includes(Math.round(minute)),
      )
      .map(({ minute, dueAt }) => ({ minute: Math.round(minute), dueAt })),
    isOver: state.phase === 'released',
  };
};
