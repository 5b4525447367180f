// What is said about craving and urine, for each answer and at each limit, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLines } from '#clinical/properties/in-one-line.ts';
import { misuseIssues, urineScreenIssues } from './misuse.ts';

const no = {
  craving: false,
  'use-outside-programme': false,
  'higher-dose-wanted': false,
  'lost-lozenges': false,
  'other-clinic': false,
};

test('Each yes is a talk to have, and each question nobody asked is named', () => {
  const cases: readonly (readonly [Partial<Parameters<typeof misuseIssues>[0]>, readonly string[]])[] = [
    [{}, []],
    [
      { answers: undefined },
      [
        'misuse/misuse-not-asked unknown; missing: craving, use-outside-programme, higher-dose-wanted, lost-lozenges, other-clinic; H-HOUSE H',
      ],
    ],
    [
      {
        answers: {
          craving: true,
          'use-outside-programme': true,
          'higher-dose-wanted': true,
          'lost-lozenges': true,
          'other-clinic': true,
        },
      },
      [
        'misuse/misuse-craving review; craving=true at 7; K-ASA H-HOUSE H',
        'misuse/misuse-use-outside-programme review; use-outside-programme=true at 7; K-ASA H-HOUSE H',
        'misuse/misuse-higher-dose-wanted review; higher-dose-wanted=true at 7; K-ASA H-HOUSE H',
        'misuse/misuse-lost-lozenges review; lost-lozenges=true at 7; K-ASA H-HOUSE H',
        'misuse/misuse-other-clinic review; other-clinic=true at 7; K-ASA H-HOUSE H',
      ],
    ],
    [
      {
        answers: {
          craving: null,
          'use-outside-programme': false,
          'higher-dose-wanted': false,
          'lost-lozenges': false,
          'other-clinic': false,
        },
      },
      ['misuse/misuse-not-asked unknown; missing: craving; H-HOUSE H'],
    ],
    [{ earlyRefills: 1 }, ['misuse/misuse-early-refills review; early-refills=1 1 at 7; K-ASA H-HOUSE H']],
    [{ earlyRefills: undefined }, ['misuse/misuse-not-asked unknown; missing: early-refills; H-HOUSE H']],
    [{ earlyRefills: null }, ['misuse/misuse-not-asked unknown; missing: early-refills; H-HOUSE H']],
    [
      { earlyRefills: -1 },
      ['misuse/misuse-not-asked unknown; early-refills=-1 at 7; missing: early-refills; H-HOUSE H'],
    ],
    [
      { earlyRefills: 0.5 },
      ['misuse/misuse-not-asked unknown; early-refills=0.5 at 7; missing: early-refills; H-HOUSE H'],
    ],
    [
      { prescriptionMonitoring: 'not-checked' },
      [
        'misuse/prescription-monitoring-not-checked review; prescription-monitoring=not-checked at 7; T-GEN G',
      ],
    ],
    [{ prescriptionMonitoring: 'no-such-database' }, []],
    [
      { prescriptionMonitoring: undefined },
      ['misuse/misuse-not-asked unknown; missing: prescription-monitoring; H-HOUSE H'],
    ],
  ];
  for (const [change, lines] of cases) {
    const question = {
      answers: no,
      earlyRefills: 0,
      prescriptionMonitoring: 'checked',
      at: 7,
      ...change,
    } as const;
    assert.deepEqual(inLines(misuseIssues(question)), lines, JSON.stringify(change));
  }
});

test('A urine screen counts when it is back, is not from the future and looks for ketamine', () => {
  type Screen = NonNullable<Parameters<typeof urineScreenIssues>[0]['screen']>;
  const clear: Screen = { assay: 'ketamine-assay', result: 'negative', at: 5 };
  const cases: readonly (readonly [Partial<Screen>, readonly string[]])[] = [
    [{}, []],
    [
      { result: 'positive' },
      [
        'urine-drug-screen/urine-screen-positive review; assay=ketamine-assay at 5, result=positive at 5; K-APNA V',
      ],
    ],
    [
      { result: 'pending' },
      [
        'urine-drug-screen/urine-screen-missing unknown; assay=ketamine-assay at 5, result=pending at 5; missing: urineScreen; K-APNA T-GEN G',
      ],
    ],
    [
      { result: undefined },
      [
        'urine-drug-screen/urine-screen-missing unknown; assay=ketamine-assay at 5; missing: urineScreen; K-APNA T-GEN G',
      ],
    ],
    [
      { assay: 'standard-panel' },
      [
        'urine-drug-screen/urine-screen-misses-ketamine unknown; assay=standard-panel at 5, result=negative at 5; missing: ketamineAssay; K-APNA T-GEN G',
      ],
    ],
    [
      { assay: undefined },
      [
        'urine-drug-screen/urine-screen-misses-ketamine unknown; result=negative at 5; missing: ketamineAssay; K-APNA T-GEN G',
      ],
    ],
    [
      { assay: 'standard-panel', result: 'positive' },
      [
        'urine-drug-screen/urine-screen-misses-ketamine unknown; assay=standard-panel at 5, result=positive at 5; missing: ketamineAssay; K-APNA T-GEN G',
        'urine-drug-screen/urine-screen-positive review; assay=standard-panel at 5, result=positive at 5; K-APNA V',
      ],
    ],
    [{ at: 6 }, []],
    [
      { at: 7 },
      [
        'urine-drug-screen/urine-screen-missing unknown; assay=ketamine-assay at 7, result=negative at 7; missing: urineScreen; K-APNA T-GEN G',
      ],
    ],
  ];
  for (const [change, lines] of cases) {
    assert.deepEqual(inLines(urineScreenIssues({ screen: { ...clear, ...change }, now: 6 })), lines);
  }
  assert.deepEqual(inLines(urineScreenIssues({ screen: undefined, now: 6 })), [
    'urine-drug-screen/urine-screen-missing unknown; missing: urineScreen; K-APNA T-GEN G',
  ]);
});
