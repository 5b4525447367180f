// What holds for the one answer, whatever the record: half known, absurd, dated far away. A failing run prints the seed
// that repeats it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Answer, answer } from '#clinical/answer.ts';
import type { ArrivalFacts, CareRecord, Cycle, Fact, SessionFacts } from '#clinical/care-record.ts';
import { readyNow, readyRecord, restedNow, restedRecord } from '#clinical/examples/ready-record.ts';
import {
  type Condition,
  doseConditions,
  doseConditionsOf,
  type Gate,
  releaseConditions,
  releaseConditionsOf,
} from '#clinical/gate.ts';
import { addMinutes } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 });
const rarely = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 });
const oneOf = <const T extends readonly unknown[]>(...values: T) => fc.constantFrom<T[number]>(...values);

const absurdNumber = fc.oneof(
  oneOf(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    -0,
    -1,
    0.1,
    1e-9,
    1e9,
    Number.MAX_VALUE,
  ),
  fc.double(),
);

function mostly<T>(usual: fc.Arbitrary<T>, strange: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: strange });
}

const number = (min: number, max: number) => mostly(fc.integer({ min, max }), absurdNumber);
const longAgoOrFarAhead = oneOf(
  0,
  -1,
  -62_135_596_800_000,
  253_402_300_800_000,
  8_640_000_000_000_000,
  -8_640_000_000_000_000,
  Number.MAX_SAFE_INTEGER,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
);
const moment = mostly(
  fc.integer({ min: -4_000, max: 900 }).map((minutes) => addMinutes(restedNow, minutes)),
  longAgoOrFarAhead,
);
const text = mostly(oneOf('Maria Ruiz', 'Dr N. Okafor', 'Decided together'), fc.string({ maxLength: 8 }));
const role = oneOf(
  'patient',
  'companion',
  'front-desk',
  'nurse',
  'prescriber',
  'therapist',
  'admin',
  'auditor',
);

function fact<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Fact<T> | undefined> {
  return maybe(fc.record({ value, at: moment, by: text, byRole: role }));
}

const bloodPressure = fc.record({ systolicMmHg: number(60, 220), diastolicMmHg: number(30, 130) });

const anyArrival: fc.Arbitrary<ArrivalFacts> = fc.record({
  identity: fact(oneOf('name-and-birth-date-said', 'does-not-match')),
  medicines: fact(oneOf('no-change', 'changed', 'not-sure')),
  lastFoodAt: fact(fc.oneof(moment, fc.constant('not-sure' as const))),
  lastClearFluidAt: fact(fc.oneof(moment, fc.constant('not-sure' as const))),
  risk: fact(oneOf('no-thoughts', 'thoughts', 'declined')),
  callDevice: fact(oneOf('heard', 'not-heard', 'told')),
  bloodPressure: fact(bloodPressure),
  heartRatePerMin: fact(number(30, 160)),
  spo2Percent: fact(number(80, 100)),
  weightKg: fact(number(30, 200)),
  intention: fact(oneOf('read-together', 'none-wanted')),
  preDoseReview: fact(fc.record({ doseMg: number(20, 80) })),
  lastNasalProductAt: fact(fc.oneof(moment, oneOf('none', 'not-sure'))),
  programEnrolment: fact(oneOf('verified', 'not-found')),
  sitter: fact(fc.record({ name: text, phone: text, answer: oneOf('stays-throughout', 'cannot-stay') })),
  emergencyAddress: fact(text),
  substances: fact(oneOf('none', 'taken', 'not-sure')),
  caringFor: fact(oneOf('nobody', 'someone', 'not-sure')),
});

const anySession: fc.Arbitrary<SessionFacts> = fc.record({
  doseStartedAt: maybe(moment),
  doseStoppedAt: maybe(moment),
  paused: maybe(fc.boolean()),
  recoveryStartedAt: maybe(moment),
  releasedAt: rarely(moment),
  checksTakenAt: maybe(fc.array(moment, { maxLength: 8 })),
  partsGivenAt: maybe(fc.array(moment, { maxLength: 3 })),
  sitterStays: fact(oneOf('stays', 'leaves')),
  latest: maybe(
    fc.record({
      bloodPressure: fact(bloodPressure),
      heartRatePerMin: fact(number(30, 160)),
      respiratoryRatePerMin: fact(number(4, 40)),
      spo2Percent: fact(number(80, 100)),
      moaas: fact(number(0, 5)),
    }),
  ),
  recoveryScore: fact(
    fc.record({ scale: oneOf('aldrete-modified', 'padss-original', 'padss-modified'), total: number(0, 10) }),
  ),
  orientation: fact(oneOf('oriented', 'not-oriented')),
  gait: fact(oneOf('steady', 'needs-help', 'unsteady')),
  symptomsUnresolved: fact(fc.array(text, { maxLength: 2 })),
  escortAtDoor: fact(oneOf('present', 'not-present')),
  instructionsRepeatedBack: fact(oneOf('repeated', 'not-repeated')),
  lineRemoved: fact(oneOf('removed', 'still-in')),
  belongings: fact(oneOf('returned', 'not-returned')),
  openAlerts: maybe(
    fc.array(
      fc.record({
        id: text,
        code: text,
        raisedAt: moment,
        acknowledgedAt: maybe(moment),
        recheckDueAt: maybe(moment),
      }),
      { maxLength: 2 },
    ),
  ),
  openSignals: maybe(fc.array(fc.record({ kind: text, at: moment }), { maxLength: 2 })),
});

const anyCycle: fc.Arbitrary<Cycle> = fc.record({
  id: text,
  number: number(1, 8),
  of: maybe(number(1, 8)),
  doseAppointment: maybe(
    fc.record({ startsAt: moment, endsAt: moment, roomName: maybe(text), arrivedAt: maybe(moment) }),
  ),
  integrationAppointment: maybe(fc.record({ startsAt: moment, heldAt: maybe(moment) })),
  preparation: maybe(
    fc.record({
      intention: fact(oneOf('set', 'not-yet')),
      grounding: fact(oneOf('done')),
      'navigation-plan': fact(oneOf('done')),
      'day-plan': fact(oneOf('done')),
      letter: fact(oneOf('done')),
    }),
  ),
  consent: maybe(
    fc.record({
      editionId: oneOf('older', ...exampleEditions.map((one) => one.consentEditionId)),
      signedAt: moment,
      withdrawnAt: rarely(moment),
    }),
  ),
  ride: maybe(
    fc.record({
      companionName: text,
      state: oneOf('asked', 'accepted', 'declined', 'on-the-way', 'at-the-door', 'home-safe'),
      at: moment,
    }),
  ),
  arrival: maybe(anyArrival),
  overrides: maybe(
    fc.array(
      fc.record({
        condition: oneOf(...doseConditions, ...releaseConditions, 'nothing'),
        reason: text,
        by: text,
        byRole: role,
        at: moment,
      }),
      { maxLength: 4 },
    ),
  ),
  session: maybe(anySession),
  eveningCheck: maybe(
    fc.record({
      dueAt: moment,
      answeredAt: maybe(moment),
      answer: maybe(oneOf('all-right', 'rough', 'need-help')),
    }),
  ),
});

const anyRecord: fc.Arbitrary<CareRecord> = fc.record({
  patientId: text,
  birthDate: maybe(oneOf('1979-06-02', '2004-02-29', '', 'long ago')),
  zone: oneOf('America/Chicago', 'Europe/Madrid', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'),
  stage: oneOf(
    ...([
      'curious',
      'inquired',
      'screening',
      'consulted',
      'planned',
      'preparing',
      'ready',
      'arrived',
    ] as const),
    ...([
      'dosing',
      'recovering',
      'released',
      'integrating',
      'spaced-out',
      'paused',
      'stopped',
      'finished',
    ] as const),
  ),
  screening: maybe(
    fc.record({
      invitedAt: maybe(moment),
      sections: maybe(fc.array(fc.record({ id: text, doneAt: maybe(moment) }), { maxLength: 2 })),
      submittedAt: maybe(moment),
    }),
  ),
  consult: maybe(fc.record({ bookedAt: maybe(moment), heldAt: maybe(moment) })),
  issues: maybe(
    fc.array(
      fc.record({
        id: oneOf('i1', 'i2', 'i3'),
        rule: oneOf('medicine-interaction', 'health-condition'),
        code: maybe(text),
        title: text,
        action: oneOf('exclude', 'review', 'manage', 'inform', 'unknown'),
        decision: fact(oneOf('accept-risk', 'adjust', 'hold', 'stop', 'not-applicable')),
        decisionReason: maybe(text),
      }),
      { maxLength: 3 },
    ),
  ),
  plan: maybe(
    fc.record({
      seriesId: text,
      route: oneOf('iv', 'iv', 'im', 'sublingual', 'home', 'nasal'),
      editionId: oneOf(...exampleEditions.map((one) => one.id), 'another'),
      status: oneOf('active', 'active', 'active', 'held', 'paused', 'stopped', 'finished'),
      order: maybe(
        fc.record({
          doseMg: number(20, 80),
          weightKg: number(40, 120),
          infusionMinutes: maybe(number(20, 60)),
          signedAt: moment,
          signedBy: text,
        }),
      ),
    }),
  ),
  cycle: maybe(anyCycle),
  previousCycles: maybe(fc.array(anyCycle, { maxLength: 1 })),
  pulses: maybe(fc.array(fc.record({ at: moment, value: number(0, 10) }), { maxLength: 4 })),
  responses: maybe(
    fc.array(
      fc.record({
        instrument: oneOf('phq-9', 'gad-7', 'unheard-of'),
        at: moment,
        total: maybe(number(0, 27)),
        item9: maybe(number(0, 3)),
      }),
      { maxLength: 4 },
    ),
  ),
  staffing: maybe(fc.record({ nursesOnShift: number(0, 4), dosingNow: number(0, 6) })),
});

type Question = { readonly edition: Edition; readonly record: CareRecord; readonly now: number };

const anyQuestion: fc.Arbitrary<Question> = fc.record({
  edition: fc.constantFrom(...exampleEditions),
  record: anyRecord,
  now: mostly(
    fc.integer({ min: -3_000, max: 1_500 }).map((minutes) => addMinutes(restedNow, minutes)),
    oneOf(0, -1, 253_402_300_800_000, -62_135_596_800_000),
  ),
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}

function isSettled(line: { readonly state: string } | undefined): boolean {
  return line?.state === 'met' || line?.state === 'overridden';
}

function asksOf(gate: Gate, { route }: Edition): readonly Condition[] {
  return gate.id === 'release' ? releaseConditionsOf(route) : doseConditionsOf(route);
}

function bothGates(given: Answer): readonly Gate[] {
  return [given.gates.openDose, given.gates.release];
}

test('Any record gets an answer, the same each time, and is left as it was', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const asked = frozen(question);
      assert.deepEqual(answer(asked), answer(structuredClone(asked)));
    }),
    { numRuns: 600 },
  );
});

test('A gate with a line unknown or not met is shut, and every line is there once', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const given = answer(question);
      for (const gate of bothGates(given)) {
        assert.equal(gate.open, gate.lines.every(isSettled), gate.id);
        assert.deepEqual(
          gate.lines.map((line) => line.condition).toSorted(),
          [...asksOf(gate, question.edition)].sort(),
        );
        for (const [state, count] of Object.entries(gate.counts)) {
          assert.equal(gate.lines.filter((line) => line.state === state).length, count, state);
        }
        for (const line of gate.lines) {
          assert.equal(line.state === 'overridden', line.override !== undefined, line.condition);
          if (line.override) assert.ok(line.overridable && line.override.reason.trim() !== '');
          if (line.have.code === 'nothing')
            assert.ok(line.state === 'unknown' || line.override !== undefined);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('The next moment named is ahead, and until then the answer stands', () => {
  fc.assert(
    fc.property(
      anyQuestion,
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      (question, share) => {
        const given = answer(question);
        const { nextAt } = given;
        if (nextAt === undefined) return;
        assert.ok(Number.isFinite(nextAt) && nextAt > question.now);
        const between = question.now + Math.floor((nextAt - question.now) * share);
        assert.deepEqual(answer({ ...question, now: between }), given);
      },
    ),
    { numRuns: 400 },
  );
});

const arrivalNames = Object.keys(readyRecord.cycle?.arrival ?? {}) as (keyof ArrivalFacts)[];
const readyArrival = readyRecord.cycle?.arrival ?? {};

function arrivedWith(arrival: ArrivalFacts): Question {
  const cycle = readyRecord.cycle;
  assert.ok(cycle);
  return { edition: ivExample1, record: { ...readyRecord, cycle: { ...cycle, arrival } }, now: readyNow };
}

test('Taking any one thing noted on arrival away shuts the dose, and its line says unknown', () => {
  assert.ok(answer(arrivedWith(readyArrival)).gates.openDose.open);
  assert.ok(arrivalNames.length >= 12);
  for (const name of arrivalNames) {
    const { openDose } = answer(arrivedWith({ ...readyArrival, [name]: undefined })).gates;
    assert.equal(openDose.open, false, name);
    assert.deepEqual([openDose.counts.unknown, openDose.counts['not-met']], [1, 0], name);
  }
});

test('Taking any number of things away shuts the dose by that many unknown lines', () => {
  fc.assert(
    fc.property(fc.subarray(arrivalNames, { minLength: 1 }), (gone) => {
      const arrival = { ...readyArrival, ...Object.fromEntries(gone.map((name) => [name, undefined])) };
      const { openDose } = answer(arrivedWith(arrival)).gates;
      assert.equal(openDose.open, false);
      assert.equal(openDose.counts.unknown, gone.length);
    }),
    { numRuns: 200 },
  );
});

test('Learning more opens a dose only when each line that was unknown is met', () => {
  fc.assert(
    fc.property(
      fc.subarray(arrivalNames, { minLength: 1 }),
      anyArrival,
      fc.boolean(),
      (gone, learnt, well) => {
        const less = { ...readyArrival, ...Object.fromEntries(gone.map((name) => [name, undefined])) };
        const before = answer(arrivedWith(less)).gates.openDose;
        // Half the time what is learnt is what opens the door, so that the open side is reached as well.
        const source = well ? readyArrival : learnt;
        const more = { ...less, ...Object.fromEntries(gone.map((name) => [name, source[name]])) };
        const after = answer(arrivedWith(more)).gates.openDose;
        const wasUnknown = before.lines.filter((line) => line.state === 'unknown');
        const now = wasUnknown.map(({ condition }) =>
          after.lines.find((line) => line.condition === condition),
        );
        assert.equal(now.length, gone.length);
        assert.equal(after.open, now.every(isSettled));
        if (well) assert.ok(after.open);
      },
    ),
    { numRuns: 300 },
  );
});

test('Taking any one thing away from a rested person keeps them', () => {
  const cycle = restedRecord.cycle;
  const session = cycle?.session;
  assert.ok(cycle && session);
  const released = (change: SessionFacts) =>
    answer({
      edition: ivExample1,
      record: { ...restedRecord, cycle: { ...cycle, session: { ...session, ...change } } },
      now: restedNow,
    }).gates.release;
  assert.ok(released({}).open);
  const notAsked = ['paused', 'recoveryStartedAt', 'checksTakenAt'];
  for (const name of Object.keys(session).filter((one) => !notAsked.includes(one))) {
    const gate = released({ [name]: undefined });
    assert.equal(gate.open, false, name);
    assert.ok(gate.counts.unknown > 0 || name === 'doseStoppedAt', name);
  }
  for (const name of ['bloodPressure', 'heartRatePerMin', 'spo2Percent', 'moaas']) {
    const gate = released({ latest: { ...session.latest, [name]: undefined } });
    assert.deepEqual([gate.open, gate.counts.unknown], [false, 1], name);
  }
});

test('A number no instrument can show never opens a gate', () => {
  const strange = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, 1e9];
  for (const value of strange) {
    for (const name of ['heartRatePerMin', 'spo2Percent', 'weightKg'] as const) {
      const noted = readyArrival[name];
      assert.ok(noted);
      const { openDose } = answer(arrivedWith({ ...readyArrival, [name]: { ...noted, value } })).gates;
      assert.equal(openDose.open, false, `${name} ${value}`);
    }
    for (const part of ['systolicMmHg', 'diastolicMmHg'] as const) {
      const noted = readyArrival.bloodPressure;
      assert.ok(noted);
      const bloodPressure = { ...noted, value: { ...noted.value, [part]: value } };
      assert.equal(answer(arrivedWith({ ...readyArrival, bloodPressure })).gates.openDose.open, false, part);
    }
    for (const name of arrivalNames) {
      const noted = readyArrival[name];
      assert.ok(noted);
      if (value > readyNow || !Number.isFinite(value)) {
        const at = { at: value };
        const untimed = Array.isArray(noted) ? noted.map((one) => ({ ...one, ...at })) : { ...noted, ...at };
        const dated = { ...readyArrival, [name]: untimed };
        assert.equal(answer(arrivedWith(dated)).gates.openDose.open, false, `${name} noted at ${value}`);
      }
    }
  }
});
