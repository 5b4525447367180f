// Does the spray's label ask for a weighing of risk and benefit at this blood pressure? Strictly above either number it
// does; it asks for a decision and never for an automatic stop. The gate's own limits live in the protocol edition.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import type { Instant } from '#clinical/instant.ts';
import { isPlausible, type VitalSignKey, vitalSign } from '#clinical/monitoring/vital-signs.ts';
import { sourced } from '#clinical/sourced.ts';
import { findingOf, generalKnowledge, inputsOf } from './dosing-finding.ts';

export const promptAboveSystolicMmHg = sourced(140, 'mm[Hg]', 'L-PDR', 'V');
export const promptAboveDiastolicMmHg = sourced(90, 'mm[Hg]', 'L-PDR', 'V');

export type PressurePrompt = {
  /** One number above its limit is enough; both must be known to say that neither is. */
  readonly review: boolean | 'unknown';
  readonly issues: readonly DetectedIssue[];
};

const rule = 'pressure-prompt';

const sides = [
  { name: 'systolicMmHg', words: 'Systolic pressure', limit: promptAboveSystolicMmHg },
  { name: 'diastolicMmHg', words: 'Diastolic pressure', limit: promptAboveDiastolicMmHg },
] as const;

export function pressurePrompt(reading: {
  readonly systolicMmHg: number | undefined;
  readonly diastolicMmHg: number | undefined;
  readonly at?: Instant | undefined;
}): PressurePrompt {
  const { systolicMmHg, diastolicMmHg, at } = reading;
  const asked = sides.map((side) => {
    const value = reading[side.name];
    return { ...side, value, mmHg: readable(side.name, value) };
  });
  const given = { unit: 'mm[Hg]', at };
  const above = asked.filter(({ mmHg, limit }) => mmHg > limit.value);
  const notKnown = asked.filter(({ mmHg }) => Number.isNaN(mmHg));
  const isReversed = readable('systolicMmHg', systolicMmHg) <= readable('diastolicMmHg', diastolicMmHg);
  const issues: DetectedIssue[] = [
    ...above.map(({ name, words, value, limit }) =>
      findingOf(rule, {
        code: `${name === 'systolicMmHg' ? 'systolic' : 'diastolic'}-above-prompt`,
        title: `${words} is above ${limit.value}: the label asks to weigh the risk of a short rise against the benefit.`,
        action: 'review',
        inputs: inputsOf({ [name]: value }, given),
        roots: [limit],
      }),
    ),
    ...notKnown.map(({ name, words, value, limit }) =>
      findingOf(rule, {
        code: `${name === 'systolicMmHg' ? 'systolic' : 'diastolic'}-${value === undefined ? 'missing' : 'implausible'}`,
        title:
          value === undefined
            ? `${words} is not known.`
            : `${words} as written is outside what a cuff shows: measure again.`,
        action: 'unknown',
        inputs: inputsOf({ [name]: value }, given),
        missing: [name],
        roots: value === undefined ? [limit] : [limit, vitalSign(name).plausible],
      }),
    ),
  ];
  if (isReversed) {
    issues.push(
      findingOf(rule, {
        code: 'blood-pressure-reversed',
        title: 'The upper number is not higher than the lower one: measure again.',
        action: 'unknown',
        inputs: inputsOf({ systolicMmHg, diastolicMmHg }, given),
        missing: ['bloodPressure'],
        roots: [generalKnowledge],
      }),
    );
  }
  const review = above.length > 0 ? true : notKnown.length > 0 || isReversed ? 'unknown' : false;
  return { review, issues: byUrgency(issues) };
}

/** A pressure no cuff shows is no number, which is neither above nor below any other. */
function readable(name: VitalSignKey, value: number | undefined): number {
  return value !== undefined && isPlausible(name, value) ? value : Number.NaN;
}
