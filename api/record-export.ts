// The whole record, taken away at any time: as a page anyone can read and as data another system can.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { id, language } from './fields.ts';

export const exportRecord = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/record-export',
  summary: 'The whole record with everyone who looked: a page to read, and a FHIR R4 Bundle',
  body: z.strictObject({ id, language }),
  response: z.strictObject({
    /** A page that needs nothing but a browser. */
    page: z.string(),
    pageName: z.string(),
    bundle: z.string(),
    bundleName: z.string(),
    /** What stands in both, so that it can be seen before it is saved. */
    parts: z.array(z.strictObject({ heading: z.string(), count: z.int() })),
  }),
});
