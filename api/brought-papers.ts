// What to bring, what the person says of each thing, and papers photographed or kept as PDF. Nothing is read out of them by
// the software: someone here reads them and says so.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { done, id, instant, line, optionalParagraph } from './fields.ts';

/** Large enough for a letter of some pages. */
export const mostPaperBytes = 4 * 1024 * 1024;

export const bringMarks = ['have-it', 'do-not-have', 'open'] as const;

export const broughtPaper = z.strictObject({
  id,
  item: z.string(),
  name: z.string(),
  mediaType: z.enum(['image/jpeg', 'application/pdf']),
  addedAt: instant,
  addedByName: z.string(),
  readAt: z.optional(instant),
  readByName: z.optional(z.string()),
  note: z.string(),
});
export type BroughtPaper = z.output<typeof broughtPaper>;

const path = '/api/patients/:patientId/brought' as const;

export const listBrought = endpoint({
  method: 'GET',
  path,
  summary: 'The list of what to bring, as marked, and the papers that are here',
  response: z.strictObject({
    marks: z.array(z.strictObject({ item: z.string(), mark: z.enum(bringMarks), saidAt: instant })),
    papers: z.array(broughtPaper),
  }),
});
export const markBring = endpoint({
  method: 'POST',
  path: `${path}/marks`,
  summary: 'Say of one thing on the list that it is here, or that there is none',
  body: z.strictObject({ item: line, mark: z.enum(bringMarks) }),
  response: done,
});
export const addPaper = endpoint({
  method: 'POST',
  path: `${path}/papers`,
  summary: 'Keep a photo or a PDF of a paper, sealed',
  body: z.strictObject({
    id,
    item: line,
    name: line,
    /** The bytes as base64. */
    file: z.string().check(z.minLength(1), z.maxLength(Math.ceil((mostPaperBytes * 4) / 3) + 8)),
  }),
  response: broughtPaper,
});
export const openPaper = endpoint({
  method: 'GET',
  path: `${path}/papers/:paperId`,
  summary: 'One paper',
  response: z.strictObject({ mediaType: z.string(), file: z.string() }),
});
export const goThroughPaper = endpoint({
  method: 'POST',
  path: `${path}/papers/:paperId/read`,
  summary: 'I read this paper; what matters of it stands in the record now',
  body: z.strictObject({ note: optionalParagraph }),
  response: broughtPaper,
});
export const removePaper = endpoint({
  method: 'DELETE',
  path: `${path}/papers/:paperId`,
  summary: 'Take a paper away again; its bytes are gone',
  body: z.strictObject({}),
  response: done,
});
