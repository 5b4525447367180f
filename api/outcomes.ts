// How it has gone: the daily pulse and the anchor instruments against this person’s own past, gaps as gaps.

import * as z from 'zod/mini';
import type { Change } from '#clinical/outcomes/response.ts';
import { endpoint } from './endpoint.ts';
import { computed, done, id, instant, localDate } from './fields.ts';

type PulseRange = { readonly from: number; readonly to: number; readonly answers: number };

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
    pulses: z.array(z.strictObject({ date: localDate, at: instant, value: z.int() })),
    scores: z.array(
      z.strictObject({
        instrument: z.string(),
        at: instant,
        total: z.number(),
        band: z.optional(z.string()),
      }),
    ),
    sessions: z.array(z.strictObject({ id, at: instant })),
    words: computed<OutcomeWords>(),
  }),
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

/** “I need help”: persisted first, then shown to staff; the phone shows the numbers at once, with or without us. */
export const askForHelp = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/help-requests',
  summary: 'A patient asks for a person now',
  body: z.strictObject({ id }),
  response: z.strictObject({ taskId: id, at: instant, staffOnShift: z.int() }),
});
