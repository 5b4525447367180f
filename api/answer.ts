// The one answer to “what now”, as every surface asks for it. Apart from the person, because it is what every start asks first.

import * as z from 'zod/mini';
import type { Answer } from '#clinical/answer.ts';
import type { CareRecord } from '#clinical/care-record.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { endpoint } from './endpoint.ts';
import { computed, instant } from './fields.ts';

/** What now, what blocks, who owns it, what is unknown. Every surface shows this one answer. */
export const getAnswer = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/answer',
  summary: 'What now, what blocks, who owns it, what is unknown',
  response: z.strictObject({
    now: instant,
    record: computed<CareRecord>(),
    /** The protocol edition the answer was asked with. */
    edition: computed<Edition>(),
    answer: computed<Answer>(),
  }),
});
