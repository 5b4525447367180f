// The consult: what the rules found, what the prescriber decided on each, the plan and the signed order.

import * as z from 'zod/mini';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { endpoint } from './endpoint.ts';
import { computed, id, instant, line, optionalParagraph, paragraph, route, version } from './fields.ts';

export const issueDecision = z.strictObject({
  id,
  issueKey: z.string(),
  decision: z.enum(['accept-risk', 'adjust', 'hold', 'stop', 'not-applicable']),
  /** The one instruction the patient reads, e.g. “Skip the tablet the evening before. Take it again that night.” */
  instruction: z.optional(z.string()),
  reason: z.string(),
  decidedAt: instant,
  decidedByName: z.string(),
});
export type IssueDecision = z.output<typeof issueDecision>;

export const listIssues = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/issues',
  summary: 'What the rules found in the record, with sources, and each decision',
  response: z.strictObject({
    checkedAt: instant,
    issues: z.array(
      z.strictObject({
        key: z.string(),
        finding: computed<DetectedIssue>(),
        decision: z.optional(issueDecision),
      }),
    ),
  }),
});

export const decideIssue = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/issue-decisions',
  summary: 'Record a prescriber’s decision on one finding',
  body: z.strictObject({
    id,
    issueKey: line,
    decision: z.enum(['accept-risk', 'adjust', 'hold', 'stop', 'not-applicable']),
    instruction: z.optional(optionalParagraph),
    reason: paragraph,
  }),
  response: issueDecision,
});

const weightEntered = z.strictObject({
  value: z.number().check(z.gt(0), z.lte(1_000)),
  unit: z.enum(['kg', 'lb']),
});

/** What is given first, and how often one more of `nextMg` may follow in the same session. */
const orderedParts = z.strictObject({
  firstMg: z.number().check(z.gt(0), z.lte(1_000)),
  nextMg: z.number().check(z.gt(0), z.lte(1_000)),
  atMost: z.int().check(z.gte(1), z.lte(5)),
});
const drug = z.enum(['ketamine', 'esketamine']);
const lozengeForm = z.enum(['troche', 'rapid-dissolve']);
const afterHold = z.enum(['spit', 'swallow']);
/** Which of the spray label’s two uses. */
const labelUse = z.enum(['trd', 'mdd-si']);

export const series = z.strictObject({
  id,
  route,
  editionId: z.string(),
  /** Absent: nobody here can read this protocol. */
  edition: z.optional(computed<Edition>()),
  plannedCycles: z.int(),
  indication: z.string(),
  status: z.enum(['active', 'held', 'paused', 'stopped', 'finished']),
  statusReason: z.optional(z.string()),
  statusAt: instant,
  version,
  order: z.optional(
    z.strictObject({
      id,
      drug,
      /** Only where the dose follows from a weight. */
      doseMgPerKg: z.optional(z.number()),
      weightKg: z.optional(z.number()),
      weightEntered: z.optional(weightEntered),
      /** The most that may be given in one session. */
      doseMg: z.number(),
      parts: z.optional(orderedParts),
      form: z.optional(lozengeForm),
      afterHold: z.optional(afterHold),
      indication: z.optional(labelUse),
      infusionMinutes: z.optional(z.number()),
      maximumDoseMg: z.optional(z.number()),
      note: z.optional(z.string()),
      signedAt: instant,
      signedByName: z.string(),
      meaning: z.string(),
    }),
  ),
  /** What an order on this route is held against, as it is known now; not for an infusion. */
  course: z.optional(
    z.strictObject({
      ageYears: z.optional(z.int()),
      jurisdiction: z.optional(z.enum(['US', 'EU', 'UK'])),
      isFirstSession: z.boolean(),
      previousDoseMg: z.optional(z.number()),
    }),
  ),
  cycles: z.array(
    z.strictObject({ id, number: z.int(), doseAt: z.optional(instant), integrationAt: z.optional(instant) }),
  ),
});
export type Series = z.output<typeof series>;

export const listSeries = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/series',
  summary: 'Series with their orders and cycles',
  response: z.strictObject({ series: z.array(series) }),
});

export const planSeries = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/series',
  summary: 'Plan a series on a route and a protocol edition',
  body: z.strictObject({
    id,
    route,
    editionId: line,
    plannedCycles: z.int().check(z.gte(1), z.lte(24)),
    indication: line,
  }),
  response: series,
});

export const signOrder = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/series/:seriesId/orders',
  summary: 'Sign the order: the bytes signed are the ones shown',
  body: z.strictObject({
    id,
    drug,
    doseMgPerKg: z.optional(z.number().check(z.gt(0), z.lte(10))),
    weightKg: z.optional(z.number().check(z.gte(20), z.lte(400))),
    /** As the scale showed it; the kilograms follow from it. */
    weightEntered: z.optional(weightEntered),
    /** The most that may be given in one session. */
    doseMg: z.number().check(z.gt(0), z.lte(1_000)),
    parts: z.optional(orderedParts),
    form: z.optional(lozengeForm),
    afterHold: z.optional(afterHold),
    indication: z.optional(labelUse),
    infusionMinutes: z.optional(z.number().check(z.gte(1), z.lte(600))),
    note: z.optional(optionalParagraph),
    /** Every open finding of action exclude or review must have been decided; the server checks again. */
    meaning: z.literal('I ordered this'),
  }),
  response: series,
});

export const changeSeriesStatus = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/series/:seriesId/status',
  summary: 'Hold, pause, resume, stop or finish a series, with a reason',
  body: z.strictObject({
    version,
    status: z.enum(['active', 'held', 'paused', 'stopped', 'finished']),
    reason: paragraph,
  }),
  response: series,
});

export const encounterNote = z.strictObject({
  id,
  version,
  kind: z.enum(['consult', 'preparation', 'integration']),
  cycleId: z.optional(id),
  text: z.string(),
  agenda: z.array(z.strictObject({ question: z.string(), answer: z.string() })),
  commitments: z.array(z.string()),
  /** What came up again, as the person names it. */
  themes: z.array(z.string()),
  /** What they hope for next, in their words. */
  nextIntention: z.optional(z.string()),
  heldAt: instant,
  authorName: z.string(),
  signedAt: z.optional(instant),
});
export type EncounterNote = z.output<typeof encounterNote>;

export const listNotes = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/encounter-notes',
  summary: 'Consult, preparation and integration notes',
  response: z.strictObject({ notes: z.array(encounterNote) }),
});

export const writeNote = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/encounter-notes',
  summary: 'Write and sign a note of care that happened',
  body: z.strictObject({
    id,
    kind: z.enum(['consult', 'preparation', 'integration']),
    cycleId: z.optional(id),
    appointmentId: z.optional(id),
    text: z.string().check(z.maxLength(20_000)),
    agenda: z.array(z.strictObject({ question: line, answer: optionalParagraph })).check(z.maxLength(50)),
    commitments: z.array(line).check(z.maxLength(20)),
    themes: z.optional(z.array(line).check(z.maxLength(20))),
    nextIntention: z.optional(optionalParagraph),
    heldAt: instant,
  }),
  response: encounterNote,
});
