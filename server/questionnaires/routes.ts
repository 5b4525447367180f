// Saving answers as they are given. Answer, score and the call for a person are one transaction.

import * as api from '#api/questionnaires.ts';
import { type Route, route } from '#server/access';
import { isRefusal, refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { keepAnswers, stale } from './keep-answers.ts';
import { fillerOf, offeredForms, whyNotFilled } from './offered.ts';
import { findResponse, listResponses } from './store.ts';

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
        const kept = await keepAnswers(
          tx,
          { ...body, id: responseId, patientId, authorId: actor.id, filledBy, zone: clinic.zone },
          now,
        );
        if (isRefusal(kept)) return kept;
        context.audit({ resourceId: responseId });
        context.publish({ topic: 'patient', patientId, id: responseId, version: kept.response.version });
        if (kept.tasksRaised > 0) context.publish({ topic: 'floor', patientId });
        return { response: kept.response, issues: kept.issues };
      },
    ),
  ];
}
