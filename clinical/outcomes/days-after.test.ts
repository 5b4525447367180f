import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import { stripsOf } from './days-after.ts';

const zone = 'America/New_York';
const on = (date: string) => instantOf(date, 600, zone);

test('each session has its own days, a day without an answer says so, and the next session ends the strip', () => {
  const [first, second] = stripsOf({
    sessions: [
      { id: 'one', at: on('2027-03-02') },
      { id: 'two', at: on('2027-03-05') },
    ],
    answers: [
      { date: '2027-03-01', value: 8 },
      { date: '2027-03-02', value: 7 },
      { date: '2027-03-04', value: 3 },
      { date: '2027-03-06', value: 2 },
    ],
    now: on('2027-03-07'),
    zone,
  });
  assert.deepEqual(
    first?.days.map(({ day, state, value }) => `${day} ${state} ${value ?? ''}`.trim()),
    ['0 answered 7', '1 no-answer', '2 answered 3'],
  );
  assert.deepEqual(
    second?.days.slice(0, 4).map(({ state }) => state),
    ['no-answer', 'answered', 'no-answer', 'to-come'],
  );
});

test('two sessions on one day share their days', () => {
  const strips = stripsOf({
    sessions: [
      { id: 'one', at: on('2027-03-02') },
      { id: 'two', at: on('2027-03-02') + 3_600_000 },
    ],
    answers: [{ date: '2027-03-03', value: 4 }],
    now: on('2027-03-04'),
    zone,
  });
  assert.deepEqual(
    strips.map((strip) => strip.days[1]?.value),
    [4, 4],
  );
});
