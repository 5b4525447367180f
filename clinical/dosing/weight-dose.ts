// From a weight and an ordered dose per kilogram to milligrams, millilitres and a pump rate, held against the ceilings of
// the edition. Anything missing or not a positive number gives no dose at all.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import type { Edition, EditionValue } from '#clinical/protocol/edition.ts';
import { isAbove, isPositive } from '#clinical/quantity.ts';

export type WeightDose = {
  readonly doseMg: number;
  readonly mgPerKg: number;
  readonly mgPerMinute: number | undefined;
  readonly volumeMl: number | undefined;
  readonly rateMlPerHour: number | undefined;
};

export type DoseFinding =
  | { readonly dose: WeightDose; readonly issues: readonly DetectedIssue[] }
  | { readonly dose: undefined; readonly issues: readonly DetectedIssue[] };

export function weightDose(question: {
  readonly mgPerKg: number | undefined;
  readonly weightKg: number | undefined;
  /** Undefined for a route without a running time. */
  readonly minutes: number | undefined;
  readonly concentrationMgPerMl: number | undefined;
  readonly edition: Edition;
}): DoseFinding {
  const { mgPerKg, weightKg, minutes, concentrationMgPerMl, edition } = question;
  const missing = [
    ...(isPositive(mgPerKg) ? [] : ['mgPerKg']),
    ...(isPositive(weightKg) ? [] : ['weightKg']),
    ...(minutes === undefined || isPositive(minutes) ? [] : ['minutes']),
    ...(concentrationMgPerMl === undefined || isPositive(concentrationMgPerMl)
      ? []
      : ['concentrationMgPerMl']),
  ];
  if (!isPositive(mgPerKg) || !isPositive(weightKg) || missing.length > 0) {
    return { dose: undefined, issues: [noDose(missing)] };
  }
  const doseMg = mgPerKg * weightKg;
  const mgPerMinute = minutes === undefined ? undefined : doseMg / minutes;
  const volumeMl = concentrationMgPerMl === undefined ? undefined : doseMg / concentrationMgPerMl;
  const rateMlPerHour =
    volumeMl === undefined || minutes === undefined ? undefined : (volumeMl / minutes) * 60;
  const dose = { doseMg, mgPerKg, mgPerMinute, volumeMl, rateMlPerHour };
  return { dose, issues: doseIssues({ doseMg, weightKg, minutes, edition }) };
}

/** Whether a dose as ordered lies inside the edition's ceilings; the same question for a fixed dose and one by weight. */
export function doseIssues(question: {
  readonly doseMg: number;
  readonly weightKg: number;
  readonly minutes: number | undefined;
  readonly edition: Edition;
}): readonly DetectedIssue[] {
  const { doseMg, weightKg, minutes, edition } = question;
  if (!isPositive(doseMg) || !isPositive(weightKg)) {
    return [
      noDose([...(isPositive(doseMg) ? [] : ['doseMg']), ...(isPositive(weightKg) ? [] : ['weightKg'])]),
    ];
  }
  const limits = edition.dose;
  const mgPerKg = doseMg / weightKg;
  const perMinute = isPositive(minutes) ? mgPerKg / minutes : undefined;
  const isExcluded = isOver(mgPerKg, limits.excludeAboveMgPerKg);
  const found = [
    limits.excludeAboveMgPerKgPerMinute && perMinute === undefined
      ? rateNotKnown(doseMg, limits.excludeAboveMgPerKgPerMinute)
      : undefined,
    weightKg < limits.confirmWeightBelowKg.value
      ? ceiling(
          'weight-low',
          'review',
          { weightKg },
          limits.confirmWeightBelowKg,
          'Confirm the weight: kilograms, not pounds.',
        )
      : undefined,
    weightKg > limits.confirmWeightAboveKg.value
      ? ceiling(
          'weight-high',
          'review',
          { weightKg },
          limits.confirmWeightAboveKg,
          'Confirm the weight: kilograms, not pounds.',
        )
      : undefined,
    isExcluded
      ? ceiling(
          'dose-above-ceiling',
          'exclude',
          { mgPerKg },
          limits.excludeAboveMgPerKg,
          'Above the ceiling per kilogram.',
        )
      : undefined,
    !isExcluded && isOver(mgPerKg, limits.reviewAboveMgPerKg)
      ? ceiling(
          'dose-high',
          'review',
          { mgPerKg },
          limits.reviewAboveMgPerKg,
          'Higher than the studied range per kilogram.',
        )
      : undefined,
    isOver(perMinute, limits.excludeAboveMgPerKgPerMinute)
      ? ceiling(
          'rate-above-ceiling',
          'exclude',
          { mgPerKgPerMinute: perMinute ?? 0 },
          limits.excludeAboveMgPerKgPerMinute,
          'Too fast.',
        )
      : undefined,
    isOver(doseMg, limits.excludeAboveSessionMg)
      ? ceiling(
          'session-above-ceiling',
          'exclude',
          { doseMg },
          limits.excludeAboveSessionMg,
          'Above the ceiling for one session.',
        )
      : undefined,
  ];
  return byUrgency(found.filter((issue) => issue !== undefined));
}

/** The first ceiling of the edition a whole order lies above, asked again when the dose is opened: mg/kg, then mg a session. */
export function ceilingOver(order: {
  readonly doseMg: number;
  readonly weightKg: number | undefined;
  readonly edition: Edition;
}): EditionValue<number> | undefined {
  const { doseMg, weightKg } = order;
  const { excludeAboveMgPerKg, excludeAboveSessionMg } = order.edition.dose;
  if (isPositive(weightKg) && isOver(doseMg / weightKg, excludeAboveMgPerKg)) return excludeAboveMgPerKg;
  return isOver(doseMg, excludeAboveSessionMg) ? excludeAboveSessionMg : undefined;
}

function isOver(value: number | undefined, limit: EditionValue<number> | undefined): boolean {
  return value !== undefined && limit !== undefined && isAbove({ value, limit: limit.value });
}

function ceiling(
  code: string,
  action: 'review' | 'exclude',
  input: Readonly<Record<string, number>>,
  limit: EditionValue<number> | undefined,
  title: string,
): DetectedIssue | undefined {
  if (!limit) return undefined;
  return {
    rule: 'weight-dose',
    code,
    title: `${title} Limit ${limit.value} ${limit.unit}.`,
    action,
    inputs: Object.entries(input).map(([name, value]) => ({ name, value, unit: limit.unit })),
    missing: [],
    sources: [limit.source],
    confidence: limit.confidence,
  };
}

/** Where a ceiling on the speed exists, a running time left out is a question, not a slow infusion. */
function rateNotKnown(doseMg: number, limit: EditionValue<number>): DetectedIssue {
  return {
    rule: 'weight-dose',
    code: 'rate-not-known',
    title: `Without the minutes the speed cannot be held against ${limit.value} ${limit.unit}.`,
    action: 'unknown',
    inputs: [{ name: 'doseMg', value: doseMg, unit: 'mg' }],
    missing: ['minutes'],
    sources: [limit.source],
    confidence: limit.confidence,
  };
}

function noDose(missing: readonly string[]): DetectedIssue {
  return {
    rule: 'weight-dose',
    code: 'dose-not-known',
    title: 'No dose can be worked out from this.',
    action: 'unknown',
    inputs: [],
    missing,
    sources: ['H-HOUSE'],
    confidence: 'H',
  };
}
