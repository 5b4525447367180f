// Which calls this device rings for now, and which it only shows. The one who watches is rung first; at the seconds of the
// protocol, or as soon as they say that they are busy, the other nurses are; after that everyone who is on shift.

import type { OpenCall } from '#api/dosing-sessions.ts';
import { groupedBy } from '#clinical/grouped.ts';
import type { Instant } from '#clinical/instant.ts';
import { type Escalation, escalationAfter } from '#clinical/monitoring/alert.ts';

export interface Rung {
  readonly call: OpenCall;
  readonly level: Escalation;
  readonly rings: boolean;
  readonly seconds: number;
}

export interface Listener {
  readonly id: string;
  readonly isNurse: boolean;
}

export function rungNow(calls: readonly OpenCall[], me: Listener, now: Instant): readonly Rung[] {
  return calls.filter(hasBegun(now)).map((call) => {
    const { level } = escalationAfter({
      raisedAt: call.at,
      passedOnTimes: new Set(call.passedOnByIds).size,
      escalateAfterSeconds: call.escalateAfterSeconds,
      escalateAgainAfterSeconds: call.escalateAgainAfterSeconds,
      now,
    });
    return {
      call,
      level,
      rings: rings(call, level, me),
      seconds: Math.max(0, Math.floor((now - call.at) / 1000)),
    };
  });
}

/** A room may only be about to be empty for too long. Every other call has begun, whatever a clock says. */
function hasBegun(now: Instant) {
  return ({ kind, at }: OpenCall): boolean => kind !== 'alone' || at <= now;
}

/** One row for each bed and one for its readings: the most urgent first, and with it every other that one answer answers. */
export interface RungRow {
  readonly first: Rung;
  readonly all: readonly Rung[];
}

const urgency: Readonly<Record<OpenCall['kind'], number>> = {
  come: 0,
  worried: 1,
  'not-sure': 2,
  'back-up': 0,
  alone: 3,
  alert: 4,
  adjust: 5,
};

export function rowsOf(rung: readonly Rung[]): readonly RungRow[] {
  const beds = groupedBy(rung, ({ call }) => `${call.sessionId}/${isAlert(call)}`);
  return [...beds.values()].flatMap((all) => {
    const [first] = all.toSorted(
      (one, other) => urgency[one.call.kind] - urgency[other.call.kind] || one.call.at - other.call.at,
    );
    return first === undefined ? [] : [{ first, all }];
  });
}

/** Answered as an alert of the session, and not as a call from its bed. */
export function isAlert({ kind }: OpenCall): boolean {
  return kind === 'alert' || kind === 'alone';
}

function rings(call: OpenCall, level: Escalation, me: Listener): boolean {
  if (call.passedOnByIds.includes(me.id)) return level === 'everyone';
  switch (level) {
    case 'acknowledged':
      return false;
    // With nobody noted as watching, nobody may think that it is for someone else.
    case 'first-person':
      return call.watcherId === undefined || call.watcherId === me.id;
    case 'second-person':
      return me.isNurse || call.watcherId === me.id;
    case 'everyone':
      return true;
  }
}

const kinds: Readonly<Record<OpenCall['kind'], string>> = {
  come: 'calls: come',
  adjust: 'asks for a change',
  worried: 'is watched with worry',
  'not-sure': 'is watched by someone who could not tell',
  'back-up': 'needs the medical back-up: come',
  alert: 'has a reading outside the limits',
  alone: 'has no one of the team in the room',
};

export function callInWords({ kind, wish, firstName, roomName, title }: OpenCall): string {
  if (wish === 'silence') return `${roomName}. ${firstName} asks for silence`;
  if (kind === 'alert' && title !== undefined) return `${roomName}. ${firstName}: ${title}`;
  return `${roomName}. ${firstName} ${kinds[kind]}`;
}
