// An entry of the health record in words, grouped the way it was asked. Where it came from always stands beside it.
import type { HealthRecordBody, HealthRecordEntry } from '#api/health-record.ts';
import { formatLocalDate } from '#web/kit/locale.ts';
import { screeningConditions } from './screening-names.ts';

export const entryGroups: readonly {
  readonly kind: HealthRecordBody['kind'];
  readonly title: string;
  readonly empty: string;
}[] = [
  {
    kind: 'medication-statement',
    title: 'Medicines',
    empty: 'No medicine is written down. Nobody may have asked.',
  },
  { kind: 'allergy', title: 'Allergies', empty: 'No allergy is written down. Nobody may have asked.' },
  { kind: 'condition', title: 'Conditions', empty: 'No condition is written down.' },
  { kind: 'history-answer', title: 'Screening answers', empty: 'No screening question has been answered.' },
  { kind: 'prior-treatment', title: 'Tried before', empty: 'No earlier treatment is written down.' },
  { kind: 'goal', title: 'Goals, in their words', empty: 'No goal is written down yet.' },
  {
    kind: 'indication',
    title: 'What it is for',
    empty: 'No prescriber has named what the treatment is for.',
  },
  { kind: 'scale-total', title: 'Totals of other scales', empty: 'No total has been typed in.' },
  { kind: 'liver-test', title: 'Liver tests', empty: 'No liver test is written down.' },
  {
    kind: 'prescription-check',
    title: 'Prescriptions looked up',
    empty: 'Nobody has written down that they looked.',
  },
];

const answers = { yes: 'Yes', no: 'No', 'not-sure': 'Not sure', 'rather-not-say': 'Rather not say' } as const;
const taking = { taking: 'Taking', stopped: 'Stopped', 'not-sure': 'Not sure' } as const;
const course = { active: 'Now', past: 'In the past', 'not-sure': 'Not sure' } as const;
const helped = {
  helped: 'Helped',
  'helped-some': 'Helped some',
  'did-not-help': 'Did not help',
  'not-sure': 'Not sure',
} as const;
const severity = {
  mild: 'mild',
  moderate: 'moderate',
  severe: 'severe',
  'not-sure': 'how severe is not known',
} as const;

export const monitoringWords = {
  checked: 'The monitoring database was looked at',
  'not-checked': 'The monitoring database was not looked at',
  'no-such-database': 'There is no monitoring database here',
} as const;

export interface EntryWords {
  readonly name: string;
  readonly detail: string;
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('. ');
}

export function entryWords(body: HealthRecordBody): EntryWords {
  switch (body.kind) {
    case 'medication-statement':
      return {
        name:
          body.generic === undefined || body.generic === body.name
            ? body.name
            : `${body.name} (${body.generic})`,
        detail: joined(
          taking[body.status],
          body.dose,
          body.howOften,
          body.lastTaken === undefined || body.lastTaken === '' ? undefined : `Last taken ${body.lastTaken}`,
          body.prescriber === undefined || body.prescriber === '' ? undefined : `From ${body.prescriber}`,
          body.generic === undefined ? 'Our list does not know this name' : undefined,
        ),
      };
    case 'allergy':
      return {
        name: body.name,
        detail: joined(body.reaction, body.severity === undefined ? undefined : severity[body.severity]),
      };
    case 'condition':
      return {
        name: body.name,
        detail: joined(
          course[body.status],
          body.since === undefined || body.since === '' ? undefined : `Since ${body.since}`,
        ),
      };
    case 'history-answer':
      return { name: screeningConditions(body.key), detail: joined(answers[body.answer], body.note) };
    case 'prior-treatment':
      return {
        name: body.name,
        detail: joined(
          helped[body.response],
          body.dose,
          body.duration,
          body.whyStopped,
          body.adequate === undefined
            ? undefined
            : body.adequate === 'yes'
              ? 'Judged an adequate trial'
              : 'Judged not an adequate trial',
        ),
      };
    case 'indication':
      return {
        name: body.indication.replaceAll('-', ' '),
        detail: joined(body.diagnosisCode),
      };
    case 'scale-total':
      return { name: `${body.scale.toUpperCase()}, ${body.total}`, detail: joined(body.version, body.score) };
    case 'liver-test':
      return {
        name: `ALT ${body.altUnitsPerLitre}, upper limit ${body.upperLimitUnitsPerLitre} units per litre`,
        detail: `Taken ${formatLocalDate(body.takenOn, 'medium')}`,
      };
    case 'prescription-check':
      return {
        name: monitoringWords[body.monitoring],
        detail: `Refills asked for early: ${body.earlyRefills}`,
      };
    case 'pain-map':
      return { name: `${body.marks.length} parts marked`, detail: joined(body.note) };
    case 'headache-day':
      return { name: `${body.date}, ${body.strength} of 10`, detail: joined(body.note) };
    case 'goal':
      return { name: body.words, detail: joined(body.measure) };
  }
}

const origins: Readonly<Record<HealthRecordEntry['origin'], string>> = {
  patient: 'From the patient',
  import: 'From a file',
  staff: 'Typed here',
};
const statuses: Readonly<Record<HealthRecordEntry['status'], string>> = {
  reported: 'not confirmed',
  confirmed: 'confirmed',
  dismissed: 'set aside',
  'entered-in-error': 'entered in error',
};

export function originWords(entry: HealthRecordEntry): string {
  return `${origins[entry.origin]}, ${statuses[entry.status]}`;
}
