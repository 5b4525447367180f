// What someone has begun to write and not yet sent, carried to their other devices. It is sealed on the device, and so is
// the name of the form it belongs to: the clinic keeps it and reads nothing of it.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { id, instant } from './fields.ts';

/** Beyond this a draft stays on the device it was written on. */
export const mostSealedDraftBytes = 60_000;

const words = z.strictObject({
  nonce: z.string().check(z.regex(/^[A-Za-z0-9+/]{16}$/)),
  sealed: z.base64().check(z.minLength(1), z.maxLength(Math.ceil(mostSealedDraftBytes / 3) * 4)),
});

export const carriedDraft = z.strictObject({
  name: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  savedAt: instant,
  /** Absent once it was sent or thrown away. */
  words: z.optional(words),
});
export type CarriedDraft = z.output<typeof carriedDraft>;

export const listCarriedDrafts = endpoint({
  method: 'GET',
  path: '/api/carried-drafts',
  summary: 'What I have begun to write on any of my devices, sealed',
  response: z.strictObject({ drafts: z.array(carriedDraft) }),
});
export const carryDraft = endpoint({
  method: 'PUT',
  path: '/api/carried-drafts',
  summary:
    'Keep what I have begun to write, or that I sent it or threw it away; the latest by its time stands',
  /** Whose it is: another person may have signed in meanwhile, in another tab of the same phone. */
  body: z.extend(carriedDraft, { accountId: id }),
  /** The time that stands now, and whether it is of what was sent. */
  response: z.strictObject({ savedAt: instant, isLatest: z.boolean() }),
});
