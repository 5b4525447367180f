// What is said about a dose at home for each answer and each company, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLines } from '#clinical/properties/in-one-line.ts';
import { homeRiskIssues } from './home-risk.ts';

test('Alone with such thoughts stops, company asks for a person, and not knowing is said', () => {
  const cases: readonly (readonly [Omit<Parameters<typeof homeRiskIssues>[0], 'at'>, readonly string[]])[] = [
    [{ screen: 'negative', monitor: undefined }, []],
    [
      { screen: undefined, monitor: 'present' },
      ['home-risk/home-screen-unknown unknown; monitor=present at 7; missing: screen; K-HUL H-HOUSE H'],
    ],
    [
      { screen: 'positive', monitor: 'present' },
      ['home-risk/home-screen-positive review; screen=positive at 7, monitor=present at 7; K-HUL H-HOUSE H'],
    ],
    [
      { screen: 'positive', monitor: 'absent' },
      ['home-risk/home-alone-at-risk exclude; screen=positive at 7, monitor=absent at 7; K-HUL H-HOUSE H'],
    ],
    [
      { screen: 'positive', monitor: undefined },
      ['home-risk/home-company-unknown unknown; screen=positive at 7; missing: monitor; K-HUL H-HOUSE H'],
    ],
  ];
  for (const [question, lines] of cases)
    assert.deepEqual(inLines(homeRiskIssues({ ...question, at: 7 })), lines);
});
