import assert from 'node:assert/strict';
import { test } from 'node:test';
import { millisecondsPerMinute } from '#clinical/instant.ts';
import { atTablet, patientId } from './examples/people.ts';
import { factOf, idsFrom, recorder } from './recorder.ts';
import { fittingFirst, type StandingOrder, standingOrderAnswer } from './standing-orders.ts';
import { fold } from './state.ts';

const startAt = 1_796_000_000_000;
const sessionId = '0c0c0c0c-0000-4000-8000-0000000000bb';
const order: StandingOrder = {
  id: '0a0a0a0a-0000-4000-8000-000000000001',
  forWhat: { kind: 'reading', subject: 'blood-pressure' },
  when: 'High twice, five minutes apart',
  medicine: 'Labetalol',
  amount: 10,
  unit: 'mg',
  route: 'By vein',
  atMostDoses: 2,
  minutesBetween: 10,
  signedByName: 'Dr. N. Okafor',
  signedAt: startAt,
};

const givenAt = (minutes: readonly number[], standingOrderId: string | undefined = order.id) => {
  const log = recorder({ sessionId, patientId, startAt, nextId: idsFrom(55) });
  for (const minute of minutes)
    log.record(
      atTablet,
      minute,
      factOf('RescueMedicationGiven', {
        name: 'Labetalol',
        doseText: '10 mg',
        route: 'By vein',
        indication: 'Pressure',
        orderedBy: 'Standing order',
        ...(standingOrderId === undefined ? {} : { standingOrderId }),
      }),
    );
  return log.events;
};
const againstAt = (minutes: readonly number[], now: number) =>
  standingOrderAnswer(order, fold(givenAt(minutes), { sessionId, patientId }), startAt + now * 60_000)
    .against;

test('A second dose waits its minutes: just before, at and after', () => {
  assert.equal(againstAt([], 0), undefined);
  assert.deepEqual(againstAt([5], 14.99), {
    kind: 'too-soon',
    fromAt: startAt + 15 * millisecondsPerMinute,
  });
  assert.equal(againstAt([5], 15), undefined);
  assert.equal(againstAt([5], 15.01), undefined);
});

test('No more is given than the order says, however long one waits', () => {
  assert.deepEqual(againstAt([5, 15], 25), { kind: 'as-often-as-ordered' });
  assert.deepEqual(againstAt([5, 15], 600), { kind: 'as-often-as-ordered' });
});

test('A dose entered in error gives its place back, and one without this order takes none', () => {
  const log = recorder({ sessionId, patientId, startAt, nextId: idsFrom(56) });
  const fact = factOf('RescueMedicationGiven', {
    name: 'Labetalol',
    doseText: '10 mg',
    route: 'By vein',
    indication: 'Pressure',
    orderedBy: 'Standing order',
    standingOrderId: order.id,
  });
  const wrong = log.record(atTablet, 5, fact);
  log.record(atTablet, 6, factOf('EnteredInError', { targetEventId: wrong, reason: 'Did not happen' }));
  const state = fold(log.events, { sessionId, patientId });
  assert.equal(standingOrderAnswer(order, state, startAt + 7 * 60_000).against, undefined);
  const other = fold(givenAt([1, 2, 3], '0a0a0a0a-0000-4000-8000-000000000002'), { sessionId, patientId });
  assert.equal(standingOrderAnswer(order, other, startAt + 4 * 60_000).given.length, 0);
});

test('Where a device wrote something that has not arrived, it is said that there may be more', () => {
  const [first, , third] = givenAt([1, 20, 40]);
  if (first === undefined || third === undefined) throw new Error('three were given');
  const answer = (events: Parameters<typeof fold>[0]) =>
    standingOrderAnswer(order, fold(events, { sessionId, patientId }), startAt + 60 * 60_000);
  assert.equal(answer([first, third]).maybeMore, true);
  assert.equal(answer([first]).maybeMore, false);
});

test('What rings now stands first', () => {
  const nausea: StandingOrder = {
    ...order,
    id: '0a0a0a0a-0000-4000-8000-000000000003',
    forWhat: { kind: 'symptom', symptom: 'Nausea' },
  };
  const ids = (subjects: readonly 'blood-pressure'[], symptoms: readonly string[]) =>
    fittingFirst([order, nausea], { subjects, symptoms }).map(({ id }) => id);
  assert.deepEqual(ids([], ['nausea']), [nausea.id, order.id]);
  assert.deepEqual(ids(['blood-pressure'], []), [order.id, nausea.id]);
  assert.deepEqual(ids([], []), [order.id, nausea.id]);
});
