// What a person wishes to be told and how, the phones that may be knocked at, and the links that answer one question without
// a sign-in. Such a link says no name, no clinic and nothing that was answered before.

import * as z from 'zod/mini';
import { pulseItems } from '#clinical/instruments/pulse-items.ts';
import { endpoint } from './endpoint.ts';
import { done, id, instant, language, version } from './fields.ts';
import { mostWaitedMs } from './late-answers.ts';

export const channel = z.enum(['mail', 'text', 'push']);
export type Channel = z.output<typeof channel>;

const minuteOfDay = z.int().check(z.gte(0), z.lte(1439));
const item = z.enum(pulseItems);

const wishes = {
  channels: z.array(channel).check(z.maxLength(3)),
  /** Without them the clinic's own quiet hours hold. */
  quiet: z.optional(z.strictObject({ fromMinuteOfDay: minuteOfDay, toMinuteOfDay: minuteOfDay })),
  pulse: z.boolean(),
  dates: z.boolean(),
  items: z.array(item).check(z.maxLength(pulseItems.length)),
};

export const reminderWishes = z.strictObject({
  ...wishes,
  version,
  /** What holds until other hours are chosen. */
  clinicQuiet: z.strictObject({ fromMinuteOfDay: minuteOfDay, toMinuteOfDay: minuteOfDay }),
  zone: z.string(),
  /** The ways this clinic can send by. */
  ways: z.array(channel),
  hasEmail: z.boolean(),
  hasPhone: z.boolean(),
  /** For the phone to ask its maker for an address; absent where no knocks are sent. */
  pushKey: z.optional(z.string()),
});
export type ReminderWishesTold = z.output<typeof reminderWishes>;

export const getReminderWishes = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/reminder-wishes',
  summary: 'What this person wishes to be told, and how',
  response: reminderWishes,
});

export const saveReminderWishes = endpoint({
  method: 'PUT',
  path: '/api/patients/:patientId/reminder-wishes',
  summary: 'Choose ways, quiet hours and further questions of the day',
  body: z.strictObject({ ...wishes, version }),
  response: reminderWishes,
});

export const addPushPhone = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/push-phones',
  summary: 'Let this phone be knocked at',
  body: z.strictObject({ id, address: z.string().check(z.minLength(1), z.maxLength(1_000)) }),
  response: done,
});

export const endPushPhone = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/push-phones/end',
  summary: 'No more knocks at this phone',
  body: z.strictObject({ address: z.string().check(z.minLength(1), z.maxLength(1_000)) }),
  response: done,
});

const secret = z.string().check(z.regex(/^[A-Za-z0-9_-]{20,200}$/));

export const askedByLink = z.strictObject({
  about: z.enum(['pulse', 'evening-check', 'after-check']),
  language,
  /** Further questions this person chose; only beside the question of the day. */
  items: z.array(item),
  /** The moment it asks about: of an evening when they went home, of everything else when the message was written. */
  askedAt: instant,
  endsAt: instant,
});
export type AskedByLink = z.output<typeof askedByLink>;

export const openAnswerLink = endpoint({
  method: 'POST',
  path: '/api/answer-links/open',
  summary: 'Which question a link asks; nothing else of anyone',
  body: z.strictObject({ secret }),
  response: askedByLink,
});

export const answerByLink = endpoint({
  method: 'POST',
  path: '/api/answer-links/answers',
  summary: 'One answer, without a sign-in',
  body: z.strictObject({
    secret,
    id,
    question: z.enum(['pulse', 'evening-check', 'balance', 'effect', 'memory', ...pulseItems]),
    answer: z.union([z.int().check(z.gte(0), z.lte(10)), z.string().check(z.maxLength(20))]),
    /** How long ago it was given, by the phone's own clock, where it had to wait for a signal. */
    waitedMs: z.optional(z.int().check(z.gte(0), z.lte(mostWaitedMs))),
  }),
  response: z.strictObject({
    kept: z.literal(true),
    /** Told only to someone who said that they need a person now. */
    call: z.optional(
      z.strictObject({
        phone: z.string(),
        line: z.optional(z.string()),
        emergency: z.optional(z.string()),
        /** How many who give care are there now; with nobody there the numbers matter more. */
        staffOnShift: z.int(),
      }),
    ),
  }),
});

export const ringByLink = endpoint({
  method: 'POST',
  path: '/api/answer-links/ring',
  summary: 'Whether someone has the ring of an answer given by this link; who, is told after a sign-in',
  body: z.strictObject({ secret, answerId: id }),
  response: z.strictObject({ hasItSince: z.optional(instant) }),
});
