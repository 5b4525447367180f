// When a person is asked after a dose how it goes, and how long an answer is waited for before someone calls: numbers of the
// protocol edition. An edition signed before it could say them is read with those of the house.

import type { Edition, EditionValue } from '#clinical/protocol/edition.ts';
import { sourced } from '#clinical/sourced.ts';

export type AfterCheckTimes = {
  /** Since the dose began. Silence on the same day is answered by the evening check. */
  readonly firstHours: EditionValue<number>;
  /** The morning after, where the person is. */
  readonly morningMinuteOfDay: EditionValue<number>;
  /** Since the dose began, on the days after that morning. */
  readonly laterHours: EditionValue<readonly number[]>;
  /** From the morning on: without an answer by then a person of the clinic calls. */
  readonly calledAfterMinutes: EditionValue<number>;
  /** The last question is open so long; each one before it until the next is asked. */
  readonly lastOpenHours: EditionValue<number>;
};

export const houseAfterChecks: AfterCheckTimes = {
  firstHours: sourced(4, 'h', 'H-HOUSE', 'H', 'An effect on mood can come within hours.'),
  morningMinuteOfDay: sourced(
    540,
    'min',
    'H-HOUSE',
    'H',
    'A call on the day after is published (M-ALD), its hour is not.',
  ),
  laterHours: sourced([48, 72], 'h', 'H-HOUSE', 'H'),
  calledAfterMinutes: sourced(
    480,
    'min',
    'H-HOUSE',
    'H',
    'A dose of the morning is asked after while people are there.',
  ),
  lastOpenHours: sourced(24, 'h', 'H-HOUSE', 'H'),
};

/** What the edition says; what it leaves out is as the house has it. */
export function afterCheckTimes({ afterChecks: said }: Pick<Edition, 'afterChecks'>): AfterCheckTimes {
  return {
    firstHours: said?.firstHours ?? houseAfterChecks.firstHours,
    morningMinuteOfDay: said?.morningMinuteOfDay ?? houseAfterChecks.morningMinuteOfDay,
    laterHours: said?.laterHours ?? houseAfterChecks.laterHours,
    calledAfterMinutes: said?.calledAfterMinutes ?? houseAfterChecks.calledAfterMinutes,
    lastOpenHours: said?.lastOpenHours ?? houseAfterChecks.lastOpenHours,
  };
}

/** Each check is named by its hours in an answer and in a link; the one of the morning after by these. */
export const morningCheckHours = 24;

/** No edition asks later than this; an answer that names other hours is none of ours. */
export const latestCheckHours = sourced(336, 'h', 'H-HOUSE', 'H', 'Two weeks.');
