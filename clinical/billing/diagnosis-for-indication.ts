// Does the diagnosis on the claim carry the reason the treatment was given for? A mismatch is put before a person; the
// diagnosis is never chosen here.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { asOf, datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

const rule = 'diagnosis-for-indication';

export const indications = {
  'treatment-resistant-depression': 'Depression that did not respond to earlier treatment',
  'depression-with-suicidality': 'Major depression with acute suicidal thoughts or acts',
  'bipolar-depression': 'Bipolar depression',
  'anxiety-disorder': 'An anxiety disorder',
  ptsd: 'Post-traumatic stress disorder',
  ocd: 'Obsessive-compulsive disorder',
  'chronic-pain': 'Chronic pain',
  migraine: 'Migraine',
  'substance-use-disorder': 'A substance use disorder',
} as const;

export type Indication = keyof typeof indications;

/** Beginnings of the ICD-10-CM codes that carry each reason. */
const carriedBy: Readonly<Record<Indication, Sourced<readonly string[]>>> = {
  'treatment-resistant-depression': sourced(
    ['F32', 'F33'] as readonly string[],
    'ICD-10-CM',
    'W-BILL',
    'V',
    asOf(),
  ),
  'depression-with-suicidality': sourced(
    ['F32', 'F33'] as readonly string[],
    'ICD-10-CM',
    'W-BILL',
    'G',
    asOf(),
  ),
  'bipolar-depression': sourced(
    ['F31.3', 'F31.4', 'F31.5'] as readonly string[],
    'ICD-10-CM',
    'T-GEN',
    'G',
    asOf(),
  ),
  'anxiety-disorder': sourced(['F40', 'F41'] as readonly string[], 'ICD-10-CM', 'T-GEN', 'G', asOf()),
  ptsd: sourced(['F43.1'] as readonly string[], 'ICD-10-CM', 'W-ICD', 'V', asOf()),
  ocd: sourced(['F42'] as readonly string[], 'ICD-10-CM', 'W-ICD', 'V', asOf()),
  'chronic-pain': sourced(
    ['G89', 'G90.5', 'M79.7', 'N30.1'] as readonly string[],
    'ICD-10-CM',
    'T-GEN',
    'G',
    asOf(),
  ),
  migraine: sourced(['G43'] as readonly string[], 'ICD-10-CM', 'W-ICD', 'V', asOf()),
  'substance-use-disorder': sourced(['F10', 'F11'] as readonly string[], 'ICD-10-CM', 'T-GEN', 'G', asOf()),
};

export const diagnosesThatCarry = carriedBy['treatment-resistant-depression'];
/** Remission and an unspecified depression do not say that someone is ill enough now. */
export const depressionNotActive = sourced(
  ['F32.4', 'F32.5', 'F33.4', 'F33.40', 'F33.41', 'F33.42'] as readonly string[],
  'ICD-10-CM',
  'W-ICD',
  'G',
  asOf('Partial and full remission.'),
);
export const depressionUnspecified = sourced(
  ['F32.9', 'F32.A', 'F33.9'] as readonly string[],
  'ICD-10-CM',
  'W-ICD',
  'G',
  asOf('No severity.'),
);
/** The two reasons the label of the spray names. */
export const esketamineIndications = sourced(
  ['treatment-resistant-depression', 'depression-with-suicidality'] as readonly string[],
  'indication',
  'L-MED',
  'V',
  asOf(),
);

export function diagnosisIssues(question: {
  readonly icd10cm: string | undefined;
  readonly indication: Indication | undefined;
  readonly medicine: 'ketamine' | 'esketamine' | undefined;
}): readonly DetectedIssue[] {
  const { indication, medicine } = question;
  const diagnosis = icd10cmCode(question.icd10cm);
  const inputs = [
    ...given('icd10cm', question.icd10cm),
    ...given('indication', indication),
    ...given('medicine', medicine),
  ];
  const found = (
    code: string,
    title: string,
    action: DetectedIssue['action'],
    basis: readonly Sourced<unknown>[],
    missing: readonly string[] = [],
  ) => datedFinding({ rule, code, title, action, inputs, missing, basis });
  const issues: DetectedIssue[] = [];
  const missing = [
    ...(diagnosis === undefined ? ['icd10cm'] : []),
    ...(indication ? [] : ['indication']),
    ...(medicine ? [] : ['medicine']),
  ];
  if (missing.length > 0) {
    issues.push(
      found(
        'diagnosis-or-reason-not-known',
        'The diagnosis, the reason for treatment or the medicine is not known.',
        'unknown',
        [indication ? carriedBy[indication] : diagnosesThatCarry],
        missing,
      ),
    );
  }
  if (medicine === 'esketamine' && indication && !esketamineIndications.value.includes(indication)) {
    issues.push(
      found(
        'reason-not-on-label',
        'The label of the spray does not name this reason for treatment.',
        'review',
        [esketamineIndications],
      ),
    );
  }
  if (diagnosis === undefined || !indication) return byUrgency(issues);
  const carriers = carriedBy[indication];
  const isCarried = carriers.value.some(
    (start) => diagnosis === start || diagnosis.startsWith(dotted(start)),
  );
  if (!isCarried) {
    issues.push(
      found(
        'diagnosis-does-not-carry-reason',
        `Diagnosis ${diagnosis} does not carry the reason the treatment was given for.`,
        'review',
        [carriers],
      ),
    );
  } else if (depressionNotActive.value.includes(diagnosis)) {
    issues.push(
      found(
        'diagnosis-says-remission',
        `Diagnosis ${diagnosis} says the depression is in remission.`,
        'review',
        [depressionNotActive],
      ),
    );
  } else if (depressionUnspecified.value.includes(diagnosis)) {
    issues.push(
      found(
        'diagnosis-without-severity',
        `Diagnosis ${diagnosis} says nothing of how severe it is.`,
        'inform',
        [depressionUnspecified],
      ),
    );
  }
  return byUrgency(issues);
}

/** A code as ICD-10-CM writes it, with its dot; undefined for what is no such code. */
export function icd10cmCode(text: string | undefined): string | undefined {
  const said = text?.trim().toUpperCase() ?? '';
  if (/^[A-Z]\d[\dA-Z](\.[\dA-Z]{1,4})?$/.test(said)) return said;
  return /^[A-Z]\d[\dA-Z][\dA-Z]{1,4}$/.test(said) ? `${said.slice(0, 3)}.${said.slice(3)}` : undefined;
}

/** What a longer code of this beginning looks like: F32 is followed by a dot, F31.3 by a digit. */
function dotted(start: string): string {
  return start.includes('.') ? start : `${start}.`;
}
