// How much has this person had, for how long, and is it creeping up? Counted route by route, never across routes. What
// was given without a dose, a route or a time is counted as that; it is not nothing.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { daysBetween, type Instant, type LocalDate, localDateOf, type ZoneId } from '#clinical/instant.ts';
import { isAbove, isPositive, rounded } from '#clinical/quantity.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import { type DoseRoute, doseRouteNames, doseRoutes } from './dose-route.ts';
import { findingOf, houseRule, inputsOf } from './dosing-finding.ts';

/** Today and the days before it. */
export const exposureWindowDays = sourced(28, 'd', 'H-HOUSE', 'H');

export type ExposureLimits = {
  /** How many gaps, or doses, are averaged on each side of the comparison. */
  readonly compared: Sourced<number>;
  /** Gaps shorter by more than this ask for a look, in percent. */
  readonly shorterPercent: Sourced<number>;
  /** Doses higher by more than this ask for a look, in percent. */
  readonly higherPercent: Sourced<number>;
};

/** A clinic sets its own. */
export const exposureLimits: ExposureLimits = {
  compared: sourced(3, '1', 'H-HOUSE', 'H'),
  shorterPercent: sourced(25, '%', 'H-HOUSE', 'H'),
  higherPercent: sourced(25, '%', 'H-HOUSE', 'H'),
};

export type GivenDose = {
  /** Two injections in one session are one session and two doses. Undefined: not known. */
  readonly sessionId: string | undefined;
  readonly at: Instant | undefined;
  readonly route: DoseRoute | undefined;
  readonly doseMg: number | undefined;
};

export type RouteExposure = {
  readonly route: DoseRoute;
  readonly doses: number;
  readonly dosesOfUnknownMg: number;
  /** Of the doses whose milligrams are known. */
  readonly knownMg: number;
};

export type CumulativeExposure = {
  readonly sessions: number;
  readonly byRoute: readonly RouteExposure[];
  /** The same within the window, from today back. */
  readonly inWindow: readonly RouteExposure[];
  readonly firstAt: Instant | undefined;
  /** Whole months since the first dose. Undefined: no dose has a time. */
  readonly monthsSinceStart: number | undefined;
  readonly unknown: {
    readonly withoutSession: number;
    readonly withoutTime: number;
    readonly withoutRoute: number;
    readonly withoutDose: number;
    readonly aheadOfNow: number;
  };
  readonly issues: readonly DetectedIssue[];
};

const rule = 'cumulative-exposure';

export function cumulativeExposure(question: {
  /** Undefined: not known. An empty list: nothing was given. */
  readonly given: readonly GivenDose[] | undefined;
  readonly now: Instant;
  /** Where the person lives: days and months are counted there. */
  readonly zone: ZoneId;
  readonly limits?: ExposureLimits | undefined;
}): CumulativeExposure | undefined {
  const { given, now, zone, limits = exposureLimits } = question;
  if (!given) return undefined;
  const isAhead = ({ at }: GivenDose) => isTime(at) && at > now;
  const past = given.filter((dose) => !isAhead(dose));
  const today = localDateOf(now, zone);
  const times = past.flatMap(({ at }) => (isTime(at) ? [at] : []));
  const firstAt = times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : undefined;
  const isInWindow = ({ at }: GivenDose) =>
    isTime(at) && daysBetween(localDateOf(at, zone), today) < exposureWindowDays.value;
  const unknown = {
    withoutSession: past.filter(({ sessionId }) => !sessionId).length,
    withoutTime: past.filter(({ at }) => !isTime(at)).length,
    withoutRoute: past.filter(({ route }) => !route).length,
    withoutDose: past.filter(({ doseMg }) => !isPositive(doseMg)).length,
    aheadOfNow: given.length - past.length,
  };
  return {
    sessions: new Set(past.flatMap(({ sessionId }) => sessionId || [])).size,
    byRoute: byRoute(past),
    inWindow: byRoute(past.filter(isInWindow)),
    firstAt,
    monthsSinceStart: firstAt === undefined ? undefined : wholeMonths(localDateOf(firstAt, zone), today),
    unknown,
    issues: byUrgency([...notCounted(unknown, given.length), ...creep(past, limits)]),
  };
}

/** The findings alone; a list that is not known is itself one. */
export function exposureIssues(question: Parameters<typeof cumulativeExposure>[0]): readonly DetectedIssue[] {
  const exposure = cumulativeExposure(question);
  if (exposure) return exposure.issues;
  return [
    findingOf(rule, {
      code: 'doses-not-known',
      title: 'Which doses were given before is not known.',
      action: 'unknown',
      missing: ['given'],
      roots: [houseRule],
    }),
  ];
}

function byRoute(given: readonly GivenDose[]): readonly RouteExposure[] {
  return doseRoutes.flatMap((route) => {
    const here = given.filter((dose) => dose.route === route);
    if (here.length === 0) return [];
    const known = here.flatMap(({ doseMg }) => (isPositive(doseMg) ? [doseMg] : []));
    return [
      {
        route,
        doses: here.length,
        dosesOfUnknownMg: here.length - known.length,
        knownMg: known.reduce((sum, doseMg) => sum + doseMg, 0),
      },
    ];
  });
}

function notCounted(unknown: CumulativeExposure['unknown'], total: number): readonly DetectedIssue[] {
  const kinds = [
    {
      count: unknown.withoutSession,
      code: 'dose-without-session',
      words: 'belong to no session',
      field: 'sessionId',
    },
    { count: unknown.withoutTime, code: 'dose-without-time', words: 'have no time', field: 'at' },
    { count: unknown.withoutRoute, code: 'dose-without-route', words: 'have no route', field: 'route' },
    {
      count: unknown.withoutDose,
      code: 'dose-without-milligrams',
      words: 'have no milligrams',
      field: 'doseMg',
    },
    { count: unknown.aheadOfNow, code: 'dose-ahead-of-now', words: 'lie in the future', field: 'at' },
  ];
  return kinds
    .filter(({ count }) => count > 0)
    .map(({ count, code, words, field }) =>
      findingOf(rule, {
        code,
        title: `Of ${total} doses on record, ${count} ${words}: the totals are at least this much.`,
        action: 'unknown',
        inputs: inputsOf({ doses: count, of: total }),
        missing: [field],
        roots: [houseRule],
      }),
    );
}

type Session = {
  readonly at: Instant;
  /** Undefined: given by two routes, or with a dose unknown. */
  readonly amount: { readonly route: DoseRoute | undefined; readonly mg: number } | undefined;
};

function creep(past: readonly GivenDose[], limits: ExposureLimits): readonly DetectedIssue[] {
  const { compared, shorterPercent, higherPercent } = limits;
  const count = compared.value;
  const sessions = sessionsOf(past);
  const gaps = sessions.slice(1).map(({ at }, index) => at - (sessions[index]?.at ?? at));
  const gap = compare(gaps, count);
  const issues: DetectedIssue[] = [];
  if (gap && isAbove({ value: percentBelow(gap), limit: shorterPercent.value })) {
    issues.push(
      findingOf(rule, {
        code: 'gaps-shortening',
        title: `The last ${count} gaps between sessions average ${days(gap.now)} days, the ${count} before them ${days(gap.before)}.`,
        action: 'review',
        inputs: inputsOf(
          { gapDays: days(gap.now), gapDaysBefore: days(gap.before) },
          { unit: 'd', at: sessions.at(-1)?.at },
        ),
        roots: [compared, shorterPercent],
      }),
    );
  }
  for (const route of doseRoutes) {
    // The age of the comparison is that of the last dose in it, not of a later one whose milligrams nobody wrote.
    const here = sessions.flatMap(({ at, amount }) =>
      amount?.route === route ? [{ at, mg: amount.mg }] : [],
    );
    const doses = compare(
      here.map(({ mg }) => mg),
      count,
    );
    if (!doses || !isAbove({ value: -percentBelow(doses), limit: higherPercent.value })) continue;
    issues.push(
      findingOf(rule, {
        code: 'dose-rising',
        title: `The last ${count} doses ${doseRouteNames[route]} average ${rounded(doses.now, 1)} mg, the ${count} before them ${rounded(doses.before, 1)} mg.`,
        action: 'review',
        inputs: [
          ...inputsOf({ route }),
          ...inputsOf(
            { averageMg: rounded(doses.now, 1), averageMgBefore: rounded(doses.before, 1) },
            { unit: 'mg', at: here.at(-1)?.at },
          ),
        ],
        roots: [compared, higherPercent],
      }),
    );
  }
  return issues;
}

/** Sessions in order of their first dose. */
function sessionsOf(past: readonly GivenDose[]): readonly Session[] {
  const grouped = new Map<string, GivenDose[]>();
  for (const dose of past) {
    if (dose.sessionId) grouped.set(dose.sessionId, [...(grouped.get(dose.sessionId) ?? []), dose]);
  }
  const sessions = [...grouped.values()].flatMap((doses): readonly Session[] => {
    const times = doses.flatMap(({ at }) => (isTime(at) ? [at] : []));
    if (times.length === 0) return [];
    const routes = new Set(doses.map(({ route }) => route));
    const known = doses.flatMap(({ doseMg }) => (isPositive(doseMg) ? [doseMg] : []));
    const [route] = routes;
    const isWhole = routes.size === 1 && known.length === doses.length;
    const amount = isWhole ? { route, mg: known.reduce((sum, mg) => sum + mg, 0) } : undefined;
    return [{ at: Math.min(...times), amount }];
  });
  return sessions.toSorted((a, b) => a.at - b.at);
}

/** The average of the last so many, and of as many before them. Undefined: there are not enough to compare. */
function compare(
  values: readonly number[],
  count: number,
): { readonly now: number; readonly before: number } | undefined {
  if (!(count >= 1) || values.length < 2 * count) return undefined;
  const average = (part: readonly number[]) => part.reduce((sum, value) => sum + value, 0) / part.length;
  return { now: average(values.slice(-count)), before: average(values.slice(-2 * count, -count)) };
}

function percentBelow({ now, before }: { readonly now: number; readonly before: number }): number {
  return before > 0 ? ((before - now) / before) * 100 : 0;
}

const millisecondsPerDay = 86_400_000;

function days(milliseconds: number): number {
  return rounded(milliseconds / millisecondsPerDay, 1);
}

/** From the 31st, a month is over on the first day of the next one that has no 31st. */
function wholeMonths(from: LocalDate, to: LocalDate): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
}

function isTime(at: Instant | undefined): at is Instant {
  return at !== undefined && Number.isFinite(at);
}
