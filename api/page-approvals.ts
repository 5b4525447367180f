// Who of a clinic approved which page to read, in which words: at the desk, and told to anyone who reads.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { done, line, localDate } from './fields.ts';

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const path = z.string().check(z.maxLength(200));

const approval = z.strictObject({ path, sha256, name: z.string(), approvedOn: localDate });

/** One approval from its day to its end, for the desk. */
const pastApproval = z.strictObject({
  sha256,
  name: z.string(),
  approvedOn: localDate,
  takenBack: z.optional(z.strictObject({ name: z.string(), on: localDate, reason: z.string() })),
});

/** Every approval in force; whoever shows a page compares it with the words they hold. */
export const listApprovedPages = endpoint({
  method: 'GET',
  path: '/api/approved-pages',
  summary: 'Which words of which page a clinician of this clinic approved, newest first',
  response: z.strictObject({ approvals: z.array(approval) }),
});

export const listPagesToApprove = endpoint({
  method: 'GET',
  path: '/api/page-approvals',
  summary: 'The pages to read as they stand, and who approved them last',
  response: z.strictObject({
    pages: z.array(
      z.strictObject({
        path,
        title: z.string(),
        language: z.enum(['en', 'es']),
        sha256,
        /** Of these words, else the newest of others. */
        approval: z.optional(approval),
        /** Newest first, with those that were taken back. */
        history: z.array(pastApproval),
      }),
    ),
  }),
});

export const approvePage = endpoint({
  method: 'POST',
  path: '/api/page-approvals',
  summary: 'Approve a page in the words that were read, for this clinic',
  body: z.strictObject({ path, sha256 }),
  response: done,
});

export const takeBackApproval = endpoint({
  method: 'POST',
  path: '/api/page-approvals/take-back',
  summary: 'Take the name off a page, with the reason; the page drops it at once, and the history stays',
  body: z.strictObject({ path, sha256, reason: line }),
  response: done,
});
