import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import { reliableRules } from './change-rules.ts';
import { courseOf, type VersionedResponse } from './course.ts';
import { deteriorationIssues } from './deterioration.ts';

const zone = 'America/Chicago';
const on = (date: string, hour = 12) => instantOf(date, hour * 60, zone);
const firstDoseAt = on('2026-11-02', 9);
const now = on('2026-12-01');
const phq9 = (at: number, total: number | undefined, version?: string): VersionedResponse => ({
  instrument: 'phq-9',
  at,
  total,
  version,
});
const before = phq9(on('2026-11-02', 8), 18);
const since = phq9(on('2026-11-24'), 8);
const asked = { instrument: 'phq-9', firstDoseAt, now, zone };
const rule = reliableRules.phq9Points5;
const codes = (issues: ReturnType<typeof deteriorationIssues>) =>
  issues.map((issue) => `${issue.code}: ${issue.action}`);

test('The last complete total of the morning before the dose is compared with the last since', () => {
  const responses = [
    since,
    phq9(on('2026-10-01'), 24),
    before,
    phq9(on('2026-11-02', 10), 17),
    phq9(on('2026-11-25'), undefined),
  ];
  const course = courseOf({ ...asked, responses });
  assert.deepEqual([course.baseline?.total, course.latest?.total, course.missing], [18, 8, []]);
});

test('What is missing for a comparison is named', () => {
  const cases = [
    [{ responses: [before, since], firstDoseAt: undefined }, ['first-dose']],
    [{ responses: [before, since], firstDoseAt: now + 1 }, ['first-dose']],
    [{ responses: [since] }, ['baseline']],
    [{ responses: [before] }, ['total-since']],
    [{ responses: [] }, ['baseline', 'total-since']],
    [{ responses: [before, since], instrument: 'gad-7' }, ['baseline', 'total-since']],
  ] as const;
  for (const [change, missing] of cases) {
    assert.deepEqual(courseOf({ ...asked, ...change }).missing, missing, JSON.stringify(missing));
  }
});

test('A total is current for fourteen days and old on the fifteenth', () => {
  const at = (date: string) =>
    courseOf({ ...asked, responses: [before, phq9(on(date), 8)], now: on('2026-12-01') }).missing;
  assert.deepEqual(at('2026-11-18'), []);
  assert.deepEqual(at('2026-11-17'), []);
  assert.deepEqual(at('2026-11-16'), ['current-total']);
});

test('Versions of a form are never mixed, and one of unknown version matches none that is known', () => {
  const other = courseOf({
    ...asked,
    responses: [phq9(before.at, 18, 'A'), phq9(on('2026-11-20'), 9, 'A'), phq9(on('2026-11-28'), 3, 'B')],
  });
  assert.deepEqual([other.latest?.total, other.missing], [9, ['same-version']]);
  const unknown = courseOf({ ...asked, responses: [phq9(before.at, 18, 'A'), since] });
  assert.deepEqual([unknown.latest, unknown.missing], [undefined, ['same-version']]);
});

test('A total dated after now or with no real number is set aside and said so', () => {
  const odd = [phq9(now + 1, 3), phq9(Number.NaN, 3), phq9(on('2026-11-25'), Number.NaN)];
  const course = courseOf({ ...asked, responses: [before, since, ...odd] });
  assert.deepEqual([course.latest?.total, course.setAside.length], [8, 3]);
  assert.deepEqual(codes(deteriorationIssues({ course, rule })), ['total-implausible: unknown']);
});

test('Reliably worse is put before the prescriber from the very point the rule names', () => {
  const after = (total: number) =>
    codes(
      deteriorationIssues({
        course: courseOf({ ...asked, responses: [phq9(before.at, 12), phq9(since.at, total)] }),
        rule,
      }),
    );
  assert.deepEqual(after(16), []);
  assert.deepEqual(after(17), ['reliably-worse: review']);
  assert.deepEqual(after(18), ['reliably-worse: review']);
  assert.deepEqual(after(7), []);
});

test('A worsening that cannot be ruled out is unknown', () => {
  const courses = [
    courseOf({ ...asked, responses: [] }),
    courseOf({ ...asked, responses: [before] }),
    courseOf({ ...asked, responses: [since] }),
    courseOf({ ...asked, responses: [phq9(before.at, 99), since] }),
    courseOf({ ...asked, responses: [before, since], instrument: 'gad-7' }),
  ];
  for (const course of courses) {
    assert.deepEqual(codes(deteriorationIssues({ course, rule })), ['worsening-not-known: unknown']);
  }
});

test('A worsening seen in an old total is said, and so is its age', () => {
  const course = courseOf({ ...asked, responses: [phq9(before.at, 12), phq9(on('2026-11-05'), 20)] });
  const issues = deteriorationIssues({ course, rule });
  assert.deepEqual(codes(issues), ['worsening-not-known: unknown', 'reliably-worse: review']);
  assert.deepEqual(issues[0]?.missing, ['current-total']);
  assert.equal(issues[1]?.inputs[1]?.at, on('2026-11-05'));
});

test('Without a rule for the form it is unknown whether they are worse', () => {
  const course = courseOf({ ...asked, responses: [before, since] });
  const [issue] = deteriorationIssues({ course, rule: undefined });
  assert.deepEqual([issue?.action, issue?.missing], ['unknown', ['rule-for-this-form']]);
});

test('At a time that is none nothing was given or answered', () => {
  for (const at of [Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.deepEqual(courseOf({ ...asked, responses: [before, since], now: at }).missing, ['first-dose']);
  }
});
