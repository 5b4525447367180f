import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson, sentPart } from './canonical.ts';
import type { LogEvent, SessionFact } from './events.ts';
import { recordedSessions } from './examples/all.ts';
import { calmInfusion } from './examples/calm-infusion.ts';
import { lateAndCorrected } from './examples/late-and-corrected.ts';
import { atPhone, atTablet, otherPatientId, patientId } from './examples/people.ts';
import { twoDevices } from './examples/two-devices.ts';
import { infusedMg, infusionProgress } from './infusion.ts';
import { factOf, idsFrom, type Pen, recorder } from './recorder.ts';
import { append, emptySession, evolve, fold, gaps, latest, type SessionState } from './state.ts';

const startAt = 1_796_000_000_000;
const sessionId = '0c0c0c0c-0000-4000-8000-0000000000ff';
const session = { sessionId, patientId };

type Line = readonly [by: Pen, minute: number, fact: SessionFact];
const written = (lines: readonly Line[]): LogEvent[] => {
  const log = recorder({ ...session, startAt, nextId: idsFrom(99) });
  for (const [by, minute, fact] of lines) log.record(by, minute, fact);
  return log.events;
};
const given = (...lines: readonly Line[]): SessionState => fold(written(lines), session);
const at = (minute: number): number => startAt + minute * 60_000;

const start = factOf('DoseStarted', {
  route: 'iv',
  doseMg: 40,
  concentrationMgPerMl: 10,
  rateMgPerMin: 1,
  plannedMinutes: 40,
  lot: 'K1',
  expiry: '2027-01',
});
const pause = factOf('InfusionPaused', { reason: 'Pressure' });
const resume = factOf('InfusionResumed', {});
const stop = factOf('DoseStopped', { reason: 'clinical' });
const rate = (rateMgPerMin: number) =>
  factOf('InfusionRateChanged', { rateMgPerMin, reason: 'Titration', orderedBy: 'Dr Osei' });
const im = (doseMg: number, deviceNumber?: number) =>
  factOf('DoseGiven', {
    route: deviceNumber === undefined ? 'im' : 'nasal',
    doseMg,
    ...(deviceNumber === undefined ? {} : { deviceNumber }),
    lot: null,
    expiry: null,
  });
const review = (doseMg: number) =>
  factOf('PreDoseReviewSigned', { orderId: '0b0b0b0b-0000-4000-8000-000000000009', doseMg, weightKg: 80 });

describe('the phase of a session', () => {
  const rows: readonly (readonly [string, readonly Line[], SessionState['phase']])[] = [
    ['nothing recorded', [], 'before'],
    [
      'the driver confirmed the day before',
      [[atPhone, 0, factOf('EscortConfirmed', { name: 'A', how: 'text' })]],
      'before',
    ],
    ['the patient arrived', [[atTablet, 0, factOf('PatientArrived', {})]], 'settling'],
    ['the pump is on', [[atTablet, 0, start]], 'dosing'],
    [
      'the pump is paused',
      [
        [atTablet, 0, start],
        [atTablet, 5, pause],
      ],
      'dosing',
    ],
    [
      'the pump is off',
      [
        [atTablet, 0, start],
        [atTablet, 5, stop],
      ],
      'recovering',
    ],
    ['an injection was given', [[atTablet, 0, im(50)]], 'dosing'],
    [
      'recovery began',
      [
        [atTablet, 0, im(50)],
        [atTablet, 30, factOf('RecoveryStarted', {})],
      ],
      'recovering',
    ],
    [
      'a second injection after recovery began',
      [
        [atTablet, 0, im(50)],
        [atTablet, 30, factOf('RecoveryStarted', {})],
        [atTablet, 40, im(20)],
      ],
      'dosing',
    ],
    [
      'a reading written after the patient left',
      [
        [atTablet, 0, start],
        [atTablet, 90, factOf('PatientReleased', { toName: 'A', toRelation: 'sister' })],
        [atTablet, 91, factOf('GaitChecked', { result: 'steady' })],
      ],
      'released',
    ],
  ];
  for (const [when, lines, phase] of rows)
    test(`is ${phase} when ${when}`, () => assert.equal(given(...lines).phase, phase));
});

describe('milligrams in, by the clock', () => {
  const rows: readonly (readonly [string, readonly Line[], number, number])[] = [
    ['nothing before it starts', [[atTablet, 10, start]], 5, 0],
    ['half at half time', [[atTablet, 0, start]], 20, 20],
    ['the whole dose at the planned end', [[atTablet, 0, start]], 40, 40],
    ['never more than was drawn up', [[atTablet, 0, start]], 90, 40],
    [
      'nothing while paused',
      [
        [atTablet, 0, start],
        [atTablet, 10, pause],
      ],
      20,
      10,
    ],
    [
      'on again after a pause',
      [
        [atTablet, 0, start],
        [atTablet, 10, pause],
        [atTablet, 15, resume],
      ],
      20,
      15,
    ],
    [
      'a slower rate from its moment on',
      [
        [atTablet, 0, start],
        [atTablet, 10, rate(0.5)],
      ],
      20,
      15,
    ],
    [
      'a rate set during a pause waits for the resume',
      [
        [atTablet, 0, start],
        [atTablet, 10, pause],
        [atTablet, 12, rate(2)],
        [atTablet, 15, resume],
      ],
      20,
      20,
    ],
    [
      'no more after a stop',
      [
        [atTablet, 0, start],
        [atTablet, 10, stop],
      ],
      60,
      10,
    ],
    [
      'no more after a stop, whatever is tapped later',
      [
        [atTablet, 0, start],
        [atTablet, 10, stop],
        [atPhone, 12, resume],
      ],
      60,
      10,
    ],
  ];
  for (const [what, lines, minute, mg] of rows)
    test(`${what}`, () => {
      const { infusion } = given(...lines);
      assert.ok(infusion);
      assert.equal(infusedMg(infusion, at(minute)), mg);
    });

  test('the end moves out by the pause, and is unknown while paused', () => {
    const paused = given([atTablet, 0, start], [atTablet, 10, pause]);
    assert.equal(infusionProgress(paused, at(12))?.emptyAt, undefined);
    const running = append(
      paused,
      ...written([
        [atTablet, 0, start],
        [atTablet, 10, pause],
        [atTablet, 15, resume],
      ]),
    );
    assert.equal(infusionProgress(running, at(20))?.emptyAt, at(45));
    assert.equal(infusionProgress(running, at(20))?.pausedMinutes, 5);
  });
});

describe('stop beats continue', () => {
  test('a resume after a stop does not restart the pump and is put before a person', () => {
    const state = given([atTablet, 0, start], [atTablet, 10, stop], [atPhone, 12, resume]);
    assert.equal(state.infusion?.run, 'stopped');
    assert.deepEqual(
      state.needsReview.map(({ type, why }) => [type, why]),
      [['InfusionResumed', 'infusion-already-stopped']],
    );
  });

  test('a pause and a resume at the same moment leave it paused, whichever device came first', () => {
    for (const [first, second] of [
      [atTablet, atPhone],
      [atPhone, atTablet],
    ] as const) {
      const state = given([atTablet, 0, start], [first, 10, pause], [second, 10, resume]);
      assert.equal(state.infusion?.run, 'paused');
      assert.equal(state.needsReview.length, 1);
    }
  });

  test('two rates at the same moment leave the slower one in force', () => {
    const state = given([atTablet, 0, start], [atTablet, 10, rate(2)], [atPhone, 10, rate(0.5)]);
    assert.equal(state.infusion?.rateMgPerMin, 0.5);
    assert.deepEqual(
      state.conflicts.map(({ kind }) => kind),
      ['two-rates-at-once'],
    );
  });

  test('a second start never sets the clock again', () => {
    const state = given([atTablet, 0, start], [atPhone, 3, start]);
    assert.equal(state.infusion?.startedAt, at(0));
    assert.equal(state.facts.DoseStarted.length, 2);
    assert.deepEqual(
      state.conflicts.map(({ kind }) => kind),
      ['dose-started-twice'],
    );
  });

  test('a stop entered in error gives the infusion back', () => {
    const events = written([
      [atTablet, 0, start],
      [atTablet, 10, stop],
    ]);
    const target = events[1]?.eventId ?? '';
    const state = append(
      fold(events, session),
      ...written([
        [atTablet, 0, start],
        [atTablet, 10, stop],
        [atTablet, 11, factOf('EnteredInError', { targetEventId: target, reason: 'Wrong room' })],
      ]),
    );
    assert.equal(state.infusion?.run, 'running');
    assert.equal(state.phase, 'dosing');
    assert.equal(state.log.length, 3);
  });
});

describe('two truths are both kept', () => {
  const rows: readonly (readonly [string, readonly Line[], readonly string[]])[] = [
    [
      'the dose started is the dose signed',
      [
        [atTablet, 0, review(40)],
        [atTablet, 5, start],
      ],
      [],
    ],
    [
      'the dose started is not the dose signed',
      [
        [atTablet, 0, review(50)],
        [atTablet, 5, start],
      ],
      ['dose-not-as-reviewed'],
    ],
    [
      'two injections add up to what was signed',
      [
        [atTablet, 0, review(70)],
        [atTablet, 5, im(50)],
        [atTablet, 20, im(20)],
      ],
      [],
    ],
    [
      'two injections add up to more',
      [
        [atTablet, 0, review(60)],
        [atTablet, 5, im(50)],
        [atTablet, 20, im(20)],
      ],
      ['dose-not-as-reviewed'],
    ],
    [
      'one injection charted on two devices',
      [
        [atTablet, 5, im(50)],
        [atPhone, 6, im(50)],
      ],
      ['dose-maybe-recorded-twice'],
    ],
    [
      'a second equal injection, later',
      [
        [atTablet, 5, im(50)],
        [atPhone, 25, im(50)],
      ],
      [],
    ],
    [
      'spray one and spray two',
      [
        [atTablet, 5, im(28, 1)],
        [atTablet, 10, im(28, 2)],
      ],
      [],
    ],
    [
      'spray one twice',
      [
        [atTablet, 5, im(28, 1)],
        [atTablet, 10, im(28, 1)],
      ],
      ['dose-maybe-recorded-twice'],
    ],
    [
      'the second check saw another dose',
      [
        [atTablet, 0, review(40)],
        [atPhone, 1, factOf('SecondCheckDone', { doseMg: 50, by: 'T' })],
      ],
      ['second-check-differs'],
    ],
    [
      'identity did not match, then did',
      [
        [atTablet, 0, factOf('IdentityDidNotMatch', {})],
        [atPhone, 1, factOf('IdentityConfirmed', { identifiers: ['full-name', 'birth-date'] })],
      ],
      ['identity-disagrees'],
    ],
  ];
  for (const [when, lines, kinds] of rows)
    test(`${kinds.length > 0 ? kinds.join(', ') : 'no conflict'} when ${when}`, () =>
      assert.deepEqual(
        given(...lines).conflicts.map(({ kind }) => kind),
        kinds,
      ));

  test("another patient's reading is kept, named, and changes nothing for this one", () => {
    const [stray] = written([[atPhone, 3, factOf('GaitChecked', { result: 'unsteady' })]]);
    assert.ok(stray);
    const state = append(given([atTablet, 0, start]), {
      ...stray,
      eventId: '0f0f0f0f-0000-4000-8000-000000000001',
      patientId: otherPatientId,
    });
    assert.equal(latest(state, 'GaitChecked'), undefined);
    assert.equal(state.log.length, 2);
    assert.deepEqual(
      state.conflicts.map(({ kind }) => kind),
      ['another-patient'],
    );
  });

  test('one id with two contents keeps both copies and says so', () => {
    const [event] = written([[atPhone, 3, factOf('NoteAdded', { text: 'One' })]]);
    assert.ok(event);
    const other = { ...event, fact: factOf('NoteAdded', { text: 'Two' }) };
    const state = fold([event, other], session);
    assert.equal(state.log.length + state.otherCopies.length, 2);
    assert.deepEqual(
      state.conflicts.map(({ kind }) => kind),
      ['id-used-twice'],
    );
    assert.deepEqual(append(append(emptySession(session), event), other), state);
  });
});

describe('corrections', () => {
  test('a pressure entered in error leaves the readings and stays in the history', () => {
    const state = fold(lateAndCorrected.events);
    const systolics = state.facts.VitalSignsMeasured.map(({ fact }) => fact.systolicMmHg);
    assert.ok(!systolics.includes(233));
    assert.ok(state.log.some(({ eventId }) => eventId === lateAndCorrected.slip));
    assert.equal(state.struck[0]?.targetEventId, lateAndCorrected.slip);
    assert.equal(state.struck[0]?.reason, 'Typed 233 for 133');
  });

  test('a correction that was itself a mistake gives the reading back', () => {
    const log = recorder({ ...session, startAt, nextId: idsFrom(98) });
    const note = log.record(atTablet, 0, factOf('NoteAdded', { text: 'Felt cold' }));
    const correction = log.record(
      atTablet,
      1,
      factOf('EnteredInError', { targetEventId: note, reason: 'Wrong patient' }),
    );
    assert.equal(fold(log.events).facts.NoteAdded.length, 0);
    log.record(
      atTablet,
      2,
      factOf('EnteredInError', { targetEventId: correction, reason: 'Right patient after all' }),
    );
    assert.equal(fold(log.events).facts.NoteAdded.length, 1);
  });

  test('a correction of a fact that never came is put before a person', () => {
    const state = given([atTablet, 1, factOf('EnteredInError', { targetEventId: sessionId, reason: 'x' })]);
    assert.deepEqual(
      state.needsReview.map(({ why }) => why),
      ['corrects-an-unknown-fact'],
    );
  });

  test('a correction written in another session strikes nothing here', () => {
    const [note, correction] = written([
      [atTablet, 0, factOf('NoteAdded', { text: 'Felt cold' })],
      [
        atTablet,
        1,
        factOf('EnteredInError', { targetEventId: '00000063-0000-4000-8000-000000000001', reason: 'x' }),
      ],
    ]);
    assert.ok(note && correction);
    const state = fold([note, { ...correction, sessionId: calmInfusion.sessionId }], session);
    assert.equal(state.facts.NoteAdded.length, 1);
  });
});

describe('what has not arrived', () => {
  test('a missing number in a device count is named', () => {
    const events = twoDevices.events.filter(({ eventId }) => eventId !== twoDevices.lastOnTablet);
    const whole = fold(twoDevices.events);
    assert.deepEqual(gaps(whole), []);
    const missing = twoDevices.events.find(({ eventId }) => eventId === twoDevices.lastOnTablet);
    // The last fact of a device leaves no gap that anyone could see, so look one further back.
    const inside = twoDevices.events.find(
      ({ deviceId, deviceSeq }) => deviceId === missing?.deviceId && deviceSeq === 3,
    );
    assert.deepEqual(gaps(fold(events)), []);
    assert.deepEqual(gaps(fold(twoDevices.events.filter((event) => event !== inside))), [
      { deviceId: inside?.deviceId, from: 3, to: 3 },
    ]);
  });

  test('two wrong clocks still give the right order and the right times', () => {
    const state = fold(twoDevices.events);
    const tablet = state.log.findIndex(({ eventId }) => eventId === twoDevices.lastOnTablet);
    const phone = state.log.findIndex(({ eventId }) => eventId === twoDevices.firstOnPhone);
    assert.ok(tablet < phone);
    const recorded = (index: number): number => state.log[index]?.recordedAt ?? 0;
    assert.ok(recorded(tablet) > recorded(phone), 'the clocks themselves said otherwise');
    for (const entry of state.facts.VitalSignsMeasured) assert.equal(entry.writtenAt, entry.at);
  });
});

describe('any order, any duplicates', () => {
  const shuffledWithCopies = <Item>(items: readonly Item[]) =>
    fc
      .tuple(fc.shuffledSubarray([...items], { minLength: items.length }), fc.subarray([...items]), fc.nat())
      .map(([all, again, seed]) => {
        const mixed = [...all];
        for (const [index, item] of again.entries()) mixed.splice((seed + index * 7) % mixed.length, 0, item);
        return mixed;
      });

  for (const { name, events } of recordedSessions)
    test(`${name}: the same state, byte for byte`, () => {
      const whole = fold(events);
      const bytes = canonicalJson(whole);
      fc.assert(
        fc.property(shuffledWithCopies(events), (mixed) => {
          const state = fold(mixed, whole);
          assert.deepEqual(state, whole);
          assert.equal(canonicalJson(state), bytes);
        }),
        { numRuns: 25 },
      );
    });

  test('random facts from two devices: one at a time equals all at once, and nothing is lost', () => {
    const ids = idsFrom(77);
    const pool = [...Array(40).keys()].map(() => ids());
    const anyFact: fc.Arbitrary<SessionFact> = fc.oneof(
      fc.constantFrom<SessionFact>(
        start,
        pause,
        resume,
        stop,
        im(50),
        im(28, 1),
        review(40),
        rate(2),
        rate(0.5),
      ),
      fc.constantFrom<SessionFact>(
        factOf('RecoveryStarted', {}),
        factOf('PatientReleased', { toName: 'A', toRelation: 'b' }),
      ),
      fc
        .constantFrom(...pool)
        .map((targetEventId) => factOf('EnteredInError', { targetEventId, reason: 'Slip' })),
      fc.integer({ min: 80, max: 200 }).map((systolicMmHg) =>
        factOf('VitalSignsMeasured', {
          systolicMmHg,
          couldNotRead: [],
          context: 'scheduled',
          source: 'typed',
        }),
      ),
    );
    const anyEvent: fc.Arbitrary<LogEvent> = fc
      .record({
        eventId: fc.constantFrom(...pool),
        deviceSeq: fc.integer({ min: 1, max: 30 }),
        minute: fc.integer({ min: 0, max: 12 }),
        fact: anyFact,
        pen: fc.constantFrom(atTablet, atPhone),
        whose: fc.constantFrom(patientId, patientId, patientId, patientId, otherPatientId),
        version: fc.option(fc.integer({ min: 1, max: 50 }), { nil: undefined }),
      })
      .map(({ eventId, deviceSeq, minute, fact, pen, whose, version }) => ({
        eventId,
        sessionId,
        patientId: whose,
        deviceId: pen.device.id,
        deviceSeq,
        effectiveAt: at(minute),
        recordedAt: at(minute),
        fact,
        authorId: pen.author.id,
        authorName: pen.author.name,
        actingRole: pen.author.role,
        ...(version === undefined ? {} : { version }),
      }));
    fc.assert(
      fc.property(
        fc
          .array(anyEvent, { maxLength: 40 })
          .chain((events) => fc.tuple(fc.constant(events), shuffledOf(events))),
        ([events, mixed]) => {
          const whole = fold(events, session);
          let growing = emptySession(session);
          for (const event of mixed) growing = append(growing, event);
          assert.equal(canonicalJson(fold(mixed, session)), canonicalJson(whole));
          assert.equal(canonicalJson(growing), canonicalJson(whole));
          assert.equal(canonicalJson(append(emptySession(session), ...mixed)), canonicalJson(whole));
          const spoken = (kept: readonly LogEvent[]) =>
            new Set(kept.map((event) => canonicalJson(sentPart(event))));
          assert.deepEqual(spoken([...whole.log, ...whole.otherCopies]), spoken(events));
        },
      ),
      { numRuns: 400 },
    );
  });

  const shuffledOf = (events: LogEvent[]) => fc.shuffledSubarray(events, { minLength: events.length });

  test('a fact in its turn is one step, and the state before it is left as it was', () => {
    let state = emptySession(calmInfusion);
    for (const event of fold(calmInfusion.events).log) {
      const before = canonicalJson(state);
      const next = evolve(state, event);
      assert.equal(canonicalJson(state), before);
      state = next;
    }
    assert.deepEqual(state, fold(calmInfusion.events));
  });
});
