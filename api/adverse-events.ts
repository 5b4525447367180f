// What went wrong, told by whoever saw it, from anywhere and days later too; how clinicians grade it; and what leaves the
// house about it.

import * as z from 'zod/mini';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { ReportingDuty } from '#clinical/risk/adverse-event.ts';
import {
  adverseEventTerms,
  relatednessSteps,
  reportedToPlaces,
  seriousnessCriteria,
  severities,
  toldSeverities,
} from '#clinical/risk/adverse-event-terms.ts';
import { endpoint } from './endpoint.ts';
import { computed, done, id, instant, optionalParagraph, paragraph } from './fields.ts';

/** 'over' where nobody can say when it ended. */
const ended = z.union([instant, z.literal('ongoing'), z.literal('over')]);

/** What is left out was not said, and is unknown. */
const told = {
  id,
  words: paragraph,
  term: z.optional(z.enum(adverseEventTerms)),
  severity: z.optional(z.enum(toldSeverities)),
  startedAt: z.optional(instant),
  ended: z.optional(ended),
};

export const reportAdverseEvent = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/adverse-events',
  summary: 'Say that something went wrong, now or days later',
  body: z.strictObject({
    ...told,
    /** The symptom of a session's log it is taken from. */
    symptomId: z.optional(id),
  }),
  response: z.strictObject({ id, at: instant, staffOnShift: z.int() }),
});

export const companionReportsAdverseEvent = endpoint({
  method: 'POST',
  path: '/api/companion/adverse-events',
  summary: 'Whoever is near says what they saw go wrong',
  body: z.strictObject(told),
  response: z.strictObject({ id, at: instant, staffOnShift: z.int() }),
});

export const mySideEffect = z.strictObject({
  ...told,
  reportedAt: instant,
  reportedByName: z.string(),
  reportedAs: z.string(),
  /** A person of the care team has looked at it. */
  seen: z.optional(z.strictObject({ at: instant, byName: z.string() })),
  /** What they wrote back, oldest first. */
  answers: z.array(z.strictObject({ at: instant, byName: z.string(), words: z.string() })),
});
export type MySideEffect = z.output<typeof mySideEffect>;

export const listMySideEffects = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/side-effects',
  summary: 'What was told about this person, and who has looked at it',
  response: z.strictObject({ now: instant, events: z.array(mySideEffect) }),
});

export const grading = z.strictObject({
  term: z.optional(z.enum(adverseEventTerms)),
  severity: z.optional(z.enum(severities)),
  /** An empty list: asked, and none applies. */
  seriousness: z.optional(z.array(z.enum(seriousnessCriteria)).check(z.maxLength(6))),
  relatedness: z.optional(z.enum(relatednessSteps)),
  startedAt: z.optional(instant),
  resolved: z.optional(z.union([instant, z.literal('ongoing')])),
  reportedTo: z.optional(z.array(z.enum(reportedToPlaces)).check(z.maxLength(5))),
  /** What was done about it. */
  done: optionalParagraph,
  /** What the person reads; empty where nothing is said to them yet. */
  toPatient: optionalParagraph,
  /** It is no event after all: told twice, or about someone else. Empty: it stands. */
  enteredInError: optionalParagraph,
});
export type Grading = z.output<typeof grading>;

const keptGrading = z.strictObject({
  ...grading.shape,
  number: z.int(),
  at: instant,
  byName: z.string(),
  byRole: z.string(),
  signed: z.boolean(),
});
export type KeptGrading = z.output<typeof keptGrading>;

export const adverseEventStates = ['reported', 'graded', 'to-sign', 'closed', 'entered-in-error'] as const;

export const adverseEvent = z.strictObject({
  ...told,
  patientId: id,
  sessionId: z.optional(id),
  route: z.optional(z.string()),
  /** When the dose of that session began. */
  firstDoseAt: z.optional(instant),
  symptomId: z.optional(id),
  reportedAt: instant,
  reportedByName: z.string(),
  reportedAs: z.string(),
  gradings: z.array(keptGrading),
  state: z.enum(adverseEventStates),
  issues: z.array(computed<DetectedIssue>()),
  duties: z.array(computed<ReportingDuty>()),
});
export type ToldAdverseEvent = z.output<typeof adverseEvent>;

/** A symptom that stands in the log of a session and in no event yet. */
export const roomSymptom = z.strictObject({
  sessionId: id,
  symptomId: id,
  symptom: z.string(),
  worst: z.enum(toldSeverities),
  reportedAt: instant,
  reportedBy: z.string(),
  resolvedAt: z.optional(instant),
});
export type RoomSymptom = z.output<typeof roomSymptom>;

export const listAdverseEvents = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/adverse-events',
  summary: 'Everything that went wrong with this person, graded, and what waits in the logs',
  response: z.strictObject({
    now: instant,
    events: z.array(adverseEvent),
    inTheRoom: z.array(roomSymptom),
  }),
});

export const gradeAdverseEvent = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/adverse-events/:eventId/gradings',
  summary: 'Grade it: what, how bad, whether serious, whether from the dose, who was told',
  body: z.strictObject({
    id,
    /** How many gradings were on the screen; another since then is read first. */
    after: z.int().check(z.gte(0)),
    grading,
  }),
  response: done,
});

export const adverseEventMeaning = 'I read this and decided whether and how the series goes on';

export const signAdverseEvent = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/adverse-events/:eventId/signature',
  summary: 'A prescriber signs the grading that stands',
  body: z.strictObject({ id, after: z.int().check(z.gte(1)), meaning: z.literal(adverseEventMeaning) }),
  response: done,
});

export const exportAdverseEvent = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/adverse-events/:eventId/fhir',
  summary: 'One event as a FHIR bundle, with the person and the dose it is held against',
  response: z.strictObject({ fileName: z.string(), bundle: z.record(z.string(), z.unknown()) }),
});

export const adverseEventRegister = endpoint({
  method: 'GET',
  path: '/api/adverse-events',
  summary: 'Every event of the clinic without a name, and the same as a FHIR bundle',
  response: z.strictObject({
    now: instant,
    events: z.array(
      z.strictObject({
        id,
        reportedAt: instant,
        reportedAs: z.string(),
        route: z.optional(z.string()),
        minutesFromDose: z.optional(z.number()),
        term: z.optional(z.enum(adverseEventTerms)),
        severity: z.optional(z.enum(severities)),
        serious: z.union([z.boolean(), z.literal('unknown')]),
        relatedness: z.optional(z.enum(relatednessSteps)),
        outcome: z.enum(['over', 'ongoing', 'unknown']),
        state: z.enum(adverseEventStates),
        toBeTold: z.array(z.enum(reportedToPlaces)),
      }),
    ),
    bundle: z.record(z.string(), z.unknown()),
  }),
});
