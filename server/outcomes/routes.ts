// The trend the patient and the prescriber both see: one answer, the same for either.

import * as api from '#api/outcomes.ts';
import { localDateOf } from '#clinical/instant.ts';
import { pulse } from '#clinical/instruments/pulse.ts';
import { type Route, route } from '#server/access';
import { refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import { completedResponses } from '#server/questionnaires';
import { formsSeenBy } from './seen-by.ts';
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
        // Of two answers on one day both are kept and the later one counts.
        const byDay = new Map(given.map((one) => [localDateOf(one.at, zone), one]));
        return {
          now,
          zone,
          pulses: [...byDay].map(([date, one]) => ({ date, ...one })),
          scores: responses.flatMap(({ instrument, at, total, band }) =>
            instrument === pulse.id || total === undefined ? [] : [{ instrument, at, total, band }],
          ),
          sessions,
          words: wordsFor({ pulses: given, responses, firstDoseAt: sessions[0]?.at, now, zone }),
        };
      },
    ),
  ];
}
