// The clinic's rota: who is called first, who second, and the hours nobody stands for.

import * as z from 'zod/mini';
import { turns } from '#clinical/on-call/rota.ts';
import { endpoint } from './endpoint.ts';
import { id, instant, phone } from './fields.ts';

const turn = z.enum(turns);
const person = z.strictObject({ id, name: z.string() });

const duty = z.strictObject({
  id,
  turn,
  person,
  from: instant,
  until: instant,
  /** Without one a call reaches them by mail alone. */
  textNumber: z.optional(z.string()),
});
export type OnCallDuty = z.output<typeof duty>;

const rota = z.strictObject({
  now: instant,
  zone: z.string(),
  /** What runs now and what is ahead, in order. */
  duties: z.array(duty),
  gaps: z.array(z.strictObject({ turn, from: instant, until: instant })),
  /** How far ahead it was read for gaps. */
  readUntil: instant,
  /** The clinic's own number, called where nobody stands; absent: then nobody is. */
  fixedNumber: z.optional(z.string()),
  /** Whether this installation sends texts. */
  sendsTexts: z.boolean(),
  mayAnswer: z.array(person),
});
export type OnCallRota = z.output<typeof rota>;

export const getOnCallRota = endpoint({
  method: 'GET',
  path: '/api/on-call',
  summary: 'Who is called at which hours, and the hours nobody stands for',
  response: rota,
});

export const addOnCallDuty = endpoint({
  method: 'POST',
  path: '/api/on-call/duties',
  summary: 'Put someone on the rota',
  body: z.strictObject({
    id,
    accountId: id,
    turn,
    from: instant,
    until: instant,
    textNumber: z.optional(phone),
  }),
  response: rota,
});

export const takeOutOnCallDuty = endpoint({
  method: 'POST',
  path: '/api/on-call/duties/:dutyId/take-out',
  summary: 'Take someone off the rota; the hours are a gap again',
  body: z.strictObject({}),
  response: rota,
});
