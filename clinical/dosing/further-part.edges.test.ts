// When one more part may follow, and what is said of each that was given, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import type { SecondPart } from '#clinical/protocol/edition.ts';
import { furtherPart } from './further-part.ts';

const windowOf15To30: SecondPart = {
  fromMinutes: { value: 15, unit: 'min', source: 'K-KRF', confidence: 'V' },
  toMinutes: { value: 30, unit: 'min', source: 'T-GEN', confidence: 'G' },
};

test('A part follows in its time, as often as it was ordered, and no more than was ordered', () => {
  const usual: Parameters<typeof furtherPart>[0] = {
    given: [],
    ordered: { doseMg: 60, parts: { firstMg: 40, nextMg: 20, atMost: 1 } },
    window: windowOf15To30,
    now: 3600000,
  };
  const cases: readonly (readonly [Partial<Parameters<typeof furtherPart>[0]>, unknown])[] = [
    [{}, { next: { state: 'first', doseMg: 40 }, issues: [] }],
    [
      { given: undefined },
      {
        next: { state: 'unknown' },
        issues: ['further-part/further-part-not-known unknown; missing: given; H-HOUSE H'],
      },
    ],
    [
      { ordered: undefined },
      {
        next: { state: 'unknown' },
        issues: ['further-part/further-part-not-known unknown; missing: ordered; H-HOUSE H'],
      },
    ],
    [
      { window: undefined },
      {
        next: { state: 'unknown' },
        issues: ['further-part/further-part-not-known unknown; missing: window; H-HOUSE H'],
      },
    ],
    [
      { given: undefined, ordered: undefined, window: undefined },
      {
        next: { state: 'unknown' },
        issues: ['further-part/further-part-not-known unknown; missing: given, ordered, window; H-HOUSE H'],
      },
    ],
    [{ ordered: { doseMg: 60 } }, { next: { state: 'first', doseMg: 60 }, issues: [] }],
    [
      { ordered: { doseMg: 60 }, given: [{ at: 3540000, doseMg: 60 }] },
      { next: { state: 'complete' }, issues: [] },
    ],
    [
      { ordered: { doseMg: 60, parts: { firstMg: 0, nextMg: 20, atMost: 1 } } },
      {
        next: { state: 'unknown' },
        issues: ['further-part/further-part-not-known unknown; missing: ordered; H-HOUSE H'],
      },
    ],
    [
      { ordered: { doseMg: 60, parts: { firstMg: 40, nextMg: 0, atMost: 1 } } },
      {
        next: { state: 'unknown' },
        issues: ['further-part/further-part-not-known unknown; missing: ordered; H-HOUSE H'],
      },
    ],
    [
      { ordered: { doseMg: 60, parts: { firstMg: 40, nextMg: 20, atMost: 0.5 } } },
      {
        next: { state: 'unknown' },
        issues: ['further-part/further-part-not-known unknown; missing: ordered; H-HOUSE H'],
      },
    ],
    [
      { ordered: { doseMg: 60, parts: { firstMg: 40, nextMg: 20, atMost: -1 } } },
      {
        next: { state: 'unknown' },
        issues: ['further-part/further-part-not-known unknown; missing: ordered; H-HOUSE H'],
      },
    ],
    [
      { ordered: { doseMg: 60, parts: { firstMg: 40, nextMg: 0, atMost: 0 } } },
      { next: { state: 'first', doseMg: 40 }, issues: [] },
    ],
    [
      { given: [{ at: 3000000, doseMg: 40 }] },
      { next: { state: 'from', at: 3900000, until: 4800000, doseMg: 20 }, issues: [] },
    ],
    [
      { given: [{ at: 1800000, doseMg: 40 }] },
      { next: { state: 'from', at: 2700000, until: 3600000, doseMg: 20 }, issues: [] },
    ],
    [
      { given: [{ at: 1799999, doseMg: 40 }] },
      { next: { state: 'too-late', until: 3599999, doseMg: 20 }, issues: [] },
    ],
    [
      { given: [{ at: 3600000, doseMg: 40 }] },
      { next: { state: 'from', at: 4500000, until: 5400000, doseMg: 20 }, issues: [] },
    ],
    [
      { given: [{ at: 3600001, doseMg: 40 }] },
      {
        next: { state: 'unknown' },
        issues: ['further-part/further-part-not-known unknown; missing: given; H-HOUSE H'],
      },
    ],
    // A part whose amount nobody can read may have been the whole dose.
    ...[Number.NaN, 0, -1, Number.POSITIVE_INFINITY].map(
      (doseMg) =>
        [
          { given: [{ at: 3000000, doseMg }] },
          {
            next: { state: 'unknown' },
            issues: ['further-part/further-part-not-known unknown; missing: given; H-HOUSE H'],
          },
        ] as const,
    ),
    [
      { given: [{ at: Number.NaN, doseMg: 40 }] },
      {
        next: { state: 'unknown' },
        issues: ['further-part/further-part-not-known unknown; missing: given; H-HOUSE H'],
      },
    ],
    [
      {
        given: [
          { at: 1200000, doseMg: 40 },
          { at: 2100000, doseMg: 20 },
        ],
      },
      { next: { state: 'complete' }, issues: [] },
    ],
    [
      {
        given: [
          { at: 2099999, doseMg: 20 },
          { at: 1200000, doseMg: 40 },
        ],
      },
      {
        next: { state: 'complete' },
        issues: [
          'further-part/part-too-soon review; part=earlier at 1200000, part=later at 2099999; K-KRF V',
        ],
      },
    ],
    [
      {
        given: [
          { at: 1200000, doseMg: 40 },
          { at: 3000000, doseMg: 20 },
        ],
      },
      { next: { state: 'complete' }, issues: [] },
    ],
    [
      {
        given: [
          { at: 1200000, doseMg: 40 },
          { at: 3000001, doseMg: 20 },
        ],
      },
      {
        next: { state: 'complete' },
        issues: [
          'further-part/part-too-late review; part=earlier at 1200000, part=later at 3000001; T-GEN G',
        ],
      },
    ],
    [
      {
        given: [
          { at: 1200000, doseMg: 40 },
          { at: 2100000, doseMg: 21 },
        ],
      },
      {
        next: { state: 'complete' },
        issues: ['further-part/more-than-ordered exclude; givenMg=61 mg, orderedMg=60 mg; H-HOUSE H'],
      },
    ],
    [
      {
        given: [
          { at: 600000, doseMg: 40 },
          { at: 900000, doseMg: 20 },
          { at: 3300000, doseMg: 20 },
        ],
      },
      {
        next: { state: 'complete' },
        issues: [
          'further-part/more-than-ordered exclude; givenMg=80 mg, orderedMg=60 mg; H-HOUSE H',
          'further-part/part-too-soon review; part=earlier at 600000, part=later at 900000; K-KRF V',
          'further-part/part-too-late review; part=earlier at 900000, part=later at 3300000; T-GEN G',
        ],
      },
    ],
    [
      {
        ordered: { doseMg: 80, parts: { firstMg: 40, nextMg: 20, atMost: 2 } },
        given: [
          { at: 600000, doseMg: 40 },
          { at: 2400000, doseMg: 20 },
        ],
      },
      { next: { state: 'from', at: 3300000, until: 4200000, doseMg: 20 }, issues: [] },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(furtherPart({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});
