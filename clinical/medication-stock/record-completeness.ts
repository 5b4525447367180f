// What an inspector expects on each line of the controlled-drug record: a receipt, a dose given, a disposal. A line with
// a gap is named with its gaps.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { asOf, datedFinding } from '#clinical/law/rules-as-of.ts';
import { sourced } from '#clinical/sourced.ts';

const rule = 'drug-record-complete';

export const receiptFields = sourced(
  [
    'date',
    'units',
    'containers',
    'supplierName',
    'supplierAddress',
    'supplierRegistration',
  ] as readonly string[],
  'field',
  'W-CFR',
  'V',
  asOf('21 CFR 1304.22.'),
);
export const administrationFields = sourced(
  [
    'substance',
    'form',
    'strength',
    'amount',
    'patientName',
    'patientAddress',
    'date',
    'givenBy',
  ] as readonly string[],
  'field',
  'W-STATE',
  'V',
  asOf('Read in a state’s mirror of 21 CFR 1304.22(c), not in the federal text itself.'),
);
export const disposalFields = sourced(
  ['date', 'manner', 'quantity'] as readonly string[],
  'field',
  'W-STATE',
  'V',
  asOf('Stock that is destroyed goes on DEA Form 41; a witnessed remainder of an opened vial does not.'),
);

const fieldsOf = {
  receipt: receiptFields,
  administration: administrationFields,
  disposal: disposalFields,
} as const;

export type DrugRecordKind = keyof typeof fieldsOf;

/** Fields that are missing, blank, or no amount. */
export function gapsOfRecord(question: {
  readonly kind: DrugRecordKind;
  readonly record: Readonly<Record<string, string | number | undefined>>;
}): readonly string[] {
  return fieldsOf[question.kind].value.filter((name) => {
    const value = question.record[name];
    if (typeof value === 'number') return !Number.isFinite(value) || value <= 0;
    return typeof value !== 'string' || value.trim() === '';
  });
}

export function drugRecordIssues(question: {
  readonly kind: DrugRecordKind;
  readonly record: Readonly<Record<string, string | number | undefined>> | undefined;
}): readonly DetectedIssue[] {
  const { kind, record } = question;
  const missing = record ? gapsOfRecord({ kind, record }) : fieldsOf[kind].value;
  if (missing.length === 0) return [];
  return [
    datedFinding({
      rule,
      code: `${kind}-record-has-gaps`,
      title: `The record of this ${kind} does not say everything it must.`,
      action: 'unknown',
      inputs: [{ name: 'kind', value: kind }],
      missing,
      basis: [fieldsOf[kind]],
    }),
  ];
}
