// The monitoring form written from what the session already knows. Nothing is typed twice and nothing is guessed: a
// fact that was not recorded leaves its field open, and judgements are taken only from the person who made them.

import type { BloodPressure } from '#clinical/care-record.ts';
import { type Instant, type LocalDate, localDateOf, minutesBetween, type ZoneId } from '#clinical/instant.ts';
import { isMoment, isZone } from '#clinical/timestamp.ts';
import type { ConcomitantAnswers } from './concomitant-classes.ts';
import {
  type EventDetail,
  type EventFieldId,
  eventDetails,
  type FormField,
  type FormFieldId,
  type MonitoringForm,
  type MonitoringFormVersion,
  monitoringForm,
  type ReportedEvent,
  reportedEvents,
} from './monitoring-form.ts';
import { monitoringMinutes } from './monitoring-minutes.ts';
import { fortyMinuteReading } from './spravato-program.ts';

export type PressureReading = BloodPressure & { readonly at: Instant };

export type ReportedEventFacts = {
  /** Whether the person who watched says it happened. */
  readonly happened?: boolean | undefined;
  readonly onsetMinutes?: number | undefined;
  readonly resolvedWithinTwoHours?: boolean | undefined;
  readonly minutesToResolve?: number | undefined;
  readonly treatment?: string | undefined;
};

export type MonitoringFormFacts = {
  readonly zone?: ZoneId | undefined;
  readonly patient?:
    | {
        readonly firstName?: string | undefined;
        readonly middleInitial?: string | undefined;
        readonly lastName?: string | undefined;
        readonly birthDate?: LocalDate | undefined;
        readonly sex?: 'male' | 'female' | 'other' | undefined;
      }
    | undefined;
  readonly isFirstTreatment?: boolean | undefined;
  readonly isEnrolled?: boolean | undefined;
  readonly concomitant?: ConcomitantAnswers | undefined;
  readonly monitor?:
    | {
        readonly firstName?: string | undefined;
        readonly lastName?: string | undefined;
        readonly telephone?: string | undefined;
        readonly email?: string | undefined;
      }
    | undefined;
  readonly setting?:
    | {
        readonly name?: string | undefined;
        readonly address1?: string | undefined;
        readonly address2?: string | undefined;
        readonly city?: string | undefined;
        readonly state?: string | undefined;
        readonly zip?: string | undefined;
      }
    | undefined;
  readonly doseMg?: number | undefined;
  /** In the order they were used. */
  readonly devices?: readonly { readonly at?: Instant | undefined; readonly lot?: string | undefined }[];
  readonly monitoringEndedAt?: Instant | undefined;
  /** When the person who watched thinks they would have been ready without the two hours. */
  readonly readyAt?: Instant | undefined;
  readonly areVitalsAcceptableBefore?: boolean | undefined;
  readonly areVitalsAcceptableAtEnd?: boolean | undefined;
  readonly bloodPressures?: readonly PressureReading[] | undefined;
  readonly events?: Readonly<Partial<Record<ReportedEvent, ReportedEventFacts>>> | undefined;
  readonly seriousEvent?:
    | {
        readonly happened?: boolean | undefined;
        readonly category?: string | undefined;
        readonly narrative?: string | undefined;
        readonly outcome?: string | undefined;
      }
    | undefined;
};

export type FormValue = string | number | boolean | BloodPressure | readonly string[];

export type FilledField = {
  readonly field: FormField;
  /** Open: not known yet. Not asked: it follows a question that was answered with no. */
  readonly state: 'filled' | 'open' | 'not-asked';
  readonly value: FormValue | undefined;
};

export type FilledForm = {
  readonly form: MonitoringForm;
  readonly fields: readonly FilledField[];
  readonly open: readonly FormFieldId[];
};

export function fillMonitoringForm(facts: MonitoringFormFacts, version: MonitoringFormVersion): FilledForm {
  const form = monitoringForm(version);
  const values = valuesOf(facts);
  const fields = form.fields.map((field): FilledField => {
    if (field.onlyIf !== undefined && values[field.onlyIf] === false) {
      return { field, state: 'not-asked', value: undefined };
    }
    const value = values[field.id];
    return { field, state: isBlank(value) ? 'open' : 'filled', value: isBlank(value) ? undefined : value };
  });
  return {
    form,
    fields,
    // A middle initial or a second address line that is not there is no gap.
    open: fields
      .filter(({ state, field }) => state === 'open' && field.required !== false && !isOptional(field.id))
      .map(({ field }) => field.id),
  };
}

/** May be truly empty on any version. */
function isOptional(id: FormFieldId): boolean {
  return id === 'patient-middle-initial' || id === 'setting-address-2';
}

function valuesOf(facts: MonitoringFormFacts): Readonly<Record<FormFieldId, FormValue | undefined>> {
  const { patient, monitor, setting, concomitant, seriousEvent } = facts;
  const firstDeviceAt = firstDevice(facts);
  const pressures = pressuresOf(facts, firstDeviceAt);
  return {
    'patient-first-name': patient?.firstName,
    'patient-middle-initial': patient?.middleInitial,
    'patient-last-name': patient?.lastName,
    'patient-birth-date': patient?.birthDate,
    'patient-sex': patient?.sex,
    'first-treatment': facts.isFirstTreatment,
    enrolled: facts.isEnrolled,
    'takes-benzodiazepine': concomitant?.benzodiazepine,
    'takes-sedative-hypnotic': concomitant?.['non-benzodiazepine-sedative-hypnotic'],
    'takes-opioid': concomitant?.opioid,
    'takes-psychostimulant': concomitant?.psychostimulant,
    'takes-maoi': concomitant?.maoi,
    'monitor-first-name': monitor?.firstName,
    'monitor-last-name': monitor?.lastName,
    'monitor-telephone': monitor?.telephone,
    'monitor-email': monitor?.email,
    'setting-name': setting?.name,
    'setting-address-1': setting?.address1,
    'setting-address-2': setting?.address2,
    'setting-city': setting?.city,
    'setting-state': setting?.state,
    'setting-zip': setting?.zip,
    'treatment-date':
      firstDeviceAt === undefined || !isZone(facts.zone) ? undefined : localDateOf(firstDeviceAt, facts.zone),
    dose: doseWords(facts.doseMg),
    'lot-numbers': lotsOf(facts),
    'total-minutes': monitoringMinutes({ firstDeviceAt, endAt: facts.monitoringEndedAt })?.minutes,
    'ready-after-minutes': monitoringMinutes({ firstDeviceAt, endAt: facts.readyAt })?.minutes,
    'vitals-acceptable-before': facts.areVitalsAcceptableBefore,
    'vitals-acceptable-at-end': facts.areVitalsAcceptableAtEnd,
    'pressure-before': pressures.before,
    'pressure-at-40-minutes': pressures.atFortyMinutes,
    'pressure-at-end': pressures.atEnd,
    ...eventValues(facts),
    'serious-event': seriousEvent?.happened,
    'serious-event-category': seriousEvent?.category,
    'serious-event-narrative': seriousEvent?.narrative,
    'serious-event-outcome': seriousEvent?.outcome,
  };
}

function eventValues(facts: MonitoringFormFacts): Readonly<Record<EventFieldId, FormValue | undefined>> {
  const rows = reportedEvents.flatMap((name) => {
    const event = facts.events?.[name];
    const detail: Readonly<Record<EventDetail, FormValue | undefined>> = {
      'onset-minutes': wholeMinutes(event?.onsetMinutes),
      'resolved-within-2-h': event?.resolvedWithinTwoHours,
      'minutes-to-resolve': wholeMinutes(event?.minutesToResolve),
      treatment: event?.treatment,
    };
    return [
      [name, event?.happened] as const,
      ...eventDetails.map((part) => [`${name}-${part}`, detail[part]] as const),
    ];
  });
  return Object.fromEntries(rows) as Record<EventFieldId, FormValue | undefined>;
}

/** The first device counts only when every device has its time: otherwise an earlier one may be missing. */
function firstDevice(facts: MonitoringFormFacts): Instant | undefined {
  const times = facts.devices?.map(({ at }) => at);
  if (!times || times.length === 0 || !times.every(isMoment)) return undefined;
  return Math.min(...times);
}

/** One lot per device; with one of them missing the field is open, not half filled. */
function lotsOf(facts: MonitoringFormFacts): readonly string[] | undefined {
  const lots = facts.devices?.map(({ lot }) => lot?.trim() ?? '');
  if (!lots || lots.length === 0 || lots.includes('')) return undefined;
  return [...new Set(lots)];
}

function doseWords(doseMg: number | undefined): string | undefined {
  if (doseMg === undefined || !Number.isFinite(doseMg) || doseMg <= 0) return undefined;
  return doseMg === 56 || doseMg === 84 ? `${doseMg} mg` : `other: ${doseMg} mg`;
}

function pressuresOf(
  facts: MonitoringFormFacts,
  firstDeviceAt: Instant | undefined,
): {
  readonly before: BloodPressure | undefined;
  readonly atFortyMinutes: BloodPressure | undefined;
  readonly atEnd: BloodPressure | undefined;
} {
  const { bloodPressures, monitoringEndedAt, zone } = facts;
  if (!bloodPressures || firstDeviceAt === undefined) {
    return { before: undefined, atFortyMinutes: undefined, atEnd: undefined };
  }
  const [from = 0, to = 0] = fortyMinuteReading.value;
  const taken = bloodPressures
    .filter(({ at }) => isMoment(at))
    .toSorted((a, b) => a.at - b.at)
    .map((reading) => ({ reading, minutes: minutesBetween(firstDeviceAt, reading.at) }));
  const isSameDay = (at: Instant) =>
    isZone(zone) && localDateOf(at, zone) === localDateOf(firstDeviceAt, zone);
  const before = taken.findLast(({ reading, minutes }) => minutes <= 0 && isSameDay(reading.at));
  const atForty = taken
    .filter(({ minutes }) => minutes >= from && minutes <= to)
    .toSorted((a, b) => Math.abs(a.minutes - 40) - Math.abs(b.minutes - 40))[0];
  // The reading at 40 minutes does not stand in for one before they leave.
  const atEnd = isMoment(monitoringEndedAt)
    ? taken.findLast(({ reading, minutes }) => minutes > to && reading.at <= monitoringEndedAt)
    : undefined;
  return {
    before: pressureOf(before?.reading),
    atFortyMinutes: pressureOf(atForty?.reading),
    atEnd: pressureOf(atEnd?.reading),
  };
}

function pressureOf(reading: PressureReading | undefined): BloodPressure | undefined {
  return reading && { systolicMmHg: reading.systolicMmHg, diastolicMmHg: reading.diastolicMmHg };
}

function wholeMinutes(minutes: number | undefined): number | undefined {
  return minutes !== undefined && Number.isFinite(minutes) && minutes >= 0 ? minutes : undefined;
}

function isBlank(value: FormValue | undefined): boolean {
  return value === undefined || (typeof value === 'string' && value.trim() === '');
}
