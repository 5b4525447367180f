import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Answer, answer, type GateLine } from './answer.ts';
import type { ArrivalFacts, CareRecord, Cycle, SessionFacts } from './care-record.ts';
import { readyNow, readyRecord, restedNow, restedRecord } from './examples/ready-record.ts';
import { routeExamples } from './examples/ready-records.ts';
import {
  type Condition,
  type DoseCondition,
  doseConditions,
  doseConditionsOf,
  type ReleaseCondition,
  releaseConditions,
  releaseConditionsOf,
} from './gate.ts';
import { addMinutes, type Instant, localTime, minutesBetween } from './instant.ts';
import { ivExample1 } from './protocol/iv-example-1.ts';

const edition = ivExample1;

function withCycle(record: CareRecord, change: Partial<Cycle>): CareRecord {
  assert.ok(record.cycle);
  return { ...record, cycle: { ...record.cycle, ...change } };
}

function withArrival(change: ArrivalFacts): CareRecord {
  return withCycle(readyRecord, { arrival: { ...readyRecord.cycle?.arrival, ...change } });
}

function withSession(change: SessionFacts): CareRecord {
  return withCycle(restedRecord, { session: { ...restedRecord.cycle?.session, ...change } });
}

function line(from: Answer, condition: Condition): GateLine {
  const found = [...from.gates.openDose.lines, ...from.gates.release.lines].find(
    (one) => one.condition === condition,
  );
  assert.ok(found, `the gate has a line for ${condition}`);
  return found;
}

function ask(record: CareRecord, now: Instant = readyNow): Answer {
  return answer({ edition, record, now });
}

test('The dose opens only when every line is met', () => {
  const { openDose } = ask(readyRecord).gates;
  assert.deepEqual(
    openDose.lines.filter((one) => one.state !== 'met').map((one) => [one.condition, one.have]),
    [],
  );
  assert.equal(openDose.open, true);
});

test('A person leaves only when every line is met', () => {
  const { release } = ask(restedRecord, restedNow).gates;
  assert.deepEqual(
    release.lines.filter((one) => one.state !== 'met').map((one) => [one.condition, one.have]),
    [],
  );
  assert.equal(release.open, true);
});

test('A record with nothing in it keeps both doors shut and says everything is unknown', () => {
  const { gates } = ask({ patientId: 'p', zone: 'UTC', stage: 'arrived' });
  for (const gate of [gates.openDose, gates.release]) {
    assert.equal(gate.open, false);
    assert.equal(gate.counts.unknown, gate.lines.length);
  }
});

test('Each arrival fact, once missing, makes its line unknown and shuts the dose', () => {
  const lines: readonly (readonly [keyof ArrivalFacts, Condition])[] = [
    ['identity', 'identity'],
    ['medicines', 'medicines'],
    ['lastFoodAt', 'last-food'],
    ['lastClearFluidAt', 'last-clear-fluid'],
    ['risk', 'risk'],
    ['callDevice', 'call-device'],
    ['roomItems', 'room-ready'],
    ['doseWorkedOut', 'second-check'],
    ['bloodPressure', 'blood-pressure'],
    ['heartRatePerMin', 'heart-rate'],
    ['spo2Percent', 'oxygen'],
    ['weightKg', 'weight'],
    ['intention', 'intention'],
    ['preDoseReview', 'pre-dose-review'],
  ];
  for (const [field, condition] of lines) {
    const given = ask(withArrival({ [field]: undefined }));
    assert.equal(line(given, condition).state, 'unknown', field);
    assert.equal(given.gates.openDose.open, false, field);
    assert.ok(given.unknown.includes(`open-dose/${condition}`), field);
  }
});

test('Answers that are not a yes do not open the dose', () => {
  const fact = <T>(value: T) => ({ value, at: readyNow - 1, by: 'Maria Ruiz', byRole: 'nurse' as const });
  const cases: readonly (readonly [ArrivalFacts, Condition, GateLine['state'], string])[] = [
    [{ identity: fact('does-not-match') }, 'identity', 'not-met', 'does-not-match'],
    [{ medicines: fact('changed') }, 'medicines', 'not-met', 'changed'],
    [{ medicines: fact('not-sure') }, 'medicines', 'unknown', 'not-sure'],
    [{ lastFoodAt: fact('not-sure') }, 'last-food', 'unknown', 'not-sure'],
    [{ lastFoodAt: fact(addMinutes(readyNow, 5)) }, 'last-food', 'unknown', 'from-the-future'],
    [{ risk: fact('thoughts') }, 'risk', 'not-met', 'thoughts'],
    [{ risk: fact('declined') }, 'risk', 'unknown', 'declined'],
    [{ callDevice: fact('not-heard') }, 'call-device', 'not-met', 'not-heard'],
    [{ preDoseReview: fact({ doseMg: 35 }) }, 'pre-dose-review', 'not-met', 'reviewed-other-dose'],
    [{ weightKg: fact(80) }, 'weight', 'not-met', 'weight-changed'],
    [{ weightKg: fact(720) }, 'weight', 'unknown', 'weightKg-implausible'],
    [{ heartRatePerMin: fact(101) }, 'heart-rate', 'not-met', 'heartRatePerMin-above'],
    [{ spo2Percent: fact(93) }, 'oxygen', 'not-met', 'spo2Percent-below'],
  ];
  for (const [change, condition, state, code] of cases) {
    const given = line(ask(withArrival(change)), condition);
    assert.deepEqual([given.state, given.have.code], [state, code], condition);
  }
});

test('The start limit is asked strictly above: 140 over 90 is inside, one more is not', () => {
  const cases = [
    [140, 90, 'met'],
    [141, 90, 'not-met'],
    [140, 91, 'not-met'],
    [90, 60, 'met'],
    [89, 60, 'not-met'],
    [80, 90, 'unknown'],
    [820, 90, 'unknown'],
  ] as const;
  for (const [systolicMmHg, diastolicMmHg, state] of cases) {
    const bloodPressure = {
      value: { systolicMmHg, diastolicMmHg },
      at: readyNow,
      by: 'Maria Ruiz',
      byRole: 'nurse',
    } as const;
    const given = line(ask(withArrival({ bloodPressure })), 'blood-pressure');
    assert.equal(given.state, state, `${systolicMmHg}/${diastolicMmHg}`);
  }
});

test('Food six hours ago is long enough, a minute less is not', () => {
  const cases = [
    [359, 'not-met'],
    [360, 'met'],
    [361, 'met'],
  ] as const;
  for (const [minutes, state] of cases) {
    const lastFoodAt = {
      value: addMinutes(readyNow, -minutes),
      at: readyNow,
      by: 'P. Lind',
      byRole: 'front-desk',
    } as const;
    const lastFoodHeavy = { ...lastFoodAt, value: 'no' } as const;
    assert.equal(
      line(ask(withArrival({ lastFoodAt, lastFoodHeavy })), 'last-food').state,
      state,
      `${minutes}`,
    );
  }
});

test('A fact that grows too old turns unknown by itself', () => {
  const at = readyRecord.cycle?.arrival?.bloodPressure?.at ?? 0;
  const limit = edition.ageLimitMinutes['blood-pressure']?.value ?? 0;
  assert.equal(line(ask(readyRecord, addMinutes(at, limit)), 'blood-pressure').state, 'met');
  const old = line(ask(readyRecord, addMinutes(at, limit) + 1), 'blood-pressure');
  assert.deepEqual([old.state, old.have.code], ['unknown', 'too-old']);
});

test('A reading dated ahead of the clock is not believed', () => {
  const bloodPressure = {
    value: { systolicMmHg: 120, diastolicMmHg: 70 },
    at: addMinutes(readyNow, 6),
    by: 'Maria Ruiz',
    byRole: 'nurse',
  } as const;
  const given = line(ask(withArrival({ bloodPressure })), 'blood-pressure');
  assert.deepEqual([given.state, given.have.code], ['unknown', 'from-the-future']);
});

test('A companion who has not answered is not a ride home', () => {
  const cases = [
    ['asked', 'not-met'],
    ['declined', 'not-met'],
    ['accepted', 'met'],
    ['on-the-way', 'met'],
    ['at-the-door', 'met'],
    ['home-safe', 'unknown'],
  ] as const;
  for (const [state, expected] of cases) {
    const record = withCycle(readyRecord, { ride: { companionName: 'Lena Tan', state, at: readyNow } });
    assert.equal(line(ask(record), 'ride').state, expected, state);
  }
});

test('An override opens the line, keeps what is true on view, and needs a name and a reason', () => {
  const asked = withCycle(readyRecord, {
    ride: { companionName: 'Ben Tan', state: 'asked', at: addMinutes(readyNow, -60) },
  });
  const override = {
    condition: 'ride',
    reason: 'His sister-in-law will come.',
    by: 'Dr N. Okafor',
    byRole: 'prescriber' as const,
    at: readyNow,
  };
  const given = ask(withCycle(asked, { overrides: [override] }));
  assert.deepEqual(
    [line(given, 'ride').state, line(given, 'ride').overriddenFrom, given.gates.openDose.open],
    ['overridden', 'not-met', true],
  );
  assert.equal(
    line(given, 'escort-at-door').state,
    'unknown',
    'they still cannot leave without a person at the door',
  );
  for (const broken of [
    { ...override, reason: '  ' },
    { ...override, by: '' },
    { ...override, byRole: 'patient' as const },
    { ...override, at: addMinutes(readyNow, -721) },
    { ...override, at: addMinutes(readyNow, -61) },
  ]) {
    assert.equal(line(ask(withCycle(asked, { overrides: [broken] })), 'ride').state, 'not-met');
  }
});

test('Nobody overrides identity, consent, a stop, or what the edition keeps for itself', () => {
  const record: CareRecord = {
    ...withCycle(readyRecord, { consent: undefined, arrival: {} }),
    plan: undefined,
  };
  const fixed = ['identity', 'consent', 'no-stop', ...edition.notOverridable];
  const overrides = fixed.map((condition) => ({
    condition,
    reason: 'In a hurry',
    by: 'Dr N. Okafor',
    byRole: 'prescriber' as const,
    at: readyNow,
  }));
  const given = ask(withCycle(record, { overrides }));
  for (const condition of fixed) {
    const found = line(given, condition as Condition);
    assert.notEqual(found.state, 'overridden', condition);
    assert.equal(found.overridable, false, condition);
  }
});

test('A withdrawn consent shuts the dose and is not asked for again', () => {
  const consent = { editionId: 'consent-iv-example-1', signedAt: readyNow - 9, withdrawnAt: readyNow - 1 };
  const given = ask(withCycle(readyRecord, { consent }));
  assert.deepEqual([line(given, 'consent').state, given.gates.openDose.open], ['not-met', false]);
  assert.deepEqual(
    given.tasks.filter((task) => task.kind === 'sign-consent'),
    [],
  );
});

test('A series on hold, paused, stopped or finished does not open a dose', () => {
  assert.ok(readyRecord.plan);
  for (const status of ['held', 'paused', 'stopped', 'finished'] as const) {
    const given = ask({ ...readyRecord, plan: { ...readyRecord.plan, status } });
    assert.equal(line(given, 'no-stop').state, 'not-met', status);
    assert.equal(given.gates.openDose.open, false, status);
  }
});

test('An issue no one has decided keeps the dose shut and is the prescriber’s to decide', () => {
  const issue = { id: 'i1', rule: 'condition', title: 'Past psychosis', action: 'review' } as const;
  const given = ask({ ...readyRecord, issues: [issue] });
  assert.equal(line(given, 'issues-decided').state, 'not-met');
  assert.deepEqual(
    given.tasks.filter((task) => task.kind === 'decide-issue').map((task) => [task.id, task.owner]),
    [['decide-issue/i1', 'prescriber']],
  );
  const unknown = ask({ ...readyRecord, issues: [{ ...issue, action: 'unknown' }] });
  assert.equal(line(unknown, 'issues-decided').state, 'unknown');
  const informed = ask({ ...readyRecord, issues: [{ ...issue, action: 'inform' }] });
  assert.equal(line(informed, 'issues-decided').state, 'met');
});

test('A fourth dose with two nurses starts, a fifth waits', () => {
  const cases = [
    [3, 'met'],
    [4, 'not-met'],
  ] as const;
  for (const [dosingNow, state] of cases) {
    const given = ask({ ...readyRecord, staffing: { nursesOnShift: 2, dosingNow } });
    assert.equal(line(given, 'staffing').state, state);
  }
});

test('The food clock counts back from the planned start', () => {
  const { foodClock } = ask(readyRecord);
  const startsAt = readyRecord.cycle?.doseAppointment?.startsAt ?? 0;
  assert.deepEqual(foodClock, {
    startsAt,
    heavyUntil: addMinutes(startsAt, -480),
    eatUntil: addMinutes(startsAt, -360),
    clearDrinksUntil: addMinutes(startsAt, -120),
  });
});

test('The food clock is given from the evening before, not days ahead and not for a day gone by', () => {
  const { startsAt = 0, endsAt = 0 } = readyRecord.cycle?.doseAppointment ?? {};
  const from = addMinutes(startsAt, -edition.fasting.clockFromHoursBefore.value * 60);
  const cases = [
    [addMinutes(startsAt, -5 * 1_440), false],
    [from - 1, false],
    [from, true],
    [startsAt, true],
    [endsAt - 1, true],
    [endsAt, false],
  ] as const;
  for (const [now, shown] of cases) {
    assert.equal(ask(readyRecord, now).foodClock !== undefined, shown, `${minutesBetween(startsAt, now)}`);
  }
  assert.ok((ask(readyRecord, from - 1).nextAt ?? Number.POSITIVE_INFINITY) <= from);
});

test('Lines are read in order: not met, unknown, overridden, met', () => {
  const fact = <T>(value: T) => ({ value, at: readyNow, by: 'Maria Ruiz', byRole: 'nurse' as const });
  const record = withCycle(withArrival({ risk: fact('thoughts'), weightKg: undefined }), {
    ride: { companionName: 'Ben Tan', state: 'asked', at: readyNow },
    overrides: [
      {
        condition: 'ride',
        reason: 'A neighbour comes.',
        by: 'Dr N. Okafor',
        byRole: 'prescriber',
        at: readyNow,
      },
    ],
  });
  const states = ask(record).gates.openDose.lines.map((one) => one.state);
  assert.deepEqual(states.slice(0, 4), ['not-met', 'unknown', 'overridden', 'met']);
  assert.deepEqual(ask(record).gates.openDose.counts, {
    'not-met': 1,
    unknown: 1,
    overridden: 1,
    met: states.length - 3,
  });
});

test('There is a least time to rest, and no greatest', () => {
  const stoppedAt = restedRecord.cycle?.session?.doseStoppedAt ?? 0;
  assert.equal(line(ask(restedRecord, addMinutes(stoppedAt, 60) - 1), 'rest-minimum').state, 'not-met');
  assert.equal(line(ask(restedRecord, addMinutes(stoppedAt, 60)), 'rest-minimum').state, 'met');
  const longAfter = ask(restedRecord, addMinutes(stoppedAt, 600));
  assert.equal(line(longAfter, 'rest-minimum').state, 'met');
  assert.notEqual(longAfter.tasks.find((task) => task.kind === 'release')?.state, 'late');
});

test('Nobody leaves while something is open or not said', () => {
  const fact = <T>(value: T) => ({ value, at: restedNow, by: 'Maria Ruiz', byRole: 'nurse' as const });
  const cases: readonly (readonly [SessionFacts, Condition, GateLine['state']])[] = [
    [{ openAlerts: undefined }, 'open-alerts', 'unknown'],
    [
      { openAlerts: [{ id: 'a', code: 'systolicMmHg-above', raisedAt: restedNow }] },
      'open-alerts',
      'not-met',
    ],
    [{ openSignals: [{ kind: 'come', at: restedNow }] }, 'open-signals', 'not-met'],
    [{ gait: fact('needs-help') }, 'gait', 'not-met'],
    [{ orientation: fact('not-oriented') }, 'orientation', 'not-met'],
    [{ symptomsUnresolved: fact(['nausea']) }, 'symptoms', 'not-met'],
    [{ escortAtDoor: fact('not-present') }, 'escort-at-door', 'not-met'],
    [{ escortAtDoor: undefined }, 'escort-at-door', 'unknown'],
    [{ lineRemoved: fact('still-in') }, 'line-removed', 'not-met'],
    [{ recoveryScore: fact({ scale: 'padss-modified', total: 8 }) }, 'recovery-score', 'not-met'],
    [{ recoveryScore: fact({ scale: 'aldrete-modified', total: 9 }) }, 'recovery-score', 'met'],
    [{ recoveryScore: fact({ scale: 'aldrete-modified', total: 11 }) }, 'recovery-score', 'unknown'],
    [{ doseStoppedAt: undefined }, 'dose-ended', 'not-met'],
    [{ latest: {} }, 'awake', 'unknown'],
  ];
  for (const [change, condition, state] of cases) {
    assert.equal(line(ask(withSession(change), restedNow), condition).state, state, condition);
  }
});

test('What was seen before the dose ended does not speak for leaving', () => {
  const endedAt = restedRecord.cycle?.session?.doseStoppedAt ?? 0;
  const seenAt = (at: Instant) => ({ value: 'steady', at, by: 'Maria Ruiz', byRole: 'nurse' }) as const;
  const states = [endedAt - 1, endedAt].map((at) => {
    const given = ask(withSession({ gait: seenAt(at) }), addMinutes(endedAt, 20));
    return [line(given, 'gait').state, line(given, 'gait').have.code];
  });
  assert.deepEqual(states, [
    ['unknown', 'before-dose-end'],
    ['met', 'steady'],
  ]);
});

test('In the days before, the patient is asked for what is still open, nearest deadline first', () => {
  const startsAt = readyRecord.cycle?.doseAppointment?.startsAt ?? 0;
  const record: CareRecord = {
    ...withCycle(readyRecord, {
      number: 1,
      doseAppointment: { startsAt, endsAt: addMinutes(startsAt, 120) },
      arrival: undefined,
      consent: undefined,
      ride: { companionName: 'Lena Tan', state: 'asked', at: addMinutes(startsAt, -4_000) },
      preparation: { intention: { value: 'not-yet', at: startsAt - 9, by: 'James Tan', byRole: 'patient' } },
    }),
    stage: 'preparing',
  };
  const now = addMinutes(startsAt, -20 * 60);
  const tasks = ask(record, now).tasks.filter((task) => task.kind !== 'answer-pulse');
  assert.deepEqual(
    tasks.map((task) => [task.id, task.owner, task.state]),
    [
      ['answer-ride', 'companion', 'late'],
      ['sign-consent/consent-iv-example-1', 'patient', 'late'],
      ['answer-baseline/bladder', 'patient', 'due'],
      ['answer-baseline/gad-7', 'patient', 'due'],
      ['answer-baseline/misuse', 'patient', 'due'],
      ['answer-baseline/phq-9', 'patient', 'due'],
      ['practice-grounding', 'patient', 'due'],
      ['set-intention', 'patient', 'due'],
      ['write-day-plan', 'patient', 'due'],
      ['write-navigation-plan', 'patient', 'due'],
      ['morning-check-in', 'patient', 'not-yet'],
      ['check-in', 'front-desk', 'not-yet'],
    ],
  );
});

test('On the day of a dose they are asked how the morning is, until the day is over; nothing at the door waits for it', () => {
  const startsAt = readyRecord.cycle?.doseAppointment?.startsAt ?? 0;
  const coming = withCycle(readyRecord, {
    doseAppointment: { startsAt, endsAt: addMinutes(startsAt, 120) },
    arrival: undefined,
  });
  const state = (minutes: number, record = coming) =>
    ask(record, addMinutes(startsAt, minutes)).tasks.find(({ kind }) => kind === 'morning-check-in')?.state;
  const midnight = localTime(startsAt, readyRecord.zone).minuteOfDay;
  assert.equal(state(-midnight - 1), 'not-yet');
  assert.equal(state(-midnight), 'due');
  assert.equal(state(-45), 'late');
  assert.equal(state(1_440 - midnight), undefined);
  const said = { value: 'said', at: startsAt - 9, by: 'James Tan', byRole: 'patient' } as const;
  const told = withCycle(coming, { morning: said });
  assert.equal(state(-45, told), 'done');
  const doors = (record: CareRecord) => ask(record, startsAt).gates.openDose;
  assert.deepEqual(doors(told), doors(coming));
});

test('“Not yet” is an answer about an intention: the doors stand as they would with one', () => {
  const preparation = readyRecord.cycle?.preparation;
  const doors = (value: 'set' | 'not-yet') => {
    const intention = { value, at: readyNow - 9, by: 'James Tan', byRole: 'patient' } as const;
    const { gates } = ask(withCycle(readyRecord, { preparation: { ...preparation, intention } }), readyNow);
    return gates.openDose.lines.map(({ condition, state }) => [condition, state]);
  };
  assert.deepEqual(doors('not-yet'), doors('set'));
});

test('The daily question opens in the morning, closes in the evening and is never late', () => {
  const record: CareRecord = { ...readyRecord, stage: 'integrating' };
  const midnight = addMinutes(readyNow, -(9 * 60 + 13));
  const stateAt = (minute: number, pulses: CareRecord['pulses'] = []) =>
    ask({ ...record, pulses }, addMinutes(midnight, minute)).tasks.find(
      (task) => task.kind === 'answer-pulse',
    )?.state;
  assert.equal(stateAt(8 * 60), 'not-yet');
  assert.equal(stateAt(9 * 60), 'due');
  assert.equal(stateAt(20 * 60 + 59), 'due');
  assert.equal(stateAt(21 * 60), undefined);
  assert.equal(stateAt(12 * 60, [{ at: addMinutes(midnight, 600), value: 4 }]), 'done');
});

test('An evening without an answer, or with a call for help, becomes a call from a nurse', () => {
  const dueAt = addMinutes(restedNow, 300);
  const record = withCycle({ ...restedRecord, stage: 'released' }, { eveningCheck: { dueAt } });
  const calls = (given: CareRecord, at: Instant) =>
    ask(given, at).tasks.filter((task) => task.kind === 'call-about-evening').length;
  assert.equal(calls(record, addMinutes(dueAt, 59)), 0);
  assert.equal(calls(record, addMinutes(dueAt, 60)), 1);
  const needy = withCycle(record, { eveningCheck: { dueAt, answeredAt: dueAt, answer: 'need-help' } });
  assert.equal(calls(needy, dueAt), 1);
  const fine = withCycle(record, { eveningCheck: { dueAt, answeredAt: dueAt, answer: 'all-right' } });
  assert.equal(calls(fine, addMinutes(dueAt, 600)), 0);
});

// Leaving something out of the record is what a lost message or a skipped question looks like. These fields are the
// exceptions: they speak against going on, and their absence is the ordinary case.
const speaksAgainst = new Set(['withdrawnAt', 'decision', 'doseStartedAt']);

function removals(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    speaksAgainst.has(key) ? [] : [[...path, key], ...removals(inner, [...path, key])],
  );
}

function without(value: unknown, [key, ...rest]: readonly string[]): unknown {
  assert.ok(key !== undefined && value !== null && typeof value === 'object');
  const inner = (value as Record<string, unknown>)[key];
  return { ...value, [key]: rest.length === 0 ? undefined : without(inner, rest) };
}

// Parts whose own parts are always there together are taken away whole.
const removable = (path: readonly string[]): boolean => {
  const last = path.at(-1) ?? '';
  const whole = [
    'patientId',
    'zone',
    'stage',
    'value',
    'at',
    'by',
    'byRole',
    'id',
    'number',
    'companionName',
    'state',
  ];
  const parent = path.at(-2) ?? '';
  const inOne = [
    'consent',
    'order',
    'doseAppointment',
    'integrationAppointment',
    'staffing',
    'value',
    'plan',
  ];
  const optional = ['arrivedAt', 'heldAt', 'order', 'infusionMinutes', 'roomName'];
  return !whole.includes(last) && !(inOne.includes(parent) && !optional.includes(last));
};

const anyFact = <T>(value: fc.Arbitrary<T>) =>
  fc.option(
    fc.record({
      value,
      at: fc.integer({ min: -600, max: 10 }).map((minutes) => addMinutes(restedNow, minutes)),
      by: fc.constantFrom('Maria Ruiz', 'Dr N. Okafor'),
      byRole: fc.constantFrom('nurse' as const, 'prescriber' as const, 'patient' as const),
    }),
    { nil: undefined, freq: 4 },
  );
const anyInstant = fc.integer({ min: -900, max: 600 }).map((minutes) => addMinutes(restedNow, minutes));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });

const anyRecord: fc.Arbitrary<CareRecord> = fc.record({
  patientId: fc.constant('p'),
  zone: fc.constantFrom('America/Chicago', 'Europe/Madrid', 'Australia/Lord_Howe'),
  stage: fc.constantFrom(
    'screening',
    'planned',
    'preparing',
    'arrived',
    'dosing',
    'recovering',
    'released',
    'integrating',
    'stopped',
  ),
  screening: maybe(fc.record({ invitedAt: maybe(anyInstant), submittedAt: maybe(anyInstant) })),
  issues: maybe(
    fc.array(
      fc.record({
        id: fc.constantFrom('i1', 'i2'),
        rule: fc.constant('condition'),
        title: fc.constant('Something to look at'),
        action: fc.constantFrom('exclude', 'review', 'manage', 'inform', 'unknown'),
        decision: anyFact(fc.constantFrom('accept-risk', 'hold', 'stop')),
      }),
      { maxLength: 2 },
    ),
  ),
  plan: maybe(
    fc.record({
      seriesId: fc.constant('s'),
      route: fc.constant('iv'),
      editionId: fc.constantFrom('iv-example-1', 'iv-example-1', 'another'),
      status: fc.constantFrom('active', 'active', 'held'),
      order: maybe(
        fc.record({
          doseMg: fc.constantFrom(36, 40, 0, Number.NaN),
          weightKg: fc.constantFrom(72, 80, -1),
          signedAt: anyInstant,
          signedBy: fc.constant('Dr N. Okafor'),
        }),
      ),
    }),
  ),
  cycle: maybe(
    fc.record({
      id: fc.constant('c'),
      number: fc.constantFrom(1, 6),
      of: maybe(fc.constant(6)),
      doseAppointment: maybe(
        fc.record({ startsAt: anyInstant, endsAt: anyInstant, arrivedAt: maybe(anyInstant) }),
      ),
      integrationAppointment: maybe(fc.record({ startsAt: anyInstant, heldAt: maybe(anyInstant) })),
      consent: maybe(
        fc.record({
          editionId: fc.constantFrom('consent-iv-example-1', 'older'),
          signedAt: anyInstant,
          withdrawnAt: fc.option(anyInstant, { nil: undefined, freq: 1 }),
        }),
      ),
      ride: maybe(
        fc.record({
          companionName: fc.constant('Lena Tan'),
          state: fc.constantFrom('asked', 'accepted', 'declined', 'at-the-door', 'home-safe'),
          at: anyInstant,
        }),
      ),
      arrival: maybe(
        fc.record({
          identity: anyFact(fc.constantFrom('name-and-birth-date-said' as const, 'does-not-match' as const)),
          medicines: anyFact(fc.constantFrom('no-change' as const, 'changed' as const, 'not-sure' as const)),
          lastFoodAt: anyFact(fc.oneof(anyInstant, fc.constant('not-sure' as const))),
          risk: anyFact(fc.constantFrom('no-thoughts' as const, 'thoughts' as const, 'declined' as const)),
          bloodPressure: anyFact(
            fc.record({
              systolicMmHg: fc.integer({ min: 60, max: 200 }),
              diastolicMmHg: fc.integer({ min: 40, max: 120 }),
            }),
          ),
          heartRatePerMin: anyFact(fc.constantFrom(72, 140, Number.NaN)),
          spo2Percent: anyFact(fc.constantFrom(98, 90)),
          weightKg: anyFact(fc.constantFrom(72, 100)),
          preDoseReview: anyFact(fc.record({ doseMg: fc.constantFrom(36, 40) })),
        }),
      ),
      overrides: maybe(
        fc.array(
          fc.record({
            condition: fc.constantFrom('ride', 'blood-pressure', 'consent', 'gait'),
            reason: fc.constantFrom('Decided together', ''),
            by: fc.constant('Dr N. Okafor'),
            byRole: fc.constantFrom('prescriber', 'nurse', 'patient'),
            at: anyInstant,
          }),
          { maxLength: 3 },
        ),
      ),
      session: maybe(
        fc.record({
          doseStartedAt: maybe(anyInstant),
          doseStoppedAt: maybe(anyInstant),
          releasedAt: fc.option(anyInstant, { nil: undefined, freq: 1 }),
          checksTakenAt: maybe(fc.array(anyInstant, { maxLength: 6 })),
          recoveryScore: anyFact(
            fc.record({
              scale: fc.constantFrom('aldrete-modified' as const, 'padss-modified' as const),
              total: fc.nat(11),
            }),
          ),
          gait: anyFact(fc.constantFrom('steady' as const, 'unsteady' as const)),
          symptomsUnresolved: anyFact(fc.array(fc.constant('nausea'), { maxLength: 1 })),
          openAlerts: maybe(
            fc.array(fc.record({ id: fc.constant('a'), code: fc.constant('x'), raisedAt: anyInstant }), {
              maxLength: 1,
            }),
          ),
        }),
      ),
      eveningCheck: maybe(fc.record({ dueAt: anyInstant, answeredAt: maybe(anyInstant) })),
    }),
  ),
  pulses: maybe(fc.array(fc.record({ at: anyInstant, value: fc.nat(10) }), { maxLength: 4 })),
  responses: maybe(
    fc.array(fc.record({ instrument: fc.constant('phq-9'), at: anyInstant, total: maybe(fc.nat(27)) }), {
      maxLength: 3,
    }),
  ),
  staffing: maybe(fc.record({ nursesOnShift: fc.nat(3), dosingNow: fc.nat(5) })),
});

test('Every record gets an answer, and the same answer each time', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      assert.deepEqual(ask(record, restedNow), ask(structuredClone(record), restedNow));
    }),
    { numRuns: 300 },
  );
});

test('Taking any input away never turns a line to met', () => {
  const whole = fc.constantFrom(readyRecord, restedRecord);
  fc.assert(
    fc.property(
      fc.oneof(anyRecord, whole),
      fc.nat(),
      fc.constantFrom(readyNow, restedNow),
      (record, pick, now) => {
        const paths = removals(record).filter(removable);
        const path = paths[pick % Math.max(paths.length, 1)];
        fc.pre(path !== undefined);
        const less = without(record, path) as CareRecord;
        const before = ask(record, now);
        const after = ask(less, now);
        for (const gate of ['openDose', 'release'] as const) {
          for (const one of after.gates[gate].lines) {
            const was = before.gates[gate].lines.find((other) => other.condition === one.condition);
            if (one.state === 'met') assert.equal(was?.state, 'met', `${path.join('.')} -> ${one.condition}`);
          }
        }
      },
    ),
    { numRuns: 600 },
  );
});

test('Until the moment it names, the answer stays as it is', () => {
  fc.assert(
    fc.property(anyRecord, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (record, share) => {
      const given = ask(record, restedNow);
      const until = given.nextAt ?? addMinutes(restedNow, 10_000);
      const between = restedNow + Math.floor((until - restedNow) * share);
      assert.deepEqual(ask(record, between), given);
    }),
    { numRuns: 400 },
  );
});

// What each line of a gate is read from: taking it away is what a lost message or a skipped question looks like.
const doseLineFrom: Readonly<Record<DoseCondition, readonly string[]>> = {
  identity: ['cycle', 'arrival', 'identity'],
  consent: ['cycle', 'consent'],
  'no-stop': ['plan'],
  protocol: ['plan'],
  'issues-decided': ['issues'],
  order: ['plan', 'order'],
  preparation: ['cycle', 'preparation'],
  medicines: ['cycle', 'arrival', 'medicines'],
  'last-food': ['cycle', 'arrival', 'lastFoodAt'],
  'last-clear-fluid': ['cycle', 'arrival', 'lastClearFluidAt'],
  'nasal-product': ['cycle', 'arrival', 'lastNasalProductAt'],
  'no-substances': ['cycle', 'arrival', 'substances'],
  risk: ['cycle', 'arrival', 'risk'],
  'call-device': ['cycle', 'arrival', 'callDevice'],
  'room-ready': ['cycle', 'arrival', 'roomItems'],
  'second-check': ['cycle', 'arrival', 'doseWorkedOut'],
  'blood-pressure': ['cycle', 'arrival', 'bloodPressure'],
  'heart-rate': ['cycle', 'arrival', 'heartRatePerMin'],
  oxygen: ['cycle', 'arrival', 'spo2Percent'],
  weight: ['cycle', 'arrival', 'weightKg'],
  intention: ['cycle', 'arrival', 'intention'],
  'pre-dose-review': ['cycle', 'arrival', 'preDoseReview'],
  ride: ['cycle', 'ride'],
  sitter: ['cycle', 'arrival', 'sitter'],
  'emergency-address': ['cycle', 'arrival', 'emergencyAddress'],
  'nobody-to-care-for': ['cycle', 'arrival', 'caringFor'],
  'integration-visit': ['cycle', 'integrationAppointment'],
  'certified-site': ['certifiedSite'],
  'prescriber-on-site': ['staffing', 'prescribersOnShift'],
  'program-enrolment': ['cycle', 'arrival', 'programEnrolment'],
  staffing: ['staffing'],
};
const releaseLineFrom: Readonly<Record<ReleaseCondition, readonly string[]>> = {
  'dose-ended': ['cycle', 'session', 'doseStartedAt'],
  'rest-minimum': ['cycle', 'session', 'doseStoppedAt'],
  'recovery-score': ['cycle', 'session', 'recoveryScore'],
  orientation: ['cycle', 'session', 'orientation'],
  gait: ['cycle', 'session', 'gait'],
  'settled-blood-pressure': ['cycle', 'session', 'latest', 'bloodPressure'],
  'settled-heart-rate': ['cycle', 'session', 'latest', 'heartRatePerMin'],
  'settled-oxygen': ['cycle', 'session', 'latest', 'spo2Percent'],
  awake: ['cycle', 'session', 'latest', 'moaas'],
  symptoms: ['cycle', 'session', 'symptomsUnresolved'],
  'open-alerts': ['cycle', 'session', 'openAlerts'],
  'open-signals': ['cycle', 'session', 'openSignals'],
  instructions: ['cycle', 'session', 'instructionsRepeatedBack'],
  'line-removed': ['cycle', 'session', 'lineRemoved'],
  belongings: ['cycle', 'session', 'belongings'],
  'escort-at-door': ['cycle', 'session', 'escortAtDoor'],
  'sitter-stays': ['cycle', 'session', 'sitterStays'],
};

for (const example of routeExamples) {
  const { route } = example.edition;

  test(`${route}: a record with every line settled opens the dose and lets the person leave`, () => {
    const before = answer({ edition: example.edition, record: example.ready, now: example.readyNow });
    const after = answer({ edition: example.edition, record: example.rested, now: example.restedNow });
    for (const gate of [before.gates.openDose, after.gates.release]) {
      assert.deepEqual(
        gate.lines.filter((one) => one.state !== 'met').map((one) => [one.condition, one.have]),
        [],
      );
      assert.equal(gate.open, true);
    }
    assert.deepEqual([before.unknown, after.unknown], [[], []]);
  });

  test(`${route}: each line taken away is unknown and keeps the door shut`, () => {
    for (const condition of doseConditionsOf(route)) {
      const record = without(example.ready, doseLineFrom[condition]) as CareRecord;
      const given = answer({ edition: example.edition, record, now: example.readyNow });
      assert.equal(line(given, condition).state, 'unknown', condition);
      assert.equal(given.gates.openDose.open, false, condition);
      assert.ok(given.unknown.includes(`open-dose/${condition}`), condition);
    }
    for (const condition of releaseConditionsOf(route)) {
      const record = without(example.rested, releaseLineFrom[condition]) as CareRecord;
      const given = answer({ edition: example.edition, record, now: example.restedNow });
      assert.equal(line(given, condition).state, 'unknown', condition);
      assert.equal(given.gates.release.open, false, condition);
      assert.ok(given.unknown.includes(`release/${condition}`), condition);
    }
  });

  test(`${route}: an empty record keeps both doors shut, each line unknown`, () => {
    const record: CareRecord = { patientId: 'p', zone: 'UTC', stage: 'arrived' };
    const { gates } = answer({ edition: example.edition, record, now: example.readyNow });
    for (const gate of [gates.openDose, gates.release]) {
      assert.equal(gate.open, false);
      assert.equal(gate.counts.unknown, gate.lines.length);
    }
  });
}

test('A time, a count or a score that cannot be is unknown and never opens a door', () => {
  const bad = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, null] as const;
  const beforeDose: readonly (readonly [readonly string[], Condition])[] = [
    [['screening', 'submittedAt'], 'issues-decided'],
    [['plan', 'order', 'signedAt'], 'order'],
    [['staffing', 'nursesOnShift'], 'staffing'],
    [['staffing', 'dosingNow'], 'staffing'],
    [['cycle', 'consent', 'signedAt'], 'consent'],
    [['cycle', 'arrival', 'lastFoodAt', 'value'], 'last-food'],
    [['cycle', 'arrival', 'lastClearFluidAt', 'value'], 'last-clear-fluid'],
    [['cycle', 'arrival', 'bloodPressure', 'at'], 'blood-pressure'],
    [['cycle', 'ride', 'at'], 'ride'],
  ];
  const beforeLeaving: readonly (readonly [readonly string[], Condition])[] = [
    [['cycle', 'session', 'doseStartedAt'], 'dose-ended'],
    [['cycle', 'session', 'doseStoppedAt'], 'dose-ended'],
    [['cycle', 'session', 'doseStoppedAt'], 'rest-minimum'],
    [['cycle', 'session', 'latest', 'moaas', 'value'], 'awake'],
  ];
  for (const value of bad) {
    for (const [path, condition] of beforeDose) {
      const given = ask(withValue(readyRecord, path, value) as CareRecord);
      assert.equal(line(given, condition).state, 'unknown', `${path.join('.')} = ${value}`);
    }
    for (const [path, condition] of beforeLeaving) {
      const given = ask(withValue(restedRecord, path, value) as CareRecord, restedNow);
      assert.equal(line(given, condition).state, 'unknown', `${path.join('.')} = ${value}`);
    }
  }
  for (const dosingNow of [-1, 1.5]) {
    const given = ask({ ...readyRecord, staffing: { nursesOnShift: 2, dosingNow } });
    assert.equal(line(given, 'staffing').state, 'unknown', `${dosingNow}`);
  }
  for (const moaas of [-1, 5.5, 6]) {
    const record = withValue(restedRecord, ['cycle', 'session', 'latest', 'moaas', 'value'], moaas);
    assert.equal(line(ask(record as CareRecord, restedNow), 'awake').state, 'unknown', `${moaas}`);
  }
});

test('A dose that ends before it starts has no end, and no least stay is over', () => {
  const startedAt = restedRecord.cycle?.session?.doseStartedAt ?? 0;
  for (const change of [
    { doseStoppedAt: startedAt - 1 },
    { doseStoppedAt: 0 },
    { doseStartedAt: restedNow },
  ]) {
    const given = ask(withSession(change), restedNow);
    assert.equal(line(given, 'dose-ended').state, 'unknown');
    assert.equal(line(given, 'rest-minimum').state, 'unknown');
  }
});

test('A decision without a readable time has not been made', () => {
  const [issue] = readyRecord.issues ?? [];
  assert.ok(issue?.decision);
  const given = ask({
    ...readyRecord,
    issues: [{ ...issue, decision: { ...issue.decision, at: Number.NaN } }],
  });
  assert.equal(line(given, 'issues-decided').state, 'not-met');
});

function withValue(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to;
  const inner = (value as Record<string, unknown>)[key];
  return { ...(value as object), [key]: withValue(inner, rest, to) };
}

test('On no route does taking one thing away turn a line to met', () => {
  for (const { edition: by, ready, readyNow: before, rested, restedNow: after } of routeExamples) {
    for (const [record, now] of [
      [ready, before],
      [rested, after],
    ] as const) {
      const whole = answer({ edition: by, record, now }).gates;
      for (const path of removals(record).filter(removable)) {
        const less = answer({ edition: by, record: without(record, path) as CareRecord, now }).gates;
        for (const gate of ['openDose', 'release'] as const) {
          for (const one of less[gate].lines.filter(({ state }) => state === 'met')) {
            const was = whole[gate].lines.find((other) => other.condition === one.condition);
            assert.equal(was?.state, 'met', `${by.id}: ${path.join('.')} -> ${one.condition}`);
          }
        }
      }
    }
  }
});

test('A route asks its own lines and no other', () => {
  const only = (conditions: readonly Condition[]) =>
    Object.fromEntries(
      conditions.map((condition) => [
        condition,
        routeExamples
          .filter(({ edition: { route } }) =>
            [...doseConditionsOf(route), ...releaseConditionsOf(route)].includes(condition as never),
          )
          .map(({ edition: { route } }) => route),
      ]),
    );
  assert.deepEqual(only(['nasal-product', 'program-enrolment', 'line-removed']), {
    'nasal-product': ['nasal'],
    'program-enrolment': ['nasal'],
    'line-removed': ['iv'],
  });
  const home = ['home'];
  assert.deepEqual(
    only(['sitter', 'emergency-address', 'no-substances', 'nobody-to-care-for', 'sitter-stays']),
    {
      sitter: home,
      'emergency-address': home,
      'no-substances': home,
      'nobody-to-care-for': home,
      'sitter-stays': home,
    },
  );
  const everyRoute = [...doseConditions, ...releaseConditions].filter(
    (condition) => only([condition])[condition]?.length === routeExamples.length,
  );
  for (const condition of [
    'identity',
    'consent',
    'no-stop',
    'risk',
    'blood-pressure',
    'rest-minimum',
  ] as const) {
    assert.ok(everyRoute.includes(condition), condition);
  }
});

test('Another nose spray counts as long ago enough at exactly the stated minutes, and nobody asked is unknown', () => {
  const nasal = routeExamples.find((example) => example.edition.route === 'nasal');
  assert.ok(nasal);
  const cases = [
    [addMinutes(nasal.readyNow, -59), 'not-met', 'too-recent'],
    [addMinutes(nasal.readyNow, -60), 'met', 'long-enough'],
    [addMinutes(nasal.readyNow, 5), 'unknown', 'from-the-future'],
    [Number.NaN, 'unknown', 'intake-not-readable'],
    ['none', 'met', 'none-used'],
    ['not-sure', 'unknown', 'not-sure'],
  ] as const;
  for (const [value, state, code] of cases) {
    const record = withCycle(nasal.ready, {
      arrival: {
        ...nasal.ready.cycle?.arrival,
        lastNasalProductAt: { value, at: nasal.readyNow, by: 'Maria Ruiz', byRole: 'nurse' },
      },
    });
    const given = line(answer({ edition: nasal.edition, record, now: nasal.readyNow }), 'nasal-product');
    assert.deepEqual([given.state, given.have.code], [state, code], String(value));
  }
});

test('Nobody starts a spray for someone the safety program does not know, whoever signs for it', () => {
  const nasal = routeExamples.find((example) => example.edition.route === 'nasal');
  assert.ok(nasal);
  const record = withCycle(nasal.ready, {
    arrival: {
      ...nasal.ready.cycle?.arrival,
      programEnrolment: { value: 'not-found', at: nasal.readyNow - 9, by: 'Maria Ruiz', byRole: 'nurse' },
    },
    overrides: [
      {
        condition: 'program-enrolment',
        reason: 'They will enrol.',
        by: 'Dr N. Okafor',
        byRole: 'prescriber',
        at: nasal.readyNow,
      },
    ],
  });
  const given = line(answer({ edition: nasal.edition, record, now: nasal.readyNow }), 'program-enrolment');
  assert.deepEqual([given.state, given.overridable], ['not-met', false]);
});
