// Signing in: passkey, password with a second factor, a link by mail, or a companion's link.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { computed, done, email, id, line } from './fields.ts';
import { deviceKind } from './me.ts';

export const signInWithPassword = endpoint({
  method: 'POST',
  path: '/api/sign-in/password',
  summary: 'First factor of a staff sign-in',
  body: z.strictObject({ email, password: z.string().check(z.minLength(1), z.maxLength(200)) }),
  response: z.strictObject({ challengeId: id }),
});

export const confirmSecondFactor = endpoint({
  method: 'POST',
  path: '/api/sign-in/second-factor',
  summary: 'Second factor: the six digits of an authenticator',
  body: z.strictObject({ challengeId: id, code: z.string().check(z.regex(/^\d{6}$/)) }),
  response: done,
});

export const passkeyOptions = endpoint({
  method: 'POST',
  path: '/api/sign-in/passkey/options',
  summary: 'Begin a passkey sign-in',
  body: z.strictObject({}),
  response: z.strictObject({ challengeId: id, options: computed<Record<string, unknown>>() }),
});

export const signInWithPasskey = endpoint({
  method: 'POST',
  path: '/api/sign-in/passkey',
  summary: 'Finish a passkey sign-in',
  body: z.strictObject({
    challengeId: id,
    response: z.record(z.string(), z.unknown()),
    device: z.optional(deviceKind),
  }),
  response: done,
});

export const askForLink = endpoint({
  method: 'POST',
  path: '/api/sign-in/email-link',
  summary: 'Send a sign-in link to a patient; the answer never tells whether the address is known',
  body: z.strictObject({ email }),
  response: done,
});

export const askForLinkAgain = endpoint({
  method: 'POST',
  path: '/api/sign-in/email-link/again',
  summary:
    'For a mailed link that has ended: send a new one to the same person; the answer never tells whether it was known',
  body: z.strictObject({ secret: z.string().check(z.minLength(20), z.maxLength(200)) }),
  response: done,
});

export const openCompanionLink = endpoint({
  method: 'POST',
  path: '/api/sign-in/companion-link',
  summary: 'Open a companion link; it stays usable until it ends or is revoked',
  body: z.strictObject({ secret: z.string().check(z.minLength(20), z.maxLength(200)) }),
  response: done,
});

export const signOut = endpoint({
  method: 'POST',
  path: '/api/sign-out',
  summary: 'End this sign-in everywhere it is used',
  body: z.strictObject({}),
  response: done,
});

export const stepUp = endpoint({
  method: 'POST',
  path: '/api/sign-in/step-up',
  summary: 'Show again that it is you, before signing: authenticator code or passkey',
  body: z.strictObject({
    code: z.optional(z.string().check(z.regex(/^\d{6}$/))),
    challengeId: z.optional(id),
    response: z.optional(z.record(z.string(), z.unknown())),
  }),
  response: done,
});

export const passkeyRegistrationOptions = endpoint({
  method: 'POST',
  path: '/api/passkeys/options',
  summary: 'Begin adding a passkey to this account',
  body: z.strictObject({}),
  response: z.strictObject({ challengeId: id, options: computed<Record<string, unknown>>() }),
});

export const addPasskey = endpoint({
  method: 'POST',
  path: '/api/passkeys',
  summary: 'Add a passkey to this account',
  body: z.strictObject({ challengeId: id, label: line, response: z.record(z.string(), z.unknown()) }),
  response: done,
});

export const startShift = endpoint({
  method: 'POST',
  path: '/api/shifts/start',
  summary: 'Check in for today: opens the records of today’s patients to this person',
  body: z.strictObject({ id }),
  response: done,
});

export const endShift = endpoint({
  method: 'POST',
  path: '/api/shifts/end',
  summary: 'Check out for today',
  body: z.strictObject({}),
  response: done,
});
