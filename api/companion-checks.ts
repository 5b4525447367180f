// The few questions to whoever took someone home: when each is asked, and what they see.

import * as z from 'zod/mini';
import {
  companionCheckNames,
  companionSigns,
  companionWords,
} from '#clinical/integration/companion-checks.ts';
import { endpoint } from './endpoint.ts';
import { done, id, instant } from './fields.ts';

const said = {
  check: z.enum(companionCheckNames),
  word: z.enum(companionWords),
  signs: z.array(z.enum(companionSigns)).check(z.maxLength(companionSigns.length)),
};

export const companionChecks = z.strictObject({
  patientFirstName: z.string(),
  /** Since when the patient has them not asked; what they say is taken all the same. */
  unaskedSince: z.optional(instant),
  checks: z.array(
    z.strictObject({
      check: said.check,
      askAt: instant,
      closesAt: instant,
      answered: z.optional(z.strictObject({ word: said.word, signs: said.signs, at: instant })),
    }),
  ),
});
export type CompanionChecks = z.output<typeof companionChecks>;

export const getCompanionChecks = endpoint({
  method: 'GET',
  path: '/api/companion/checks',
  summary: 'When this companion is asked how the person is, and what they said; empty until they are home',
  response: companionChecks,
});
export const answerCompanionCheck = endpoint({
  method: 'POST',
  path: '/api/companion/checks',
  summary: 'Say how the person is, as the one who is near sees it',
  body: z.strictObject({ id, ...said, saidAt: instant }),
  response: done,
});
