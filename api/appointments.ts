// Slots: consults, doses in rooms, integration hours. A series is booked whole or not at all.

import * as z from 'zod/mini';
import type { Gate } from '#clinical/answer.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { series } from './consult.ts';
import { endpoint } from './endpoint.ts';
import { computed, done, id, instant, line, localDate, version } from './fields.ts';

export const appointment = z.strictObject({
  id,
  patientId: id,
  patientName: z.string(),
  cycleId: z.optional(id),
  kind: z.enum(['consult', 'preparation', 'dose', 'integration']),
  roomId: z.optional(id),
  roomName: z.optional(z.string()),
  practitionerId: z.optional(id),
  practitionerName: z.optional(z.string()),
  startsAt: instant,
  endsAt: instant,
  /** From when the end of these hours is held to talk. */
  talkFrom: z.optional(instant),
  /** When the room is ready for another; it is free earlier when the person leaves earlier. */
  roomUntil: z.optional(instant),
  status: z.enum(['booked', 'arrived', 'fulfilled', 'cancelled', 'no-show']),
  /** The person comes in from elsewhere, by the clinic's own video room. */
  remote: z.optional(z.boolean()),
  version,
});
export type Appointment = z.output<typeof appointment>;

export const getSchedule = endpoint({
  method: 'GET',
  path: '/api/schedule',
  summary: 'Rooms, people and appointments between two dates',
  query: z.strictObject({ from: localDate, to: localDate }),
  response: z.strictObject({
    zone: z.string(),
    /** Whether this clinic holds the hours after a dose itself. */
    integration: z.enum(['here', 'outside']),
    rooms: z.array(z.strictObject({ id, number: z.int(), name: z.string() })),
    practitioners: z.array(
      z.strictObject({
        id,
        name: z.string(),
        roles: z.array(z.string()),
        /** As they said of themselves. */
        gender: z.optional(z.string()),
      }),
    ),
    appointments: z.array(appointment),
  }),
});

export const bookAppointment = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/appointments',
  summary: 'Book a consult or a preparation hour',
  body: z.strictObject({
    id,
    kind: z.enum(['consult', 'preparation']),
    practitionerId: id,
    startsAt: instant,
    endsAt: instant,
    remote: z.optional(z.boolean()),
  }),
  response: appointment,
});

export const bookSeries = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/series/:seriesId/bookings',
  summary: 'Book doses, each with its integration hour where those are held here; all or none',
  body: z.strictObject({
    cycles: z
      .array(
        z.strictObject({
          cycleId: id,
          /** At home there is no room of ours. */
          dose: z.strictObject({
            id,
            startsAt: instant,
            roomId: z.optional(id),
            practitionerId: z.optional(id),
          }),
          /** Left out only where the clinic holds these hours elsewhere. */
          integration: z.optional(z.strictObject({ id, startsAt: instant, practitionerId: id })),
        }),
      )
      .check(z.minLength(1), z.maxLength(24)),
  }),
  response: series,
});

export const cancelAppointment = endpoint({
  method: 'POST',
  path: '/api/patients/:patientId/appointments/:appointmentId/cancel',
  summary: 'Cancel a slot, with a reason',
  body: z.strictObject({ version, reason: line }),
  response: done,
});

export const listAppointments = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/appointments',
  summary: 'One patient’s slots',
  response: z.strictObject({ appointments: z.array(appointment) }),
});

/** One line of the desk’s day: who comes when, and the count of what is not met or unknown. */
export const getDay = endpoint({
  method: 'GET',
  path: '/api/day',
  summary: 'The day at the desk: arrivals, gate sheets, who owes what',
  query: z.strictObject({ date: z.optional(localDate) }),
  response: z.strictObject({
    now: instant,
    date: localDate,
    rows: z.array(
      z.strictObject({
        appointment,
        stage: z.string(),
        sessionId: z.optional(id),
        notMet: z.int(),
        unknown: z.int(),
        met: z.int(),
        overridden: z.int(),
        rideState: z.optional(z.string()),
      }),
    ),
  }),
});

/** The gate sheet of one coming dose, exactly as the one answer gives it. */
export const getGateSheet = endpoint({
  method: 'GET',
  path: '/api/patients/:patientId/gate-sheet',
  summary: 'Readiness, closed until each line is met, decided or overridden',
  response: z.strictObject({
    now: instant,
    patientName: z.string(),
    birthDate: z.optional(localDate),
    edition: computed<Edition>(),
    appointment: z.optional(appointment),
    sessionId: z.optional(id),
    gate: computed<Gate>(),
  }),
});
