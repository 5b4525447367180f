// Who is here: the person signed in, the clinic they stand in front of, and the mailed link that lets them in. Apart from the
// other ways of signing in: it is what every start asks first.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { id, instant, role } from './fields.ts';

/** Who answers while the clinic is closed, in the clinic’s words and by which number. */
export const onCall = z.strictObject({ phone: z.string(), en: z.string(), es: z.string() });
export type OnCall = z.output<typeof onCall>;

/** The kind of a device, as its owner would call it; nothing finer is asked. */
export const deviceKind = z.enum(['iphone', 'ipad', 'android', 'mac', 'windows', 'linux']);
export type DeviceKind = z.output<typeof deviceKind>;

export const clinicCard = z.strictObject({
  name: z.string(),
  phone: z.string(),
  address: z.string(),
  openingHours: z.string(),
  /** The same in Spanish, where the clinic wrote it. */
  openingHoursEs: z.optional(z.string()),
  zone: z.string(),
  crisisPlace: z.string(),
  onCall: z.optional(onCall),
});

/** Who is signed in, and the key that opens what this device keeps sealed for them. */
export const me = z.strictObject({
  kind: z.enum(['staff', 'patient', 'companion']),
  id,
  name: z.string(),
  roles: z.array(role),
  patientId: z.optional(id),
  language: z.string(),
  clinic: clinicCard,
  onShift: z.boolean(),
  hasPasskey: z.boolean(),
  vaultKey: z.string(),
  signedInUntil: instant,
  demo: z.boolean(),
});
export type Me = z.output<typeof me>;

export const getMe = endpoint({ method: 'GET', path: '/api/me', summary: 'Who is signed in', response: me });

/** The clinic a visitor stands in front of: name, phone, and whether this is a demonstration. */
export const getClinic = endpoint({
  method: 'GET',
  path: '/api/clinic',
  summary: 'The clinic this address belongs to',
  response: z.strictObject({ clinic: clinicCard, demo: z.boolean() }),
});

export const openLink = endpoint({
  method: 'POST',
  path: '/api/sign-in/email-link/open',
  summary: 'Sign in with the secret from a mailed link, once',
  body: z.strictObject({
    secret: z.string().check(z.minLength(20), z.maxLength(200)),
    device: z.optional(deviceKind),
  }),
  /** Where the message meant, inside the app. */
  response: z.strictObject({ done: z.literal(true), landing: z.optional(z.string()) }),
});
