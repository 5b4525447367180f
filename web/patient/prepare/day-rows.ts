// The steps of the day as rows to read: a row that begins another day names it, or "2:00 am" would be taken for that of the
// evening above it.
import { localDateOf } from '#clinical/instant.ts';
import { type DayAsked, type DayStep, dayStepsOf } from '#clinical/preparation/day-steps.ts';

export interface DayRow extends DayStep {
  readonly namesDay: boolean;
  /** Two of the steps are a day, not an hour. */
  readonly hasHour: boolean;
}

const withoutHour: readonly DayStep['id'][] = ['evening-before', 'driving-again'];

export function dayRowsOf(asked: DayAsked): readonly DayRow[] {
  return dayStepsOf(asked).map((step, index, steps) => {
    const before = steps[index - 1];
    const hasHour = !withoutHour.includes(step.id);
    const isNewDay =
      before === undefined || localDateOf(before.at, asked.zone) !== localDateOf(step.at, asked.zone);
    return { ...step, hasHour, namesDay: isNewDay || !hasHour };
  });
}
