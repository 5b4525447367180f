// What a patient wants to know, is afraid of or writes to the clinic: each has an owner, an urgency and a promised time, and
// is closed with an answer by a named person of the team.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { id, instant, paragraph } from './fields.ts';

/** How soon an answer is needed. What cannot wait for an open clinic is a call and never a message. */
export const urgency = z.enum(['today', 'soon', 'can-wait']);
export type Urgency = z.output<typeof urgency>;
export const messageOwner = z.enum(['nurse', 'prescriber', 'therapist']);

export const patientQuestion = z.strictObject({
  id,
  cycleId: z.optional(id),
  kind: z.enum(['question', 'fear', 'talk', 'message']),
  /** The patient’s words; for `talk`, the name of the question that was asked back. */
  words: z.string(),
  askedAt: instant,
  urgency,
  /** Whose it is until a name stands on it. */
  ownerRole: messageOwner,
  promisedBy: instant,
  taken: z.optional(z.strictObject({ at: instant, byName: z.string() })),
  answered: z.optional(z.strictObject({ at: instant, byName: z.string(), answer: z.string() })),
});
export type PatientQuestion = z.output<typeof patientQuestion>;

export const listQuestions = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/asked',
  summary: 'What this patient asked or fears, with each answer',
  response: z.strictObject({
    questions: z.array(patientQuestion),
    /** Whether anyone reads now; absent where the clinic has not said when it is open. */
    reading: z.optional(z.strictObject({ isOpen: z.boolean(), opensAt: z.optional(instant) })),
    /** By when something sent now would be answered. */
    promises: z.strictObject({ today: instant, soon: instant, 'can-wait': instant }),
  }),
});
export const askQuestion = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/asked',
  summary: 'Ask something, name a fear, or write to the clinic; a person answers it by the promised time',
  body: z.strictObject({
    id,
    kind: z.enum(['question', 'fear', 'message']),
    words: paragraph,
    urgency: z.optional(urgency),
    cycleId: z.optional(id),
  }),
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

/** Everything open, of everyone, for whoever is on shift: nothing depends on who happens to look into which record. */
export const listMessages = endpoint({
  method: 'GET',
  path: '/api/messages',
  summary: 'What patients asked or wrote and nobody has answered, the first promised first',
  response: z.strictObject({
    messages: z.array(z.strictObject({ patientId: id, patientName: z.string(), message: patientQuestion })),
  }),
});
export const takeMessage = endpoint({
  method: 'POST',
  path: '/api/messages/:questionId/take',
  summary: 'Put a name to an open message; the patient sees it',
  body: z.strictObject({}),
  response: patientQuestion,
});
export const answerMessage = endpoint({
  method: 'POST',
  path: '/api/messages/:questionId/answer',
  summary: 'Close an open message with an answer the patient reads',
  body: z.strictObject({ answer: paragraph }),
  response: patientQuestion,
});
export const triageMessage = endpoint({
  method: 'POST',
  path: '/api/messages/:questionId/triage',
  summary: 'Say whose a message is and how urgent; what was promised to the patient never moves later',
  body: z.strictObject({ urgency, ownerRole: messageOwner }),
  response: patientQuestion,
});
