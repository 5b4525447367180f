// The slots' routes: the schedule, booking an hour or a whole series, the day at the desk, the gate sheet of
// a coming dose.

import type { Appointment } from '#api/appointments.ts';
import * as api from '#api/appointments.ts';
import type { Series } from '#api/consult.ts';
import { addDays, daysBetween, instantOf, localDateOf } from '#clinical/instant.ts';
import { type Actor, type Route, route } from '#server/access';
import { answerOf, careRecordOf } from '#server/care-record';
import { refuse } from '#server/edge';
import { findPatient, nameOf, setStage } from '#server/patients';
import type { Ports } from '#server/ports';
import { findSeries } from '#server/series';
import { finishTasksOfKind } from '#server/tasks';
import { book } from './booking.ts';
import { dayRows, forTheDesk } from './day.ts';
import { bookWholeSeries } from './series-booking.ts';
import {
  appointmentsOf,
  cancelSlot,
  comingDose,
  findAppointment,
  listPractitioners,
  listRooms,
  raiseRebooking,
  slotsBetween,
  type Viewer,
} from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');
const stale = refuse(
  409,
  'stale',
  'Someone else changed this slot first, or it is already under way. Open it again.',
);

/** Work of the desk that any further booking settles. */
const nextVisit = ['book-next-visit', 'book-follow-up'];

const mostDaysShown = 62;
const longestHourMs = 8 * 3_600_000;

export function appointmentRoutes(_ports: Ports): readonly Route[] {
  return [
    route(
      api.getSchedule,
      { resource: 'schedule', action: 'r', subject: 'clinic' },
      { audit: 'schedule.read' },
      async (context) => {
        const { tx, query, clinic, actor, role, now } = context;
        if (actor.kind !== 'staff') return absent;
        const days = daysBetween(query.from, query.to);
        if (days < 0 || days >= mostDaysShown) {
          return refuse(400, 'invalid', `Ask for one to ${mostDaysShown} days.`, [
            { path: 'to', message: 'Choose a day on or after the first.' },
          ]);
        }
        const span = {
          fromAt: instantOf(query.from, 0, clinic.zone),
          toAt: instantOf(addDays(query.to, 1), 0, clinic.zone),
        };
        const appointments = (await slotsBetween(tx, span, viewerOf(actor, role, now))).map(
          (slot) => slot.appointment,
        );
        context.audit({ patientIds: [...new Set(appointments.map((one) => one.patientId))] });
        return {
          zone: clinic.zone,
          integration: clinic.settings.integration ?? 'here',
          rooms: await listRooms(tx),
          practitioners: await listPractitioners(tx),
          appointments,
        };
      },
    ),

    route(
      api.bookAppointment,
      { resource: 'schedule', action: 'c', subject: 'patient' },
      { audit: 'appointment.book' },
      async (context) => {
        const { tx, params, body, clinic, role, actor, now, newId } = context;
        const patientId = params['patientId'] ?? '';
        if (role === 'patient' && body.kind !== 'consult') {
          return refuse(403, 'desk-books', 'The clinic books this one with you. Write or call the desk.');
        }
        if (body.endsAt <= body.startsAt || body.endsAt - body.startsAt > longestHourMs) {
          return refuse(422, 'not-a-span', 'The end must come after the beginning, on the same day.', [
            { path: 'endsAt', message: 'Choose a later time.' },
          ]);
        }
        if (body.remote === true && clinic.settings.remoteVisits === undefined)
          return refuse(
            409,
            'no-remote-room',
            'This clinic has no room for visits from elsewhere set up. Book it here, or by telephone.',
          );
        const booker = {
          tx,
          clinic,
          now,
          newId,
          rooms: await listRooms(tx),
          practitioners: await listPractitioners(tx),
        };
        const refused = await book(
          booker,
          { ...body, patientId },
          { path: '', called: body.kind === 'consult' ? 'The consult' : 'The preparation' },
        );
        if (refused !== undefined) {
          return {
            ...refused,
            fields: refused.fields?.map((field) => ({ ...field, path: field.path.replace(/^\./, '') })),
          };
        }
        const done = body.kind === 'consult' ? ['book-consult', ...nextVisit] : nextVisit;
        await finishTasksOfKind(tx, { patientId, kinds: done, by: actor.id }, now);
        context.audit({ resourceId: body.id });
        context.publish({ topic: 'floor' });
        context.publish({ topic: 'patient', patientId, id: body.id });
        return (await findAppointment(tx, patientId, body.id)) ?? absent;
      },
    ),

    route(
      api.bookSeries,
      { resource: 'schedule', action: 'u', subject: 'patient' },
      { audit: 'appointment.book' },
      async (context) => {
        const { tx, params, body, actor, clinic, role, now, newId } = context;
        const { patientId = '', seriesId = '' } = params;
        const series = await findSeries(tx, patientId, seriesId);
        if (series === undefined) return absent;
        if (series.status !== 'active')
          return refuse(409, 'series-not-active', `This series is ${series.status}. Nothing was booked.`);
        const { edition } = series;
        if (edition === undefined)
          return refuse(
            422,
            'no-protocol',
            'The protocol of this series is not in this installation. Nothing was booked.',
          );
        const booker = {
          tx,
          clinic,
          now,
          newId,
          rooms: await listRooms(tx),
          practitioners: await listPractitioners(tx),
        };
        const refused = await bookWholeSeries(booker, { patientId, series, edition }, body.cycles);
        if (refused !== undefined) return refused;
        await finishTasksOfKind(
          tx,
          { patientId, kinds: [...nextVisit, 'book-next-dose'], by: actor.id },
          now,
        );
        const stage = (await findPatient(tx, patientId))?.stage;
        if (stage === 'consulted' || stage === 'planned') await setStage(tx, patientId, 'preparing', now);
        context.audit({ resourceId: seriesId });
        context.publish({ topic: 'floor' });
        context.publish({ topic: 'patient', patientId, id: seriesId });
        const booked = await findSeries(tx, patientId, seriesId);
        if (booked === undefined) return absent;
        return role === 'front-desk' ? withoutCare(booked) : booked;
      },
    ),

    route(
      api.cancelAppointment,
      { resource: 'schedule', action: 'u', subject: 'patient' },
      { audit: 'appointment.cancel' },
      async (context) => {
        const { tx, params, body, actor, now, newId } = context;
        const { patientId = '', appointmentId = '' } = params;
        const appointment = await findAppointment(tx, patientId, appointmentId);
        if (appointment === undefined) return absent;
        if (!(await cancelSlot(tx, { id: appointmentId, patientId, version: body.version, now })))
          return stale;
        await raiseRebooking(tx, {
          id: newId(),
          patientId,
          appointmentId,
          kind: appointment.kind,
          reason: body.reason,
          by: actor.name,
          now,
        });
        context.audit({ resourceId: appointmentId });
        context.publish({ topic: 'floor' });
        context.publish({ topic: 'patient', patientId, id: appointmentId });
        return { done: true as const };
      },
    ),

    route(
      api.listAppointments,
      { resource: 'schedule', action: 'r', subject: 'patient' },
      { audit: 'appointment.list' },
      async ({ tx, params, role }) => {
        const appointments = await appointmentsOf(tx, params['patientId'] ?? '');
        return { appointments: role === 'companion' ? appointments.filter(isForTheRide) : appointments };
      },
    ),

    route(
      api.getDay,
      { resource: 'schedule', action: 'r', subject: 'clinic' },
      { audit: 'day.read' },
      async (context) => {
        const { tx, query, clinic, actor, role, now } = context;
        if (actor.kind !== 'staff') return absent;
        const date = query.date ?? localDateOf(now, clinic.zone);
        const span = {
          fromAt: instantOf(date, 0, clinic.zone),
          toAt: instantOf(addDays(date, 1), 0, clinic.zone),
        };
        const slots = await slotsBetween(tx, span, viewerOf(actor, role, now));
        context.audit({ patientIds: [...new Set(slots.map(({ appointment }) => appointment.patientId))] });
        return { now, date, rows: await dayRows(tx, slots, now) };
      },
    ),

    route(
      api.getGateSheet,
      { resource: 'gate-sheet', action: 'r', subject: 'patient' },
      { audit: 'gate-sheet.read' },
      async ({ tx, params, clinic, role, now }) => {
        const patientId = params['patientId'] ?? '';
        const patient = await findPatient(tx, patientId);
        const dose = await comingDose(
          tx,
          patientId,
          instantOf(localDateOf(now, clinic.zone), 0, clinic.zone),
        );
        const followed = await careRecordOf(tx, patientId, now, { cycleId: dose?.appointment.cycleId });
        if (patient === undefined || followed === undefined) return absent;
        const { edition } = followed;
        const gate = answerOf(followed, now).gates.openDose;
        return {
          now,
          patientName: nameOf(patient),
          birthDate: patient.birthDate,
          edition,
          appointment: dose?.appointment,
          sessionId: dose?.sessionId,
          gate: role === 'front-desk' ? forTheDesk(gate) : gate,
        };
      },
    ),
  ];
}

/** A companion comes for the day of a dose; consults and integration hours are not theirs to know. */
function isForTheRide({ kind, status }: Appointment): boolean {
  return kind === 'dose' && status !== 'cancelled';
}

/** Desk and admin see whole names; care staff see those in their care. */
function viewerOf(actor: Actor, role: string, now: number): Viewer | undefined {
  return role === 'front-desk' || role === 'admin'
    ? undefined
    : { accountId: actor.id, onShift: actor.onShift, now };
}

/** The desk booked slots; what is ordered and why is not the desk's to read. */
function withoutCare(series: Series): Series {
  return { ...series, indication: '', statusReason: undefined, order: undefined };
}
