// Is it long enough since food, drink and another nasal product for the spray? "None" is an answer a person gave and
// passes; no answer is unknown and does not. Exactly the label's minutes are enough.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { isZeroOrMore } from '#clinical/quantity.ts';
import { sourced } from '#clinical/sourced.ts';
import { findingOf, inputsOf } from './dosing-finding.ts';

export const sprayFoodMinutes = sourced(120, 'min', 'L-PDR', 'V', 'At least.');
export const sprayLiquidsMinutes = sourced(30, 'min', 'L-PDR', 'V', 'At least.');
export const sprayNasalProductMinutes = sourced(
  60,
  'min',
  'L-PDR',
  'V',
  'At least, after a nasal corticosteroid or decongestant on the same day.',
);

export type SprayTimingPart = 'food' | 'liquids' | 'nasal';
export type MinutesSince = number | 'none' | undefined;

export type SprayTiming = {
  readonly pass: boolean | 'unknown';
  /** In the order food, liquids, nasal. */
  readonly failures: readonly SprayTimingPart[];
  readonly unknown: readonly SprayTimingPart[];
  readonly issues: readonly DetectedIssue[];
};

const rule = 'spray-timing';

const parts = [
  { part: 'food', name: 'minutesSinceFood', words: 'food', limit: sprayFoodMinutes },
  { part: 'liquids', name: 'minutesSinceLiquids', words: 'drink', limit: sprayLiquidsMinutes },
  {
    part: 'nasal',
    name: 'minutesSinceNasalProduct',
    words: 'another nasal product',
    limit: sprayNasalProductMinutes,
  },
] as const;

/** Minutes before the first device. */
export function sprayTiming(question: {
  readonly minutesSinceFood: MinutesSince;
  readonly minutesSinceLiquids: MinutesSince;
  readonly minutesSinceNasalProduct: MinutesSince;
}): SprayTiming {
  const asked = parts.map((row) => ({ ...row, minutes: question[row.name] }));
  const failed = asked.filter(({ minutes, limit }) => isMinutes(minutes) && minutes < limit.value);
  const notKnown = asked.filter(({ minutes }) => minutes !== 'none' && !isMinutes(minutes));
  const issues = [
    ...failed.map(({ part, name, words, limit, minutes }) =>
      findingOf(rule, {
        code: `${part}-too-recent`,
        title: `The label asks for ${limit.value} minutes since ${words} before the spray.`,
        action: 'exclude',
        inputs: inputsOf({ [name]: minutes }, { unit: 'min' }),
        roots: [limit],
      }),
    ),
    ...notKnown.map(({ part, name, words, limit, minutes }) =>
      findingOf(rule, {
        code: minutes === undefined ? `${part}-not-known` : `${part}-implausible`,
        title:
          minutes === undefined
            ? `When they last had ${words} is not known.`
            : `The time since ${words} cannot be read as minutes.`,
        action: 'unknown',
        inputs: inputsOf({ [name]: minutes }, { unit: 'min' }),
        missing: [name],
        roots: [limit],
      }),
    ),
  ];
  return {
    pass: failed.length > 0 ? false : notKnown.length > 0 ? 'unknown' : true,
    failures: failed.map(({ part }) => part),
    unknown: notKnown.map(({ part }) => part),
    issues: byUrgency(issues),
  };
}

function isMinutes(minutes: MinutesSince): minutes is number {
  return typeof minutes === 'number' && isZeroOrMore(minutes);
}
