import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DoseCheck, secondCheck } from './second-check.ts';

const numbers = { weightKg: 70, doseMg: 35, concentrationMgPerMl: 50, volumeMl: 0.7, rateMlPerHour: 52.5 };
const first: DoseCheck = { by: 'nurse-1', signIn: 's-1', at: 10, lots: ['A1'], ...numbers };
const second: DoseCheck = { by: 'nurse-2', signIn: 's-2', at: 20, lots: ['a1 '], ...numbers };
const codes = (found: ReturnType<typeof secondCheck>) =>
  found.issues.map((issue) => `${issue.code}: ${issue.action}`);

test('Two people who come to the same numbers agree', () => {
  const found = secondCheck({ first, second });
  assert.deepEqual([found.agreed, found.differences, found.issues], [true, [], []]);
});

test('Where they differ, the field is named with both values', () => {
  const found = secondCheck({ first, second: { ...second, weightKg: 77 } });
  assert.equal(found.agreed, false);
  assert.deepEqual(found.differences, [{ field: 'weightKg', first: '70 kg', second: '77 kg' }]);
  assert.equal(found.issues[0]?.title, 'The two checks differ in the weight: 70 kg and 77 kg.');
  assert.deepEqual(
    found.issues[0]?.inputs.map((input) => input.at),
    [10, 20],
  );
});

test('Each number may differ by its tolerance and no more', () => {
  const cases = [
    ['weightKg', 70.1, true],
    ['weightKg', 70.2, false],
    ['weightKg', 69.9, true],
    ['doseMg', 35.1, true],
    ['doseMg', 35.2, false],
    ['concentrationMgPerMl', 50.1, false],
    ['volumeMl', 0.71, true],
    ['volumeMl', 0.72, false],
    ['rateMlPerHour', 52.6, true],
    ['rateMlPerHour', 52.7, false],
  ] as const;
  for (const [field, value, agreed] of cases) {
    assert.equal(
      secondCheck({ first, second: { ...second, [field]: value } }).agreed,
      agreed,
      `${field} ${value}`,
    );
  }
});

test('Another lot is a difference, another order of the same lots is not', () => {
  const two = { ...first, lots: ['A1', 'B2'] };
  assert.equal(secondCheck({ first: two, second: { ...second, lots: ['B2', 'A1'] } }).agreed, true);
  const found = secondCheck({ first: two, second: { ...second, lots: ['A1', 'A1'] } });
  assert.deepEqual(codes(found), ['second-check-differs-lot: exclude']);
});

test('One person, or one sign-in, is not a second check', () => {
  const cases = [
    [{ by: 'nurse-1' }, 'second-check-same-person'],
    [{ by: ' nurse-1 ', signIn: 's-9' }, 'second-check-same-person'],
    [{ signIn: 's-1' }, 'second-check-same-sign-in'],
    [{ by: undefined }, 'second-check-nameless'],
    [{ signIn: '' }, 'second-check-nameless'],
  ] as const;
  for (const [change, code] of cases) {
    const found = secondCheck({ first, second: { ...second, ...change } });
    assert.deepEqual([found.agreed, codes(found)], ['unknown', [`${code}: unknown`]]);
  }
});

test('A check that was not made, or a number that was not written, is unknown', () => {
  assert.deepEqual(secondCheck({ first, second: undefined }).agreed, 'unknown');
  assert.deepEqual(secondCheck({ first: undefined, second: undefined }).issues[0]?.missing, [
    'first',
    'second',
  ]);
  assert.equal(secondCheck({ first, second, fields: [] }).agreed, 'unknown');
  for (const bad of [undefined, 0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    for (const field of ['weightKg', 'doseMg', 'volumeMl'] as const) {
      const found = secondCheck({ first, second: { ...second, [field]: bad } });
      assert.deepEqual([found.agreed, found.issues[0]?.missing], ['unknown', [`second.${field}`]]);
    }
  }
  for (const lots of [undefined, [], ['']]) {
    assert.deepEqual(secondCheck({ first: { ...first, lots }, second }).issues[0]?.missing, ['first.lot']);
  }
});

test('A number missing in both checks is missing twice, not the same', () => {
  const bare = { rateMlPerHour: undefined };
  const found = secondCheck({ first: { ...first, ...bare }, second: { ...second, ...bare } });
  assert.deepEqual(
    [found.agreed, found.issues[0]?.missing],
    ['unknown', ['first.rateMlPerHour', 'second.rateMlPerHour']],
  );
});

test('A route without a pump does not ask for a rate', () => {
  const bare = { rateMlPerHour: undefined, volumeMl: undefined, concentrationMgPerMl: undefined };
  const found = secondCheck({
    first: { ...first, ...bare },
    second: { ...second, ...bare },
    fields: ['doseMg', 'lot'],
  });
  assert.equal(found.agreed, true);
});

test('Two people who copied the same slip are found by their own arithmetic', () => {
  const slip = { volumeMl: 7 };
  const found = secondCheck({ first: { ...first, ...slip }, second: { ...second, ...slip } });
  assert.deepEqual(
    [found.agreed, codes(found)],
    [false, ['second-check-own-arithmetic: exclude', 'second-check-own-arithmetic: exclude']],
  );
});

test('A known difference is not hidden by something still unknown', () => {
  const found = secondCheck({ first, second: { ...second, doseMg: 40, weightKg: undefined } });
  assert.equal(found.agreed, false);
  assert.equal(found.issues[0]?.code, 'second-check-differs-doseMg');
});
