// Facts as a device in the room would send them, for tests about what becomes of facts.

import { randomUUID } from 'node:crypto';
import type { SessionEvent, SessionFact } from '#dosing-session/events.ts';
import type { Chart } from '#test/people.ts';

export const deviceOf = (number: number): string =>
  `0a0b0c0d-0000-4000-8000-00de0000${String(number).padStart(4, '0')}`;

export type Device = { fact(fact: SessionFact, at: number): SessionEvent };

/** One tablet: it numbers its own facts from one. */
export function device(chart: Pick<Chart, 'patientId' | 'sessionId'>, number = 1): Device {
  let seq = 0;
  return {
    fact: (fact, at) => {
      seq += 1;
      return {
        eventId: randomUUID(),
        sessionId: chart.sessionId,
        patientId: chart.patientId,
        deviceId: deviceOf(number),
        deviceSeq: seq,
        effectiveAt: at,
        recordedAt: at,
        fact,
      };
    },
  };
}

export const note = (text: string): SessionFact => ({ type: 'NoteAdded', v: 1, text });

export const pressure = (systolicMmHg: number, diastolicMmHg: number): SessionFact => ({
  type: 'VitalSignsMeasured',
  v: 1,
  systolicMmHg,
  diastolicMmHg,
  couldNotRead: [],
  context: 'unscheduled',
  source: 'typed',
});

export const doseStarted = {
  type: 'DoseStarted',
  v: 1,
  route: 'iv',
  doseMg: 33,
  concentrationMgPerMl: 1,
  rateMgPerMin: 0.825,
  plannedMinutes: 40,
  lot: null,
  expiry: null,
} as const satisfies SessionFact;
