/**
 * Vital signs: one line for each sign, the newest reading first and a few earlier ones behind it as history.
 * A number is taken only with a unit that is certain, a date, and a value an instrument can show.
 */
import { groupedBy } from '#clinical/grouped.ts';
import type { Instant } from '#clinical/instant.ts';
import { isPlausible, vitalSign } from '#clinical/monitoring/vital-signs.ts';
import type { FhirDateTime } from './date-time.ts';
import { dateOf, type Entry, isAhead, type Read } from './entries.ts';
import { type LeftEntry, type LeftReason, whyObservationIsNotKept } from './left.ts';
import { fieldOf, type JsonObject, listOf, textOf } from './read-json.ts';
import type { Measure, Reading, Source, VitalSignLine } from './record-import.ts';
import { readQuantity } from './units.ts';
import {
  isBloodPressurePanel,
  LOINC,
  type SignName,
  signNameOf,
  signNames,
  signOfLoinc,
  type VitalSignKey,
} from './vital-sign-codes.ts';
import { type Code, codesOfConcept } from './words.ts';

/** The newest and four before it: enough to see a course, few enough to look through. A house choice. */
export const readingsKeptPerSign = 5;

const pressureSigns: readonly VitalSignKey[] = ['systolicMmHg', 'diastolicMmHg'];

type Taken = {
  readonly from: readonly Entry[];
  readonly signName: SignName;
  readonly effective: FhirDateTime;
  readonly measures: readonly Measure[];
  readonly codes: readonly Code[];
};

export function importVitalSigns(entries: readonly Entry[], now: Instant): Read<VitalSignLine> {
  const left: LeftEntry[] = [];
  const taken: Taken[] = [];
  for (const from of entries) {
    const signName = signNameOfObservation(from.resource);
    const read =
      signName === undefined ? whyObservationIsNotKept(from.resource) : readObservation(from, signName, now);
    if (typeof read !== 'string') taken.push(read);
    else
      left.push({
        entry: from.entry,
        resource: from.resource,
        reason: read,
        what: signName && signNames[signName],
      });
  }

  const lines: VitalSignLine[] = [];
  for (const group of groupedBy(taken, ({ signName }) => signName).values()) {
    const newestFirst = joinSameMoment(group).sort((one, other) => other.effective.at - one.effective.at);
    const [latest, ...rest] = newestFirst;
    if (latest === undefined) continue;
    const earlier = rest.slice(0, readingsKeptPerSign - 1);
    for (const { from, signName } of rest.slice(readingsKeptPerSign - 1)) {
      for (const { entry, resource } of from)
        left.push({ entry, resource, reason: 'older-reading', what: signNames[signName] });
    }
    lines.push(lineOf(latest, earlier));
  }
  return { lines, left };
}

function loincOf(concept: unknown): readonly string[] {
  return codesOfConcept(concept).flatMap(({ system, code }) => (system === LOINC ? [code] : []));
}

function signNameOfObservation(resource: JsonObject): SignName | undefined {
  const codes = loincOf(fieldOf(resource, 'code'));
  if (isBloodPressurePanel(codes)) return 'blood-pressure';
  const sign = signOfLoinc(codes);
  return sign && signNameOf(sign);
}

function readObservation(from: Entry, signName: SignName, now: Instant): Taken | LeftReason {
  const { resource } = from;
  const status = textOf(resource, 'status');
  if (status === 'entered-in-error') return 'entered-in-error';
  if (status !== 'final' && status !== 'amended' && status !== 'corrected') return 'not-final';
  // A sign of an unborn child, a donor or a device is recorded on the patient and is not theirs.
  if (listOf(resource, 'focus').length > 0) return 'about-someone-else';

  const effective =
    dateOf(resource, 'effectiveDateTime') ??
    dateOf(resource, 'effectiveInstant') ??
    dateOf(fieldOf(resource, 'effectivePeriod'), 'start');
  if (effective === undefined || effective === 'unreadable') return 'no-date';
  if (isAhead(effective, now)) return 'in-the-future';

  const found = measuresOf(resource);
  if (typeof found === 'string') return found;
  return {
    from: [from],
    signName,
    effective,
    measures: found,
    codes: codesOfConcept(fieldOf(resource, 'code')),
  };
}

/** Both halves of a pressure, or the one that can be read; when none can, the reason of the first. */
function measuresOf(resource: JsonObject): readonly Measure[] | LeftReason {
  const codes = loincOf(fieldOf(resource, 'code'));
  const own = signOfLoinc(codes);
  if (own !== undefined && !isBloodPressurePanel(codes)) {
    const measure = measureOf(own, fieldOf(resource, 'valueQuantity'));
    return typeof measure === 'string' ? measure : [measure];
  }

  const measures: Measure[] = [];
  const reasons: LeftReason[] = [];
  for (const component of listOf(resource, 'component')) {
    const sign = signOfLoinc(loincOf(fieldOf(component, 'code')));
    if (sign === undefined || !pressureSigns.includes(sign)) continue;
    const measure = measureOf(sign, fieldOf(component, 'valueQuantity'));
    if (typeof measure === 'string') reasons.push(measure);
    else if (measures.some((each) => each.sign === sign)) return 'unit-disagrees';
    else measures.push(measure);
  }
  return measures.length > 0 ? inSignOrder(measures) : (reasons[0] ?? 'no-value');
}

function measureOf(sign: VitalSignKey, quantity: unknown): Measure | LeftReason {
  const read = readQuantity(quantity, sign);
  if (!read.ok) return read.reason;
  if (!isPlausible(sign, read.value)) return 'out-of-range';
  return { sign, value: read.value, asWritten: read.asWritten };
}

function inSignOrder(measures: readonly Measure[]): readonly Measure[] {
  return pressureSigns.flatMap((sign) => measures.filter((measure) => measure.sign === sign));
}

/** A pressure sent as two Observations of one moment is one reading, and a reading sent twice is one too. */
function joinSameMoment(readings: readonly Taken[]): Taken[] {
  const byMoment = groupedBy(readings, ({ effective }) => effective.at);
  return [...byMoment.values()].flatMap((ofOneMoment) => {
    const joined: Taken[] = [];
    for (const reading of ofOneMoment) {
      const index = joined.findIndex((each) => fitTogether(each, reading));
      const other = joined[index];
      if (other === undefined) joined.push(reading);
      else joined[index] = join(other, reading);
    }
    return joined;
  });
}

function join(one: Taken, other: Taken): Taken {
  const added = other.measures.filter(({ sign }) => !one.measures.some((each) => each.sign === sign));
  const measures = [...one.measures, ...added];
  return {
    ...one,
    from: [...one.from, ...other.from],
    measures: one.signName === 'blood-pressure' ? inSignOrder(measures) : measures,
  };
}

function fitTogether(one: Taken, other: Taken): boolean {
  return other.measures.every(({ sign, value }) => {
    const same = one.measures.find((measure) => measure.sign === sign);
    return same === undefined || same.value === value;
  });
}

function readingOf({ effective, measures, signName, from }: Taken): Reading {
  const missing =
    signName === 'blood-pressure'
      ? pressureSigns.filter((sign) => !measures.some((measure) => measure.sign === sign))
      : [];
  return { effective, measures, missing, sources: from.map(({ source }) => source) };
}

function lineOf(latest: Taken, earlier: readonly Taken[]): VitalSignLine {
  const reading = readingOf(latest);
  const history = earlier.map(readingOf);
  const sources: readonly Source[] = [reading, ...history].flatMap((each) => each.sources);
  return {
    kind: 'vital-sign',
    lineId: reading.sources[0]?.reference ?? latest.signName,
    section: 'measurements',
    words: `${signNames[latest.signName]} ${valueInWords(reading)}`,
    codes: latest.codes,
    times: 1 + earlier.length,
    notes: [],
    signName: latest.signName,
    latest: reading,
    earlier: history,
    sources,
  };
}

/** "129 over 73 mmHg"; half a pressure says which half is not known. */
export function valueInWords({ measures, missing }: Pick<Reading, 'measures' | 'missing'>): string {
  const [first, second] = measures;
  if (first === undefined) return 'not given';
  const unit = vitalSign(first.sign).unitLabel;
  const joiner = unit === '%' ? '' : ' ';
  if (second !== undefined) return `${first.value} over ${second.value} ${unit}`;
  if (missing[0] === 'diastolicMmHg') return `${first.value} ${unit}, lower number not given`;
  if (missing[0] === 'systolicMmHg') return `${first.value} ${unit}, upper number not given`;
  return `${first.value}${joiner}${unit}`;
}
