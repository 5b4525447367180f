// A guide sits with the person and needs little: these routes tell that much of a session, and take only what is a guide's to say.

import * as api from '#api/guided-room.ts';
import type { PreparationBody } from '#api/preparation.ts';
import { mayGuideWrite, nursesPart, shownToGuide } from '#dosing-session/guided.ts';
import { inTheRoom } from '#dosing-session/presence.ts';
import { doseStartedAt } from '#dosing-session/readings.ts';
import { signals } from '#dosing-session/signals.ts';
import { watcherOf } from '#dosing-session/watch.ts';
import { aloneRoute, decide, type Route, route, standingsTo } from '#server/access';
import { bedsideAppender, eventsAfter, keptIn, type LiveSessions } from '#server/dosing-sessions';
import { isRefusal, refuse } from '#server/edge';
import { sharedIntention } from '#server/own-words';
import type { Ports } from '#server/ports';
import { currentPreparation } from '#server/preparation';
import { editionsNamed } from '#server/protocols';
import { roomOf, runningRooms } from './store.ts';

const absent = refuse(404, 'absent', 'There is nothing here.');

const saidForComfort: ReadonlySet<PreparationBody['kind']> = new Set<PreparationBody['kind']>([
  'limits',
  'navigation-plan',
  'comfort',
  'company',
  'grounding',
  'feelings',
]);

export function guidedRoomRoutes(ports: Ports, live: LiveSessions): readonly Route[] {
  const appender = bedsideAppender(ports, live);
  return [
    route(
      api.listGuidedRooms,
      { resource: 'guided-rooms', action: 'r', subject: 'clinic' },
      { audit: 'guided-room.list' },
      async ({ tx, actor, now, audit }) => {
        const running = await runningRooms(tx, now);
        const standings = await standingsTo(
          tx,
          running.map((row) => ({ actor, patientId: row.patient_id })),
          now,
        );
        const rows = running.filter((_, index) => {
          const standing = standings[index];
          return standing !== undefined && decide(actor.roles, 'guided-room', 'r', standing).allowed;
        });
        const states = await live.statesOf(
          keptIn(tx),
          rows.map((row) => ({ id: row.session_id, patientId: row.patient_id })),
        );
        audit({ patientIds: rows.map((row) => row.patient_id) });
        return {
          now,
          rooms: rows.map((row) => ({
            patientId: row.patient_id,
            sessionId: row.session_id,
            patientFirstName: row.first_name,
            roomName: row.room_name,
            phase: states.get(row.session_id)?.phase ?? 'before',
          })),
        };
      },
    ),

    route(
      api.getGuidedRoom,
      { resource: 'guided-room', action: 'r', subject: 'patient' },
      { audit: 'guided-room.read' },
      async ({ tx, actor, params, now, audit }) => {
        const { patientId = '', sessionId = '' } = params;
        const room = await roomOf(tx, { patientId, sessionId });
        if (room === undefined) return absent;
        audit({ resourceId: sessionId });
        const state = await live.stateOf(keptIn(tx), { id: sessionId, patientId });
        const edition = (await editionsNamed(tx, [room.edition_id]))(room.edition_id);
        const preparation = await currentPreparation(tx, patientId, room.cycle_id);
        const shown = shownToGuide(state, actor.id);
        return {
          now,
          patientFirstName: room.first_name,
          roomName: room.room_name,
          phase: state.phase,
          doseStartedAt: doseStartedAt(state),
          watcherName: watcherOf(state)?.name,
          inTheRoom: inTheRoom(state).map(({ name }) => name),
          intention: await sharedIntention(tx, ports, { patientId, cycleId: room.cycle_id }),
          preparation: preparation.filter(({ body }) => saidForComfort.has(body.kind)),
          calls: signals(state)
            .filter(({ resolvedAt }) => resolvedAt === undefined)
            .map(({ eventId, kind, wish, at, answeredBy }) => ({ key: eventId, kind, wish, at, answeredBy })),
          nurse: nursesPart(state, edition, now),
          events: (await eventsAfter(tx, sessionId, 0)).filter(({ eventId }) => shown.has(eventId)),
        };
      },
    ),

    aloneRoute(
      api.appendGuidedFacts,
      { resource: 'guided-room', action: 'c', subject: 'patient' },
      { audit: 'guided-room.append', rate: 'bedside' },
      async ({ actor, clinic, params, body, now, requestId }) => {
        const outcome = await appender.append({
          actor,
          clinic,
          patientId: params['patientId'] ?? '',
          sessionId: params['sessionId'] ?? '',
          events: body.events,
          now,
          requestId,
          as: { resource: 'guided-room', action: 'c' },
          takes: ({ fact, paper }) => paper === undefined && mayGuideWrite(fact, actor.name),
        });
        return isRefusal(outcome) ? outcome : { done: true as const };
      },
    ),
  ];
}
