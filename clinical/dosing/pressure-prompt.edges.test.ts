// What is said of each pressure at, above and outside its limits, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { pressurePrompt } from './pressure-prompt.ts';

test('One number above its prompt is enough to ask, and both must be known to say that neither is', () => {
  const usual: Parameters<typeof pressurePrompt>[0] = { systolicMmHg: 120, diastolicMmHg: 80, at: 7 };
  const cases: readonly (readonly [Partial<Parameters<typeof pressurePrompt>[0]>, unknown])[] = [
    [{}, { review: false, issues: [] }],
    [
      { systolicMmHg: 140, diastolicMmHg: 90 },
      { review: false, issues: [] },
    ],
    [
      { systolicMmHg: 141 },
      {
        review: true,
        issues: ['pressure-prompt/systolic-above-prompt review; systolicMmHg=141 mm[Hg] at 7; L-PDR V'],
      },
    ],
    [
      { diastolicMmHg: 91 },
      {
        review: true,
        issues: ['pressure-prompt/diastolic-above-prompt review; diastolicMmHg=91 mm[Hg] at 7; L-PDR V'],
      },
    ],
    [
      { systolicMmHg: 150, diastolicMmHg: 100 },
      {
        review: true,
        issues: [
          'pressure-prompt/systolic-above-prompt review; systolicMmHg=150 mm[Hg] at 7; L-PDR V',
          'pressure-prompt/diastolic-above-prompt review; diastolicMmHg=100 mm[Hg] at 7; L-PDR V',
        ],
      },
    ],
    [
      { systolicMmHg: undefined },
      {
        review: 'unknown',
        issues: ['pressure-prompt/systolic-missing unknown; missing: systolicMmHg; L-PDR V'],
      },
    ],
    [
      { diastolicMmHg: undefined },
      {
        review: 'unknown',
        issues: ['pressure-prompt/diastolic-missing unknown; missing: diastolicMmHg; L-PDR V'],
      },
    ],
    [
      { systolicMmHg: undefined, diastolicMmHg: undefined },
      {
        review: 'unknown',
        issues: [
          'pressure-prompt/systolic-missing unknown; missing: systolicMmHg; L-PDR V',
          'pressure-prompt/diastolic-missing unknown; missing: diastolicMmHg; L-PDR V',
        ],
      },
    ],
    [
      { systolicMmHg: 141, diastolicMmHg: undefined },
      {
        review: true,
        issues: [
          'pressure-prompt/diastolic-missing unknown; missing: diastolicMmHg; L-PDR V',
          'pressure-prompt/systolic-above-prompt review; systolicMmHg=141 mm[Hg] at 7; L-PDR V',
        ],
      },
    ],
    [
      { systolicMmHg: undefined, diastolicMmHg: 91 },
      {
        review: true,
        issues: [
          'pressure-prompt/systolic-missing unknown; missing: systolicMmHg; L-PDR V',
          'pressure-prompt/diastolic-above-prompt review; diastolicMmHg=91 mm[Hg] at 7; L-PDR V',
        ],
      },
    ],
    [
      { systolicMmHg: 1200 },
      {
        review: 'unknown',
        issues: [
          'pressure-prompt/systolic-implausible unknown; systolicMmHg=1200 mm[Hg] at 7; missing: systolicMmHg; L-PDR T-GEN G',
        ],
      },
    ],
    [
      { systolicMmHg: Number.NaN },
      {
        review: 'unknown',
        issues: [
          'pressure-prompt/systolic-implausible unknown; systolicMmHg=NaN mm[Hg] at 7; missing: systolicMmHg; L-PDR T-GEN G',
        ],
      },
    ],
    [
      { diastolicMmHg: 5 },
      {
        review: 'unknown',
        issues: [
          'pressure-prompt/diastolic-implausible unknown; diastolicMmHg=5 mm[Hg] at 7; missing: diastolicMmHg; L-PDR T-GEN G',
        ],
      },
    ],
    [
      { systolicMmHg: 80, diastolicMmHg: 80 },
      {
        review: 'unknown',
        issues: [
          'pressure-prompt/blood-pressure-reversed unknown; systolicMmHg=80 mm[Hg] at 7, diastolicMmHg=80 mm[Hg] at 7; missing: bloodPressure; T-GEN G',
        ],
      },
    ],
    [
      { systolicMmHg: 81, diastolicMmHg: 80 },
      { review: false, issues: [] },
    ],
    [
      { systolicMmHg: 40, diastolicMmHg: 20 },
      { review: false, issues: [] },
    ],
    [
      { systolicMmHg: 39, diastolicMmHg: 80 },
      {
        review: 'unknown',
        issues: [
          'pressure-prompt/systolic-implausible unknown; systolicMmHg=39 mm[Hg] at 7; missing: systolicMmHg; L-PDR T-GEN G',
        ],
      },
    ],
    [
      { systolicMmHg: 301, diastolicMmHg: 201 },
      {
        review: 'unknown',
        issues: [
          'pressure-prompt/systolic-implausible unknown; systolicMmHg=301 mm[Hg] at 7; missing: systolicMmHg; L-PDR T-GEN G',
          'pressure-prompt/diastolic-implausible unknown; diastolicMmHg=201 mm[Hg] at 7; missing: diastolicMmHg; L-PDR T-GEN G',
        ],
      },
    ],
    [
      { systolicMmHg: 70, diastolicMmHg: 95 },
      {
        review: true,
        issues: [
          'pressure-prompt/blood-pressure-reversed unknown; systolicMmHg=70 mm[Hg] at 7, diastolicMmHg=95 mm[Hg] at 7; missing: bloodPressure; T-GEN G',
          'pressure-prompt/diastolic-above-prompt review; diastolicMmHg=95 mm[Hg] at 7; L-PDR V',
        ],
      },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(pressurePrompt({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('A pressure nobody took, and one no cuff shows, are told apart in words', () => {
  const cases = [
    [undefined, ['Systolic pressure is not known.']],
    [1_200, ['Systolic pressure as written is outside what a cuff shows: measure again.']],
  ] as const;
  for (const [systolicMmHg, titles] of cases) {
    const { issues } = pressurePrompt({ systolicMmHg, diastolicMmHg: 80 });
    assert.deepEqual(
      issues.map((issue) => issue.title),
      titles,
    );
  }
});
