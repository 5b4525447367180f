// The fold: facts in, the state of the session out. Nothing here reads a clock or knows a clinical limit, and
// no fact is refused or lost: one that cannot be true beside the others is kept and named in `conflicts` or
// `needsReview` for a person to settle. Screens, server and documents all fold with this same code.
import { groupedBy } from '#clinical/grouped.ts';
import type { Instant } from '#clinical/instant.ts';
import { canonicalJson, inCanonicalOrder, sentPart } from './canonical.ts';
import {
  type ActingRole,
  type FactOf,
  type FromPaper,
  type LogEvent,
  type SessionFact,
  type SessionFactType,
  sessionFactTypes,
} from './events.ts';

export type SessionPhase = 'before' | 'settling' | 'dosing' | 'recovering' | 'released';

/** One fact in effect, with when it was true (`at`), when it was written (`writtenAt`), and by whom. */
export type Entry<Fact extends SessionFact = SessionFact> = {
  readonly eventId: string;
  readonly at: Instant;
  readonly writtenAt: Instant;
  readonly deviceId: string;
  readonly deviceSeq: number;
  readonly byId: string;
  readonly byName: string;
  readonly actingRole: ActingRole;
  /** Only on what was typed from paper: who saw it, beside who typed it. */
  readonly paper?: FromPaper | undefined;
  readonly fact: Fact;
};
export type EntryOf<Type extends SessionFactType> = Type extends SessionFactType
  ? Entry<FactOf<Type>>
  : never;
export type FactsInEffect = { readonly [Type in SessionFactType]: readonly EntryOf<Type>[] };

export type Infusion = {
  readonly startedByEventId: string;
  readonly startedAt: Instant;
  readonly doseMg: number;
  readonly concentrationMgPerMl: number;
  readonly plannedMinutes: number;
  readonly run: 'running' | 'paused' | 'stopped';
  /** The rate in force, or the rate it will resume at. */
  readonly rateMgPerMin: number;
  readonly changedAt: Instant;
  /** What the pump delivers from each moment on; zero while paused or stopped. */
  readonly segments: readonly { readonly fromAt: Instant; readonly rateMgPerMin: number }[];
  /** What was given at once, besides the rate. */
  readonly boosts: readonly { readonly at: Instant; readonly mg: number }[];
  readonly stoppedAt: Instant | null;
  readonly pumpReadsMg: number | null;
};

export type ConflictKind =
  | 'another-patient'
  | 'another-session'
  | 'identity-disagrees'
  | 'id-used-twice'
  | 'device-count-used-twice'
  | 'dose-started-twice'
  | 'dose-maybe-recorded-twice'
  | 'dose-not-as-reviewed'
  | 'second-check-differs'
  | 'two-rates-at-once'
  | 'stopped-twice'
  | 'released-twice';
export type Conflict = { readonly kind: ConflictKind; readonly eventIds: readonly string[] };

export type ReviewReason =
  | 'no-infusion-to-change'
  | 'infusion-already-stopped'
  | 'infusion-was-not-paused'
  | 'pause-at-the-same-moment'
  | 'dose-after-release'
  | 'dose-after-called-off'
  | 'corrects-an-unknown-fact';
export type NeedsReview = {
  readonly eventId: string;
  readonly type: SessionFactType;
  readonly at: Instant;
  readonly why: ReviewReason;
};

export type Struck = {
  readonly targetEventId: string;
  readonly byEventId: string;
  readonly at: Instant;
  readonly byName: string;
  readonly reason: string;
};

type CountRange = { readonly from: number; readonly to: number };
export type Device = { readonly counted: readonly CountRange[]; readonly clockOffsetMs: number | null };

export type SessionIdentity = { readonly sessionId: string; readonly patientId: string };

export type SessionState = SessionIdentity & {
  readonly phase: SessionPhase;
  /** Everything recorded, in canonical order, with what was later entered in error and what does not belong. */
  readonly log: readonly LogEvent[];
  /** Copies that reuse an id with other content. They have no effect and are not thrown away. */
  readonly otherCopies: readonly LogEvent[];
  readonly struck: readonly Struck[];
  readonly facts: FactsInEffect;
  readonly infusion: Infusion | null;
  readonly conflicts: readonly Conflict[];
  readonly needsReview: readonly NeedsReview[];
  readonly devices: Readonly<Record<string, Device>>;
};

export const emptySession = ({ sessionId, patientId }: SessionIdentity): SessionState => ({
  sessionId,
  patientId,
  phase: 'before',
  log: [],
  otherCopies: [],
  struck: [],
  facts: Object.fromEntries(sessionFactTypes.map((type) => [type, []])) as unknown as FactsInEffect,
  infusion: null,
  conflicts: [],
  needsReview: [],
  devices: {},
});

/**
 * The whole session from its facts, in any order, with any duplicates. Name the session when you know it;
 * otherwise the first fact says whose it is.
 */
export const fold = (events: Iterable<LogEvent>, session?: SessionIdentity): SessionState => {
  const { log, otherCopies } = withoutDuplicates(events);
  log.sort(inCanonicalOrder);
  const identity = session ?? log[0];
  if (identity === undefined) throw new Error('A session with no facts must be named before it is folded');

  const draft = draftOf(emptySession(identity));
  const corrections = correctionsIn(log.filter((event) => isOf(identity, event)));
  for (const event of log) apply(draft, event, corrections);
  for (const copy of otherCopies) addConflict(draft, 'id-used-twice', [copy.eventId]);
  draft.otherCopies = otherCopies;
  return stateOf(draft);
};

/** One more fact, known to be the latest and to correct nothing. `append` is for facts as they come. */
export const evolve = (state: SessionState, event: LogEvent): SessionState => {
  const draft = draftOf(state);
  draft.facts[event.fact.type] = draft.facts[event.fact.type].slice();
  apply(draft, event, noCorrections);
  return stateOf(draft);
};

/** Facts as they come: late, twice, corrected or simply next. Only what is out of order costs a whole fold. */
export const append = (state: SessionState, ...events: readonly LogEvent[]): SessionState => {
  let next = state;
  for (const [index, event] of events.entries()) {
    const held = next.log.findLastIndex(({ eventId }) => eventId === event.eventId);
    const copy = next.log[held];
    if (copy !== undefined && isSamePen(copy, event) && sentJson(copy) === sentJson(event)) {
      next = { ...next, log: next.log.with(held, preferred(copy, event)) };
      continue;
    }
    const last = next.log.at(-1);
    const isNext =
      copy === undefined &&
      event.fact.type !== 'EnteredInError' &&
      next.otherCopies.length === 0 &&
      (last === undefined || inCanonicalOrder(last, event) < 0) &&
      !next.facts.EnteredInError.some(({ fact }) => fact.targetEventId === event.eventId);
    if (!isNext) return fold([...next.log, ...next.otherCopies, ...events.slice(index)], next);
    next = evolve(next, event);
  }
  return next;
};

/** The newest fact of a kind still in effect. */
export const latest = <Type extends SessionFactType>(
  state: SessionState,
  type: Type,
): EntryOf<Type> | undefined => state.facts[type].at(-1);

/** Entries of different kinds, put back into the one order of the log. */
export const inCanonicalOrderOfEntries = (one: Entry, other: Entry): number =>
  one.at - other.at ||
  (one.deviceId < other.deviceId ? -1 : one.deviceId > other.deviceId ? 1 : 0) ||
  one.deviceSeq - other.deviceSeq ||
  (one.eventId < other.eventId ? -1 : one.eventId > other.eventId ? 1 : 0);

/** Facts a device made that have not reached us, though later ones have. */
export const gaps = (state: SessionState): readonly { deviceId: string; from: number; to: number }[] =>
  Object.entries(state.devices)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([deviceId, { counted }]) =>
      counted.flatMap((range, index) => {
        const from = (counted[index - 1]?.to ?? 0) + 1;
        return from < range.from ? [{ deviceId, from, to: range.from - 1 }] : [];
      }),
    );

type Draft = SessionIdentity & {
  phase: SessionPhase;
  log: LogEvent[];
  otherCopies: readonly LogEvent[];
  struck: Struck[];
  facts: Record<SessionFactType, Entry[]>;
  infusion: Infusion | null;
  conflicts: Conflict[];
  needsReview: NeedsReview[];
  devices: Record<string, Device>;
};

// The lists a step may lengthen are copied once; everything else is replaced, never changed in place.
const draftOf = (state: SessionState): Draft => ({
  ...state,
  log: state.log.slice(),
  struck: state.struck.slice(),
  conflicts: state.conflicts.slice(),
  needsReview: state.needsReview.slice(),
  facts: { ...state.facts } as unknown as Record<SessionFactType, Entry[]>,
  devices: { ...state.devices },
});

// The one place where a list is again known by the kind of fact it holds.
const stateOf = (draft: Draft): SessionState => ({
  ...draft,
  facts: draft.facts as unknown as FactsInEffect,
});

type Corrections = {
  readonly struckIds: ReadonlySet<string>;
  readonly knownIds: ReadonlySet<string>;
};
const isOf = ({ sessionId, patientId }: SessionIdentity, event: LogEvent): boolean =>
  event.sessionId === sessionId && event.patientId === patientId;

const noCorrections: Corrections = { struckIds: new Set(), knownIds: new Set() };

const apply = (draft: Draft, event: LogEvent, corrections: Corrections): void => {
  draft.log.push(event);
  if (event.sessionId !== draft.sessionId) {
    addConflict(draft, 'another-session', [event.eventId]);
    return;
  }
  countDevice(draft, event);
  if (event.patientId !== draft.patientId) {
    addConflict(draft, 'another-patient', [event.eventId]);
    return;
  }
  if (corrections.struckIds.has(event.eventId)) return;

  const entry = entryOf(event);
  takeEffect(draft, entry, corrections);
  draft.facts[event.fact.type].push(entry);
};

// What a fact changes beyond joining the list of its kind. Called before it joins, so `latest` is the one before.
const takeEffect = (draft: Draft, entry: Entry, corrections: Corrections): void => {
  const { fact } = entry;
  switch (fact.type) {
    case 'PatientArrived':
    case 'IdentityConfirmed':
    case 'VitalSignsMeasured':
    case 'IdentityDidNotMatch': {
      if (draft.phase === 'before') draft.phase = 'settling';
      const otherSaid =
        fact.type === 'IdentityConfirmed'
          ? lastIn(draft, 'IdentityDidNotMatch')
          : fact.type === 'IdentityDidNotMatch'
            ? lastIn(draft, 'IdentityConfirmed')
            : undefined;
      if (otherSaid !== undefined)
        addConflict(draft, 'identity-disagrees', [otherSaid.eventId, entry.eventId]);
      return;
    }
    case 'SecondCheckDone': {
      const review = lastIn(draft, 'PreDoseReviewSigned');
      if (review !== undefined && review.fact.doseMg !== fact.doseMg)
        addConflict(draft, 'second-check-differs', [review.eventId, entry.eventId]);
      return;
    }
    case 'DoseStarted':
      startInfusion(draft, entry as EntryOf<'DoseStarted'>);
      return;
    case 'DoseGiven':
      giveDose(draft, entry as EntryOf<'DoseGiven'>);
      return;
    case 'InfusionRateChanged':
    case 'InfusionBoosted':
    case 'InfusionPaused':
    case 'InfusionResumed':
    case 'DoseStopped':
      changeInfusion(draft, entry as InfusionChange);
      return;
    case 'RecoveryStarted':
      if (draft.phase !== 'released') draft.phase = 'recovering';
      return;
    case 'PatientReleased': {
      const earlier = lastIn(draft, 'PatientReleased');
      if (earlier !== undefined) addConflict(draft, 'released-twice', [earlier.eventId, entry.eventId]);
      draft.phase = 'released';
      return;
    }
    case 'EnteredInError':
      if (!corrections.knownIds.has(fact.targetEventId)) addReview(draft, entry, 'corrects-an-unknown-fact');
      draft.struck.push({
        targetEventId: fact.targetEventId,
        byEventId: entry.eventId,
        at: entry.at,
        byName: entry.byName,
        reason: fact.reason,
      });
      return;
    case 'LastIntakeReported':
    case 'MedicinesReconfirmed':
    case 'RiskQuestionAsked':
    case 'CallDeviceTested':
    case 'RoomItemChecked':
    case 'ConsentReadBack':
    case 'LimitsReadBack':
    case 'IntentionConfirmed':
    case 'NasalProductReported':
    case 'ProgramEnrolmentChecked':
    case 'SitterConfirmed':
    case 'EmergencyAddressGiven':
    case 'SubstancesAsked':
    case 'DependantsAsked':
    case 'EscortConfirmed':
    case 'PreDoseReviewSigned':
    case 'DoseWorkedOut':
    case 'DoseWorkedOutUnseen':
    case 'ConditionOverridden':
    case 'SessionCalledOff':
    case 'TitrationEffectNoted':
    case 'LineChecked':
    case 'OnsetSaid':
    case 'RoomEntered':
    case 'RoomLeft':
    case 'BackUpNamed':
    case 'BackUpCalled':
    case 'MonitorAssigned':
    case 'HandOverOffered':
    case 'MonitorHandedOver':
    case 'SedationRated':
    case 'DistressRated':
    case 'DissociationRated':
    case 'ExperienceNoted':
    case 'PerceptionRated':
    case 'NauseaRated':
    case 'LookMade':
    case 'LozengesCounted':
    case 'MouthEmptied':
    case 'PatientSignalled':
    case 'SignalAcknowledged':
    case 'SignalPassedOn':
    case 'SignalResolved':
    case 'SymptomsAsked':
    case 'SymptomReported':
    case 'SymptomResolved':
    case 'RescueMedicationGiven':
    case 'RescueResponseNoted':
    case 'CareActionTaken':
    case 'AlertAcknowledged':
    case 'AlertResolved':
    case 'SettingChanged':
    case 'InterruptionsSet':
    case 'SoundPlayed':
    case 'SoundLevelSet':
    case 'LimitTightened':
    case 'DrugWasted':
    case 'LineRemoved':
    case 'RefreshmentOffered':
    case 'TalkWishAsked':
    case 'StateAfterSaid':
    case 'LeavingTalkHeld':
    case 'AldreteScored':
    case 'OrientationChecked':
    case 'GaitChecked':
    case 'InstructionsRepeatedBack':
    case 'BelongingsReturned':
    case 'EscortArrived':
    case 'HandOverBriefed':
    case 'SitterStayAsked':
    case 'NoteAdded':
      return;
  }
};

const startInfusion = (draft: Draft, entry: EntryOf<'DoseStarted'>): void => {
  const { fact } = entry;
  checkAgainstReview(draft, entry);
  // A second start never sets the clock again. If the first was a mistake, the first is entered in error.
  if (draft.infusion !== null) {
    addConflict(draft, 'dose-started-twice', [draft.infusion.startedByEventId, entry.eventId]);
    return;
  }
  draft.infusion = {
    startedByEventId: entry.eventId,
    startedAt: entry.at,
    doseMg: fact.doseMg,
    concentrationMgPerMl: fact.concentrationMgPerMl,
    plannedMinutes: fact.plannedMinutes,
    run: 'running',
    rateMgPerMin: fact.rateMgPerMin,
    changedAt: entry.at,
    segments: [{ fromAt: entry.at, rateMgPerMin: fact.rateMgPerMin }],
    boosts: [],
    stoppedAt: null,
    pumpReadsMg: null,
  };
  if (draft.phase !== 'released') draft.phase = 'dosing';
};

const giveDose = (draft: Draft, entry: EntryOf<'DoseGiven'>): void => {
  checkAgainstReview(draft, entry);
  const twin = draft.facts.DoseGiven.find((other) => maybeSameDose(other as EntryOf<'DoseGiven'>, entry));
  if (twin !== undefined) addConflict(draft, 'dose-maybe-recorded-twice', [twin.eventId, entry.eventId]);
  if (draft.phase !== 'released') draft.phase = 'dosing';
};

// A dose may be given in parts, so only the whole given so far is held against what was signed.
const checkAgainstReview = (draft: Draft, entry: EntryOf<'DoseStarted' | 'DoseGiven'>): void => {
  if (draft.phase === 'released') addReview(draft, entry, 'dose-after-release');
  if (draft.facts.SessionCalledOff.length > 0) addReview(draft, entry, 'dose-after-called-off');
  const review = lastIn(draft, 'PreDoseReviewSigned');
  if (review === undefined) return;
  const given = (draft.facts.DoseGiven as EntryOf<'DoseGiven'>[]).reduce(
    (sum, { fact }) => sum + fact.doseMg,
    entry.fact.doseMg,
  );
  const differs =
    entry.fact.type === 'DoseStarted' ? entry.fact.doseMg !== review.fact.doseMg : given > review.fact.doseMg;
  if (differs) addConflict(draft, 'dose-not-as-reviewed', [review.eventId, entry.eventId]);
};

// Two people may chart one dose on two devices. This only asks; it is a matter of record keeping, not a limit.
const sameDoseWithinMs = 120_000;
const maybeSameDose = (one: EntryOf<'DoseGiven'>, other: EntryOf<'DoseGiven'>): boolean =>
  one.fact.route === other.fact.route &&
  one.fact.doseMg === other.fact.doseMg &&
  one.fact.deviceNumber === other.fact.deviceNumber &&
  (one.fact.deviceNumber !== undefined ||
    (one.deviceId !== other.deviceId && Math.abs(one.at - other.at) <= sameDoseWithinMs));

type InfusionChange = EntryOf<
  'InfusionRateChanged' | 'InfusionBoosted' | 'InfusionPaused' | 'InfusionResumed' | 'DoseStopped'
>;

// Stop beats pause, and both beat continue: a resume counts only after its pause, and nothing restarts a stop.
const changeInfusion = (draft: Draft, entry: InfusionChange): void => {
  const { infusion } = draft;
  const { fact, at } = entry;
  if (infusion === null) {
    // Spray, lozenge and injection have no pump, but their watch can still be declared over.
    if (fact.type === 'DoseStopped' && draft.facts.DoseGiven.length > 0) endOfDosing(draft);
    else addReview(draft, entry, 'no-infusion-to-change');
    return;
  }
  if (infusion.run === 'stopped') {
    if (fact.type !== 'DoseStopped') {
      addReview(draft, entry, 'infusion-already-stopped');
      return;
    }
    const first = lastIn<'DoseStopped'>(draft, 'DoseStopped');
    addConflict(draft, 'stopped-twice', [first?.eventId ?? infusion.startedByEventId, entry.eventId]);
    return;
  }
  switch (fact.type) {
    case 'DoseStopped':
      draft.infusion = {
        ...delivering(infusion, at, 0),
        run: 'stopped',
        changedAt: at,
        stoppedAt: at,
        pumpReadsMg: fact.pumpReadsMg ?? null,
      };
      endOfDosing(draft);
      return;
    case 'InfusionBoosted':
      draft.infusion = { ...infusion, boosts: [...infusion.boosts, { at, mg: fact.mg }] };
      return;
    case 'InfusionPaused':
      if (infusion.run === 'running')
        draft.infusion = { ...delivering(infusion, at, 0), run: 'paused', changedAt: at };
      return;
    case 'InfusionResumed':
      if (infusion.run === 'running') {
        addReview(draft, entry, 'infusion-was-not-paused');
        return;
      }
      if (infusion.changedAt === at) {
        addReview(draft, entry, 'pause-at-the-same-moment');
        return;
      }
      draft.infusion = { ...delivering(infusion, at, infusion.rateMgPerMin), run: 'running', changedAt: at };
      return;
    case 'InfusionRateChanged': {
      const other = lastIn<'InfusionRateChanged'>(draft, 'InfusionRateChanged');
      const atOnce = other?.at === at && other.fact.rateMgPerMin !== fact.rateMgPerMin;
      if (atOnce) addConflict(draft, 'two-rates-at-once', [other.eventId, entry.eventId]);
      const rateMgPerMin = atOnce ? Math.min(infusion.rateMgPerMin, fact.rateMgPerMin) : fact.rateMgPerMin;
      const flow = infusion.run === 'running' ? delivering(infusion, at, rateMgPerMin) : infusion;
      draft.infusion = { ...flow, rateMgPerMin };
    }
  }
};

const delivering = (infusion: Infusion, fromAt: Instant, rateMgPerMin: number): Infusion => ({
  ...infusion,
  segments: [...infusion.segments, { fromAt, rateMgPerMin }],
});

const endOfDosing = (draft: Draft): void => {
  if (draft.phase === 'dosing') draft.phase = 'recovering';
};

const entryOf = (event: LogEvent): Entry => ({
  eventId: event.eventId,
  at: event.effectiveAt,
  writtenAt: event.recordedAt + (event.clockOffsetMs ?? 0),
  deviceId: event.deviceId,
  deviceSeq: event.deviceSeq,
  byId: event.authorId,
  byName: event.authorName,
  actingRole: event.actingRole,
  ...(event.paper === undefined ? {} : { paper: event.paper }),
  fact: event.fact,
});

const lastIn = <Type extends SessionFactType>(draft: Draft, type: Type): EntryOf<Type> | undefined =>
  draft.facts[type].at(-1) as EntryOf<Type> | undefined;

const addConflict = (draft: Draft, kind: ConflictKind, eventIds: readonly string[]): void => {
  draft.conflicts.push({ kind, eventIds });
};

const addReview = (draft: Draft, entry: Entry, why: ReviewReason): void => {
  draft.needsReview.push({ eventId: entry.eventId, type: entry.fact.type, at: entry.at, why });
};

const countDevice = (draft: Draft, event: LogEvent): void => {
  const device = draft.devices[event.deviceId] ?? { counted: [], clockOffsetMs: null };
  const counted = withCounted(device.counted, event.deviceSeq);
  if (counted === device.counted) addConflict(draft, 'device-count-used-twice', [event.eventId]);
  draft.devices[event.deviceId] = { counted, clockOffsetMs: event.clockOffsetMs ?? device.clockOffsetMs };
};

const withCounted = (ranges: readonly CountRange[], seq: number): readonly CountRange[] => {
  const last = ranges.at(-1);
  if (last !== undefined && seq === last.to + 1) return ranges.with(-1, { from: last.from, to: seq });
  if (ranges.some(({ from, to }) => from <= seq && seq <= to)) return ranges;
  const merged: CountRange[] = [];
  for (const range of [...ranges, { from: seq, to: seq }].sort((one, other) => one.from - other.from)) {
    const before = merged.at(-1);
    if (before !== undefined && before.to + 1 === range.from)
      merged[merged.length - 1] = { ...before, to: range.to };
    else merged.push(range);
  }
  return merged;
};

// A correction can itself be corrected, so each is asked whether it still stands before it strikes anything.
const correctionsIn = (log: readonly LogEvent[]): Corrections => {
  const corrections = log.filter(({ fact }) => fact.type === 'EnteredInError');
  if (corrections.length === 0) return noCorrections;
  const against = groupedBy(corrections, ({ fact }) => (fact as FactOf<'EnteredInError'>).targetEventId);
  const verdicts = new Map<string, boolean>();
  const isStruck = (eventId: string): boolean => {
    const verdict = verdicts.get(eventId);
    if (verdict !== undefined) return verdict;
    // Two corrections that name each other would ask forever; the one asked about first stands.
    verdicts.set(eventId, false);
    const struck = (against.get(eventId) ?? []).some((correction) => !isStruck(correction.eventId));
    verdicts.set(eventId, struck);
    return struck;
  };
  return {
    struckIds: new Set([...against.keys()].filter(isStruck)),
    knownIds: new Set(log.map(({ eventId }) => eventId)),
  };
};

const withoutDuplicates = (events: Iterable<LogEvent>): { log: LogEvent[]; otherCopies: LogEvent[] } => {
  const first = new Map<string, LogEvent>();
  const copied = new Map<string, Set<LogEvent>>();
  for (const event of events) {
    const held = first.get(event.eventId);
    if (held === undefined) first.set(event.eventId, event);
    else if (held !== event) {
      const copies = copied.get(event.eventId);
      if (copies === undefined) copied.set(event.eventId, new Set([held, event]));
      else copies.add(event);
    }
  }
  const otherCopies: LogEvent[] = [];
  for (const [eventId, copies] of copied) {
    const bySent = new Map<string, LogEvent>();
    for (const copy of copies) {
      const sent = sentJson(copy);
      bySent.set(sent, preferred(bySent.get(sent) ?? copy, copy));
    }
    const winner = [...bySent.values()].reduce(preferred);
    first.set(eventId, winner);
    otherCopies.push(...[...bySent.values()].filter((copy) => copy !== winner));
  }
  otherCopies.sort((one, other) => (canonicalJson(one) < canonicalJson(other) ? -1 : 1));
  return { log: [...first.values()], otherCopies };
};

// The clinic's copy says more than ours; between two equals any fixed choice will do.
const preferred = (one: LogEvent, other: LogEvent): LogEvent => {
  const known = Number(other.version !== undefined) - Number(one.version !== undefined);
  if (known !== 0) return known > 0 ? other : one;
  return canonicalJson(one) <= canonicalJson(other) ? one : other;
};

const sentJson = (event: LogEvent): string => canonicalJson(sentPart(event));

const isSamePen = (one: LogEvent, other: LogEvent): boolean =>
  one.authorId === other.authorId &&
  one.authorName === other.authorName &&
  one.actingRole === other.actingRole;
