// What the course can be said in. Ranges of this person’s own days and the change of each form since before the first
// dose; where something is missing, that is what is said.

import type { OutcomeWords } from '#api/outcomes.ts';
import type { InstrumentResponse, Pulse } from '#clinical/care-record.ts';
import type { Instant, ZoneId } from '#clinical/instant.ts';
import { instruments } from '#clinical/instruments/instruments.ts';
import { baselineOf, changeSince, pulseTrend, type Range } from '#clinical/outcomes/response.ts';

export function wordsFor(course: {
  readonly pulses: readonly Pulse[];
  readonly responses: readonly InstrumentResponse[];
  readonly firstDoseAt: Instant | undefined;
  readonly now: Instant;
  readonly zone: ZoneId;
}): OutcomeWords {
  const { pulses, responses, firstDoseAt, now, zone } = course;
  const trend = pulseTrend({ pulses, now, zone });
  return {
    beforeFirstSession: firstDoseAt === undefined ? undefined : rangeUntil(pulses, firstDoseAt, zone),
    lastSevenDays: trend.lastSevenDays,
    daysWithoutAnswer: trend.daysWithoutAnswer,
    changes: Object.fromEntries(
      instruments.flatMap((instrument) => {
        if (instrument.change === undefined) return [];
        const baseline = baselineOf({ responses, instrument: instrument.id, firstDoseAt });
        const latest = responses.findLast(
          (response) =>
            response.instrument === instrument.id &&
            response.total !== undefined &&
            firstDoseAt !== undefined &&
            response.at > firstDoseAt,
        );
        const change = changeSince({
          baseline: baseline?.total,
          now: latest?.total,
          rules: instrument.change,
        });
        return [[instrument.id, { baselineAt: baseline?.at, at: latest?.at, change }]];
      }),
    ),
  };
}

/** Of the days before a moment, however many they were. */
export function rangeUntil(pulses: readonly Pulse[], at: Instant, zone: ZoneId): Range | undefined {
  const { lastSevenDays: late, before: early } = pulseTrend({
    pulses: pulses.filter((one) => one.at < at),
    now: at,
    zone,
  });
  if (late === undefined || early === undefined) return late ?? early;
  return {
    from: Math.min(late.from, early.from),
    to: Math.max(late.to, early.to),
    answers: late.answers + early.answers,
  };
}
