// The person: demographics, the stage they are at, who is on their team, and who looked.

import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { email, id, instant, language, line, localDate, optionalLine, phone, version } from './fields.ts';

/** Front desk sees name, contact and stage; care staff see the same; nobody gets more from this shape. */
export const patient = z.strictObject({
  id,
  givenName: z.string(),
  familyName: z.string(),
  preferredName: z.optional(z.string()),
  birthDate: z.optional(localDate),
  sex: z.optional(z.enum(['female', 'male', 'other', 'unknown'])),
  phone: z.optional(z.string()),
  email: z.optional(z.string()),
  address: z.optional(z.string()),
  language,
  zone: z.string(),
  stage: z.string(),
  stageAt: instant,
  stageReason: z.optional(z.string()),
  version,
});
export type Patient = z.output<typeof patient>;

export const listPatients = endpoint({
  method: 'GET',
  path: '/api/patients',
  summary: 'Find patients by name or stage',
  query: z.strictObject({ name: z.optional(optionalLine), stage: z.optional(optionalLine) }),
  response: z.strictObject({ patients: z.array(patient) }),
});

export const getPatient = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId',
  summary: 'One person’s demographics',
  response: patient,
});

export const correctPatient = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId',
  summary: 'Correct demographics and contacts',
  body: z.strictObject({
    version,
    givenName: line,
    familyName: line,
    preferredName: z.optional(optionalLine),
    birthDate: z.optional(localDate),
    sex: z.optional(z.enum(['female', 'male', 'other', 'unknown'])),
    phone: z.optional(phone),
    email: z.optional(email),
    address: z.optional(optionalLine),
    language,
    /** Where they live by the clock: quiet hours, reminders and days follow it. Left out, it stays as it is. */
    zone: z.optional(line),
  }),
  response: patient,
});

/** Who looked at this record, for the patient’s own eyes. */
export const whoLooked = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/who-looked',
  summary: 'Who looked at or changed this record, newest first',
  response: z.strictObject({
    entries: z.array(
      z.strictObject({
        at: instant,
        who: z.string(),
        role: z.string(),
        action: z.string(),
        relation: z.string(),
      }),
    ),
  }),
});

export const careTeam = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/care-team',
  summary: 'The named people on this patient’s care team',
  response: z.strictObject({
    members: z.array(z.strictObject({ accountId: id, name: z.string(), role: z.string() })),
  }),
});
