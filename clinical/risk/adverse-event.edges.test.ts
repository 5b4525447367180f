// What is said about something that went wrong, by its severity, its times and whom to tell, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLines } from '#clinical/properties/in-one-line.ts';
import { type AdverseEvent, adverseEventIssues, reportingDuties } from './adverse-event.ts';

const minute = 60_000;
const mild: AdverseEvent = {
  term: 'nausea',
  severity: 'mild',
  seriousness: [],
  relatedness: 'possible',
  startedAt: 30 * minute,
  firstDoseAt: 0,
  resolved: 40 * minute,
  reportedTo: [],
};
type Question = Parameters<typeof adverseEventIssues>[0];

test('A serious event stops, a severe one asks for a look, and each part left out is named', () => {
  const cases: readonly (readonly [
    Omit<Question, 'event'> & { readonly event: object },
    readonly string[],
  ])[] = [
    [{ event: {}, route: 'iv', jurisdiction: 'US' }, []],
    [
      {
        event: {
          term: undefined,
          severity: undefined,
          seriousness: undefined,
          relatedness: undefined,
          startedAt: undefined,
          firstDoseAt: undefined,
          resolved: undefined,
        },
        route: 'iv',
        jurisdiction: 'US',
      },
      [
        'adverse-event/adverse-event-incomplete unknown; missing: term, severity, seriousness, relatedness, startedAt, firstDoseAt, resolved; H-HOUSE H',
      ],
    ],
    [{ event: { resolved: 'ongoing' }, route: 'iv', jurisdiction: 'US' }, []],
    [
      { event: { term: 'unheard-of' }, route: 'iv', jurisdiction: 'US' },
      [
        'adverse-event/adverse-event-incomplete unknown; term=unheard-of at 1800000, severity=mild at 1800000; missing: term; H-HOUSE H',
      ],
    ],
    [
      { event: { startedAt: -60000 }, route: 'iv', jurisdiction: 'US' },
      [
        'adverse-event/adverse-event-before-dose unknown; minutesFromFirstDose=-1 min at -60000; missing: startedAt; H-HOUSE H',
      ],
    ],
    [{ event: { startedAt: 0 }, route: 'iv', jurisdiction: 'US' }, []],
    [
      { event: { resolved: 1740000 }, route: 'iv', jurisdiction: 'US' },
      [
        'adverse-event/adverse-event-ended-before-start unknown; resolved=-1 min at 1800000; missing: resolved; H-HOUSE H',
      ],
    ],
    [{ event: { resolved: 1800000 }, route: 'iv', jurisdiction: 'US' }, []],
    [
      { event: { severity: 'severe' }, route: 'iv', jurisdiction: 'US' },
      [
        'adverse-event/adverse-event-severe review; term=nausea at 1800000, severity=severe at 1800000, relatedness=possible at 1800000, minutesFromFirstDose=30 at 1800000; H-HOUSE H',
      ],
    ],
    [{ event: { severity: 'moderate' }, route: 'iv', jurisdiction: 'US' }, []],
    [
      { event: { term: 'suicidal-thoughts' }, route: 'iv', jurisdiction: 'US' },
      [
        'adverse-event/adverse-event-severe review; term=suicidal-thoughts at 1800000, severity=mild at 1800000, relatedness=possible at 1800000, minutesFromFirstDose=30 at 1800000; H-HOUSE H',
      ],
    ],
    [
      { event: { term: 'loss-of-consciousness' }, route: 'iv', jurisdiction: 'US' },
      [
        'adverse-event/adverse-event-severe review; term=loss-of-consciousness at 1800000, severity=mild at 1800000, relatedness=possible at 1800000, minutesFromFirstDose=30 at 1800000; H-HOUSE H',
      ],
    ],
    [
      { event: { severity: 'life-threatening' }, route: 'iv', jurisdiction: 'US' },
      [
        'adverse-event/adverse-event-serious exclude; term=nausea at 1800000, severity=life-threatening at 1800000, relatedness=possible at 1800000, minutesFromFirstDose=30 at 1800000; T-GEN H-HOUSE H',
      ],
    ],
    [
      { event: { severity: 'fatal' }, route: 'iv', jurisdiction: 'US' },
      [
        'adverse-event/adverse-event-serious exclude; term=nausea at 1800000, severity=fatal at 1800000, relatedness=possible at 1800000, minutesFromFirstDose=30 at 1800000; T-GEN H-HOUSE H',
      ],
    ],
    [
      { event: { seriousness: ['hospitalization'] }, route: 'iv', jurisdiction: 'US' },
      [
        'adverse-event/adverse-event-serious exclude; term=nausea at 1800000, severity=mild at 1800000, relatedness=possible at 1800000, minutesFromFirstDose=30 at 1800000; T-GEN H-HOUSE H',
      ],
    ],
    [
      { event: {}, route: 'nasal', jurisdiction: 'US' },
      ['adverse-event/adverse-event-to-report review; term=nausea at 1800000; R-SET V'],
    ],
    [{ event: { reportedTo: ['rems'] }, route: 'nasal', jurisdiction: 'US' }, []],
    [
      { event: { reportedTo: undefined }, route: 'nasal', jurisdiction: 'US' },
      [
        'adverse-event/adverse-event-report-unknown unknown; term=nausea at 1800000; missing: reportedTo; R-SET V',
      ],
    ],
    [{ event: {}, route: 'iv', jurisdiction: 'EU' }, []],
    [
      { event: { seriousness: ['death'] }, route: 'iv', jurisdiction: 'EU' },
      [
        'adverse-event/adverse-event-serious exclude; term=nausea at 1800000, severity=mild at 1800000, relatedness=possible at 1800000, minutesFromFirstDose=30 at 1800000; T-GEN H-HOUSE H',
        'adverse-event/adverse-event-to-report review; term=nausea at 1800000; T-GEN G',
      ],
    ],
    [
      { event: { seriousness: undefined }, route: 'iv', jurisdiction: 'EU' },
      [
        'adverse-event/adverse-event-incomplete unknown; term=nausea at 1800000, severity=mild at 1800000; missing: seriousness; H-HOUSE H',
        'adverse-event/adverse-event-to-report review; term=nausea at 1800000; T-GEN G',
      ],
    ],
    [
      {
        event: { seriousness: ['death'], reportedTo: ['national-authority'] },
        route: 'nasal',
        jurisdiction: 'EU',
      },
      [
        'adverse-event/adverse-event-serious exclude; term=nausea at 1800000, severity=mild at 1800000, relatedness=possible at 1800000, minutesFromFirstDose=30 at 1800000; T-GEN H-HOUSE H',
      ],
    ],
    [
      { event: {}, route: 'nasal', jurisdiction: 'US', inTrial: true },
      ['adverse-event/adverse-event-to-report review; term=nausea at 1800000; R-SET T-GEN G'],
    ],
    [{ event: { reportedTo: ['sponsor'] }, route: 'iv', jurisdiction: 'US', inTrial: true }, []],
  ];
  for (const [question, lines] of cases) {
    const event = { ...mild, ...question.event };
    assert.deepEqual(inLines(adverseEventIssues({ ...question, event })), lines, JSON.stringify(question));
  }
  const unasked = adverseEventIssues({ event: undefined, route: 'iv', jurisdiction: 'US' });
  assert.deepEqual(inLines(unasked), [
    'adverse-event/adverse-event-not-asked unknown; missing: adverseEvent; H-HOUSE H',
  ]);
});

test('Whom to tell follows the route, the country and whether it is a trial', () => {
  type Row = readonly [
    Question['route'],
    Question['jurisdiction'],
    boolean,
    NonNullable<AdverseEvent['seriousness']>,
  ];
  const cases: readonly (readonly [Row, readonly string[]])[] = [
    [['iv', 'US', false, []], ['medwatch may T-GEN G']],
    [
      ['nasal', 'US', false, []],
      ['rems must R-SET V', 'medwatch may T-GEN G'],
    ],
    [['nasal', 'EU', false, []], ['national-authority may T-GEN G']],
    [
      ['home', 'US', false, []],
      ['medwatch may T-GEN G', 'pharmacy may T-GEN G'],
    ],
    [
      ['sublingual', 'EU', false, ['death']],
      ['national-authority must T-GEN G', 'pharmacy may T-GEN G'],
    ],
    [
      ['iv', 'EU', true, []],
      ['national-authority may T-GEN G', 'sponsor must T-GEN G'],
    ],
  ];
  for (const [[route, jurisdiction, inTrial, seriousness], expected] of cases) {
    const duties = reportingDuties({ event: { ...mild, seriousness }, route, jurisdiction, inTrial });
    const lines = duties.map(({ to, duty, why }) => `${to} ${duty} ${why.source} ${why.confidence}`);
    assert.deepEqual(lines, expected);
    for (const { why } of duties) assert.ok(why.value.length > 20);
  }
});
