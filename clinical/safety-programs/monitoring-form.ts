// The patient monitoring form of the esketamine programme as data, version by version: each field with its kind, whether
// the form marks it as required, and how well that is known. Filling and checking read this; a new version is new data.

import type { LocalDate } from '#clinical/instant.ts';
import { rulesAsOf } from '#clinical/law/rules-as-of.ts';
import type { Confidence, SourceId } from '#clinical/sources.ts';

export type FormFieldId =
  | 'patient-first-name'
  | 'patient-middle-initial'
  | 'patient-last-name'
  | 'patient-birth-date'
  | 'patient-sex'
  | 'first-treatment'
  | 'enrolled'
  | 'takes-benzodiazepine'
  | 'takes-sedative-hypnotic'
  | 'takes-opioid'
  | 'takes-psychostimulant'
  | 'takes-maoi'
  | 'monitor-first-name'
  | 'monitor-last-name'
  | 'monitor-telephone'
  | 'monitor-email'
  | 'setting-name'
  | 'setting-address-1'
  | 'setting-address-2'
  | 'setting-city'
  | 'setting-state'
  | 'setting-zip'
  | 'treatment-date'
  | 'dose'
  | 'lot-numbers'
  | 'total-minutes'
  | 'ready-after-minutes'
  | 'vitals-acceptable-before'
  | 'vitals-acceptable-at-end'
  | 'pressure-before'
  | 'pressure-at-40-minutes'
  | 'pressure-at-end'
  | EventFieldId
  | 'serious-event'
  | 'serious-event-category'
  | 'serious-event-narrative'
  | 'serious-event-outcome';

export const reportedEvents = ['sedation', 'dissociation', 'respiratory-depression'] as const;
export type ReportedEvent = (typeof reportedEvents)[number];

export const eventDetails = [
  'onset-minutes',
  'resolved-within-2-h',
  'minutes-to-resolve',
  'treatment',
] as const;
export type EventDetail = (typeof eventDetails)[number];
export type EventFieldId = ReportedEvent | `${ReportedEvent}-${EventDetail}`;

export type FormFieldKind =
  | 'text'
  | 'date'
  | 'choice'
  | 'yes-no'
  | 'minutes'
  | 'blood-pressure'
  | 'text-list';

export type FormField = {
  readonly id: FormFieldId;
  readonly group:
    | 'patient'
    | 'concomitant'
    | 'monitor'
    | 'setting'
    | 'session'
    | 'vital-signs'
    | 'events'
    | 'serious-event';
  readonly label: string;
  readonly kind: FormFieldKind;
  readonly choices?: readonly string[] | undefined;
  /** Whether the form marks it as required; undefined where the mark could not be read. */
  readonly required: boolean | undefined;
  /** Asked only when that field was answered with yes. */
  readonly onlyIf?: FormFieldId | undefined;
  /** That the field is on this version at all. */
  readonly confidence: Confidence;
  readonly source: SourceId;
};

export type MonitoringFormVersion = '11/2021' | 'newer';

export type MonitoringForm = {
  readonly version: MonitoringFormVersion;
  /** As printed on the form; undefined where it could not be read. */
  readonly revision: string | undefined;
  readonly asOf: LocalDate;
  readonly fields: readonly FormField[];
};

/** Harm that makes an event serious, in the words of regulators. General knowledge; not read on the form. */
export const seriousEventCategories = [
  'death',
  'life-threatening',
  'hospitalization',
  'disability',
  'congenital anomaly',
  'important medical event',
] as const;

type Draft = Omit<FormField, 'confidence' | 'source'> & { readonly confidence?: Confidence };

const patient: readonly Draft[] = [
  { id: 'patient-first-name', group: 'patient', label: 'First name', kind: 'text', required: true },
  { id: 'patient-middle-initial', group: 'patient', label: 'Middle initial', kind: 'text', required: false },
  { id: 'patient-last-name', group: 'patient', label: 'Last name', kind: 'text', required: true },
  { id: 'patient-birth-date', group: 'patient', label: 'Birth date', kind: 'date', required: true },
  {
    id: 'patient-sex',
    group: 'patient',
    label: 'Sex',
    kind: 'choice',
    choices: ['male', 'female', 'other'],
    required: true,
  },
];

const firstTreatment: readonly Draft[] = [
  {
    id: 'first-treatment',
    group: 'patient',
    label: 'First treatment',
    kind: 'yes-no',
    required: undefined,
    confidence: 'V',
  },
  {
    id: 'enrolled',
    group: 'patient',
    label: 'Enrolled in the programme',
    kind: 'yes-no',
    required: undefined,
    onlyIf: 'first-treatment',
    confidence: 'V',
  },
];

function takes(id: FormFieldId, label: string, required: boolean | undefined): Draft {
  return { id, group: 'concomitant', label, kind: 'yes-no', required };
}

const people: readonly Draft[] = [
  { id: 'monitor-first-name', group: 'monitor', label: 'First name', kind: 'text', required: true },
  { id: 'monitor-last-name', group: 'monitor', label: 'Last name', kind: 'text', required: true },
  { id: 'monitor-telephone', group: 'monitor', label: 'Telephone', kind: 'text', required: true },
  { id: 'monitor-email', group: 'monitor', label: 'E-mail', kind: 'text', required: true },
  { id: 'setting-name', group: 'setting', label: 'Name', kind: 'text', required: true },
  { id: 'setting-address-1', group: 'setting', label: 'Address', kind: 'text', required: true },
  { id: 'setting-address-2', group: 'setting', label: 'Address, second line', kind: 'text', required: false },
  { id: 'setting-city', group: 'setting', label: 'City', kind: 'text', required: true },
  { id: 'setting-state', group: 'setting', label: 'State', kind: 'text', required: true },
  { id: 'setting-zip', group: 'setting', label: 'ZIP code', kind: 'text', required: true },
];

const session: readonly Draft[] = [
  { id: 'treatment-date', group: 'session', label: 'Date of treatment', kind: 'date', required: true },
  {
    id: 'dose',
    group: 'session',
    label: 'Dose',
    kind: 'choice',
    choices: ['56 mg', '84 mg', 'other'],
    required: true,
  },
  {
    id: 'lot-numbers',
    group: 'session',
    label: 'Lot number of each device',
    kind: 'text-list',
    required: undefined,
  },
  {
    id: 'total-minutes',
    group: 'session',
    label: 'Minutes from the first device to the end of monitoring',
    kind: 'minutes',
    required: undefined,
  },
  {
    id: 'ready-after-minutes',
    group: 'session',
    label: 'Minutes after which they would have been ready without the two hours',
    kind: 'minutes',
    required: undefined,
  },
  {
    id: 'vitals-acceptable-before',
    group: 'vital-signs',
    label: 'Vital signs acceptable before the dose',
    kind: 'yes-no',
    required: undefined,
  },
  {
    id: 'vitals-acceptable-at-end',
    group: 'vital-signs',
    label: 'Vital signs acceptable before the end of the session',
    kind: 'yes-no',
    required: undefined,
  },
  {
    id: 'pressure-before',
    group: 'vital-signs',
    label: 'Blood pressure before the dose',
    kind: 'blood-pressure',
    required: undefined,
  },
  {
    id: 'pressure-at-40-minutes',
    group: 'vital-signs',
    label: 'Blood pressure 40 minutes after',
    kind: 'blood-pressure',
    required: undefined,
  },
  {
    id: 'pressure-at-end',
    group: 'vital-signs',
    label: 'Blood pressure before the end of the session',
    kind: 'blood-pressure',
    required: undefined,
  },
];

function event(id: ReportedEvent, label: string): readonly Draft[] {
  const detail = (name: EventDetail, text: string, kind: FormFieldKind): Draft => ({
    id: `${id}-${name}`,
    group: 'events',
    label: `${label}: ${text}`,
    kind,
    required: undefined,
    onlyIf: id,
    confidence: 'G',
  });
  return [
    { id, group: 'events', label, kind: 'yes-no', required: undefined, confidence: 'V' },
    detail('onset-minutes', 'minutes until it began', 'minutes'),
    detail('resolved-within-2-h', 'resolved within two hours', 'yes-no'),
    detail('minutes-to-resolve', 'minutes until it resolved', 'minutes'),
    detail('treatment', 'treatment given', 'text'),
  ];
}

const seriousEvent: readonly Draft[] = [
  {
    id: 'serious-event',
    group: 'serious-event',
    label: 'Serious adverse event',
    kind: 'yes-no',
    required: undefined,
    confidence: 'V',
  },
  {
    id: 'serious-event-category',
    group: 'serious-event',
    label: 'Why it is serious',
    kind: 'choice',
    choices: seriousEventCategories,
    required: undefined,
    onlyIf: 'serious-event',
    confidence: 'G',
  },
  {
    id: 'serious-event-narrative',
    group: 'serious-event',
    label: 'What happened',
    kind: 'text',
    required: undefined,
    onlyIf: 'serious-event',
    confidence: 'G',
  },
  {
    id: 'serious-event-outcome',
    group: 'serious-event',
    label: 'How it ended',
    kind: 'text',
    required: undefined,
    onlyIf: 'serious-event',
    confidence: 'G',
  },
];

function fields(
  drafts: readonly (readonly Draft[])[],
  usual: { readonly source: SourceId; readonly confidence: Confidence },
): readonly FormField[] {
  return drafts.flat().map((draft) => ({ ...usual, ...draft }));
}

/** The layout of the newer version was not read: what it shares with the old one is taken to have stayed. */
function carriedOver(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.map((draft) => ({
    ...draft,
    required: undefined,
    confidence: draft.confidence === 'V' ? 'V' : 'G',
  }));
}

export const monitoringForms: readonly MonitoringForm[] = [
  {
    version: '11/2021',
    revision: '11/2021',
    asOf: rulesAsOf,
    fields: fields(
      [
        patient,
        [
          takes('takes-benzodiazepine', 'Benzodiazepine', true),
          takes('takes-sedative-hypnotic', 'Sedative hypnotic other than a benzodiazepine', true),
          takes('takes-psychostimulant', 'Psychostimulant', true),
          takes('takes-maoi', 'Monoamine oxidase inhibitor', true),
        ],
        people,
        session,
        event('sedation', 'Sedation'),
        event('dissociation', 'Dissociation'),
        seriousEvent,
      ],
      { source: 'R-PMF21', confidence: 'V' },
    ),
  },
  {
    version: 'newer',
    revision: undefined,
    asOf: rulesAsOf,
    fields: fields(
      [
        carriedOver(patient),
        firstTreatment,
        [
          { ...takes('takes-benzodiazepine', 'Benzodiazepine', undefined), confidence: 'V' },
          { ...takes('takes-sedative-hypnotic', 'Sedative hypnotic', undefined), confidence: 'V' },
          { ...takes('takes-opioid', 'Opioid', undefined), confidence: 'V' },
          { ...takes('takes-psychostimulant', 'Psychostimulant', undefined), confidence: 'V' },
        ],
        carriedOver(people),
        carriedOver(session),
        carriedOver(event('sedation', 'Sedation')),
        carriedOver(event('dissociation', 'Dissociation')),
        carriedOver(event('respiratory-depression', 'Respiratory depression')),
        carriedOver(seriousEvent),
      ],
      { source: 'R-PMFV', confidence: 'G' },
    ),
  },
];

export function monitoringForm(version: MonitoringFormVersion): MonitoringForm {
  const form = monitoringForms.find((candidate) => candidate.version === version);
  if (!form) throw new Error(`No monitoring form ${version}`);
  return form;
}
