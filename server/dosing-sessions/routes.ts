// The live session on the wire: opened at the door, fed with facts, read by the room, the patient, the board, and told as
// papers afterwards.

import * as api from '#api/dosing-sessions.ts';
import { aloneRoute, type Route, route } from '#server/access';
import { answerOf, careRecordOf, withoutOthersFigures } from '#server/care-record';
import { refuse } from '#server/edge';
import { sharedIntention } from '#server/own-words';
import type { Ports } from '#server/ports';
import { currentPreparation } from '#server/preparation';
import { editionsNamed } from '#server/protocols';
import { ordersInForce } from '#server/standing-orders';
import { type Appender, openAppender } from './append.ts';
import { boardOf } from './board.ts';
import { openCallsOf } from './calls.ts';
import { postgresFactStore } from './fact-store-postgres.ts';
import { eventsAfter, findSession, keepSession, keptIn, type LiveSessions } from './kept.ts';
import { ownSession } from './own-session.ts';
import { appointmentToOpen, doseGivenBySession, roomHeader, sessionsOf, stillInRoom } from './store.ts';
import { eventsFor } from './veil.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');

/** Facts as they come from a bedside, or from a home. */
export function bedsideAppender(ports: Ports, live: LiveSessions): Appender {
  return openAppender({
    store: postgresFactStore(ports),
    live,
    publish: (changes) => ports.bus.publish(changes),
    // A turn of the loop lets requests that arrived together be written together.
    soon: (work) => void setImmediate(work),
  });
}

export function dosingSessionRoutes(ports: Ports, live: LiveSessions): readonly Route[] {
  const appender = bedsideAppender(ports, live);
  return [
    route(
      api.openSession,
      { resource: 'session-record', action: 'c', subject: 'patient' },
      { audit: 'dosing-session.open' },
      async (context) => {
        const { tx, params, body, now } = context;
        const patientId = params['patientId'] ?? '';
        const slot = await appointmentToOpen(tx, patientId, body.appointmentId);
        if (slot === undefined) return absent;
        if (slot.session_id !== null) return { id: slot.session_id };
        const hasPlace = slot.room_id !== null || slot.route === 'home';
        if (slot.kind !== 'dose' || !hasPlace || slot.cycle_id === null) {
          return refuse(422, 'not-a-dose', 'Only a booked dose in a room can be opened.', [
            { path: 'appointmentId', message: 'Choose a booked dose.' },
          ]);
        }
        if (slot.status === 'cancelled')
          return refuse(409, 'cancelled', 'This slot was cancelled. Book it again first.');
        if (slot.series_status !== 'active')
          return refuse(
            409,
            'series-not-active',
            `The series is ${slot.series_status}. The prescriber can resume it.`,
          );
        if (slot.room_id !== null && (await stillInRoom(tx, slot.room_id, now)) !== undefined)
          return refuse(
            409,
            'room-not-left',
            'Someone is still in this room. It opens for the next person once they have been released.',
          );
        await keepSession(tx, {
          id: body.id,
          patientId,
          cycleId: slot.cycle_id,
          appointmentId: body.appointmentId,
          roomId: slot.room_id ?? undefined,
          editionId: slot.edition_id,
          now,
        });
        context.audit({ resourceId: body.id });
        context.publish({ topic: 'floor' });
        context.publish({ topic: 'patient', patientId });
        return { id: body.id };
      },
    ),

    route(
      api.getSession,
      { resource: 'session-record', action: 'r', subject: 'patient' },
      { audit: 'dosing-session.read' },
      async (context) => {
        const { tx, params, now } = context;
        const patientId = params['patientId'] ?? '';
        const session = await findSession(tx, patientId, params['sessionId'] ?? '');
        if (session === undefined) return absent;
        const followed = await careRecordOf(tx, patientId, now, { cycleId: session.cycle_id });
        const header = await roomHeader(tx, session.id);
        if (followed === undefined || header === undefined) return absent;
        context.audit({ resourceId: session.id });
        const events = await eventsFor(tx, context.actor.id, {
          sessionId: session.id,
          events: await eventsAfter(tx, session.id, 0),
        });
        return {
          id: session.id,
          patientId,
          patientName: header.patient_name,
          birthDate: header.birth_date ?? undefined,
          roomName: header.room_name,
          cycleId: session.cycle_id,
          cycleNumber: header.cycle_number,
          cyclesPlanned: header.planned_cycles,
          editionId: session.edition_id,
          edition: (await editionsNamed(tx, [session.edition_id]))(session.edition_id),
          order:
            header.order_id === null || header.order_body === null || header.order_signed_at === null
              ? undefined
              : {
                  id: header.order_id,
                  drug: header.order_body.drug,
                  doseMg: header.order_body.doseMg,
                  parts: header.order_body.parts,
                  form: header.order_body.form,
                  afterHold: header.order_body.afterHold,
                  doseMgPerKg: header.order_body.doseMgPerKg,
                  weightKg: header.order_body.weightKg,
                  infusionMinutes: header.order_body.infusionMinutes,
                  signedByName: header.order_signed_by ?? '',
                  signedAt: header.order_signed_at,
                },
          standingOrders: context.actor.kind === 'staff' ? await ordersInForce(tx) : [],
          preparation: await currentPreparation(tx, patientId, session.cycle_id),
          intention: await sharedIntention(tx, ports, { patientId, cycleId: session.cycle_id }),
          codeWord: context.actor.kind === 'staff' ? (header.code_word ?? undefined) : undefined,
          record: withoutOthersFigures(followed.record, context.actor.id),
          now,
          version: events.at(-1)?.version ?? 0,
          events,
        };
      },
    ),

    route(
      api.getSessionEvents,
      { resource: 'session-record', action: 'r', subject: 'patient' },
      { audit: 'dosing-session.read-events' },
      async ({ tx, actor, params, query, audit }) => {
        const session = await findSession(tx, params['patientId'] ?? '', params['sessionId'] ?? '');
        if (session === undefined) return absent;
        audit({ resourceId: session.id });
        const events = await eventsFor(tx, actor.id, {
          sessionId: session.id,
          events: await eventsAfter(tx, session.id, Number(query.after)),
        });
        return { version: session.version, events };
      },
    ),

    aloneRoute(
      api.appendSessionEvents,
      { resource: 'session-record', action: 'c', subject: 'patient' },
      { audit: 'dosing-session.append', rate: 'bedside', maxBytes: 2 * 1024 * 1024 },
      ({ actor, clinic, params, body, now, requestId }) =>
        appender.append({
          actor,
          clinic,
          patientId: params['patientId'] ?? '',
          sessionId: params['sessionId'] ?? '',
          events: body.events,
          now,
          requestId,
        }),
    ),

    route(
      api.getMySession,
      { resource: 'care-answer', action: 'r', subject: 'patient' },
      { audit: 'dosing-session.read-own' },
      async ({ tx, params, clinic }) => {
        const patientId = params['patientId'] ?? '';
        const running = (await sessionsOf(tx, patientId)).find((session) => session.released_at === null);
        if (running === undefined) return { session: undefined };
        const state = await live.stateOf(keptIn(tx), { id: running.id, patientId });
        return { session: ownSession(running.id, state, ports.bus.listening(clinic.id)) };
      },
    ),

    route(
      api.listOpenCalls,
      { resource: 'open-calls', action: 'r', subject: 'clinic' },
      { audit: 'calls.read' },
      async (context) => {
        const calls = await openCallsOf(context.tx, { now: context.now, live });
        context.audit({ patientIds: [...new Set(calls.map((call) => call.patientId))] });
        return { now: context.now, calls };
      },
    ),

    route(
      api.getBoard,
      { resource: 'session-phase', action: 'r', subject: 'clinic' },
      { audit: 'board.read' },
      async (context) => {
        const { board, patientIds } = await boardOf(context.tx, {
          clinic: context.clinic,
          role: context.role,
          now: context.now,
          live,
        });
        context.audit({ patientIds });
        return board;
      },
    ),

    route(
      api.releaseGate,
      { resource: 'release', action: 'r', subject: 'patient' },
      { audit: 'release-gate.read' },
      async ({ tx, params, now }) => {
        const patientId = params['patientId'] ?? '';
        const session = await findSession(tx, patientId, params['sessionId'] ?? '');
        const followed =
          session === undefined
            ? undefined
            : await careRecordOf(tx, patientId, now, { cycleId: session.cycle_id });
        if (followed === undefined) return absent;
        return { now, gate: answerOf(followed, now).gates.release };
      },
    ),

    route(
      api.listSessions,
      { resource: 'after-visit-summary', action: 'r', subject: 'patient' },
      { audit: 'dosing-session.list' },
      async ({ tx, params }) => {
        const patientId = params['patientId'] ?? '';
        const sessions = await sessionsOf(tx, patientId);
        const given = await doseGivenBySession(
          tx,
          sessions.map((session) => session.id),
        );
        return {
          sessions: sessions.map((session) => ({
            id: session.id,
            cycleId: session.cycle_id,
            openedAt: session.opened_at,
            releasedAt: session.released_at ?? undefined,
            doseMg: given.get(session.id),
          })),
        };
      },
    ),
  ];
}
