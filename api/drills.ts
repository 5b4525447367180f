// The drill room: practice with a made-up person in the real room screen, and the training record that comes of it.

import * as z from 'zod/mini';
import { drillRoutes, drillScenarioIds } from '#clinical/drills/scenarios.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { RecordLine } from '#dosing-session/drills/record.ts';
import { type RecordedEvent, SessionEvent as sessionEvent } from '#dosing-session/events.ts';
import type { StandingOrder } from '#dosing-session/standing-orders.ts';
import { endpoint } from './endpoint.ts';
import { computed, done, id, instant, line, version } from './fields.ts';

const scenarioId = z.enum(drillScenarioIds);
const drillRoute = z.enum(drillRoutes);

const approval = z.strictObject({ byName: z.string(), at: instant });

const person = z.strictObject({ id, name: z.string() });

export const drillHead = z.strictObject({
  id,
  scenario: z.string(),
  scenarioVersion: z.int(),
  /** Absent: what it expects was an example that no clinician had approved. */
  approved: z.optional(approval),
  roomName: z.string(),
  trainee: person,
  trainer: z.optional(person),
  startedAt: instant,
  ended: z.optional(approval),
});
export type DrillHead = z.output<typeof drillHead>;

export const listDrills = endpoint({
  method: 'GET',
  path: '/api/drills',
  summary: 'Scenarios, rooms to practise in, and the drills this person may read',
  response: z.strictObject({
    now: instant,
    rooms: z.array(z.strictObject({ id, name: z.string(), inUse: z.boolean() })),
    staff: z.array(person),
    approvals: z.array(z.strictObject({ scenario: z.string(), version: z.int(), ...approval.shape })),
    /** The protocols a new drill may run on, one for each route the clinic has. */
    protocols: z.array(
      z.strictObject({
        route: drillRoute,
        name: z.string(),
        version: z.int(),
        approver: z.optional(z.string()),
        /** Within how many seconds it asks for what a scenario leaves to it. */
        withinSeconds: z.record(z.enum(['first-person', 'recheck', 'check']), z.number()),
      }),
    ),
    drills: z.array(
      z.strictObject({
        ...drillHead.shape,
        /** Absent: the protocol it ran on is not here. */
        route: z.optional(z.string()),
        inTime: z.int(),
        late: z.int(),
        notDone: z.int(),
        notKnown: z.int(),
        signedBy: z.array(z.string()),
      }),
    ),
  }),
});
export type DrillList = z.output<typeof listDrills.response>;

export const startDrill = endpoint({
  method: 'POST',
  path: '/api/drills',
  summary: 'Start a drill in a room, as the one who trains',
  body: z.strictObject({
    id,
    scenario: scenarioId,
    route: drillRoute,
    roomId: id,
    trainerId: z.optional(id),
  }),
  response: z.strictObject({ id }),
});

export const drillRead = z.strictObject({
  ...drillHead.shape,
  seed: z.int(),
  editionId: z.string(),
  edition: computed<Edition>(),
  standingOrders: z.array(computed<StandingOrder>()),
  clinicName: z.string(),
  zone: z.string(),
  now: instant,
  version,
  /** What people wrote. The made-up person’s own facts come from the seed and are never kept. */
  events: z.array(computed<RecordedEvent>()),
  record: z.array(computed<RecordLine>()),
  recordSha256: z.string(),
  signatures: z.array(
    z.strictObject({
      part: z.enum(['trainee', 'trainer']),
      byName: z.string(),
      at: instant,
      /** False when facts came after the signature and the record is no longer the one signed. */
      isOfThisRecord: z.boolean(),
    }),
  ),
  /** The part this reader may sign; absent for everyone else. */
  maySignAs: z.optional(z.enum(['trainee', 'trainer'])),
});
export type DrillRead = z.output<typeof drillRead>;

export const getDrill = endpoint({
  method: 'GET',
  path: '/api/drills/:drillId',
  summary: 'A drill with what people wrote in it, and its record',
  response: drillRead,
});

export const appendDrillEvents = endpoint({
  method: 'POST',
  path: '/api/drills/:drillId/events',
  summary: 'Keep what was done in a drill; sending it twice keeps it once',
  body: z.strictObject({ events: z.array(sessionEvent).check(z.minLength(1), z.maxLength(100)) }),
  response: z.strictObject({ version }),
});

export const endDrill = endpoint({
  method: 'POST',
  path: '/api/drills/:drillId/end',
  summary: 'End a drill; what was written before the end may still arrive',
  body: z.strictObject({}),
  response: done,
});

export const signDrill = endpoint({
  method: 'POST',
  path: '/api/drills/:drillId/signatures',
  summary: 'Sign the training record that was shown, as trainee or trainer',
  body: z.strictObject({
    part: z.enum(['trainee', 'trainer']),
    recordSha256: line,
  }),
  response: done,
});

export const approveScenario = endpoint({
  method: 'POST',
  path: '/api/drill-scenarios/:scenario/approvals',
  summary: 'Approve what a scenario expects, in this version, for this clinic',
  body: z.strictObject({ version: z.int() }),
  response: done,
});
