// Did it come, and how soon? What the person said at each hour asked after a dose, beside what is known of that route. Only
// their own words count; an hour without an answer is said to have none, and nothing is read into it.

import type { Route } from '#clinical/care-record.ts';
import { groupedBy } from '#clinical/grouped.ts';
import type { Instant } from '#clinical/instant.ts';
import {
  type AskedBy,
  afterChecksOf,
  type Effect,
  type LastDose,
} from '#clinical/integration/after-checks.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

/** Within how many hours mood has been seen to lift, where it lifts at all. Undefined: counted too seldom on this route to say. */
export const moodMayLiftWithinHours: Readonly<Record<Route, Sourced<number> | undefined>> = {
  iv: sourced(24, 'h', 'K-SAN', 'G', 'For some within a day, for some not at all.'),
  im: undefined,
  sublingual: undefined,
  home: undefined,
  nasal: sourced(24, 'h', 'T-GEN', 'G', 'The day on which the trials in acute crisis first asked.'),
};

export type DoseAskedAfter = LastDose & AskedBy & { readonly sessionId: string; readonly route: Route };

export type HourAsked = {
  readonly hours: number;
  /** 'no-answer': the hour went by without one. */
  readonly state: 'answered' | 'no-answer' | 'to-come';
  readonly effect?: Effect | undefined;
};

export type Onset = {
  readonly sessionId: string;
  readonly route: Route;
  readonly at: Instant;
  readonly hours: readonly HourAsked[];
  /** The first hour at which they noticed a change. An hour before it may have gone unanswered. */
  readonly noticedByHours?: number | undefined;
};

export function onsetOf(dose: DoseAskedAfter, now: Instant): Onset {
  const hours = afterChecksOf(dose, dose).map(({ hours: hour, closesAt }): HourAsked => {
    // Each tap is kept by itself, so an effect may be said without the balance.
    const effect = dose.checks.findLast((one) => one.hours === hour && one.effect !== undefined)?.effect;
    if (effect !== undefined) return { hours: hour, state: 'answered', effect };
    return { hours: hour, state: now < closesAt ? 'to-come' : 'no-answer' };
  });
  return {
    sessionId: dose.sessionId,
    route: dose.route,
    at: dose.startedAt ?? dose.releasedAt,
    hours,
    noticedByHours: hours.find(({ effect }) => effect === 'clear' || effect === 'some')?.hours,
  };
}

export type RouteOnset = {
  readonly route: Route;
  readonly doses: readonly Onset[];
  /** After how many of them a change was noticed, and after how many an answer of any kind was given. */
  readonly noticed: number;
  readonly answered: number;
};

/** Doses of one route side by side; of two routes never. The route of the latest dose comes first. */
export function onsetByRoute(onsets: readonly Onset[]): readonly RouteOnset[] {
  const newestFirst = onsets.toSorted((a, b) => b.at - a.at);
  return [...groupedBy(newestFirst, ({ route }) => route)].map(([route, doses]) => ({
    route,
    doses,
    noticed: doses.filter(({ noticedByHours }) => noticedByHours !== undefined).length,
    answered: doses.filter(({ hours }) => hours.some(({ state }) => state === 'answered')).length,
  }));
}
