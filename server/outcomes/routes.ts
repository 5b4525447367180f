// The trend the patient and the prescriber both see: one answer, the same for either.

import * as api from '#api/outcomes.ts';
import { pulse } from '#clinical/instruments/pulse.ts';
import { type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { completedResponses } from '#server/questionnaires';
import { byDay } from './day-items.ts';
import { daysTold } from './days-told.ts';
import { formsSeenBy, seesTheDays } from './seen-by.ts';
import { dosedSessions, zoneOf } from './store.ts';
import { wordsFor } from './words.ts';

export function outcomeRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.getOutcomes,
      { resource: 'outcomes', action: 'r', subject: 'patient' },
      { audit: 'outcomes.read' },
      async ({ tx, params, actor, now }) => {
        const { patientId = '' } = params;
        const zone = await zoneOf(tx, patientId);
        if (zone === undefined) return refuse(404, 'absent', 'There is nothing here.');
        const sessions = await dosedSessions(tx, patientId, now);
        const firstDoseAt = sessions[0]?.at;
        const responses = (await completedResponses(tx, patientId, [pulse.id, ...formsSeenBy(actor)])).map(
          (response) => ({
            instrument: response.instrument,
            at: response.authoredAt,
            total: response.score?.total,
            band: response.score?.band,
          }),
        );
        const given = responses.flatMap(({ instrument, at, total }) =>
          instrument === pulse.id && total !== undefined ? [{ at, value: total }] : [],
        );
        return {
          now,
          zone,
          pulses: byDay(given, zone),
          scores: responses.flatMap(({ instrument, at, total, band }) =>
            instrument === pulse.id || total === undefined ? [] : [{ instrument, at, total, band }],
          ),
          sessions: sessions.map(({ id, at }) => ({ id, at })),
          words: wordsFor({ pulses: given, responses, firstDoseAt, now, zone }),
          ...(seesTheDays(actor)
            ? await daysTold(tx, { patientId, sessions, given, now, zone })
            : { items: [], onset: [] }),
        };
      },
    ),
  ];
}
