// Is this a dose of the esketamine spray that a label holds, for this age and place, and how many devices is it? The
// label decides which doses exist; which of them suits the person stays with the prescriber.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { isPositive, isZeroOrMore } from '#clinical/quantity.ts';
import { sourced } from '#clinical/sourced.ts';
import { findingOf, houseRule, inputsOf, type Root } from './dosing-finding.ts';

export type Jurisdiction = 'US' | 'EU' | 'UK';
export type EsketamineIndication = 'trd' | 'mdd-si';

export const deviceMg = sourced(28, 'mg', 'L-MED', 'V', 'Two sprays, single use.');
export const betweenDevicesMinutes = sourced(5, 'min', 'L-HCP', 'V2', 'Rest before the next device.');
export const labelledMg = {
  US: sourced([56, 84], 'mg', 'L-MED', 'V'),
  EU: sourced([56, 84], 'mg', 'L-EU', 'V'),
  UK: sourced([56, 84], 'mg', 'L-EU', 'V'),
};
/** One device alone exists outside the United States, and only for older people. */
export const olderDoseMg = sourced(28, 'mg', 'L-EU', 'V');
export const olderFromYears = sourced(65, 'a', 'L-EU', 'V');
export const adultFromYears = sourced(18, 'a', 'L-US', 'V', 'Not approved for children.');
export const firstTrdSessionMg = sourced(
  56,
  'mg',
  'L-MED',
  'V',
  'Day 1. A 2025 monograph allows 84 mg from the first session; both stand, the higher one is pointed out.',
);
export const suicidalityDoseMg = sourced(84, 'mg', 'L-MED', 'V', 'May be lowered to 56 mg for tolerability.');
/** An age beyond this is a slip of the finger. */
export const oldestYears = sourced(120, 'a', 'H-HOUSE', 'H');

export type Devices = {
  readonly devices: number;
  /** The least time from the first device to the last. */
  readonly minSpreadMinutes: number;
};

/** The devices a dose is made of: 28, 56 and 84 mg are 1, 2 and 3; any other amount is none. */
export function devicesOf(doseMg: number | undefined): Devices | undefined {
  const existing: readonly number[] = [olderDoseMg.value, ...labelledMg.US.value];
  const labelled = existing.find((mg) => mg === doseMg);
  if (labelled === undefined) return undefined;
  const devices = labelled / deviceMg.value;
  return { devices, minSpreadMinutes: (devices - 1) * betweenDevicesMinutes.value };
}

export type EsketamineDose = {
  readonly allowed: boolean | 'unknown';
  readonly devices: number | undefined;
  readonly minSpreadMinutes: number | undefined;
  readonly issues: readonly DetectedIssue[];
};

const rule = 'esketamine-dose';

export function esketamineDose(question: {
  readonly doseMg: number | undefined;
  readonly ageYears: number | undefined;
  readonly jurisdiction: Jurisdiction | undefined;
  readonly indication?: EsketamineIndication | undefined;
  readonly isFirstSession?: boolean | undefined;
  /** The dose of the session before, where there was one. */
  readonly previousDoseMg?: number | undefined;
}): EsketamineDose {
  const label = againstLabel(question);
  const found = devicesOf(question.doseMg);
  return {
    allowed: label.allowed,
    devices: found?.devices,
    minSpreadMinutes: found?.minSpreadMinutes,
    issues: byUrgency([...label.issues, ...(label.allowed === true ? pointedOut(question) : [])]),
  };
}

type Question = Parameters<typeof esketamineDose>[0];

function againstLabel(question: Question): {
  readonly allowed: boolean | 'unknown';
  readonly issues: readonly DetectedIssue[];
} {
  const { doseMg, ageYears, jurisdiction } = question;
  const inputs = inputsGiven(question);
  const hasDose = isZeroOrMore(doseMg);
  const hasAge = isZeroOrMore(ageYears) && ageYears <= oldestYears.value;
  const refused = (code: string, title: string, roots: readonly [Root, ...Root[]]) =>
    ({
      allowed: false,
      issues: [findingOf(rule, { code, title, action: 'exclude', inputs, roots })],
    }) as const;
  // What no label allows is refused even while something else is unknown.
  if (hasAge && ageYears < adultFromYears.value) {
    return refused('under-age', `The spray is not approved under ${adultFromYears.value} years.`, [
      adultFromYears,
    ]);
  }
  if (hasDose && !devicesOf(doseMg)) {
    return refused('not-a-labelled-dose', `${doseMg} mg is not a dose any label of the spray holds.`, [
      labelledMg.US,
      olderDoseMg,
    ]);
  }
  if (hasDose && doseMg === olderDoseMg.value && jurisdiction === 'US') {
    return refused('not-a-us-dose', `The United States label has no dose of ${olderDoseMg.value} mg.`, [
      labelledMg.US,
    ]);
  }
  if (hasDose && doseMg === olderDoseMg.value && hasAge && ageYears < olderFromYears.value) {
    return refused(
      'only-for-older',
      `${olderDoseMg.value} mg is labelled only from ${olderFromYears.value} years, and not in the United States.`,
      [olderDoseMg, olderFromYears],
    );
  }
  const missing = [
    ...(hasDose ? [] : ['doseMg']),
    ...(hasAge ? [] : ['ageYears']),
    ...(jurisdiction ? [] : ['jurisdiction']),
  ];
  if (missing.length === 0) return { allowed: true, issues: [] };
  const isImplausible = (doseMg !== undefined && !hasDose) || (ageYears !== undefined && !hasAge);
  return {
    allowed: 'unknown',
    issues: [
      findingOf(rule, {
        code: isImplausible ? 'esketamine-dose-implausible' : 'esketamine-dose-not-known',
        title: isImplausible
          ? 'The dose or the age cannot be read as one, so the label cannot be asked.'
          : 'The label cannot be asked without the dose, the age and the place.',
        action: 'unknown',
        inputs,
        missing,
        roots: [houseRule],
      }),
    ],
  };
}

/** Allowed by the label, and still worth the prescriber's look. */
function pointedOut(question: Question): readonly DetectedIssue[] {
  const { doseMg = 0, ageYears = 0, jurisdiction, indication, isFirstSession, previousDoseMg } = question;
  const inputs = [
    ...inputsGiven(question),
    ...inputsOf({ indication, isFirstSession }),
    ...inputsOf({ previousDoseMg }, { unit: 'mg' }),
  ];
  const hasPrevious = isPositive(previousDoseMg);
  const isOlder = jurisdiction !== 'US' && ageYears >= olderFromYears.value;
  const look = (code: string, title: string, roots: readonly [Root, ...Root[]]) =>
    findingOf(rule, { code, title, action: 'review', inputs, roots });
  const issues: DetectedIssue[] = [];
  // Only the question about a whole course looks at where this session stands in it.
  if (indication && typeof isFirstSession !== 'boolean' && !hasPrevious) {
    issues.push(
      findingOf(rule, {
        code: 'first-session-not-known',
        title: 'Whether this is the first session is not known, so its starting dose was not compared.',
        action: 'unknown',
        inputs,
        missing: ['isFirstSession'],
        roots: [firstTrdSessionMg],
      }),
    );
  }
  if (isOlder && isFirstSession && doseMg > olderDoseMg.value) {
    issues.push(
      look(
        'above-older-start',
        `From ${olderFromYears.value} years this label starts at ${olderDoseMg.value} mg.`,
        [olderDoseMg, olderFromYears],
      ),
    );
  }
  if (isOlder && hasPrevious && doseMg - previousDoseMg > deviceMg.value) {
    issues.push(
      look(
        'step-too-large',
        `From ${olderFromYears.value} years this label steps up by ${deviceMg.value} mg; the last dose was ${previousDoseMg} mg.`,
        [olderDoseMg, olderFromYears],
      ),
    );
  }
  const isStepAsked = isOlder && indication !== undefined && isFirstSession === false;
  const isImplausible = typeof previousDoseMg === 'number' && !hasPrevious;
  if (isImplausible || (isStepAsked && !hasPrevious)) {
    issues.push(
      findingOf(rule, {
        code: isImplausible ? 'previous-dose-implausible' : 'previous-dose-not-known',
        title: isImplausible
          ? 'The dose of the session before cannot be read as one, so the step from it was not compared.'
          : 'The dose of the session before is not known, so the step from it was not compared.',
        action: 'unknown',
        inputs,
        missing: ['previousDoseMg'],
        roots: [houseRule],
      }),
    );
  }
  if (!isOlder && indication === 'trd' && isFirstSession && doseMg > firstTrdSessionMg.value) {
    issues.push(
      look(
        'above-first-session-dose',
        `Sources differ on a first dose of ${doseMg} mg: the older label text starts at ${firstTrdSessionMg.value} mg.`,
        [firstTrdSessionMg, { source: 'L-LEXI', confidence: 'V' }],
      ),
    );
  }
  if (indication === 'mdd-si' && isOlder) {
    issues.push(
      look('older-than-indication', `This indication is labelled under ${olderFromYears.value} years here.`, [
        olderFromYears,
      ]),
    );
  }
  if (indication === 'mdd-si' && isFirstSession && doseMg < suicidalityDoseMg.value) {
    issues.push(
      look(
        'below-indication-dose',
        `For this indication the label starts at ${suicidalityDoseMg.value} mg and lowers it for tolerability.`,
        [suicidalityDoseMg],
      ),
    );
  }
  return issues;
}

function inputsGiven({ doseMg, ageYears, jurisdiction }: Question) {
  return [
    ...inputsOf({ doseMg }, { unit: 'mg' }),
    ...inputsOf({ ageYears }, { unit: 'a' }),
    ...inputsOf({ jurisdiction }),
  ];
}
