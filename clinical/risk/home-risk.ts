// A dose at home when the questions about suicide were answered with yes: not alone. What is not known about the answers or
// the company is unknown, and a home dose never starts on it.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { findingOf, houseRule, inputsOf, type Root } from '#clinical/dosing/dosing-finding.ts';
import type { Instant } from '#clinical/instant.ts';

export const homeRiskRule = 'home-risk';

const cohort: Root = { source: 'K-HUL', confidence: 'V' };

export function homeRiskIssues(question: {
  /** Of the screener or of the item in a questionnaire, whichever says more. */
  readonly screen: 'negative' | 'positive' | undefined;
  readonly monitor: 'present' | 'absent' | undefined;
  readonly at?: Instant | undefined;
}): readonly DetectedIssue[] {
  const { screen, monitor, at } = question;
  if (screen === 'negative') return [];
  const inputs = inputsOf({ screen, monitor }, { at });
  if (screen !== 'positive') {
    return [
      findingOf(homeRiskRule, {
        code: 'home-screen-unknown',
        title: 'The questions about suicide have no answer; a dose at home does not start on that.',
        action: 'unknown',
        inputs,
        missing: ['screen'],
        roots: [cohort, houseRule],
      }),
    ];
  }
  if (monitor === 'present') {
    return [
      findingOf(homeRiskRule, {
        code: 'home-screen-positive',
        title: 'They have thoughts of suicide. A clinician speaks with them before any dose at home.',
        action: 'review',
        inputs,
        roots: [cohort, houseRule],
      }),
    ];
  }
  const isAlone = monitor === 'absent';
  return [
    findingOf(homeRiskRule, {
      code: isAlone ? 'home-alone-at-risk' : 'home-company-unknown',
      title: isAlone
        ? 'Alone at home with thoughts of suicide: no dose. Contact them now.'
        : 'They have thoughts of suicide, and it is not known whether someone is with them. Contact them now.',
      action: isAlone ? 'exclude' : 'unknown',
      inputs,
      missing: isAlone ? [] : ['monitor'],
      roots: [cohort, houseRule],
    }),
  ];
}
