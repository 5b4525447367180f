import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact } from '#clinical/care-record.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { dissociationIssues, hasDissociation } from './dissociation.ts';
import { distressCallsFrom, distressIssues } from './distress.ts';
import { emergencyLists, rescueIssues } from './emergencies.ts';
import { heartRateAgainstOwnBaseline, oxygenAgainstOwnBaseline } from './heart-and-breath.ts';
import { moaasStep } from './moaas-words.ts';
import { nauseaIssues } from './nausea.ts';
import { ramsayIssues } from './ramsay.ts';
import { rassCode, rassIssues } from './rass.ts';
import { moaasOf, sedationIssues, sedationSteps } from './sedation.ts';

const at = Date.UTC(2026, 10, 23, 15, 0);
const measured = <T>(value: T): Fact<T> => ({ value, at, by: 'Maria Ruiz', byRole: 'nurse' });
const given = (value: number | undefined) => (value === undefined ? undefined : measured(value));
const codes = (issues: readonly { readonly code: string; readonly action: string }[]) =>
  issues.map((issue) => `${issue.code}: ${issue.action}`);

test('What was seen, by id or in words, is one step of MOAA/S, and words that do not settle it are none', () => {
  for (const { observation, score } of sedationSteps)
    assert.equal(moaasStep(observation), score, observation);
  const cases = [
    ['Responds readily to name spoken in normal tone', 5],
    ['lethargic-response-to-name-in-normal-tone', 4],
    ['slow-answer-normal-voice', 4],
    ['responds only after name is called loudly and/or repeatedly', 3],
    ['answers-slowly-to-loud-name', 3],
    ['responds-only-after-mild-prodding-or-shaking', 2],
    ['responds only after painful trapezius squeeze', 1],
    ['no-response-after-painful-trapezius-squeeze', 0],
    ["doesn't respond to pain", 0],
    ['unresponsive', 0],
    ['no answer', 0],
    ['loss-of-consciousness', 0],
    ['no-answer-to-prodding', undefined],
    ['no answer to name', undefined],
    ['answers-normal-voice', undefined],
    ['not readily', undefined],
    ['answers only to pain, not to a prod', undefined],
    ['looks fine', undefined],
    ['', undefined],
  ] as const;
  for (const [observation, score] of cases) {
    assert.equal(moaasStep(observation), score, observation);
    assert.equal(moaasOf(observation)?.lossOfConsciousness, score === undefined ? undefined : score === 0);
  }
});

test('A score keeps the print it is from, and a print that is not ours is not read as ours', () => {
  assert.equal(moaasStep('no-answer-to-prodding', 'observer-older'), 1);
  assert.equal(moaasStep('answers-normal-voice-readily', 'one-to-six'), undefined);
  assert.deepEqual(codes(sedationIssues({ score: measured(5), scale: 'one-to-six', edition })), [
    'sedation-other-scale: unknown',
  ]);
  assert.deepEqual(codes(sedationIssues({ score: measured(5), scale: 'observer-older', edition })), []);
});

test('Each RASS step has its own code, and any other number none', () => {
  const listed = [
    [4, 'LA17287-6'],
    [3, 'LA33959-0'],
    [2, 'LA33960-8'],
    [1, 'LA16474-1'],
    [0, 'LA33962-4'],
    [-1, 'LA33963-2'],
    [-2, 'LA33964-0'],
    [-3, 'LA33965-7'],
    [-4, 'LA33966-5'],
    [-5, 'LA33967-3'],
  ] as const;
  for (const [score, code] of listed) assert.equal(rassCode(score), code);
  for (const score of [5, -6, 0.5, Number.NaN, undefined, null]) assert.equal(rassCode(score), undefined);
  const cases = [
    [4, ['rass-agitated: review']],
    [2, ['rass-agitated: review']],
    [1, []],
    [0, []],
    [-2, []],
    [-3, ['rass-sedated: review']],
    [-4, ['rass-emergency: exclude']],
    [-5, ['rass-emergency: exclude']],
    [-6, ['rass-not-on-scale: unknown']],
    [Number.NaN, ['rass-not-on-scale: unknown']],
    [undefined, ['rass-missing: unknown']],
  ] as const;
  for (const [score, expected] of cases)
    assert.deepEqual(codes(rassIssues({ score: given(score) })), expected, `${score}`);
});

test('Ramsay counts the other way round: higher is deeper', () => {
  const cases = [
    [1, []],
    [3, []],
    [4, ['ramsay-look: review']],
    [5, ['ramsay-stop-dose: exclude']],
    [6, ['ramsay-emergency: exclude']],
    [0, ['ramsay-not-on-scale: unknown']],
    [7, ['ramsay-not-on-scale: unknown']],
    [undefined, ['ramsay-missing: unknown']],
  ] as const;
  for (const [score, expected] of cases)
    assert.deepEqual(codes(ramsayIssues({ score: given(score) })), expected, `${score}`);
});

test('Feeling far away is told while the dose works, and must have gone before leaving', () => {
  const cases = [
    ['during', 0, []],
    ['during', 'none', []],
    ['during', 1, ['dissociation-present: inform']],
    ['during', 'strong', ['dissociation-present: inform']],
    ['release', 0, []],
    ['release', 'none', []],
    ['release', 1, ['dissociation-not-gone: review']],
    ['release', 'mild', ['dissociation-not-gone: review']],
    ['release', 11, ['dissociation-not-on-scale: unknown']],
    ['release', -1, ['dissociation-not-on-scale: unknown']],
    ['release', Number.NaN, ['dissociation-not-on-scale: unknown']],
    ['release', undefined, ['dissociation-missing: unknown']],
  ] as const;
  for (const [moment, value, expected] of cases) {
    const rating = value === undefined ? undefined : measured(value);
    assert.deepEqual(codes(dissociationIssues({ moment, rating })), expected, `${moment} ${value}`);
  }
  assert.deepEqual(
    [0, 'none', 1, 'mild', 11, undefined].map((one) => hasDissociation(one as never)),
    [false, false, true, true, undefined, undefined],
  );
});

test('Distress calls someone from the number of the protocol on, and one off the scale is asked again', () => {
  const edition2 = { distress: { callsFrom: { ...distressCallsFrom, value: 5 } } };
  for (const [score, asked, expected] of [
    [6, edition, []],
    [7, edition, ['distress-high: review']],
    [4, edition2, []],
    [5, edition2, ['distress-high: review']],
    [6, {}, []],
    [7, {}, ['distress-high: review']],
    [undefined, edition, ['distress-missing: unknown']],
    [11, edition, ['distress-not-on-scale: unknown']],
    [-1, edition, ['distress-not-on-scale: unknown']],
    [Number.NaN, edition, ['distress-not-on-scale: unknown']],
  ] as const)
    assert.deepEqual(codes(distressIssues({ score: given(score), edition: asked })), expected, String(score));
});

test('Nausea is read on its own scale, and vomiting is counted', () => {
  const cases = [
    ['0-3', 0, 0, []],
    ['0-3', 1, 0, ['nausea-present: manage']],
    ['0-3', 2, 0, ['nausea-present: manage']],
    ['0-3', 3, 0, ['nausea-strong: review']],
    ['0-3', 4, 0, ['nausea-not-on-scale: unknown']],
    ['0-10', 6, 0, ['nausea-present: manage']],
    ['0-10', 7, 0, ['nausea-strong: review']],
    ['0-10', 11, 0, ['nausea-not-on-scale: unknown']],
    ['0-10', undefined, 0, ['nausea-missing: unknown']],
    ['0-10', 0, undefined, ['vomiting-not-noted: unknown']],
    ['0-10', 0, 1, ['vomiting-once: manage']],
    ['0-10', 0, 2, ['vomiting-repeated: review']],
    ['0-10', 0, 51, ['vomiting-implausible: unknown']],
    ['0-10', 0, Number.NaN, ['vomiting-implausible: unknown']],
    ['0-10', 0, -1, ['vomiting-implausible: unknown']],
  ] as const;
  for (const [scale, rating, vomitingCount, expected] of cases) {
    const issues = nauseaIssues({ scale, rating: given(rating), vomitingCount });
    assert.deepEqual(codes(issues), expected, `${scale} ${rating} ${vomitingCount}`);
  }
});

test('Pulse and oxygen are held against the person’s own start, strictly beyond the change', () => {
  const cases = [
    [heartRateAgainstOwnBaseline, 60, 78, []],
    [heartRateAgainstOwnBaseline, 60, 79, ['heart-rate-rise: review']],
    [heartRateAgainstOwnBaseline, 60, 42, []],
    [heartRateAgainstOwnBaseline, 60, 41, ['heart-rate-fall: review']],
    [heartRateAgainstOwnBaseline, undefined, 70, ['heartRatePerMin-no-comparison: unknown']],
    [heartRateAgainstOwnBaseline, 60, undefined, ['heartRatePerMin-no-comparison: unknown']],
    [heartRateAgainstOwnBaseline, 0, 70, ['heartRatePerMin-no-comparison: unknown']],
    [heartRateAgainstOwnBaseline, 60, Number.NaN, ['heartRatePerMin-no-comparison: unknown']],
    [oxygenAgainstOwnBaseline, 99, 95, []],
    [oxygenAgainstOwnBaseline, 99, 94, ['oxygen-fall: review']],
    [oxygenAgainstOwnBaseline, 95, 99, []],
    [oxygenAgainstOwnBaseline, 101, 95, ['spo2Percent-no-comparison: unknown']],
    [oxygenAgainstOwnBaseline, 99, undefined, ['spo2Percent-no-comparison: unknown']],
  ] as const;
  for (const [rule, baseline, reading, expected] of cases) {
    const issues = rule({ baseline: given(baseline), reading: given(reading) });
    assert.deepEqual(codes(issues), expected, `${baseline} to ${reading}`);
  }
});

test('Each emergency has first moves and something to write down, and no dose of anything', () => {
  assert.equal(new Set(emergencyLists.map((one) => one.id)).size, 10);
  for (const one of emergencyLists) {
    assert.ok(one.first.length > 0 && one.record.length > 0, one.id);
    assert.doesNotMatch(one.first.join(' '), /\d|\bmg\b|\bml\b/i, one.id);
  }
});

test('A rescue that was given is written down whole', () => {
  const whole = {
    category: 'antiemetic',
    what: 'by order',
    amount: 'as ordered',
    route: 'iv',
    at,
    indication: 'nausea',
    response: 'better',
    by: 'Maria Ruiz',
  } as const;
  assert.deepEqual(rescueIssues(whole), []);
  for (const field of Object.keys(whole)) {
    for (const instead of [undefined, null, ' ', Number.NaN]) {
      const [issue] = rescueIssues({ ...whole, [field]: instead } as never);
      assert.deepEqual([issue?.action, issue?.missing], ['unknown', [field]], `${field} ${instead}`);
    }
  }
  assert.equal(rescueIssues(undefined)[0]?.missing.length, 8);
});
