import assert from 'node:assert/strict';
import { test } from 'node:test';
import { devicesOf, esketamineDose } from './esketamine-dose.ts';

const codes = (found: { readonly issues: readonly { readonly code: string; readonly action: string }[] }) =>
  found.issues.map((issue) => `${issue.code}: ${issue.action}`);

test('Each dose is whole devices, five minutes apart', () => {
  const cases = [
    [28, 1, 0],
    [56, 2, 5],
    [84, 3, 10],
  ] as const;
  for (const [doseMg, devices, minSpreadMinutes] of cases) {
    assert.deepEqual(devicesOf(doseMg), { devices, minSpreadMinutes });
  }
  for (const doseMg of [undefined, 0, 14, 27.9, 57, 112, -28, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.equal(devicesOf(doseMg), undefined, String(doseMg));
  }
});

test('Which doses exist depends on the place and the age', () => {
  const cases = [
    [56, 40, 'US', true],
    [84, 40, 'US', true],
    [28, 40, 'US', false],
    [28, 70, 'US', false],
    [56, 18, 'US', true],
    [56, 17, 'US', false],
    [56, 17.9, 'EU', false],
    [28, 64, 'EU', false],
    [28, 64.9, 'EU', false],
    [28, 65, 'EU', true],
    [28, 70, 'UK', true],
    [56, 70, 'EU', true],
    [84, 70, 'EU', true],
    [70, 40, 'US', false],
    [112, 70, 'EU', false],
    [0, 40, 'US', false],
  ] as const;
  for (const [doseMg, ageYears, jurisdiction, allowed] of cases) {
    const found = esketamineDose({ doseMg, ageYears, jurisdiction });
    assert.equal(found.allowed, allowed, `${doseMg} mg, ${ageYears}, ${jurisdiction}`);
    assert.deepEqual(
      found.issues.map((issue) => issue.action),
      allowed ? [] : ['exclude'],
    );
  }
});

test('A dose that is not allowed still says how many devices it would be', () => {
  const found = esketamineDose({ doseMg: 28, ageYears: 40, jurisdiction: 'US' });
  assert.deepEqual([found.allowed, found.devices, found.minSpreadMinutes], [false, 1, 0]);
  const none = esketamineDose({ doseMg: 70, ageYears: 40, jurisdiction: 'US' });
  assert.deepEqual([none.devices, none.minSpreadMinutes], [undefined, undefined]);
});

test('Without the age, the dose or the place the label cannot be asked', () => {
  const cases = [
    [56, undefined, 'US', ['ageYears']],
    [28, undefined, 'EU', ['ageYears']],
    [undefined, 40, 'US', ['doseMg']],
    [56, 40, undefined, ['jurisdiction']],
    [56, Number.NaN, 'US', ['ageYears']],
    [56, -1, 'US', ['ageYears']],
    [56, 121, 'US', ['ageYears']],
    [-56, 40, 'US', ['doseMg']],
    [Number.POSITIVE_INFINITY, 40, 'EU', ['doseMg']],
    [undefined, undefined, undefined, ['doseMg', 'ageYears', 'jurisdiction']],
  ] as const;
  for (const [doseMg, ageYears, jurisdiction, missing] of cases) {
    const found = esketamineDose({ doseMg, ageYears, jurisdiction });
    assert.equal(found.allowed, 'unknown', `${doseMg} ${ageYears} ${jurisdiction}`);
    assert.deepEqual([found.issues[0]?.action, found.issues[0]?.missing], ['unknown', missing]);
  }
});

test('What no label allows is refused even while something else is unknown', () => {
  assert.equal(esketamineDose({ doseMg: 70, ageYears: undefined, jurisdiction: undefined }).allowed, false);
  assert.equal(esketamineDose({ doseMg: undefined, ageYears: 17, jurisdiction: undefined }).allowed, false);
  assert.equal(esketamineDose({ doseMg: 28, ageYears: undefined, jurisdiction: 'US' }).allowed, false);
  assert.equal(esketamineDose({ doseMg: 28, ageYears: 40, jurisdiction: undefined }).allowed, false);
});

test('A first dose of 84 mg is allowed and pointed out where the sources differ', () => {
  const first = { ageYears: 40, jurisdiction: 'US', isFirstSession: true } as const;
  const found = esketamineDose({ ...first, doseMg: 84, indication: 'trd' });
  assert.equal(found.allowed, true);
  assert.deepEqual(codes(found), ['above-first-session-dose: review']);
  assert.deepEqual(codes(esketamineDose({ ...first, doseMg: 56, indication: 'trd' })), []);
  assert.deepEqual(codes(esketamineDose({ ...first, doseMg: 84, indication: 'mdd-si' })), []);
  assert.deepEqual(codes(esketamineDose({ ...first, doseMg: 56, indication: 'mdd-si' })), [
    'below-indication-dose: review',
  ]);
  assert.deepEqual(
    codes(esketamineDose({ ...first, isFirstSession: false, doseMg: 84, indication: 'trd' })),
    [],
  );
});

test('Outside the United States older people start at one device and step by one', () => {
  const older = { ageYears: 70, jurisdiction: 'EU', indication: 'trd' } as const;
  const cases = [
    [28, true, undefined, []],
    [56, true, undefined, ['above-older-start: review']],
    [56, false, 28, []],
    [84, false, 28, ['step-too-large: review']],
    [84, false, 56, []],
    [28, false, 84, []],
    [84, false, undefined, ['previous-dose-not-known: unknown']],
    [84, false, -5, ['previous-dose-implausible: unknown']],
    [84, undefined, Number.NaN, ['first-session-not-known: unknown', 'previous-dose-implausible: unknown']],
  ] as const;
  for (const [doseMg, isFirstSession, previousDoseMg, expected] of cases) {
    const found = esketamineDose({ ...older, doseMg, isFirstSession, previousDoseMg });
    assert.deepEqual(codes(found), expected, `${doseMg} after ${previousDoseMg}`);
  }
  assert.deepEqual(
    codes(
      esketamineDose({
        ...older,
        doseMg: 84,
        indication: 'mdd-si',
        isFirstSession: false,
        previousDoseMg: 84,
      }),
    ),
    ['older-than-indication: review'],
  );
  assert.deepEqual(
    codes(esketamineDose({ ...older, jurisdiction: 'US', doseMg: 84, isFirstSession: false })),
    [],
  );
});

test('For a course, not knowing whether it is the first session is said', () => {
  const asked = { doseMg: 84, ageYears: 40, jurisdiction: 'US', indication: 'trd' } as const;
  assert.deepEqual(codes(esketamineDose(asked)), ['first-session-not-known: unknown']);
  assert.deepEqual(codes(esketamineDose({ ...asked, previousDoseMg: 56 })), []);
});
