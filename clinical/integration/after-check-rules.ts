// At which hours after a dose a person is asked how it goes, and how long an answer is waited for before someone calls.
// House configuration: no published rule says these hours.

import { type Sourced, sourced } from '#clinical/sourced.ts';

export type AfterCheckRule = {
  /** Hours since the dose began. */
  readonly hours: Sourced<number>;
  /** Without an answer by then a person of the clinic calls. Undefined: the evening check of the same day does. */
  readonly calledAfterMinutes: Sourced<number> | undefined;
};

const called = sourced(
  480,
  'min',
  'H-HOUSE',
  'H',
  'A dose of the morning is asked after while people are there.',
);

export const afterCheckRules: readonly AfterCheckRule[] = [
  {
    hours: sourced(4, 'h', 'H-HOUSE', 'H', 'An effect on mood can come within hours.'),
    calledAfterMinutes: undefined,
  },
  { hours: sourced(24, 'h', 'M-ALD', 'V', 'A call on the day after.'), calledAfterMinutes: called },
  { hours: sourced(48, 'h', 'H-HOUSE', 'H'), calledAfterMinutes: called },
  { hours: sourced(72, 'h', 'H-HOUSE', 'H'), calledAfterMinutes: called },
];

/** The last question is open for a day; each one before it until the next is asked. */
export const lastCheckOpenHours = sourced(24, 'h', 'H-HOUSE', 'H');
