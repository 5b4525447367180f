// Who is in the room, from when to when, and the times at which nobody of the team was while a dose worked. Whoever says
// that they watch is in the room until they say that they go out.
import { type Instant, millisecondsPerMinute, minutesBetween } from '#clinical/instant.ts';
import { recheckDueAt } from '#clinical/monitoring/alert.ts';
import { aloneIssues, aloneLimit } from '#clinical/monitoring/presence.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { Alert } from './alerts.ts';
import { ringTimeIn } from './ring-time.ts';
import { earliest, secondsBetween } from './signals.ts';
import { type Entry, inCanonicalOrderOfEntries, type SessionState } from './state.ts';
import { watches } from './watch.ts';

export type Stay = {
  readonly practitionerId: string | undefined;
  readonly name: string;
  readonly from: Instant;
  /** Undefined while they are in the room. */
  readonly to: Instant | undefined;
  /** The fact that ended it. */
  readonly leftBy?: string | undefined;
};

/** Everyone who was in the room, in the order they came in. */
export const stays = (state: SessionState): readonly Stay[] => {
  const open = new Map<string, Stay>();
  const over: Stay[] = [];
  for (const { who, at, kind, eventId } of comings(state)) {
    const key = who.practitionerId ?? who.name;
    const here = open.get(key);
    if (kind === 'in') {
      if (here === undefined) open.set(key, { ...who, from: at, to: undefined });
    } else if (here !== undefined) {
      over.push({ ...here, to: at, leftBy: eventId });
      open.delete(key);
    }
  }
  const released = state.facts.PatientReleased[0]?.at;
  const still = [...open.values()].map((stay) => ({ ...stay, to: released }));
  return [...over, ...still].sort((one, other) => one.from - other.from);
};

export const inTheRoom = (state: SessionState): readonly Stay[] =>
  stays(state).filter(({ to }) => to === undefined);

export type Alone = {
  /** Stable while the log grows: the fact after which nobody was there. */
  readonly key: string;
  readonly eventId: string;
  readonly since: Instant;
  readonly ringsAt: Instant;
  /** Someone came in, or recovery was marked. */
  readonly until: Instant | undefined;
  readonly cameIn: string | undefined;
};

/** Each time at which nobody of the team was in the room for longer than the protocol allows, or may yet be. */
export const aloneSpells = (state: SessionState, edition: Edition): readonly Alone[] => {
  const limit = aloneLimit(edition);
  if (limit === undefined) return [];
  const endsAt =
    earliest<Entry>([state.facts.RecoveryStarted[0], state.facts.PatientReleased[0]])?.at ?? Infinity;
  const ringTime = ringTimeIn(state);
  return withoutTeam(state)
    .filter(({ at }) => at < endsAt)
    .flatMap(({ at, eventId, next }): Alone[] => {
      const until = Math.min(next?.from ?? Infinity, endsAt);
      const since = ringTime({ eventId, at });
      const ringsAt = since + limit.value * millisecondsPerMinute;
      if (until <= ringsAt) return [];
      return [
        {
          key: `presence@${eventId}`,
          eventId,
          since,
          ringsAt,
          until: until === Infinity ? undefined : until,
          cameIn: until === next?.from ? next.name : undefined,
        },
      ];
    });
};

type Empty = { readonly at: Instant; readonly eventId: string; readonly next?: Stay };

/** From the dose on: each moment at which the last of the team went out, with who came in after it. */
const withoutTeam = (state: SessionState): readonly Empty[] => {
  const started = earliest<Entry>([state.facts.DoseStarted[0], state.facts.DoseGiven[0]]);
  if (started === undefined) return [];
  const found: Empty[] = [];
  let empty: Empty = { at: started.at, eventId: started.eventId };
  for (const stay of stays(state)) {
    if (stay.practitionerId === undefined) continue;
    if (stay.from > empty.at) found.push({ ...empty, next: stay });
    if (stay.to === undefined) return found;
    if (stay.to > empty.at) empty = { at: stay.to, eventId: stay.leftBy ?? empty.eventId };
  }
  return [...found, empty];
};

/** Those that have begun to ring by now, each followed like any alert: answered, ended by someone who came in, or ringing. */
export const presenceAlerts = (state: SessionState, edition: Edition, now: Instant): readonly Alert[] =>
  aloneSpells(state, edition)
    .filter(({ ringsAt }) => ringsAt <= now)
    .map((spell) => alertOf(state, edition, { spell, now }));

const alertOf = (
  state: SessionState,
  edition: Edition,
  { spell, now }: { readonly spell: Alone; readonly now: Instant },
): Alert => {
  const { key, eventId, since, ringsAt, until, cameIn } = spell;
  const coming = state.facts.AlertAcknowledged.find(({ fact }) => fact.alertKey === key);
  const answered = [coming?.at, until].filter((at) => at !== undefined);
  const acknowledgedAt = answered.length === 0 ? undefined : Math.min(...answered);
  const alone = { value: minutesBetween(since, until ?? now), at: since };
  const issues = aloneIssues({ alone: stays(state).length === 0 ? undefined : alone, edition });
  return {
    key,
    subject: 'presence',
    raisedAt: ringsAt,
    readings: [{ eventId, at: since, byName: cameIn ?? '', issues }],
    issues,
    acknowledgedAt,
    acknowledgedBy: coming?.byName ?? cameIn,
    answerSeconds: acknowledgedAt === undefined ? undefined : secondsBetween(ringsAt, acknowledgedAt),
    // Someone said that they are coming: it is looked at again whether anyone is there.
    recheckDueAt: until === undefined && coming !== undefined ? recheckDueAt(coming.at, edition) : undefined,
    settledAt: until,
    resolvedAt: undefined,
    resolvedBy: undefined,
    how: undefined,
    closedAt: until,
  };
};

type Coming = {
  readonly kind: 'in' | 'out';
  readonly who: Pick<Stay, 'practitionerId' | 'name'>;
  readonly at: Instant;
  readonly eventId: string;
};

const comings = (state: SessionState): readonly Coming[] => {
  const noted = [...state.facts.RoomEntered, ...state.facts.RoomLeft]
    .sort(inCanonicalOrderOfEntries)
    .map((entry): Coming => {
      const { practitionerId, name, type } = entry.fact;
      const kind = type === 'RoomEntered' ? 'in' : 'out';
      return { kind, who: { practitionerId, name }, at: entry.at, eventId: entry.eventId };
    });
  const watching = watches(state).map(
    ({ id, name, since, eventId }): Coming => ({
      kind: 'in',
      who: { practitionerId: id, name },
      at: since,
      eventId,
    }),
  );
  return [...noted, ...watching].sort((one, other) => one.at - other.at);
};
