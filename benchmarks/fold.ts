// Two thousand facts into the state of one session, as a screen does when it opens; and one more fact on top.

import type { RecordedEvent } from '#dosing-session/events.ts';
import { append, fold } from '#dosing-session/state.ts';
import { type Figure, median } from './figures.ts';

const factCount = 2_000;

function recorded(version: number, fact: RecordedEvent['fact']): RecordedEvent {
  const at = Date.UTC(2027, 2, 2, 14, 0) + version * 5_000;
  return {
    eventId: `00000000-0000-4000-8000-${version.toString(16).padStart(12, '0')}`,
    sessionId: '00000000-0000-4000-8000-0000000a0000',
    patientId: '00000000-0000-4000-8000-0000000b0000',
    deviceId: `00000000-0000-4000-8000-0000000c000${version % 3}`,
    deviceSeq: Math.ceil(version / 3),
    effectiveAt: at,
    recordedAt: at,
    fact,
    version,
    receivedAt: at,
    authorId: '00000000-0000-4000-8000-0000000d0000',
    authorName: 'Maria Ruiz',
    actingRole: 'nurse',
  };
}

function factAt(version: number): RecordedEvent['fact'] {
  if (version === 1) return { type: 'PatientArrived', v: 1 };
  if (version === 2)
    return {
      type: 'DoseStarted',
      v: 1,
      route: 'iv',
      doseMg: 35,
      concentrationMgPerMl: 1,
      rateMgPerMin: 0.875,
      plannedMinutes: 40,
      lot: 'A1',
      expiry: '2028-01',
    };
  if (version % 4 === 0) return { type: 'SedationRated', v: 1, moaas: 5 };
  return {
    type: 'VitalSignsMeasured',
    v: 1,
    systolicMmHg: 120 + (version % 30),
    diastolicMmHg: 78,
    heartRatePerMin: 72,
    spo2Percent: 98,
    couldNotRead: [],
    context: 'scheduled',
    source: 'typed',
  };
}

export function measureFold(): Figure[] {
  const events = Array.from({ length: factCount }, (_, index) => recorded(index + 1, factAt(index + 1)));
  const next = recorded(factCount + 1, factAt(factCount + 1));
  const timed = (work: () => unknown): number[] =>
    Array.from({ length: 25 }, () => {
      const from = performance.now();
      work();
      return performance.now() - from;
    }).slice(5);
  const whole = timed(() => fold(events));
  const state = fold(events);
  if (state.log.length !== factCount) throw new Error('The fold lost a fact.');
  const one = timed(() => append(state, next));
  return [
    {
      name: `Fold a session of ${factCount.toLocaleString('en-US')} facts`,
      unit: 'ms',
      value: median(whole),
      target: { words: 'under 5 ms', met: median(whole) < 5 },
      also: [`one more fact ${median(one).toFixed(2)} ms`],
    },
  ];
}
