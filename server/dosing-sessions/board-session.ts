// What the wall says of one running session, from its fold alone.

import type { BoardRow } from '#api/dosing-sessions.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { alerts } from '#dosing-session/alerts.ts';
import { checksTaken } from '#dosing-session/facts.ts';
import { doseStartedAt } from '#dosing-session/readings.ts';
import { signals } from '#dosing-session/signals.ts';
import type { SessionState } from '#dosing-session/state.ts';

export function boardSession(
  state: SessionState,
  edition: Edition | undefined,
  clinical: boolean,
): Pick<
  BoardRow,
  | 'checkTimes'
  | 'alertTimes'
  | 'phase'
  | 'doseStartedAt'
  | 'doseStoppedAt'
  | 'lastHeardAt'
  | 'alert'
  | 'signal'
> {
  const call = signals(state).findLast((signal) => signal.resolvedAt === undefined);
  const shared = {
    phase: state.phase,
    doseStartedAt: doseStartedAt(state),
    doseStoppedAt: state.facts.DoseStopped.at(0)?.at,
    lastHeardAt: state.log.reduce<number | undefined>(
      (latest, event) => Math.max(latest ?? 0, event.receivedAt ?? event.recordedAt),
      undefined,
    ),
  };
  if (!clinical || edition === undefined) return { ...shared, checkTimes: [], alertTimes: [] };
  const raised = alerts(state, edition);
  const open = raised.findLast((alert) => alert.closedAt === undefined);
  return {
    ...shared,
    checkTimes: checksTaken(state).map((entry) => entry.at),
    alertTimes: raised.map((alert) => alert.raisedAt),
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
      call === undefined || call.kind === 'worried' || call.kind === 'not-sure'
        ? undefined
        : {
            signal: call.kind,
            at: call.at,
            acknowledgedBy: call.answeredBy,
            acknowledgedAt: call.answeredAt,
          },
  };
}
