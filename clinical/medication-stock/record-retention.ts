// Until when a record is kept. Federal rules set one length and some states a longer one; where a state's rule is not
// known here, the longest of those that are known is used and that is said.

import { addYears } from '#clinical/calendar.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { LocalDate } from '#clinical/instant.ts';
import { asOf, datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import { stateCode } from './state.ts';

const rule = 'record-retention';

export type RecordKind = 'controlled-drug' | 'medical' | 'privacy-document';

export const federalDrugRecordYears = sourced(2, 'a', 'W-CFR', 'V', asOf('21 CFR 1304.04.'));
export const wisconsinDrugRecordYears = sourced(
  5,
  'a',
  'W-STATE',
  'V',
  asOf('Med 17.05: a bound log per schedule.'),
);
export const newYorkMedicalRecordYears = sourced(6, 'a', 'W-STATE', 'V2', asOf('At least.'));
export const nevadaMedicalRecordYears = sourced(5, 'a', 'W-STATE', 'V2', asOf('At least.'));
export const privacyDocumentYears = sourced(
  6,
  'a',
  'T-GEN',
  'V',
  asOf('HIPAA policies, notices and logs; the page it was read on is not in the bibliography.'),
);
/** That an unknown rule is taken to be as long as the longest known one. */
export const longestWhenNotKnown = sourced(true, 'rule', 'H-HOUSE', 'H', asOf());

/** By state, 'US' being the federal length. There is no federal length for the medical record itself. */
const yearsByKind: Readonly<Record<RecordKind, Readonly<Record<string, Sourced<number> | undefined>>>> = {
  'controlled-drug': { US: federalDrugRecordYears, WI: wisconsinDrugRecordYears },
  medical: { NY: newYorkMedicalRecordYears, NV: nevadaMedicalRecordYears },
  'privacy-document': { US: privacyDocumentYears },
};

export type Retention = {
  readonly years: number;
  readonly keepUntil: LocalDate;
  readonly basis: 'state' | 'federal' | 'longest-known';
  readonly state: string | undefined;
  readonly source: Sourced<number>;
};

/** The last day a record is kept. Undefined when the day it was made is not known. */
export function recordRetention(question: {
  readonly kind: RecordKind;
  readonly madeOn: LocalDate | undefined;
  readonly state: string | undefined;
}): Retention | undefined {
  const { kind, madeOn } = question;
  const state = stateCode(question.state);
  const configured = yearsByKind[kind];
  // A federal rule about privacy documents holds everywhere alike.
  const own = kind === 'privacy-document' ? configured['US'] : configured[state ?? ''];
  const longest = Object.values(configured)
    .filter((years) => years !== undefined)
    .toSorted((a, b) => b.value - a.value)[0];
  const source = own ?? longest;
  if (!source || madeOn === undefined) return undefined;
  const keepUntil = addYears(madeOn, source.value);
  if (keepUntil === undefined) return undefined;
  const isFederal = own !== undefined && own === configured['US'];
  return {
    years: source.value,
    keepUntil,
    basis: own === undefined ? 'longest-known' : isFederal ? 'federal' : 'state',
    state,
    source,
  };
}

export function recordRetentionIssues(question: {
  readonly kind: RecordKind;
  readonly madeOn: LocalDate | undefined;
  readonly state: string | undefined;
}): readonly DetectedIssue[] {
  const retention = recordRetention(question);
  const inputs = [
    ...given('kind', question.kind),
    ...given('madeOn', question.madeOn),
    ...given('state', question.state),
    ...given('keepUntil', retention?.keepUntil),
  ];
  if (!retention) {
    return [
      datedFinding({
        rule,
        code: 'retention-not-known',
        title: 'It is not known when this record was made.',
        action: 'unknown',
        inputs,
        missing: ['madeOn'],
        basis: [longestWhenNotKnown],
      }),
    ];
  }
  if (retention.basis !== 'longest-known') return [];
  return [
    datedFinding({
      rule,
      code: 'retention-longest-known',
      title: `No rule of this state is known here: the record is kept for ${retention.years} years, the longest known.`,
      action: retention.state === undefined ? 'unknown' : 'inform',
      inputs,
      missing: retention.state === undefined ? ['state'] : [],
      basis: [longestWhenNotKnown, retention.source],
    }),
  ];
}
