// Which liver tests are wanted and what they say, at each limit, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLines } from '#clinical/properties/in-one-line.ts';
import { liverIssues } from './liver.ts';

const day = 86_400_000;
type Question = Parameters<typeof liverIssues>[0];
const tested: Question = {
  atRisk: true,
  frequentHighDose: false,
  tests: [{ altUnitsPerLitre: 20, upperLimitUnitsPerLitre: 40, at: 0 }],
  firstDoseAt: 10,
  now: 90 * day,
};

test('A liver at risk has a test before the first dose and again within ninety days', () => {
  const cases: readonly (readonly [Partial<Question>, readonly string[]])[] = [
    [{}, []],
    [
      { now: 7776000001 },
      ['liver/liver-repeat-due unknown; alt=20 U/L at 0; missing: alt; K-PAIN H-HOUSE H'],
    ],
    [{ atRisk: false }, []],
    [{ atRisk: false, tests: undefined }, []],
    [{ atRisk: undefined }, ['liver/liver-risk-unknown unknown; missing: atRisk; K-PAIN V']],
    [
      { atRisk: undefined, frequentHighDose: undefined },
      ['liver/liver-risk-unknown unknown; missing: atRisk, frequentHighDose; K-PAIN V'],
    ],
    [{ atRisk: false, frequentHighDose: true }, []],
    [
      { atRisk: false, frequentHighDose: undefined },
      ['liver/liver-risk-unknown unknown; missing: frequentHighDose; K-PAIN V'],
    ],
    [{ tests: undefined }, ['liver/liver-baseline-missing unknown; missing: baselineAlt; K-PAIN V']],
    [{ tests: [] }, ['liver/liver-baseline-missing unknown; missing: baselineAlt; K-PAIN V']],
    [{ tests: [{ altUnitsPerLitre: 20, upperLimitUnitsPerLitre: 40, at: 10 }] }, []],
    [
      { tests: [{ altUnitsPerLitre: 20, upperLimitUnitsPerLitre: 40, at: 11 }] },
      ['liver/liver-baseline-missing unknown; missing: baselineAlt; K-PAIN V'],
    ],
    [{ firstDoseAt: undefined, tests: [{ altUnitsPerLitre: 20, upperLimitUnitsPerLitre: 40, at: 11 }] }, []],
    [{ tests: [{ altUnitsPerLitre: 120, upperLimitUnitsPerLitre: 40, at: 0 }] }, []],
    [
      { tests: [{ altUnitsPerLitre: 121, upperLimitUnitsPerLitre: 40, at: 0 }] },
      ['liver/liver-alt-high review; alt=121 U/L at 0, upperLimit=40 U/L at 0; T-GEN G'],
    ],
    [
      {
        tests: [
          { altUnitsPerLitre: 121, upperLimitUnitsPerLitre: 40, at: 0 },
          { altUnitsPerLitre: 20, upperLimitUnitsPerLitre: 40, at: 5 },
        ],
      },
      [],
    ],
    [
      {
        tests: [
          { altUnitsPerLitre: 20, upperLimitUnitsPerLitre: 40, at: 5 },
          { altUnitsPerLitre: 121, upperLimitUnitsPerLitre: 40, at: 0 },
        ],
      },
      [],
    ],
    [
      { atRisk: false, tests: [{ altUnitsPerLitre: 121, upperLimitUnitsPerLitre: 40, at: 0 }] },
      ['liver/liver-alt-high review; alt=121 U/L at 0, upperLimit=40 U/L at 0; T-GEN G'],
    ],
    [
      { tests: [{ altUnitsPerLitre: -1, upperLimitUnitsPerLitre: 40, at: 0 }] },
      [
        'liver/liver-test-implausible unknown; alt=-1 U/L at 0, upperLimit=40 U/L at 0; missing: alt; H-HOUSE H',
        'liver/liver-baseline-missing unknown; missing: baselineAlt; K-PAIN V',
      ],
    ],
    [{ tests: [{ altUnitsPerLitre: 20000, upperLimitUnitsPerLitre: 20000, at: 0 }] }, []],
    [
      { tests: [{ altUnitsPerLitre: 20001, upperLimitUnitsPerLitre: 40, at: 0 }] },
      [
        'liver/liver-test-implausible unknown; alt=20001 U/L at 0, upperLimit=40 U/L at 0; missing: alt; H-HOUSE H',
        'liver/liver-baseline-missing unknown; missing: baselineAlt; K-PAIN V',
      ],
    ],
    [
      { tests: [{ altUnitsPerLitre: 20, upperLimitUnitsPerLitre: 0, at: 0 }] },
      [
        'liver/liver-test-implausible unknown; alt=20 U/L at 0, upperLimit=0 U/L at 0; missing: alt; H-HOUSE H',
        'liver/liver-baseline-missing unknown; missing: baselineAlt; K-PAIN V',
      ],
    ],
    [
      { tests: [{ altUnitsPerLitre: 20, upperLimitUnitsPerLitre: 40, at: 7776000000 }] },
      ['liver/liver-baseline-missing unknown; missing: baselineAlt; K-PAIN V'],
    ],
    [
      { tests: [{ altUnitsPerLitre: 20, upperLimitUnitsPerLitre: 40, at: 7776000001 }] },
      [
        'liver/liver-test-implausible unknown; alt=20 U/L at 7776000001, upperLimit=40 U/L at 7776000001; missing: alt; H-HOUSE H',
        'liver/liver-baseline-missing unknown; missing: baselineAlt; K-PAIN V',
      ],
    ],
    [
      { tests: [undefined] },
      [
        'liver/liver-test-implausible unknown; missing: alt; H-HOUSE H',
        'liver/liver-baseline-missing unknown; missing: baselineAlt; K-PAIN V',
      ],
    ],
  ];
  for (const [change, lines] of cases) {
    assert.deepEqual(inLines(liverIssues({ ...tested, ...change })), lines, JSON.stringify(change));
  }
});
