// A visit from elsewhere: the person says where they are, and the way in opens or says who can help instead.

import * as z from 'zod/mini';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { appointment } from './appointments.ts';
import { endpoint } from './endpoint.ts';
import { computed, id, instant, line } from './fields.ts';

export const remoteVisit = z.strictObject({
  now: instant,
  appointment,
  clinicZone: z.string(),
  clinicPhone: z.string(),
  /** What was said last, by whom. */
  said: z.optional(
    z.strictObject({ place: line, address: line, zone: z.string(), at: instant, byName: z.string() }),
  ),
  /** Empty: it is open. */
  held: computed<readonly DetectedIssue[]>(),
  /** The clinic's own room, only while the visit is open. */
  link: z.optional(z.string()),
  /** Who else here says they are licensed there, where that is what holds it shut. */
  others: z.array(z.strictObject({ accountId: id, name: z.string() })),
});
export type RemoteVisit = z.output<typeof remoteVisit>;

const path = '/api/patients/:patientId/appointments/:appointmentId/visit' as const;

export const getRemoteVisit = endpoint({
  method: 'GET',
  path,
  summary: 'Whether this visit from elsewhere is open now, and what holds it',
  response: remoteVisit,
});
export const enterRemoteVisit = endpoint({
  method: 'POST',
  path: `${path}/entries`,
  summary: 'Say where the person is at this moment, and come in where that is covered',
  /** The zone is the device's own, so that the day is the day there. */
  body: z.strictObject({ id, place: line, address: line, zone: line }),
  response: remoteVisit,
});
