// The live session: opened at arrival, fed with facts, folded by every screen, told as papers afterwards.

import * as z from 'zod/mini';
import type { Answer, Gate } from '#clinical/answer.ts';
import type { CareRecord } from '#clinical/care-record.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { checkKinds } from '#dosing-session/due-checks.ts';
import type { RecordedEvent } from '#dosing-session/events.ts';
import { SessionEvent as sessionEvent } from '#dosing-session/events.ts';
import type { StandingOrder } from '#dosing-session/standing-orders.ts';
import { endpoint } from './endpoint.ts';
import { computed, id, instant, localDate, version } from './fields.ts';
import { preparationItem } from './preparation.ts';

export const openSession = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/dosing-sessions',
  summary: 'The person is here: open the session of a booked dose',
  body: z.strictObject({ id, appointmentId: id }),
  response: z.strictObject({ id }),
});

/** Everything the room needs in one read; the screen folds the events itself. */
export const sessionRoom = z.strictObject({
  id,
  patientId: id,
  patientName: z.string(),
  birthDate: z.optional(localDate),
  roomName: z.string(),
  cycleId: id,
  cycleNumber: z.int(),
  cyclesPlanned: z.int(),
  editionId: z.string(),
  /** Absent: nobody here can read the protocol this session was opened on. */
  edition: z.optional(computed<Edition>()),
  order: z.optional(
    z.strictObject({
      id,
      drug: z.enum(['ketamine', 'esketamine']),
      doseMg: z.number(),
      doseMgPerKg: z.optional(z.number()),
      weightKg: z.optional(z.number()),
      parts: z.optional(z.strictObject({ firstMg: z.number(), nextMg: z.number(), atMost: z.int() })),
      form: z.optional(z.enum(['troche', 'rapid-dissolve'])),
      afterHold: z.optional(z.enum(['spit', 'swallow'])),
      infusionMinutes: z.optional(z.number()),
      signedByName: z.string(),
      signedAt: instant,
    }),
  ),
  /** What may be given without asking first, for the staff in the room. */
  standingOrders: z.array(computed<StandingOrder>()),
  preparation: z.array(preparationItem),
  intention: z.optional(z.string()),
  /** What the companion's link shows them to say at the door; for the staff in the room, never for the patient's phone. */
  codeWord: z.optional(z.string()),
  record: computed<CareRecord>(),
  now: instant,
  version,
  events: z.array(computed<RecordedEvent>()),
});
export type SessionRoom = z.output<typeof sessionRoom>;

export const getSession = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/dosing-sessions/:sessionId',
  summary: 'The session with its facts so far',
  response: sessionRoom,
});

export const getSessionEvents = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/dosing-sessions/:sessionId/events',
  summary: 'Facts after a version: how a screen repairs itself',
  query: z.strictObject({ after: z.string().check(z.regex(/^\d{1,7}$/)) }),
  response: z.strictObject({ version, events: z.array(computed<RecordedEvent>()) }),
});

export const appendSessionEvents = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/dosing-sessions/:sessionId/events',
  summary: 'Append facts; sending one twice keeps it once',
  body: z.strictObject({ events: z.array(sessionEvent).check(z.minLength(1), z.maxLength(500)) }),
  response: z.strictObject({
    version,
    kept: z.array(z.strictObject({ eventId: id, version })),
    /** Highest number of this device with none missing below it. */
    contiguousDeviceSeq: z.int(),
  }),
});

/** The patient’s own view during a session: only what they need to call and to know they were heard. */
export const getMySession = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/live-session',
  summary: 'Is my session running, and was my call heard',
  response: z.strictObject({
    session: z.optional(
      z.strictObject({
        id,
        phase: z.string(),
        /** From the dose until staff have marked that recovery began: the one dark screen. */
        underEffect: z.boolean(),
        /** Screens of those who answer calls that are open now. None: a call rings nowhere, and the phone must say so. */
        listening: z.int(),
        /** What is heard in the room, as its log says. */
        sound: z.optional(
          z.strictObject({ kind: z.enum(['track', 'ambient', 'silence']), title: z.string() }),
        ),
        signal: z.optional(
          z.strictObject({
            eventId: id,
            signal: z.enum(['ok', 'adjust', 'come']),
            at: instant,
            /** How many said that they are busy; the next one is called each time. */
            passedOn: z.int(),
            acknowledgedBy: z.optional(z.string()),
            acknowledgedAt: z.optional(instant),
            resolvedAt: z.optional(instant),
          }),
        ),
      }),
    ),
  }),
});

/** What rings: a call from a bed or for the back-up, a reading outside its limits, a room with nobody of the team in it. */
export const openCall = z.strictObject({
  /** The signal's own id, or the key of the alert. */
  key: z.string(),
  kind: z.enum(['come', 'adjust', 'worried', 'not-sure', 'back-up', 'alert', 'alone']),
  wish: z.optional(z.enum(['silence'])),
  /** What the rules found, where it is an alert. */
  title: z.optional(z.string()),
  /** For a room with nobody in it this may lie ahead: then it rings, unless someone comes in before. */
  at: instant,
  sessionId: id,
  patientId: id,
  firstName: z.string(),
  roomName: z.string(),
  watcherId: z.optional(id),
  passedOnByIds: z.array(id),
  escalateAfterSeconds: z.number(),
  escalateAgainAfterSeconds: z.number(),
});
export type OpenCall = z.output<typeof openCall>;

export const listOpenCalls = endpoint({
  method: 'GET',
  path: '/api/calls',
  summary: 'Calls and alerts that nobody has answered, for the devices that ring',
  response: z.strictObject({ now: instant, calls: z.array(openCall) }),
});

/** What a wall shows of an answer and of an edition, and no more: it asks for every room again and again. */
export type WallAnswer = Pick<Answer, 'currentCheck' | 'nextCheck' | 'missedChecks'> & {
  readonly gates: { readonly openDose: Pick<Gate, 'open' | 'counts'> };
};
export type WallEdition = Pick<Edition, 'phases'> & {
  readonly rest: { readonly minimumMinutes: { readonly value: number } };
};

export const boardRow = z.strictObject({
  /** A dose at home has no room; its slot stands in for one. */
  roomId: id,
  atHome: z.optional(z.literal(true)),
  /** The clinic is being rung about this home; only for those who care for the person. */
  ring: z.optional(
    z.strictObject({
      reason: z.enum(['looks-missed', 'not-sure', 'worried']),
      at: instant,
      calledName: z.optional(z.string()),
      answeredBy: z.optional(z.string()),
      answeredAt: z.optional(instant),
    }),
  ),
  roomNumber: z.int(),
  roomName: z.string(),
  patientId: z.optional(id),
  sessionId: z.optional(id),
  initials: z.optional(z.string()),
  route: z.optional(z.string()),
  plannedAt: z.optional(instant),
  plannedEnd: z.optional(instant),
  doseStartedAt: z.optional(instant),
  doseStoppedAt: z.optional(instant),
  releasedAt: z.optional(instant),
  phase: z.optional(z.string()),
  checkTimes: z.array(instant),
  alertTimes: z.array(instant),
  rideName: z.optional(z.string()),
  rideState: z.optional(z.string()),
  lastHeardAt: z.optional(instant),
  /** Who watches and who of the team is in the room; only for those who care for the person. */
  watcherName: z.optional(z.string()),
  inTheRoom: z.array(z.string()),
  /** Nobody of the team is in the room while the dose works. */
  alone: z.optional(
    z.strictObject({
      since: instant,
      ringsAt: instant,
      acknowledgedBy: z.optional(z.string()),
      acknowledgedAt: z.optional(instant),
    }),
  ),
  /** The next two, where few interruptions hold: checks that are made together. Only for those who care for the person. */
  visits: z.optional(
    z.array(z.strictObject({ at: instant, lateAt: instant, checks: z.array(z.enum(checkKinds)) })),
  ),
  /** What is due; only for those who care for the person. */
  answer: z.optional(computed<WallAnswer>()),
  /** How the hours usually go; only for those who care for the person. */
  edition: z.optional(computed<WallEdition>()),
  alert: z.optional(
    z.strictObject({
      text: z.string(),
      at: instant,
      acknowledgedBy: z.optional(z.string()),
      acknowledgedAt: z.optional(instant),
      recheckDueAt: z.optional(instant),
    }),
  ),
  signal: z.optional(
    z.strictObject({
      signal: z.enum(['ok', 'adjust', 'come']),
      wish: z.optional(z.enum(['silence'])),
      at: instant,
      passedOn: z.int(),
      acknowledgedBy: z.optional(z.string()),
      acknowledgedAt: z.optional(instant),
    }),
  ),
});
export type BoardRow = z.output<typeof boardRow>;

export const getBoard = endpoint({
  method: 'GET',
  path: '/api/board',
  summary: 'Every room: phase, what is due, where, by whom',
  response: z.strictObject({
    now: instant,
    zone: z.string(),
    rows: z.array(boardRow),
    staff: z.array(z.strictObject({ name: z.string(), role: z.string() })),
    dosingNow: z.int(),
    nursesOnShift: z.int(),
    /** The strictest of the clinic's own limit and those of the protocols in its rooms today. */
    patientsPerNurse: z.optional(z.number()),
    /** When one more dose may start: now, or when enough of those under way are expected to end. */
    nextStartAt: z.optional(instant),
    /** Booked for a dose today and not here yet, in a room already or not. */
    stillToCome: z.int(),
    /** The first few of them. */
    next: z.array(z.strictObject({ initials: z.string(), at: instant, unknown: z.int(), notMet: z.int() })),
  }),
});

export const releaseGate = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/dosing-sessions/:sessionId/release-gate',
  summary: 'May they leave: from fresh data, unknown blocks',
  response: z.strictObject({ now: instant, gate: computed<Gate>() }),
});

export const listSessions = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/dosing-sessions',
  summary: 'Sessions of this patient',
  response: z.strictObject({
    sessions: z.array(
      z.strictObject({
        id,
        cycleId: id,
        openedAt: instant,
        releasedAt: z.optional(instant),
        doseMg: z.optional(z.number()),
      }),
    ),
  }),
});
