import assert from 'node:assert/strict';
import { test } from 'node:test';
import { homeSupplyIssues, lozengesAtHome, type SupplyQuestion } from './supply.ts';

const day = 24 * 60 * 60_000;
const sent = { kind: 'sent', lozenges: 6, at: 1 * day } as const;

function saidOf(question: Partial<SupplyQuestion>): readonly string[] {
  return homeSupplyIssues({ lines: [sent], takenAt: [], lastCount: undefined, ...question }).map(
    ({ code, action }) => `${code}: ${action}`,
  );
}

test('What should lie in the box is what was sent, less what was taken, given back or destroyed', () => {
  const lines = [
    sent,
    { kind: 'returned', lozenges: 1, at: 4 * day },
    { kind: 'destroyed', lozenges: 1, at: 5 * day },
    { kind: 'sent', lozenges: 3, at: 6 * day },
  ] as const;
  const takenAt = [2 * day, 3 * day];
  const cases = [
    [0, undefined],
    [1 * day, 6],
    [2 * day, 6],
    [2 * day + 1, 5],
    [3 * day + 1, 4],
    [4 * day, 3],
    [5 * day, 2],
    [6 * day, 5],
  ] as const;
  for (const [at, left] of cases)
    assert.equal(lozengesAtHome({ lines, takenAt }, at), left, `day ${at / day}`);
});

test('A count at home is held against the book: below, equal, above, and not made', () => {
  const at = 3 * day;
  const takenAt = [2 * day];
  const cases = [
    [{ count: 4, at }, ['home-count-differs: review']],
    [{ count: 5, at }, []],
    [{ count: 6, at }, ['home-count-differs: review']],
    [undefined, ['home-not-counted: unknown']],
    [{ count: 4.5, at }, ['home-not-counted: unknown']],
  ] as const;
  for (const [lastCount, said] of cases) assert.deepEqual(saidOf({ takenAt, lastCount }), said);
});

test('Lozenges at home that nobody sent, or a parcel that cannot be read, leave the book unknown', () => {
  const lastCount = { count: 5, at: 3 * day };
  assert.deepEqual(saidOf({ lines: [], lastCount }), ['home-book-not-known: unknown']);
  assert.deepEqual(saidOf({ lines: [{ ...sent, lozenges: Number.NaN }], lastCount }), [
    'home-book-not-known: unknown',
  ]);
});
