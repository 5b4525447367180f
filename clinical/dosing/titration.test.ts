import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourced } from '#clinical/sourced.ts';
import { titration } from './titration.ts';

type Asked = Parameters<typeof titration>[0];
const weak = { response: 'weak', tolerability: 'well' } as const;
const poorly = { response: 'good', tolerability: 'poorly' } as const;
const after = (doseMg: number) => ({ lastDose: { doseMg, at: 4 } });
const codes = (found: ReturnType<typeof titration>) =>
  found.issues.map((issue) => `${issue.code}: ${issue.action}`);
const toMg = (found: ReturnType<typeof titration>) => found.toMg?.map((mg) => Math.round(mg * 100) / 100);

test('Without the last dose, how it helped and how it was borne there is no step', () => {
  const whole = { route: 'im', ...after(50), ...weak } as const;
  const cases: readonly (readonly [Partial<Asked>, readonly string[]])[] = [
    [{ route: undefined }, ['route']],
    [{ lastDose: undefined }, ['lastDoseMg']],
    [{ lastDose: { doseMg: Number.NaN } }, ['lastDoseMg']],
    [{ lastDose: { doseMg: -5 } }, ['lastDoseMg']],
    [{ response: undefined }, ['response']],
    [{ tolerability: undefined }, ['tolerability']],
    [{ response: undefined, tolerability: undefined }, ['response', 'tolerability']],
  ];
  for (const [change, missing] of cases) {
    const found = titration({ ...whole, ...change });
    assert.deepEqual([found.direction, found.toMg], ['unknown', undefined]);
    assert.deepEqual([found.issues[0]?.action, found.issues[0]?.missing], ['unknown', missing]);
  }
});

test('What helped and was well borne stays', () => {
  const found = titration({ route: 'iv', ...after(35), response: 'good', tolerability: 'well' });
  assert.deepEqual([found.direction, codes(found)], ['stay', ['dose-may-stay: inform']]);
  assert.equal(found.issues[0]?.inputs.find((input) => input.name === 'lastDoseMg')?.at, 4);
});

test('An infusion is raised in small steps per kilogram, up to what was studied', () => {
  const cases = [
    [35, 70, 'raise', [42, 52.5], ['consider-raising: review'], false],
    [52.5, 70, 'raise', [59.5, 70], ['consider-raising: review'], false],
    [56, 70, 'raise', [63, 73.5], ['consider-raising: review'], true],
    [122.5, 70, 'raise', [129.5, 140], ['consider-raising: review'], true],
    [122.6, 70, 'raise', [129.6, 140], ['consider-raising: review'], true],
    [133, 70, 'raise', [140, 140], ['consider-raising: review'], true],
    [133.1, 70, 'stay', undefined, ['no-higher-published-step: review'], false],
    [35, undefined, 'unknown', undefined, ['weight-not-known: unknown'], false],
    [35, Number.NaN, 'unknown', undefined, ['weight-not-known: unknown'], false],
  ] as const;
  for (const [doseMg, weightKg, direction, expected, said, warns] of cases) {
    const found = titration({ route: 'iv', ...after(doseMg), ...weak, weightKg });
    assert.deepEqual(
      [found.direction, toMg(found), codes(found)],
      [direction, expected, said],
      `${doseMg} mg`,
    );
    assert.equal(found.issues[0]?.title.includes('no better effect'), warns, `${doseMg} mg`);
  }
  const own = sourced([0.05, 0.1], 'mg/kg', 'H-HOUSE', 'H');
  assert.deepEqual(
    toMg(titration({ route: 'iv', ...after(35), ...weak, weightKg: 70, infusionStep: own })),
    [38.5, 42],
  );
  assert.equal(titration({ route: 'iv', ...after(35), ...poorly, weightKg: 70 }).direction, 'lower');
});

test('An injection moves through the published steps and not past their ends', () => {
  const cases = [
    [12, weak, 'raise', [12, 35]],
    [40, weak, 'raise', [60, 130]],
    [60, weak, 'raise', [60, 130]],
    [130, weak, 'raise', [130, 200]],
    [150, weak, 'stay', undefined],
    [201, weak, 'unknown', undefined],
    [3, weak, 'unknown', undefined],
    [60, poorly, 'lower', [25, 60]],
    [40, poorly, 'lower', [10, 35]],
    [12, poorly, 'lower', [4, 12]],
    [5, poorly, 'lower', undefined],
  ] as const;
  for (const [doseMg, how, direction, expected] of cases) {
    const found = titration({ route: 'im', ...after(doseMg), ...how });
    assert.deepEqual([found.direction, toMg(found)], [direction, expected], `${doseMg} mg`);
  }
});

test('A lozenge session grows by one or two additions, up to the published total', () => {
  const cases = [
    [100, weak, 'raise', [200, 300]],
    [250, weak, 'raise', [350, 400]],
    [300, weak, 'raise', [400, 400]],
    [301, weak, 'stay', undefined],
    [200, poorly, 'lower', undefined],
  ] as const;
  for (const [doseMg, how, direction, expected] of cases) {
    const found = titration({ route: 'sublingual', ...after(doseMg), ...how });
    assert.deepEqual([found.direction, toMg(found)], [direction, expected], `${doseMg} mg`);
  }
});

test('The spray moves only between doses its label holds for this person', () => {
  const us = { ageYears: 40, jurisdiction: 'US' } as const;
  const older = { ageYears: 70, jurisdiction: 'EU' } as const;
  const cases = [
    [56, us, weak, 'raise', [84, 84]],
    [84, us, weak, 'stay', undefined],
    [84, us, poorly, 'lower', [56, 56]],
    [56, us, poorly, 'lower', undefined],
    [28, older, weak, 'raise', [56, 56]],
    [56, older, poorly, 'lower', [28, 28]],
    [56, {}, weak, 'unknown', undefined],
    [70, us, weak, 'unknown', undefined],
  ] as const;
  for (const [doseMg, person, how, direction, expected] of cases) {
    const found = titration({ route: 'nasal-esketamine', ...after(doseMg), ...person, ...how });
    assert.deepEqual([found.direction, toMg(found)], [direction, expected], `${doseMg} mg`);
  }
});

test('For a route without published steps none is made up', () => {
  for (const route of ['oral', 'rectal', 'nasal-racemic'] as const) {
    const found = titration({ route, ...after(100), ...weak });
    assert.deepEqual([found.direction, codes(found)], ['unknown', ['no-published-steps: unknown']]);
  }
});

test('No response after four sessions asks whether to go on', () => {
  const none = { route: 'im', ...after(50), response: 'none', tolerability: 'well' } as const;
  const cases = [
    [3, []],
    [4, ['no-response-reconsider: review']],
    [undefined, ['sessions-not-known: unknown']],
    [Number.NaN, ['sessions-not-known: unknown']],
  ] as const;
  for (const [sessionsGiven, expected] of cases) {
    const said = codes(titration({ ...none, sessionsGiven }));
    assert.deepEqual(
      said.filter((code) => !code.startsWith('consider')),
      expected,
    );
  }
  const reconsiderFrom = sourced(6, '1', 'T-GEN', 'G');
  assert.equal(titration({ ...none, sessionsGiven: 5, reconsiderFrom }).issues.length, 1);
});
