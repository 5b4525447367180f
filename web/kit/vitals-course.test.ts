// A picture of a quarter of a million heartbeats must still show the one minute that mattered.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { randomFrom } from '#dosing-session/random.ts';
import { Course, Extremes, Stretches, steadyEnd, stepFor, unjoinedAfterMs } from './vitals-course.ts';
import type { VitalsRow } from './vitals-lanes.ts';

const second = 1_000;
const hour = 3_600_000;
const start = Date.UTC(2027, 2, 2, 14, 0);
const columns = 570;
const x = (at: number) => ((at - start) / (4 * hour)) * columns;
const y = (value: number) => 300 - value;

const row = (at: number, heartRatePerMin: VitalsRow['heartRatePerMin']): VitalsRow => ({
  at,
  systolicMmHg: undefined,
  diastolicMmHg: undefined,
  heartRatePerMin,
  spo2Percent: undefined,
});

function fourHours(seed: number): VitalsRow[] {
  const random = randomFrom(seed);
  return Array.from({ length: 4 * 3_600 }, (_, index) =>
    row(start + index * second, Math.round(72 + 8 * Math.sin(index / 300) + 6 * (random() - 0.5))),
  );
}

const pulse = (each: VitalsRow) => each.heartRatePerMin;

/** Every point of a path, by its column. */
function drawn(path: string): Map<number, number[]> {
  const found = new Map<number, number[]>();
  let at = 0;
  for (const [, command, first = '', second = ''] of path.matchAll(/([MLVh])([\d.-]+)(?: ([\d.-]+))?/g)) {
    if (command === 'h') continue;
    if (command === 'V') found.get(at)?.push(Number(first));
    else {
      at = Number(first);
      found.set(at, [...(found.get(at) ?? []), Number(second)]);
    }
  }
  return found;
}

const whole = ({ settled, live }: { settled: string; live: string }) => drawn(settled + live);

describe('a course of one sample a second', () => {
  test('the lowest and the highest of every column are drawn', () => {
    for (const seed of [1, 2, 3]) {
      const rows = fourHours(seed);
      const points = whole(new Course({ x, y }, pulse).draw(rows));
      const byColumn = Map.groupBy(rows, (each) => Math.floor(x(each.at)) + 0.5);
      for (const [column, samples] of byColumn) {
        const values = samples.map((each) => Number(each.heartRatePerMin));
        const here = points.get(column) ?? [];
        assert.ok(here.includes(y(Math.min(...values))), `lowest of column ${column}`);
        assert.ok(here.includes(y(Math.max(...values))), `highest of column ${column}`);
      }
    }
  });

  test('one second of a pulse of 31 in four hours stands in the picture, wherever it falls', () => {
    for (const index of [0, 1, 5_003, 9_999, 14_398, 14_399]) {
      const rows = fourHours(4);
      rows[index] = row(start + index * second, 31);
      const points = whole(new Course({ x, y }, pulse).draw(rows));
      assert.ok([...points.values()].flat().includes(y(31)), `sample ${index}`);
    }
  });

  test('drawn second by second it is the same picture as drawn at once', () => {
    const rows = fourHours(5).slice(0, 900);
    const growing = new Course({ x, y }, pulse);
    for (let count = 1; count <= rows.length; count += 1) growing.draw(rows.slice(0, count));
    assert.deepEqual(growing.draw(rows), new Course({ x, y }, pulse).draw(rows));
  });

  test('a new second leaves what was drawn as it is', () => {
    const rows = fourHours(6);
    const course = new Course({ x, y }, pulse);
    const before = course.draw(rows.slice(0, -1));
    const after = course.draw(rows);
    assert.ok(after.settled.startsWith(before.settled));
    assert.ok(after.live.length < 60, 'only the last column is said again');
  });

  test('a sample that comes late into the middle is drawn too', () => {
    const rows = fourHours(7);
    const course = new Course({ x, y }, pulse);
    course.draw(rows);
    const late = row(start + 2 * hour + 500, 190);
    const all = [...rows, late].sort((one, other) => one.at - other.at);
    assert.ok([...whole(course.draw(all)).values()].flat().includes(y(190)));
  });

  test('a sample that is corrected in the middle is drawn as corrected', () => {
    const rows = fourHours(7);
    rows[4_000] = row(rows[4_000]?.at ?? 0, 190);
    const course = new Course({ x, y }, pulse);
    course.draw(rows);
    const corrected = rows.with(4_000, row(rows[4_000]?.at ?? 0, 72));
    assert.ok(![...whole(course.draw(corrected)).values()].flat().includes(y(190)));
  });

  test('a hole in the samples stays a hole, and what could not be read is marked and not bridged', () => {
    const after = start + unjoinedAfterMs + second;
    const course = new Course({ x, y }, pulse);
    const { settled, live } = course.draw([row(start, 70), row(after, 71)]);
    assert.equal((settled + live).match(/M/g)?.length, 2);
    const unread = new Course({ x, y }, pulse).draw([
      row(start, 70),
      row(start + 30 * second, 'could-not-read'),
      row(start + 60 * second, 71),
    ]);
    assert.equal((unread.settled + unread.live).match(/M/g)?.length, 2);
    assert.equal(unread.notRead.length, 1);
  });
});

describe('what stands beside the picture', () => {
  test('the lane is as high as its highest sample and as low as its lowest', () => {
    const rows = fourHours(8);
    rows[7_000] = row(rows[7_000]?.at ?? 0, 178);
    rows[8_000] = row(rows[8_000]?.at ?? 0, 29);
    const extremes = new Extremes((each) => [each.heartRatePerMin]);
    assert.deepEqual(extremes.among(rows.slice(0, 7_000)).length, 2);
    assert.deepEqual(extremes.among(rows), [29, 178]);
    assert.deepEqual(new Extremes((each) => [each.spo2Percent]).among(rows), []);
  });

  test('the table keeps the lowest and highest of each stretch, and leaves stretches that are over alone', () => {
    const rows = fourHours(9);
    rows[61] = row(rows[61]?.at ?? 0, 31);
    rows[62] = row(rows[62]?.at ?? 0, 'could-not-read');
    const stretches = new Stretches(5 * 60 * second);
    const before = stretches.of(rows.slice(0, -1));
    const after = stretches.of(rows);
    assert.equal(after.length, 48);
    assert.equal(after[0]?.ranges.heartRatePerMin?.low, 31);
    assert.deepEqual(after[0]?.couldNotRead, ['heartRatePerMin']);
    assert.equal(after[0]?.ranges.spo2Percent, undefined, 'not taken is not a range');
    assert.equal(before[0], after[0]);
  });

  test('steps are round, and the right edge stands still while the clock goes on', () => {
    assert.equal(stepFor(4 * hour, 60), 5 * 60 * second);
    assert.equal(stepFor(30 * 60 * second, 60), 60 * second);
    const ends = Array.from({ length: 300 }, (_, index) =>
      steadyEnd(start, start + 4 * hour + index * second),
    );
    assert.ok(new Set(ends).size <= 2);
    assert.ok(ends.every((end, index) => end >= start + 4 * hour + index * second));
  });
});
