// Who is called at which hour, by the clinic's rota. An hour nobody stands for is a gap, and is shown as one: no rule here
// lets the person before or after stand in for it.

import type { Instant } from '#clinical/instant.ts';
import { sourced } from '#clinical/sourced.ts';

export const turns = ['first', 'second'] as const;
export type DutyTurn = (typeof turns)[number];

export type Duty = {
  readonly turn: DutyTurn;
  readonly from: Instant;
  /** The first moment that is no longer theirs. */
  readonly until: Instant;
};

export type Gap = Duty;

/** How far ahead the rota is read for gaps. */
export const rotaReadAheadDays = sourced(14, 'd', 'H-HOUSE', 'H', 'Two weeks ahead; no published number.');

export function onDuty<Held extends Duty>(
  duties: readonly Held[],
  turn: DutyTurn,
  at: Instant,
): Held | undefined {
  return duties.find((duty) => duty.turn === turn && duty.from <= at && at < duty.until);
}

/** The hours between two moments for which nobody stands, in order. */
export function gapsIn(
  duties: readonly Duty[],
  turn: DutyTurn,
  { from, until }: Pick<Duty, 'from' | 'until'>,
): readonly Gap[] {
  const held = duties
    .filter((duty) => duty.turn === turn && duty.until > from && duty.from < until)
    .toSorted((one, other) => one.from - other.from);
  const gaps: Gap[] = [];
  let covered = from;
  for (const duty of held) {
    if (duty.from > covered) gaps.push({ turn, from: covered, until: duty.from });
    covered = Math.max(covered, duty.until);
  }
  return covered < until ? [...gaps, { turn, from: covered, until }] : gaps;
}
