// Which test speaks for a series, to the day and to the millisecond, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLines } from '#clinical/properties/in-one-line.ts';
import { pregnancyTestIssues } from './pregnancy-test.ts';

const day = 86_400_000;
type Question = Parameters<typeof pregnancyTestIssues>[0];
const tested: Question = {
  pregnancy: 'possible',
  test: { result: 'negative', at: 0 },
  seriesStartsAt: 7 * day,
  missedPeriodSinceTest: false,
  now: 8 * day,
};

test('A negative test counts for seven days before its series, and for nothing it was not made for', () => {
  const cases: readonly (readonly [Partial<Question>, readonly string[]])[] = [
    [{}, []],
    [{ pregnancy: 'not-possible', test: undefined }, []],
    [
      { pregnancy: 'pregnant' },
      [
        'pregnancy-test/pregnancy-test-positive exclude; pregnancyTest=negative at 0, pregnancy=pregnant at 0; K-APNA V',
      ],
    ],
    [
      { pregnancy: 'not-sure' },
      [
        'pregnancy-test/pregnancy-not-known unknown; pregnancyTest=negative at 0; missing: pregnancy; K-APNA V',
      ],
    ],
    [
      { pregnancy: undefined },
      [
        'pregnancy-test/pregnancy-not-known unknown; pregnancyTest=negative at 0; missing: pregnancy; K-APNA V',
      ],
    ],
    [{ pregnancy: 'breast-feeding' }, []],
    [{ test: undefined }, ['pregnancy-test/pregnancy-not-tested unknown; missing: pregnancyTest; K-APNA V']],
    [
      { test: { result: 'unclear', at: 0 } },
      [
        'pregnancy-test/pregnancy-test-unclear unknown; pregnancyTest=unclear at 0; missing: pregnancyTest; K-APNA V',
      ],
    ],
    [
      { test: { result: 'positive', at: 0 } },
      [
        'pregnancy-test/pregnancy-test-positive exclude; pregnancyTest=positive at 0, pregnancy=possible at 0; K-APNA V',
      ],
    ],
    [
      { pregnancy: 'not-possible', test: { result: 'positive', at: 0 } },
      [
        'pregnancy-test/pregnancy-test-positive exclude; pregnancyTest=positive at 0, pregnancy=not-possible at 0; K-APNA V',
      ],
    ],
    [{ test: { result: 'negative', at: 691200000 } }, []],
    [
      { test: { result: 'negative', at: 691200001 } },
      [
        'pregnancy-test/pregnancy-test-time unknown; pregnancyTest=negative at 691200001; missing: pregnancyTest; K-APNA H-HOUSE H',
      ],
    ],
    [
      { seriesStartsAt: undefined },
      [
        'pregnancy-test/series-start-unknown unknown; pregnancyTest=negative at 0; missing: seriesStartsAt; K-APNA H-HOUSE H',
      ],
    ],
    [
      { seriesStartsAt: 604800001 },
      [
        'pregnancy-test/pregnancy-test-old unknown; pregnancyTest=negative at 0; missing: pregnancyTest; K-APNA H-HOUSE H',
      ],
    ],
    [
      { missedPeriodSinceTest: true },
      [
        'pregnancy-test/period-missed unknown; pregnancyTest=negative at 0; missing: pregnancyTest; K-APNA H-HOUSE H',
      ],
    ],
    [
      { missedPeriodSinceTest: undefined },
      [
        'pregnancy-test/period-not-asked unknown; pregnancyTest=negative at 0; missing: missedPeriodSinceTest; K-APNA H-HOUSE H',
      ],
    ],
  ];
  for (const [change, lines] of cases) {
    assert.deepEqual(inLines(pregnancyTestIssues({ ...tested, ...change })), lines, JSON.stringify(change));
  }
});
