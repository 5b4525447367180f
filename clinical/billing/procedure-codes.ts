// The procedure codes a ketamine clinic meets, with the days between which each may be used and what must be on record
// for it. Meanings are in our own words; no rates are kept. A code that is not here is unknown, not wrong.

import { isAfter } from '#clinical/calendar.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { isLocalDate, type LocalDate } from '#clinical/instant.ts';
import { asOf, datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import type { Confidence } from '#clinical/sources.ts';
import type { EvidenceId } from './evidence-wanted.ts';

const rule = 'billing-code-date';

export type ProcedureCode = {
  readonly code: string;
  readonly system: 'CPT' | 'HCPCS';
  readonly meaning: string;
  /** First and last day of service on which it may be used, where there is one. */
  readonly from?: LocalDate | undefined;
  readonly until?: LocalDate | undefined;
  readonly basis: Sourced<string>;
  readonly evidence: readonly EvidenceId[];
};

const infusion: readonly EvidenceId[] = [
  'order',
  'diagnosis',
  'medicine-and-amount',
  'route',
  'start-time',
  'stop-time',
  'given-by',
];
const watchedSpray: readonly EvidenceId[] = [
  'order',
  'diagnosis',
  'established-patient',
  'medicine-and-amount',
  'lot',
  'certified-site',
  'two-hours-watched',
  'monitoring-form',
];
const therapy: readonly EvidenceId[] = [
  'diagnosis',
  'therapy-start-time',
  'therapy-stop-time',
  'session-note',
];
const visit: readonly EvidenceId[] = ['diagnosis', 'visit-note'];

function row(
  code: string,
  meaning: string,
  confidence: Confidence,
  evidence: readonly EvidenceId[],
  more: { readonly from?: LocalDate; readonly until?: LocalDate; readonly note?: string } = {},
): ProcedureCode {
  const { note, ...days } = more;
  return {
    code,
    system: /^\d/.test(code) ? 'CPT' : 'HCPCS',
    meaning,
    ...days,
    basis: sourced(code, 'code', confidence === 'G' ? 'T-GEN' : 'W-BILL', confidence, asOf(note)),
    evidence: [...new Set(evidence)],
  };
}

export const procedureCodes: readonly ProcedureCode[] = [
  row('96365', 'Infusion into a vein, first hour', 'V2', infusion, { note: 'One per session.' }),
  row('96366', 'Infusion into a vein, each further hour', 'V2', infusion),
  row('96367', 'Infusion of another medicine after the first', 'G', infusion),
  row('96368', 'Infusion of another medicine at the same time', 'G', infusion),
  row('96360', 'Fluids into a vein, first part', 'G', infusion, { note: 'Not for ketamine.' }),
  row('96361', 'Fluids into a vein, each further hour', 'G', infusion, { note: 'Not for ketamine.' }),
  row('96372', 'Injection into muscle or under the skin', 'V2', [
    'order',
    'diagnosis',
    'medicine-and-amount',
    'route',
    'injection-site',
    'injection-time',
    'given-by',
  ]),
  row('96374', 'Push into a vein', 'G', [...infusion, 'documented-as-push']),
  row('J3490', 'A medicine without a code of its own, such as ketamine', 'V2', [
    'medicine-and-amount',
    'national-drug-code',
    'waste-recorded',
  ]),
  row(
    'G2082',
    'Esketamine visit with the medicine and two hours of watching, up to 56 mg',
    'V',
    watchedSpray,
    {
      note: 'Medicare. Includes the medicine; no other visit on the same day.',
    },
  ),
  row(
    'G2083',
    'Esketamine visit with the medicine and two hours of watching, above 56 mg',
    'V',
    watchedSpray,
    {
      note: 'Medicare. Includes the medicine; no other visit on the same day.',
    },
  ),
  row('S0013', 'Esketamine nasal spray, each milligram', 'V2', watchedSpray, { until: '2025-12-31' }),
  row('J0013', 'Esketamine nasal spray, each milligram', 'V2', watchedSpray, { from: '2026-01-01' }),
  row('90832', 'Psychotherapy, the short span', 'G', therapy),
  row('90834', 'Psychotherapy, the middle span', 'G', therapy),
  row('90837', 'Psychotherapy, the long span', 'V2', therapy),
  row('90833', 'Psychotherapy beside a medical visit, the short span', 'G', [...therapy, ...visit]),
  row('90836', 'Psychotherapy beside a medical visit, the middle span', 'G', [...therapy, ...visit]),
  row('90838', 'Psychotherapy beside a medical visit, the long span', 'G', [...therapy, ...visit]),
  row('99417', 'Each quarter of an hour beyond the longest office visit', 'V2', [
    ...visit,
    'total-visit-time',
  ]),
  row('99354', 'Prolonged service, first hour', 'V2', visit, { until: '2022-12-31' }),
  row('99355', 'Prolonged service, each further half hour', 'V2', visit, { until: '2022-12-31' }),
  ...['99202', '99203', '99204', '99205'].map((code) => row(code, 'Office visit, new patient', 'G', visit)),
  ...['99212', '99213', '99214', '99215'].map((code) =>
    row(code, 'Office visit, established patient', 'G', visit),
  ),
  row('96127', 'A brief questionnaire, scored and kept', 'G', ['instrument-and-score']),
];

export function procedureCode(code: string | undefined): ProcedureCode | undefined {
  const said = code?.trim().toUpperCase();
  return procedureCodes.find((candidate) => candidate.code === said);
}

/** Whether a code may be used for a day of service; undefined when the code or the day is not known. */
export function codeOnDay(question: {
  readonly code: string | undefined;
  readonly date: LocalDate | undefined;
}): 'usable' | 'retired' | 'not-yet' | undefined {
  const known = procedureCode(question.code);
  const { date } = question;
  if (!known || date === undefined || !isLocalDate(date)) return undefined;
  if (isAfter(date, known.until) === true) return 'retired';
  return isAfter(known.from, date) === true ? 'not-yet' : 'usable';
}

export function codeDateIssues(question: {
  readonly code: string | undefined;
  readonly date: LocalDate | undefined;
}): readonly DetectedIssue[] {
  const { code, date } = question;
  const known = procedureCode(code);
  const state = codeOnDay({ code, date });
  if (state === 'usable') return [];
  const inputs = [
    ...given('code', code),
    ...given('date', date),
    ...given('from', known?.from),
    ...given('until', known?.until),
  ];
  const basis = [known?.basis ?? codesKnownHere];
  if (state === undefined) {
    return [
      datedFinding({
        rule,
        code: known ? 'service-day-not-known' : 'billing-code-not-known',
        title: known ? 'The day of service is not known.' : 'This billing code is not known here.',
        action: 'unknown',
        inputs,
        missing: known ? ['date'] : ['code'],
        basis,
      }),
    ];
  }
  return [
    datedFinding({
      rule,
      code: state === 'retired' ? 'billing-code-retired' : 'billing-code-not-yet',
      title:
        state === 'retired'
          ? `Code ${known?.code} was retired after ${known?.until}.`
          : `Code ${known?.code} begins on ${known?.from}.`,
      action: 'exclude',
      inputs,
      basis,
    }),
  ];
}

/** That only the codes listed here are known. */
export const codesKnownHere = sourced(
  procedureCodes.map(({ code }) => code) as readonly string[],
  'code',
  'W-BILL',
  'V2',
  asOf(),
);
