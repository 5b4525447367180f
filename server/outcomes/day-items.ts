// The further questions of the day, each by itself: of two answers on one day the later counts, and a day without one has none.

import type { AnswerOf } from '#api/endpoint.ts';
import type { getOutcomes } from '#api/outcomes.ts';
import type { QuestionnaireResponse } from '#api/questionnaires.ts';
import type { Pulse } from '#clinical/care-record.ts';
import { type Instant, localDateOf, type ZoneId } from '#clinical/instant.ts';
import { isPulse } from '#clinical/instruments/pulse.ts';
import { type PulseItem, pulseItems } from '#clinical/instruments/pulse-items.ts';
import { pulseTrend } from '#clinical/outcomes/response.ts';
import { rangeUntil } from './words.ts';

/** Every answer to one further question, oldest first. */
export function answersTo(item: PulseItem, responses: readonly QuestionnaireResponse[]): readonly Pulse[] {
  return responses.flatMap(({ answers, authoredAt }) => {
    const value = answers[item];
    return typeof value === 'number' && isPulse(value) ? [{ at: authoredAt, value }] : [];
  });
}

export function byDay(answers: readonly Pulse[], zone: ZoneId) {
  return [...new Map(answers.map((one) => [localDateOf(one.at, zone), one]))].map(([date, one]) => ({
    date,
    ...one,
  }));
}

export function itemsTold(question: {
  readonly responses: readonly QuestionnaireResponse[];
  readonly firstDoseAt: Instant | undefined;
  readonly now: Instant;
  readonly zone: ZoneId;
}): AnswerOf<typeof getOutcomes>['items'] {
  const { responses, firstDoseAt, now, zone } = question;
  return pulseItems.flatMap((item) => {
    const answers = answersTo(item, responses);
    if (answers.length === 0) return [];
    return {
      item,
      answers: byDay(answers, zone),
      beforeFirstSession: firstDoseAt === undefined ? undefined : rangeUntil(answers, firstDoseAt, zone),
      lastSevenDays: pulseTrend({ pulses: answers, now, zone }).lastSevenDays,
    };
  });
}
