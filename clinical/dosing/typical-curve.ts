// The typical shape of a dose over time, for teaching. One made-up average body, worked from published averages; it is
// never a prediction for a person, sets no dose and decides nothing.

import { isPositive, isZeroOrMore } from '#clinical/quantity.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import { type DoseRoute, doseRouteOf } from './dose-route.ts';

export const typicalShapeLabel = 'Typical shape, never a prediction for one person.';

/** A reduction to two compartments that keeps the published clearance and volume for 70 kg. */
export const centralVolumeL = sourced(100, 'L', 'P-KAM', 'H');
export const peripheralVolumeL = sourced(152, 'L', 'P-KAM', 'H');
export const clearanceLPerHour = sourced(79, 'L/h', 'P-KAM', 'H', 'For 70 kg.');
export const exchangeLPerMinute = sourced(3, 'L/min', 'P-KAM', 'H');
export const curveInfusionMinutes = sourced(40, 'min', 'K-AN17', 'H');

const curveRoutes = ['iv', 'im', 'sublingual', 'nasal-esketamine'] as const satisfies readonly DoseRoute[];
export type CurveRoute = (typeof curveRoutes)[number];

type Absorption = {
  /** The share of the dose that reaches the blood. */
  readonly bioavailability: Sourced<number>;
  readonly absorptionPerMinute: Sourced<number>;
};

export const absorptions: Readonly<Record<Exclude<CurveRoute, 'iv'>, Absorption>> = {
  im: {
    bioavailability: sourced(0.93, '1', 'P-RT', 'H'),
    absorptionPerMinute: sourced(0.06, '/min', 'H-HOUSE', 'H'),
  },
  sublingual: {
    bioavailability: sourced(0.29, '1', 'P-SL', 'H'),
    absorptionPerMinute: sourced(0.02, '/min', 'H-HOUSE', 'H'),
  },
  'nasal-esketamine': {
    bioavailability: sourced(0.48, '1', 'P-ESK', 'H', 'Racemic disposition and one start: a shape only.'),
    absorptionPerMinute: sourced(0.04, '/min', 'H-HOUSE', 'H'),
  },
};

/** From this share of the peak on, the level is called near its highest; below the lower one, low. */
export const nearHighestFromShare = sourced(0.8, '1', 'H-HOUSE', 'H');
export const lowBelowShare = sourced(0.35, '1', 'H-HOUSE', 'H');
/** As far as the shape is drawn. */
export const curveMinutes = sourced(240, 'min', 'H-HOUSE', 'H');

/** The route a curve exists for; undefined for any other. */
export function curveRouteOf(name: string | undefined): CurveRoute | undefined {
  const route = doseRouteOf(name);
  return curveRoutes.find((known) => known === route);
}

/** Nanograms per millilitre in the made-up average body, so many minutes after the dose begins. Undefined: no curve. */
export function typicalConcentration(question: {
  readonly route: CurveRoute | undefined;
  readonly doseMg: number | undefined;
  readonly minute: number | undefined;
  readonly infusionMinutes?: number | undefined;
}): number | undefined {
  const { route, doseMg, minute, infusionMinutes = curveInfusionMinutes.value } = question;
  if (!route || !isPositive(infusionMinutes)) return undefined;
  // No dose leaves no level; that is known, and a missing dose is not.
  if (!isZeroOrMore(doseMg) || !isZeroOrMore(minute)) return undefined;
  const mgPerL =
    route === 'iv'
      ? infused({ doseMg, minute, infusionMinutes })
      : absorbed({ doseMg, minute, absorption: absorptions[route] });
  return mgPerL * nanogramsPerMillilitre;
}

/** Milligrams per litre are micrograms per millilitre. */
const nanogramsPerMillilitre = 1_000;

/** Two exponentials after a unit dose: the fast one is spreading through the body, the slow one is leaving it. */
function unitDose() {
  const out = clearanceLPerHour.value / 60 / centralVolumeL.value;
  const away = exchangeLPerMinute.value / centralVolumeL.value;
  const back = exchangeLPerMinute.value / peripheralVolumeL.value;
  const sum = out + away + back;
  const root = Math.sqrt(sum ** 2 - 4 * out * back);
  const fast = (sum + root) / 2;
  const slow = (sum - root) / 2;
  const spread = centralVolumeL.value * (fast - slow);
  return [
    { rate: fast, height: (fast - back) / spread },
    { rate: slow, height: (back - slow) / spread },
  ] as const;
}

function infused(question: {
  readonly doseMg: number;
  readonly minute: number;
  readonly infusionMinutes: number;
}): number {
  const { doseMg, minute, infusionMinutes } = question;
  const since = (minutes: number) =>
    unitDose().reduce(
      (total, { rate, height }) => total + (height / rate) * (1 - Math.exp(-rate * minutes)),
      0,
    );
  return (doseMg / infusionMinutes) * (since(minute) - since(Math.max(0, minute - infusionMinutes)));
}

function absorbed(question: {
  readonly doseMg: number;
  readonly minute: number;
  readonly absorption: Absorption;
}): number {
  const { doseMg, minute, absorption } = question;
  const uptake = absorption.absorptionPerMinute.value;
  const perMg = unitDose().reduce((total, { rate, height }) => {
    const share = (height * uptake) / (uptake - rate);
    return total + share * (Math.exp(-rate * minute) - Math.exp(-uptake * minute));
  }, 0);
  return doseMg * absorption.bioavailability.value * perMg;
}

export type ShapePoint = {
  readonly minute: number;
  /** Of the highest point: 0 to 1. No amounts, so that no one reads a level off it. */
  readonly shareOfPeak: number;
};

/** The curve as it is drawn for teaching, a point for each minute. */
export function typicalShape(route: CurveRoute): readonly ShapePoint[] {
  const levels = Array.from({ length: curveMinutes.value + 1 }, (_, minute) => ({
    minute,
    level: typicalConcentration({ route, doseMg: 1, minute }) ?? 0,
  }));
  const peak = Math.max(...levels.map(({ level }) => level));
  return levels.map(({ minute, level }) => ({ minute, shareOfPeak: level / peak }));
}

/** The minute of the highest point: the shape has one point for each minute, from the first on. */
export function typicalPeakMinute(route: CurveRoute): number {
  return typicalShape(route).findIndex(({ shareOfPeak }) => shareOfPeak === 1);
}

/** Of the level in the blood, not of what is felt: that usually eases well before the level is low. */
export type CurvePhaseName = 'rising' | 'near-highest' | 'falling' | 'low';

export type CurvePhase = {
  readonly name: CurvePhaseName;
  readonly fromMinute: number;
  /** Undefined: as far as the curve is drawn. */
  readonly toMinute: number | undefined;
};

/** The same shape in words. A protocol's own phases, not these, say when the effect is expected. */
export function typicalPhases(route: CurveRoute): readonly CurvePhase[] {
  const peakMinute = typicalPeakMinute(route);
  const nameOf = ({ minute, shareOfPeak }: ShapePoint): CurvePhaseName => {
    if (shareOfPeak >= nearHighestFromShare.value) return 'near-highest';
    if (minute < peakMinute) return 'rising';
    return shareOfPeak < lowBelowShare.value ? 'low' : 'falling';
  };
  const begins = typicalShape(route)
    .map((point) => ({ name: nameOf(point), fromMinute: point.minute }))
    .filter((point, index, all) => point.name !== all[index - 1]?.name);
  return begins.map((phase, index) => ({ ...phase, toMinute: begins[index + 1]?.fromMinute }));
}
