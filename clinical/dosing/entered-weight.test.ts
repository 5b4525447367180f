import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { type EnteredWeight, enteredWeight } from './entered-weight.ts';

const said = (reading: ReturnType<typeof enteredWeight>) =>
  reading.issues.map((issue) => `${issue.code}: ${issue.action}`);

test('A weight keeps the unit it was read in', () => {
  const entered = { value: 154, unit: 'lb', at: 5 } as const;
  const reading = enteredWeight({ entered, edition });
  assert.equal(reading.weightKg?.toFixed(2), '69.85');
  assert.deepEqual(reading.asEntered, entered);
  assert.deepEqual(reading.issues, []);
});

test('A weight that is missing, without a unit or beyond any scale is unknown and gives no kilograms', () => {
  const cases: readonly (readonly [EnteredWeight | undefined, string, string])[] = [
    [undefined, 'weight-missing', 'weight'],
    [{ value: 70, unit: undefined }, 'weight-unit-missing', 'weightUnit'],
    [{ value: 0, unit: 'kg' }, 'weight-implausible', 'weight'],
    [{ value: -70, unit: 'kg' }, 'weight-implausible', 'weight'],
    [{ value: Number.NaN, unit: 'kg' }, 'weight-implausible', 'weight'],
    [{ value: Number.POSITIVE_INFINITY, unit: 'lb' }, 'weight-implausible', 'weight'],
    [{ value: 24.9, unit: 'kg' }, 'weight-implausible', 'weight'],
    [{ value: 350.1, unit: 'kg' }, 'weight-implausible', 'weight'],
    [{ value: 7_000, unit: 'kg' }, 'weight-implausible', 'weight'],
  ];
  for (const [entered, code, missing] of cases) {
    const reading = enteredWeight({ entered, edition });
    assert.equal(reading.weightKg, undefined, code);
    assert.deepEqual(said(reading), [`${code}: unknown`]);
    assert.deepEqual(reading.issues[0]?.missing, [missing]);
  }
});

test('A number that is no number is still shown as it came', () => {
  const reading = enteredWeight({ entered: { value: Number.NaN, unit: 'kg' }, edition });
  assert.equal(reading.issues[0]?.inputs[0]?.value, 'NaN');
});

test('Below 35 kg and above 200 kg the weight is confirmed; at the limits it is taken', () => {
  const cases = [
    [34.9, ['weight-low: review']],
    [35, []],
    [200, []],
    [200.1, ['weight-high: review']],
  ] as const;
  for (const [value, expected] of cases) {
    assert.deepEqual(said(enteredWeight({ entered: { value, unit: 'kg' }, edition })), expected, `${value}`);
  }
});

test('Pounds written as kilograms are named when the last weight shows them', () => {
  const lastKnown = { weightKg: 70, at: 3 };
  const cases = [
    [154, 'kg', ['weight-unit-slip: review']],
    [70, 'lb', ['weight-low: review', 'weight-unit-slip: review']],
    [70, 'kg', []],
    [154, 'lb', []],
    // A real change of weight is not a slip: neither unit fits.
    [100, 'kg', []],
    // Just inside and just outside ten percent of the last weight.
    [169.7, 'kg', ['weight-unit-slip: review']],
    [169.9, 'kg', []],
  ] as const;
  for (const [value, unit, expected] of cases) {
    const reading = enteredWeight({ entered: { value, unit }, lastKnown, edition });
    assert.deepEqual(said(reading), expected, `${value} ${unit}`);
  }
  const [slip] = enteredWeight({ entered: { value: 154, unit: 'kg' }, lastKnown, edition }).issues;
  assert.match(slip?.title ?? '', /154 kg may be 154 lb: the last weight was 70 kg/);
});

test('Without an earlier weight, a height can show the slip', () => {
  const cases = [
    [154, 'kg', 170, ['weight-unit-slip: review']],
    [144.5, 'kg', 170, []],
    [144.6, 'kg', 170, ['weight-unit-slip: review']],
    [80, 'lb', 170, ['weight-unit-slip: review']],
    [154, 'kg', undefined, []],
    [154, 'kg', 1.7, []],
  ] as const;
  for (const [value, unit, heightCm, expected] of cases) {
    const reading = enteredWeight({ entered: { value, unit }, heightCm, edition });
    assert.deepEqual(said(reading), expected, `${value} ${unit} ${heightCm}`);
  }
});
