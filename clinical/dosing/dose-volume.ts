// How much to draw for this dose, and how much dose is in what was drawn. Both ways, so that the second person can
// start from the syringe. A concentration that nobody read off the label gives no volume.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { isAbove, isPositive, rounded } from '#clinical/quantity.ts';
import { sourced } from '#clinical/sourced.ts';
import { findingOf, houseRule, inputsOf } from './dosing-finding.ts';

/** How far the dose that can be drawn may lie from the dose ordered before someone looks, in percent. */
export const drawnDifferencePercent = sourced(5, '%', 'H-HOUSE', 'H');

export type DrawnDose = {
  /** The nearest line of the syringe. */
  readonly volumeMl: number;
  readonly doseMg: number;
  /** Above zero: more than ordered. */
  readonly differencePercent: number;
};

export type DoseVolume = {
  readonly volumeMl: number | undefined;
  /** Undefined unless the syringe's graduation was given. */
  readonly drawn: DrawnDose | undefined;
  readonly issues: readonly DetectedIssue[];
};

const rule = 'dose-volume';

/** Millilitres for a dose in milligrams, and what the lines of the syringe make of it. */
export function doseVolume(question: {
  readonly doseMg: number | undefined;
  readonly concentrationMgPerMl: number | undefined;
  /** From one line of the syringe to the next. */
  readonly graduationMl?: number | undefined;
}): DoseVolume {
  const { doseMg, concentrationMgPerMl, graduationMl } = question;
  if (!isPositive(doseMg) || !isPositive(concentrationMgPerMl)) {
    return {
      volumeMl: undefined,
      drawn: undefined,
      issues: [
        notKnown('volume-not-known', 'No volume can be worked out.', { doseMg, concentrationMgPerMl }),
      ],
    };
  }
  const volumeMl = doseMg / concentrationMgPerMl;
  if (graduationMl === undefined) return { volumeMl, drawn: undefined, issues: [] };
  if (!isPositive(graduationMl)) {
    return {
      volumeMl,
      drawn: undefined,
      issues: [notKnown('graduation-not-known', 'The lines of the syringe are not known.', { graduationMl })],
    };
  }
  const drawnMl = Math.round(volumeMl / graduationMl) * graduationMl;
  const drawnMg = drawnMl * concentrationMgPerMl;
  const differencePercent = ((drawnMg - doseMg) / doseMg) * 100;
  const drawn = { volumeMl: drawnMl, doseMg: drawnMg, differencePercent };
  if (!isAbove({ value: Math.abs(differencePercent), limit: drawnDifferencePercent.value })) {
    return { volumeMl, drawn, issues: [] };
  }
  const issue = findingOf(rule, {
    code: 'drawn-dose-differs',
    title: `On this syringe ${rounded(doseMg, 2)} mg can only be drawn as ${rounded(drawnMg, 2)} mg.`,
    action: 'review',
    inputs: [
      ...inputsOf({ doseMg }, { unit: 'mg' }),
      ...inputsOf({ concentrationMgPerMl }, { unit: 'mg/mL' }),
      ...inputsOf({ graduationMl }, { unit: 'mL' }),
    ],
    roots: [drawnDifferencePercent],
  });
  return { volumeMl, drawn, issues: [issue] };
}

/** Milligrams in a volume. */
export function volumeDose(question: {
  readonly volumeMl: number | undefined;
  readonly concentrationMgPerMl: number | undefined;
}): { readonly doseMg: number | undefined; readonly issues: readonly DetectedIssue[] } {
  const { volumeMl, concentrationMgPerMl } = question;
  if (!isPositive(volumeMl) || !isPositive(concentrationMgPerMl)) {
    const issue = notKnown('dose-not-known', 'No dose can be worked out from this volume.', {
      volumeMl,
      concentrationMgPerMl,
    });
    return { doseMg: undefined, issues: [issue] };
  }
  return { doseMg: volumeMl * concentrationMgPerMl, issues: [] };
}

function notKnown(
  code: string,
  title: string,
  given: Readonly<Record<string, number | undefined>>,
): DetectedIssue {
  return findingOf(rule, {
    code,
    title,
    action: 'unknown',
    inputs: inputsOf(given),
    missing: Object.entries(given).flatMap(([name, value]) => (isPositive(value) ? [] : [name])),
    roots: [houseRule],
  });
}
