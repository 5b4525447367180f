// When someone is called reliably worse, and when that is not known, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { reliableRules } from './change-rules.ts';
import { courseOf } from './course.ts';
import { deteriorationIssues } from './deterioration.ts';

const day = 86_400_000;

/** A baseline the day before the first dose and a total twenty days after it. */
function course(
  baseline: number | undefined,
  latest: number | undefined,
  change: Partial<Parameters<typeof courseOf>[0]> = {},
) {
  const total = (days: number, value: number | undefined) =>
    value === undefined ? [] : [{ instrument: 'phq-9', at: days * day, total: value, version: '1999' }];
  return courseOf({
    responses: [...total(9, baseline), ...total(30, latest)],
    instrument: 'phq-9',
    firstDoseAt: 10 * day,
    now: 38 * day,
    zone: 'UTC',
    ...change,
  });
}

test('Six points up are reliably worse, and no rule or no total is not a no', () => {
  const cases: readonly (readonly [Parameters<typeof deteriorationIssues>[0], unknown])[] = [
    [{ course: course(10, 15), rule: reliableRules.phq9Points6 }, []],
    [
      { course: course(10, 16), rule: reliableRules.phq9Points6 },
      ['deterioration/reliably-worse review; baseline=10 at 777600000, latest=16 at 2592000000; Q-OTH V2'],
    ],
    [{ course: course(16, 10), rule: reliableRules.phq9Points6 }, []],
    [
      { course: course(10, 16), rule: undefined },
      [
        'deterioration/worsening-not-known unknown; baseline=10 at 777600000, latest=16 at 2592000000; missing: rule-for-this-form; H-HOUSE H',
      ],
    ],
    [
      { course: course(10, 16), rule: reliableRules.gad7Points4 },
      [
        'deterioration/worsening-not-known unknown; baseline=10 at 777600000, latest=16 at 2592000000; missing: rule-for-this-form; Q-OTH G',
      ],
    ],
    [
      { course: course(undefined, 16), rule: reliableRules.phq9Points6 },
      ['deterioration/worsening-not-known unknown; latest=16 at 2592000000; missing: baseline; Q-OTH V2'],
    ],
    [
      { course: course(10, undefined), rule: reliableRules.phq9Points6 },
      ['deterioration/worsening-not-known unknown; baseline=10 at 777600000; missing: total-since; Q-OTH V2'],
    ],
    [
      { course: course(28, 5), rule: reliableRules.phq9Points6 },
      [
        'deterioration/worsening-not-known unknown; baseline=28 at 777600000, latest=5 at 2592000000; missing: plausible-totals; Q-OTH V2',
      ],
    ],
    [
      { course: course(10, 16, { now: 2505600000 }), rule: reliableRules.phq9Points6 },
      [
        'deterioration/total-implausible unknown; baseline=10 at 777600000; missing: plausible-totals; Q-OTH V2',
        'deterioration/worsening-not-known unknown; baseline=10 at 777600000; missing: total-since; Q-OTH V2',
      ],
    ],
    [
      { course: course(10, 16, { now: 5184000000 }), rule: reliableRules.phq9Points6 },
      [
        'deterioration/worsening-not-known unknown; baseline=10 at 777600000, latest=16 at 2592000000; missing: current-total; Q-OTH V2',
        'deterioration/reliably-worse review; baseline=10 at 777600000, latest=16 at 2592000000; Q-OTH V2',
      ],
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(deteriorationIssues(change)), expected, JSON.stringify(change));
  }
});
