// Answers to instruments and short forms. Saved as they are given; scored only when whole.

import * as z from 'zod/mini';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { endpoint } from './endpoint.ts';
import { computed, id, instant, optionalLine, version } from './fields.ts';

export const instrument = z.enum([
  'screening',
  'phq-9',
  'gad-7',
  'pcl-5',
  'c-ssrs-screener',
  'audit-c',
  'dast-10',
  'peg',
  'bladder',
  'misuse',
  'cgi-s',
  'cgi-i',
  'pulse',
  'pulse-more',
  'evening-check',
  'after-check',
  'day-check',
  'readiness',
]);

/** The language the words were shown in. Absent: not known. */
export const language = z.enum(['en', 'es']);

export const answers = z.record(
  z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  z.union([
    z.int().check(z.gte(-100), z.lte(1000)),
    z.string().check(z.maxLength(2_000)),
    z.boolean(),
    z.null(),
  ]),
);

export const questionnaireResponse = z.strictObject({
  id,
  instrument,
  instrumentVersion: z.string(),
  answers,
  status: z.enum(['in-progress', 'completed']),
  score: z.optional(
    z.strictObject({
      total: z.optional(z.number()),
      band: z.optional(z.string()),
      missing: z.optional(z.array(z.string())),
      item9: z.optional(z.number()),
      /** Of the Columbia screener: what the answers given come to, never a total. Absent: unknown. */
      riskLevel: z.optional(z.enum(['none', 'low', 'moderate', 'high'])),
      /** A form that a clinician and a patient may both fill in says who did. */
      filledBy: z.optional(z.enum(['patient', 'clinician'])),
      language: z.optional(language),
    }),
  ),
  authoredAt: instant,
  version,
});
export type QuestionnaireResponse = z.output<typeof questionnaireResponse>;

export const listResponses = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/questionnaire-responses',
  summary: 'Responses, newest first',
  query: z.strictObject({ instrument: z.optional(optionalLine) }),
  response: z.strictObject({ responses: z.array(questionnaireResponse) }),
});

/** A form whose licence asks for it is offered only once the clinic has confirmed that it may be. */
export const listForms = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/questionnaires',
  summary: 'The published forms that whoever asks may fill in here',
  response: z.strictObject({ offered: z.array(instrument) }),
});

/** The response id is made on the device; saving the same id again with the next version replaces the draft. */
export const saveResponse = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/questionnaire-responses/:responseId',
  summary: 'Save answers; completing scores them and raises what a person must see',
  body: z.strictObject({
    version,
    instrument,
    answers,
    complete: z.boolean(),
    language: z.optional(language),
    authoredAt: instant,
    cycleId: z.optional(id),
  }),
  response: z.strictObject({ response: questionnaireResponse, issues: computed<readonly DetectedIssue[]>() }),
});
