// One lane per sign on one clock, never two scales in one lane. Pure geometry for the bedside chart.
import type { Instant } from '#clinical/instant.ts';

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
  readonly lane: LaneName;
  readonly value: number;
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

export function makeLane(
  place: { readonly top: number; readonly bottom: number; readonly air: number },
  span: { readonly low: number; readonly high: number },
): Lane {
  const { top, bottom, air } = place;
  const inner = bottom - top - air * 2;
  return {
    top,
    bottom,
    y: (value) => top + air + inner * (1 - (value - span.low) / (span.high - span.low)),
  };
}
