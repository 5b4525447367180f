// Standing orders: what a prescriber has signed beforehand for a reading or a symptom. Every number is the prescriber's.

import * as z from 'zod/mini';
import type { StandingOrder } from '#dosing-session/standing-orders.ts';
import { endpoint } from './endpoint.ts';
import { computed, done, id, instant, line, optionalParagraph, paragraph } from './fields.ts';

export const standingOrderContent = z.strictObject({
  forWhat: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('reading'),
      subject: z.enum(['blood-pressure', 'heart-rate', 'oxygen', 'breathing', 'sedation']),
    }),
    z.strictObject({ kind: z.literal('symptom'), symptom: line }),
  ]),
  when: paragraph,
  notIf: z.optional(optionalParagraph),
  medicine: line,
  amount: z.number().check(z.gt(0), z.lte(100_000)),
  unit: line,
  route: line,
  atMostDoses: z.int().check(z.gte(1), z.lte(20)),
  minutesBetween: z.int().check(z.gte(0), z.lte(1_440)),
});
export type StandingOrderContent = z.output<typeof standingOrderContent>;

export const listStandingOrders = endpoint({
  method: 'GET',
  path: '/api/standing-orders',
  summary: 'The standing orders in force, and those that were ended',
  response: z.strictObject({
    now: instant,
    inForce: z.array(computed<StandingOrder>()),
    ended: z.array(
      z.strictObject({
        order: computed<StandingOrder>(),
        at: instant,
        byName: z.string(),
        reason: z.string(),
      }),
    ),
  }),
});
export type StandingOrders = z.output<typeof listStandingOrders.response>;

export const signStandingOrder = endpoint({
  method: 'POST',
  path: '/api/standing-orders',
  summary: 'Sign a standing order as it was shown',
  body: z.strictObject({ id, content: standingOrderContent }),
  response: done,
});

export const endStandingOrder = endpoint({
  method: 'POST',
  path: '/api/standing-orders/:orderId/end',
  summary: 'End a standing order, with the reason',
  body: z.strictObject({ reason: paragraph }),
  response: done,
});
