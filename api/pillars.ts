// What each cycle rests on: getting ready, being looked after, and making use of it. One person's for who cares for them, and
// counts of the whole clinic for who answers for it.

import * as z from 'zod/mini';
import type { Pillar } from '#clinical/integration/pillars.ts';
import { endpoint } from './endpoint.ts';
import { computed, id, instant } from './fields.ts';

export const getPillars = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/pillars',
  summary: 'Of each cycle with a dose: whether preparation, support and integration are all there',
  response: z.strictObject({
    now: instant,
    cycles: z.array(
      z.strictObject({ id, number: z.int(), doseAt: instant, pillars: z.array(computed<Pillar>()) }),
    ),
  }),
});

const counted = z.strictObject({ whole: z.int(), open: z.int(), missing: z.int() });

export const pillarsReport = endpoint({
  method: 'GET',
  path: '/api/pillars-report',
  summary:
    'How many cycles of the last year rest on all three, and which part is missing how often; nobody is named',
  response: z.strictObject({
    since: instant,
    cycles: z.int(),
    allThree: z.int(),
    pillars: z.strictObject({ preparation: counted, support: counted, integration: counted }),
    /** Parts that can no longer come, the most frequent first. */
    missingParts: z.array(z.strictObject({ part: z.string(), cycles: z.int() })),
  }),
});
