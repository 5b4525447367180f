// The days after each session, side by side with the days before it, in this person's own answers. A day without an answer
// is said to have none; nothing is filled in, joined or judged.

import { addDays, type Instant, type LocalDate, localDateOf, type ZoneId } from '#clinical/instant.ts';
import { sourced } from '#clinical/sourced.ts';

/** How many days a strip shows: enough for the four questions and the first week. */
export const daysShown = sourced(7, 'd', 'H-HOUSE', 'H');

export type DayAfter = {
  /** 0 is the day of the session. */
  readonly day: number;
  readonly date: LocalDate;
  readonly state: 'answered' | 'no-answer' | 'to-come';
  readonly value?: number | undefined;
};

export type Strip = {
  readonly sessionId: string;
  readonly date: LocalDate;
  readonly days: readonly DayAfter[];
};

export function stripsOf(question: {
  readonly sessions: readonly { readonly id: string; readonly at: Instant }[];
  readonly answers: readonly { readonly date: LocalDate; readonly value: number }[];
  readonly now: Instant;
  readonly zone: ZoneId;
}): readonly Strip[] {
  const { sessions, answers, now, zone } = question;
  const today = localDateOf(now, zone);
  const byDay = new Map(answers.map(({ date, value }) => [date, value]));
  const dates = sessions.map(({ at }) => localDateOf(at, zone));
  return sessions.map(({ id }, index): Strip => {
    const date = dates[index] ?? today;
    const next = dates.slice(index + 1).find((other) => other > date);
    const days = Array.from({ length: daysShown.value + 1 }, (_, day): DayAfter => {
      const on = addDays(date, day);
      const value = byDay.get(on);
      if (on > today) return { day, date: on, state: 'to-come' };
      return value === undefined
        ? { day, date: on, state: 'no-answer' }
        : { day, date: on, state: 'answered', value };
    });
    // From the day of the next session on the days are that one's.
    return {
      sessionId: id,
      date,
      days: next === undefined ? days : days.filter(({ date: on }) => on < next),
    };
  });
}
