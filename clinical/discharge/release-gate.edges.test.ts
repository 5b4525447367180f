// Every line of leaving with what it shows: the state, the code, the numbers, whose word it is and how old.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CareRecord, Cycle, Fact, SessionFacts } from '#clinical/care-record.ts';
import { clockAt } from '#clinical/clock.ts';
import { restedNow, restedRecord } from '#clinical/examples/ready-record.ts';
import { routeExample, routeExamples } from '#clinical/examples/ready-records.ts';
import {
  type HaveValue,
  isAskedOn,
  type LineState,
  type ReleaseCondition,
  releaseConditions,
} from '#clinical/gate.ts';
import { addMinutes, type Instant } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { releaseGate } from './release-gate.ts';

type Seen = {
  readonly state: LineState;
  readonly code: string;
  readonly values?: Readonly<Record<string, HaveValue>>;
  readonly at?: Instant | undefined;
  readonly by?: string | undefined;
};
type Asked = { readonly edition?: Edition; readonly now?: Instant };

function lineOf(condition: ReleaseCondition, record: CareRecord, asked: Asked = {}) {
  const { edition = ivExample1, now = restedNow } = asked;
  const line = releaseGate({ edition, clock: clockAt(now) }, record).lines.find(
    (one) => one.condition === condition,
  );
  assert.ok(line, condition);
  return line;
}

function shows(condition: ReleaseCondition, record: CareRecord, seen: Seen, asked: Asked = {}): void {
  const line = lineOf(condition, record, asked);
  const { state, have, at, by } = line;
  const found = { state, code: have.code, values: have.values, at, by };
  assert.deepEqual(found, { values: {}, at: undefined, by: undefined, ...seen });
  assert.equal(line.owner, 'nurse');
}

const cycle: Cycle = restedRecord.cycle ?? { id: '', number: 1 };
const session: SessionFacts = cycle.session ?? {};
const withSession = (change: SessionFacts): CareRecord => ({
  ...restedRecord,
  cycle: { ...cycle, session: { ...session, ...change } },
});
const withLatest = (latest: SessionFacts['latest']): CareRecord =>
  withSession({ latest: { ...session.latest, ...latest } });

const ago = (minutes: number): Instant => addMinutes(restedNow, -minutes);
function seen<const T>(value: T, at: Instant = ago(5)): Fact<T> {
  return { value, at, by: 'Maria Ruiz', byRole: 'nurse' };
}
const byMaria = { at: ago(5), by: 'Maria Ruiz' };
const startedAt = session.doseStartedAt ?? 0;
const stoppedAt = session.doseStoppedAt ?? 0;

test('What was seen after the dose is met or not met, in its own words', () => {
  const cases = [
    ['orientation', { orientation: seen('oriented') }, 'met', 'oriented'],
    ['orientation', { orientation: seen('not-oriented') }, 'not-met', 'not-oriented'],
    ['gait', { gait: seen('steady') }, 'met', 'steady'],
    ['gait', { gait: seen('needs-help') }, 'not-met', 'needs-help'],
    ['gait', { gait: seen('unsteady') }, 'not-met', 'unsteady'],
    ['symptoms', { symptomsUnresolved: seen([]) }, 'met', 'asked-none'],
    ['instructions', { instructionsRepeatedBack: seen('repeated') }, 'met', 'repeated'],
    ['instructions', { instructionsRepeatedBack: seen('not-repeated') }, 'not-met', 'not-repeated'],
    ['line-removed', { lineRemoved: seen('removed') }, 'met', 'removed'],
    ['line-removed', { lineRemoved: seen('still-in') }, 'not-met', 'still-in'],
    ['belongings', { belongings: seen('returned') }, 'met', 'returned'],
    ['belongings', { belongings: seen('not-returned') }, 'not-met', 'not-returned'],
    ['escort-at-door', { escortAtDoor: seen('present') }, 'met', 'present'],
    ['escort-at-door', { escortAtDoor: seen('not-present') }, 'not-met', 'not-present'],
  ] as const;
  for (const [condition, change, state, code] of cases) {
    shows(condition, withSession(change), { state, code, ...byMaria });
  }
  shows('symptoms', withSession({ symptomsUnresolved: seen(['nausea', 'headache']) }), {
    state: 'not-met',
    code: 'symptoms',
    values: { symptoms: 'nausea, headache' },
    ...byMaria,
  });
});

test('A line nobody spoke to is unknown and says that there is nothing', () => {
  const names = {
    'recovery-score': 'recoveryScore',
    orientation: 'orientation',
    gait: 'gait',
    symptoms: 'symptomsUnresolved',
    'open-alerts': 'openAlerts',
    'open-signals': 'openSignals',
    instructions: 'instructionsRepeatedBack',
    'line-removed': 'lineRemoved',
    belongings: 'belongings',
    'escort-at-door': 'escortAtDoor',
  } as const;
  for (const [condition, name] of Object.entries(names)) {
    const record = withSession({ [name]: undefined });
    shows(condition as ReleaseCondition, record, { state: 'unknown', code: 'nothing' });
  }
  const measured = {
    'settled-blood-pressure': 'bloodPressure',
    'settled-heart-rate': 'heartRatePerMin',
    'settled-oxygen': 'spo2Percent',
    awake: 'moaas',
  } as const;
  for (const [condition, name] of Object.entries(measured)) {
    const record = withLatest({ [name]: undefined });
    shows(condition as ReleaseCondition, record, { state: 'unknown', code: 'nothing' });
  }
});

test('What was seen before the dose ended says nothing about leaving', () => {
  const asked = { now: addMinutes(stoppedAt, 20) };
  const before = stoppedAt - 1;
  const cases = [
    ['orientation', { orientation: seen('oriented', before) }, { said: 'oriented' }],
    ['gait', { gait: seen('steady', before) }, { said: 'steady' }],
    ['symptoms', { symptomsUnresolved: seen([], before) }, { said: 'asked-none' }],
    [
      'recovery-score',
      { recoveryScore: seen({ scale: 'aldrete-modified', total: 10 }, before) },
      { scale: 'aldrete-modified', total: 10, said: 'score' },
    ],
    [
      'settled-heart-rate',
      { latest: { heartRatePerMin: seen(70, before) } },
      { heartRatePerMin: 70, said: 'reading' },
    ],
  ] as const;
  for (const [condition, change, values] of cases) {
    const expected = { code: 'before-dose-end', values, at: before, by: 'Maria Ruiz' };
    shows(condition, withSession(change), { state: 'unknown', ...expected }, asked);
    assert.equal(lineOf(condition, withSession(atTheEnd(change)), asked).state, 'met', condition);
  }
  const running = withSession({ doseStoppedAt: undefined });
  assert.equal(lineOf('gait', running).have.code, 'before-dose-end');
  const ahead = withSession({ doseStoppedAt: undefined, gait: seen('steady', addMinutes(restedNow, 60)) });
  assert.equal(lineOf('gait', ahead).have.code, 'from-the-future');
});

/** The same facts, each seen at the very moment the dose ended. */
function atTheEnd(change: SessionFacts): SessionFacts {
  return JSON.parse(JSON.stringify(change), (key, value) =>
    key === 'at' ? stoppedAt : value,
  ) as SessionFacts;
}

test('Each reading is held against the limits for leaving, and the line shows them', () => {
  const pressure = (systolicMmHg: number, diastolicMmHg: number) => ({
    bloodPressure: seen({ systolicMmHg, diastolicMmHg }),
  });
  const cases = [
    ['settled-blood-pressure', pressure(160, 100), 'met', 'reading'],
    ['settled-blood-pressure', pressure(90, 60), 'met', 'reading'],
    ['settled-blood-pressure', pressure(161, 100), 'not-met', 'systolicMmHg-above'],
    ['settled-blood-pressure', pressure(89, 60), 'not-met', 'systolicMmHg-below'],
    ['settled-blood-pressure', pressure(160, 101), 'not-met', 'diastolicMmHg-above'],
    ['settled-heart-rate', { heartRatePerMin: seen(50) }, 'met', 'reading'],
    ['settled-heart-rate', { heartRatePerMin: seen(49) }, 'not-met', 'heartRatePerMin-below'],
    ['settled-heart-rate', { heartRatePerMin: seen(111) }, 'not-met', 'heartRatePerMin-above'],
    ['settled-oxygen', { spo2Percent: seen(93) }, 'met', 'reading'],
    ['settled-oxygen', { spo2Percent: seen(92) }, 'not-met', 'spo2Percent-below'],
    ['settled-oxygen', { spo2Percent: seen(Number.NaN) }, 'unknown', 'spo2Percent-implausible'],
    ['awake', { moaas: seen(5) }, 'met', 'reading'],
    ['awake', { moaas: seen(4) }, 'not-met', 'reading'],
    ['awake', { moaas: seen(0) }, 'not-met', 'reading'],
  ] as const;
  for (const [condition, change, state, code] of cases) {
    const [name = '', fact] = Object.entries(change)[0] ?? [];
    const value = fact?.value;
    const values = typeof value === 'number' ? { [name]: value } : (value ?? {});
    shows(condition, withLatest(change), { state, code, values, ...byMaria });
  }
  const rulesOf = (condition: ReleaseCondition, record = restedRecord) =>
    lineOf(condition, record).rules.map((rule) => rule.value);
  assert.deepEqual(rulesOf('settled-blood-pressure'), [160, 100]);
  assert.deepEqual(rulesOf('settled-heart-rate'), [50, 110]);
  assert.deepEqual(rulesOf('settled-oxygen'), [93]);
  assert.deepEqual(rulesOf('awake'), [5]);
  assert.deepEqual(rulesOf('rest-minimum'), [60]);
  assert.deepEqual(rulesOf('gait'), []);
});

test('The dose has begun and has ended, each by its time', () => {
  shows('dose-ended', restedRecord, {
    state: 'met',
    code: 'dose-ended',
    values: { startedAt, stoppedAt },
    at: stoppedAt,
  });
  const notBegun = withSession({ doseStartedAt: undefined });
  shows('dose-ended', notBegun, { state: 'unknown', code: 'dose-not-started' });
  shows('dose-ended', { ...restedRecord, cycle: undefined }, { state: 'unknown', code: 'dose-not-started' });
  const running = { state: 'not-met', code: 'dose-running', values: { startedAt }, at: startedAt } as const;
  shows('dose-ended', withSession({ doseStoppedAt: undefined }), running);
  shows('dose-ended', restedRecord, running, { now: stoppedAt - 1 });
  assert.equal(lineOf('dose-ended', restedRecord, { now: stoppedAt }).state, 'met');
});

test('An infusion is rested after sixty minutes, and not a millisecond before', () => {
  const restUntilAt = addMinutes(stoppedAt, 60);
  const values = { endedAt: stoppedAt, restUntilAt };
  const at = stoppedAt;
  shows('rest-minimum', restedRecord, { state: 'met', code: 'rested', values, at }, { now: restUntilAt });
  const early = { now: restUntilAt - 1 };
  shows('rest-minimum', restedRecord, { state: 'not-met', code: 'still-resting', values, at }, early);
  shows('rest-minimum', withSession({ doseStoppedAt: undefined }), {
    state: 'unknown',
    code: 'dose-not-ended',
  });
  assert.deepEqual(
    lineOf('rest-minimum', withSession({ doseStoppedAt: undefined })).rules.map((rule) => rule.value),
    [60],
  );
});

test('The spray is counted from its first device and from its last, and the later one holds', () => {
  const { edition, rested } = routeExample('nasal');
  const given = rested.cycle?.session;
  const [firstAt = 0, lastAt = 0] = given?.partsGivenAt ?? [];
  assert.ok(lastAt > firstAt);
  const stay = edition.rest.minimumMinutes.value;
  const anchors = edition.rest.countedFrom.value;
  const until = { 'first-part': addMinutes(firstAt, stay), 'last-part': addMinutes(lastAt, stay) };
  const values = {
    restUntilAt: addMinutes(anchors.includes('last-part') ? lastAt : firstAt, stay),
    ...(anchors.includes('first-part') ? { fromFirstUntilAt: until['first-part'] } : {}),
    ...(anchors.includes('last-part') ? { fromLastUntilAt: until['last-part'] } : {}),
  };
  const at = anchors.includes('last-part') ? lastAt : firstAt;
  const over = { state: 'met', code: 'stay-over', values, at } as const;
  shows('rest-minimum', rested, over, { edition, now: values.restUntilAt });
  const early = { state: 'not-met', code: 'stay-not-over', values, at } as const;
  shows('rest-minimum', rested, early, { edition, now: values.restUntilAt - 1 });
  const unrecorded: CareRecord = {
    ...rested,
    cycle: { ...(rested.cycle ?? cycle), session: { ...given, partsGivenAt: undefined } },
  };
  shows('rest-minimum', unrecorded, { state: 'unknown', code: 'parts-not-recorded' }, { edition });
});

test('A recovery score counts by its own scale, and only a total a scale can have', () => {
  const edition: Edition = {
    ...ivExample1,
    recoveryScore: {
      aldreteAtLeast: { ...ivExample1.recoveryScore.aldreteAtLeast, value: 9 },
      padssAtLeast: { ...ivExample1.recoveryScore.padssAtLeast, value: 8 },
    },
  };
  const cases = [
    ['aldrete-modified', 9, 'met', 'score', 9],
    ['aldrete-modified', 8, 'not-met', 'score', 9],
    ['padss-original', 8, 'met', 'score', 8],
    ['padss-modified', 8, 'met', 'score', 8],
    ['padss-modified', 7, 'not-met', 'score', 8],
    ['padss-modified', 11, 'unknown', 'score-not-readable', 8],
    ['aldrete-modified', 9.5, 'unknown', 'score-not-readable', 9],
  ] as const;
  for (const [scale, total, state, code, limit] of cases) {
    const record = withSession({ recoveryScore: seen({ scale, total }) });
    shows('recovery-score', record, { state, code, values: { scale, total }, ...byMaria }, { edition });
    assert.deepEqual(
      lineOf('recovery-score', record, { edition }).rules.map((rule) => rule.value),
      [limit],
    );
  }
});

test('An open alert or call keeps the person, and is counted', () => {
  const alert = { id: 'a1', code: 'oxygen-low', raisedAt: ago(10) };
  shows('open-alerts', restedRecord, { state: 'met', code: 'none-open' });
  shows('open-signals', restedRecord, { state: 'met', code: 'none-open' });
  shows('open-alerts', withSession({ openAlerts: [alert, { ...alert, id: 'a2' }] }), {
    state: 'not-met',
    code: 'alerts-open',
    values: { count: 2 },
  });
  shows('open-signals', withSession({ openSignals: [{ kind: 'help', at: ago(3) }] }), {
    state: 'not-met',
    code: 'signals-open',
    values: { count: 1 },
  });
});

test('At home the one who watched says whether they stay, and nobody is handed over', () => {
  const { edition, rested, restedNow: now } = routeExample('home');
  const given = rested.cycle?.session;
  const said = (sitterStays: SessionFacts['sitterStays']): CareRecord => ({
    ...rested,
    cycle: { ...(rested.cycle ?? cycle), session: { ...given, sitterStays } },
  });
  const by = { at: now, by: 'Maria Ruiz' };
  shows('sitter-stays', said(seen('stays', now)), { state: 'met', code: 'stays', ...by }, { edition, now });
  shows(
    'sitter-stays',
    said(seen('leaves', now)),
    { state: 'not-met', code: 'leaves', ...by },
    { edition, now },
  );
  shows('sitter-stays', said(undefined), { state: 'unknown', code: 'nothing' }, { edition, now });
  const conditions = releaseGate({ edition, clock: clockAt(now) }, rested).lines.map(
    (line) => line.condition,
  );
  for (const absent of ['escort-at-door', 'line-removed', 'awake'] as const) {
    assert.ok(!conditions.includes(absent), absent);
  }
});

test('Only an infusion leaves a line to take out', () => {
  assert.ok(lineOf('line-removed', restedRecord));
  const { edition, rested, restedNow: now } = routeExample('im');
  const lines = releaseGate({ edition, clock: clockAt(now) }, rested).lines;
  assert.ok(!lines.some((line) => line.condition === 'line-removed'));
});

/** An edition that lets no fact grow older than half an hour, whatever the line. */
function halfHour(edition: Edition): Edition {
  const limit = { value: 30, unit: 'min', source: 'H-HOUSE', confidence: 'H' } as const;
  return { ...edition, ageLimitMinutes: Object.fromEntries(releaseConditions.map((one) => [one, limit])) };
}

const factOf = {
  'recovery-score': 'recoveryScore',
  orientation: 'orientation',
  gait: 'gait',
  symptoms: 'symptomsUnresolved',
  instructions: 'instructionsRepeatedBack',
  'line-removed': 'lineRemoved',
  belongings: 'belongings',
  'escort-at-door': 'escortAtDoor',
  'sitter-stays': 'sitterStays',
} as const satisfies Partial<Record<ReleaseCondition, keyof SessionFacts>>;
const readingOf = {
  'settled-blood-pressure': 'bloodPressure',
  'settled-heart-rate': 'heartRatePerMin',
  'settled-oxygen': 'spo2Percent',
  awake: 'moaas',
} as const;

test('What was seen grows old by the limit of its own line, on every route', () => {
  const tried = new Set<string>();
  for (const { edition, rested, restedNow: now } of routeExamples) {
    const strict = halfHour(edition);
    const settled = rested.cycle?.session ?? {};
    const recorded = (change: SessionFacts): CareRecord => ({
      ...rested,
      cycle: { ...(rested.cycle ?? cycle), session: { ...settled, ...change } },
    });
    const ages = (condition: ReleaseCondition, seenAt: (at: Instant) => CareRecord): void => {
      tried.add(condition);
      const fresh = lineOf(condition, seenAt(addMinutes(now, -30)), { edition: strict, now });
      assert.deepEqual([fresh.state, fresh.ageLimitMinutes], ['met', 30], `${condition} ${edition.route}`);
      const old = lineOf(condition, seenAt(addMinutes(now, -30) - 1), { edition: strict, now });
      assert.deepEqual([old.state, old.have.code], ['unknown', 'too-old'], `${condition} ${edition.route}`);
    };
    for (const [condition, name] of Object.entries(factOf) as [ReleaseCondition, keyof SessionFacts][]) {
      const fact = settled[name] as Fact<unknown> | undefined;
      if (fact === undefined || !isAskedOn(condition, edition.route)) continue;
      ages(condition, (at) => recorded({ [name]: { ...fact, at } }));
    }
    for (const [condition, name] of Object.entries(readingOf) as [
      keyof typeof readingOf,
      (typeof readingOf)[keyof typeof readingOf],
    ][]) {
      const fact = settled.latest?.[name];
      if (fact === undefined || !isAskedOn(condition, edition.route)) continue;
      ages(condition, (at) => recorded({ latest: { ...settled.latest, [name]: { ...fact, at } } }));
    }
  }
  assert.deepEqual([...tried].sort(), [...Object.keys(factOf), ...Object.keys(readingOf)].sort());
});

test('A session with no vital signs at all leaves each of them unknown', () => {
  const record = withSession({ latest: undefined });
  for (const condition of Object.keys(readingOf) as (keyof typeof readingOf)[]) {
    shows(condition, record, { state: 'unknown', code: 'nothing' });
  }
});

test('A score that is not on the scale says nothing about being awake', () => {
  for (const moaas of [6, 5.5, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    shows('awake', withLatest({ moaas: seen(moaas) }), {
      state: 'unknown',
      code: 'not-on-scale',
      values: { moaas },
      ...byMaria,
    });
  }
});

test('A dose whose times cannot be is neither running nor ended', () => {
  const strange = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const at of strange) {
    for (const change of [{ doseStartedAt: at }, { doseStoppedAt: at }]) {
      shows('dose-ended', withSession(change), { state: 'unknown', code: 'dose-time-not-readable' });
    }
  }
  const reversed = startedAt - 1;
  shows('dose-ended', withSession({ doseStoppedAt: reversed }), {
    state: 'unknown',
    code: 'dose-times-reversed',
    values: { startedAt, stoppedAt: reversed },
  });
  const atOnce = withSession({ doseStoppedAt: startedAt });
  assert.equal(lineOf('dose-ended', atOnce).state, 'met');
});

test('An override on the record reaches the gate', () => {
  const unsteady = withSession({ gait: seen('needs-help') });
  const override = {
    condition: 'gait',
    reason: 'Walks with a cane every day',
    by: 'Dr N. Okafor',
    byRole: 'prescriber' as const,
    at: ago(1),
  };
  const record = { ...unsteady, cycle: { ...(unsteady.cycle ?? cycle), overrides: [override] } };
  assert.equal(lineOf('gait', record).state, 'overridden');
});

test('An override counts before there is a session, and only on the record that holds it', () => {
  const overrides = [
    {
      condition: 'gait',
      reason: 'Uses a wheelchair',
      by: 'Dr N. Okafor',
      byRole: 'prescriber' as const,
      at: ago(1),
    },
  ];
  const stateOf = (change: Partial<Cycle>) =>
    lineOf('gait', { ...restedRecord, cycle: { ...cycle, session: undefined, ...change } }).state;
  assert.equal(stateOf({ overrides: undefined }), 'unknown');
  assert.equal(stateOf({ overrides: [] }), 'unknown');
  assert.equal(stateOf({ overrides }), 'overridden');
  assert.equal(stateOf({ overrides: undefined }), 'unknown');
  assert.equal(stateOf({ session }), 'met');
});

test('With nothing on record every line is unknown, and the door is shut', () => {
  const bare: CareRecord = { patientId: 'p', zone: 'America/Chicago', stage: 'recovering' };
  const gate = releaseGate({ edition: ivExample1, clock: clockAt(restedNow) }, bare);
  assert.equal(gate.id, 'release');
  assert.equal(gate.open, false);
  assert.deepEqual(gate.counts, { met: 0, 'not-met': 0, unknown: gate.lines.length, overridden: 0 });
});
