// Calls for a person, from the bed, from the room for its back-up, or from the one who watches at home: who came, and after
// how many seconds.
import type { OpenSignal } from '#clinical/care-record.ts';
import type { Instant } from '#clinical/instant.ts';
import { type Escalation, escalationOf } from '#clinical/monitoring/alert.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { ringTimeIn } from './ring-time.ts';
import { type Entry, inCanonicalOrderOfEntries, type SessionState } from './state.ts';

export type SignalKind = 'adjust' | 'come' | 'worried' | 'not-sure' | 'back-up';

export type PassedOn = { readonly at: Instant; readonly byId: string; readonly byName: string };

export type Signal = {
  readonly eventId: string;
  readonly kind: SignalKind;
  /** What is to be adjusted, where the touch said it. */
  readonly wish: 'silence' | undefined;
  /** When it was made, and never later than the clinic had it. */
  readonly at: Instant;
  readonly byName: string;
  /** Who said that they are busy, before anyone answered, oldest first. */
  readonly passedOn: readonly PassedOn[];
  readonly answeredAt: Instant | undefined;
  readonly answeredBy: string | undefined;
  readonly answerSeconds: number | undefined;
  readonly resolvedAt: Instant | undefined;
  readonly resolvedBy: string | undefined;
  readonly what: string | undefined;
};

/** Every call of the session, oldest first. "OK" is an answer, not a call, and is not among them. */
export const signals = (state: SessionState): readonly Signal[] => {
  const pressed = state.facts.PatientSignalled.flatMap((entry) =>
    entry.fact.signal === 'ok' ? [] : [{ entry, kind: entry.fact.signal }],
  );
  const fromHome = state.facts.LookMade.flatMap((entry) => {
    const { seen } = entry.fact;
    return seen === 'worried' || seen === 'not-sure' ? [{ entry, kind: seen }] : [];
  });
  const forBackUp = state.facts.BackUpCalled.map((entry) => ({ entry, kind: 'back-up' as const }));
  const ringTime = ringTimeIn(state);
  return [...pressed, ...fromHome, ...forBackUp]
    .sort((one, other) => inCanonicalOrderOfEntries(one.entry, other.entry))
    .map(({ entry, kind }) => signalOf(state, entry, { kind, at: ringTime(entry) }));
};

export const openSignals = (state: SessionState): readonly OpenSignal[] =>
  signals(state)
    .filter(({ resolvedAt }) => resolvedAt === undefined)
    .map(({ kind, at }) => ({ kind, at }));

/** Whom a call that nobody has answered must reach by now, and when the next person is called. */
export const signalEscalation = (
  signal: Pick<Signal, 'at' | 'answeredAt' | 'passedOn'>,
  edition: Pick<Edition, 'alert'>,
  now: Instant,
): { readonly level: Escalation; readonly nextAt?: Instant | undefined } =>
  escalationOf({
    alert: {
      raisedAt: signal.at,
      acknowledgedAt: signal.answeredAt,
      passedOnTimes: new Set(signal.passedOn.map(({ byId }) => byId)).size,
    },
    edition,
    now,
  });

const signalOf = (state: SessionState, entry: Entry, { kind, at }: Pick<Signal, 'kind' | 'at'>): Signal => {
  const isAbout = ({ fact }: { fact: { signalEventId: string } }): boolean =>
    fact.signalEventId === entry.eventId;
  const tried = state.facts.CallDeviceTested.find(({ fact }) => fact.signalEventId === entry.eventId);
  const resolved = state.facts.SignalResolved.find(isAbout);
  const settled = earliest<Entry>([resolved, tried]);
  // Whoever dealt with it came, even if nobody stopped to tap "seen" first.
  const answered = earliest<Entry>([state.facts.SignalAcknowledged.find(isAbout), settled]);
  return {
    eventId: entry.eventId,
    kind,
    at,
    byName: entry.byName,
    wish: entry.fact.type === 'PatientSignalled' ? entry.fact.wish : undefined,
    passedOn: state.facts.SignalPassedOn.filter(isAbout)
      .filter((passed) => answered === undefined || passed.at < answered.at)
      .map((passed) => ({ at: passed.at, byId: passed.byId, byName: passed.byName })),
    answeredAt: answered?.at,
    answeredBy: answered?.byName,
    answerSeconds: answered && secondsBetween(at, answered.at),
    resolvedAt: settled?.at,
    resolvedBy: settled?.byName,
    what: resolved?.fact.what ?? (tried && 'The call button was tried'),
  };
};

/** Whole seconds from a call to its answer. Two devices' clocks may put the answer first; that is no time at all. */
export const secondsBetween = (calledAt: Instant, answeredAt: Instant): number =>
  Math.max(0, Math.round((answeredAt - calledAt) / 1000));

export const earliest = <Candidate extends Entry>(
  candidates: readonly (Candidate | undefined)[],
): Candidate | undefined =>
  candidates.filter((candidate) => candidate !== undefined).sort(inCanonicalOrderOfEntries)[0];
