// Saving answers as they are given. Answer, score and the call for a person are one transaction.

import * as api from '#api/questionnaires.ts';
import { type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { isCycleOf } from '#server/series';
import { raiseTask } from '#server/tasks';
import { fillerOf, offeredForms, whyNotFilled } from './offered.ts';
import { readAnswers } from './read-answers.ts';
import { findResponse, keepResponse, listResponses } from './store.ts';
import { tasksFromAnswers } from './tasks-from-answers.ts';

const stale = refuse(
  409,
  'stale',
  'These answers were changed somewhere else first. Open them again; what you chose is still here.',
);

export function questionnaireRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.listResponses,
      { resource: 'response', action: 'r', subject: 'patient' },
      { audit: 'questionnaire.list' },
      async ({ tx, params, query }) => ({
        responses: await listResponses(tx, params.patientId ?? '', query.instrument || undefined),
      }),
    ),

    route(
      api.listForms,
      { resource: 'response', action: 'c', subject: 'patient' },
      { audit: 'questionnaire.list-forms' },
      async ({ actor, clinic }) => ({ offered: offeredForms(fillerOf(actor), clinic) }),
    ),

    route(
      api.saveResponse,
      { resource: 'response', action: 'c', subject: 'patient' },
      { audit: 'questionnaire.save' },
      async (context) => {
        const { tx, params, body, actor, clinic, now } = context;
        const { patientId = '', responseId = '' } = params;
        const filledBy = fillerOf(actor);
        const notFilled = whyNotFilled(body.instrument, filledBy, clinic);
        if (notFilled !== undefined) return notFilled;
        const before = await findResponse(tx, patientId, responseId);
        if (before?.status === 'completed')
          return refuse(
            409,
            'already-completed',
            'These answers were already handed in. Answer again to change them.',
          );
        if (
          (before?.version ?? 0) !== body.version ||
          (before !== undefined && before.instrument !== body.instrument)
        )
          return stale;
        if (body.instrument === 'screening' && body.complete) {
          return refuse(
            422,
            'hand-in-screening',
            'Hand the screening in from its last page. It tells you what is missing.',
          );
        }
        if (body.cycleId !== undefined && !(await isCycleOf(tx, patientId, body.cycleId)))
          return refuse(404, 'absent', 'There is nothing here.');

        // A device whose clock runs ahead does not put an answer into the future.
        const authoredAt = Math.min(body.authoredAt, now);
        const read = readAnswers({
          instrument: body.instrument,
          answers: body.answers,
          complete: body.complete,
          at: authoredAt,
          filledBy,
          language: body.language,
        });
        if (read.problems.length > 0)
          return refuse(
            422,
            'not-an-answer',
            'Some answers need another look. Nothing was saved.',
            read.problems,
          );
        const response: api.QuestionnaireResponse = {
          id: responseId,
          instrument: body.instrument,
          instrumentVersion: read.instrumentVersion,
          answers: body.answers,
          status: body.complete ? 'completed' : 'in-progress',
          score: read.score,
          authoredAt,
          version: body.version + 1,
        };
        if (
          !(await keepResponse(tx, response, { patientId, cycleId: body.cycleId, authorId: actor.id }, now))
        )
          return stale;
        const tasks = tasksFromAnswers(read, {
          patientId,
          responseId,
          instrument: body.instrument,
          now,
          zone: clinic.zone,
        });
        for (const task of tasks) await raiseTask(tx, task, now);
        context.audit({ resourceId: responseId });
        context.publish({ topic: 'patient', patientId, id: responseId, version: response.version });
        if (tasks.length > 0) context.publish({ topic: 'floor', patientId });
        return { response, issues: read.issues };
      },
    ),
  ];
}
