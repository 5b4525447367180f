// Who is told about an answer, and how soon. Ids come from the response, so that saving it again tells no one twice.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { addDays, instantOf, localDateOf, type ZoneId } from '#clinical/instant.ts';
import { idFrom, type RaisedTask } from '#server/tasks';
import type { ReadAnswers } from './read-answers.ts';

type Of = {
  readonly patientId: string;
  readonly responseId: string;
  readonly instrument: string;
  readonly now: number;
  /** The clinic's, which says when today ends. */
  readonly zone: ZoneId;
};

type Soon = Pick<RaisedTask, 'priority' | 'dueAt'>;

export function tasksFromAnswers(read: ReadAnswers, of: Of): readonly RaisedTask[] {
  const now: Soon = { priority: 'now', dueAt: of.now };
  const soon: Soon = { priority: 'soon', dueAt: undefined };
  const task = (
    kind: string,
    ownerRole: RaisedTask['ownerRole'],
    when: Soon,
    detail: RaisedTask['detail'] = {},
  ): RaisedTask => ({
    id: idFrom(`${of.responseId}|${kind}|${ownerRole}`),
    patientId: of.patientId,
    kind,
    ownerRole,
    detail: { responseId: of.responseId, instrument: of.instrument, ...detail },
    ...when,
  });
  const fromIssues = read.issues.flatMap((issue) => {
    const detail = { title: issue.title };
    if (issue.action === 'unknown') return [task(issue.code, 'nurse', soon, detail)];
    const when = howSoon(issue, { now, soon, today: { priority: 'soon', dueAt: endOfDay(of) } });
    return [task(issue.code, 'nurse', when, detail), task(issue.code, 'prescriber', when, detail)];
  });
  const { afterCheck } = read;
  // Both are told: the therapist who knows the work, and whoever of the nurses is there.
  if (afterCheck?.balance === 'losing') {
    const detail = { hours: afterCheck.hours };
    return [
      ...fromIssues,
      task('after-check-losing', 'nurse', now, detail),
      task('after-check-losing', 'therapist', now, detail),
    ];
  }
  if (afterCheck?.balance === 'shaky')
    return [...fromIssues, task('after-check-shaky', 'therapist', soon, { hours: afterCheck.hours })];
  if (read.evening === 'need-help') return [...fromIssues, task('evening-need-help', 'nurse', now)];
  if (read.evening === 'rough') return [...fromIssues, task('evening-rough', 'nurse', soon)];
  return fromIssues;
}

/** Whatever speaks of death is for now, unless the triage of the screener says that it may wait. */
function howSoon(
  issue: DetectedIssue,
  when: { readonly now: Soon; readonly today: Soon; readonly soon: Soon },
): Soon {
  switch (issue.code) {
    case 'cssrs-moderate':
      return when.today;
    case 'cssrs-low':
      return when.soon;
    default:
      return when.now;
  }
}

function endOfDay({ now, zone }: Of): number {
  return instantOf(addDays(localDateOf(now, zone), 1), 0, zone);
}
