// First words after a dose, taken down by the one who sat beside and marked as the patient's own. Whoever said them locks or
// removes them at will.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { done, id, instant, paragraph } from './fields.ts';

export const firstWords = z.strictObject({
  id,
  sessionId: z.optional(id),
  text: z.string(),
  saidAt: instant,
  takenByName: z.string(),
  lockedAt: z.optional(instant),
});
export type FirstWords = z.output<typeof firstWords>;

export const listFirstWords = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/first-words',
  summary: 'What this person said in the first hour; to others only what they have not locked',
  response: z.strictObject({ words: z.array(firstWords) }),
});
export const takeDownFirstWords = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/first-words',
  summary: 'Take down what a person says in the first hour, as they say it',
  body: z.strictObject({ id, sessionId: z.optional(id), text: paragraph, saidAt: instant }),
  response: done,
});
export const keepFirstWords = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/first-words/:wordsId/keeping',
  summary: 'Lock, open or remove one’s own first words; removed words cannot come back',
  body: z.strictObject({ keeping: z.enum(['lock', 'open', 'remove']) }),
  response: done,
});
