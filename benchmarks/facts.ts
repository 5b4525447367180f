// A vital sign as a tablet sends it, and the request that carries it.

import { randomUUID } from 'node:crypto';
import type { SessionEvent } from '#dosing-session/events.ts';
import type { Room } from './clinic.ts';
import { requestText } from './wire.ts';

export function vitalSigns(about: {
  room: Pick<Room, 'patientId' | 'sessionId'>;
  deviceId: string;
  deviceSeq: number;
}): SessionEvent {
  const now = Date.now();
  return {
    eventId: randomUUID(),
    sessionId: about.room.sessionId,
    patientId: about.room.patientId,
    deviceId: about.deviceId,
    deviceSeq: about.deviceSeq,
    effectiveAt: now,
    recordedAt: now,
    clockOffsetMs: 12,
    fact: {
      type: 'VitalSignsMeasured',
      v: 1,
      systolicMmHg: 120 + (about.deviceSeq % 20),
      diastolicMmHg: 78,
      heartRatePerMin: 72,
      spo2Percent: 98,
      couldNotRead: [],
      context: 'scheduled',
      source: 'typed',
    },
  };
}

export function eventsPath(room: Pick<Room, 'patientId' | 'sessionId'>): string {
  return `/api/patients/${room.patientId}/dosing-sessions/${room.sessionId}/events`;
}

export function appendText(room: Room, ...events: readonly SessionEvent[]): string {
  return requestText({
    method: 'POST',
    path: eventsPath(room),
    cookie: room.cookie,
    body: JSON.stringify({ events }),
  });
}
