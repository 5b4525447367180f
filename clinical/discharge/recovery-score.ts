// The two scores by which a clinic says a person has come back: modified Aldrete, and PADSS in both its prints. A score
// with an item left out, or with points no item can have, has no total.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import type { Instant } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

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
  const items = padssItems[version];
  // More answers than items means that nobody can say which answer belongs to which.
  if (points.length > items.length) return { complete: false, missing: items };
  return sumOf(items.map((name, index) => [name, points[index]]));
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
  const percent = changePercent({ baseline, now });
  if (percent === undefined || baseline === undefined || now === undefined) return undefined;
  return banded(basis === 'percent' ? percent : Math.abs(now - baseline), aldreteCirculationBands);
}

export type Fitness = 'fit' | 'not-yet' | 'unknown';

/** What calculators ask of an Aldrete total, and what a day-surgery rule asks instead. A clinic keeps one of them. */
export const aldreteThresholds = {
  'at-least-9': sourced(9, 'points', 'M-ALD', 'V'),
  'at-least-8-no-zero': sourced(8, 'points', 'M-ALD', 'V', 'And no item at zero.'),
} as const satisfies Readonly<Record<string, Sourced<number>>>;
export const padssThreshold = sourced(9, 'points', 'M-ALD', 'V', 'And a responsible adult.');

export function meetsAldrete(score: ScoreResult, threshold: keyof typeof aldreteThresholds): Fitness {
  if (!score.complete) return 'unknown';
  const isEnough = score.total >= aldreteThresholds[threshold].value;
  return isEnough && (threshold === 'at-least-9' || !score.hasZero) ? 'fit' : 'not-yet';
}

export function meetsPadss(score: ScoreResult): Fitness {
  if (!score.complete) return 'unknown';
  return score.total >= padssThreshold.value ? 'fit' : 'not-yet';
}

export type RecoveryScale = 'aldrete-modified' | 'padss-original' | 'padss-modified';

export function recoveredBy(scale: RecoveryScale, score: ScoreResult, edition: Edition): Fitness {
  if (!score.complete) return 'unknown';
  const { aldreteAtLeast, padssAtLeast } = edition.recoveryScore;
  const atLeast = scale === 'aldrete-modified' ? aldreteAtLeast : padssAtLeast;
  return score.total >= atLeast.value ? 'fit' : 'not-yet';
}

export const recoveryScoreRule = 'recovery-score';

/** What a score says about leaving, against the number of this edition. A good score alone releases nobody. */
export function recoveryScoreIssues(question: {
  readonly scale: RecoveryScale;
  readonly score: ScoreResult;
  readonly edition: Edition;
  readonly at?: Instant | undefined;
}): readonly DetectedIssue[] {
  const { scale, score, edition, at } = question;
  const { aldreteAtLeast, padssAtLeast } = edition.recoveryScore;
  const atLeast = scale === 'aldrete-modified' ? aldreteAtLeast : padssAtLeast;
  const root = {
    rule: recoveryScoreRule,
    sources: [atLeast.source],
    confidence: atLeast.confidence,
  } as const;
  if (!score.complete) {
    return [
      {
        ...root,
        code: 'recovery-score-incomplete',
        title: `The score has no total: ${score.missing.join(', ')} not answered with 0, 1 or 2.`,
        action: 'unknown',
        inputs: [{ name: 'scale', value: scale, at }],
        missing: score.missing,
      },
    ];
  }
  if (recoveredBy(scale, score, edition) === 'fit') return [];
  return [
    {
      ...root,
      code: 'recovery-score-low',
      title: `${score.total} of ${itemCount * mostPoints} points; this clinic asks for ${atLeast.value} before leaving.`,
      action: 'review',
      inputs: [
        { name: 'scale', value: scale, at },
        { name: 'total', value: score.total, unit: 'points', at },
      ],
      missing: [],
    },
  ];
}

const itemCount = 5;
const mostPoints = 2;

export function isRecoveryTotal(total: number): boolean {
  return Number.isInteger(total) && total >= 0 && total <= itemCount * mostPoints;
}

/** A change up to `two` earns two points, up to `one` a single point; exactly on the edge earns the higher. */
type Bands = { readonly two: Sourced<number>; readonly one: Sourced<number> };

export const padssVitalBands: Bands = {
  two: sourced(20, '%', 'M-ALD', 'V'),
  one: sourced(40, '%', 'M-ALD', 'V'),
};
export const aldreteCirculationBands: Bands = {
  two: sourced(20, 'mm[Hg] or %', 'M-ALD', 'V'),
  one: sourced(50, 'mm[Hg] or %', 'M-ALD', 'V'),
};

// A percentage leaves the last bits uncertain: exactly 20 must not read as above 20.
const relativeRounding = 1e-9;

function banded(change: number, bands: Bands): Points {
  const isUpTo = (band: Sourced<number>): boolean => change <= band.value * (1 + relativeRounding);
  if (isUpTo(bands.two)) return 2;
  return isUpTo(bands.one) ? 1 : 0;
}

function changePercent(reading: {
  readonly baseline: number | undefined;
  readonly now: number | undefined;
}): number | undefined {
  const { baseline, now } = reading;
  if (!isReading(baseline) || !isReading(now) || baseline === 0) return undefined;
  return (Math.abs(now - baseline) / baseline) * 100;
}

function isReading(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
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
