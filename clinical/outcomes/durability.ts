// How long has the benefit of a dose held for this person? Only their own answers speak. Each dose gives a range of days,
// and a next date is put forward as a range too, only after enough ends were seen. Every day in the result is a day on
// which they answered, so that a clinician can check it with a finger on the chart.

import type { Route } from '#clinical/care-record.ts';
import {
  byUrgency,
  type DetectedIssue,
  type IssueAction,
  type IssueInput,
} from '#clinical/detected-issue.ts';
import { groupedBy } from '#clinical/grouped.ts';
import {
  addDays,
  daysBetween,
  type Instant,
  type LocalDate,
  localDateOf,
  type ZoneId,
} from '#clinical/instant.ts';
import { type Benefit, benefitAfterDose } from './benefit-after-dose.ts';
import { answersByDay, type BenefitAnswer } from './benefit-answer.ts';
import type { Direction } from './change-rules.ts';
import type { DurabilityRules } from './durability-rules.ts';

export const durabilityRule = 'durability';

export type GivenDose = { readonly at: Instant; readonly route: Route | undefined };

export type CycleDurability = {
  readonly doseDate: LocalDate;
  readonly route: Route | undefined;
  /** Whether this dose was by the route of the latest one: only such doses are put side by side. */
  readonly isSameRoute: boolean;
  readonly found: Benefit;
};

export type DayRange = { readonly fromDays: number; readonly toDays: number };

export type Durability = {
  /** Oldest first; one per day on which a dose was given. */
  readonly cycles: readonly CycleDurability[];
  readonly endsSeen: number;
  readonly dosesWithoutGain: number;
  /** Where the soonest end lies: from the shortest time it was seen to hold to the soonest day it was seen lost. */
  readonly soonestEnd: DayRange | undefined;
  /** Where all ends seen lie. Open above when another dose held past the last of them. */
  readonly allEnds: (DayRange & { readonly isOpenAbove: boolean }) | undefined;
  /** Counted from the latest dose; a range to talk about, not an order. */
  readonly nextDate: { readonly from: LocalDate; readonly to: LocalDate } | undefined;
  readonly issues: readonly DetectedIssue[];
};

/**
 * Answers of one measure only (one form in one version, or the daily question) against its level before the series.
 * A method of this project, H-HOUSE; that there is no fixed interval and spacing follows the response is K-AN17, V.
 */
export function durabilityOf(question: {
  readonly doses: readonly GivenDose[];
  readonly answers: readonly BenefitAnswer[];
  /** The level before the first dose of the series. */
  readonly baseline: number | undefined;
  readonly range: { readonly from: number; readonly to: number };
  readonly betterIs: Direction;
  readonly now: Instant;
  readonly zone: ZoneId;
  readonly rules: DurabilityRules;
}): Durability {
  const { range, now, zone, rules, betterIs } = question;
  const isPossible = (value: number | undefined) =>
    value !== undefined && Number.isFinite(value) && value >= range.from && value <= range.to;
  const isPast = (at: Instant) => Number.isFinite(at) && Number.isFinite(now) && at <= now;
  const answers = question.answers.filter((one) => isPossible(one.value) && isPast(one.at));
  const days = doseDays(
    question.doses.filter((dose) => isPast(dose.at)),
    zone,
  );
  const baseline = isPossible(question.baseline) ? question.baseline : undefined;
  const latest = days.at(-1);
  const cycles = days.map((day, index): CycleDurability => {
    const next = days[index + 1];
    const own = answers.filter((one) => one.at > day.lastAt && (!next || one.at < next.firstAt));
    return {
      doseDate: day.date,
      route: day.route,
      isSameRoute: day.route !== undefined && day.route === latest?.route,
      found:
        baseline === undefined
          ? { benefit: 'unknown', missing: ['baseline'] }
          : benefitAfterDose({
              answers: answersByDay({ answers: own, from: day.date, zone }),
              baseline,
              betterIs,
              hasNextDose: next !== undefined,
              rules,
            }),
    };
  });
  const ends = endsOf(cycles);
  const nextDate = nextDateAfter({ cycles, ends, rules });
  const summary = { cycles, ...ends, nextDate };
  return {
    ...summary,
    issues: durabilityIssues({
      summary,
      hasBaseline: baseline !== undefined,
      oddAnswers: question.answers.length - answers.length,
      oddDoses: question.doses.filter((dose) => !isPast(dose.at)).length,
      latestDoseAt: latest?.lastAt,
      lastAnswerAt: answers.reduce<Instant | undefined>(
        (last, one) => Math.max(last ?? one.at, one.at),
        undefined,
      ),
      now,
      zone,
      rules,
    }),
  };
}

type Ends = Pick<Durability, 'endsSeen' | 'dosesWithoutGain' | 'soonestEnd' | 'allEnds'>;

function endsOf(cycles: readonly CycleDurability[]): Ends {
  const alike = cycles.filter((cycle) => cycle.isSameRoute).map((cycle) => cycle.found);
  const lost = alike.filter((found) => found.benefit === 'lost');
  const held = alike.filter((found) => found.benefit === 'held');
  const counts = {
    endsSeen: lost.length,
    dosesWithoutGain: alike.filter((found) => found.benefit === 'no-gain').length,
  };
  if (lost.length === 0) return { ...counts, soonestEnd: undefined, allEnds: undefined };
  const fromDays = Math.min(...lost.map((found) => found.heldAtLeastDays));
  const lostBy = lost.map((found) => found.lostByDays);
  const lastLost = Math.max(...lostBy);
  return {
    ...counts,
    soonestEnd: { fromDays, toDays: Math.min(...lostBy) },
    allEnds: {
      fromDays,
      toDays: lastLost,
      isOpenAbove: held.some((found) => found.heldAtLeastDays >= lastLost),
    },
  };
}

/** Nothing is put forward from too few ends, or while the latest benefit is gone or never came. */
function nextDateAfter(question: {
  readonly cycles: readonly CycleDurability[];
  readonly ends: Ends;
  readonly rules: DurabilityRules;
}): Durability['nextDate'] {
  const { cycles, ends, rules } = question;
  const latest = cycles.at(-1);
  if (!latest || !ends.soonestEnd || ends.endsSeen < rules.minimumEnds.value) return undefined;
  if (latest.found.benefit === 'lost' || latest.found.benefit === 'no-gain') return undefined;
  return {
    from: addDays(latest.doseDate, ends.soonestEnd.fromDays),
    to: addDays(latest.doseDate, ends.soonestEnd.toDays),
  };
}

type DoseDay = {
  readonly date: LocalDate;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly route: Route | undefined;
};

/** Two doses on one day are one session. A day with two routes, or one nobody named, has no route to compare by. */
function doseDays(doses: readonly GivenDose[], zone: ZoneId): readonly DoseDay[] {
  const inOrder = doses.toSorted((a, b) => a.at - b.at);
  return [...groupedBy(inOrder, (dose) => localDateOf(dose.at, zone))].map(([date, given]) => {
    const routes = new Set(given.map((dose) => dose.route));
    const times = given.map((dose) => dose.at);
    return {
      date,
      firstAt: Math.min(...times),
      lastAt: Math.max(...times),
      route: routes.size === 1 ? given[0]?.route : undefined,
    };
  });
}

function durabilityIssues(question: {
  readonly summary: Omit<Durability, 'issues'>;
  readonly hasBaseline: boolean;
  readonly oddAnswers: number;
  readonly oddDoses: number;
  readonly latestDoseAt: Instant | undefined;
  readonly lastAnswerAt: Instant | undefined;
  readonly now: Instant;
  readonly zone: ZoneId;
  readonly rules: DurabilityRules;
}): readonly DetectedIssue[] {
  const { summary, hasBaseline, oddAnswers, oddDoses, latestDoseAt, lastAnswerAt, now, zone, rules } =
    question;
  const { cycles, endsSeen, nextDate } = summary;
  const latest = cycles.at(-1);
  const benefit = latest?.found;
  // Without a time there is no today, and every dose was already called implausible.
  const today = Number.isFinite(now) ? localDateOf(now, zone) : undefined;
  const needed = rules.minimumEnds.value;
  const isQuiet =
    lastAnswerAt !== undefined &&
    today !== undefined &&
    daysBetween(localDateOf(lastAnswerAt, zone), today) > rules.gapDays.value;
  const isDatePast = nextDate !== undefined && today !== undefined && nextDate.to < today;
  const unknown = [
    ...(latest ? [] : ['doses']),
    ...(hasBaseline ? [] : ['baseline']),
    ...(latest && latest.route === undefined ? ['route'] : []),
    ...(hasBaseline && benefit?.benefit === 'unknown' ? benefit.missing : []),
    ...(benefit?.benefit === 'held' && isQuiet ? ['recent-answer'] : []),
    ...(benefit?.benefit === 'held' && benefit.isLossUnconfirmed ? ['confirming-answer'] : []),
  ];
  const found: (readonly [boolean, string, IssueAction, string, (readonly string[])?])[] = [
    [
      oddAnswers > 0,
      'answer-implausible',
      'unknown',
      `${oddAnswers} of the answers cannot be right and were not counted.`,
      ['answers'],
    ],
    [
      oddDoses > 0,
      'dose-implausible',
      'unknown',
      `${oddDoses} of the doses have no time or one after now, and were not counted.`,
      ['doses'],
    ],
    [
      unknown.length > 0,
      'benefit-not-known',
      'unknown',
      'Whether the benefit of the latest dose still holds is not known.',
      unknown,
    ],
    [
      latest !== undefined && endsSeen < needed,
      'too-few-ends',
      'unknown',
      `The end of the benefit was seen ${endsSeen} times; a next date needs ${needed}.`,
      ['ends-seen'],
    ],
    [
      benefit?.benefit === 'lost',
      'benefit-lost',
      'review',
      benefit?.benefit === 'lost'
        ? `The benefit of the latest dose held to day ${benefit.heldAtLeastDays} and was lost by day ${benefit.lostByDays}.`
        : '',
    ],
    [
      benefit?.benefit === 'no-gain',
      'no-gain',
      'review',
      'No gain was seen after the latest dose, so there is none to hold.',
    ],
    [
      isDatePast,
      'next-date-past',
      'review',
      `By their own earlier doses the benefit ended soonest between ${nextDate?.from} and ${nextDate?.to}, which is past.`,
    ],
    [
      nextDate !== undefined && !isDatePast,
      'next-date',
      'inform',
      `By their own earlier doses the benefit ends soonest between ${nextDate?.from} and ${nextDate?.to}.`,
    ],
  ];
  const inputs = inputsOf(summary, latestDoseAt);
  return byUrgency(
    found
      .filter(([isSo]) => isSo)
      .map(([, code, action, title, missing = []]) => ({
        rule: durabilityRule,
        code,
        title,
        action,
        inputs,
        missing,
        sources: ['H-HOUSE', 'K-AN17'],
        confidence: 'H',
      })),
  );
}

function inputsOf(
  summary: Omit<Durability, 'issues'>,
  latestDoseAt: Instant | undefined,
): readonly IssueInput[] {
  const { cycles, endsSeen, dosesWithoutGain, soonestEnd, allEnds } = summary;
  const latest = cycles.at(-1);
  return [
    ...(latest ? [{ name: 'latestDose', value: latest.doseDate, at: latestDoseAt }] : []),
    { name: 'endsSeen', value: endsSeen, unit: '{cycles}' },
    { name: 'dosesWithoutGain', value: dosesWithoutGain, unit: '{cycles}' },
    ...(soonestEnd
      ? [
          { name: 'soonestEndFrom', value: soonestEnd.fromDays, unit: 'd' },
          { name: 'soonestEndTo', value: soonestEnd.toDays, unit: 'd' },
        ]
      : []),
    ...(allEnds
      ? [
          { name: 'latestEndBy', value: allEnds.toDays, unit: 'd' },
          { name: 'hasHeldLonger', value: allEnds.isOpenAbove },
        ]
      : []),
  ];
}
