// The safety programme's form of one spray session: filled from the log and the record, completed by hand where both are
// silent, and checked against itself.
import { isLocalDate, type LocalDate, minutesBetween } from '#clinical/instant.ts';
import {
  checkMonitoringForm,
  type MonitoringFormCheck,
} from '#clinical/safety-programs/check-monitoring-form.ts';
import type { ConcomitantAnswers } from '#clinical/safety-programs/concomitant-classes.ts';
import {
  type FilledForm,
  type FormValue,
  fillMonitoringForm,
  type MonitoringFormFacts,
} from '#clinical/safety-programs/fill-monitoring-form.ts';
import type {
  FormField,
  FormFieldId,
  MonitoringFormVersion,
} from '#clinical/safety-programs/monitoring-form.ts';
import { doseStartedAt } from '#dosing-session/readings.ts';
import { latest, type SessionState } from '#dosing-session/state.ts';

/** What the record says beside the log. */
export type FormRecord = Pick<MonitoringFormFacts, 'zone' | 'patient' | 'setting'> & {
  readonly concomitant?: ConcomitantAnswers | undefined;
  /** Known only when an earlier spray session was held here: then it is not the first. */
  readonly hadEarlierSpray: boolean;
  readonly monitor?: MonitoringFormFacts['monitor'];
};

/** What a person wrote into the fields that stood open. */
export type FormAnswers = Readonly<Partial<Record<FormFieldId, FormValue>>>;

export type CompletedField = {
  readonly field: FormField;
  readonly state: 'filled' | 'open' | 'not-asked';
  readonly value: FormValue | undefined;
  /** Where it comes from; a value of the session or the record is never typed again. */
  readonly from: 'session' | 'hand' | 'earlier-form' | undefined;
};

export type MonitoringFormPaper = {
  readonly version: MonitoringFormVersion;
  readonly revision: string | undefined;
  readonly asOf: LocalDate;
  readonly fields: readonly CompletedField[];
  readonly open: readonly FormFieldId[];
  readonly check: MonitoringFormCheck;
};

/** Whether a session used the spray; only then is there a form. */
export const isSpraySession = (state: SessionState): boolean =>
  state.facts.DoseGiven.some(({ fact }) => fact.route === 'nasal');

const sprays = (state: SessionState) => state.facts.DoseGiven.filter(({ fact }) => fact.route === 'nasal');

export const monitoringFormFacts = (state: SessionState, record: FormRecord): MonitoringFormFacts => {
  const given = sprays(state);
  const enrolment = latest(state, 'ProgramEnrolmentChecked');
  return {
    zone: record.zone,
    patient: record.patient,
    setting: record.setting,
    concomitant: record.concomitant,
    monitor: record.monitor,
    isFirstTreatment: record.hadEarlierSpray ? false : undefined,
    isEnrolled: enrolment && enrolment.fact.result === 'verified',
    doseMg: given.length === 0 ? undefined : given.reduce((sum, { fact }) => sum + fact.doseMg, 0),
    devices: given.map(({ at, fact }) => ({ at, lot: fact.lot ?? undefined })),
    monitoringEndedAt: latest(state, 'PatientReleased')?.at,
    bloodPressures: state.facts.VitalSignsMeasured.flatMap(({ at, fact }) =>
      fact.systolicMmHg === undefined || fact.diastolicMmHg === undefined
        ? []
        : [{ at, systolicMmHg: fact.systolicMmHg, diastolicMmHg: fact.diastolicMmHg }],
    ),
  };
};

export const monitoringFormPaper = (question: {
  readonly state: SessionState;
  readonly record: FormRecord;
  readonly version: MonitoringFormVersion;
  readonly answers: FormAnswers;
  /** Of the clinic, from its last form: what does not change from one session to the next. */
  readonly carried: FormAnswers;
  readonly today: LocalDate;
  readonly submittedOn?: LocalDate | undefined;
}): MonitoringFormPaper => {
  const { state, record, version, answers, carried, today, submittedOn } = question;
  const facts = monitoringFormFacts(state, record);
  const filled = fillMonitoringForm(facts, version);
  const fields = completed(filled, answers, carried);
  const values = new Map(fields.map(({ field, value }) => [field.id, value]));
  const startedAt = doseStartedAt(state);
  const atForty = facts.bloodPressures?.toReversed().find(({ systolicMmHg, diastolicMmHg }) => {
    const said = values.get('pressure-at-40-minutes');
    return isPressure(said) && said.systolicMmHg === systolicMmHg && said.diastolicMmHg === diastolicMmHg;
  });
  const moaas = state.facts.SedationRated.map(({ fact }) => fact.moaas);
  const levels = state.facts.DissociationRated.map(({ fact }) => levelRank[fact.level]);
  return {
    version,
    revision: filled.form.revision,
    asOf: filled.form.asOf,
    fields,
    open: fields
      .filter(
        ({ field, state: stands }) =>
          stands === 'open' && field.required !== false && !mayStayEmpty.includes(field.id),
      )
      .map(({ field }) => field.id),
    check: checkMonitoringForm({
      doseMg: facts.doseMg,
      devicesUsed: sprays(state).length,
      totalMinutes: numberOf(values.get('total-minutes')),
      lowestMoaas: moaas.length === 0 ? undefined : Math.min(...moaas),
      sedationReported: yesOrNo(values.get('sedation')),
      treatmentDate: dateOf(values.get('treatment-date')),
      submittedOn,
      today,
      pressureAtMinutes:
        atForty === undefined || startedAt === undefined ? undefined : minutesBetween(startedAt, atForty.at),
      highestDissociation: levels.length === 0 ? undefined : Math.max(...levels),
      dissociationReported: yesOrNo(values.get('dissociation')),
      evaluationMinutes: numberOf(values.get('ready-after-minutes')),
    }),
  };
};

const levelRank = { none: 0, mild: 1, strong: 2 } as const;
const mayStayEmpty: readonly FormFieldId[] = ['patient-middle-initial', 'setting-address-2'];

// A field that follows a question is asked again once that question has its answer.
const completed = (
  filled: FilledForm,
  answers: FormAnswers,
  carried: FormAnswers,
): readonly CompletedField[] => {
  const own = new Map(filled.fields.map(({ field, value }) => [field.id, value]));
  const saidOf = (id: FormFieldId): FormValue | undefined => own.get(id) ?? answers[id] ?? carried[id];
  return filled.fields.map(({ field, value }): CompletedField => {
    if (field.onlyIf !== undefined && saidOf(field.onlyIf) === false)
      return { field, state: 'not-asked', value: undefined, from: undefined };
    if (value !== undefined) return { field, state: 'filled', value, from: 'session' };
    const typed = answers[field.id];
    if (typed !== undefined) return { field, state: 'filled', value: typed, from: 'hand' };
    const before = carried[field.id];
    if (before !== undefined) return { field, state: 'filled', value: before, from: 'earlier-form' };
    return { field, state: 'open', value: undefined, from: undefined };
  });
};

/** The fields a clinic may carry from form to form: where it is does not change with the patient. */
export const carriedFields: readonly FormFieldId[] = [
  'setting-name',
  'setting-address-1',
  'setting-address-2',
  'setting-city',
  'setting-state',
  'setting-zip',
];

/** Why a value cannot stand in this field; undefined when it can. */
export const faultOfAnswer = (field: FormField, value: FormValue): string | undefined => {
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' && value.trim() !== '' ? undefined : 'Write it out';
    case 'date':
      return typeof value === 'string' && isLocalDate(value) ? undefined : 'Give a day that exists';
    case 'choice':
      return typeof value === 'string' && field.choices?.includes(value) === true
        ? undefined
        : 'Choose one of the answers';
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : 'Answer yes or no';
    case 'minutes':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= mostMinutes
        ? undefined
        : `Give whole minutes from 0 to ${mostMinutes}`;
    case 'blood-pressure':
      return isPressure(value) ? undefined : 'Give upper and lower';
    case 'text-list':
      return Array.isArray(value) && value.length > 0 && value.every((one) => String(one).trim() !== '')
        ? undefined
        : 'Give one for each device';
  }
};

/** A week: a slip of the finger and not a limit. */
const mostMinutes = 10_080;

const isPressure = (
  value: FormValue | undefined,
): value is { readonly systolicMmHg: number; readonly diastolicMmHg: number } =>
  typeof value === 'object' &&
  'systolicMmHg' in value &&
  [value.systolicMmHg, value.diastolicMmHg].every((side) => Number.isFinite(side) && side > 0 && side < 400);

const numberOf = (value: FormValue | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;
const yesOrNo = (value: FormValue | undefined): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined;
const dateOf = (value: FormValue | undefined): LocalDate | undefined =>
  typeof value === 'string' ? value : undefined;
