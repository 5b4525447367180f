// One lane per sign on one clock, never two scales in one lane. Pure geometry for the bedside chart.
import type { Instant } from '#clinical/instant.ts';
import { type AskedLabel, type LabelSizes, type LabelSpot, placeLabels } from './label-room.ts';
import type { SignKey } from './vitals-course.ts';

/** A number, said to be unreadable, or not taken at all: three different things. */
export type Reading = number | 'could-not-read' | undefined;

export interface VitalsRow {
  readonly at: Instant;
  readonly systolicMmHg: Reading;
  readonly diastolicMmHg: Reading;
  readonly heartRatePerMin: Reading;
  readonly spo2Percent: Reading;
  /** Shown in lanes of their own, and only where someone or something measured them. */
  readonly respiratoryRatePerMin?: Reading;
  readonly temperatureCel?: Reading;
}

export type LaneName = 'pressure' | 'pulse' | 'oxygen' | 'breathing' | 'temperature';

export interface LaneLimit {
  /** In the lane of pressure it is one of the systolic. */
  readonly lane: LaneName;
  readonly value: number;
  /** On which side of it someone comes to look. Left out, the side a session watches for in this lane. */
  readonly side?: 'above' | 'below' | undefined;
  /** "tell prescriber at 180". */
  readonly words: string;
}

export interface Lane {
  readonly top: number;
  readonly bottom: number;
  readonly y: (value: number) => number;
}

export function isNumber(reading: Reading): reading is number {
  return typeof reading === 'number';
}

export const readingsOf: Readonly<Record<LaneName, (row: VitalsRow) => readonly Reading[]>> = {
  pressure: (row) => [row.systolicMmHg, row.diastolicMmHg],
  pulse: (row) => [row.heartRatePerMin],
  oxygen: (row) => [row.spo2Percent],
  breathing: (row) => [row.respiratoryRatePerMin],
  temperature: (row) => [row.temperatureCel],
};

export function laneValues(lane: LaneName, rows: readonly VitalsRow[]): readonly number[] {
  return rows.flatMap((row) => readingsOf[lane](row)).filter(isNumber);
}

/** The span a lane shows: all its readings and limits, with air, and never so tight that noise looks like change. */
export function laneSpan(
  values: readonly number[],
  limits: readonly number[],
  leastSpan: number,
): { readonly low: number; readonly high: number } {
  const all = [...values, ...limits];
  if (all.length === 0) return { low: 0, high: leastSpan };
  const low = Math.min(...all);
  const high = Math.max(...all);
  const lacking = Math.max(0, leastSpan - (high - low));
  return { low: low - lacking / 2, high: high + lacking / 2 };
}

export interface LanePlace {
  readonly top: number;
  readonly bottom: number;
  readonly air: number;
  /** As much as above unless told. */
  readonly airBelow?: number | undefined;
}

/** So much of a lane is for the readings at the least, however many lanes share a small picture: with less than nothing left
 * it would stand on its head. */
const leastInner = 0.3;

export function makeLane(place: LanePlace, span: { readonly low: number; readonly high: number }): Lane {
  const { top, bottom, air, airBelow = air } = place;
  const height = bottom - top;
  const squeeze = Math.min(1, (height * (1 - leastInner)) / (air + airBelow));
  const inner = height - (air + airBelow) * squeeze;
  return {
    top,
    bottom,
    y: (value) => top + air * squeeze + inner * (1 - (value - span.low) / (span.high - span.low)),
  };
}

const sideWatched: Readonly<Record<LaneName, 'above' | 'below'>> = {
  pressure: 'above',
  pulse: 'above',
  oxygen: 'below',
  breathing: 'below',
  temperature: 'above',
};

const laneOf: Readonly<Record<SignKey, LaneName | undefined>> = {
  systolicMmHg: 'pressure',
  // No limit of the picture is its own.
  diastolicMmHg: undefined,
  heartRatePerMin: 'pulse',
  spo2Percent: 'oxygen',
  respiratoryRatePerMin: 'breathing',
  temperatureCel: 'temperature',
};

function limitsOf(sign: SignKey, limits: readonly LaneLimit[]): readonly LaneLimit[] {
  return limits.filter((limit) => limit.lane === laneOf[sign]);
}

/** How far a reading is past one of these limits; 0 for one within them. At the limit is within, as the rules have it. */
function pastBy(reading: Reading, limits: readonly LaneLimit[]): number {
  let most = 0;
  if (!isNumber(reading)) return most;
  for (const { lane, value, side = sideWatched[lane] } of limits)
    most = Math.max(most, side === 'above' ? reading - value : value - reading);
  return most;
}

export interface FigureQuestion {
  readonly limits: readonly LaneLimit[];
  readonly x: (at: Instant) => number;
}

/** What the figures of one sign ask for. What is out of its limit and the newest must stand, so no other hides them. */
function askedFigures(
  rows: readonly VitalsRow[],
  sign: SignKey,
  { limits, x }: FigureQuestion,
  spotsAt: (x: number, value: number) => readonly LabelSpot[],
): readonly (AskedLabel | undefined)[] {
  const newest = rows.findLastIndex((row) => isNumber(row[sign]));
  // A pressure is one reading: the diastolic stands or gives way with its systolic.
  const leading = sign === 'diastolicMmHg' ? 'systolicMmHg' : sign;
  const own = limitsOf(leading, limits);
  return rows.map((row, index) => {
    const value = row[sign];
    if (!isNumber(value)) return undefined;
    const past = pastBy(row[leading], own);
    const isNewest = index === newest;
    return {
      spots: spotsAt(x(row.at), value),
      always: isNewest || past > 0,
      weight: isNewest ? Number.POSITIVE_INFINITY : past,
    };
  });
}

/** Three digits with a gap after them, or two figures would be read as one. */
const figureSizes: LabelSizes = { width: 36, height: 14, room: 44 };
const figureLine = 17;
/** Aside by so little, a figure is still over its own mark. */
const aside = 12;

const isInside = (lane: Lane, { y }: LabelSpot): boolean => y - 13 >= lane.top && y + 2 <= lane.bottom;

/** The best is always one of them: the air of the lane is made for it. The others never leave the lane, where a figure would be
 * read as one of another sign. */
function spotsIn(lane: Lane, best: LabelSpot, otherYs: readonly number[]): readonly LabelSpot[] {
  const { x, y } = best;
  const others = otherYs.map((each) => ({ x, y: each })).filter((spot) => isInside(lane, spot));
  return [best, ...others, { x: x - aside, y }, { x: x + aside, y }];
}

/** Figures over the dots or squares of a lane of one sign, under them or a line higher where others must stand too. */
export function markFigures(
  rows: readonly VitalsRow[],
  sign: SignKey,
  lane: Lane,
  question: FigureQuestion,
): readonly (LabelSpot | undefined)[] {
  const asked = askedFigures(rows, sign, question, (x, value) => {
    const y = lane.y(value);
    return spotsIn(lane, { x, y: y - 11 }, [y + 23, y - 11 - figureLine]);
  });
  return placeLabels(asked, figureSizes);
}

export interface BarFigures {
  readonly systolic: readonly (LabelSpot | undefined)[];
  readonly diastolic: readonly (LabelSpot | undefined)[];
}

/** Figures at both ends of the bars of pressure. Half a pressure says little, so both stand or none where both were read. */
export function barFigures(rows: readonly VitalsRow[], lane: Lane, question: FigureQuestion): BarFigures {
  const over = askedFigures(rows, 'systolicMmHg', question, (x, value) => {
    const y = lane.y(value) - 8;
    return spotsIn(lane, { x, y }, [y - figureLine, y - figureLine - 7]);
  });
  const systolic = placeLabels(over, figureSizes);
  const under = askedFigures(rows, 'diastolicMmHg', question, (x, value) => {
    const y = lane.y(value) + 20;
    return spotsIn(lane, { x, y }, [y + figureLine]);
  }).map((label, index) => {
    const isLeftOut = over[index] !== undefined && systolic[index] === undefined;
    return isLeftOut && label?.weight !== Number.POSITIVE_INFINITY ? undefined : label;
  });
  const taken = systolic.filter((spot) => spot !== undefined);
  // The systolic figures keep the room; under them a figure's own width is enough.
  return { systolic, diastolic: placeLabels(under, { ...figureSizes, room: figureSizes.width }, taken) };
}

/** How much higher the air over the bars must be, because figures that must stand meet and one goes a line higher. */
export function secondLine(rows: readonly VitalsRow[], question: FigureQuestion): number {
  const musts = askedFigures(rows, 'systolicMmHg', question, (x) => [{ x, y: 0 }])
    .filter((label) => label?.always === true)
    .flatMap((label) => label?.spots ?? []);
  const meet = musts.some(({ x }, index) => index > 0 && x - (musts[index - 1]?.x ?? x) < figureSizes.width);
  return meet ? figureLine : 0;
}

/** A sign drawn as a line has no room for a figure at each reading: the newest, and the one furthest past a limit. */
export function figuresOfLine(
  rows: readonly VitalsRow[],
  sign: SignKey,
  limits: readonly LaneLimit[],
): { readonly newest: VitalsRow | undefined; readonly worst: VitalsRow | undefined } {
  const newest = rows.findLast((row) => isNumber(row[sign]));
  const own = limitsOf(sign, limits);
  if (own.length === 0) return { newest, worst: undefined };
  let worst: VitalsRow | undefined;
  let most = 0;
  for (const row of rows) {
    const past = pastBy(row[sign], own);
    // Of equals the latest.
    if (past === 0 || past < most) continue;
    most = past;
    worst = row;
  }
  return { newest, worst };
}

/** The words of a limit stand on its line, or under it where the lane ends too soon above: they are not of the lane next to it. */
export function limitWordsY(lane: Lane, y: number): number {
  return y - 6 - wordsHeight >= lane.top ? y - 6 : y + wordsHeight + 3;
}

/** Letters of 15 and a little air. */
const wordsHeight = 15;
