// Who is told about an answer, and how soon. Ids come from the response, so that saving it again tells no one twice.

import { idFrom, type RaisedTask } from '#server/tasks';
import type { ReadAnswers } from './read-answers.ts';

export function tasksFromAnswers(
  read: ReadAnswers,
  of: { patientId: string; responseId: string; instrument: string; now: number },
): readonly RaisedTask[] {
  const task = (
    kind: string,
    ownerRole: RaisedTask['ownerRole'],
    priority: RaisedTask['priority'],
    detail: RaisedTask['detail'] = {},
  ): RaisedTask => ({
    id: idFrom(`${of.responseId}|${kind}|${ownerRole}`),
    patientId: of.patientId,
    kind,
    ownerRole,
    priority,
    detail: { responseId: of.responseId, instrument: of.instrument, ...detail },
    dueAt: priority === 'now' ? of.now : undefined,
  });
  const fromIssues = read.issues.flatMap((issue) => {
    if (issue.action === 'unknown') return [task(issue.code, 'nurse', 'soon', { title: issue.title })];
    return [
      task(issue.code, 'nurse', 'now', { title: issue.title }),
      task(issue.code, 'prescriber', 'now', { title: issue.title }),
    ];
  });
  if (read.evening === 'need-help') return [...fromIssues, task('evening-need-help', 'nurse', 'now')];
  if (read.evening === 'rough') return [...fromIssues, task('evening-rough', 'nurse', 'soon')];
  return fromIssues;
}
