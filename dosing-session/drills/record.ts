// The training record: each expected action of a drill, when it was done and by whom, and whether that was in time. It counts
// what the log shows and nothing else. What cannot be known is said to be unknown; there is no mark and no pass.

import {
  type ExpectedAction,
  expectedOn,
  type Happening,
  limitOf,
  type SeenAs,
} from '#clinical/drills/scenarios.ts';
import type { Instant } from '#clinical/instant.ts';
import type { Sourced } from '#clinical/sourced.ts';
import { alerts } from '#dosing-session/alerts.ts';
import type { LogEvent } from '#dosing-session/events.ts';
import { checksTaken } from '#dosing-session/facts.ts';
import { type Entry, gaps, inCanonicalOrderOfEntries, type SessionState } from '#dosing-session/state.ts';
import { type Drill, drillState, happensAt, scenarioOf } from './simulated.ts';

export type WhyNotKnown =
  /** The drill was ended before it happened. */
  | 'did-not-happen'
  /** The drill was ended, or still runs, before the limit was over. */
  | 'limit-not-over'
  /** A device wrote something that has not arrived. */
  | 'facts-missing';

export type RecordLine = {
  readonly id: string;
  readonly words: string;
  readonly from: Happening;
  readonly limitSeconds: number;
  readonly source: Pick<Sourced<number>, 'source' | 'confidence'>;
} & (
  | {
      readonly state: 'in-time' | 'late';
      readonly at: Instant;
      readonly seconds: number;
      readonly byName: string;
      /** Seconds between the deed and its writing, where that was more than a minute. */
      readonly writtenAfterSeconds: number | undefined;
    }
  | { readonly state: 'not-done' }
  | { readonly state: 'not-known'; readonly why: WhyNotKnown }
);

const aMinuteSeconds = 60;

/** As it stands at the end of the drill, or at `now` while it runs. */
export const drillRecord = (question: {
  readonly drill: Drill;
  /** What people wrote, and none of the made-up person's facts. */
  readonly made: readonly LogEvent[];
  readonly endedAt: Instant | undefined;
  readonly now: Instant;
}): readonly RecordLine[] => {
  const { drill, made, endedAt, now } = question;
  const until = endedAt ?? now;
  const state = drillState(drill, made, until);
  const told = { drill, made, state, until };
  return expectedOn(scenarioOf(drill), drill.edition.route).map((expected) => lineOf(told, expected));
};

type Told = {
  readonly drill: Drill;
  readonly made: readonly LogEvent[];
  readonly state: SessionState;
  readonly until: Instant;
};

const lineOf = (told: Told, expected: ExpectedAction): RecordLine => {
  const { drill, until } = told;
  const limit = limitOf(expected.within, drill.edition);
  const line = {
    id: expected.id,
    words: expected.words,
    from: expected.from,
    limitSeconds: limit.value,
    source: { source: limit.source, confidence: limit.confidence },
  };
  const from = happensAt(drill, expected.from);
  if (from === undefined || from > until) return { ...line, state: 'not-known', why: 'did-not-happen' };
  const done = doneBy(told, expected.seenAs, from);
  if (done !== undefined && done.at <= until) {
    const seconds = Math.round((done.at - from) / 1_000);
    const writtenAfter = Math.round((done.writtenAt - done.at) / 1_000);
    return {
      ...line,
      state: seconds <= limit.value ? 'in-time' : 'late',
      at: done.at,
      seconds,
      byName: done.byName,
      writtenAfterSeconds: writtenAfter > aMinuteSeconds ? writtenAfter : undefined,
    };
  }
  if (until < from + limit.value * 1_000) return { ...line, state: 'not-known', why: 'limit-not-over' };
  if (gaps(told.state).length > 0 || !wasHeardAfterTheLink(told))
    return { ...line, state: 'not-known', why: 'facts-missing' };
  return { ...line, state: 'not-done' };
};

type Done = Pick<Entry, 'at' | 'writtenAt' | 'byName'>;

const doneBy = (told: Told, seenAs: SeenAs, from: Instant): Done | undefined => {
  const { state, drill, made } = told;
  const written = new Set(made.map(({ eventId }) => eventId));
  const first = (...lists: readonly (readonly Entry[])[]): Entry | undefined =>
    lists
      .flat()
      .filter(({ eventId, at }) => at >= from && written.has(eventId))
      .sort(inCanonicalOrderOfEntries)[0];
  const { facts } = state;
  switch (seenAs.kind) {
    case 'row':
      return first(checksTaken(state));
    case 'sedation-rated':
      return first(facts.SedationRated);
    case 'alert-answered': {
      const keys = alerts(state, drill.edition)
        .filter(({ subject }) => subject === seenAs.subject)
        .flatMap(({ readings, subject }) => readings.map(({ eventId }) => `${subject}@${eventId}`));
      return first(
        facts.AlertAcknowledged.filter(({ fact }) => keys.includes(fact.alertKey)),
        facts.AlertResolved.filter(({ fact }) => keys.includes(fact.alertKey)),
      );
    }
    case 'call-answered':
      return first(facts.SignalAcknowledged, facts.SignalResolved);
    case 'call-settled':
      return first(facts.SignalResolved);
    case 'pump-paused-or-stopped':
      return first(facts.InfusionPaused, facts.DoseStopped);
    case 'dose-stopped':
      return first(facts.DoseStopped);
    case 'mouth-emptied':
      return first(facts.MouthEmptied);
    case 'measured':
      return first(facts.VitalSignsMeasured.filter(({ fact }) => fact[seenAs.sign] !== undefined));
    case 'symptom-noted':
      return first(facts.SymptomReported);
    case 'medicine-given':
      return first(facts.RescueMedicationGiven);
    case 'response-noted':
      return first(facts.RescueResponseNoted);
    case 'distress-rated':
      return first(facts.DistressRated);
    case 'setting-changed':
      return first(facts.SettingChanged);
    case 'help':
      return first(
        facts.CareActionTaken.filter(({ fact }) => seenAs.anyOf.some((one) => one === fact.action)),
      );
    case 'facts-arrived':
      return lastArrival(told);
  }
};

// A device that lost its link may still hold what was done; until it has been heard again nobody can say it was not.
const wasHeardAfterTheLink = ({ drill, made }: Told): boolean => {
  const back = happensAt(drill, 'link-back');
  return back === undefined || made.some(({ receivedAt }) => receivedAt !== undefined && receivedAt >= back);
};

// Done when the last of what was written while the link was away is with the clinic; with nothing written, nothing came.
const lastArrival = ({ drill, made }: Told): Done | undefined => {
  const lost = happensAt(drill, 'link-lost');
  const back = happensAt(drill, 'link-back');
  if (lost === undefined || back === undefined) return undefined;
  const alone = made.filter(({ recordedAt, clockOffsetMs = 0 }) => {
    const at = recordedAt + clockOffsetMs;
    return at >= lost && at < back;
  });
  const arrived = alone.flatMap((event) =>
    event.receivedAt === undefined ? [] : [{ at: event.receivedAt, byName: event.authorName }],
  );
  if (alone.length === 0 || arrived.length < alone.length) return undefined;
  const last = arrived.reduce((latest, one) => (one.at > latest.at ? one : latest));
  return { at: Math.max(last.at, back), writtenAt: last.at, byName: last.byName };
};
