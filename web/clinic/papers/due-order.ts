// In which order papers wait: a form that is late, then by the days it has left, then notes by how little has happened.
import type { PaperDue } from '#api/papers.ts';

export function isWaiting(paper: PaperDue): boolean {
  return paper.note !== 'co-signed' || (paper.form !== undefined && paper.form.sentOn === undefined);
}

const noteOrder: readonly PaperDue['note'][] = ['changed', 'unsigned', 'signed', 'not-over', 'co-signed'];

export function mostUrgentFirst(one: PaperDue, other: PaperDue): number {
  return (
    daysLeft(one) - daysLeft(other) ||
    noteOrder.indexOf(one.note) - noteOrder.indexOf(other.note) ||
    (one.date < other.date ? -1 : one.date > other.date ? 1 : 0) ||
    one.patientName.localeCompare(other.patientName)
  );
}

/** A paper with no clock stands after every paper that has one. */
function daysLeft({ form }: PaperDue): number {
  return form === undefined || form.sentOn !== undefined ? Number.MAX_SAFE_INTEGER : form.daysLeft;
}
