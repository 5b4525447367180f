// The liver, where someone is at risk or has many high doses: a test before, and again later. A test that should be there
// and is not, or is too old, is unknown.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { findingOf, inputsOf, type Root } from '#clinical/dosing/dosing-finding.ts';
import { type Instant, minutesBetween } from '#clinical/instant.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

export const liverRule = 'liver';

/** A common stop rule, read in no primary source; a clinic sets its own. */
export const reviewAboveTimesUpperLimit = sourced(3, 'times upper limit', 'T-GEN', 'G');
/** The sources ask for a repeat and name no interval. */
export const repeatAfterDays = sourced(90, 'd', 'H-HOUSE', 'H');
/** More than any laboratory reports without a call. */
export const implausibleAltAbove = sourced(20_000, 'U/L', 'H-HOUSE', 'H');

export type AltTest = {
  readonly altUnitsPerLitre: number;
  /** The upper limit of the laboratory that measured it. */
  readonly upperLimitUnitsPerLitre: number;
  readonly at: Instant;
};

const consensus: Root = { source: 'K-PAIN', confidence: 'V' };

export function liverIssues(question: {
  readonly atRisk: boolean | undefined;
  readonly frequentHighDose: boolean | undefined;
  /** Every test known; an empty list means someone looked and there is none. */
  readonly tests: readonly (AltTest | undefined)[] | undefined;
  /** Undefined: before the first dose of all. */
  readonly firstDoseAt: Instant | undefined;
  readonly now: Instant;
  readonly reviewAbove?: Sourced<number>;
  readonly repeatDays?: Sourced<number>;
}): readonly DetectedIssue[] {
  const { atRisk, frequentHighDose, tests, firstDoseAt, now } = question;
  const { reviewAbove = reviewAboveTimesUpperLimit, repeatDays = repeatAfterDays } = question;
  const readable = (tests ?? []).filter((test): test is AltTest => isReadable(test, now));
  const latest = readable.toSorted((a, b) => a.at - b.at).at(-1);
  const found: DetectedIssue[] = [];
  const riskMissing = [
    ...(typeof atRisk === 'boolean' ? [] : ['atRisk']),
    ...(typeof frequentHighDose === 'boolean' ? [] : ['frequentHighDose']),
  ];
  const isAsked = atRisk === true || frequentHighDose === true;
  if (!isAsked && riskMissing.length > 0) {
    found.push(
      findingOf(liverRule, {
        code: 'liver-risk-unknown',
        title: 'It is not known whether the liver is at risk or the doses are many and high.',
        action: 'unknown',
        missing: riskMissing,
        roots: [consensus],
      }),
    );
  }
  for (const test of tests ?? []) {
    if (isReadable(test, now)) continue;
    found.push(
      findingOf(liverRule, {
        code: 'liver-test-implausible',
        title: 'A liver test cannot be read: its value, its upper limit or its day is not possible.',
        action: 'unknown',
        inputs: inputsOf(
          { alt: test?.altUnitsPerLitre, upperLimit: test?.upperLimitUnitsPerLitre },
          { unit: 'U/L', at: test?.at },
        ),
        missing: ['alt'],
        roots: [implausibleAltAbove],
      }),
    );
  }
  if (isAsked) found.push(...testsDue({ readable, latest, firstDoseAt, now, repeatDays }));
  if (latest && latest.altUnitsPerLitre > reviewAbove.value * latest.upperLimitUnitsPerLitre) {
    found.push(
      findingOf(liverRule, {
        code: 'liver-alt-high',
        title: `ALT ${latest.altUnitsPerLitre} is more than ${reviewAbove.value} times the laboratory’s upper limit. The prescriber decides before the next dose.`,
        action: 'review',
        inputs: inputsOf(
          { alt: latest.altUnitsPerLitre, upperLimit: latest.upperLimitUnitsPerLitre },
          { unit: 'U/L', at: latest.at },
        ),
        roots: [reviewAbove],
      }),
    );
  }
  return byUrgency(found);
}

function testsDue(known: {
  readonly readable: readonly AltTest[];
  readonly latest: AltTest | undefined;
  readonly firstDoseAt: Instant | undefined;
  readonly now: Instant;
  readonly repeatDays: Sourced<number>;
}): readonly DetectedIssue[] {
  const { readable, latest, firstDoseAt, now, repeatDays } = known;
  const hasBaseline = readable.some((test) => firstDoseAt === undefined || test.at <= firstDoseAt);
  const days = latest && minutesBetween(latest.at, now) / (24 * 60);
  return [
    ...(hasBaseline
      ? []
      : [
          findingOf(liverRule, {
            code: 'liver-baseline-missing',
            title:
              'No liver test from before the first dose, and the liver is at risk or the doses are many.',
            action: 'unknown',
            missing: ['baselineAlt'],
            roots: [consensus],
          }),
        ]),
    ...(days !== undefined && days > repeatDays.value
      ? [
          findingOf(liverRule, {
            code: 'liver-repeat-due',
            title: `The last liver test is more than ${repeatDays.value} days old.`,
            action: 'unknown',
            inputs: inputsOf({ alt: latest?.altUnitsPerLitre }, { unit: 'U/L', at: latest?.at }),
            missing: ['alt'],
            roots: [consensus, repeatDays],
          }),
        ]
      : []),
  ];
}

function isReadable(test: AltTest | null | undefined, now: Instant): boolean {
  if (!test) return false;
  const { altUnitsPerLitre: alt, upperLimitUnitsPerLitre: upper, at } = test;
  return (
    Number.isFinite(alt) &&
    alt >= 0 &&
    alt <= implausibleAltAbove.value &&
    Number.isFinite(upper) &&
    upper > 0 &&
    Number.isFinite(at) &&
    at <= now
  );
}
