import assert from 'node:assert/strict';
import { test } from 'node:test';
import { homeRiskIssues } from './home-risk.ts';
import { riskNumberIssues } from './suicide-risk.ts';
import { thoughtsAfterSession } from './thoughts-after-session.ts';

const sessionEndedAt = Date.UTC(2026, 10, 23, 15, 0);
const hour = 60 * 60_000;
const codes = (issues: readonly { readonly code: string; readonly action: string }[]) =>
  issues.map((issue) => `${issue.code}: ${issue.action}`);

test('A number above zero for the item about suicide brings a person, on the scale or off it', () => {
  const cases = [
    ['qids-12', 0, []],
    ['qids-12', 1, ['risk-item-positive: review']],
    ['qids-12', 3, ['risk-item-positive: review']],
    ['qids-12', 4, ['risk-item-not-on-scale: unknown', 'risk-item-positive: review']],
    ['madrs-10', 6, ['risk-item-positive: review']],
    ['madrs-10', 7, ['risk-item-not-on-scale: unknown', 'risk-item-positive: review']],
    ['madrs-10', 0.5, ['risk-item-not-on-scale: unknown', 'risk-item-positive: review']],
    ['madrs-10', -1, ['risk-item-not-on-scale: unknown']],
    ['madrs-10', Number.NaN, ['risk-item-not-on-scale: unknown']],
    ['madrs-10', undefined, ['risk-item-not-answered: unknown']],
    ['madrs-10', null, ['risk-item-not-answered: unknown']],
  ] as const;
  for (const [item, value, expected] of cases)
    assert.deepEqual(
      codes(riskNumberIssues({ item, value, at: sessionEndedAt })),
      expected,
      `${item} ${value}`,
    );
});

test('New or worse thoughts bring the prescriber at any hour, and one to three days after have a name', () => {
  const cases = [
    ['none', 30, []],
    ['same', 30, ['thoughts-continue: review']],
    ['new', 23.9, ['thoughts-new-or-worse: review']],
    ['new', 24, ['thoughts-after-session: review']],
    ['worse', 72, ['thoughts-after-session: review']],
    ['worse', 72.1, ['thoughts-new-or-worse: review']],
    ['new', -1, ['thoughts-time-unknown: unknown', 'thoughts-new-or-worse: review']],
    ['new', undefined, ['thoughts-time-unknown: unknown', 'thoughts-new-or-worse: review']],
    [undefined, 30, ['thoughts-not-asked: unknown']],
  ] as const;
  for (const [thoughts, hours, expected] of cases) {
    const saidAt = hours === undefined ? undefined : sessionEndedAt + hours * hour;
    const issues = thoughtsAfterSession({ thoughts, saidAt, sessionEndedAt });
    assert.deepEqual(codes(issues), expected, `${thoughts} ${hours}`);
  }
  const young = (ageYears: number | undefined) =>
    thoughtsAfterSession({ thoughts: 'new', saidAt: sessionEndedAt + 30 * hour, sessionEndedAt, ageYears })[0]
      ?.title ?? '';
  assert.match(young(24), /boxed warning/);
  assert.doesNotMatch(young(25), /boxed warning/);
  assert.doesNotMatch(young(undefined), /boxed warning/);
});

test('Nobody has a dose at home alone with thoughts of suicide', () => {
  const cases = [
    ['negative', 'absent', []],
    ['positive', 'absent', ['home-alone-at-risk: exclude']],
    ['positive', undefined, ['home-company-unknown: unknown']],
    ['positive', 'present', ['home-screen-positive: review']],
    [undefined, 'present', ['home-screen-unknown: unknown']],
    [undefined, undefined, ['home-screen-unknown: unknown']],
  ] as const;
  for (const [screen, monitor, expected] of cases)
    assert.deepEqual(codes(homeRiskIssues({ screen, monitor })), expected, `${screen} ${monitor}`);
});
