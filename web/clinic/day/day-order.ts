// Exceptions first: what is not met, then what is not known, then by the clock. People who have left stand last.
import type { getDay } from '#api/appointments.ts';
import type { AnswerOf } from '#api/endpoint.ts';

export type DayRow = AnswerOf<typeof getDay>['rows'][number];

export function isOver({ appointment }: DayRow): boolean {
  return (
    appointment.status === 'fulfilled' ||
    appointment.status === 'cancelled' ||
    appointment.status === 'no-show'
  );
}

/** Only a dose to come has a gate sheet to settle; a consult has none. */
export function hasGate(row: DayRow): boolean {
  return row.appointment.kind === 'dose' && !isOver(row);
}

function rank(row: DayRow): number {
  if (isOver(row)) return 3;
  if (!hasGate(row)) return 2;
  if (row.notMet > 0) return 0;
  return row.unknown > 0 ? 1 : 2;
}

export function exceptionsFirst(rows: readonly DayRow[]): readonly DayRow[] {
  return rows.toSorted(
    (one, other) =>
      rank(one) - rank(other) ||
      one.appointment.startsAt - other.appointment.startsAt ||
      (one.appointment.id < other.appointment.id ? -1 : 1),
  );
}

/** The one sentence over the list. It counts; it never says that anything is fine. */
export function dayInWords(rows: readonly DayRow[]): string {
  const live = rows.filter((row) => row.appointment.status !== 'cancelled');
  const doses = live.filter((row) => row.appointment.kind === 'dose').length;
  const gated = rows.filter(hasGate);
  const notMet = gated.reduce((sum, row) => sum + row.notMet, 0);
  const unknown = gated.reduce((sum, row) => sum + row.unknown, 0);
  const people = `${live.length} ${live.length === 1 ? 'slot' : 'slots'}, ${doses} ${doses === 1 ? 'dose' : 'doses'}`;
  return gated.length === 0 ? `${people}.` : `${people}. To settle: ${notMet} not met, ${unknown} unknown.`;
}
