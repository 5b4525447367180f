// What a patient wants to know, what they are afraid of, and what is left to talk about: each is closed with an answer by
// a named person of the team.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { id, instant, line, paragraph } from './fields.ts';

export const patientQuestion = z.strictObject({
  id,
  cycleId: z.optional(id),
  kind: z.enum(['question', 'fear', 'talk']),
  /** The patient’s words; for `talk`, the name of the question that was asked back. */
  words: z.string(),
  askedAt: instant,
  taken: z.optional(z.strictObject({ at: instant, byName: z.string() })),
  answered: z.optional(z.strictObject({ at: instant, byName: z.string(), answer: z.string() })),
});
export type PatientQuestion = z.output<typeof patientQuestion>;

export const listQuestions = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/asked',
  summary: 'What this patient asked or fears, with each answer',
  response: z.strictObject({ questions: z.array(patientQuestion) }),
});
export const askQuestion = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/asked',
  summary: 'Ask something, or name a fear; a person answers it',
  body: z.strictObject({ id, kind: z.enum(['question', 'fear']), words: line, cycleId: z.optional(id) }),
  response: patientQuestion,
});
export const takeQuestion = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/asked/:questionId/take',
  summary: 'Say “I will answer this”; the patient sees the name',
  body: z.strictObject({}),
  response: patientQuestion,
});
export const answerQuestion = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/asked/:questionId/answer',
  summary: 'Close it with an answer the patient reads',
  body: z.strictObject({ answer: paragraph }),
  response: patientQuestion,
});
