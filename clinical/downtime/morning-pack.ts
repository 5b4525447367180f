// The papers a clinic works with while the computers are away make themselves each morning. When that is due, and whether it
// happened, is asked here, so that the page and the job cannot disagree.

import { addDays, addMinutes, type Instant, instantOf, localDateOf, type ZoneId } from '#clinical/instant.ts';
import { sourced } from '#clinical/sourced.ts';
import { isMoment } from '#clinical/timestamp.ts';

/** Minute of the local day. Early, so that the papers lie there before anyone comes in; the clinic sets its own. */
export const morningPackMinute = sourced(
  330,
  'min',
  'H-HOUSE',
  'H',
  'Half past five in the morning, until the clinic sets another time.',
);

/** How long after its time the pack may still be under way before its absence is named. */
export const morningPackGrace = sourced(15, 'min', 'H-HOUSE', 'H');

export type MorningPack =
  | { readonly kind: 'made'; readonly dueAt: Instant; readonly madeAt: Instant }
  | { readonly kind: 'not-due' | 'under-way' | 'missing'; readonly dueAt: Instant }
  | { readonly kind: 'unknown'; readonly missing: readonly string[] };

/**
 * Whether today's pack made itself. `lastMadeAt` is when one last made itself; undefined means that none ever did, and
 * after its time that is missing, never fine.
 */
export function morningPack(question: {
  readonly now: Instant | undefined;
  readonly zone: ZoneId;
  readonly minuteOfDay: number | undefined;
  readonly lastMadeAt: Instant | undefined;
}): MorningPack {
  const { now, zone, minuteOfDay, lastMadeAt } = question;
  const isMinute = minuteOfDay !== undefined && Number.isInteger(minuteOfDay) && minuteOfDay >= 0;
  if (!isMoment(now)) return { kind: 'unknown', missing: ['now'] };
  if (!isMinute || minuteOfDay >= 1_440) return { kind: 'unknown', missing: ['minuteOfDay'] };
  const today = localDateOf(now, zone);
  const dueAt = instantOf(today, minuteOfDay, zone);
  if (isMoment(lastMadeAt) && lastMadeAt <= now && localDateOf(lastMadeAt, zone) === today)
    return { kind: 'made', dueAt, madeAt: lastMadeAt };
  if (now < dueAt) return { kind: 'not-due', dueAt };
  return { kind: now < addMinutes(dueAt, morningPackGrace.value) ? 'under-way' : 'missing', dueAt };
}

/** The local day as a span, for asking who comes in it: from its first moment to the first of the next. */
export function localDay(at: Instant, zone: ZoneId): { readonly fromAt: Instant; readonly toAt: Instant } {
  const date = localDateOf(at, zone);
  return { fromAt: instantOf(date, 0, zone), toAt: instantOf(addDays(date, 1), 0, zone) };
}
