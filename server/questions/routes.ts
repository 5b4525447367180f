// Asking, taking on and answering. A patient asks or writes; a named person of the team answers by the time that was
// promised; the first answer stands. Whoever is on shift sees everything that is open.

import type { BodyOf } from '#api/endpoint.ts';
import * as api from '#api/questions.ts';
import { type Context, type Route, route } from '#server/access';
import { type Refusal, refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { isCycleOf } from '#server/series';
import { promisedBy, readingHours } from './promise.ts';
import {
  keepAnswer,
  keepQuestion,
  keepTaker,
  keepTriage,
  openMessages,
  patientOfMessage,
  questionsOf,
  questionWith,
} from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');

type Told = api.PatientQuestion | Refusal;
type Acting = Pick<Context<never>, 'tx' | 'actor' | 'now' | 'audit' | 'publish'>;

export function questionRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.listQuestions,
      { resource: 'question', action: 'r', subject: 'patient' },
      { audit: 'question.list' },
      async ({ tx, params, clinic, now }) => ({
        questions: await questionsOf(tx, params.patientId ?? ''),
        reading: readingHours(clinic, now),
        promises: {
          today: promisedBy(clinic, 'today', now),
          soon: promisedBy(clinic, 'soon', now),
          'can-wait': promisedBy(clinic, 'can-wait', now),
        },
      }),
    ),

    route(
      api.askQuestion,
      { resource: 'question', action: 'c', subject: 'patient' },
      { audit: 'question.ask' },
      async (context) => {
        const { tx, params, body, actor, clinic, now } = context;
        const { patientId = '' } = params;
        if (body.cycleId !== undefined && !(await isCycleOf(tx, patientId, body.cycleId))) return absent;
        const urgency = body.urgency ?? 'soon';
        await keepQuestion(
          tx,
          {
            ...body,
            cycleId: body.cycleId,
            patientId,
            askedBy: actor.id,
            urgency,
            promisedBy: promisedBy(clinic, urgency, now),
          },
          now,
        );
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
      (context) => take(context, context.params.patientId ?? '', context.params.questionId ?? ''),
    ),

    route(
      api.answerQuestion,
      { resource: 'question', action: 'u', subject: 'patient' },
      { audit: 'question.answer' },
      (context) =>
        answer(context, context.params.patientId ?? '', context.params.questionId ?? '', context.body),
    ),

    route(
      api.listMessages,
      { resource: 'message-inbox', action: 'r', subject: 'clinic' },
      { audit: 'message.list' },
      async ({ tx, audit }) => {
        const messages = await openMessages(tx);
        audit({ patientIds: [...new Set(messages.map((each) => each.patientId))] });
        return { messages };
      },
    ),

    route(
      api.takeMessage,
      { resource: 'message-inbox', action: 'u', subject: 'clinic' },
      { audit: 'question.take' },
      (context) => ofWhom(context, (patientId, id) => take(context, patientId, id)),
    ),

    route(
      api.answerMessage,
      { resource: 'message-inbox', action: 'u', subject: 'clinic' },
      { audit: 'question.answer' },
      (context) => ofWhom(context, (patientId, id) => answer(context, patientId, id, context.body)),
    ),

    route(
      api.triageMessage,
      { resource: 'message-inbox', action: 'u', subject: 'clinic' },
      { audit: 'question.triage' },
      (context) =>
        ofWhom(context, async (patientId, id) => {
          const { tx, body, clinic } = context;
          const message = await questionWith(tx, patientId, id);
          if (message === undefined) return absent;
          if (message.answered !== undefined) return answeredBy(message.answered.byName);
          await keepTriage(tx, message, {
            ...body,
            promisedBy: promisedBy(clinic, body.urgency, message.askedAt),
          });
          context.publish({ topic: 'patient', patientId, id });
          context.publish({ topic: 'floor', patientId, id });
          return (await questionWith(tx, patientId, id)) ?? absent;
        }),
    ),
  ];
}

/** The message of the path with the person it is from, who is named in the audit line. */
async function ofWhom(
  context: Pick<Context<never>, 'tx' | 'params' | 'audit'>,
  act: (patientId: string, questionId: string) => Promise<Told>,
): Promise<Told> {
  const { questionId = '' } = context.params;
  const patientId = await patientOfMessage(context.tx, questionId);
  if (patientId === undefined) return absent;
  context.audit({ resourceId: questionId, patientIds: [patientId] });
  return act(patientId, questionId);
}

async function take(context: Acting, patientId: string, questionId: string): Promise<Told> {
  const { tx, actor, now } = context;
  if ((await questionWith(tx, patientId, questionId)) === undefined) return absent;
  await keepTaker(tx, questionId, actor, now);
  context.audit({ resourceId: questionId });
  context.publish({ topic: 'patient', patientId, id: questionId });
  context.publish({ topic: 'floor', patientId, id: questionId });
  return (await questionWith(tx, patientId, questionId)) ?? absent;
}

async function answer(
  context: Acting,
  patientId: string,
  questionId: string,
  body: BodyOf<typeof api.answerQuestion>,
): Promise<Told> {
  const { tx, actor, now } = context;
  const question = await questionWith(tx, patientId, questionId);
  if (question === undefined) return absent;
  if (!(await keepAnswer(tx, questionId, { answer: body.answer, by: actor }, now)))
    return answeredBy(question.answered?.byName ?? 'Someone');
  context.audit({ resourceId: questionId });
  context.publish({ topic: 'patient', patientId, id: questionId });
  context.publish({ topic: 'floor', patientId, id: questionId });
  return (await questionWith(tx, patientId, questionId)) ?? absent;
}

function answeredBy(name: string): Refusal {
  return refuse(409, 'answered', `${name} answered this already. Read it first.`);
}
