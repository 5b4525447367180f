// The passport: what a person carries to the next clinic, signed, in a file that opens anywhere and a square for paper.

import * as z from 'zod/mini';
import type { PassportSection } from '#dosing-session/papers/passport-words.ts';
import { endpoint } from './endpoint.ts';
import { computed, id, optionalParagraph } from './fields.ts';

export const makePassport = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/passport',
  summary: 'Sign what this person carries: each ended session, the totals, the scores, and their own words',
  body: z.strictObject({ id, words: z.optional(optionalParagraph), language: z.enum(['en', 'es']) }),
  response: z.strictObject({
    sessions: z.int(),
    /** What is in it, in plain lines. */
    sections: z.array(computed<PassportSection>()),
    /** The name of the key it was signed with, four letters at a time, as it is printed and compared. */
    fingerprint: z.string(),
    /** A page by itself: no address in it, nothing to load. */
    file: z.string(),
    fileName: z.string(),
    /** Opens the short form in any browser; what it says is behind the #, so no server is told. */
    address: z.string(),
    /** The address as a square of cells, row by row; true is dark. Absent when it is too long to be read off paper. */
    square: z.optional(z.array(z.array(z.boolean()))),
  }),
});
