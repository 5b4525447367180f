// What the wall says of one running session, from its fold alone.

import type { BoardRow } from '#api/dosing-sessions.ts';
import { type Instant, minutesBetween } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { alerts } from '#dosing-session/alerts.ts';
import { checksTaken } from '#dosing-session/facts.ts';
import { oncePerState } from '#dosing-session/once-per-state.ts';
import { aloneSpells, inTheRoom } from '#dosing-session/presence.ts';
import { doseStartedAt } from '#dosing-session/readings.ts';
import { type Signal, signals } from '#dosing-session/signals.ts';
import type { SessionState } from '#dosing-session/state.ts';
import { watcherOf } from '#dosing-session/watch.ts';

type Shown = Pick<
  BoardRow,
  | 'checkTimes'
  | 'alertTimes'
  | 'phase'
  | 'doseStartedAt'
  | 'doseStoppedAt'
  | 'lastHeardAt'
  | 'watcherName'
  | 'inTheRoom'
  | 'alone'
  | 'alert'
  | 'signal'
>;

/** Without an edition, what everyone may see of a room: the desk, and anyone where the protocol cannot be read. */
export const boardSession = oncePerState((state, edition: Edition | undefined): Shown => {
  const call = firstToAnswer(state);
  const shared = {
    phase: state.phase,
    doseStartedAt: doseStartedAt(state),
    doseStoppedAt: state.facts.DoseStopped.at(0)?.at,
    lastHeardAt: state.log.reduce<number | undefined>(
      (latest, event) => Math.max(latest ?? 0, event.receivedAt ?? event.recordedAt),
      undefined,
    ),
  };
  if (edition === undefined) return { ...shared, checkTimes: [], alertTimes: [], inTheRoom: [] };
  const raised = alerts(state, edition);
  // One that nobody answered stands before any that someone did, and the longest waiting first.
  const open =
    raised.find((alert) => alert.closedAt === undefined && alert.acknowledgedAt === undefined) ??
    raised.findLast((alert) => alert.closedAt === undefined);
  return {
    ...shared,
    checkTimes: onePerMinute(checksTaken(state).map((entry) => entry.at)),
    alertTimes: onePerMinute(raised.map((alert) => alert.raisedAt)),
    watcherName: watcherOf(state)?.name,
    inTheRoom: inTheRoom(state).flatMap(({ practitionerId, name }) =>
      practitionerId === undefined ? [] : [name],
    ),
    alone: aloneNow(state, edition),
    alert:
      open === undefined
        ? undefined
        : {
            text: open.issues[0]?.title ?? open.subject,
            at: open.raisedAt,
            acknowledgedBy: open.acknowledgedBy,
            acknowledgedAt: open.acknowledgedAt,
            recheckDueAt: open.recheckDueAt,
          },
    signal:
      call === undefined
        ? undefined
        : {
            signal: call.kind,
            wish: call.wish,
            at: call.at,
            passedOn: call.passedOn.length,
            acknowledgedBy: call.answeredBy,
            acknowledgedAt: call.answeredAt,
          },
  };
});

/** Hours of a session lie on a hand's breadth of wall: two marks of one minute are one, the later. */
function onePerMinute(times: readonly Instant[]): Instant[] {
  return [...new Map(times.map((at) => [Math.floor(minutesBetween(0, at)), at])).values()];
}

function aloneNow(state: SessionState, edition: Edition): BoardRow['alone'] {
  const spell = aloneSpells(state, edition).find(({ until }) => until === undefined);
  if (spell === undefined) return undefined;
  const coming = state.facts.AlertAcknowledged.find(({ fact }) => fact.alertKey === spell.key);
  return {
    since: spell.since,
    ringsAt: spell.ringsAt,
    acknowledgedBy: coming?.byName,
    acknowledgedAt: coming?.at,
  };
}

type Call = Signal & { readonly kind: 'adjust' | 'come' };

/** Of the calls from the bed that are still open: one that nobody answered, "come" before "adjust"; else the latest. */
function firstToAnswer(state: SessionState): Call | undefined {
  const open = signals(state).filter(
    (signal): signal is Call =>
      signal.resolvedAt === undefined && (signal.kind === 'adjust' || signal.kind === 'come'),
  );
  const unanswered = open.filter((call) => call.answeredAt === undefined);
  return unanswered.find((call) => call.kind === 'come') ?? unanswered[0] ?? open.at(-1);
}
