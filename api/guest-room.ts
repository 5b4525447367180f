// A room by link for the therapist outside the clinic: dates, what the patient chose to show, and a note back. No account, no chart.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { done, id, instant, localDate, paragraph } from './fields.ts';

const guestNote = z.strictObject({
  id,
  fromName: z.string(),
  text: z.string(),
  /** The day of an hour held outside, where the note is of one. */
  heldOn: z.optional(localDate),
  recordedAt: instant,
});
export type GuestNote = z.output<typeof guestNote>;

export const guestRoom = z.strictObject({
  now: instant,
  patientFirstName: z.string(),
  linkExpiresAt: instant,
  sessions: z.array(
    z.strictObject({
      number: z.int(),
      of: z.int(),
      doseAt: instant,
      /** With the clinic's own therapist, where one is booked. */
      integrationAt: z.optional(instant),
      /** When the clinic would want an hour afterwards to be. */
      bestFrom: z.optional(instant),
      bestTo: z.optional(instant),
    }),
  ),
  notes: z.array(guestNote),
});
export type GuestRoom = z.output<typeof guestRoom>;

export const getGuestRoom = endpoint({
  method: 'GET',
  path: '/api/companion/guest-room',
  summary: 'The room of the therapist outside: dates, and the notes they wrote back',
  response: guestRoom,
});
export const writeGuestNote = endpoint({
  method: 'POST',
  path: '/api/companion/guest-room/notes',
  summary: 'A note from the therapist outside to the clinic; the patient reads it too',
  body: z.strictObject({ id, text: paragraph, heldOn: z.optional(localDate) }),
  response: done,
});
export const listGuestNotes = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/guest-notes',
  summary: 'What therapists outside wrote to the clinic about this person',
  response: z.strictObject({ notes: z.array(guestNote) }),
});
