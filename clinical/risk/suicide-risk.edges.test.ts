// What the findings about suicide carry: whose rule, which answer, how old, what was left out. Every answer of the
// screener is turned once.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { Instrument } from '#clinical/instruments/instrument.ts';
import { phq9 } from '#clinical/instruments/phq-9.ts';
import {
  type CssrsScreener,
  cssrsIssues,
  riskItemIssues,
  riskNumberIssues,
  triageCssrs,
} from './suicide-risk.ts';

const at = 1_796_000_000_000;

function withoutTitle(issues: readonly DetectedIssue[]) {
  for (const { title } of issues) assert.match(title, /^[A-Z].*\.$/);
  return issues.map(({ title: _, ...rest }) => rest);
}

const ofItem = (value: number | null | undefined, instrument: Instrument = phq9) =>
  withoutTitle(riskItemIssues({ instrument, answers: { 'phq-9-9': value }, at }));

const notAnswered = {
  rule: 'suicide-risk',
  code: 'risk-item-not-answered',
  action: 'unknown',
  inputs: [],
  missing: ['phq-9-9'],
  sources: ['H-HOUSE', 'Q-CAM'],
  confidence: 'H',
};

test('The ninth question left out, or answered with no answer, is asked again', () => {
  for (const value of [undefined, null, 4, -1, 0.5, Number.NaN])
    assert.deepEqual(ofItem(value), [notAnswered]);
  assert.deepEqual(withoutTitle(riskItemIssues({ instrument: phq9, answers: {}, at })), [notAnswered]);
});

test('Any answer above the lowest brings a person, with the answer and its age', () => {
  for (const value of [1, 2, 3]) {
    assert.deepEqual(ofItem(value), [
      {
        rule: 'suicide-risk',
        code: 'risk-item-positive',
        action: 'review',
        inputs: [{ name: 'phq-9-9', value, at }],
        missing: [],
        sources: ['Q-CAM', 'H-HOUSE'],
        confidence: 'H',
      },
    ]);
  }
  assert.deepEqual(ofItem(0), []);
});

test('A form whose risk item has no answers to choose from is not taken for a no', () => {
  const optionless: Instrument = { ...phq9, options: [] };
  assert.deepEqual(ofItem(0, optionless), [notAnswered]);
  const nameless: Instrument = { ...phq9, riskItemId: 'no-such-item' };
  const [found] = riskItemIssues({ instrument: nameless, answers: { 'no-such-item': 0 }, at });
  assert.deepEqual([found?.action, found?.missing], ['unknown', ['no-such-item']]);
});

test('A number from a scale whose words are not held is read on its own scale', () => {
  const number = (item: 'madrs-10' | 'qids-12', value: number | null | undefined) =>
    withoutTitle(riskNumberIssues({ item, value, at })).map(({ sources, confidence, ...rest }) => {
      assert.deepEqual(sources, ['T-GEN', 'H-HOUSE']);
      assert.equal(confidence, rest.action === 'unknown' ? 'H' : 'G');
      return rest;
    });
  const rule = 'suicide-risk';
  const positive = (item: string, value: number | string) => ({
    rule,
    code: 'risk-item-positive',
    action: 'review',
    inputs: [{ name: item, value, at }],
    missing: [],
  });
  const offScale = (item: string, value: number | string) => ({
    rule,
    code: 'risk-item-not-on-scale',
    action: 'unknown',
    inputs: [{ name: item, value, at }],
    missing: [item],
  });
  const silent = (item: string) => ({
    rule,
    code: 'risk-item-not-answered',
    action: 'unknown',
    inputs: [],
    missing: [item],
  });
  for (const [item, most] of [
    ['madrs-10', 6],
    ['qids-12', 3],
  ] as const) {
    assert.deepEqual(number(item, 0), []);
    assert.deepEqual(number(item, 1), [positive(item, 1)]);
    assert.deepEqual(number(item, most), [positive(item, most)]);
    assert.deepEqual(number(item, most + 1), [offScale(item, most + 1), positive(item, most + 1)]);
    assert.deepEqual(number(item, 0.5), [offScale(item, 0.5), positive(item, 0.5)]);
    assert.deepEqual(number(item, -1), [offScale(item, -1)]);
    assert.deepEqual(number(item, Number.NaN), [offScale(item, 'NaN')]);
    assert.deepEqual(number(item, Number.POSITIVE_INFINITY), [
      offScale(item, 'Infinity'),
      positive(item, 'Infinity'),
    ]);
    assert.deepEqual(number(item, null), [silent(item)]);
    assert.deepEqual(number(item, undefined), [silent(item)]);
  }
});

const no: CssrsScreener = {
  q1: false,
  q2: false,
  q3: false,
  q4: false,
  q5: false,
  q6Lifetime: false,
  q6Past3Months: false,
};

test('Each answer of the screener speaks for its own level', () => {
  const levels = {
    q1: 'low',
    q2: 'low',
    q3: 'moderate',
    q4: 'high',
    q5: 'high',
    q6Lifetime: 'moderate',
    q6Past3Months: 'high',
  } as const;
  for (const [name, level] of Object.entries(levels)) {
    assert.equal(triageCssrs({ ...no, [name]: true }).level, level, name);
  }
  assert.deepEqual(triageCssrs(no), { level: 'none', incomplete: false, missing: [] });
});

test('Each question that should have been asked and was not is named, undefined or null', () => {
  for (const unsaid of [undefined, null]) {
    for (const name of ['q1', 'q2', 'q6Lifetime'] as const) {
      const { missing, incomplete, level } = triageCssrs({ ...no, [name]: unsaid });
      assert.ok(missing.includes(name), name);
      assert.deepEqual([incomplete, level], [true, undefined], name);
    }
    const thoughts = { ...no, q2: true };
    for (const name of ['q3', 'q4', 'q5'] as const) {
      assert.deepEqual(triageCssrs({ ...no, [name]: unsaid }).missing, [], `${name} after a no to 2`);
      assert.deepEqual(triageCssrs({ ...thoughts, [name]: unsaid }).missing, [name]);
      assert.deepEqual(triageCssrs({ ...no, q2: unsaid, [name]: unsaid }).missing, ['q2', name]);
    }
    assert.deepEqual(triageCssrs({ ...no, q6Past3Months: unsaid }).missing, []);
    assert.deepEqual(triageCssrs({ ...no, q6Lifetime: true, q6Past3Months: unsaid }).missing, [
      'q6Past3Months',
    ]);
    assert.deepEqual(triageCssrs({ ...no, q6Lifetime: unsaid, q6Past3Months: unsaid }).missing, [
      'q6Lifetime',
      'q6Past3Months',
    ]);
  }
});

test('A level found is told with what is still open, and stops only at the highest', () => {
  const found = (level: string, action: string, missing: readonly string[] = []) => ({
    rule: 'suicide-risk',
    code: `cssrs-${level}`,
    action,
    inputs: [{ name: 'cssrs', value: level, at }],
    missing,
    sources: ['Q-CSSRS'],
    confidence: 'V2',
  });
  const incomplete = (missing: readonly string[]) => ({
    rule: 'suicide-risk',
    code: 'cssrs-incomplete',
    action: 'unknown',
    inputs: [],
    missing,
    sources: ['H-HOUSE'],
    confidence: 'H',
  });
  const issues = (change: Partial<CssrsScreener>) =>
    withoutTitle(cssrsIssues({ answers: { ...no, ...change }, at }));
  assert.deepEqual(issues({}), []);
  assert.deepEqual(issues({ q1: true }), [found('low', 'review')]);
  assert.deepEqual(issues({ q2: true, q3: true }), [found('moderate', 'review')]);
  assert.deepEqual(issues({ q2: true, q5: true }), [found('high', 'exclude')]);
  assert.deepEqual(issues({ q1: null }), [incomplete(['q1'])]);
  assert.deepEqual(issues({ q2: true, q4: null }), [found('low', 'review', ['q4']), incomplete(['q4'])]);
  const titles = [{ q1: true }, { q3: true }, { q4: true }].map(
    (change) => cssrsIssues({ answers: { ...no, ...change }, at })[0]?.title,
  );
  assert.equal(new Set(titles).size, 3);
  assert.ok(titles.every((title) => title !== undefined && title.length > 20));
});
