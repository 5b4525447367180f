// One set of answers, kept: what it comes to, and the call for a person, in the transaction that is handed in. A signed-in
// phone and a link that answers one question both come here.

import type { QuestionnaireResponse } from '#api/questionnaires.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { ZoneId } from '#clinical/instant.ts';
import type { Filler, Language } from '#clinical/instruments/instrument.ts';
import { type Refusal, refuse } from '#server/edge';
import type { Tx } from '#server/postgres';
import { isCycleOf } from '#server/series';
import { raiseTask } from '#server/tasks';
import { readAnswers } from './read-answers.ts';
import { keepResponse } from './store.ts';
import { tasksFromAnswers } from './tasks-from-answers.ts';

export const stale = refuse(
  409,
  'stale',
  'These answers were changed somewhere else first. Open them again; what you chose is still here.',
);

export type HandedIn = {
  readonly id: string;
  readonly patientId: string;
  readonly instrument: QuestionnaireResponse['instrument'];
  readonly answers: QuestionnaireResponse['answers'];
  readonly complete: boolean;
  readonly version: number;
  readonly authoredAt: number;
  readonly language?: Language | undefined;
  readonly cycleId?: string | undefined;
  /** Nobody, where a link answered that signs no one in. */
  readonly authorId: string | undefined;
  readonly filledBy: Filler;
  /** The clinic's, which says when today ends. */
  readonly zone: ZoneId;
};

export type KeptAnswers = {
  readonly response: QuestionnaireResponse;
  readonly issues: readonly DetectedIssue[];
  readonly tasksRaised: number;
};

export async function keepAnswers(tx: Tx, given: HandedIn, now: number): Promise<KeptAnswers | Refusal> {
  const { patientId, instrument, answers, complete, cycleId, authorId, filledBy, language, zone } = given;
  if (cycleId !== undefined && !(await isCycleOf(tx, patientId, cycleId)))
    return refuse(404, 'absent', 'There is nothing here.');
  // A device whose clock runs ahead does not put an answer into the future.
  const authoredAt = Math.min(given.authoredAt, now);
  const read = readAnswers({ instrument, answers, complete, at: authoredAt, filledBy, language });
  if (read.problems.length > 0)
    return refuse(422, 'not-an-answer', 'Some answers need another look. Nothing was saved.', read.problems);
  const response: QuestionnaireResponse = {
    id: given.id,
    instrument,
    instrumentVersion: read.instrumentVersion,
    answers,
    status: complete ? 'completed' : 'in-progress',
    score: read.score,
    authoredAt,
    version: given.version + 1,
  };
  if (!(await keepResponse(tx, response, { patientId, cycleId, authorId }, now))) return stale;
  const tasks = tasksFromAnswers(read, { patientId, responseId: given.id, instrument, now, zone });
  for (const task of tasks) await raiseTask(tx, task, now);
  return { response, issues: read.issues, tasksRaised: tasks.length };
}
