// Is this weight what the scale showed? A weight is kept with the unit it was read in. Doses follow from it, so a number
// that looks like pounds written as kilograms is put before someone who can look at the scale again.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import type { Instant } from '#clinical/instant.ts';
import { isPlausible, vitalSign } from '#clinical/monitoring/vital-signs.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { isAbove, kilogramsOf, type Mass, type MassUnit, rounded } from '#clinical/quantity.ts';
import { sourced } from '#clinical/sourced.ts';
import { findingOf, houseRule, inputsOf } from './dosing-finding.ts';

/** How near the other unit must lie to the last known weight before a slip is named, in percent of that weight. */
export const slipTolerancePercent = sourced(10, '%', 'H-HOUSE', 'H');
/** A body mass index this far out, when the other unit gives an ordinary one, asks for a second look at the unit. */
export const unusualBmi = sourced([14, 50], 'kg/m2', 'H-HOUSE', 'H');
export const ordinaryBmi = sourced([17, 40], 'kg/m2', 'H-HOUSE', 'H');

export type EnteredWeight = {
  readonly value: number;
  /** Undefined: nobody said. It is never supplied. */
  readonly unit: MassUnit | undefined;
  readonly at?: Instant | undefined;
};

export type WeightReading = {
  /** Undefined until the number can be read as a weight. */
  readonly weightKg: number | undefined;
  readonly asEntered: EnteredWeight | undefined;
  readonly issues: readonly DetectedIssue[];
};

const rule = 'entered-weight';

/** The weight in kilograms, with what is doubtful about it. `lastKnownKg` and `heightCm` only sharpen the question. */
export function enteredWeight(question: {
  readonly entered: EnteredWeight | undefined;
  readonly lastKnown?: { readonly weightKg: number; readonly at?: Instant | undefined } | undefined;
  readonly heightCm?: number | undefined;
  readonly edition: Pick<Edition, 'dose'>;
}): WeightReading {
  const { entered, lastKnown, heightCm, edition } = question;
  if (!entered) return unread(undefined, 'weight-missing', 'No weight has been written down.', 'weight');
  const { value, unit } = entered;
  // Any other word, such as stones or grams, would be read as kilograms.
  if (unit !== 'kg' && unit !== 'lb') {
    return unread(entered, 'weight-unit-missing', 'The weight has no unit that can be read.', 'weightUnit');
  }
  const weightKg = kilogramsOf({ value, unit });
  if (!isPlausible('weightKg', weightKg)) {
    const { from, to } = vitalSign('weightKg').plausible;
    return unread(
      entered,
      'weight-implausible',
      `The weight as written is outside ${from} to ${to} kg and cannot be used.`,
      'weight',
    );
  }
  const issues = [
    ...outsideUsual({ weightKg, entered, edition }),
    ...unitSlip({ entered: { value, unit }, at: entered.at, weightKg, lastKnown, heightCm }),
  ];
  return { weightKg, asEntered: entered, issues: byUrgency(issues) };
}

function unread(
  entered: EnteredWeight | undefined,
  code: string,
  title: string,
  missing: string,
): WeightReading {
  const { source, confidence } = vitalSign('weightKg').plausible;
  const inputs = entered
    ? inputsOf({ weight: entered.value }, { unit: entered.unit, at: entered.at })
    : undefined;
  const issue = findingOf(rule, {
    code,
    title,
    action: 'unknown',
    inputs,
    missing: [missing],
    roots: [code === 'weight-implausible' ? { source, confidence } : houseRule],
  });
  return { weightKg: undefined, asEntered: entered, issues: [issue] };
}

function outsideUsual(question: {
  readonly weightKg: number;
  readonly entered: EnteredWeight;
  readonly edition: Pick<Edition, 'dose'>;
}): readonly DetectedIssue[] {
  const { weightKg, entered, edition } = question;
  const { confirmWeightBelowKg: low, confirmWeightAboveKg: high } = edition.dose;
  const limit = weightKg < low.value ? low : weightKg > high.value ? high : undefined;
  if (!limit) return [];
  const side = limit === low ? 'below' : 'above';
  return [
    findingOf(rule, {
      code: limit === low ? 'weight-low' : 'weight-high',
      title: `The weight, ${rounded(weightKg, 1)} kg, is ${side} ${limit.value} kg: confirm the number and its unit.`,
      action: 'review',
      inputs: inputsOf({ weight: entered.value }, { unit: entered.unit, at: entered.at }),
      roots: [limit],
    }),
  ];
}

/** The same digits in the other unit, when they fit this person better than what was written. */
function unitSlip(question: {
  readonly entered: Mass;
  readonly at: Instant | undefined;
  readonly weightKg: number;
  readonly lastKnown: { readonly weightKg: number; readonly at?: Instant | undefined } | undefined;
  readonly heightCm: number | undefined;
}): readonly DetectedIssue[] {
  const { entered, at, weightKg, lastKnown, heightCm } = question;
  const other: MassUnit = entered.unit === 'kg' ? 'lb' : 'kg';
  const otherKg = kilogramsOf({ value: entered.value, unit: other });
  const words = `${entered.value} ${entered.unit} may be ${entered.value} ${other}`;
  const asEntered = inputsOf({ weight: entered.value }, { unit: entered.unit, at });
  // A last weight no one can have says nothing about this one; the height may.
  if (lastKnown && isPlausible('weightKg', lastKnown.weightKg)) {
    const isNear = (kg: number) =>
      Math.abs(kg - lastKnown.weightKg) <= (slipTolerancePercent.value / 100) * lastKnown.weightKg;
    if (isNear(weightKg) || !isNear(otherKg)) return [];
    return [
      findingOf(rule, {
        code: 'weight-unit-slip',
        title: `${words}: the last weight was ${rounded(lastKnown.weightKg, 1)} kg.`,
        action: 'review',
        inputs: [
          ...asEntered,
          ...inputsOf({ lastWeightKg: lastKnown.weightKg }, { unit: 'kg', at: lastKnown.at }),
        ],
        roots: [slipTolerancePercent],
      }),
    ];
  }
  if (heightCm === undefined || !isPlausible('heightCm', heightCm)) return [];
  const bmiOf = (kg: number) => kg / (heightCm / 100) ** 2;
  const isWithin = (value: number, [from, to]: readonly [number, number]) =>
    !isAbove({ value: from, limit: value }) && !isAbove({ value, limit: to });
  if (isWithin(bmiOf(weightKg), unusualBmi.value) || !isWithin(bmiOf(otherKg), ordinaryBmi.value)) return [];
  return [
    findingOf(rule, {
      code: 'weight-unit-slip',
      title: `${words}: for this height the weight as written is unusual.`,
      action: 'review',
      inputs: [...asEntered, ...inputsOf({ heightCm }, { unit: 'cm' })],
      roots: [unusualBmi, ordinaryBmi],
    }),
  ];
}
