// The bladder, asked about at each visit: harm here starts small, gets better when ketamine stops and shrinks the bladder
// when nobody asks. A new symptom waits for a person before the next dose; blood that can be seen stops.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { findingOf, houseRule, inputsOf, type Root } from '#clinical/dosing/dosing-finding.ts';
import type { Instant } from '#clinical/instant.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

export const bladderRule = 'bladder';
export const bladderIndexRule = 'bladder-index';

export const bladderSymptoms = [
  'frequency',
  'urgency',
  'pain-on-filling',
  'burning',
  'visible-blood',
  'night-waking',
] as const;

export type BladderSymptom = (typeof bladderSymptoms)[number];

export type BladderAnswers = Readonly<Partial<Record<BladderSymptom, boolean | null | undefined>>>;

const reviews: Root = { source: 'C-CYST', confidence: 'V' };

export function bladderIssues(question: {
  readonly now: BladderAnswers | undefined;
  /** The visit before, or before the first dose. A symptom nobody asked about then counts as new. */
  readonly before: BladderAnswers | undefined;
  readonly at?: Instant | undefined;
}): readonly DetectedIssue[] {
  const { now, before, at } = question;
  const missing = bladderSymptoms.filter((symptom) => typeof now?.[symptom] !== 'boolean');
  const present = bladderSymptoms.filter((symptom) => now?.[symptom] === true && symptom !== 'visible-blood');
  const fresh = present.filter((symptom) => before?.[symptom] !== true);
  const lasting = present.filter((symptom) => before?.[symptom] === true);
  const asInputs = (symptoms: readonly BladderSymptom[]) =>
    inputsOf(Object.fromEntries(symptoms.map((symptom) => [symptom, true])), { at });
  const found: DetectedIssue[] = [];
  if (now?.['visible-blood'] === true) {
    found.push(
      findingOf(bladderRule, {
        code: 'bladder-visible-blood',
        title: 'Blood can be seen in the urine: no further dose until this is explained.',
        action: 'exclude',
        inputs: asInputs(['visible-blood']),
        roots: [reviews, houseRule],
      }),
    );
  }
  if (missing.length > 0) {
    found.push(
      findingOf(bladderRule, {
        code: 'bladder-not-asked',
        title: `Not asked about the bladder at this visit: ${missing.join(', ')}.`,
        action: 'unknown',
        missing,
        roots: [reviews, houseRule],
      }),
    );
  }
  if (fresh.length > 0) {
    found.push(
      findingOf(bladderRule, {
        code: 'bladder-new-symptom',
        title: `New from the bladder: ${fresh.join(', ')}. The prescriber looks before the next dose.`,
        action: 'review',
        inputs: asInputs(fresh),
        roots: [reviews, houseRule],
      }),
    );
  }
  if (lasting.length > 0) {
    found.push(
      findingOf(bladderRule, {
        code: 'bladder-lasting-symptom',
        title: `Still there from the bladder: ${lasting.join(', ')}. Stopping early lets it get better.`,
        action: 'review',
        inputs: asInputs(lasting),
        roots: [reviews, houseRule],
      }),
    );
  }
  return byUrgency(found);
}

export type BladderIndex = 'icsi' | 'icpi';

/** The two interstitial-cystitis indices of four items; their words stay with their owner, only the sum comes here. */
export const bladderIndexMost: Readonly<Record<BladderIndex, Sourced<number>>> = {
  icsi: sourced(20, 'points', 'C-BPS', 'V'),
  icpi: sourced(16, 'points', 'C-BPS', 'V'),
};

/** Commonly used and read in no primary source; a clinic sets its own. */
export const bladderSignalFrom = sourced(6, 'points', 'T-GEN', 'G');

export function bladderIndexIssues(question: {
  readonly index: BladderIndex;
  readonly total: number | null | undefined;
  readonly signalFrom?: Sourced<number>;
  readonly at?: Instant | undefined;
}): readonly DetectedIssue[] {
  const { index, total, signalFrom = bladderSignalFrom, at } = question;
  const most = bladderIndexMost[index];
  const name = index.toUpperCase();
  const isTotal =
    total !== null && total !== undefined && Number.isInteger(total) && total >= 0 && total <= most.value;
  if (!isTotal) {
    const isMissing = total === null || total === undefined;
    return [
      findingOf(bladderIndexRule, {
        code: isMissing ? `${index}-missing` : `${index}-implausible`,
        title: isMissing
          ? `${name} has not been filled in.`
          : `${name} runs from 0 to ${most.value}; ${total} is not a total.`,
        action: 'unknown',
        inputs: inputsOf({ [index]: total ?? undefined }, { at }),
        missing: [index],
        roots: [most],
      }),
    ];
  }
  if (total < signalFrom.value) return [];
  return [
    findingOf(bladderIndexRule, {
      code: `${index}-signal`,
      title: `${name} ${total}: this clinic looks into ${signalFrom.value} or more before the next dose.`,
      action: 'review',
      inputs: inputsOf({ [index]: total }, { unit: 'points', at }),
      roots: [signalFrom, most],
    }),
  ];
}
