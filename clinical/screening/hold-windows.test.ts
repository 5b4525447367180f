import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askYourPrescriber, holdForPatient, holdPracticesFor, holdWindowIssues } from './hold-windows.ts';

const codes = (holdWindowHours: number | undefined, medicineClass: 'benzodiazepine' | 'lithium') =>
  holdWindowIssues({ medicine: 'Klonopin', medicineClass, holdWindowHours }).map(
    (issue) => `${issue.code}: ${issue.action}`,
  );

test('Practices disagree about holding a benzodiazepine, so none of them is a default', () => {
  const hours = holdPracticesFor('benzodiazepine').map((one) => one.hoursBefore?.value);
  assert.ok(new Set(hours).size >= 5);
  assert.ok(hours.includes(0) && hours.includes(24));
  assert.deepEqual(holdPracticesFor('lithium'), []);
});

test('Only hours a prescriber set count; none set is unknown, and zero is a decision', () => {
  const cases = [
    [undefined, 'benzodiazepine', ['hold-not-set: unknown']],
    [0, 'benzodiazepine', ['hold-set: manage']],
    [24, 'benzodiazepine', ['hold-set: manage']],
    [1_344, 'benzodiazepine', ['hold-set: manage']],
    [1_345, 'benzodiazepine', ['hold-implausible: unknown']],
    [-1, 'benzodiazepine', ['hold-implausible: unknown']],
    [Number.NaN, 'benzodiazepine', ['hold-implausible: unknown']],
    [undefined, 'lithium', []],
    [12, 'lithium', ['hold-set: manage']],
  ] as const;
  for (const [hours, medicineClass, expected] of cases)
    assert.deepEqual(codes(hours, medicineClass), expected, `${hours} ${medicineClass}`);
});

test('A patient is always told to ask and not to stop alone', () => {
  for (const holdWindowHours of [undefined, 0, 24, Number.NaN]) {
    const text = holdForPatient({ medicine: 'Klonopin', holdWindowHours });
    assert.ok(text.endsWith(askYourPrescriber), text);
    assert.equal(text.includes('24 hours'), holdWindowHours === 24);
  }
});
