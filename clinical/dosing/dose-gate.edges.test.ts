// Every line of the dose gate with what it shows: the state, the code, the numbers, whose word it is and how old.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type {
  ArrivalFacts,
  CareRecord,
  Cycle,
  Fact,
  Plan,
  RecordedIssue,
  Role,
} from '#clinical/care-record.ts';
import { clockAt } from '#clinical/clock.ts';
import { readyNow, readyRecord } from '#clinical/examples/ready-record.ts';
import { routeExample, routeExamples } from '#clinical/examples/ready-records.ts';
import {
  type DoseCondition,
  doseConditions,
  type HaveValue,
  isAskedOn,
  type LineState,
} from '#clinical/gate.ts';
import { addDays, addMinutes, type Instant, instantOf, localDateOf } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { doseLineOwners, openDoseGate } from './dose-gate.ts';

type Seen = {
  readonly state: LineState;
  readonly code: string;
  readonly values?: Readonly<Record<string, HaveValue>>;
  readonly at?: Instant | undefined;
  readonly by?: string | undefined;
};

function lineOf(
  condition: DoseCondition,
  record: CareRecord,
  asked: { readonly edition?: Edition; readonly now?: Instant } = {},
) {
  const { edition = ivExample1, now = readyNow } = asked;
  const gate = openDoseGate({ edition, clock: clockAt(now) }, record);
  const line = gate.lines.find((one) => one.condition === condition);
  assert.ok(line, condition);
  return line;
}

function shows(
  condition: DoseCondition,
  record: CareRecord,
  seen: Seen,
  edition: Edition = ivExample1,
): void {
  const line = lineOf(condition, record, { edition });
  const { state, have, at, by } = line;
  const found = { state, code: have.code, values: have.values, at, by };
  assert.deepEqual(found, { values: {}, at: undefined, by: undefined, ...seen });
  assert.equal(line.owner, doseLineOwners[condition]);
}

const cycle: Cycle = readyRecord.cycle ?? { id: '', number: 1 };
const plan = readyRecord.plan as Plan;
const withCycle = (change: Partial<Cycle>): CareRecord => ({
  ...readyRecord,
  cycle: { ...cycle, ...change },
});
const withArrival = (change: ArrivalFacts): CareRecord =>
  withCycle({ arrival: { ...cycle.arrival, ...change } });
const withPlan = (change: Partial<Plan>): CareRecord => ({ ...readyRecord, plan: { ...plan, ...change } });

const ago = (minutes: number): Instant => addMinutes(readyNow, -minutes);
function said<const T>(value: T, minutesAgo = 5, byRole: Role = 'nurse'): Fact<T> {
  return { value, at: ago(minutesAgo), by: 'Maria Ruiz', byRole };
}
const byMaria = { at: ago(5), by: 'Maria Ruiz' };

test('What is said on arrival is met, not met or not known, in its own words', () => {
  const cases = [
    ['identity', { identity: said('name-and-birth-date-said') }, 'met', 'name-and-birth-date-said'],
    ['identity', { identity: said('does-not-match') }, 'not-met', 'does-not-match'],
    ['medicines', { medicines: said('no-change') }, 'met', 'no-change'],
    ['medicines', { medicines: said('changed') }, 'not-met', 'changed'],
    ['medicines', { medicines: said('not-sure') }, 'unknown', 'not-sure'],
    ['risk', { risk: said('no-thoughts') }, 'met', 'no-thoughts'],
    ['risk', { risk: said('thoughts') }, 'not-met', 'thoughts'],
    ['risk', { risk: said('declined') }, 'unknown', 'declined'],
    ['call-device', { callDevice: said('heard') }, 'met', 'heard'],
    ['call-device', { callDevice: said('not-heard') }, 'not-met', 'not-heard'],
    ['call-device', { callDevice: said('told') }, 'unknown', 'told'],
    ['intention', { intention: said('read-together') }, 'met', 'read-together'],
    ['intention', { intention: said('none-wanted') }, 'met', 'none-wanted'],
  ] as const;
  for (const [condition, change, state, code] of cases) {
    shows(condition, withArrival(change), { state, code, ...byMaria });
  }
});

test('A call that was only told to have been heard is enough at home, where the clinic is on the line, and nowhere else', () => {
  for (const { edition, ready } of routeExamples) {
    for (const value of ['heard', 'told', 'not-heard'] as const) {
      const arrival = { ...ready.cycle?.arrival, callDevice: said(value) };
      const cycle = { ...(ready.cycle ?? { id: '', number: 1 }), arrival };
      const gate = openDoseGate({ edition, clock: clockAt(readyNow) }, { ...ready, cycle });
      const line = gate.lines.find(({ condition }) => condition === 'call-device');
      const told = edition.route === 'home' ? 'met' : 'unknown';
      assert.equal(
        line?.state,
        { heard: 'met', told, 'not-heard': 'not-met' }[value],
        `${edition.route} ${value}`,
      );
    }
  }
});

test('A line nobody spoke to is unknown and says that there is nothing', () => {
  const names = {
    identity: 'identity',
    medicines: 'medicines',
    'last-food': 'lastFoodAt',
    'last-clear-fluid': 'lastClearFluidAt',
    risk: 'risk',
    'call-device': 'callDevice',
    'room-ready': 'roomItems',
    'second-check': 'doseWorkedOut',
    'blood-pressure': 'bloodPressure',
    'heart-rate': 'heartRatePerMin',
    oxygen: 'spo2Percent',
    weight: 'weightKg',
    intention: 'intention',
    'pre-dose-review': 'preDoseReview',
  } as const;
  for (const [condition, name] of Object.entries(names)) {
    shows(condition as DoseCondition, withArrival({ [name]: undefined }), {
      state: 'unknown',
      code: 'nothing',
    });
  }
});

test('Each reading is held against the limits of the edition, and the line shows them', () => {
  const pressure = (systolicMmHg: number, diastolicMmHg: number) => ({
    bloodPressure: said({ systolicMmHg, diastolicMmHg }),
  });
  const cases = [
    ['blood-pressure', pressure(140, 90), 'met', 'reading'],
    ['blood-pressure', pressure(141, 90), 'not-met', 'systolicMmHg-above'],
    ['blood-pressure', pressure(140, 91), 'not-met', 'diastolicMmHg-above'],
    ['blood-pressure', pressure(80, 80), 'unknown', 'blood-pressure-reversed'],
    ['heart-rate', { heartRatePerMin: said(50) }, 'met', 'reading'],
    ['heart-rate', { heartRatePerMin: said(49) }, 'not-met', 'heartRatePerMin-below'],
    ['heart-rate', { heartRatePerMin: said(101) }, 'not-met', 'heartRatePerMin-above'],
    ['heart-rate', { heartRatePerMin: said(Number.NaN) }, 'unknown', 'heartRatePerMin-implausible'],
    ['oxygen', { spo2Percent: said(94) }, 'met', 'reading'],
    ['oxygen', { spo2Percent: said(93) }, 'not-met', 'spo2Percent-below'],
    ['oxygen', { spo2Percent: said(101) }, 'unknown', 'spo2Percent-implausible'],
  ] as const;
  for (const [condition, change, state, code] of cases) {
    const reading = Object.entries(change)[0];
    const value = reading?.[1].value;
    const values = typeof value === 'number' ? { [reading?.[0] ?? '']: value } : (value ?? {});
    shows(condition, withArrival(change), { state, code, values, ...byMaria });
  }
  const rulesOf = (condition: DoseCondition) =>
    lineOf(condition, readyRecord).rules.map((rule) => rule.value);
  assert.deepEqual(rulesOf('blood-pressure'), [140, 90]);
  assert.deepEqual(rulesOf('heart-rate'), [50, 100]);
  assert.deepEqual(rulesOf('oxygen'), [94]);
  assert.deepEqual(rulesOf('weight'), [10]);
  assert.deepEqual(rulesOf('last-food'), [360]);
  assert.deepEqual(rulesOf('last-clear-fluid'), [120]);
  assert.deepEqual(rulesOf('integration-visit'), [12, 72]);
  assert.deepEqual(rulesOf('staffing'), [2]);
  assert.deepEqual(rulesOf('identity'), []);
});

test('Food and drink are long enough ago at the minute, and not a millisecond before', () => {
  const cases = [
    ['last-food', 'lastFoodAt', 360],
    ['last-clear-fluid', 'lastClearFluidAt', 120],
  ] as const;
  for (const [condition, name, minutes] of cases) {
    const enough = ago(minutes);
    shows(condition, withArrival({ lastFoodHeavy: said('no'), [name]: said(enough) }), {
      state: 'met',
      code: 'long-enough',
      values: { lastAt: enough, enoughAt: readyNow },
      ...byMaria,
    });
    shows(condition, withArrival({ [name]: said(enough + 1) }), {
      state: 'not-met',
      code: 'too-recent',
      values: { lastAt: enough + 1, enoughAt: readyNow + 1 },
      ...byMaria,
    });
    shows(condition, withArrival({ [name]: said('not-sure') }), {
      state: 'unknown',
      code: 'not-sure',
      ...byMaria,
    });
    const asked = said(ago(5));
    assert.equal(lineOf(condition, withArrival({ [name]: asked })).have.code, 'too-recent');
    const later = said(ago(5) + 1);
    shows(condition, withArrival({ [name]: later }), {
      state: 'unknown',
      code: 'from-the-future',
      values: { lastAt: ago(5) + 1, enoughAt: addMinutes(ago(5) + 1, minutes) },
      ...byMaria,
    });
  }
});

test('A fried or fatty meal has its own time: between the two, only a meal that was said to be light is long enough ago', () => {
  const enoughAt = (minutes: number) => ago(minutes - 480);
  const cases = [
    [360, undefined, 'unknown', 'heavy-not-known'],
    [360, 'not-sure', 'unknown', 'heavy-not-known'],
    [360, 'yes', 'not-met', 'too-recent'],
    [360, 'no', 'met', 'long-enough'],
    [479, 'yes', 'not-met', 'too-recent'],
    [480, 'yes', 'met', 'long-enough'],
    [480, undefined, 'met', 'long-enough'],
    [359, 'no', 'not-met', 'too-recent'],
  ] as const;
  for (const [minutes, heavy, state, code] of cases) {
    const line = lineOf(
      'last-food',
      withArrival({
        lastFoodAt: said(ago(minutes)),
        ...(heavy === undefined ? {} : { lastFoodHeavy: said(heavy) }),
      }),
    );
    assert.deepEqual([line.state, line.have.code], [state, code], `${minutes} ${heavy}`);
    if (code !== 'long-enough' && minutes >= 360)
      assert.equal(line.have.values['enoughAt'], enoughAt(minutes), `${minutes} ${heavy}`);
  }
});

test('Consent is this edition, signed and not taken back', () => {
  const consentWith = (change: object): CareRecord => {
    assert.ok(cycle.consent);
    return withCycle({ consent: { ...cycle.consent, ...change } });
  };
  const { editionId, signedAt } = cycle.consent ?? { editionId: '', signedAt: 0 };
  shows('consent', readyRecord, {
    state: 'met',
    code: 'signed',
    values: { editionId, signedAt },
    at: signedAt,
  });
  shows('consent', withCycle({ consent: undefined }), { state: 'unknown', code: 'nothing' });
  shows('consent', consentWith({ withdrawnAt: ago(60) }), {
    state: 'not-met',
    code: 'withdrawn',
    values: { editionId, signedAt, withdrawnAt: ago(60) },
    at: ago(60),
  });
  shows('consent', consentWith({ editionId: 'older' }), {
    state: 'not-met',
    code: 'other-edition',
    values: { editionId: 'older', signedAt, asked: 'consent-iv-example-1' },
    at: signedAt,
  });
  const soon = addMinutes(readyNow, 5);
  assert.equal(lineOf('consent', consentWith({ signedAt: soon })).state, 'met');
  shows('consent', consentWith({ signedAt: soon + 1 }), {
    state: 'unknown',
    code: 'from-the-future',
    values: { editionId, signedAt: soon + 1 },
    at: soon + 1,
  });
});

const decided = (value: 'stop' | 'hold' | 'accept-risk', minutesAgo = 30): RecordedIssue['decision'] => ({
  ...said(value, minutesAgo, 'prescriber'),
  by: 'Dr N. Okafor',
});
const issue = (id: string, change: Partial<RecordedIssue> = {}): RecordedIssue => ({
  id,
  rule: 'health-condition',
  title: 'Something to look at.',
  action: 'review',
  ...change,
});
const withIssues = (issues: readonly RecordedIssue[] | undefined): CareRecord => ({ ...readyRecord, issues });

test('A stop anywhere on the record stops the dose', () => {
  shows('no-stop', readyRecord, { state: 'met', code: 'series-active' });
  const first = issue('a', { decision: decided('accept-risk', 50) });
  shows('no-stop', withIssues([first, issue('b', { decision: decided('stop', 30) })]), {
    state: 'not-met',
    code: 'decided-to-stop',
    at: ago(30),
    by: 'Dr N. Okafor',
  });
  for (const stage of ['stopped', 'paused', 'finished'] as const) {
    shows('no-stop', { ...readyRecord, stage }, { state: 'not-met', code: `series-${stage}` });
  }
  for (const status of ['held', 'paused', 'stopped', 'finished'] as const) {
    shows('no-stop', withPlan({ status }), { state: 'not-met', code: `series-${status}` });
  }
  shows('no-stop', { ...readyRecord, plan: undefined }, { state: 'unknown', code: 'no-plan' });
  shows('no-stop', withIssues(undefined), { state: 'unknown', code: 'not-screened' });
  shows(
    'no-stop',
    { ...withPlan({ status: 'held' }), issues: undefined },
    { state: 'not-met', code: 'series-held' },
  );
});

test('The plan is for this protocol and this route, and an example says that it is one', () => {
  const values = { name: ivExample1.name, version: ivExample1.version };
  shows('protocol', readyRecord, { state: 'met', code: 'example-protocol', values });
  shows('protocol', { ...readyRecord, plan: undefined }, { state: 'unknown', code: 'no-plan' });
  shows('protocol', withPlan({ editionId: 'another' }), {
    state: 'not-met',
    code: 'other-protocol',
    values: { ...values, planned: 'another' },
  });
  shows('protocol', withPlan({ route: 'im' }), {
    state: 'not-met',
    code: 'other-protocol',
    values: { ...values, planned: ivExample1.id },
  });
  const approved = { ...ivExample1, approver: { name: 'Dr N. Okafor', on: '2026-10-01' } };
  shows(
    'protocol',
    readyRecord,
    { state: 'met', code: 'approved-protocol', values: { ...values, on: '2026-10-01' }, by: 'Dr N. Okafor' },
    approved,
  );
});

test('Issues held come before issues open, and those before issues nobody could answer', () => {
  const accepted = issue('accepted', { decision: decided('accept-risk', 40) });
  const held = issue('held', { decision: decided('hold', 20) });
  const open = issue('open');
  const excluded = issue('excluded', { action: 'exclude' });
  const blind = issue('blind', { action: 'unknown' });
  const told = [issue('told', { action: 'inform' }), issue('managed', { action: 'manage' })];
  const none = { open: 0, unknown: 0, held: 0, decided: 0 };
  const cases: readonly (readonly [
    readonly RecordedIssue[],
    LineState,
    string,
    object,
    Instant | undefined,
  ])[] = [
    [[], 'met', 'issues-decided', none, undefined],
    [told, 'met', 'issues-decided', none, undefined],
    [[accepted], 'met', 'issues-decided', { ...none, decided: 1 }, ago(40)],
    [[open], 'not-met', 'issues-open', { ...none, open: 1 }, undefined],
    [[excluded, open], 'not-met', 'issues-open', { ...none, open: 2 }, undefined],
    [[blind], 'unknown', 'issues-unknown', { ...none, unknown: 1 }, undefined],
    [
      [blind, open, accepted],
      'not-met',
      'issues-open',
      { open: 1, unknown: 1, held: 0, decided: 1 },
      ago(40),
    ],
    [
      [held, accepted, blind, open],
      'not-met',
      'issues-held',
      { open: 1, unknown: 1, held: 1, decided: 2 },
      ago(20),
    ],
  ];
  for (const [issues, state, code, values, at] of cases) {
    const by = at === undefined ? undefined : 'Dr N. Okafor';
    shows('issues-decided', withIssues(issues), { state, code, values: { ...values }, at, by });
  }
  shows('issues-decided', withIssues(undefined), { state: 'unknown', code: 'not-screened' });
  shows(
    'issues-decided',
    { ...readyRecord, screening: undefined },
    { state: 'unknown', code: 'screening-not-sent' },
  );
  const unsent = { ...readyRecord, screening: { invitedAt: ago(9_000) } };
  shows('issues-decided', unsent, { state: 'unknown', code: 'screening-not-sent' });
});

test('A decision or a screening dated ahead of the clock counts as not made, but for the minutes two clocks may differ', () => {
  const skew = ivExample1.clockSkewMinutes.value;
  for (const [aheadMinutes, state, code] of [
    [-1, 'met', 'issues-decided'],
    [skew, 'met', 'issues-decided'],
    [skew + 1, 'not-met', 'issues-open'],
    [60 * 24 * 30, 'not-met', 'issues-open'],
  ] as const) {
    const settled = issue('accepted', { decision: decided('accept-risk', -aheadMinutes) });
    const line = lineOf('issues-decided', withIssues([settled]));
    assert.deepEqual([line.state, line.have.code], [state, code], `decided ${aheadMinutes} minutes ahead`);
    const submitted = { ...readyRecord, screening: { submittedAt: ago(-aheadMinutes) } };
    const screened = lineOf('issues-decided', submitted);
    assert.equal(
      screened.have.code,
      state === 'met' ? 'issues-decided' : 'screening-not-sent',
      `screened ${aheadMinutes} minutes ahead`,
    );
  }
});

test('An order above the ceiling of the protocol does not open a dose, whoever signed it', () => {
  const weightKg = 72;
  const perKg = ivExample1.dose.excludeAboveMgPerKg;
  assert.ok(plan.order && perKg);
  const signed = plan.order;
  for (const [doseMg, state] of [
    [perKg.value * weightKg - 1, 'met'],
    [perKg.value * weightKg, 'met'],
    [perKg.value * weightKg + 1, 'not-met'],
    [1_000_000, 'not-met'],
  ] as const) {
    const line = lineOf('order', withPlan({ order: { ...signed, doseMg, weightKg } }));
    assert.equal(line.state, state, `${doseMg} mg`);
    if (state === 'met') continue;
    assert.deepEqual([line.have.code, line.have.values['limit']], ['order-above-ceiling', perKg.value]);
    assert.deepEqual(
      line.rules.map((rule) => rule.value),
      [perKg.value],
    );
  }
  for (const { edition, ready } of routeExamples) {
    const most = edition.dose.excludeAboveSessionMg;
    if (most === undefined || ready.plan?.order === undefined) continue;
    for (const [doseMg, code] of [
      [most.value, 'signed'],
      [most.value + 1, 'order-above-ceiling'],
    ] as const) {
      // Nobody so heavy that only the ceiling of the session is asked.
      const order = { ...ready.plan.order, doseMg, weightKg: undefined };
      const gate = openDoseGate(
        { edition, clock: clockAt(readyNow) },
        { ...ready, plan: { ...ready.plan, order } },
      );
      const line = gate.lines.find(({ condition }) => condition === 'order');
      const isAnswered = !isAskedOn('weight', edition.route);
      assert.equal(
        line?.have.code,
        isAnswered ? code : 'order-not-readable',
        `${edition.route} ${doseMg} mg`,
      );
    }
  }
});

test('An order is readable, signed, and not dated ahead of the clock', () => {
  const order = plan.order;
  assert.ok(order);
  const values = { doseMg: 36, weightKg: 72, signedAt: order.signedAt };
  const by = { at: order.signedAt, by: 'Dr N. Okafor' };
  shows('order', readyRecord, { state: 'met', code: 'signed', values, ...by });
  shows('order', withPlan({ order: undefined }), { state: 'unknown', code: 'nothing' });
  for (const change of [
    { doseMg: 0 },
    { doseMg: -1 },
    { doseMg: Number.NaN },
    { weightKg: 0 },
    { weightKg: 400 },
  ]) {
    const line = lineOf('order', withPlan({ order: { ...order, ...change } }));
    assert.deepEqual([line.state, line.have.code], ['not-met', 'order-not-readable'], JSON.stringify(change));
    assert.deepEqual([line.at, line.by], [order.signedAt, 'Dr N. Okafor']);
    assert.deepEqual(line.have.values, { ...values, ...change });
  }
  const endless = withPlan({ order: { ...order, doseMg: Number.POSITIVE_INFINITY } });
  assert.equal(lineOf('order', endless).have.code, 'order-not-readable');
  const signedAt = addMinutes(readyNow, 5);
  assert.equal(lineOf('order', withPlan({ order: { ...order, signedAt } })).state, 'met');
  shows('order', withPlan({ order: { ...order, signedAt: signedAt + 1 } }), {
    state: 'unknown',
    code: 'from-the-future',
    values: { ...values, signedAt: signedAt + 1 },
    at: signedAt + 1,
    by: 'Dr N. Okafor',
  });
});

test('Today’s weight may lie ten percent from the order’s, up and down, and no further', () => {
  const order = plan.order;
  assert.ok(order);
  const at100 = { ...plan, order: { ...order, weightKg: 100 } };
  const weighed = (weightKg: number): CareRecord => ({
    ...withArrival({ weightKg: said(weightKg) }),
    plan: at100,
  });
  for (const weightKg of [90, 100, 110]) {
    shows('weight', weighed(weightKg), {
      state: 'met',
      code: 'weight-as-ordered',
      values: { weightKg, orderWeightKg: 100 },
      ...byMaria,
    });
  }
  for (const weightKg of [89.9, 110.1]) {
    shows('weight', weighed(weightKg), {
      state: 'not-met',
      code: 'weight-changed',
      values: { weightKg, orderWeightKg: 100 },
      ...byMaria,
    });
  }
  shows('weight', weighed(-90), {
    state: 'unknown',
    code: 'weightKg-implausible',
    values: { weightKg: -90 },
    ...byMaria,
  });
  for (const orderWeightKg of [undefined, 0, Number.NaN]) {
    const unordered: CareRecord =
      orderWeightKg === undefined
        ? withPlan({ order: undefined })
        : withPlan({ order: { ...order, weightKg: orderWeightKg } });
    assert.deepEqual(lineOf('weight', unordered).have, {
      code: 'no-order-weight',
      values: { weightKg: 72.4 },
    });
    assert.equal(lineOf('weight', unordered).state, 'unknown');
  }
});

test('The prescriber reviewed the very dose that was ordered', () => {
  const by = { at: ago(5), by: 'Maria Ruiz' };
  const reviewed = (doseMg: number) => withArrival({ preDoseReview: said({ doseMg }) });
  shows('pre-dose-review', reviewed(36), {
    state: 'met',
    code: 'reviewed',
    values: { doseMg: 36, orderDoseMg: 36 },
    ...by,
  });
  shows('pre-dose-review', reviewed(37), {
    state: 'not-met',
    code: 'reviewed-other-dose',
    values: { doseMg: 37, orderDoseMg: 36 },
    ...by,
  });
  shows(
    'pre-dose-review',
    { ...reviewed(36), plan: { ...plan, order: undefined } },
    {
      state: 'unknown',
      code: 'no-order',
      values: { doseMg: 36 },
      ...by,
    },
  );
});

test('A ride is promised, on its way or here, and a promise grows old', () => {
  const ride = cycle.ride;
  assert.ok(ride);
  const riding = (change: object): CareRecord => withCycle({ ride: { ...ride, at: ago(60), ...change } });
  const by = { at: ago(60), by: 'Lena Tan' };
  const values = { companionName: 'Lena Tan', stateAt: ago(60) };
  const states = {
    accepted: 'met',
    'on-the-way': 'met',
    'at-the-door': 'met',
    asked: 'not-met',
    declined: 'not-met',
    'home-safe': 'unknown',
  } as const;
  for (const [state, expected] of Object.entries(states)) {
    shows('ride', riding({ state }), { state: expected, code: `ride-${state}`, values, ...by });
  }
  shows('ride', withCycle({ ride: undefined }), { state: 'unknown', code: 'nothing' });
  const old = ago(10_080) - 1;
  shows('ride', riding({ at: old }), {
    state: 'unknown',
    code: 'too-old',
    values: { companionName: 'Lena Tan', stateAt: old, said: 'ride-accepted' },
    at: old,
    by: 'Lena Tan',
  });
});

test('The visit afterwards lies inside its window, both ends counted', () => {
  const dose = cycle.doseAppointment;
  assert.ok(dose);
  const fromAt = addMinutes(dose.startsAt, 12 * 60);
  const toAt = addMinutes(dose.startsAt, 72 * 60);
  const visiting = (startsAt: Instant) => withCycle({ integrationAppointment: { startsAt } });
  for (const startsAt of [fromAt, toAt]) {
    shows('integration-visit', visiting(startsAt), {
      state: 'met',
      code: 'visit-booked',
      values: { startsAt, fromAt, toAt },
    });
  }
  for (const startsAt of [fromAt - 1, toAt + 1]) {
    shows('integration-visit', visiting(startsAt), {
      state: 'not-met',
      code: 'visit-outside-window',
      values: { startsAt, fromAt, toAt },
    });
  }
  shows('integration-visit', withCycle({ integrationAppointment: undefined }), {
    state: 'unknown',
    code: 'nothing',
  });
  const startsAt = cycle.integrationAppointment?.startsAt ?? 0;
  shows('integration-visit', withCycle({ doseAppointment: undefined }), {
    state: 'unknown',
    code: 'no-dose-time',
    values: { startsAt },
  });
  for (const gone of [{ integrationAppointment: undefined }, { doseAppointment: undefined }]) {
    assert.deepEqual(
      lineOf('integration-visit', withCycle(gone)).rules.map((rule) => rule.value),
      [12, 72],
    );
  }
});

test('A nurse has places for so many, and who is dosing already holds one', () => {
  const staffed = (nursesOnShift: number, dosingNow: number): CareRecord => ({
    ...readyRecord,
    staffing: { nursesOnShift, dosingNow },
  });
  const cases = [
    [2, 3, 'met', 'enough-nurses'],
    [2, 4, 'not-met', 'too-few-nurses'],
    [0, 0, 'not-met', 'too-few-nurses'],
    [1, 1, 'met', 'enough-nurses'],
  ] as const;
  for (const [nursesOnShift, dosingNow, state, code] of cases) {
    shows('staffing', staffed(nursesOnShift, dosingNow), {
      state,
      code,
      values: { nursesOnShift, dosingNow },
    });
  }
  const ends = { nursesOnShift: 2, dosingNow: 4, dosingEndsAt: [ago(-30), ago(-12)] };
  shows(
    'staffing',
    { ...readyRecord, staffing: ends },
    {
      state: 'not-met',
      code: 'too-few-nurses',
      values: { nursesOnShift: 2, dosingNow: 4, nextAt: ago(-12) },
    },
  );
  const already = { ...staffed(2, 4), cycle: { ...cycle, session: { doseStartedAt: ago(10) } } };
  assert.equal(lineOf('staffing', already).state, 'met');
  assert.equal(lineOf('staffing', { ...staffed(2, 4), cycle: { ...cycle, session: {} } }).state, 'not-met');
  const unknown = { ...readyRecord, staffing: undefined };
  shows('staffing', unknown, { state: 'unknown', code: 'nothing' });
  assert.deepEqual(
    lineOf('staffing', unknown).rules.map((rule) => rule.value),
    [2],
  );
});

test('Each line has the person who can settle it', () => {
  const desk: readonly DoseCondition[] = ['ride', 'integration-visit'];
  const prescriber: readonly DoseCondition[] = [
    'no-stop',
    'protocol',
    'issues-decided',
    'order',
    'medicines',
    'risk',
    'pre-dose-review',
    'prescriber-on-site',
    'program-enrolment',
  ];
  for (const [condition, owner] of Object.entries(doseLineOwners)) {
    const one = condition as DoseCondition;
    const expected = desk.includes(one)
      ? 'front-desk'
      : prescriber.includes(one)
        ? 'prescriber'
        : one === 'certified-site'
          ? 'admin'
          : one === 'sitter'
            ? 'companion'
            : one === 'consent' || one === 'emergency-address'
              ? 'patient'
              : 'nurse';
    assert.equal(owner, expected, condition);
  }
});

test('The spray asks for the program and what was used in the nose', () => {
  const { edition, ready } = routeExample('nasal');
  const arrived = (change: ArrivalFacts): CareRecord => ({
    ...ready,
    cycle: { ...(ready.cycle ?? cycle), arrival: { ...ready.cycle?.arrival, ...change } },
  });
  const timing = edition.timing;
  assert.ok(timing.route === 'nasal');
  const wait = timing.nasalProductMinutes.value;
  const cases: readonly (readonly [DoseCondition, ArrivalFacts, Seen])[] = [
    [
      'program-enrolment',
      { programEnrolment: said('verified') },
      { state: 'met', code: 'verified', ...byMaria },
    ],
    [
      'program-enrolment',
      { programEnrolment: said('not-found') },
      { state: 'not-met', code: 'not-found', ...byMaria },
    ],
    ['program-enrolment', { programEnrolment: undefined }, { state: 'unknown', code: 'nothing' }],
    ['nasal-product', { lastNasalProductAt: said('none') }, { state: 'met', code: 'none-used', ...byMaria }],
    [
      'nasal-product',
      { lastNasalProductAt: said('not-sure') },
      { state: 'unknown', code: 'not-sure', ...byMaria },
    ],
    [
      'nasal-product',
      { lastNasalProductAt: said(ago(wait)) },
      { state: 'met', code: 'long-enough', values: { lastAt: ago(wait), enoughAt: readyNow }, ...byMaria },
    ],
    [
      'nasal-product',
      { lastNasalProductAt: said(ago(wait) + 1) },
      {
        state: 'not-met',
        code: 'too-recent',
        values: { lastAt: ago(wait) + 1, enoughAt: readyNow + 1 },
        ...byMaria,
      },
    ],
    ['nasal-product', { lastNasalProductAt: undefined }, { state: 'unknown', code: 'nothing' }],
  ];
  for (const [condition, change, seen] of cases) shows(condition, arrived(change), seen, edition);
});

test('At home it takes someone who watches, a place to find, nothing else taken and nobody to care for', () => {
  const { edition, ready } = routeExample('home');
  const at = (change: ArrivalFacts): CareRecord => ({
    ...ready,
    cycle: { ...(ready.cycle ?? cycle), arrival: { ...ready.cycle?.arrival, ...change } },
  });
  const lena = { name: 'Lena Tan', phone: '+1 555 0100', answer: 'stays-throughout' } as const;
  const cases: readonly (readonly [DoseCondition, ArrivalFacts, LineState, string])[] = [
    ['sitter', { sitter: said(lena, 5, 'companion') }, 'met', 'sitter-named'],
    ['sitter', { sitter: said(lena, 5, 'patient') }, 'unknown', 'sitter-not-heard'],
    [
      'sitter',
      { sitter: said({ ...lena, answer: 'cannot-stay' }, 5, 'companion') },
      'not-met',
      'sitter-cannot-stay',
    ],
    ['sitter', { sitter: said({ ...lena, phone: ' ' }, 5, 'companion') }, 'unknown', 'sitter-not-reachable'],
    ['sitter', { sitter: undefined }, 'unknown', 'nothing'],
    ['emergency-address', { emergencyAddress: said('12 Quarry Lane') }, 'met', 'address-given'],
    ['emergency-address', { emergencyAddress: said('  ') }, 'unknown', 'address-empty'],
    ['emergency-address', { emergencyAddress: undefined }, 'unknown', 'nothing'],
    ['no-substances', { substances: said('none') }, 'met', 'none-taken'],
    ['no-substances', { substances: said('taken') }, 'not-met', 'taken'],
    ['no-substances', { substances: said('not-sure') }, 'unknown', 'not-sure'],
    ['no-substances', { substances: undefined }, 'unknown', 'nothing'],
    ['nobody-to-care-for', { caringFor: said('nobody') }, 'met', 'nobody'],
    ['nobody-to-care-for', { caringFor: said('someone') }, 'not-met', 'someone'],
    ['nobody-to-care-for', { caringFor: said('not-sure') }, 'unknown', 'not-sure'],
    ['nobody-to-care-for', { caringFor: undefined }, 'unknown', 'nothing'],
  ];
  for (const [condition, change, state, code] of cases) {
    const line = lineOf(condition, at(change), { edition });
    assert.deepEqual([line.state, line.have.code], [state, code], condition);
  }
});

/** An edition that lets no fact grow older than half an hour, whatever the line. */
function halfHour(edition: Edition): Edition {
  const limit = { value: 30, unit: 'min', source: 'H-HOUSE', confidence: 'H' } as const;
  return { ...edition, ageLimitMinutes: Object.fromEntries(doseConditions.map((one) => [one, limit])) };
}

const factOf = {
  identity: 'identity',
  medicines: 'medicines',
  'last-food': 'lastFoodAt',
  'last-clear-fluid': 'lastClearFluidAt',
  'nasal-product': 'lastNasalProductAt',
  'no-substances': 'substances',
  risk: 'risk',
  'call-device': 'callDevice',
  'blood-pressure': 'bloodPressure',
  'heart-rate': 'heartRatePerMin',
  oxygen: 'spo2Percent',
  weight: 'weightKg',
  intention: 'intention',
  'pre-dose-review': 'preDoseReview',
  sitter: 'sitter',
  'emergency-address': 'emergencyAddress',
  'nobody-to-care-for': 'caringFor',
  'program-enrolment': 'programEnrolment',
} as const satisfies Partial<Record<DoseCondition, keyof ArrivalFacts>>;

test('What was said grows old by the limit of its own line, on every route', () => {
  const tried = new Set<string>();
  for (const { edition, ready } of routeExamples) {
    const strict = halfHour(edition);
    const settled = ready.cycle ?? cycle;
    for (const [condition, name] of Object.entries(factOf)) {
      const fact = settled.arrival?.[name];
      if (fact === undefined || !isAskedOn(condition as DoseCondition, edition.route)) continue;
      tried.add(condition);
      const saidAt = (at: Instant): CareRecord => ({
        ...ready,
        cycle: { ...settled, arrival: { ...settled.arrival, [name]: { ...fact, at } } },
      });
      const fresh = lineOf(condition as DoseCondition, saidAt(ago(30)), { edition: strict });
      const where = `${condition} on ${edition.route}`;
      assert.notEqual(fresh.have.code, 'too-old', where);
      assert.equal(fresh.ageLimitMinutes, 30, where);
      const old = lineOf(condition as DoseCondition, saidAt(ago(30) - 1), { edition: strict });
      assert.deepEqual([old.state, old.have.code], ['unknown', 'too-old'], where);
    }
  }
  assert.deepEqual([...tried].sort(), Object.keys(factOf).sort());
});

test('A time nobody can read is no time', () => {
  for (const at of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    assert.ok(cycle.consent && plan.order);
    const unread = withCycle({ consent: { ...cycle.consent, signedAt: at } });
    shows('consent', unread, {
      state: 'unknown',
      code: 'time-not-readable',
      values: { said: 'signed', editionId: cycle.consent.editionId, signedAt: at },
    });
    shows('order', withPlan({ order: { ...plan.order, signedAt: at } }), {
      state: 'unknown',
      code: 'time-not-readable',
      values: { said: 'signed', doseMg: 36, weightKg: 72, signedAt: at },
    });
    for (const [condition, name] of [
      ['last-food', 'lastFoodAt'],
      ['last-clear-fluid', 'lastClearFluidAt'],
    ] as const) {
      const record = withArrival({ [name]: said(at) });
      shows(condition, record, { state: 'unknown', code: 'intake-not-readable', ...byMaria });
    }
    const unsent = { ...readyRecord, screening: { submittedAt: at } };
    shows('issues-decided', unsent, { state: 'unknown', code: 'screening-not-sent' });
    const placed = decided('accept-risk', 40);
    const unplaced = placed && { ...placed, at };
    shows(
      'issues-decided',
      withIssues([issue('a', { decision: placed }), issue('b', { decision: unplaced })]),
      {
        state: 'not-met',
        code: 'issues-open',
        values: { open: 1, unknown: 0, held: 0, decided: 1 },
        at: ago(40),
        by: 'Dr N. Okafor',
      },
    );
  }
});

test('Places and people are counted in whole numbers', () => {
  const strange = [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY];
  for (const value of strange) {
    for (const staffing of [
      { nursesOnShift: value, dosingNow: 0 },
      { nursesOnShift: 2, dosingNow: value },
    ]) {
      shows('staffing', { ...readyRecord, staffing }, { state: 'unknown', code: 'staffing-not-readable' });
      const { rules } = lineOf('staffing', { ...readyRecord, staffing });
      assert.deepEqual(
        rules.map((rule) => rule.value),
        [2],
      );
    }
  }
});

test('The spray line shows its rule, and a product used as it was asked about is too recent', () => {
  const { edition, ready } = routeExample('nasal');
  const settled = ready.cycle ?? cycle;
  const used = (lastNasalProductAt: ArrivalFacts['lastNasalProductAt']): CareRecord => ({
    ...ready,
    cycle: { ...settled, arrival: { ...settled.arrival, lastNasalProductAt } },
  });
  const code = (value: Instant) => lineOf('nasal-product', used(said(value)), { edition }).have.code;
  assert.equal(code(ago(5)), 'too-recent');
  assert.equal(code(ago(5) + 1), 'from-the-future');
  assert.equal(code(Number.NaN), 'intake-not-readable');
  assert.equal(lineOf('nasal-product', ready, { edition }).rules.length, 1);
});

test('The name of who watches is shown, and a word that is none of the answers is not known', () => {
  const { edition, ready } = routeExample('home');
  const settled = ready.cycle ?? cycle;
  const at = (change: ArrivalFacts) =>
    lineOf(
      'sitter',
      { ...ready, cycle: { ...settled, arrival: { ...settled.arrival, ...change } } },
      { edition },
    );
  const lena = { name: 'Lena Tan', phone: '+1 555 0100', answer: 'stays-throughout' } as const;
  assert.deepEqual(at({ sitter: said(lena, 5, 'companion') }).have.values, { name: 'Lena Tan' });
  const mumbled = { ...lena, answer: 'perhaps' as 'stays-throughout' };
  assert.deepEqual(at({ sitter: said(mumbled, 5, 'companion') }).have.code, 'sitter-not-heard');
  const nobody = { ...lena, name: '' };
  assert.deepEqual(at({ sitter: said(nobody, 5, 'companion') }).have.code, 'sitter-not-reachable');
});

test('Someone whose session is not open yet still needs a place', () => {
  const planned = { ...readyRecord, cycle: undefined, staffing: { nursesOnShift: 1, dosingNow: 2 } };
  assert.equal(lineOf('staffing', planned).state, 'not-met');
  assert.equal(lineOf('weight', withCycle({ arrival: undefined })).have.code, 'nothing');
  assert.equal(lineOf('pre-dose-review', withCycle({ arrival: undefined })).have.code, 'nothing');
});

test('An override on the record reaches the gate', () => {
  const gone = withArrival({ callDevice: said('not-heard', 20) });
  const override = {
    condition: 'call-device',
    reason: 'A nurse sits beside them throughout',
    by: 'Dr N. Okafor',
    byRole: 'prescriber' as const,
    at: ago(1),
  };
  assert.equal(lineOf('call-device', gone).state, 'not-met');
  const record = { ...gone, cycle: { ...(gone.cycle ?? cycle), overrides: [override] } };
  assert.equal(lineOf('call-device', record).state, 'overridden');
});

test('With nothing on record every line is unknown or not met, and the door is shut', () => {
  const bare: CareRecord = { patientId: 'p', zone: 'America/Chicago', stage: 'planned' };
  const gate = openDoseGate({ edition: ivExample1, clock: clockAt(readyNow) }, bare);
  assert.equal(gate.id, 'open-dose');
  assert.equal(gate.open, false);
  assert.deepEqual(gate.counts, { met: 0, 'not-met': 0, unknown: gate.lines.length, overridden: 0 });
});

test('The spray needs a place that is certified to the end of its day, and a prescriber in the house', () => {
  const { edition, ready, readyNow: now } = routeExample('nasal');
  const site = { number: 'S-1204', until: '2026-11-24', enteredBy: 'Dana Cole' };
  const today = localDateOf(now, ready.zone);
  const endOf = (date: string): Instant => instantOf(addDays(date, 1), 0, ready.zone);
  const at = (certifiedSite: CareRecord['certifiedSite'], moment: Instant) =>
    lineOf('certified-site', { ...ready, certifiedSite }, { edition, now: moment });
  for (const [until, moment, state, code] of [
    [today, now, 'met', 'certified'],
    [today, endOf(today) - 1, 'met', 'certified'],
    [today, endOf(today), 'not-met', 'certificate-over'],
    [addDays(today, -1), now, 'not-met', 'certificate-over'],
    ['next summer', now, 'unknown', 'certificate-not-readable'],
  ] as const) {
    const line = at({ ...site, until }, moment);
    assert.deepEqual(
      [line.state, line.have.code, line.by, line.overridable],
      [state, code, 'Dana Cole', false],
    );
  }
  assert.equal(at({ ...site, number: ' ' }, now).state, 'unknown');
  assert.deepEqual([at(undefined, now).state, at(undefined, now).have.code], ['unknown', 'nothing']);
  const here = (prescribersOnShift: number | undefined) =>
    lineOf(
      'prescriber-on-site',
      { ...ready, staffing: { nursesOnShift: 1, dosingNow: 0, prescribersOnShift } },
      { edition, now },
    );
  assert.deepEqual(
    [here(1), here(0), here(undefined), here(Number.NaN)].map(({ state }) => state),
    ['met', 'not-met', 'unknown', 'unknown'],
  );
});
