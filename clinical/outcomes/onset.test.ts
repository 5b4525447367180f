import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DoseAskedAfter, moodMayLiftWithinHours, onsetByRoute, onsetOf } from './onset.ts';

const hour = 3_600_000;
/** Nine in the morning, so that the morning after is a day later. */
const begun = 9 * hour;
const dose = (
  checks: readonly (readonly [number, 'clear' | 'some' | 'none' | 'not-sure' | undefined])[],
  more: Partial<DoseAskedAfter> = {},
): DoseAskedAfter => ({
  sessionId: 'one',
  cycleId: 'one',
  route: 'iv',
  startedAt: begun,
  releasedAt: begun + 2 * hour,
  edition: {},
  zone: 'UTC',
  checks: checks.map(([hours, effect]) => ({
    hours,
    at: begun + hours * hour,
    ...(effect === undefined ? { balance: 'steady' as const } : { effect }),
  })),
  ...more,
});
const states = (asked: DoseAskedAfter, now: number) =>
  onsetOf(asked, begun + now).hours.map(({ hours, state, effect }) => `${hours} ${effect ?? state}`);

test('each hour says what was answered, that nothing was, or that it has not come yet', () => {
  const asked = dose([
    [4, 'not-sure'],
    [48, undefined],
  ]);
  assert.deepEqual(states(asked, 50 * hour), ['4 not-sure', '24 no-answer', '48 to-come', '72 to-come']);
  assert.deepEqual(states(asked, 100 * hour), ['4 not-sure', '24 no-answer', '48 no-answer', '72 no-answer']);
});

test('a change is noticed by the first hour at which they said so, and a later tap for the same hour counts', () => {
  const cases = [
    [dose([]), undefined],
    [dose([[4, 'none']]), undefined],
    [
      dose([
        [4, 'none'],
        [24, 'some'],
        [48, 'clear'],
      ]),
      24,
    ],
    [
      dose([
        [4, 'clear'],
        [4, 'none'],
      ]),
      undefined,
    ],
  ] as const;
  for (const [asked, expected] of cases)
    assert.equal(onsetOf(asked, begun + 100 * hour).noticedByHours, expected);
});

test('doses of one route stand together and those of two never do', () => {
  const onsets = [
    onsetOf(dose([[4, 'clear']], { sessionId: 'one' }), 400 * hour),
    onsetOf(dose([[24, 'none']], { sessionId: 'two', startedAt: 90 * hour }), 400 * hour),
    onsetOf(dose([], { sessionId: 'three', route: 'nasal', startedAt: 200 * hour }), 400 * hour),
  ];
  assert.deepEqual(
    onsetByRoute(onsets).map(({ route, doses, noticed, answered }) => [
      route,
      doses.map(({ sessionId }) => sessionId),
      noticed,
      answered,
    ]),
    [
      ['nasal', ['three'], 0, 0],
      ['iv', ['two', 'one'], 1, 2],
    ],
  );
});

test('how soon mood may lift is told where it was counted, and said to be unknown elsewhere', () => {
  assert.equal(moodMayLiftWithinHours.iv?.value, 24);
  for (const route of ['im', 'sublingual', 'home'] as const)
    assert.equal(moodMayLiftWithinHours[route], undefined);
});
