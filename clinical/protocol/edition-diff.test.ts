import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourced as of } from '#clinical/sourced.ts';
import type { Edition } from './edition.ts';
import { editionChanges } from './edition-diff.ts';
import { partsOf } from './edition-parts.ts';
import { exampleEditions } from './editions.ts';
import { ivExample1 } from './iv-example-1.ts';
import { nasalExample1 } from './nasal-example-1.ts';

function said(before: Edition, after: Edition): readonly string[] {
  return editionChanges(before, after).map(({ kind, path }) => `${kind} ${path}`);
}

/** What a store does to a record: the same parts, in another order, and nothing where nothing was. */
function stored<T>(part: T): T {
  if (Array.isArray(part)) return part.map(stored) as T;
  if (part === null || typeof part !== 'object') return part;
  const entries = Object.entries(part).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(entries.toReversed().map(([key, inner]) => [key, stored(inner)])) as T;
}

test('An edition does not differ from itself, nor from itself as a store gives it back', () => {
  for (const edition of exampleEditions) {
    assert.deepEqual(said(edition, edition), []);
    assert.deepEqual(said(edition, stored(edition)), []);
    assert.deepEqual(
      partsOf(stored(edition)).map((part) => part.path),
      partsOf(edition).map((part) => part.path),
    );
  }
});

test('A changed number is told with what it was, what it is, and the source of each', () => {
  const after: Edition = {
    ...ivExample1,
    rest: { ...ivExample1.rest, minimumMinutes: of(45, 'min', 'H-HOUSE', 'H', 'Our room is quiet.') },
  };
  const [change, ...others] = editionChanges(ivExample1, after);
  assert.deepEqual(others, []);
  assert.deepEqual(change, {
    path: 'rest.minimumMinutes',
    kind: 'changed',
    before: { path: 'rest.minimumMinutes', kind: 'value', value: ivExample1.rest.minimumMinutes },
    after: { path: 'rest.minimumMinutes', kind: 'value', value: after.rest.minimumMinutes },
  });
});

test('The same number on another source is a change, and so is a note', () => {
  const { overrideMinutes } = ivExample1;
  for (const changed of [
    { ...overrideMinutes, source: 'T-GEN' as const },
    { ...overrideMinutes, confidence: 'G' as const },
    { ...overrideMinutes, note: 'Looked at again.' },
    { ...overrideMinutes, asOf: '2026-12-01' },
  ]) {
    assert.deepEqual(said(ivExample1, { ...ivExample1, overrideMinutes: changed }), [
      'changed overrideMinutes',
    ]);
  }
});

test('Changes come in the order an edition is read, added and removed among them', () => {
  const { limits } = ivExample1;
  const after: Edition = {
    ...ivExample1,
    quietHours: { ...ivExample1.quietHours, toMinuteOfDay: of(420, 'min', 'H-HOUSE', 'H') },
    notOverridable: [...ivExample1.notOverridable.filter((one) => one !== 'line-removed'), 'weight'],
    limits: {
      ...limits,
      start: {
        ...limits.start,
        heartRatePerMin: { above: limits.start.heartRatePerMin.above },
        spo2Percent: { ...limits.start.spo2Percent, above: of(99, '%', 'H-HOUSE', 'H') },
      },
    },
    fasting: { ...ivExample1.fasting, foodMinutes: of(420, 'min', 'H-HOUSE', 'H') },
    anchors: ivExample1.anchors.filter((anchor) => anchor.when !== 'after-last-dose'),
    version: 2,
  };
  assert.deepEqual(said(ivExample1, after), [
    'changed version',
    'changed fasting.foodMinutes',
    'removed limits.start.heartRatePerMin.below',
    'added limits.start.spo2Percent.above',
    'removed anchors.phq-9/after-last-dose.instrument',
    'removed anchors.phq-9/after-last-dose.when',
    'removed anchors.phq-9/after-last-dose.days',
    'removed anchors.gad-7/after-last-dose.instrument',
    'removed anchors.gad-7/after-last-dose.when',
    'removed anchors.gad-7/after-last-dose.days',
    'changed quietHours.toMinuteOfDay',
    'removed notOverridable.line-removed',
    'added notOverridable.weight',
  ]);
});

test('A hold put before another moves nobody else’s path', () => {
  const holds = [
    {
      medicineClass: 'thyroid-hormone' as const,
      beforeHours: undefined,
      afterHours: undefined,
      published: [],
    },
    ...ivExample1.holds,
  ];
  assert.deepEqual(said(ivExample1, { ...ivExample1, holds }), ['added holds.thyroid-hormone.medicineClass']);
});

test('Reading a difference backwards names the same paths', () => {
  const paths = (before: Edition, after: Edition) =>
    editionChanges(before, after)
      .map(({ path }) => path)
      .toSorted();
  assert.deepEqual(paths(ivExample1, nasalExample1), paths(nasalExample1, ivExample1));
  const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const;
  const forth = new Map(editionChanges(ivExample1, nasalExample1).map((one) => [one.path, one]));
  for (const back of editionChanges(nasalExample1, ivExample1)) {
    assert.equal(forth.get(back.path)?.kind, turned[back.kind]);
    assert.deepEqual(forth.get(back.path)?.after, back.before);
  }
});
