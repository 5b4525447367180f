// What holds for every edition's checks, whenever the dose stopped and however late the rows were written.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { SessionFacts } from '#clinical/care-record.ts';
import { addMinutes } from '#clinical/instant.ts';
import { checkSchedule, dueMinutes } from '#clinical/monitoring/schedule.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';

const numRuns = 300;
const startedAt = 1_796_000_000_000;
const anEdition = fc.constantFrom(...exampleEditions);
/** Minutes after the start; before it, far after it and between two ticks as well. */
const aMinute = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 360 }) },
  { weight: 2, arbitrary: fc.double({ min: -30, max: 400, noNaN: true }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(-1e6, -1, 0, 1e-9, 1_440, 1e6, Number.NaN, Number.POSITIVE_INFINITY),
  },
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });

function rises(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value > (values[index - 1] ?? value));
}

function mergeOf(edition: Edition): number {
  return edition.checkLateAfterMinutes.value;
}

test('The minutes at which rows are due rise strictly, in every edition and for any end', () => {
  fc.assert(
    fc.property(anEdition, maybe(aMinute), aMinute, (edition, endMinute, untilMinute) => {
      const minutes = dueMinutes({
        timing: edition.timing,
        endMinute,
        untilMinute,
        mergeWithinMinutes: mergeOf(edition),
      });
      assert.ok(rises(minutes), `${edition.id}: ${minutes.join(' ')}`);
      assert.ok(minutes.length > 0);
      assert.ok(minutes.every((minute) => Number.isFinite(minute) && minute >= 0));
    }),
    { numRuns },
  );
});

test('Looking later never takes back a row that was due', () => {
  fc.assert(
    fc.property(anEdition, maybe(fc.nat(360)), fc.nat(600), fc.nat(600), (edition, endMinute, a, b) => {
      const upTo = (untilMinute: number) =>
        dueMinutes({ timing: edition.timing, endMinute, untilMinute, mergeWithinMinutes: mergeOf(edition) });
      const early = upTo(Math.min(a, b));
      assert.deepEqual(upTo(Math.max(a, b)).slice(0, early.length), early);
    }),
    { numRuns },
  );
});

const aSession: fc.Arbitrary<SessionFacts> = fc.record({
  doseStartedAt: fc.constant(startedAt),
  doseStoppedAt: maybe(aMinute.map((minute) => addMinutes(startedAt, minute))),
  releasedAt: fc.option(
    aMinute.map((minute) => addMinutes(startedAt, minute)),
    { nil: undefined, freq: 1 },
  ),
  checksTakenAt: maybe(
    fc.array(
      aMinute.map((minute) => addMinutes(startedAt, minute)),
      { maxLength: 20 },
    ),
  ),
});

test('Every row is due, late and missed in that order, and rows follow one another', () => {
  fc.assert(
    fc.property(anEdition, aSession, aMinute, (edition, session, minute) => {
      const now = addMinutes(startedAt, minute);
      const schedule = checkSchedule({ edition, session, now });
      assert.ok(schedule);
      assert.ok(rises(schedule.slots.map((slot) => slot.dueAt)));
      for (const slot of schedule.slots) {
        assert.ok(slot.dueAt < slot.lateAt && slot.lateAt <= slot.missedAt, `minute ${slot.minute}`);
        assert.equal(slot.state === 'taken', slot.takenAt !== undefined);
        if (slot.takenAt !== undefined) assert.ok(slot.takenAt <= now, 'nobody has measured in the future');
      }
    }),
    { numRuns },
  );
});

test('One look is one row: no row written counts twice, and writing it late or out of order changes nothing', () => {
  fc.assert(
    fc.property(anEdition, aSession, aMinute, (edition, session, minute) => {
      const now = addMinutes(startedAt, minute);
      const schedule = checkSchedule({ edition, session, now });
      const taken = (schedule?.slots ?? []).flatMap((slot) => slot.takenAt ?? []);
      assert.equal(new Set(taken).size, taken.length);
      const reversed = { ...session, checksTakenAt: session.checksTakenAt?.toReversed() };
      const finite = (session.checksTakenAt ?? []).every(Number.isFinite);
      if (finite) assert.deepEqual(checkSchedule({ edition, session: reversed, now }), schedule);
    }),
    { numRuns },
  );
});

test('Without a start there is no schedule, and nothing is taken in it', () => {
  for (const edition of exampleEditions) {
    assert.equal(checkSchedule({ edition, session: undefined, now: startedAt }), undefined);
    assert.equal(checkSchedule({ edition, session: {}, now: startedAt }), undefined);
  }
});
