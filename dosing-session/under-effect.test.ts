import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SessionFact } from './events.ts';
import { atTablet, patientId } from './examples/people.ts';
import { factOf, idsFrom, recorder } from './recorder.ts';
import { fold } from './state.ts';
import { isUnderEffect } from './under-effect.ts';

const session = { sessionId: '0c0c0c0c-0000-4000-8000-0000000000bc', patientId };
const lot = { lot: null, expiry: null };
const pump = factOf('DoseStarted', {
  route: 'iv',
  doseMg: 40,
  concentrationMgPerMl: 10,
  rateMgPerMin: 1,
  plannedMinutes: 40,
  ...lot,
});
const part = factOf('DoseGiven', { route: 'im', doseMg: 20, ...lot });
const stop = factOf('DoseStopped', { reason: 'complete' });
const rest = factOf('RecoveryStarted', {});
const home = factOf('PatientReleased', { toName: 'Luz', toRelation: 'sister' });

describe('the dark screen of the one who is dosed', () => {
  const rows: readonly (readonly [string, readonly SessionFact[], boolean])[] = [
    ['is not up before the dose', [factOf('PatientArrived', {})], false],
    ['comes up with the pump', [pump], true],
    ['comes up with an injection', [part], true],
    ['stays when the pump has stopped', [pump, stop], true],
    ['goes when staff have marked that recovery began', [pump, stop, rest], false],
    ['comes back with a further part', [part, rest, part], true],
    ['is not taken away by a mark from before the dose', [rest, part], true],
    ['goes with the person', [part, home], false],
  ];
  for (const [words, facts, up] of rows)
    test(words, () => {
      const log = recorder({ ...session, startAt: 1_796_000_000_000, nextId: idsFrom(57) });
      for (const [minute, fact] of facts.entries()) log.record(atTablet, minute, fact);
      assert.equal(isUnderEffect(fold(log.events, session)), up);
    });

  test('comes back when the mark was entered in error', () => {
    const log = recorder({ ...session, startAt: 1_796_000_000_000, nextId: idsFrom(58) });
    log.record(atTablet, 0, part);
    const targetEventId = log.record(atTablet, 9, rest);
    log.record(atTablet, 10, factOf('EnteredInError', { targetEventId, reason: 'Wrong room' }));
    assert.equal(isUnderEffect(fold(log.events, session)), true);
  });
});
