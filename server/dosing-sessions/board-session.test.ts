// What the wall says of a room where more than one thing asks for a person.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import { factOf, idsFrom, recorder } from '#dosing-session/recorder.ts';
import { fold } from '#dosing-session/state.ts';
import { doseStarted } from '#test/session-facts.ts';
import { boardSession } from './board-session.ts';
import { boardVisits } from './board-visits.ts';

const ids = idsFrom(12);
const startAt = 1_800_000_000_000;
const identity = { sessionId: ids(), patientId: ids() };
const maria = { author: { id: ids(), name: 'Maria Ruiz', role: 'nurse' as const }, device: { id: ids() } };

type Write = (record: (minute: number, fact: SessionFact) => string) => void;

function told(write: Write) {
  const log = recorder({ ...identity, startAt, nextId: ids });
  write((minute, fact) => log.record(maria, minute, fact));
  return fold(log.events, identity);
}

const room = (write: Write) => boardSession(told(write), ivExample1);

const vitals = (signs: { systolicMmHg: number; spo2Percent?: number }): SessionFact =>
  factOf('VitalSignsMeasured', {
    diastolicMmHg: 78,
    couldNotRead: [],
    context: 'scheduled',
    source: 'typed',
    ...signs,
  });
const pressure = (systolicMmHg: number): SessionFact => vitals({ systolicMmHg });

describe('a room on the wall', () => {
  test('an alert that nobody answered is not hidden behind one that someone did', () => {
    const { alert } = room((record) => {
      record(0, doseStarted);
      record(5, pressure(196));
      const asleep = record(8, factOf('SedationRated', { moaas: 0 }));
      record(9, factOf('AlertAcknowledged', { alertKey: `sedation@${asleep}` }));
    });
    assert.match(String(alert?.text), /pressure|systolic/i);
    assert.equal(alert?.acknowledgedBy, undefined);
  });

  test('checks of one minute are one mark, the later, and none is lost from a wall that shows hours', () => {
    const { checkTimes, alertTimes } = room((record) => {
      record(0, doseStarted);
      for (const minute of [5, 5.4, 5.9, 6, 8])
        record(minute, vitals({ systolicMmHg: 196, spo2Percent: 97 }));
    });
    const minutes = (times: readonly number[]) => times.map((at) => (at - startAt) / 60_000);
    assert.deepEqual(minutes(checkTimes), [5.9, 6, 8]);
    assert.deepEqual(minutes(alertTimes), [5]);
  });

  test('a call to come that nobody answered is not hidden behind a wish that someone saw', () => {
    const { signal } = room((record) => {
      record(0, doseStarted);
      record(5, factOf('PatientSignalled', { signal: 'come' }));
      const wish = record(7, factOf('PatientSignalled', { signal: 'adjust' }));
      record(8, factOf('SignalAcknowledged', { signalEventId: wish }));
    });
    assert.deepEqual([signal?.signal, signal?.acknowledgedBy], ['come', undefined]);
  });

  test('where everything is answered, the latest is shown with who answered', () => {
    const { signal } = room((record) => {
      record(0, doseStarted);
      for (const minute of [5, 7]) {
        const call = record(minute, factOf('PatientSignalled', { signal: 'come' }));
        record(minute + 1, factOf('SignalAcknowledged', { signalEventId: call }));
      }
    });
    assert.deepEqual([signal?.at, signal?.acknowledgedBy], [startAt + 7 * 60_000, 'Maria Ruiz']);
  });

  test('where few interruptions hold, the checks that are made together stand as one visit; elsewhere there is none', () => {
    const begun: Write = (record) => {
      record(0, doseStarted);
      record(0, vitals({ systolicMmHg: 126, spo2Percent: 98 }));
      record(6, factOf('OnsetSaid', { felt: 'felt' }));
    };
    const now = startAt + 11 * 60_000;
    assert.equal(boardVisits(told(begun), ivExample1, now), undefined);
    const quiet = told((record) => {
      record(-5, factOf('InterruptionsSet', { to: 'few', asked: 'by-them' }));
      begun(record);
    });
    const [next] = boardVisits(quiet, ivExample1, now) ?? [];
    assert.deepEqual(next?.checks, ['row', 'line']);
    assert.equal(next?.at, startAt + 10 * 60_000);
  });
});
