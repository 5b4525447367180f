// The room as a guide has it: who is there, what they asked of us, how the room is set, and whether a nurse is needed. No dose,
// no reading, nothing of the record.

import * as z from 'zod/mini';
import type { RecordedEvent } from '#dosing-session/events.ts';
import { SessionEvent as sessionEvent } from '#dosing-session/events.ts';
import type { NursesPart } from '#dosing-session/guided.ts';
import type { SessionPhase } from '#dosing-session/state.ts';
import { endpoint } from './endpoint.ts';
import { computed, done, id, instant } from './fields.ts';
import { preparationItem } from './preparation.ts';

const phase = computed<SessionPhase>();

export const listGuidedRooms = endpoint({
  method: 'GET',
  path: '/api/guided-rooms',
  summary: 'Rooms with someone in them today, for a guide on shift',
  response: z.strictObject({
    now: instant,
    rooms: z.array(
      z.strictObject({
        patientId: id,
        sessionId: id,
        patientFirstName: z.string(),
        roomName: z.string(),
        phase,
      }),
    ),
  }),
});

export const guidedRoom = z.strictObject({
  now: instant,
  patientFirstName: z.string(),
  roomName: z.string(),
  phase,
  doseStartedAt: z.optional(instant),
  watcherName: z.optional(z.string()),
  inTheRoom: z.array(z.string()),
  /** Only where the person shared it with this guide. */
  intention: z.optional(z.string()),
  /** What they said beforehand of limits, comfort, company and what helps. */
  preparation: z.array(preparationItem),
  calls: z.array(
    z.strictObject({
      key: id,
      kind: z.enum(['adjust', 'come', 'worried', 'not-sure', 'back-up']),
      wish: z.optional(z.enum(['silence'])),
      at: instant,
      answeredBy: z.optional(z.string()),
    }),
  ),
  nurse: computed<NursesPart>(),
  /** How the room was set, and what this guide wrote. */
  events: z.array(computed<RecordedEvent>()),
});
export type GuidedRoom = z.output<typeof guidedRoom>;

export const getGuidedRoom = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/dosing-sessions/:sessionId/guided-room',
  summary: 'The comfort side of a running session, for its guide',
  response: guidedRoom,
});

export const appendGuidedFacts = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/dosing-sessions/:sessionId/guided-room/facts',
  summary:
    'What a guide did for comfort, a limit made tighter, a call for help; sending it twice keeps it once',
  body: z.strictObject({ events: z.array(sessionEvent).check(z.minLength(1), z.maxLength(100)) }),
  response: done,
});
