// From when the least stay is counted, and what is missing when it cannot be counted at all.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMinutes } from '#clinical/instant.ts';
import type { Edition, StayAnchor } from '#clinical/protocol/edition.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { sourced } from '#clinical/sourced.ts';
import { minimumStay } from './minimum-stay.ts';

const startedAt = 1_796_000_000_000;
const at = (minute: number): number => addMinutes(startedAt, minute);

function countedFrom(...anchors: readonly StayAnchor[]): Edition {
  const { rest } = ivExample1;
  return {
    ...ivExample1,
    rest: {
      ...rest,
      minimumMinutes: sourced(120, 'min', 'H-HOUSE', 'H'),
      countedFrom: { ...rest.countedFrom, value: anchors },
    },
  };
}

const session = { doseStartedAt: startedAt, doseStoppedAt: at(10), partsGivenAt: [at(0), at(5), at(10)] };

test('Each moment the edition names is kept, and the latest holds', () => {
  const anchor = (from: StayAnchor, minute: number) => ({ from, at: at(minute), until: at(minute + 120) });
  const cases = [
    [['dose-end'], 130, [anchor('dose-end', 10)]],
    [['first-part'], 120, [anchor('first-part', 0)]],
    [['last-part'], 130, [anchor('last-part', 10)]],
    [['first-part', 'last-part'], 130, [anchor('first-part', 0), anchor('last-part', 10)]],
  ] as const;
  for (const [from, until, anchors] of cases) {
    assert.deepEqual(minimumStay(countedFrom(...from), session), {
      kind: 'known',
      until: at(until),
      anchors,
    });
  }
});

test('Without an end, or without the parts it is counted from, the stay is unknown', () => {
  const unknown = (why: string) => ({ kind: 'unknown', why });
  const parts = countedFrom('first-part', 'last-part');
  const both = countedFrom('dose-end', 'last-part');
  assert.deepEqual(minimumStay(parts, undefined), unknown('dose-not-ended'));
  assert.deepEqual(minimumStay(parts, {}), unknown('dose-not-ended'));
  for (const partsGivenAt of [undefined, []]) {
    assert.deepEqual(minimumStay(parts, { ...session, partsGivenAt }), unknown('parts-not-recorded'));
    assert.deepEqual(minimumStay(both, { ...session, partsGivenAt }), unknown('parts-not-recorded'));
    assert.equal(minimumStay(countedFrom('dose-end'), { ...session, partsGivenAt }).kind, 'known');
  }
});

test('An end before the start, or a time nobody can read, is unknown', () => {
  const end = countedFrom('dose-end');
  const both = countedFrom('dose-end', 'last-part');
  assert.deepEqual(minimumStay(end, { ...session, doseStoppedAt: at(0) - 1 }), {
    kind: 'unknown',
    why: 'dose-times-reversed',
  });
  assert.equal(minimumStay(end, { ...session, doseStoppedAt: at(0) }).kind, 'known');
  assert.equal(
    minimumStay(end, { doseStoppedAt: at(10) }).kind,
    'known',
    'the end alone is enough to count from',
  );
  const notReadable = { kind: 'unknown', why: 'part-time-not-readable' };
  assert.deepEqual(minimumStay(end, { ...session, doseStoppedAt: Number.NaN }), notReadable);
  assert.deepEqual(minimumStay(both, { ...session, partsGivenAt: [Number.NaN] }), notReadable);
  assert.deepEqual(
    minimumStay(both, { ...session, partsGivenAt: [at(0), Number.POSITIVE_INFINITY] }),
    notReadable,
  );
});
