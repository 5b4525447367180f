// What is said of food, drink and other sprays at the minute, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { sprayTiming } from './spray-timing.ts';

test('Exactly the minutes of the label are enough, and no answer never passes', () => {
  const usual: Parameters<typeof sprayTiming>[0] = {
    minutesSinceFood: 120,
    minutesSinceLiquids: 30,
    minutesSinceNasalProduct: 60,
  };
  const cases: readonly (readonly [Partial<Parameters<typeof sprayTiming>[0]>, unknown])[] = [
    [{}, { pass: true, failures: [], unknown: [], issues: [] }],
    [
      { minutesSinceFood: 'none', minutesSinceLiquids: 'none', minutesSinceNasalProduct: 'none' },
      { pass: true, failures: [], unknown: [], issues: [] },
    ],
    [
      { minutesSinceFood: 119.9 },
      {
        pass: false,
        failures: ['food'],
        unknown: [],
        issues: ['spray-timing/food-too-recent exclude; minutesSinceFood=119.9 min; L-PDR V'],
      },
    ],
    [
      { minutesSinceLiquids: 29 },
      {
        pass: false,
        failures: ['liquids'],
        unknown: [],
        issues: ['spray-timing/liquids-too-recent exclude; minutesSinceLiquids=29 min; L-PDR V'],
      },
    ],
    [
      { minutesSinceNasalProduct: 59 },
      {
        pass: false,
        failures: ['nasal'],
        unknown: [],
        issues: ['spray-timing/nasal-too-recent exclude; minutesSinceNasalProduct=59 min; L-PDR V'],
      },
    ],
    [
      { minutesSinceFood: 0, minutesSinceLiquids: 0, minutesSinceNasalProduct: 0 },
      {
        pass: false,
        failures: ['food', 'liquids', 'nasal'],
        unknown: [],
        issues: [
          'spray-timing/food-too-recent exclude; minutesSinceFood=0 min; L-PDR V',
          'spray-timing/liquids-too-recent exclude; minutesSinceLiquids=0 min; L-PDR V',
          'spray-timing/nasal-too-recent exclude; minutesSinceNasalProduct=0 min; L-PDR V',
        ],
      },
    ],
    [
      { minutesSinceFood: undefined },
      {
        pass: 'unknown',
        failures: [],
        unknown: ['food'],
        issues: ['spray-timing/food-not-known unknown; missing: minutesSinceFood; L-PDR V'],
      },
    ],
    [
      { minutesSinceLiquids: undefined, minutesSinceNasalProduct: undefined },
      {
        pass: 'unknown',
        failures: [],
        unknown: ['liquids', 'nasal'],
        issues: [
          'spray-timing/liquids-not-known unknown; missing: minutesSinceLiquids; L-PDR V',
          'spray-timing/nasal-not-known unknown; missing: minutesSinceNasalProduct; L-PDR V',
        ],
      },
    ],
    [
      { minutesSinceFood: 10, minutesSinceLiquids: undefined },
      {
        pass: false,
        failures: ['food'],
        unknown: ['liquids'],
        issues: [
          'spray-timing/food-too-recent exclude; minutesSinceFood=10 min; L-PDR V',
          'spray-timing/liquids-not-known unknown; missing: minutesSinceLiquids; L-PDR V',
        ],
      },
    ],
    [
      { minutesSinceFood: -1 },
      {
        pass: 'unknown',
        failures: [],
        unknown: ['food'],
        issues: [
          'spray-timing/food-implausible unknown; minutesSinceFood=-1 min; missing: minutesSinceFood; L-PDR V',
        ],
      },
    ],
    [
      { minutesSinceLiquids: Number.NaN },
      {
        pass: 'unknown',
        failures: [],
        unknown: ['liquids'],
        issues: [
          'spray-timing/liquids-implausible unknown; minutesSinceLiquids=NaN min; missing: minutesSinceLiquids; L-PDR V',
        ],
      },
    ],
    [
      { minutesSinceNasalProduct: Number.POSITIVE_INFINITY },
      {
        pass: 'unknown',
        failures: [],
        unknown: ['nasal'],
        issues: [
          'spray-timing/nasal-implausible unknown; minutesSinceNasalProduct=Infinity min; missing: minutesSinceNasalProduct; L-PDR V',
        ],
      },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(sprayTiming({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('What nobody said, and what is no time, are told apart in words', () => {
  const cases: readonly (readonly [
    Parameters<typeof sprayTiming>[0]['minutesSinceFood'],
    readonly string[],
  ])[] = [
    [120, []],
    [119, ['The label asks for 120 minutes since food before the spray.']],
    [undefined, ['When they last had food is not known.']],
    [-1, ['The time since food cannot be read as minutes.']],
  ];
  for (const [minutesSinceFood, titles] of cases) {
    const { issues } = sprayTiming({
      minutesSinceFood,
      minutesSinceLiquids: 'none',
      minutesSinceNasalProduct: 'none',
    });
    assert.deepEqual(
      issues.map((issue) => issue.title),
      titles,
    );
  }
});
