import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instruments } from '#clinical/instruments/instruments.ts';
import { recordedScales } from '#clinical/instruments/recorded-scales.ts';
import { sources } from '#clinical/sources.ts';
import { changeByRule, isInRemission, reliableChange } from './change-by-rule.ts';
import { type ChangeRuleName, changeRules, type ReliableRuleName, reliableRules } from './change-rules.ts';

const inTenths = (value: number | undefined) =>
  value === undefined ? undefined : Math.round(value * 10) / 10;

test('Each rule by its own name says what is a response and what is remission', () => {
  const cases: readonly (readonly [
    ChangeRuleName,
    number,
    number,
    number | undefined,
    boolean | 'unknown',
    boolean | 'unknown',
  ])[] = [
    ['phq9', 18, 9, 50, true, false],
    ['phq9', 18, 10, 44.4, false, false],
    ['phq9', 18, 4, 77.8, true, true],
    ['phq9', 18, 5, 72.2, true, false],
    ['phq9', 10, 16, -60, false, false],
    ['gad7', 12, 6, 50, true, false],
    ['gad7', 12, 4, 66.7, true, true],
    ['gad7', 12, 5, 58.3, true, false],
    ['qids', 16, 8, 50, true, false],
    ['qids', 16, 6, 62.5, true, false],
    ['qids', 16, 5, 68.8, true, true],
    ['madrsHawley', 36, 18, 50, true, false],
    ['madrsHawley', 36, 10, 72.2, true, false],
    ['madrsHawley', 36, 9, 75, true, true],
    ['madrs10', 36, 11, 69.4, true, false],
    ['madrs10', 36, 10, 72.2, true, true],
    ['madrs12', 36, 13, 63.9, true, false],
    ['madrs12', 36, 12, 66.7, true, true],
    ['hamd7', 24, 7, 70.8, true, true],
    ['hamd7', 24, 8, 66.7, true, false],
    ['hamd7', 24, 13, 45.8, false, false],
    ['ybocs14', 30, 19, 36.7, true, false],
    ['ybocs14', 20, 13, 35, true, true],
    ['ybocs14', 20, 14, 30, false, true],
    ['ybocs14', 30, 15, 50, true, false],
    ['ybocs12', 30, 13, 56.7, true, false],
    ['ybocs12', 30, 12, 60, true, true],
    ['peg30', 10, 7, 30, true, 'unknown'],
    ['bpi30', 6, 4.25, 29.2, false, 'unknown'],
  ];
  for (const [name, baseline, now, percent, response, remission] of cases) {
    const given = changeByRule({ rule: changeRules[name], baseline, now });
    assert.ok(given.known, name);
    assert.deepEqual(
      [inTenths(given.improvementPercent), given.response, given.remission],
      [percent, response, remission],
      `${name} ${baseline} to ${now}`,
    );
  }
});

test('A baseline of zero has no percentage and no response, and is not divided by', () => {
  for (const now of [0, 5]) {
    const given = changeByRule({ rule: changeRules.phq9, baseline: 0, now });
    assert.ok(given.known);
    assert.deepEqual([given.improvementPercent, given.response], [undefined, 'unknown']);
    assert.equal(given.remission, now < 5);
  }
});

test('On WHO-5 a rise of ten points is the response, and a fall is not', () => {
  const cases = [
    [28, 36, false],
    [28, 38, true],
    [28, 40, true],
    [28, 16, false],
    [0, 12, true],
    [0, 8, false],
  ] as const;
  for (const [baseline, now, response] of cases) {
    const given = changeByRule({ rule: changeRules.who5, baseline, now });
    assert.ok(given.known);
    assert.equal(given.response, response, `${baseline} to ${now}`);
    assert.equal(given.remission, 'unknown');
    assert.equal(given.improvementPoints, now - baseline);
  }
});

test('A missing total has no answer and an impossible one is named', () => {
  const rule = changeRules.phq9;
  const cases = [
    [undefined, 4, ['baseline'], []],
    [18, null, ['now'], []],
    [null, undefined, ['baseline', 'now'], []],
    [28, 4, [], ['baseline']],
    [18, -1, [], ['now']],
    [Number.NaN, 4, [], ['baseline']],
    [18, Number.POSITIVE_INFINITY, [], ['now']],
  ] as const;
  for (const [baseline, now, missing, implausible] of cases) {
    assert.deepEqual(changeByRule({ rule, baseline, now }), {
      known: false,
      rule: 'phq9',
      missing,
      implausible,
    });
  }
});

test('Reliable change is its own answer, and the PHQ-9 rules of different sources disagree where they do', () => {
  const cases: readonly (readonly [ReliableRuleName, number, number, string])[] = [
    ['phq9Points5', 18, 13, 'better'],
    ['phq9Points5', 18, 14, 'neither'],
    ['phq9Points5', 10, 15, 'worse'],
    ['phq9Points6', 18, 13, 'neither'],
    ['phq9Points6', 18, 12, 'better'],
    ['phq9Percent20', 20, 16, 'better'],
    ['phq9Percent20', 20, 17, 'neither'],
    ['phq9Percent20', 20, 24, 'worse'],
    ['phq9Percent20', 0, 5, 'unknown'],
    ['gad7Points4', 10, 6, 'better'],
    ['gad7Percent27', 20, 15, 'neither'],
    ['gad7Percent27', 20, 14, 'better'],
    ['pcl5Points5', 50, 45, 'better'],
    ['pcl5Points10', 50, 41, 'neither'],
    ['pcl5Points10', 50, 40, 'better'],
    ['who5Points10', 28, 38, 'better'],
    ['who5Points10', 28, 18, 'worse'],
    ['who5Points10', 28, 20, 'neither'],
    ['isiPoints6', 20, 14, 'better'],
    ['isiPoints84', 20, 12, 'neither'],
    ['isiPoints84', 20, 11, 'better'],
    ['wsasPoints8', 20, 28, 'worse'],
    ['pegPoints1', 6.4, 5.4, 'better'],
    ['phq9Points5', 28, 4, 'unknown'],
    ['phq9Points5', 18, Number.NaN, 'unknown'],
  ];
  for (const [name, baseline, now, expected] of cases) {
    const given = reliableChange({ rule: reliableRules[name], baseline, now });
    assert.equal(given, expected, `${name} ${baseline} to ${now}`);
  }
  assert.equal(reliableChange({ rule: reliableRules.phq9Points5, baseline: undefined, now: 4 }), 'unknown');
});

test('Every rule is under its own name, speaks of a form that is known and has a source', () => {
  const forms = [...instruments, ...recordedScales].map((form) => form.id);
  for (const [name, rule] of [...Object.entries(changeRules), ...Object.entries(reliableRules)]) {
    assert.equal(rule.name, name);
    assert.ok(forms.includes(rule.instrument), `${name}: ${rule.instrument}`);
    const figures = 'atLeast' in rule ? [rule.atLeast] : [rule.response?.atLeast, rule.remission?.limit];
    for (const figure of figures) assert.ok(figure === undefined || figure.source in sources, name);
  }
  assert.equal(reliableRules.phq9Points6.atLeast.value, 6);
  assert.equal(reliableRules.gad7Points4.atLeast.value, 4);
});

test('An impossible total is never in remission', () => {
  assert.equal(isInRemission(changeRules.phq9, -1), false);
  assert.equal(isInRemission(changeRules.phq9, undefined), false);
  assert.equal(isInRemission(changeRules.who5, 100), false);
  assert.equal(isInRemission(changeRules.phq9, 4), true);
});
