// How it has gone: the daily pulse and the anchor instruments against this person’s own past, gaps as gaps.

import * as z from 'zod/mini';
import { pulseItems } from '#clinical/instruments/pulse-items.ts';
import type { Durability } from '#clinical/outcomes/durability.ts';
import type { RouteOnset } from '#clinical/outcomes/onset.ts';
import type { Change } from '#clinical/outcomes/response.ts';
import type { LongTermTold } from '#clinical/risk/long-term-told.ts';
import { endpoint } from './endpoint.ts';
import { computed, done, id, instant, localDate } from './fields.ts';

export type PulseRange = { readonly from: number; readonly to: number; readonly answers: number };

/** How long what a dose brought has held, by one question of the day. */
export type Held = Omit<Durability, 'issues'>;

const dayAnswer = { date: localDate, at: instant, value: z.int() };

/** What the trend can be said in: ranges, never a mean; a day without an answer is counted, not filled in. */
export type OutcomeWords = {
  readonly beforeFirstSession?: PulseRange | undefined;
  readonly lastSevenDays?: PulseRange | undefined;
  readonly daysWithoutAnswer: number;
  /** By instrument: the last total against the last one before the first dose, or unknown when either is missing. */
  readonly changes: Readonly<
    Record<
      string,
      {
        readonly baselineAt?: number | undefined;
        readonly at?: number | undefined;
        readonly change: Change | 'unknown';
      }
    >
  >;
};

export const getOutcomes = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/outcomes',
  summary: 'The trend the patient and the prescriber both see',
  response: z.strictObject({
    now: instant,
    zone: z.string(),
    pulses: z.array(z.strictObject(dayAnswer)),
    /** The further questions this person chose and answered, each on its own scale, before and after alike. */
    items: z.array(
      z.strictObject({
        item: z.enum(pulseItems),
        answers: z.array(z.strictObject(dayAnswer)),
        beforeFirstSession: z.optional(computed<PulseRange>()),
        lastSevenDays: z.optional(computed<PulseRange>()),
      }),
    ),
    scores: z.array(
      z.strictObject({
        instrument: z.string(),
        at: instant,
        total: z.number(),
        band: z.optional(z.string()),
      }),
    ),
    /** The flexibility scale, typed in from the clinic’s own licensed copy: what its totals can be, and those given, oldest first. */
    flexibility: z.optional(
      z.strictObject({
        name: z.string(),
        from: z.number(),
        to: z.number(),
        totals: z.array(z.strictObject({ at: instant, total: z.number() })),
      }),
    ),
    sessions: z.array(z.strictObject({ id, at: instant })),
    /** Whether a change was noticed in the hours and days after each dose; doses of one route side by side. */
    onset: z.array(computed<RouteOnset>()),
    /** By how heavy the days were, and by what they were good for. */
    held: z.optional(z.strictObject({ heavy: computed<Held>(), doing: computed<Held>() })),
    words: computed<OutcomeWords>(),
  }),
});

/** What is watched for over months, as its person and their care team read it. */
export const getLongTermWatch = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/long-term-watch',
  summary: 'Bladder, misuse, liver and how much was given: what was last said, and when it is asked again',
  response: z.strictObject({ now: instant, zone: z.string(), told: computed<LongTermTold>() }),
});

export const task = z.strictObject({
  id,
  patientId: z.optional(id),
  patientName: z.optional(z.string()),
  kind: z.string(),
  ownerRole: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  priority: z.enum(['routine', 'soon', 'now']),
  dueAt: z.optional(instant),
  createdAt: instant,
  doneAt: z.optional(instant),
});
export type Task = z.output<typeof task>;

export const listTasks = endpoint({
  method: 'GET',
  path: '/api/tasks',
  summary: 'Open work for the roles I hold',
  response: z.strictObject({ tasks: z.array(task) }),
});
export const finishTask = endpoint({
  method: 'POST',
  path: '/api/tasks/:taskId/done',
  summary: 'Mark a piece of work as done',
  body: z.strictObject({}),
  response: done,
});
