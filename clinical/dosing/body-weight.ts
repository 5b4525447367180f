// Which weight would a dose use? Actual, ideal and adjusted weight stand side by side with the dose each would give.
// Actual weight is the only one used unless a clinic's own policy says otherwise; the software takes none of its own.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { isPlausible, type VitalSignKey, vitalSign } from '#clinical/monitoring/vital-signs.ts';
import {
  centimetresOf,
  inchesOf,
  isAbove,
  isPositive,
  kilogramsOf,
  type Length,
  type Mass,
} from '#clinical/quantity.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import { findingOf, houseRule, inputsOf } from './dosing-finding.ts';

export const devineBaseKg = {
  male: sourced(50, 'kg', 'T-GEN', 'G', 'Devine, at 60 inches.'),
  female: sourced(45.5, 'kg', 'T-GEN', 'G', 'Devine, at 60 inches.'),
};
export const devineKgPerInch = sourced(2.3, 'kg/[in_i]', 'T-GEN', 'G', 'Devine, for each inch above 60.');
export const devineFromInches = sourced(60, '[in_i]', 'T-GEN', 'G');
/** The share of the weight above ideal that counts. A clinic may set its own. */
export const adjustedShare = sourced(0.4, '1', 'T-GEN', 'G');
/** Adjusted weight is used strictly above this share of ideal weight. */
export const adjustedAbovePercent = sourced(120, '%', 'T-GEN', 'G');
/** Said of the 2017 consensus and not read there: from this index on, ideal weight. Never a default. */
export const idealFromBmi = sourced(30, 'kg/m2', 'K-SAN', 'G');

export type Sex = 'male' | 'female' | 'unknown';

export type Worked = { readonly kg: number | undefined; readonly issues: readonly DetectedIssue[] };

const rule = 'body-weight';

/**
 * Ideal weight by Devine's formula, in kilograms. It was made for two sexes; for anyone else it is unknown, and so it is
 * for someone so short that the formula would name a weight no one has, or one below nothing.
 */
export function idealWeight(question: {
  readonly sex: Sex | undefined;
  readonly heightCm: number | undefined;
}): Worked {
  const { sex, heightCm } = question;
  const height = readable('heightCm', heightCm);
  if (height.issue) return { kg: undefined, issues: [height.issue] };
  if (sex !== 'male' && sex !== 'female') {
    const issue = findingOf(rule, {
      code: 'sex-not-known',
      title: 'Ideal weight cannot be worked out: the formula exists for male and female only.',
      action: 'unknown',
      inputs: inputsOf({ sex }),
      missing: ['sex'],
      roots: [devineKgPerInch],
    });
    return { kg: undefined, issues: [issue] };
  }
  const inchesOver = inchesOf({ value: height.value, unit: 'cm' }) - devineFromInches.value;
  const kg = devineBaseKg[sex].value + devineKgPerInch.value * inchesOver;
  if (inchesOver >= 0) return { kg, issues: [] };
  if (!isPlausible('weightKg', kg)) {
    const none = findingOf(rule, {
      code: 'ideal-weight-implausible',
      title: 'For this height the ideal weight formula gives no weight a person can have.',
      action: 'unknown',
      inputs: inputsOf({ heightCm }, { unit: 'cm' }),
      missing: ['idealKg'],
      roots: [devineFromInches, vitalSign('weightKg').plausible],
    });
    return { kg: undefined, issues: [none] };
  }
  const issue = findingOf(rule, {
    code: 'height-below-formula',
    title: `The ideal weight formula was made for ${devineFromInches.value} inches and taller.`,
    action: 'inform',
    inputs: inputsOf({ heightCm }, { unit: 'cm' }),
    roots: [devineFromInches],
  });
  return { kg, issues: [issue] };
}

/** Ideal weight plus a share of what lies above it, in kilograms; only for someone above 120 % of their ideal weight. */
export function adjustedWeight(question: {
  readonly actualKg: number | undefined;
  readonly idealKg: number | undefined;
  readonly share?: Sourced<number> | undefined;
  readonly abovePercent?: Sourced<number> | undefined;
}): Worked & { readonly applies: boolean | undefined } {
  const { actualKg, idealKg, share = adjustedShare, abovePercent = adjustedAbovePercent } = question;
  const actual = readable('weightKg', actualKg);
  if (actual.issue) return { kg: undefined, applies: undefined, issues: [actual.issue] };
  if (!isPositive(idealKg)) {
    const issue = findingOf(rule, {
      code: 'ideal-weight-not-known',
      title: 'Adjusted weight cannot be worked out without an ideal weight.',
      action: 'unknown',
      inputs: inputsOf({ actualKg, idealKg }, { unit: 'kg' }),
      missing: ['idealKg'],
      roots: [share],
    });
    return { kg: undefined, applies: undefined, issues: [issue] };
  }
  const kg = idealKg + share.value * (actual.value - idealKg);
  const applies = isAbove({ value: actual.value, limit: (abovePercent.value / 100) * idealKg });
  return { kg, applies, issues: [] };
}

/** Body mass index in kg/m2, from a weight and a height in the units they were read in. */
export function bodyMassIndex(question: {
  readonly weight: Mass | undefined;
  readonly height: Length | undefined;
}): { readonly bmi: number | undefined; readonly issues: readonly DetectedIssue[] } {
  const weight = readable('weightKg', question.weight && kilogramsOf(question.weight));
  const height = readable('heightCm', question.height && centimetresOf(question.height));
  if (weight.issue || height.issue) {
    return {
      bmi: undefined,
      issues: [weight.issue, height.issue].filter((issue) => issue !== undefined),
    };
  }
  return { bmi: weight.value / (height.value / 100) ** 2, issues: [] };
}

export type WeightPolicy = 'actual' | 'ideal' | 'adjusted-when-heavy' | 'ideal-from-bmi';

export const weightPolicies: readonly WeightPolicy[] = [
  'actual',
  'adjusted-when-heavy',
  'ideal-from-bmi',
  'ideal',
];

export type WeightRow = {
  readonly policy: WeightPolicy;
  readonly title: string;
  /** Undefined: this policy cannot be worked out for this person. */
  readonly weightKg: number | undefined;
  readonly doseMg: number | undefined;
  readonly isUsed: boolean;
};

/** What each policy would give, side by side. The dose stands only where milligrams per kilogram are given. */
export function dosingWeights(question: {
  readonly weight: Mass | undefined;
  readonly height: Length | undefined;
  readonly sex: Sex | undefined;
  readonly mgPerKg?: number | undefined;
  /** The clinic's own policy. Without one, actual weight. */
  readonly policy?: WeightPolicy | undefined;
}): { readonly rows: readonly WeightRow[]; readonly issues: readonly DetectedIssue[] } {
  const { mgPerKg, policy = 'actual' } = question;
  const actual = readable('weightKg', question.weight && kilogramsOf(question.weight));
  const ideal = idealWeight({
    sex: question.sex,
    heightCm: question.height && centimetresOf(question.height),
  });
  const actualKg = actual.issue ? undefined : actual.value;
  const { bmi } = bodyMassIndex(question);
  const adjusted = adjustedWeight({ actualKg, idealKg: ideal.kg });
  const weightOf: Readonly<Record<WeightPolicy, number | undefined>> = {
    actual: actualKg,
    ideal: ideal.kg,
    'adjusted-when-heavy': adjusted.applies === false ? actualKg : adjusted.kg,
    'ideal-from-bmi':
      bmi === undefined
        ? undefined
        : isAbove({ value: idealFromBmi.value, limit: bmi })
          ? actualKg
          : ideal.kg,
  };
  const titles: Readonly<Record<WeightPolicy, string>> = {
    actual: 'Actual weight',
    ideal: 'Ideal weight',
    'adjusted-when-heavy': `Adjusted weight above ${adjustedAbovePercent.value} % of ideal, otherwise actual`,
    'ideal-from-bmi': `Ideal weight from a body mass index of ${idealFromBmi.value}, otherwise actual`,
  };
  const rows = weightPolicies.map((name): WeightRow => {
    const weightKg = weightOf[name];
    const doseMg = weightKg !== undefined && isPositive(mgPerKg) ? weightKg * mgPerKg : undefined;
    return { policy: name, title: titles[name], weightKg, doseMg, isUsed: name === policy };
  });
  const isUsedKnown = rows.some((row) => row.isUsed && row.weightKg !== undefined);
  const issues = [
    ...(actual.issue ? [actual.issue] : []),
    ...ideal.issues,
    ...(mgPerKg === undefined || isPositive(mgPerKg) ? [] : [doseNotReadable(mgPerKg)]),
    ...(isUsedKnown ? [] : [usedNotKnown(policy)]),
  ];
  return { rows, issues: byUrgency(issues) };
}

function usedNotKnown(policy: WeightPolicy): DetectedIssue {
  return findingOf(rule, {
    code: 'dosing-weight-not-known',
    title: 'The weight this clinic doses by cannot be worked out.',
    action: 'unknown',
    inputs: inputsOf({ policy }),
    missing: ['dosingWeight'],
    roots: [houseRule],
  });
}

function doseNotReadable(mgPerKg: number): DetectedIssue {
  return findingOf(rule, {
    code: 'dose-per-kilogram-implausible',
    title: 'The dose per kilogram cannot be read as a dose.',
    action: 'unknown',
    inputs: inputsOf({ mgPerKg }, { unit: 'mg/kg' }),
    missing: ['mgPerKg'],
    roots: [houseRule],
  });
}

function readable(
  key: Extract<VitalSignKey, 'weightKg' | 'heightCm'>,
  value: number | undefined,
):
  | { readonly value: number; readonly issue?: undefined }
  | { readonly value?: undefined; readonly issue: DetectedIssue } {
  // A null arrives where a field was emptied; nothing was written either way.
  const isMissing = value === undefined || value === null;
  if (!isMissing && isPlausible(key, value)) return { value };
  const { name, ucum, plausible } = vitalSign(key);
  const issue = findingOf(rule, {
    code: `${key === 'weightKg' ? 'weight' : 'height'}-${isMissing ? 'missing' : 'implausible'}`,
    title: isMissing
      ? `${name} is not known.`
      : `${name} as written is outside ${plausible.from} to ${plausible.to} ${ucum}.`,
    action: 'unknown',
    inputs: inputsOf({ [key]: value }, { unit: ucum }),
    missing: [key],
    roots: [plausible],
  });
  return { issue };
}
