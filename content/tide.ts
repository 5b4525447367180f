// The shape of a dose in the body, for teaching only: two compartments, made simpler from P-KAM, drawn to its own top.
// It never stands for a person and never for a reading.

import type { RouteId } from './route-days.ts';

// P-KAM, 70 kg: 79 L/h out of a 252 L whole, split 100 and 152 with 3 L/min between. A house reduction of that model.
const centralLiters = 100;
const outerLiters = 152;
const clearedLitersPerMinute = 79 / 60;
const exchangedLitersPerMinute = 3;

/** How fast each route lets the dose in, per minute; the drip instead runs evenly. House values for the shape alone. */
const absorbedPerMinute: Readonly<Record<Exclude<RouteId, 'drip'>, number>> = {
  injection: 0.06,
  lozenge: 0.02,
  spray: 0.04,
};

const k10 = clearedLitersPerMinute / centralLiters;
const k12 = exchangedLitersPerMinute / centralLiters;
const k21 = exchangedLitersPerMinute / outerLiters;
const sum = k10 + k12 + k21;
const root = Math.sqrt(sum * sum - 4 * k10 * k21);
const alpha = (sum + root) / 2;
const beta = (sum - root) / 2;
const a = (alpha - k21) / (alpha - beta);
const b = (k21 - beta) / (alpha - beta);

/** The level at a minute after the dose starts, in no unit: only its course over time means anything. */
export function tideLevel(route: RouteId, minute: number, dripMinutes: number): number {
  if (minute <= 0) return 0;
  if (route === 'drip') {
    const level = (t: number) =>
      (a / alpha) * (1 - Math.exp(-alpha * t)) + (b / beta) * (1 - Math.exp(-beta * t));
    return minute <= dripMinutes ? level(minute) : level(minute) - level(minute - dripMinutes);
  }
  const ka = absorbedPerMinute[route];
  const fast = (a * ka) / (ka - alpha);
  const slow = (b * ka) / (ka - beta);
  return (
    fast * Math.exp(-alpha * minute) +
    slow * Math.exp(-beta * minute) -
    (fast + slow) * Math.exp(-ka * minute)
  );
}

export type TidePoint = { readonly minute: number; readonly height: number };

/** Points from the dose on, each height a share of the highest one. */
export function tideShape(route: RouteId, dripMinutes: number, untilMinute: number): readonly TidePoint[] {
  const minutes: number[] = [];
  for (let minute = 0; minute <= untilMinute; minute += minute < 90 ? 2.5 : 7.5) minutes.push(minute);
  const levels = minutes.map((minute) => tideLevel(route, minute, dripMinutes));
  const top = Math.max(...levels);
  return minutes.map((minute, index) => ({ minute, height: (levels[index] ?? 0) / top }));
}
