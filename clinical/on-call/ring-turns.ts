// Who is called about a ring, and when: the first on the rota at once, the second when nobody answered, then everyone. No quiet
// hours hold a ring back. Where nobody stands on the rota, the clinic's own number is called in their place.

import type { Instant } from '#clinical/instant.ts';
import { type Escalation, escalationAfter } from '#clinical/monitoring/alert.ts';
import { sourced } from '#clinical/sourced.ts';
import { type Duty, onDuty, turns } from './rota.ts';

const noPublishedNumber = 'No published number; a clinic may set its own.';
export const secondCalledAfterMinutes = sourced(5, 'min', 'H-HOUSE', 'H', noPublishedNumber);
export const everyoneCalledAfterMinutes = sourced(10, 'min', 'H-HOUSE', 'H', noPublishedNumber);

/** For so long whoever has a ring reads the record of the one it is about, also when they are not on shift. */
export const ringOpensRecordHours = sourced(12, 'h', 'H-HOUSE', 'H', 'One night; no published number.');

/** Minutes after the ring, where a clinic set its own. */
export type RingMinutes = { readonly second: number; readonly everyone: number };

export type RingTurn = 1 | 2 | 3;

const turnsUpTo: Readonly<Record<Escalation, readonly RingTurn[]>> = {
  'first-person': [1],
  'second-person': [1, 2],
  everyone: [1, 2, 3],
  acknowledged: [],
};

/** Every turn whose time has come, also those that were missed while nothing ran. */
export function turnsDue(
  ring: { readonly raisedAt: Instant; readonly seenAt?: Instant | undefined },
  minutes: RingMinutes | undefined,
  now: Instant,
): readonly RingTurn[] {
  const { level } = escalationAfter({
    raisedAt: ring.raisedAt,
    acknowledgedAt: ring.seenAt,
    escalateAfterSeconds: 60 * (minutes?.second ?? secondCalledAfterMinutes.value),
    escalateAgainAfterSeconds: 60 * (minutes?.everyone ?? everyoneCalledAfterMinutes.value),
    now,
  });
  return turnsUpTo[level];
}

export type Called<Held extends Duty> = {
  readonly duties: readonly Held[];
  /** Nobody stands for this turn, or everyone is called: the clinic's own number too. */
  readonly fixedNumber: boolean;
  /** Whoever is on shift. */
  readonly everyone: boolean;
};

export function calledInTurn<Held extends Duty>(
  turn: RingTurn,
  duties: readonly Held[],
  at: Instant,
): Called<Held> {
  const held = (turn === 3 ? turns : [turn === 1 ? ('first' as const) : ('second' as const)]).flatMap(
    (each) => onDuty(duties, each, at) ?? [],
  );
  return { duties: held, fixedNumber: turn === 3 || held.length === 0, everyone: turn === 3 };
}
