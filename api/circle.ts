// The people a patient lets near: each by a link of their own, with what they may see. Ended at will.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { email, id, instant, line, localDate, phone } from './fields.ts';

/**
 * When and where the next session is; how far that day has come; what the patient shows to them entry by entry; and for a therapist
 * outside a room with the dates and a note back. Nothing else.
 */
export const supporterSees = ['day', 'live-status', 'words', 'guest-room'] as const;
/** A dose at home is guided by someone the clinic names; the person sees them here, and ends their link like any other. */
export const linkSees = [...supporterSees, 'home-guide'] as const;

export const supporter = z.strictObject({
  linkId: id,
  name: z.string(),
  role: z.string(),
  /** Only the person who named them reads it. */
  phone: z.optional(z.string()),
  sees: z.array(z.enum(linkSees)),
  invitedAt: instant,
  openedAt: z.optional(instant),
  expiresAt: instant,
});
export type Supporter = z.output<typeof supporter>;

export const listCircle = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/circle',
  summary: 'Who is in the support circle now, and what each may see',
  response: z.strictObject({ supporters: z.array(supporter) }),
});
export const inviteSupporter = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/circle',
  summary: 'Invite someone with a role and a scope; the link is shown once',
  body: z.strictObject({
    id,
    name: line,
    role: line,
    sees: z.array(z.enum(supporterSees)).check(z.maxLength(supporterSees.length)),
    email: z.optional(email),
    phone: z.optional(phone),
    /** The last day of the link; without one it ends by itself. */
    untilOn: z.optional(localDate),
  }),
  response: z.strictObject({ supporter, link: z.string() }),
});

export const supporterView = z.strictObject({
  patientFirstName: z.string(),
  clinic: z.strictObject({ name: z.string(), phone: z.string(), address: z.string() }),
  sees: z.array(z.enum(linkSees)),
  day: z.optional(z.strictObject({ startsAt: instant, readyAbout: instant })),
  phase: z.optional(z.enum(['before', 'with-us', 'resting', 'released'])),
  linkExpiresAt: instant,
});
export type SupporterView = z.output<typeof supporterView>;

export const getSupporterView = endpoint({
  method: 'GET',
  path: '/api/companion/circle',
  summary: 'What this supporter may see now',
  response: supporterView,
});
