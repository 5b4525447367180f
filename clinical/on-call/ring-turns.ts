// Who is called about a ring, and when: the first on the rota at once, the second when nobody answered, then everyone, again and
// again until somebody has it. No quiet hours hold a ring back. Where nobody stands on the rota, the clinic's own number is
// called in their place.

import type { Instant } from '#clinical/instant.ts';
import { escalationAfter } from '#clinical/monitoring/alert.ts';
import { sourced } from '#clinical/sourced.ts';
import { type Duty, onDuty, turns } from './rota.ts';

const noPublishedNumber = 'No published number; a clinic may set its own.';
export const secondCalledAfterMinutes = sourced(5, 'min', 'H-HOUSE', 'H', noPublishedNumber);
export const everyoneCalledAfterMinutes = sourced(10, 'min', 'H-HOUSE', 'H', noPublishedNumber);
export const everyoneCalledAgainEveryMinutes = sourced(10, 'min', 'H-HOUSE', 'H', noPublishedNumber);

/** For so long whoever has a ring reads the record of the one it is about, also when they are not on shift. */
export const ringOpensRecordHours = sourced(12, 'h', 'H-HOUSE', 'H', 'One night; no published number.');

/** Minutes after the ring, where a clinic set its own. */
export type RingMinutes = {
  readonly second: number;
  readonly everyone: number;
  /** From then on everyone is called again this often. */
  readonly again?: number | undefined;
};

/** The first on the rota, the second, everyone; each number above that is everyone again. */
export type RingTurn = number;
export const everyoneTurn: RingTurn = 3;

/** The turns whose time has come, also those missed while nothing ran; of the calls to everyone only the newest. */
export function turnsDue(
  ring: { readonly raisedAt: Instant; readonly seenAt?: Instant | undefined },
  minutes: RingMinutes | undefined,
  now: Instant,
): readonly RingTurn[] {
  const everyone = minutes?.everyone ?? everyoneCalledAfterMinutes.value;
  const { level } = escalationAfter({
    raisedAt: ring.raisedAt,
    acknowledgedAt: ring.seenAt,
    escalateAfterSeconds: 60 * (minutes?.second ?? secondCalledAfterMinutes.value),
    escalateAgainAfterSeconds: 60 * everyone,
    now,
  });
  if (level === 'acknowledged') return [];
  if (level === 'first-person') return [1];
  if (level === 'second-person') return [1, 2];
  const again = minutes?.again ?? everyoneCalledAgainEveryMinutes.value;
  return [1, 2, everyoneTurn + Math.floor((now - ring.raisedAt - everyone * minuteMs) / (again * minuteMs))];
}

const minuteMs = 60_000;

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
  const everyone = turn >= everyoneTurn;
  const held = (everyone ? turns : [turn === 1 ? ('first' as const) : ('second' as const)]).flatMap(
    (each) => onDuty(duties, each, at) ?? [],
  );
  return { duties: held, fixedNumber: everyone || held.length === 0, everyone };
}
