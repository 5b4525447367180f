// Which codes an infusion or an injection earns by its minutes: the first hour from sixteen minutes on, and each further
// hour only when more than thirty minutes of it were completed.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { asOf, datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { sourced } from '#clinical/sourced.ts';
import { completedMinutes, mostMinutes, watchingIsNotInfusion } from './billed-minutes.ts';

const rule = 'infusion-codes';

export const infusionFromMinutes = sourced(16, 'min', 'T-GEN', 'G', asOf());
export const furtherHourBeyondMinutes = sourced(
  30,
  'min',
  'W-BILL',
  'V2',
  asOf('More than this, beyond a completed hour.'),
);

export type BilledCode = { readonly code: string; readonly units: number };

/**
 * Codes for an infusion of this many minutes of running pump; an empty list when it was too short for one, undefined when
 * the minutes are not known. Post-monitoring minutes are not infusion minutes. Sources W-BILL, T-GEN.
 */
export function infusionCodes(question: {
  readonly minutes: number | undefined;
  /** A push is billed only where it was documented as one. */
  readonly isDocumentedAsPush?: boolean | undefined;
  /** General knowledge, so a clinic may set it. */
  readonly firstHourFromMinutes?: number | undefined;
}): readonly BilledCode[] | undefined {
  const { firstHourFromMinutes = infusionFromMinutes.value } = question;
  const minutes = completedMinutes(question.minutes);
  if (minutes === undefined) return undefined;
  if (minutes < firstHourFromMinutes) {
    return question.isDocumentedAsPush === true ? [{ code: '96374', units: 1 }] : [];
  }
  const furtherHours = Math.max(0, Math.ceil((minutes - furtherHourBeyondMinutes.value) / 60) - 1);
  const first = { code: '96365', units: 1 };
  return furtherHours === 0 ? [first] : [first, { code: '96366', units: furtherHours }];
}

/** One code per injection into muscle; undefined when the number of injections is not known. Source W-BILL. */
export function injectionCodes(injections: number | undefined): readonly BilledCode[] | undefined {
  if (injections === undefined || !Number.isInteger(injections) || injections < 0) return undefined;
  return injections === 0 ? [] : [{ code: '96372', units: injections }];
}

export function infusionCodeIssues(question: {
  readonly minutes: number | undefined;
  readonly isDocumentedAsPush: boolean | undefined;
  readonly firstHourFromMinutes?: number | undefined;
}): readonly DetectedIssue[] {
  const { minutes, isDocumentedAsPush, firstHourFromMinutes = infusionFromMinutes.value } = question;
  const inputs = [...given('minutes', minutes, 'min'), ...given('isDocumentedAsPush', isDocumentedAsPush)];
  const completed = completedMinutes(minutes);
  if (completed === undefined) {
    return [
      datedFinding({
        rule,
        code: 'infusion-minutes-not-known',
        title: 'It is not known how many minutes the infusion ran.',
        action: 'unknown',
        inputs,
        missing: ['minutes'],
        basis: [mostMinutes, watchingIsNotInfusion],
      }),
    ];
  }
  if (completed >= firstHourFromMinutes || isDocumentedAsPush === true) return [];
  return [
    datedFinding({
      rule,
      code: isDocumentedAsPush === false ? 'infusion-too-short' : 'push-not-known',
      title: `An infusion under ${firstHourFromMinutes} minutes has no infusion code.`,
      action: isDocumentedAsPush === false ? 'inform' : 'unknown',
      inputs,
      missing: isDocumentedAsPush === false ? [] : ['isDocumentedAsPush'],
      basis: [infusionFromMinutes],
    }),
  ];
}
