// Which code psychotherapy earns by its minutes, alone or beside a medical visit.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { asOf, datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { sourced } from '#clinical/sourced.ts';
import { completedMinutes, mostMinutes } from './billed-minutes.ts';

const rule = 'psychotherapy-codes';

export const shortSpanFrom = sourced(16, 'min', 'T-GEN', 'G', asOf('90832 and 90833 up to 37 minutes.'));
export const middleSpanFrom = sourced(38, 'min', 'T-GEN', 'G', asOf('90834 and 90836 up to 52 minutes.'));
export const longSpanFrom = sourced(53, 'min', 'W-BILL', 'V2', asOf('90837 and 90838.'));

export type PsychotherapyCode =
  | { readonly state: 'code'; readonly code: string }
  | { readonly state: 'too-short'; readonly code: undefined }
  | { readonly state: 'unknown'; readonly code: undefined };

/** The code for these minutes of therapy; none under sixteen. Sources T-GEN, W-BILL. */
export function psychotherapyCode(question: {
  readonly minutes: number | undefined;
  /** Whether a medical visit is billed for the same meeting; left out, it stands alone. */
  readonly besideVisit?: boolean | undefined;
  /** Where the three spans begin, in minutes. Mostly general knowledge, so a clinic may set them. */
  readonly spansFrom?: readonly [short: number, middle: number, long: number] | undefined;
}): PsychotherapyCode {
  const [short, middle, long] = question.spansFrom ?? [
    shortSpanFrom.value,
    middleSpanFrom.value,
    longSpanFrom.value,
  ];
  const minutes = completedMinutes(question.minutes);
  if (minutes === undefined) return { state: 'unknown', code: undefined };
  if (minutes < short) return { state: 'too-short', code: undefined };
  const span = minutes < middle ? 0 : minutes < long ? 1 : 2;
  const codes = question.besideVisit === true ? ['90833', '90836', '90838'] : ['90832', '90834', '90837'];
  return { state: 'code', code: codes[span] ?? '' };
}

export function psychotherapyCodeIssues(question: {
  readonly minutes: number | undefined;
  readonly spansFrom?: readonly [short: number, middle: number, long: number] | undefined;
}): readonly DetectedIssue[] {
  const { state } = psychotherapyCode(question);
  const [shortest = shortSpanFrom.value] = question.spansFrom ?? [];
  if (state === 'code') return [];
  return [
    datedFinding({
      rule,
      code: state === 'unknown' ? 'therapy-minutes-not-known' : 'therapy-too-short',
      title:
        state === 'unknown'
          ? 'It is not known how many minutes the therapy lasted.'
          : `Therapy under ${shortest} minutes has no code.`,
      action: state === 'unknown' ? 'unknown' : 'inform',
      inputs: given('minutes', question.minutes, 'min'),
      missing: state === 'unknown' ? ['minutes'] : [],
      basis: [state === 'unknown' ? mostMinutes : shortSpanFrom],
    }),
  ];
}
