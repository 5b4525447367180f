// The session as it is read afterwards: rows for the flowsheet and the charts, and the short account that goes
// home with the patient. Everything comes from the log; an empty cell was not measured and stays empty.
import { groupedBy } from '#clinical/grouped.ts';
import { type Instant, millisecondsPerMinute, minutesBetween } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { type Alert, alerts } from './alerts.ts';
import { aheadMs } from './device-clocks.ts';
import type { ExperienceTag, FactOf, FromPaper, SessionFact, VitalSignName } from './events.ts';
import { VitalSignName as vitalSignNames } from './events.ts';
import { infusedMg } from './infusion.ts';
import { doseStartedAt } from './readings.ts';
import { type Signal, signals } from './signals.ts';
import {
  type Conflict,
  type Entry,
  type EntryOf,
  gaps,
  inCanonicalOrderOfEntries,
  latest,
  type NeedsReview,
  type SessionState,
} from './state.ts';
import { type Symptom, symptoms } from './symptoms.ts';

export type FlowsheetRow = {
  readonly eventIds: readonly string[];
  readonly at: Instant;
  /** Since the dose began; undefined while there is none. */
  readonly minute: number | undefined;
  readonly slotMinute: number | undefined;
  readonly writtenAt: Instant;
  readonly byName: string;
  /** Who saw it, where it was typed later from a paper sheet. */
  readonly paper?: FromPaper | undefined;
  readonly context: FactOf<'VitalSignsMeasured'>['context'] | undefined;
  readonly source: 'typed' | 'device' | undefined;
  readonly signs: Readonly<Partial<Record<VitalSignName, number>>>;
  readonly couldNotRead: readonly VitalSignName[];
  readonly oxygenLitresPerMin: number | undefined;
  readonly moaas: number | undefined;
  /** By whose word it is; where nobody wrote which, it stands alone. */
  readonly distress: number | undefined;
  readonly distressSaid: number | undefined;
  readonly distressSeen: number | undefined;
  readonly dissociation: 'none' | 'mild' | 'strong' | undefined;
  readonly dissociationSaid: 'none' | 'mild' | 'strong' | undefined;
  readonly dissociationSeen: 'none' | 'mild' | 'strong' | undefined;
  readonly experience: readonly ExperienceTag[] | undefined;
  /** Null: it was looked for and could not be told. */
  readonly perception: number | null | undefined;
  readonly nausea: number | undefined;
  readonly seen: FactOf<'LookMade'>['seen'] | undefined;
};

type Rating = EntryOf<
  | 'SedationRated'
  | 'DistressRated'
  | 'DissociationRated'
  | 'ExperienceNoted'
  | 'PerceptionRated'
  | 'NauseaRated'
  | 'LookMade'
>;

/**
 * One row per measurement; no measurement ever joins another. A rating stands in the row of the reading it was made with. Where
 * none of its slot is near, it stands on a row of its own at its own time, so that it is never told as of another look.
 */
export const flowsheetRows = (state: SessionState): readonly FlowsheetRow[] => {
  const startedAt = doseStartedAt(state);
  const { facts } = state;
  const readings = facts.VitalSignsMeasured;
  const rows = readings.map((entry) => measuredRow(entry, startedAt));
  const ratings: readonly Rating[] = [
    ...facts.SedationRated,
    ...facts.DistressRated,
    ...facts.DissociationRated,
    ...facts.ExperienceNoted,
    ...facts.PerceptionRated,
    ...facts.NauseaRated,
    ...facts.LookMade,
  ].sort(inCanonicalOrderOfEntries);
  const besides = readingsBeside(ratings, readings);
  const alone: { readonly first: Rating; readonly index: number }[] = [];
  for (const rating of ratings) {
    const rated = ratingOf(rating.fact);
    const index =
      besides.get(rating) ??
      alone.find((one) => isOneLook(one.first, rating) && isFreeFor(rows[one.index], rated))?.index;
    const row = index === undefined ? undefined : rows[index];
    if (index !== undefined && row !== undefined)
      rows[index] = { ...row, ...rated, eventIds: [...row.eventIds, rating.eventId] };
    else {
      alone.push({ first: rating, index: rows.length });
      rows.push({ ...emptyRow(rating, startedAt), slotMinute: rating.fact.slotMinute, ...rated });
    }
  }
  return rows.sort((one, other) => one.at - other.at);
};

// How far a rating may be from the reading it is printed beside. A matter of record keeping, not a clinical limit.
const besideWithinMs = 2 * millisecondsPerMinute;

type Reading = EntryOf<'VitalSignsMeasured'>;

/**
 * The row of each rating that was made with a reading, by its index. A row of the rating's own minute comes before any other, then
 * one by the same hand, then the nearest. A rating whose own minute has a row never goes to another minute.
 */
const readingsBeside = (
  ratings: readonly Rating[],
  readings: readonly Reading[],
): ReadonlyMap<Rating, number> => {
  const slots = new Set(ratings.map(({ fact }) => fact.slotMinute));
  const ofSlot = groupedBy(
    readings
      .map((reading, index) => ({ reading, index }))
      .filter(({ reading: { fact } }) => fact.slotMinute !== undefined && slots.has(fact.slotMinute)),
    ({ reading }) => reading.fact.slotMinute,
  );
  const pairs = ratings.flatMap((rating) => {
    const near = (ofSlot.get(rating.fact.slotMinute) ?? [])
      .map(({ reading, index }) => ({
        rating,
        index,
        apartMs: Math.abs(reading.at - rating.at),
        isOfMinute: minuteOf(reading) === minuteOf(rating),
        isSameHand: isSameHand(reading, rating),
      }))
      .filter(({ apartMs }) => apartMs <= besideWithinMs);
    const ofMinute = near.filter(({ isOfMinute }) => isOfMinute);
    return ofMinute.length > 0 ? ofMinute : near;
  });
  pairs.sort(
    (one, other) =>
      Number(other.isOfMinute) - Number(one.isOfMinute) ||
      Number(other.isSameHand) - Number(one.isSameHand) ||
      one.apartMs - other.apartMs,
  );
  const found = new Map<Rating, number>();
  const filled = new Set<string>();
  for (const { rating, index } of pairs) {
    const place = `${index} ${Object.keys(ratingOf(rating.fact)).join(' ')}`;
    if (found.has(rating) || filled.has(place)) continue;
    found.set(rating, index);
    filled.add(place);
  }
  return found;
};

/** The minute as a clock shows it: what is printed beside a rating is this. */
const minuteOf = ({ at }: Entry): number => Math.floor(at / millisecondsPerMinute);

/** Written by the same person, and seen by the same where it was typed from paper. */
const isSameHand = (one: Entry, other: Entry): boolean =>
  one.byId === other.byId && one.paper?.seenById === other.paper?.seenById;

/** Ratings that stand beside no reading share a row only where its one time and one name are true of each. */
const isOneLook = (one: Rating, other: Rating): boolean =>
  one.fact.slotMinute !== undefined &&
  one.fact.slotMinute === other.fact.slotMinute &&
  minuteOf(one) === minuteOf(other) &&
  isSameHand(one, other);

type Rated = Partial<
  Pick<
    FlowsheetRow,
    | 'moaas'
    | 'distress'
    | 'distressSaid'
    | 'distressSeen'
    | 'dissociation'
    | 'dissociationSaid'
    | 'dissociationSeen'
    | 'experience'
    | 'perception'
    | 'nausea'
    | 'seen'
  >
>;

const ratingOf = (fact: Rating['fact']): Rated => {
  switch (fact.type) {
    case 'SedationRated':
      return { moaas: fact.moaas };
    case 'DistressRated':
      return fact.whose === undefined
        ? { distress: fact.score }
        : fact.whose === 'said'
          ? { distressSaid: fact.score }
          : { distressSeen: fact.score };
    case 'DissociationRated':
      return fact.whose === undefined
        ? { dissociation: fact.level }
        : fact.whose === 'said'
          ? { dissociationSaid: fact.level }
          : { dissociationSeen: fact.level };
    case 'ExperienceNoted':
      return { experience: fact.tags };
    case 'PerceptionRated':
      return { perception: fact.score };
    case 'NauseaRated':
      return { nausea: fact.score };
    case 'LookMade':
      return { seen: fact.seen };
  }
};

const isFreeFor = (row: FlowsheetRow | undefined, rated: Rated): boolean =>
  (Object.keys(rated) as (keyof Rated)[]).every((rating) => row?.[rating] === undefined);

const emptyRow = (entry: Entry, startedAt: Instant | undefined): FlowsheetRow => ({
  eventIds: [entry.eventId],
  at: entry.at,
  minute: startedAt === undefined ? undefined : minutesBetween(startedAt, entry.at),
  slotMinute: undefined,
  writtenAt: entry.writtenAt,
  byName: entry.byName,
  ...(entry.paper === undefined ? {} : { paper: entry.paper }),
  context: undefined,
  source: undefined,
  signs: {},
  couldNotRead: [],
  oxygenLitresPerMin: undefined,
  moaas: undefined,
  distress: undefined,
  distressSaid: undefined,
  distressSeen: undefined,
  dissociation: undefined,
  dissociationSaid: undefined,
  dissociationSeen: undefined,
  experience: undefined,
  perception: undefined,
  nausea: undefined,
  seen: undefined,
});

const madeRows = new WeakMap<
  EntryOf<'VitalSignsMeasured'>,
  { readonly startedAt: Instant | undefined; readonly row: FlowsheetRow }
>();

/** The same row for the same measurement, so that a picture of hours goes on from where it stood. */
const measuredRow = (entry: EntryOf<'VitalSignsMeasured'>, startedAt: Instant | undefined): FlowsheetRow => {
  const made = madeRows.get(entry);
  if (made !== undefined && made.startedAt === startedAt) return made.row;
  const row = newRow(entry, startedAt);
  madeRows.set(entry, { startedAt, row });
  return row;
};

const newRow = (entry: EntryOf<'VitalSignsMeasured'>, startedAt: Instant | undefined): FlowsheetRow => {
  const { fact } = entry;
  const read = vitalSignNames.options.flatMap((sign) =>
    fact[sign] === undefined ? [] : [[sign, fact[sign]] as const],
  );
  return {
    ...emptyRow(entry, startedAt),
    slotMinute: fact.slotMinute,
    context: fact.context,
    source: fact.source,
    signs: Object.fromEntries(read),
    couldNotRead: fact.couldNotRead,
    oxygenLitresPerMin: fact.oxygenLitresPerMin,
  };
};

/** A value of null is a look at which it could not be read: a gap, drawn as a gap. */
export type CoursePoint = { readonly eventId: string; readonly at: Instant; readonly value: number | null };

/** One sign over time. */
export const signCourse = (state: SessionState, sign: VitalSignName): readonly CoursePoint[] =>
  state.facts.VitalSignsMeasured.flatMap(({ eventId, at, fact }): CoursePoint[] => {
    const value = fact[sign];
    if (value !== undefined) return [{ eventId, at, value }];
    return fact.couldNotRead.includes(sign) ? [{ eventId, at, value: null }] : [];
  });

export type TimelineEntry = {
  readonly eventId: string;
  readonly at: Instant;
  readonly writtenAt: Instant;
  /** How far ahead of the clinic the clock of its device was; the times here are already the clinic's. */
  readonly deviceAheadMs: number | undefined;
  readonly byName: string;
  readonly paper?: FromPaper | undefined;
  readonly fact: SessionFact;
  readonly struck: { readonly byName: string; readonly reason: string } | undefined;
  /** Belongs to another patient or session and had no effect here. */
  readonly stray: boolean;
};

/** Everything that was recorded, in order, with what was entered in error struck through, not left out. */
export const timeline = (state: SessionState): readonly TimelineEntry[] => {
  const inEffect = new Set(
    Object.values(state.facts).flatMap((entries) => entries.map(({ eventId }) => eventId)),
  );
  const strikes = new Map(state.struck.map((strike) => [strike.targetEventId, strike]));
  return state.log.map((event) => {
    const strike = inEffect.has(event.eventId) ? undefined : strikes.get(event.eventId);
    return {
      eventId: event.eventId,
      at: event.effectiveAt,
      writtenAt: event.recordedAt + (event.clockOffsetMs ?? 0),
      deviceAheadMs: aheadMs(event),
      byName: event.authorName,
      ...(event.paper === undefined ? {} : { paper: event.paper }),
      fact: event.fact,
      struck: strike && { byName: strike.byName, reason: strike.reason },
      stray: event.sessionId !== state.sessionId || event.patientId !== state.patientId,
    };
  });
};

export type DoseLine = {
  readonly eventId: string;
  readonly route: 'iv' | 'im' | 'sublingual' | 'nasal';
  readonly startedAt: Instant;
  /** Undefined while a pump is still running. */
  readonly endedAt: Instant | undefined;
  readonly preparedMg: number;
  readonly givenMg: number;
  readonly pumpReadsMg: number | undefined;
  readonly lot: string | null;
  readonly expiry: string | null;
  readonly deviceNumber: number | undefined;
};

export const dosesGiven = (state: SessionState, now: Instant): readonly DoseLine[] => {
  const { infusion } = state;
  const started = state.facts.DoseStarted.find(({ eventId }) => eventId === infusion?.startedByEventId);
  const pump: DoseLine[] =
    infusion === null || started === undefined
      ? []
      : [
          {
            eventId: started.eventId,
            route: 'iv',
            startedAt: infusion.startedAt,
            endedAt: infusion.stoppedAt ?? undefined,
            preparedMg: infusion.doseMg,
            givenMg: infusedMg(infusion, now),
            pumpReadsMg: infusion.pumpReadsMg ?? undefined,
            lot: started.fact.lot,
            expiry: started.fact.expiry,
            deviceNumber: undefined,
          },
        ];
  const atOnce = state.facts.DoseGiven.map(
    ({ eventId, at, fact }): DoseLine => ({
      eventId,
      route: fact.route,
      startedAt: at,
      endedAt: at,
      preparedMg: fact.doseMg,
      givenMg: fact.doseMg,
      pumpReadsMg: undefined,
      lot: fact.lot,
      expiry: fact.expiry,
      deviceNumber: fact.deviceNumber,
    }),
  );
  return [...pump, ...atOnce].sort((one, other) => one.startedAt - other.startedAt);
};

export type SignRange = {
  readonly baseline: number | undefined;
  readonly lowest: number;
  readonly highest: number;
  readonly last: number;
  readonly readings: number;
};

export type AfterVisitSummary = {
  readonly arrivedAt: Instant | undefined;
  readonly doses: readonly DoseLine[];
  readonly signs: Readonly<Partial<Record<VitalSignName, SignRange>>>;
  readonly symptoms: readonly Symptom[];
  readonly signals: readonly Signal[];
  readonly alerts: readonly Alert[];
  readonly rescue: readonly {
    readonly at: Instant;
    readonly given: FactOf<'RescueMedicationGiven'>;
    readonly response: string | undefined;
  }[];
  readonly overrides: readonly { readonly at: Instant; readonly given: FactOf<'ConditionOverridden'> }[];
  readonly released:
    | { readonly at: Instant; readonly toName: string; readonly toRelation: string }
    | undefined;
  /** What the record itself has not settled; a summary that hides these would be a story. */
  readonly unsettled: {
    readonly conflicts: readonly Conflict[];
    readonly needsReview: readonly NeedsReview[];
    readonly notArrived: ReturnType<typeof gaps>;
  };
};

export const afterVisitSummary = (state: SessionState, edition: Edition, now: Instant): AfterVisitSummary => {
  const released = latest(state, 'PatientReleased');
  return {
    arrivedAt: state.facts.PatientArrived[0]?.at,
    doses: dosesGiven(state, now),
    signs: signRanges(state),
    symptoms: symptoms(state),
    signals: signals(state),
    alerts: alerts(state, edition),
    rescue: state.facts.RescueMedicationGiven.map(({ eventId, at, fact }) => ({
      at,
      given: fact,
      response: state.facts.RescueResponseNoted.findLast((noted) => noted.fact.rescueEventId === eventId)
        ?.fact.response,
    })),
    overrides: state.facts.ConditionOverridden.map(({ at, fact }) => ({ at, given: fact })),
    released: released && {
      at: released.at,
      toName: released.fact.toName,
      toRelation: released.fact.toRelation,
    },
    unsettled: { conflicts: state.conflicts, needsReview: state.needsReview, notArrived: gaps(state) },
  };
};

const signRanges = (state: SessionState): AfterVisitSummary['signs'] => {
  const startedAt = doseStartedAt(state);
  return Object.fromEntries(
    vitalSignNames.options.flatMap((sign) => {
      const read = signCourse(state, sign).flatMap(({ at, value }) =>
        value === null ? [] : [{ at, value }],
      );
      const values = read.map(({ value }) => value);
      const last = values.at(-1);
      if (last === undefined) return [];
      const before = read.findLast(({ at }) => startedAt === undefined || at < startedAt);
      const range: SignRange = {
        baseline: before?.value,
        lowest: Math.min(...values),
        highest: Math.max(...values),
        last,
        readings: values.length,
      };
      return [[sign, range]];
    }),
  );
};
