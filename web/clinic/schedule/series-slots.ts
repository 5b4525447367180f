// A series laid out in the calendar from a few choices: first day, rhythm, two times. A proposal only; each row can be
// changed before it is booked, and the clinic's book decides whether it fits.
import { addDays, type Instant, instantOf, type LocalDate, type ZoneId } from '#clinical/instant.ts';

export type Rhythm = { readonly id: string; readonly label: string; readonly gapsDays: readonly number[] };

/** Gaps between doses, over and over. */
export const rhythms: readonly Rhythm[] = [
  { id: 'three-a-week', label: 'Three a week', gapsDays: [2, 2, 3] },
  { id: 'two-a-week', label: 'Two a week', gapsDays: [3, 4] },
  { id: 'weekly', label: 'Once a week', gapsDays: [7] },
  { id: 'two-weeks', label: 'Every two weeks', gapsDays: [14] },
  { id: 'four-weeks', label: 'Every four weeks', gapsDays: [28] },
];

export type SeriesShape = {
  readonly firstDate: LocalDate;
  readonly rhythm: Rhythm;
  readonly doseMinuteOfDay: number;
  readonly integrationDaysAfter: number;
  readonly integrationMinuteOfDay: number;
  readonly cycles: number;
  readonly zone: ZoneId;
};

export type ProposedCycle = { readonly doseAt: Instant; readonly integrationAt: Instant };

export function proposeCycles(shape: SeriesShape): readonly ProposedCycle[] {
  const { gapsDays } = shape.rhythm;
  let date = shape.firstDate;
  return Array.from({ length: shape.cycles }, (_, index) => {
    if (index > 0) date = addDays(date, gapsDays[(index - 1) % gapsDays.length] ?? 7);
    return {
      doseAt: instantOf(date, shape.doseMinuteOfDay, shape.zone),
      integrationAt: instantOf(
        addDays(date, shape.integrationDaysAfter),
        shape.integrationMinuteOfDay,
        shape.zone,
      ),
    };
  });
}

/** What the days are laid out from, as it was typed. An hour held outside has no day and no time here. */
export type LayoutChoices = {
  readonly firstDate: string;
  readonly rhythmId?: string | undefined;
  readonly doseTime: string;
  readonly daysAfter?: string | undefined;
  readonly integrationTime: string;
  readonly cycles: number;
  readonly isTalkOutside: boolean;
};

/** The same choices give the same words, so that a layout can be held against the choices that stand now. */
export function wordsOfChoices(choices: LayoutChoices): string {
  const { firstDate, rhythmId, doseTime, daysAfter, integrationTime, cycles, isTalkOutside } = choices;
  return JSON.stringify([
    firstDate,
    cycles > 1 ? (rhythmId ?? '') : '',
    doseTime,
    cycles,
    ...(isTalkOutside ? [] : [daysAfter ?? '', integrationTime]),
  ]);
}

export type LaidRow = {
  readonly dose: string;
  readonly integration: string;
  /** What was proposed. A row without it counts as changed by hand: nobody can say that it was not. */
  readonly laidDose?: string | undefined;
  readonly laidIntegration?: string | undefined;
};

export function changedByHand<Row extends LaidRow>(rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => row.dose !== row.laidDose || row.integration !== row.laidIntegration);
}
