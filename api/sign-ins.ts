// Where a person is signed in, and the ways to end it: one place, all others, or all of them after a call to the desk.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { done, id, instant } from './fields.ts';
import { deviceKind } from './me.ts';

export const placeSignedIn = z.strictObject({
  id,
  isHere: z.boolean(),
  device: z.optional(deviceKind),
  withLock: z.boolean(),
  since: instant,
  lastUsedAt: instant,
});
export type PlaceSignedIn = z.output<typeof placeSignedIn>;

export const listSignIns = endpoint({
  method: 'GET',
  path: '/api/sign-ins',
  summary: 'Where this person is signed in now',
  response: z.strictObject({ signIns: z.array(placeSignedIn) }),
});

export const endSignIns = endpoint({
  method: 'POST',
  path: '/api/sign-ins/end',
  summary: 'End one other sign-in of this person, or all but this one; no other phone is knocked at any more',
  body: z.strictObject({
    which: z.union([id, z.literal('others')]),
    /** Where this phone is knocked at, so that it still is. */
    ownPushAddress: z.optional(z.string().check(z.maxLength(1000))),
  }),
  response: done,
});

export const endEverySignIn = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/sign-ins/end',
  summary: 'A phone is lost: end every sign-in of this person, every lock and every link that was sent',
  body: z.strictObject({}),
  response: z.strictObject({ ended: z.number(), at: instant }),
});
