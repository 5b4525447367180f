// Rings: a person of the clinic is called about a patient, and everyone who is told about it is told the same.

import * as z from 'zod/mini';
import { ringCauses } from '#clinical/on-call/ring-causes.ts';
import { endpoint } from './endpoint.ts';
import { id, instant } from './fields.ts';

/** What became of what was written to them: taken by the mail server or the carrier, not yet, or refused. Absent: not known. */
const message = z.optional(z.enum(['sent', 'waiting', 'failed']));

const ringCall = z.strictObject({
  /** The first on the rota, the second, then everyone. */
  turn: z.int(),
  /** Everyone is called until somebody has it: told is the newest call, and how many there were. */
  times: z.int(),
  at: instant,
  called: z.array(z.strictObject({ name: z.string(), message })),
  /** The clinic's own number, where a text went there. With it absent and nobody called, this turn reached nobody. */
  fixedNumber: z.optional(z.strictObject({ number: z.string(), message })),
});

const shape = {
  id,
  cause: z.enum(ringCauses),
  raisedAt: instant,
  calls: z.array(ringCall),
  /** When someone put their name to it. */
  seenAt: z.optional(instant),
  seenByName: z.optional(z.string()),
};

const ring = z.strictObject(shape);
export type Ring = z.output<typeof ring>;
export type RingCall = z.output<typeof ringCall>;

const ringForStaff = z.strictObject({
  ...shape,
  patientId: id,
  patientName: z.string(),
  patientPhone: z.optional(z.string()),
  isMine: z.boolean(),
});
export type RingForStaff = z.output<typeof ringForStaff>;

const ringsForStaff = z.strictObject({ now: instant, rings: z.array(ringForStaff) });

export const listRings = endpoint({
  method: 'GET',
  path: '/api/rings',
  summary: 'Rings nobody has yet, and those I have, with whom to call',
  response: ringsForStaff,
});

export const haveRing = endpoint({
  method: 'POST',
  path: '/api/rings/:ringId/have',
  summary: 'I have it: put my name to a ring',
  body: z.strictObject({}),
  response: ringsForStaff,
});

export const listOwnRings = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/rings',
  summary: 'Who was called about me, when, and who has it',
  response: z.strictObject({
    now: instant,
    rings: z.array(ring),
    /** People of the care team on shift, on whose screens an open ring stands. */
    staffOnShift: z.int(),
  }),
});
