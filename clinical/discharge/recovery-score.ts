// The two scores by which a clinic says a person has come back: modified Aldrete, and PADSS in both its prints. A score
// with an item left out has no total.

import type { Edition } from '#clinical/protocol/edition.ts';
import type { Confidence, SourceId } from '#clinical/sources.ts';

export type Points = 0 | 1 | 2;

export type AldreteItems = {
  readonly activity?: Points | undefined;
  readonly respiration?: Points | undefined;
  readonly circulation?: Points | undefined;
  readonly consciousness?: Points | undefined;
  readonly oxygen?: Points | undefined;
};

export type ScoreResult =
  | { readonly complete: true; readonly total: number; readonly hasZero: boolean }
  | { readonly complete: false; readonly missing: readonly string[] };

const aldreteItems = ['activity', 'respiration', 'circulation', 'consciousness', 'oxygen'] as const;

/** Modified Aldrete, five items of 0 to 2 (source M-ALD). */
export function aldrete(items: AldreteItems): ScoreResult {
  return sumOf(aldreteItems.map((name) => [name, items[name]]));
}

export type PadssVersion = 'original' | 'modified';

/** The items of each print; the original joins mental state to activity and asks about drinking and voiding. */
export const padssItems: Readonly<Record<PadssVersion, readonly string[]>> = {
  original: ['vital-signs', 'activity-and-mental-state', 'pain-and-nausea', 'bleeding', 'intake-and-output'],
  modified: ['vital-signs', 'ambulation', 'nausea', 'pain', 'bleeding'],
};

/** PADSS, five items of 0 to 2 in the order of `padssItems` (source M-ALD). */
export function padss(version: PadssVersion, points: readonly (Points | undefined)[]): ScoreResult {
  return sumOf(padssItems[version].map((name, index) => [name, points[index]]));
}

/** Points for a pressure or pulse against the reading before the dose, in percent of it (source M-ALD). */
export function padssVitalPoints(reading: {
  readonly baseline: number | undefined;
  readonly now: number | undefined;
}): Points | undefined {
  const percent = changePercent(reading);
  return percent === undefined ? undefined : banded(percent, padssVitalBands);
}

/** Points for systolic pressure against the reading before sedation; clinics print the bands in mmHg or in percent. */
export function aldreteCirculationPoints(reading: {
  readonly baseline: number | undefined;
  readonly now: number | undefined;
  readonly basis: 'mmHg' | 'percent';
}): Points | undefined {
  const { baseline, now, basis } = reading;
  if (baseline === undefined || now === undefined) return undefined;
  const change = basis === 'percent' ? changePercent({ baseline, now }) : Math.abs(now - baseline);
  return change === undefined ? undefined : banded(change, aldreteCirculationBands);
}

export type Fitness = 'fit' | 'not-yet' | 'unknown';

export function recoveredBy(
  scale: 'aldrete-modified' | 'padss-original' | 'padss-modified',
  score: ScoreResult,
  edition: Edition,
): Fitness {
  if (!score.complete) return 'unknown';
  const { aldreteAtLeast, padssAtLeast } = edition.recoveryScore;
  const atLeast = scale === 'aldrete-modified' ? aldreteAtLeast : padssAtLeast;
  return score.total >= atLeast.value ? 'fit' : 'not-yet';
}

const itemCount = 5;
const mostPoints = 2;

export function isRecoveryTotal(total: number): boolean {
  return Number.isInteger(total) && total >= 0 && total <= itemCount * mostPoints;
}

/** A change up to `two` earns two points, up to `one` a single point. */
type Bands = {
  readonly two: number;
  readonly one: number;
  readonly source: SourceId;
  readonly confidence: Confidence;
};

const padssVitalBands: Bands = { two: 20, one: 40, source: 'M-ALD', confidence: 'V' };
const aldreteCirculationBands: Bands = { two: 20, one: 50, source: 'M-ALD', confidence: 'V' };

function banded(change: number, bands: Bands): Points {
  if (change <= bands.two) return 2;
  return change <= bands.one ? 1 : 0;
}

function changePercent(reading: {
  readonly baseline: number | undefined;
  readonly now: number | undefined;
}): number | undefined {
  const { baseline, now } = reading;
  if (baseline === undefined || now === undefined || !(baseline > 0) || !Number.isFinite(now))
    return undefined;
  return (Math.abs(now - baseline) / baseline) * 100;
}

function sumOf(items: readonly (readonly [string, Points | undefined])[]): ScoreResult {
  const missing = items
    .filter(([, points]) => points !== 0 && points !== 1 && points !== 2)
    .map(([name]) => name);
  if (missing.length > 0) return { complete: false, missing };
  const points = items.map(([, value]) => value ?? 0);
  return {
    complete: true,
    total: points.reduce<number>((sum, value) => sum + value, 0),
    hasZero: points.includes(0),
  };
}
