// Asking, taking on and answering. A patient asks; a named person of the team answers; the first answer stands.

import * as api from '#api/questions.ts';
import { type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { isCycleOf } from '#server/series';
import { keepAnswer, keepQuestion, keepTaker, questionsOf, questionWith } from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');

export function questionRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.listQuestions,
      { resource: 'question', action: 'r', subject: 'patient' },
      { audit: 'question.list' },
      async ({ tx, params }) => ({ questions: await questionsOf(tx, params.patientId ?? '') }),
    ),

    route(
      api.askQuestion,
      { resource: 'question', action: 'c', subject: 'patient' },
      { audit: 'question.ask' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '' } = params;
        if (body.cycleId !== undefined && !(await isCycleOf(tx, patientId, body.cycleId))) return absent;
        await keepQuestion(tx, { ...body, cycleId: body.cycleId, patientId, askedBy: actor.id }, now);
        context.audit({ resourceId: body.id });
        context.publish({ topic: 'patient', patientId, id: body.id });
        context.publish({ topic: 'floor', patientId, id: body.id });
        return (await questionWith(tx, patientId, body.id)) ?? absent;
      },
    ),

    route(
      api.takeQuestion,
      { resource: 'question', action: 'u', subject: 'patient' },
      { audit: 'question.take' },
      async (context) => {
        const { tx, params, actor, now } = context;
        const { patientId = '', questionId = '' } = params;
        if ((await questionWith(tx, patientId, questionId)) === undefined) return absent;
        await keepTaker(tx, questionId, actor, now);
        context.audit({ resourceId: questionId });
        context.publish({ topic: 'patient', patientId, id: questionId });
        return (await questionWith(tx, patientId, questionId)) ?? absent;
      },
    ),

    route(
      api.answerQuestion,
      { resource: 'question', action: 'u', subject: 'patient' },
      { audit: 'question.answer' },
      async (context) => {
        const { tx, params, body, actor, now } = context;
        const { patientId = '', questionId = '' } = params;
        const question = await questionWith(tx, patientId, questionId);
        if (question === undefined) return absent;
        if (!(await keepAnswer(tx, questionId, { answer: body.answer, by: actor }, now))) {
          const name = question.answered?.byName ?? 'Someone';
          return refuse(409, 'answered', `${name} answered this already. Read it first.`);
        }
        context.audit({ resourceId: questionId });
        context.publish({ topic: 'patient', patientId, id: questionId });
        context.publish({ topic: 'floor', patientId, id: questionId });
        return (await questionWith(tx, patientId, questionId)) ?? absent;
      },
    ),
  ];
}
