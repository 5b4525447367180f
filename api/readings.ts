// What someone of the team gave a patient to read: named, with a line of why, and whether it was opened. Not for how long.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { id, instant, line, optionalLine } from './fields.ts';

export const givenReading = z.strictObject({
  id,
  /** A guide of this house by its name, or another place by its address or title. */
  reading: z.string(),
  note: z.string(),
  givenAt: instant,
  byName: z.string(),
  openedAt: z.optional(instant),
});
export type GivenReading = z.output<typeof givenReading>;

export const listReadings = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/readings',
  summary: 'What was given to this patient to read',
  response: z.strictObject({ readings: z.array(givenReading) }),
});
export const giveReading = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/readings',
  summary: 'Give a patient something to read',
  body: z.strictObject({ id, reading: line, note: optionalLine }),
  response: givenReading,
});
export const openReading = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/readings/:readingId/open',
  summary: 'The patient opened it; only the first time is kept',
  body: z.strictObject({}),
  response: givenReading,
});
