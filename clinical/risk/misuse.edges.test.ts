// What is said about craving, exposure and urine, for each answer and at each limit, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLines } from '#clinical/properties/in-one-line.ts';
import { exposureIssues, misuseIssues, urineScreenIssues } from './misuse.ts';

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

test('More sessions than planned or than before, and a quarter more milligrams, ask for a look', () => {
  const steady = {
    route: 'sublingual',
    sessionsLast28Days: 4,
    sessions28DaysBefore: 4,
    mgLast28Days: 400,
    mg28DaysBefore: 400,
    plannedSessions: 4,
  };
  const cases: readonly (readonly [Partial<typeof steady> | object, readonly string[]])[] = [
    [{}, []],
    [
      { sessionsLast28Days: 5 },
      [
        'exposure-rising/more-often-than-planned review; sessionsLast28Days=5 at 7, sessions28DaysBefore=4 at 7, plannedSessions=4 at 7; H-HOUSE H',
      ],
    ],
    [
      { sessionsLast28Days: 5, plannedSessions: 5 },
      [
        'exposure-rising/more-often-than-before review; sessionsLast28Days=5 at 7, sessions28DaysBefore=4 at 7, plannedSessions=5 at 7; H-HOUSE H',
      ],
    ],
    [
      { sessionsLast28Days: 5, plannedSessions: undefined },
      [
        'exposure-rising/exposure-unknown unknown; route=sublingual; missing: plannedSessions; H-HOUSE H',
        'exposure-rising/more-often-than-before review; sessionsLast28Days=5 at 7, sessions28DaysBefore=4 at 7; H-HOUSE H',
      ],
    ],
    [
      { sessionsLast28Days: 5, plannedSessions: undefined, sessions28DaysBefore: 0 },
      ['exposure-rising/exposure-unknown unknown; route=sublingual; missing: plannedSessions; H-HOUSE H'],
    ],
    [
      { sessionsLast28Days: 5, plannedSessions: undefined, sessions28DaysBefore: undefined },
      [
        'exposure-rising/exposure-unknown unknown; route=sublingual; missing: sessions28DaysBefore, plannedSessions; H-HOUSE H',
      ],
    ],
    [
      { sessionsLast28Days: undefined },
      ['exposure-rising/exposure-unknown unknown; route=sublingual; missing: sessionsLast28Days; H-HOUSE H'],
    ],
    [{ mgLast28Days: 500 }, []],
    [
      { mgLast28Days: 501 },
      [
        'exposure-rising/more-milligrams-than-before review; mgLast28Days=501 mg at 7, mg28DaysBefore=400 mg at 7; H-HOUSE H',
      ],
    ],
    [{ mgLast28Days: 501, mg28DaysBefore: 0 }, []],
    [
      { mg28DaysBefore: undefined },
      ['exposure-rising/exposure-unknown unknown; route=sublingual; missing: mg28DaysBefore; H-HOUSE H'],
    ],
    [
      { mgLast28Days: null },
      ['exposure-rising/exposure-unknown unknown; route=sublingual; missing: mgLast28Days; H-HOUSE H'],
    ],
    [
      { mgLast28Days: -1 },
      [
        'exposure-rising/exposure-unknown unknown; route=sublingual, mgLast28Days=-1; missing: mgLast28Days; H-HOUSE H',
      ],
    ],
    [{ plannedSessions: 0, sessionsLast28Days: 0 }, []],
  ];
  for (const [change, lines] of cases) {
    const exposure = { ...steady, ...change };
    assert.deepEqual(inLines(exposureIssues({ exposure, at: 7 })), lines, JSON.stringify(change));
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
