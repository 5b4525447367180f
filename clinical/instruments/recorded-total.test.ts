import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordedTotal, type TypedTotal } from './recorded-total.ts';

const at = 1_790_000_000_000;
const typed: TypedTotal = { scale: 'isi', version: '7 items', total: 15, at };
const codes = (given: ReturnType<typeof recordedTotal>) =>
  given.issues.map((issue) => `${issue.code}: ${issue.action}`);

test('A possible total with its scale and version goes on the record with its band', () => {
  const given = recordedTotal({ typed });
  assert.deepEqual(given, {
    accepted: true,
    scale: 'isi',
    version: '7 items',
    score: 'total',
    total: 15,
    band: 'moderate',
    issues: [],
  });
});

test('A total the form cannot give is sent back by name with what was typed', () => {
  const cases = [
    [29, 'total-out-of-range', 29],
    [-1, 'total-out-of-range', -1],
    [15.5, 'total-not-whole', 15.5],
    [Number.NaN, 'total-not-a-number', 'NaN'],
    [Number.POSITIVE_INFINITY, 'total-not-a-number', 'Infinity'],
    [undefined, 'total-missing', undefined],
    [null, 'total-missing', undefined],
  ] as const;
  for (const [total, code, shown] of cases) {
    const given = recordedTotal({ typed: { ...typed, total } });
    assert.equal(given.accepted, false, String(total));
    assert.deepEqual(codes(given), [`${code}: unknown`]);
    assert.equal(given.issues[0]?.inputs[0]?.value, shown);
    assert.deepEqual(given.issues[0]?.missing, ['total']);
  }
});

test('Without the scale, its version, the kind of total or the time there is no record', () => {
  const cases = [
    [{ scale: undefined }, ['scale-not-named: unknown']],
    [{ scale: 'my-own' }, ['scale-not-known: unknown']],
    [{ version: undefined }, ['version-not-named: unknown']],
    [{ version: '8 items' }, ['version-not-held: unknown']],
    [{ at: undefined }, ['time-not-known: unknown']],
    [{ at: Number.NaN }, ['time-not-known: unknown']],
    [{ scale: 'who-5', version: '5 items', total: 28 }, ['score-not-named: unknown']],
    [
      { scale: 'who-5', version: '5 items', score: 'percentage-of-sorts', total: 28 },
      ['score-not-named: unknown'],
    ],
    [
      { scale: 'ies-integration', version: '2022', score: 'mean', total: 3 },
      ['total-range-not-known: unknown'],
    ],
  ] as const;
  for (const [change, expected] of cases) {
    const given = recordedTotal({ typed: { ...typed, ...change } });
    assert.equal(given.accepted, false, JSON.stringify(change));
    assert.deepEqual(codes(given), expected);
  }
});

test('The way a scale was counted is named where there is more than one', () => {
  const given = recordedTotal({
    typed: { scale: 'who-5', version: '5 items', score: 'percent', total: 28, at },
  });
  assert.ok(given.accepted);
  assert.deepEqual([given.score, given.band], ['percent', undefined]);
});

test('A HAM-D total gets a band only under a named set', () => {
  const hamd = { scale: 'hamd-17', version: '17 items', total: 18, riskItem: 0, at };
  const under = (bandSet?: string) => {
    const given = recordedTotal({ typed: hamd, bandSet });
    return given.accepted ? given.band : 'refused';
  };
  assert.deepEqual([under('camcops'), under('four-band'), under()], ['moderate', 'moderate', undefined]);
});

test('A low total does not hide thoughts of death', () => {
  const qids = { scale: 'qids-sr16', version: 'SR16', total: 3, at };
  const cases = [
    [undefined, ['risk-item-not-seen: unknown']],
    [null, ['risk-item-not-seen: unknown']],
    [Number.NaN, ['risk-item-not-seen: unknown']],
    [-1, ['risk-item-not-seen: unknown']],
    [0, []],
    [1, ['risk-item-positive: review']],
  ] as const;
  for (const [riskItem, expected] of cases) {
    const given = recordedTotal({ typed: { ...qids, riskItem } });
    assert.equal(given.accepted, true);
    assert.deepEqual(codes(given), expected, String(riskItem));
  }
  const withoutTotal = recordedTotal({ typed: { ...qids, total: undefined, riskItem: 2 } });
  assert.deepEqual(codes(withoutTotal), ['total-missing: unknown', 'risk-item-positive: review']);
});
