// Does this dose lie inside what has been published for its route? A check for slips and outliers, not an order: a
// route for which no maximum in milligrams was ever published is neither allowed nor refused by this.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { isAbove, isPositive, isZeroOrMore, rounded } from '#clinical/quantity.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import type { DoseRoute } from './dose-route.ts';
import { doseRouteNames } from './dose-route.ts';
import { type Finding, findingOf, houseRule, inputsOf } from './dosing-finding.ts';

export type PublishedRange = {
  /** The greatest amount in one session. */
  readonly maximumMg?: Sourced<number> | undefined;
  readonly reportedMg?: Sourced<readonly [number, number]> | undefined;
  readonly reportedMgPerKg?: Sourced<readonly [number, number]> | undefined;
  readonly reviewAboveMgPerKg?: Sourced<number> | undefined;
  readonly excludeAboveMgPerKg?: Sourced<number> | undefined;
};

const lozenge: PublishedRange = {
  maximumMg: sourced(
    400,
    'mg',
    'K-KRF',
    'V',
    'One session; home services that went higher are advised against.',
  ),
  reportedMg: sourced([100, 400], 'mg', 'K-KRF', 'V'),
};

/** What a clinic starts from; it may hand in its own. */
export const publishedRanges: Readonly<Record<DoseRoute, PublishedRange>> = {
  iv: {
    reportedMgPerKg: sourced([0.1, 1], 'mg/kg', 'K-AN17', 'V', 'Trials 0.1 to 0.75, clinics 0.5 to 1.0.'),
    reviewAboveMgPerKg: sourced(
      1,
      'mg/kg',
      'K-FAV',
      'H',
      '1.0 mg/kg was not better and had more side effects.',
    ),
    excludeAboveMgPerKg: sourced(2, 'mg/kg', 'K-KRF', 'H'),
  },
  im: {
    maximumMg: sourced(200, 'mg', 'K-KRF', 'V', 'One session.'),
    reportedMg: sourced([4, 200], 'mg', 'K-KRF', 'V'),
  },
  sublingual: lozenge,
  buccal: lozenge,
  oral: {
    reportedMg: sourced([25, 300], 'mg', 'K-AN19', 'V'),
    reportedMgPerKg: sourced([0.25, 7], 'mg/kg', 'K-AN19', 'V'),
  },
  rectal: {},
  'nasal-racemic': {
    maximumMg: sourced(200, 'mg', 'K-KRF', 'V', 'One session, in the office only.'),
  },
  'nasal-esketamine': {
    maximumMg: sourced(
      84,
      'mg',
      'L-MED',
      'V',
      'The highest labelled dose; which doses exist is asked elsewhere.',
    ),
  },
};

/** The published steps for injections into a muscle, from lightest to strongest. They overlap. */
export const intramuscularTiersMg: readonly Sourced<readonly [number, number]>[] = [
  sourced([4, 15], 'mg', 'K-KRF', 'V'),
  sourced([10, 35], 'mg', 'K-KRF', 'V'),
  sourced([25, 60], 'mg', 'K-KRF', 'V'),
  sourced([60, 130], 'mg', 'K-KRF', 'V'),
  sourced([130, 200], 'mg', 'K-KRF', 'V'),
];

export type LozengeForm = 'troche' | 'rapid-dissolve';

/** What a first session begins with. */
export const lozengeStartMg: Readonly<Record<LozengeForm, Sourced<readonly number[]>>> = {
  troche: sourced([100], 'mg', 'K-KRF', 'V'),
  'rapid-dissolve': sourced([50, 100], 'mg', 'K-KTC', 'V'),
};
export const lozengeIncrementMg = sourced(100, 'mg', 'K-KRF', 'V');
export const lozengeIncrementsAtMost = sourced(2, '1', 'K-KRF', 'V');

export type PublishedMaximum = {
  readonly withinPublishedMax: boolean | 'unknown';
  /** Undefined: none was published for this route. */
  readonly maximumMg: number | undefined;
};

/** Whether a session's dose is at or below the greatest published for its route, in milligrams. Zero lies within any. */
export function publishedMaximum(question: {
  readonly route: DoseRoute | undefined;
  readonly doseMg: number | undefined;
  readonly ranges?: Readonly<Record<DoseRoute, PublishedRange>> | undefined;
}): PublishedMaximum {
  const { route, doseMg, ranges = publishedRanges } = question;
  const maximumMg = route && ranges[route].maximumMg?.value;
  if (maximumMg === undefined || !isZeroOrMore(doseMg)) return { withinPublishedMax: 'unknown', maximumMg };
  return { withinPublishedMax: !isAbove({ value: doseMg, limit: maximumMg }), maximumMg };
}

const rule = 'published-range';

/** A session's whole dose against what was published; per kilogram too where the weight is known. */
export function publishedRangeIssues(question: {
  readonly route: DoseRoute | undefined;
  readonly doseMg: number | undefined;
  readonly weightKg?: number | undefined;
  readonly ranges?: Readonly<Record<DoseRoute, PublishedRange>> | undefined;
}): readonly DetectedIssue[] {
  const { route, doseMg, weightKg, ranges = publishedRanges } = question;
  const given = inputsOf({ doseMg }, { unit: 'mg' });
  if (!route || !isPositive(doseMg)) {
    const missing = [...(route ? [] : ['route']), ...(isPositive(doseMg) ? [] : ['doseMg'])];
    return [
      unknown({
        code: 'dose-or-route-not-known',
        title: 'Without a dose and its route nothing can be compared.',
        inputs: [...inputsOf({ route }), ...given],
        missing,
      }),
    ];
  }
  const range = ranges[route];
  const name = doseRouteNames[route];
  const inSession = range.maximumMg;
  const issues: DetectedIssue[] = [];
  if (inSession && isAbove({ value: doseMg, limit: inSession.value })) {
    issues.push(
      findingOf(rule, {
        code: 'above-published-maximum',
        title: `${rounded(doseMg, 2)} mg is above ${inSession.value} mg, the most published for one session, ${name}.`,
        action: 'exclude',
        inputs: given,
        roots: [inSession],
      }),
    );
  }
  issues.push(...perKilogram({ route, range, doseMg, weightKg }));
  const reported = range.reportedMg;
  const isFurther = issues.some((issue) => issue.action === 'exclude');
  if (reported && !isFurther && isOutside(doseMg, reported.value)) {
    const [from, to] = reported.value;
    issues.push(
      findingOf(rule, {
        code: 'outside-reported-range',
        title: `${rounded(doseMg, 2)} mg is outside the ${from} to ${to} mg reported ${name}.`,
        action: 'review',
        inputs: given,
        roots: [reported],
      }),
    );
  }
  if (!inSession && !range.excludeAboveMgPerKg) {
    issues.push(
      unknown({
        code: 'no-published-maximum',
        title: `No maximum was found published for ketamine ${name}.`,
        inputs: [...inputsOf({ route }), ...given],
        missing: ['publishedMaximum'],
      }),
    );
  }
  return byUrgency(issues);
}

function perKilogram(question: {
  readonly route: DoseRoute;
  readonly range: PublishedRange;
  readonly doseMg: number;
  readonly weightKg: number | undefined;
}): readonly DetectedIssue[] {
  const { route, range, doseMg, weightKg } = question;
  const { reportedMgPerKg: reported, reviewAboveMgPerKg: review, excludeAboveMgPerKg: exclude } = range;
  if (!reported && !review && !exclude) return [];
  const inputs = [...inputsOf({ doseMg }, { unit: 'mg' }), ...inputsOf({ weightKg }, { unit: 'kg' })];
  if (!isPositive(weightKg)) {
    return [
      unknown({
        code: 'weight-not-known',
        title: 'Without a weight the dose cannot be compared per kilogram.',
        inputs,
        missing: ['weightKg'],
      }),
    ];
  }
  const mgPerKg = doseMg / weightKg;
  const words = `${rounded(mgPerKg, 2)} mg/kg ${doseRouteNames[route]}`;
  if (exclude && isAbove({ value: mgPerKg, limit: exclude.value })) {
    return [
      findingOf(rule, {
        code: 'far-above-published',
        title: `${words} is above ${exclude.value} mg/kg, the most any source describes.`,
        action: 'exclude',
        inputs,
        roots: [exclude],
      }),
    ];
  }
  if (review && isAbove({ value: mgPerKg, limit: review.value })) {
    return [
      findingOf(rule, {
        code: 'above-studied-range',
        title: `${words} is above ${review.value} mg/kg, the highest dose studied.`,
        action: 'review',
        inputs,
        roots: [review],
      }),
    ];
  }
  if (!reported || !isOutside(mgPerKg, reported.value)) return [];
  const [from, to] = reported.value;
  return [
    findingOf(rule, {
      code: 'outside-reported-range-per-kilogram',
      title: `${words} is outside the ${from} to ${to} mg/kg reported.`,
      action: 'review',
      inputs,
      roots: [reported],
    }),
  ];
}

/** The published steps a dose into a muscle belongs to, counted from 1; two where they overlap, none outside them. */
export function intramuscularTiersOf(doseMg: number | undefined): readonly number[] {
  if (!isPositive(doseMg)) return [];
  return intramuscularTiersMg.flatMap((tier, index) => (isOutside(doseMg, tier.value) ? [] : [index + 1]));
}

/** Adding a lozenge in the same session, or beginning with one: against the published start, steps and total. */
export function lozengeIssues(question: {
  readonly form: LozengeForm | undefined;
  readonly isFirstSession: boolean | undefined;
  /** What was given in this session, in order, the one asked about last. */
  readonly dosesMg: readonly (number | undefined)[] | undefined;
}): readonly DetectedIssue[] {
  const { form, isFirstSession, dosesMg } = question;
  const given = dosesMg ?? [];
  const [startMg, ...addedMg] = given;
  const known = given.filter(isPositive);
  const missing = [
    ...(form ? [] : ['form']),
    ...(typeof isFirstSession === 'boolean' ? [] : ['isFirstSession']),
    ...(given.length > 0 && known.length === given.length ? [] : ['dosesMg']),
  ];
  const written = given.map((mg) => String(mg ?? '?')).join(' + ');
  const inputs = inputsOf({ dosesMg: written || undefined }, { unit: 'mg' });
  const issues: DetectedIssue[] =
    missing.length > 0
      ? [
          unknown({
            code: 'lozenge-not-known',
            title: 'Not all of this session’s lozenges are known.',
            inputs,
            missing,
          }),
        ]
      : [];
  const maximum = lozenge.maximumMg;
  const totalMg = known.reduce((sum, doseMg) => sum + doseMg, 0);
  if (maximum && isAbove({ value: totalMg, limit: maximum.value })) {
    issues.push(
      findingOf(rule, {
        code: 'above-published-maximum',
        title: `${rounded(totalMg, 2)} mg is above ${maximum.value} mg, the most published for one session.`,
        action: 'exclude',
        inputs,
        roots: [maximum],
      }),
    );
  }
  if (form && isFirstSession && isPositive(startMg) && !lozengeStartMg[form].value.includes(startMg)) {
    issues.push(
      findingOf(rule, {
        code: 'first-lozenge-differs',
        title: `A first session is published to begin with ${lozengeStartMg[form].value.join(' or ')} mg.`,
        action: 'review',
        inputs,
        roots: [lozengeStartMg[form]],
      }),
    );
  }
  if (isFirstSession && addedMg.length > 0) {
    issues.push(
      findingOf(rule, {
        code: 'added-in-first-session',
        title: 'Adding to the dose is published for later sessions, not for the first.',
        action: 'review',
        inputs,
        roots: [lozengeIncrementMg],
      }),
    );
  }
  if (addedMg.some((mg) => isPositive(mg) && isAbove({ value: mg, limit: lozengeIncrementMg.value }))) {
    issues.push(
      findingOf(rule, {
        code: 'increment-too-large',
        title: `One addition is published as at most ${lozengeIncrementMg.value} mg.`,
        action: 'review',
        inputs,
        roots: [lozengeIncrementMg],
      }),
    );
  }
  if (addedMg.length > lozengeIncrementsAtMost.value) {
    issues.push(
      findingOf(rule, {
        code: 'too-many-increments',
        title: `At most ${lozengeIncrementsAtMost.value} additions in one session are published.`,
        action: 'review',
        inputs,
        roots: [lozengeIncrementsAtMost],
      }),
    );
  }
  return byUrgency(issues);
}

function unknown(found: Pick<Finding, 'code' | 'title' | 'inputs' | 'missing'>): DetectedIssue {
  return findingOf(rule, { ...found, action: 'unknown', roots: [houseRule] });
}

function isOutside(value: number, [from, to]: readonly [number, number]): boolean {
  return isAbove({ value: from, limit: value }) || isAbove({ value, limit: to });
}
