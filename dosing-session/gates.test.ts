import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CareRecord } from '#clinical/care-record.ts';
import type { Condition } from '#clinical/gate.ts';
import { checkSchedule } from '#clinical/monitoring/schedule.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import type { LogEvent, SessionFact } from './events.ts';
import { calmInfusion } from './examples/calm-infusion.ts';
import { atPhone, atTablet, inBed, patient, patientId } from './examples/people.ts';
import { careFacts } from './facts.ts';
import { mayDose, mayLeave } from './gates.ts';
import { factOf, idsFrom, type Pen, recorder } from './recorder.ts';
import { signals } from './signals.ts';
import { append, emptySession, fold, type SessionState } from './state.ts';

const startAt = calmInfusion.startAt;
const at = (minute: number): number => startAt + minute * 60_000;

const record: CareRecord = {
  patientId,
  zone: 'America/Chicago',
  stage: 'arrived',
  screening: { submittedAt: at(-40_000) },
  issues: [],
  plan: {
    seriesId: 's',
    route: 'iv',
    editionId: edition.id,
    status: 'active',
    order: { doseMg: 40, weightKg: 80, infusionMinutes: 40, signedAt: at(-5000), signedBy: 'Dr Amara Osei' },
  },
  staffing: { nursesOnShift: 2, dosingNow: 0 },
  cycle: {
    id: 'c',
    number: 1,
    consent: { editionId: edition.consentEditionId, signedAt: at(-5000) },
    preparation: { talk: { value: 'done', at: at(-5000), by: 'Thea Brandt', byRole: 'therapist' } },
    doseAppointment: { startsAt: at(15), endsAt: at(150) },
    integrationAppointment: { startsAt: at(15 + 48 * 60) },
  },
};
const until = (minute: number, without: readonly SessionFact['type'][] = []): SessionState =>
  fold(
    calmInfusion.events.filter(
      ({ effectiveAt, fact }) => effectiveAt <= at(minute) && !without.includes(fact.type),
    ),
    calmInfusion,
  );
const also = (state: SessionState, minute: number, fact: SessionFact, by: Pen = atPhone): SessionState => {
  const log = recorder({ ...calmInfusion, nextId: idsFrom(200 + state.log.length) });
  log.record(by, minute, fact);
  return append(state, ...(log.events as LogEvent[]));
};
const ask = (state: SessionState, minute: number) => ({ record, state, edition, now: at(minute) });
const stateOf = (lines: readonly { condition: Condition; state: string }[], condition: Condition) =>
  lines.find((line) => line.condition === condition)?.state;

describe('may we dose', () => {
  test('opens when the room has said everything', () => {
    const { open, gate, stops, concerns } = mayDose(ask(until(19), 19));
    assert.deepEqual(
      gate.lines.filter(({ state }) => state !== 'met').map(({ condition, have }) => [condition, have.code]),
      [],
    );
    assert.deepEqual([open, stops, concerns], [true, [], []]);
  });

  const missing: readonly (readonly [SessionFact['type'], Condition])[] = [
    ['IdentityConfirmed', 'identity'],
    ['LastIntakeReported', 'last-food'],
    ['MedicinesReconfirmed', 'medicines'],
    ['RiskQuestionAsked', 'risk'],
    ['CallDeviceTested', 'call-device'],
    ['VitalSignsMeasured', 'blood-pressure'],
    ['IntentionConfirmed', 'intention'],
    ['PreDoseReviewSigned', 'pre-dose-review'],
    ['EscortConfirmed', 'ride'],
  ];
  for (const [type, condition] of missing)
    test(`${condition} is unknown, and shut, when nobody recorded it`, () => {
      const { open, gate } = mayDose(ask(until(19, [type]), 19));
      assert.equal(stateOf(gate.lines, condition), 'unknown');
      assert.equal(open, false);
    });

  test('two identifiers that are not the spoken ones leave identity unknown', () => {
    const state = also(
      until(19, ['IdentityConfirmed']),
      19,
      factOf('IdentityConfirmed', { identifiers: ['photo', 'wristband'] }),
    );
    assert.equal(stateOf(mayDose(ask(state, 19)).gate.lines, 'identity'), 'unknown');
  });

  test('a later mismatch shuts it, and an earlier confirmation does not hide it', () => {
    const state = also(until(19), 19, factOf('IdentityDidNotMatch', {}));
    const answer = mayDose(ask(state, 19));
    assert.equal(stateOf(answer.gate.lines, 'identity'), 'not-met');
    assert.deepEqual(answer.concerns, ['facts-in-conflict']);
  });

  test('a cuff that could not be read makes the older pressure unknown', () => {
    const state = also(
      until(19),
      19,
      factOf('VitalSignsMeasured', {
        couldNotRead: ['systolicMmHg', 'diastolicMmHg'],
        context: 'baseline',
        source: 'typed',
      }),
    );
    assert.equal(stateOf(mayDose(ask(state, 19)).gate.lines, 'blood-pressure'), 'unknown');
  });

  test('the driver never confirmed: shut, and open after the prescriber decides with a reason', () => {
    const shut = until(19, ['EscortConfirmed']);
    assert.equal(mayDose(ask(shut, 19)).open, false);
    const decided = also(
      shut,
      19,
      factOf('ConditionOverridden', {
        condition: 'ride',
        reason: 'A nurse drives them home',
        deciderName: 'Dr Amara Osei',
      }),
    );
    const answer = mayDose(ask(decided, 19));
    assert.equal(stateOf(answer.gate.lines, 'ride'), 'overridden');
    assert.equal(answer.open, true);
  });

  test('a called-off session ends the question', () => {
    const off = also(
      until(19),
      19,
      factOf('SessionCalledOff', { reason: 'Not today', deciderName: 'Dr Amara Osei' }),
    );
    const { open, stops } = mayDose(ask(off, 19));
    assert.deepEqual([open, stops], [false, ['called-off']]);
  });

  test('without a cycle there is nothing to stand on, and it is shut', () => {
    assert.equal(mayDose({ ...ask(until(19), 19), record: { ...record, cycle: undefined } }).open, false);
  });
});

describe('may they leave', () => {
  test('opens with fresh facts and a person at the door', () => {
    const state = until(124);
    const { open, gate, concerns } = mayLeave(ask(state, 124));
    assert.deepEqual(
      gate.lines.filter((line) => line.state !== 'met').map(({ condition, have }) => [condition, have.code]),
      [],
    );
    assert.deepEqual([open, concerns], [true, []]);
  });

  const missing: readonly (readonly [SessionFact['type'], Condition])[] = [
    ['DoseStopped', 'dose-ended'],
    ['AldreteScored', 'recovery-score'],
    ['OrientationChecked', 'orientation'],
    ['GaitChecked', 'gait'],
    ['SedationRated', 'awake'],
    ['SymptomsAsked', 'symptoms'],
    ['InstructionsRepeatedBack', 'instructions'],
    ['LineRemoved', 'line-removed'],
    ['BelongingsReturned', 'belongings'],
    ['EscortArrived', 'escort-at-door'],
  ];
  for (const [type, condition] of missing)
    test(`${condition} keeps them when nobody recorded it`, () => {
      const { open, gate } = mayLeave(ask(until(124, [type]), 124));
      assert.notEqual(stateOf(gate.lines, condition), 'met');
      assert.equal(open, false);
    });

  test('a wrong code word at the door is nobody at the door', () => {
    const state = also(until(124), 124, factOf('EscortArrived', { name: 'Someone', codeWordMatched: false }));
    assert.equal(stateOf(mayLeave(ask(state, 124)).gate.lines, 'escort-at-door'), 'not-met');
  });

  test('an Aldrete score with an item left out is no score', () => {
    const state = also(
      until(124, ['AldreteScored']),
      124,
      factOf('AldreteScored', { items: { activity: 2, respiration: 2, circulation: 2, consciousness: 2 } }),
    );
    assert.equal(stateOf(mayLeave(ask(state, 124)).gate.lines, 'recovery-score'), 'unknown');
  });

  test('a call nobody dealt with keeps them', () => {
    const state = also(until(124), 124, factOf('PatientSignalled', { signal: 'come' }));
    assert.equal(stateOf(mayLeave(ask(state, 124)).gate.lines, 'open-signals'), 'not-met');
  });
});

describe('the second check', () => {
  const figures = { doseMg: 40, weightKg: 80, concentrationMgPerMl: 10, volumeMl: 4, rateMlPerHour: 6 };
  const worked = (by: Pen, change: Partial<typeof figures> = {}) =>
    [factOf('DoseWorkedOut', { ...figures, ...change }), by] as const;
  const line = (...said: readonly (readonly [SessionFact, Pen])[]) => {
    const state = said.reduce(
      (before, [fact, by], index) => also(before, 16 + index / 10, fact, by),
      until(19, ['DoseWorkedOut']),
    );
    const found = mayDose(ask(state, 19)).gate.lines.find(({ condition }) => condition === 'second-check');
    return [found?.state, found?.have.code];
  };
  const nurseAtPhone: Pen = { author: atTablet.author, device: atPhone.device };
  const secondAtTablet: Pen = { author: atPhone.author, device: atTablet.device };
  const note = factOf('SecondCheckDone', { doseMg: 40, by: 'Tomas Berg' });

  test('holds until two people have worked out the same, each signed in as themselves', () => {
    const table = [
      ['nobody', [], ['unknown', 'nothing']],
      ['a note that somebody looked', [[note, atTablet]], ['unknown', 'nothing']],
      ['one person', [worked(atTablet)], ['unknown', 'check-by-one']],
      ['one person twice', [worked(atTablet), worked(atTablet)], ['unknown', 'check-by-one']],
      ['one person on two devices', [worked(atTablet), worked(nurseAtPhone)], ['unknown', 'check-by-one']],
      ['two people', [worked(atTablet), worked(atPhone)], ['met', 'check-agrees']],
      [
        'two people, one after the other on one tablet',
        [worked(atTablet), worked(secondAtTablet)],
        ['met', 'check-agrees'],
      ],
      [
        'another volume',
        [worked(atTablet), worked(atPhone, { volumeMl: 4.4 })],
        ['not-met', 'check-differs'],
      ],
      [
        'another rate',
        [worked(atTablet), worked(atPhone, { rateMlPerHour: 60 })],
        ['not-met', 'check-differs'],
      ],
      [
        'worked out again, and the same',
        [worked(atTablet), worked(atPhone, { volumeMl: 4.4 }), worked(atPhone)],
        ['met', 'check-agrees'],
      ],
      [
        'both the same, and not what is ordered',
        [worked(atTablet, { doseMg: 44, volumeMl: 4.4 }), worked(atPhone, { doseMg: 44, volumeMl: 4.4 })],
        ['not-met', 'check-of-another-dose'],
      ],
      [
        'both copied a slip that does not give its own dose',
        [worked(atTablet, { volumeMl: 8 }), worked(atPhone, { volumeMl: 8 })],
        ['not-met', 'check-differs'],
      ],
      [
        'a number left out on both sides',
        [
          [factOf('DoseWorkedOut', { doseMg: 40, weightKg: 80 }), atTablet],
          [factOf('DoseWorkedOut', { doseMg: 40, weightKg: 80 }), atPhone],
        ],
        ['unknown', 'check-not-whole'],
      ],
    ] as const;
    for (const [what, said, found] of table) assert.deepEqual(line(...said), found, what);
  });

  test('a check older than its time is worked out again', () => {
    const limit = edition.ageLimitMinutes['second-check']?.value ?? 0;
    const at = (minute: number) =>
      mayDose(ask(until(19), minute)).gate.lines.find(({ condition }) => condition === 'second-check');
    assert.equal(at(16 + limit)?.state, 'met');
    assert.deepEqual([at(17 + limit)?.state, at(17 + limit)?.have.code], ['unknown', 'check-by-one']);
    assert.equal(at(19 + limit)?.have.code, 'check-too-old');
  });
});

describe('the call button before a dose', () => {
  const settled = () => until(9, ['PatientSignalled', 'CallDeviceTested']);
  const pressed = (by: Pen) => {
    const state = also(settled(), 9, factOf('PatientSignalled', { signal: 'come' }), by);
    return { state, signalEventId: state.facts.PatientSignalled.at(-1)?.eventId ?? '' };
  };
  const line = (state: SessionState) =>
    mayDose(ask(state, 19)).gate.lines.find(({ condition }) => condition === 'call-device');
  const tried = ({ state, signalEventId }: ReturnType<typeof pressed>, by: Pen = atTablet) =>
    also(state, 9.2, factOf('CallDeviceTested', { result: 'heard', signalEventId }), by);

  test('is heard when the patient pressed and it came in on a device of the staff', () => {
    const inTheSameHand: Pen = { author: patient, device: atTablet.device };
    const table = [
      ['the patient presses, the nurse’s tablet hears it', tried(pressed(inBed)), 'met', 'heard'],
      [
        'nobody pressed',
        also(settled(), 9, factOf('CallDeviceTested', { result: 'heard' })),
        'unknown',
        'told',
      ],
      ['the nurse pressed herself', tried(pressed(atPhone)), 'unknown', 'told'],
      ['it came in on the device it was pressed on', tried(pressed(inTheSameHand)), 'unknown', 'told'],
      ['pressed, and nobody said that it came in', pressed(inBed).state, 'unknown', 'nothing'],
      [
        'pressed, and nothing came in',
        also(pressed(inBed).state, 9.2, factOf('CallDeviceTested', { result: 'not-heard' })),
        'not-met',
        'not-heard',
      ],
    ] as const;
    for (const [what, state, found, code] of table) {
      const asked = line(state);
      assert.deepEqual([asked?.state, asked?.have.code], [found, code], what);
    }
  });

  test('was no call for help: the press is settled by its trial', () => {
    const [call] = signals(tried(pressed(inBed)));
    assert.equal(call?.answeredBy, atTablet.author.name);
    assert.equal(call?.answerSeconds, 12);
    assert.equal(call?.what, 'The call button was tried');
  });
});

describe('what the room tells the record', () => {
  test('an empty room knows nothing, and says so by silence', () => {
    const { arrival, session, overrides } = careFacts(emptySession(calmInfusion), edition);
    assert.deepEqual(
      Object.values(arrival).filter((fact) => fact !== undefined),
      [],
    );
    assert.equal(session.doseStartedAt, undefined);
    assert.equal(session.symptomsUnresolved, undefined);
    assert.deepEqual(overrides, []);
  });

  test('symptoms: not asked is unknown, asked and none is empty, some without a name stays open', () => {
    const before = until(19);
    assert.equal(careFacts(before, edition).session.symptomsUnresolved, undefined);
    const none = also(before, 19, factOf('SymptomsAsked', { answer: 'none' }));
    assert.deepEqual(careFacts(none, edition).session.symptomsUnresolved?.value, []);
    const some = also(none, 20, factOf('SymptomsAsked', { answer: 'some' }), atTablet);
    assert.deepEqual(careFacts(some, edition).session.symptomsUnresolved?.value, ['not-named']);
  });

  test('half a row is not a row: the look at minute 10 stays untaken', () => {
    const half = also(
      until(29.9),
      30,
      factOf('VitalSignsMeasured', {
        heartRatePerMin: 70,
        couldNotRead: [],
        context: 'scheduled',
        source: 'typed',
      }),
    );
    const slot = (state: SessionState) =>
      checkSchedule({ edition, session: careFacts(state, edition).session, now: at(33) })?.slots.find(
        ({ minute }) => minute === 10,
      );
    assert.equal(slot(half)?.state, 'due');
    assert.equal(slot(until(33))?.state, 'taken');
  });
});
