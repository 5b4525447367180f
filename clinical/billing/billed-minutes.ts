// Whole minutes of a service, as billing counts them: completed minutes between start and stop. The hours someone is
// watched afterwards are not minutes of the infusion.

import { type Instant, minutesBetween } from '#clinical/instant.ts';
import { asOf } from '#clinical/law/rules-as-of.ts';
import { sourced } from '#clinical/sourced.ts';
import { isMoment } from '#clinical/timestamp.ts';

/** More minutes than a day has are a slip, not a service. */
export const mostMinutes = sourced(1_440, 'min', 'H-HOUSE', 'H', asOf());
export const watchingIsNotInfusion = sourced(true, 'rule', 'W-BILL', 'V2', asOf());

/** Completed minutes, or undefined for what is no length of time. */
export function completedMinutes(minutes: number | undefined | null): number | undefined {
  if (typeof minutes !== 'number' || !Number.isFinite(minutes)) return undefined;
  if (minutes < 0 || minutes > mostMinutes.value) return undefined;
  return Math.floor(minutes);
}

export type Pause = { readonly from: Instant | undefined; readonly to: Instant | undefined };

/**
 * Minutes the pump ran: from its start to its stop, less its pauses. Undefined when a time is missing or out of order;
 * an empty list of pauses is known to be empty.
 */
export function infusionMinutes(question: {
  readonly pumpStartedAt: Instant | undefined;
  readonly pumpStoppedAt: Instant | undefined;
  readonly pauses: readonly Pause[] | undefined;
}): number | undefined {
  const { pumpStartedAt, pumpStoppedAt, pauses } = question;
  if (!isMoment(pumpStartedAt) || !isMoment(pumpStoppedAt) || pauses === undefined) return undefined;
  let running = minutesBetween(pumpStartedAt, pumpStoppedAt);
  let since = pumpStartedAt;
  for (const { from, to } of pauses.toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0))) {
    // Pauses that overlap or lie outside the infusion do not describe one infusion.
    if (!isMoment(from) || !isMoment(to) || from < since || to < from || to > pumpStoppedAt) return undefined;
    running -= minutesBetween(from, to);
    since = to;
  }
  return completedMinutes(running);
}
