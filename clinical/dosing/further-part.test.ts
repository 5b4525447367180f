import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imExample1 } from '#clinical/protocol/im-example-1.ts';
import { furtherPart } from './further-part.ts';

const start = 1_796_000_000_000;
const at = (minutes: number): number => start + minutes * 60_000;
const window = imExample1.timing.route === 'im' ? imExample1.timing.secondPart : undefined;
const ordered = { doseMg: 60, parts: { firstMg: 40, nextMg: 20, atMost: 1 } };
const first = { at: start, doseMg: 40 };
const asked = (given: readonly { at: number; doseMg: number }[], minutes: number) =>
  furtherPart({ given, ordered, window, now: at(minutes) });
const codes = (given: readonly { at: number; doseMg: number }[]) =>
  asked(given, 60).issues.map(({ code, action }) => `${action} ${code}`);

test('One more part waits for the protocol’s first minute and ends with its last', () => {
  assert.deepEqual(asked([], 0).next, { state: 'first', doseMg: 40 });
  const from = { state: 'from', at: at(10), until: at(20), doseMg: 20 };
  assert.deepEqual(asked([first], 9).next, from);
  assert.deepEqual(asked([first], 20).next, from);
  assert.deepEqual(asked([first], 20.1).next, { state: 'too-late', until: at(20), doseMg: 20 });
  assert.deepEqual(asked([first, { at: at(10), doseMg: 20 }], 11).next, { state: 'complete' });
});

test('A dose ordered at once has no further part', () => {
  const next = furtherPart({ given: [first], ordered: { doseMg: 40 }, window, now: at(12) }).next;
  assert.deepEqual(next, { state: 'complete' });
});

test('A part given outside its time is kept and named', () => {
  assert.deepEqual(codes([first, { at: at(9.9), doseMg: 20 }]), ['review part-too-soon']);
  assert.deepEqual(codes([first, { at: at(10), doseMg: 20 }]), []);
  assert.deepEqual(codes([first, { at: at(20), doseMg: 20 }]), []);
  assert.deepEqual(codes([{ at: at(20.1), doseMg: 20 }, first]), ['review part-too-late']);
  assert.deepEqual(codes([first, { at: at(12), doseMg: 40 }]), ['exclude more-than-ordered']);
});

test('Without an order, the times or a protocol it is unknown', () => {
  const known = { given: [first], ordered, window, now: at(12) };
  for (const change of [
    { given: undefined },
    { ordered: undefined },
    { window: undefined },
    { given: [{ at: at(13), doseMg: 40 }] },
    { ordered: { doseMg: 60, parts: { ...ordered.parts, nextMg: Number.NaN } } },
  ]) {
    const { next, issues } = furtherPart({ ...known, ...change });
    assert.equal(next.state, 'unknown');
    assert.deepEqual(
      issues.map(({ action }) => action),
      ['unknown'],
    );
  }
});
