import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SessionFacts } from '#clinical/care-record.ts';
import { addMinutes, instantOf, localTime, minutesBetween } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { checkSchedule } from './schedule.ts';

const zone = 'America/Chicago';
const due: Readonly<Record<string, readonly number[]>> = {
  iv: [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150],
  im: [0, 15, 30, 45, 60, 90, 120, 150],
  sublingual: [0, 15, 30, 45, 60, 90, 120, 150],
  home: [0, 15, 30, 45, 60, 90, 120, 150],
  nasal: [0, 40, 60, 90, 120, 150],
};

function slots(edition: Edition, session: SessionFacts, minute: number) {
  const startedAt = session.doseStartedAt ?? 0;
  const schedule = checkSchedule({ edition, session, now: addMinutes(startedAt, minute) });
  assert.ok(schedule);
  return schedule;
}

// A start just before the clocks go forward, just before they go back, and just before midnight.
const starts = [
  ['spring forward', instantOf('2026-03-08', 90, zone)],
  ['fall back', instantOf('2026-11-01', 30, zone)],
  ['midnight', instantOf('2026-11-23', 23 * 60 + 20, zone)],
  ['the end of the year', instantOf('2026-12-31', 23 * 60 + 50, zone)],
  ['a leap day', instantOf('2028-02-28', 23 * 60 + 30, zone)],
] as const;

for (const edition of exampleEditions) {
  test(`${edition.route}: rows are due so many minutes after the start, whatever the wall clock does`, () => {
    for (const [what, doseStartedAt] of starts) {
      const found = slots(edition, { doseStartedAt }, 150).slots.map((slot) => slot.minute);
      const expected = due[edition.route] ?? [];
      assert.deepEqual(found.slice(0, expected.length), expected, what);
      for (const slot of slots(edition, { doseStartedAt }, 150).slots) {
        assert.equal(minutesBetween(doseStartedAt, slot.dueAt), slot.minute, what);
      }
    }
    const [, springStart] = starts[0];
    const afterAnHour = localTime(addMinutes(springStart, 60), zone).minuteOfDay;
    assert.equal(afterAnHour, 210, 'the wall clock jumped, and the rows did not');
  });

  test(`${edition.route}: due, late and missed follow each other, and no row is due before the one before`, () => {
    const schedule = slots(edition, { doseStartedAt: starts[2][1] }, 200);
    schedule.slots.forEach((slot, index) => {
      assert.ok(slot.dueAt < slot.lateAt && slot.lateAt <= slot.missedAt);
      const next = schedule.slots[index + 1];
      if (next) assert.equal(slot.missedAt, next.dueAt);
    });
  });

  test(`${edition.route}: a row is late five minutes after it was due and missed when the next opens`, () => {
    const doseStartedAt = starts[2][1];
    const [, second = 0, third = 0] = due[edition.route] ?? [];
    const stateAt = (minute: number, taken: readonly number[] = []) =>
      slots(
        edition,
        { doseStartedAt, checksTakenAt: taken.map((one) => addMinutes(doseStartedAt, one)) },
        minute,
      ).slots.find((slot) => slot.minute === second)?.state;
    assert.equal(stateAt(second - 0.1), 'not-yet');
    assert.equal(stateAt(second), 'due');
    assert.equal(stateAt(second + 4.9), 'due');
    assert.equal(stateAt(second + 5), 'late');
    assert.equal(stateAt(third - 0.1), 'late');
    assert.equal(stateAt(third), 'missed');
    assert.equal(stateAt(third + 60, [second + 3]), 'taken', 'written later, true at its own time');
    assert.equal(stateAt(third + 60, [second - 4]), 'taken', 'taken a little early');
    assert.equal(stateAt(third + 60, [third + 1]), 'missed', 'the next row does not stand in for it');
  });
}

test('After the last stated minute a row goes on being due until they have left', () => {
  for (const edition of exampleEditions) {
    const doseStartedAt = starts[0][1];
    const open = slots(edition, { doseStartedAt, doseStoppedAt: addMinutes(doseStartedAt, 40) }, 400);
    assert.ok((open.slots.at(-1)?.minute ?? 0) > 370, edition.id);
    const left = slots(
      edition,
      {
        doseStartedAt,
        doseStoppedAt: addMinutes(doseStartedAt, 40),
        releasedAt: addMinutes(doseStartedAt, 131),
      },
      400,
    );
    assert.ok(left.slots.every((slot) => slot.minute < 131));
    assert.deepEqual([left.current, left.next], [undefined, undefined]);
  }
});
