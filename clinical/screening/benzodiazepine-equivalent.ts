// How much benzodiazepine someone takes in a day, told in milligrams of diazepam so that several can be added. Tables
// differ up to twofold, so the answer is approximate and never a reason to change a dose by itself.

import { byUrgency, type DetectedIssue, type IssueInput } from '#clinical/detected-issue.ts';
import type { Instant } from '#clinical/instant.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import { findMedicine } from './find-medicine.ts';

export const benzodiazepineRule = 'benzodiazepine-equivalent';

const note = 'Approximate; printed tables differ up to twofold.';

function like(mg: number): Sourced<number> {
  return sourced(mg, 'mg', 'T-GEN', 'G', note);
}

/** How many milligrams of each do about what this many of diazepam do. */
export const referenceDiazepamMg = sourced(10, 'mg', 'T-GEN', 'G', note);

export const likeReferenceDiazepam: Readonly<Record<string, Sourced<number>>> = {
  diazepam: referenceDiazepamMg,
  lorazepam: like(1),
  alprazolam: like(0.5),
  clonazepam: like(0.5),
  temazepam: like(20),
  oxazepam: like(20),
  chlordiazepoxide: like(25),
  triazolam: like(0.25),
};

/** Above this a trial saw less response to ketamine; the number is the trial's, the table above is not. */
export const weakerResponseAboveMg = sourced(8, 'mg/d', 'I-AND', 'V', 'Diazepam-equivalent, strictly above.');
/** Above this a trial took nobody in. */
export const trialExcludedAboveLorazepamMg = sourced(3, 'mg/d', 'K-ED', 'V', 'Lorazepam-equivalent.');
/** One medicine above this is a slip of the finger before it is a dose. */
export const implausibleAboveMg = sourced(
  500,
  'mg/d',
  'H-HOUSE',
  'H',
  'Diazepam-equivalent of one medicine.',
);

export type DailyBenzodiazepine = {
  /** As typed: a generic, a brand, with or without a dose. */
  readonly drug: string;
  readonly mgPerDay: number | null | undefined;
};

export type BenzodiazepineEquivalent = {
  /** Undefined when any part is not known; a part left out would make the total too small. */
  readonly diazepamMgPerDay: number | undefined;
  /** What is known of it so far: the true total is this or more. */
  readonly knownMgPerDay: number;
  /** Undefined: what is known does not decide it. */
  readonly above8: boolean | undefined;
  /** The medicines, as typed, without a place in the table or without a dose. */
  readonly missing: readonly string[];
};

/**
 * Milligrams of diazepam a day that these benzodiazepines come to (table T-GEN, G). An empty list is someone who takes
 * none; undefined is someone nobody asked.
 */
export function benzodiazepineEquivalent(
  drugs: readonly DailyBenzodiazepine[] | undefined,
): BenzodiazepineEquivalent {
  const parts = (drugs ?? []).map((drug) => ({ drug, mg: diazepamMgOf(drug) }));
  const missing = [
    ...(drugs ? [] : ['benzodiazepines']),
    ...parts.filter(({ mg }) => mg === undefined).map(({ drug }) => drug.drug),
  ];
  const knownMgPerDay = parts.reduce((sum, { mg }) => sum + (mg ?? 0), 0);
  const isAbove = isStrictlyAbove(knownMgPerDay, weakerResponseAboveMg.value);
  return {
    diazepamMgPerDay: missing.length > 0 ? undefined : knownMgPerDay,
    knownMgPerDay,
    above8: isAbove || missing.length === 0 ? isAbove : undefined,
    missing,
  };
}

/** What the total means for a session; the prescriber decides, and nobody stops a benzodiazepine suddenly. */
export function benzodiazepineIssues(question: {
  readonly drugs: readonly DailyBenzodiazepine[] | undefined;
  readonly at?: Instant | undefined;
}): readonly DetectedIssue[] {
  const { drugs, at } = question;
  const given = benzodiazepineEquivalent(drugs);
  const total: IssueInput = { name: 'diazepamMgPerDay', value: given.knownMgPerDay, unit: 'mg/d', at };
  const found: DetectedIssue[] = [];
  if (given.missing.length > 0) {
    found.push({
      rule: benzodiazepineRule,
      code: drugs ? 'benzodiazepine-total-unknown' : 'benzodiazepines-not-asked',
      title: drugs
        ? `The daily amount of benzodiazepine is not known: ${given.missing.join(', ')}.`
        : 'Nobody has asked how much benzodiazepine they take.',
      action: 'unknown',
      inputs: [],
      missing: given.missing,
      sources: ['T-GEN'],
      confidence: 'G',
    });
  }
  for (const drug of drugs ?? []) {
    const mg = diazepamMgOf(drug);
    if (mg === undefined || mg <= implausibleAboveMg.value) continue;
    found.push({
      rule: benzodiazepineRule,
      code: 'benzodiazepine-dose-implausible',
      title: `${drug.mgPerDay} mg of ${drug.drug} a day is more than anyone is likely to take. Ask again.`,
      action: 'unknown',
      inputs: [{ name: drug.drug, value: drug.mgPerDay ?? 0, unit: 'mg/d', at }],
      missing: [drug.drug],
      sources: [implausibleAboveMg.source],
      confidence: implausibleAboveMg.confidence,
    });
  }
  if (given.above8) {
    found.push({
      rule: benzodiazepineRule,
      code: 'benzodiazepine-weaker-response',
      title: `About ${said(given.knownMgPerDay)} mg of diazepam a day: above ${weakerResponseAboveMg.value} mg a trial saw less response. Never stop it suddenly.`,
      action: 'review',
      inputs: [total],
      missing: given.missing,
      sources: [weakerResponseAboveMg.source, referenceDiazepamMg.source],
      confidence: 'G',
    });
  }
  const trialMg =
    trialExcludedAboveLorazepamMg.value *
    (referenceDiazepamMg.value / (likeReferenceDiazepam['lorazepam']?.value ?? 1));
  if (isStrictlyAbove(given.knownMgPerDay, trialMg)) {
    found.push({
      rule: benzodiazepineRule,
      code: 'benzodiazepine-above-trial',
      title: `More than ${trialExcludedAboveLorazepamMg.value} mg of lorazepam a day or its like: a trial took nobody in above that.`,
      action: 'review',
      inputs: [total],
      missing: given.missing,
      sources: [trialExcludedAboveLorazepamMg.source, referenceDiazepamMg.source],
      confidence: 'G',
    });
  }
  return byUrgency(found);
}

/** Undefined for a medicine without a place in the table, several at once, or an amount that is not one. */
function diazepamMgOf({ drug, mgPerDay }: DailyBenzodiazepine): number | undefined {
  if (mgPerDay === null || mgPerDay === undefined || !Number.isFinite(mgPerDay) || mgPerDay < 0)
    return undefined;
  const found = findMedicine(drug);
  if (found.certainty !== 'sure' || found.alsoPerhaps.length > 0) return undefined;
  const generics = new Set(found.matches.flatMap((match) => match.medicines.map((one) => one.generic)));
  const [generic] = generics;
  const likeIt = generic === undefined || generics.size > 1 ? undefined : likeReferenceDiazepam[generic];
  return likeIt && (mgPerDay * referenceDiazepamMg.value) / likeIt.value;
}

// A sum of tenths leaves the last bits uncertain: exactly 8 must not read as above 8.
const relativeRounding = 1e-9;

function isStrictlyAbove(value: number, limit: number): boolean {
  return value > limit * (1 + relativeRounding);
}

function said(mg: number): string {
  return String(Math.round(mg * 10) / 10);
}
