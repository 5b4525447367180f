// A stranger asks; the clinic answers within its promise, or invites to screening.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import {
  email,
  id,
  instant,
  language,
  line,
  optionalLine,
  optionalParagraph,
  paragraph,
  phone,
  version,
} from './fields.ts';

export const inquiryBody = z.strictObject({
  question: z.optional(optionalParagraph),
  bestTime: z.optional(optionalLine),
  heardFrom: z.optional(optionalLine),
  channel: z.optional(z.enum(['email', 'text', 'call'])),
  /** Whether a message or a call may say the clinic's name. */
  mayNameClinic: z.optional(z.boolean()),
  /** What the clinic noted when it answered or closed. */
  note: z.optional(optionalParagraph),
});

export const inquiry = z.strictObject({
  id,
  name: z.string(),
  reachBy: z.enum(['email', 'phone']),
  reach: z.string(),
  body: inquiryBody,
  language,
  status: z.enum(['new', 'answered', 'invited', 'closed']),
  promiseBy: instant,
  createdAt: instant,
  handledAt: z.optional(instant),
  handledByName: z.optional(z.string()),
  patientId: z.optional(id),
  version,
});
export type Inquiry = z.output<typeof inquiry>;

/** What the public form sends once it has been parsed. */
export const inquiryInput = z.strictObject({
  id,
  name: line,
  reachBy: z.enum(['email', 'phone']),
  reach: line,
  body: inquiryBody,
  language,
});
export type InquiryInput = z.output<typeof inquiryInput>;

export const listInquiries = endpoint({
  method: 'GET',
  path: '/api/inquiries',
  summary: 'Inquiries, newest promise first',
  query: z.strictObject({ status: z.optional(z.enum(['new', 'answered', 'invited', 'closed'])) }),
  response: z.strictObject({ inquiries: z.array(inquiry) }),
});

export const answerInquiry = endpoint({
  method: 'POST',
  path: '/api/inquiries/:inquiryId/answer',
  summary: 'Answer by mail, or note that the person was called',
  body: z.strictObject({ version, text: paragraph }),
  response: inquiry,
});

export const inviteToScreening = endpoint({
  method: 'POST',
  path: '/api/inquiries/:inquiryId/invite',
  summary: 'Open a patient record and send the screening link',
  body: z.strictObject({
    version,
    patientId: id,
    givenName: line,
    familyName: line,
    email,
    phone: z.optional(phone),
    language,
  }),
  response: inquiry,
});

export const closeInquiry = endpoint({
  method: 'POST',
  path: '/api/inquiries/:inquiryId/close',
  summary: 'Close without inviting, with a reason',
  body: z.strictObject({ version, reason: line }),
  response: inquiry,
});
