// What a treatment may be for, how each is measured and met, and the scales whose totals may be typed in: the same for
// every patient of every clinic, and asked of the server so that no phone carries it.

import * as z from 'zod/mini';
import type { RecordedScale } from '#clinical/instruments/recorded-scale.ts';
import type { Pathway } from '#clinical/pathways/pathways.ts';
import type { Indication } from '#clinical/screening/indications.ts';
import { type AnswerOf, endpoint } from './endpoint.ts';
import { computed } from './fields.ts';

export const listPathways = endpoint({
  method: 'GET',
  path: '/api/pathways',
  summary: 'What a treatment may be for, with its evidence, its measures and the scales typed in for it',
  response: z.strictObject({
    indications: z.array(computed<Indication>()),
    pathways: z.array(computed<Pathway>()),
    /** By the ids of the scales: whatever the treatment is for. */
    totalsForAnyone: z.array(z.string()),
    scales: z.array(computed<RecordedScale>()),
    /** From how many adequate trials depression is called resistant. */
    adequateTrialsAtLeast: z.int(),
  }),
});
export type PathwayBook = AnswerOf<typeof listPathways>;
