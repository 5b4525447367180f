// A sign measured every second for hours, drawn as a line: what of it a picture can show. Each column of pixels keeps the
// first, the lowest, the highest and the last of its samples, so a moment of too little oxygen is never smoothed away. What
// was drawn stays drawn; a new sample costs its own column.
import type { Instant } from '#clinical/instant.ts';
import type { Reading, VitalsRow } from './vitals-lanes.ts';

/** Samples further apart than this are not joined: what happened between them is not known. */
export const unjoinedAfterMs = 90_000;

/** Walks rows that mostly grow at their end; rows that changed anywhere else are walked again from the first. */
class Walk {
  #rows: readonly VitalsRow[] = [];

  /** The rows not seen yet, and whether everything before must be forgotten. */
  begin(rows: readonly VitalsRow[]): { readonly anew: boolean; readonly fresh: readonly VitalsRow[] } {
    const before = this.#rows;
    this.#rows = rows;
    const anew = rows !== before && before.some((row, index) => rows[index] !== row);
    return { anew, fresh: anew ? rows : rows.slice(before.length) };
  }
}

export interface CourseScale {
  readonly x: (at: Instant) => number;
  readonly y: (value: number) => number;
}

export interface DrawnCourse {
  /** The columns that no further sample can change. */
  readonly settled: string;
  /** The column of the newest sample, joined to the one before it. */
  readonly live: string;
  /** Where a sample could not be read, once for each column. */
  readonly notRead: readonly number[];
}

interface Column {
  readonly x: number;
  readonly joined: boolean;
  readonly first: number;
  low: number;
  high: number;
  last: number;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

export class Course {
  readonly #scale: CourseScale;
  readonly #of: (row: VitalsRow) => Reading;
  readonly #walk = new Walk();
  #settled = '';
  #notRead: number[] = [];
  #column: Column | undefined;
  #before: { readonly x: number; readonly y: number } | undefined;
  #lastAt: Instant | undefined;

  constructor(scale: CourseScale, of: (row: VitalsRow) => Reading) {
    this.#scale = scale;
    this.#of = of;
  }

  draw(rows: readonly VitalsRow[]): DrawnCourse {
    const { anew, fresh } = this.#walk.begin(rows);
    if (anew) {
      this.#settled = '';
      this.#notRead = [];
      this.#column = undefined;
      this.#before = undefined;
      this.#lastAt = undefined;
    }
    for (const row of fresh) this.#see(row);
    const column = this.#column;
    const before = this.#before;
    const from = column?.joined === true && before !== undefined ? `M${before.x} ${before.y}` : '';
    return {
      settled: this.#settled,
      live: column === undefined ? '' : from + this.#words(column),
      notRead: this.#notRead,
    };
  }

  #see(row: VitalsRow): void {
    const value = this.#of(row);
    if (value === undefined) return;
    const x = Math.floor(this.#scale.x(row.at)) + 0.5;
    if (value === 'could-not-read') {
      if (this.#notRead.at(-1) !== x) this.#notRead = [...this.#notRead, x];
      this.#lastAt = undefined;
      return;
    }
    const joined = this.#lastAt !== undefined && row.at - this.#lastAt <= unjoinedAfterMs;
    this.#lastAt = row.at;
    const column = this.#column;
    if (column !== undefined && column.x === x && joined) {
      column.low = Math.min(column.low, value);
      column.high = Math.max(column.high, value);
      column.last = value;
      return;
    }
    if (column !== undefined) {
      this.#settled += this.#words(column);
      this.#before = { x: column.x, y: tenth(this.#scale.y(column.last)) };
    }
    this.#column = { x, joined, first: value, low: value, high: value, last: value };
  }

  /** Down to the lowest and up to the highest within the column, and on to where the next one begins. */
  #words({ x, joined, first, low, high, last }: Column): string {
    const y = (value: number): number => tenth(this.#scale.y(value));
    const begin = `${joined ? 'L' : 'M'}${x} ${y(first)}`;
    // A sample that stands alone is drawn as a dot: a line of no length with round ends.
    return low === high ? `${begin}${joined ? '' : 'h0'}` : `${begin}V${y(low)}V${y(high)}V${y(last)}`;
  }
}

/** The lowest and highest of some signs over all rows, each new row looked at once. */
export class Extremes {
  readonly #of: (row: VitalsRow) => readonly Reading[];
  readonly #walk = new Walk();
  #found: readonly [low: number, high: number] | undefined;

  constructor(of: (row: VitalsRow) => readonly Reading[]) {
    this.#of = of;
  }

  among(rows: readonly VitalsRow[]): readonly number[] {
    const { anew, fresh } = this.#walk.begin(rows);
    if (anew) this.#found = undefined;
    for (const row of fresh) {
      for (const value of this.#of(row)) {
        if (typeof value !== 'number') continue;
        const [low, high] = this.#found ?? [value, value];
        if (this.#found === undefined || value < low || value > high)
          this.#found = [Math.min(low, value), Math.max(high, value)];
      }
    }
    return this.#found ?? [];
  }
}

export interface SignRange {
  readonly low: number;
  readonly high: number;
}

/** One line of the table under a dense picture: what each sign did in these minutes. */
export interface Stretch {
  readonly at: Instant;
  readonly ranges: Readonly<Partial<Record<SignKey, SignRange>>>;
  readonly couldNotRead: readonly SignKey[];
}

export type SignKey = Exclude<keyof VitalsRow, 'at'>;

export const signKeys: readonly SignKey[] = [
  'systolicMmHg',
  'diastolicMmHg',
  'heartRatePerMin',
  'spo2Percent',
  'respiratoryRatePerMin',
  'temperatureCel',
];

/** The table of a dense course: a line for each stretch of time. Stretches that are over stay the same objects. */
export class Stretches {
  readonly #stepMs: number;
  readonly #walk = new Walk();
  #over: readonly Stretch[] = [];
  #current: Stretch | undefined;

  constructor(stepMs: number) {
    this.#stepMs = stepMs;
  }

  of(rows: readonly VitalsRow[]): readonly Stretch[] {
    const { anew, fresh } = this.#walk.begin(rows);
    if (anew) {
      this.#over = [];
      this.#current = undefined;
    }
    for (const row of fresh) this.#see(row);
    return this.#current === undefined ? this.#over : [...this.#over, this.#current];
  }

  #see(row: VitalsRow): void {
    const at = Math.floor(row.at / this.#stepMs) * this.#stepMs;
    if (this.#current !== undefined && this.#current.at !== at) {
      this.#over = [...this.#over, this.#current];
      this.#current = undefined;
    }
    const held = this.#current ?? { at, ranges: {}, couldNotRead: [] };
    const ranges: Partial<Record<SignKey, SignRange>> = { ...held.ranges };
    let { couldNotRead } = held;
    for (const key of signKeys) {
      const value = row[key];
      if (value === 'could-not-read' && !couldNotRead.includes(key)) couldNotRead = [...couldNotRead, key];
      if (typeof value !== 'number') continue;
      const { low, high } = ranges[key] ?? { low: value, high: value };
      ranges[key] = { low: Math.min(low, value), high: Math.max(high, value) };
    }
    this.#current = { at, ranges, couldNotRead };
  }
}

const minute = 60_000;
const steps = [1, 2, 5, 10, 15, 30, 60, 120].map((minutes) => minutes * minute);

/** The shortest round step that divides a span into no more parts than asked for. */
export function stepFor(spanMs: number, mostParts: number): number {
  return steps.find((step) => spanMs / step <= mostParts) ?? Math.ceil(spanMs / mostParts / minute) * minute;
}

/** The right edge of a dense picture stands still for minutes, so that what was drawn need not be drawn again. */
export function steadyEnd(from: Instant, to: Instant): Instant {
  const step = stepFor(to - from, 24);
  return from + Math.ceil((to - from) / step) * step;
}
