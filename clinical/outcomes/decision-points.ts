// Where a series stops to ask: continue, space out, change or stop? Each question carries its evidence, who owns it and
// what is not known. All four choices stay open; what the evidence does not speak for needs a reason, and without
// evidence each of them does.

import type { Role } from '#clinical/care-record.ts';
import { byUrgency, type DetectedIssue, type IssueInput } from '#clinical/detected-issue.ts';
import {
  addDays,
  daysBetween,
  type Instant,
  type LocalDate,
  localDateOf,
  type ZoneId,
} from '#clinical/instant.ts';
import type { Sourced } from '#clinical/sourced.ts';
import type { Confidence, SourceId } from '#clinical/sources.ts';
import {
  type ChangeByRule,
  changeByRule,
  isInRemission,
  type Reliable,
  reliableChange,
} from './change-by-rule.ts';
import type { ChangeRule, ReliableRule } from './change-rules.ts';
import type { Course } from './course.ts';
import { type DecisionRules, decisionRules } from './decision-rules.ts';
import { totalsOf } from './deterioration.ts';
import type { Durability } from './durability.ts';

export const decisionPointRule = 'series-decision';

/** 'esketamine-acute' is the four-week course for acute suicidality; use beyond it was not evaluated (L-MED, V). */
export type SeriesKind = 'ketamine' | 'esketamine' | 'esketamine-acute';

export type DecisionPointId =
  | 'worsening'
  | 'first-look'
  | 'reconsider'
  | 'series-end'
  | 'esketamine-judge-benefit'
  | 'esketamine-space-out';

export type Choice = 'continue' | 'space-out' | 'change' | 'stop';

export type Path = 'worse' | 'no-response' | 'some-improvement' | 'response' | 'remission' | 'unknown';

export const choices: readonly Choice[] = ['continue', 'space-out', 'change', 'stop'];

/** What the evidence does not speak for, so that a reason is written beside it. A house rule; nothing is forbidden. */
export const choicesNeedingReason: Readonly<Record<Path, readonly Choice[]>> = {
  worse: ['continue', 'space-out'],
  'no-response': ['continue', 'space-out'],
  'some-improvement': ['space-out'],
  response: [],
  remission: [],
  unknown: choices,
};

export type Series = {
  readonly kind: SeriesKind | undefined;
  readonly dosesGiven: number | undefined;
  readonly dosesPlanned: number | undefined;
  readonly firstDoseAt: Instant | undefined;
  /** What was decided at earlier points, and when. */
  readonly decided: readonly { readonly point: DecisionPointId; readonly at: Instant }[];
};

export type Evidence = {
  readonly course: Course;
  /** By which rule it is called a response. Undefined: the clinic named none. */
  readonly rule: ChangeRule | undefined;
  readonly reliable: ReliableRule | undefined;
  readonly durability?: Durability | undefined;
};

export type DecisionPoint = {
  readonly point: DecisionPointId;
  readonly owner: Role;
  readonly path: Path;
  readonly choices: readonly Choice[];
  readonly needsReason: readonly Choice[];
  readonly issue: DetectedIssue;
};

export type DecisionAnswer = {
  readonly path: Path;
  /** The one question that is open now; undefined when none is, or when it is not known whether one is. */
  readonly due: DecisionPoint | undefined;
  readonly issues: readonly DetectedIssue[];
};

export function seriesDecision(question: {
  readonly series: Series;
  readonly evidence: Evidence;
  readonly now: Instant;
  readonly zone: ZoneId;
  readonly rules?: DecisionRules | undefined;
}): DecisionAnswer {
  const { series, evidence, now, zone, rules = decisionRules } = question;
  const read = readEvidence(evidence);
  const place = placeInSeries({ series, now, zone, rules });
  const inputs: readonly IssueInput[] = [...place.inputs, ...inputsOf(evidence, read)];
  const unclear: readonly DetectedIssue[] =
    place.missing.length === 0
      ? []
      : [
          {
            rule: decisionPointRule,
            code: 'place-in-series-not-known',
            title:
              'Where this person is in the series is not known, so neither is whether a decision is due.',
            action: 'unknown',
            inputs,
            missing: place.missing,
            sources: ['H-HOUSE'],
            confidence: 'H',
          },
        ];
  const reached = place.reached
    .filter(({ point }) => isAsked(point, read.path))
    .filter(({ point }) => !series.decided.some((one) => one.point === point && one.at <= now));
  // The counts of one series replace one another; the moments of the label are each to be answered, oldest first.
  const planned = series.kind === 'ketamine' ? latestOpen(reached, place.reached) : reached[0];
  const open = planned ?? worsening({ series, evidence, path: read.path, now });
  const others = [...unclear, ...extended({ series, inputs, now })];
  if (!open) return { path: read.path, due: undefined, issues: byUrgency(others) };
  const roots = rootsOf(open, evidence);
  const due: DecisionPoint = {
    point: open.point,
    owner: 'prescriber',
    path: read.path,
    choices,
    needsReason: choicesNeedingReason[read.path],
    issue: {
      rule: decisionPointRule,
      code: `${open.point}-${read.path}`,
      title: `${open.says} ${pathWords[read.path]} Continue, space out, change or stop?`,
      action: read.path === 'unknown' ? 'unknown' : 'review',
      inputs,
      missing: [
        ...read.missing,
        ...(wantsDurability(open, read) && !evidence.durability?.nextDate ? ['durability'] : []),
      ],
      sources: [...new Set(roots.map((root) => root.source))],
      confidence: leastSure(roots),
    },
  };
  return { path: read.path, due, issues: byUrgency([due.issue, ...others]) };
}

const pathWords: Readonly<Record<Path, string>> = {
  worse: 'Reliably worse than before the first dose.',
  'no-response': 'No response so far.',
  'some-improvement': 'Better by more than noise, and not a response.',
  response: 'A response by the rule named.',
  remission: 'In the range called remission.',
  unknown: 'How they are against before the first dose is not known.',
};

type Reading = {
  readonly path: Path;
  readonly change: ChangeByRule | undefined;
  readonly reliable: Reliable;
  readonly missing: readonly string[];
};

function readEvidence({ course, rule, reliable: reliableRule }: Evidence): Reading {
  const totals = { baseline: course.baseline?.total, now: course.latest?.total };
  const fitting = rule?.instrument === course.instrument ? rule : undefined;
  const change = fitting && changeByRule({ rule: fitting, ...totals });
  const reliable =
    reliableRule?.instrument === course.instrument
      ? reliableChange({ rule: reliableRule, ...totals })
      : 'unknown';
  const blocking = [
    ...course.missing,
    ...(fitting ? [] : ['rule-for-this-form']),
    ...(change?.known === false ? change.implausible.map((name) => `plausible-${name}`) : []),
    ...(change?.known && change.response === 'unknown' ? ['response'] : []),
    ...(fitting && isInRemission(fitting, totals.baseline) ? ['baseline-above-remission'] : []),
  ];
  return {
    // A worsening that was seen is said even when the rest is not known.
    path: reliable === 'worse' ? 'worse' : blocking.length > 0 ? 'unknown' : pathOf(change, reliable),
    change,
    reliable,
    missing: [...blocking, ...(reliable === 'unknown' ? ['reliable-change'] : [])],
  };
}

function pathOf(change: ChangeByRule | undefined, reliable: Reliable): Path {
  if (!change?.known) return 'unknown';
  if (change.remission === true) return 'remission';
  if (change.response === true) return 'response';
  return reliable === 'better' ? 'some-improvement' : 'no-response';
}

/** The counts before the end ask about non-response; the other points are asked of everyone. */
function isAsked(point: DecisionPointId, path: Path): boolean {
  const isForNonResponse = point === 'first-look' || point === 'reconsider';
  return !(isForNonResponse && (path === 'response' || path === 'remission'));
}

type Reached = {
  readonly point: DecisionPointId;
  readonly says: string;
  /** Undefined for the end of the series, which the plan itself names. */
  readonly limit: Sourced<number> | undefined;
};

type Place = {
  readonly inputs: readonly IssueInput[];
  readonly missing: readonly string[];
  /** In the order in which they come. */
  readonly reached: readonly Reached[];
};

function placeInSeries(question: {
  readonly series: Series;
  readonly now: Instant;
  readonly zone: ZoneId;
  readonly rules: DecisionRules;
}): Place {
  const { series, now, zone, rules } = question;
  if (!series.kind) return { inputs: [], missing: ['seriesKind'], reached: [] };
  return series.kind === 'ketamine' ? byDoses(series, rules) : byWeeks({ series, now, zone, rules });
}

function byDoses(series: Series, rules: DecisionRules): Place {
  const { dosesGiven, dosesPlanned } = series;
  const inputs = [...countInput('dosesGiven', dosesGiven), ...countInput('dosesPlanned', dosesPlanned)];
  const missing = [
    ...(isCount(dosesGiven) ? [] : ['dosesGiven']),
    ...(isCount(dosesPlanned) && dosesPlanned > 0 ? [] : ['dosesPlanned']),
  ];
  if (!isCount(dosesGiven)) return { inputs, missing, reached: [] };
  const isPast = (limit: number) => dosesGiven >= limit;
  const { firstLookAfterDoses, reconsiderAfterDoses } = rules;
  const isAtEnd = isCount(dosesPlanned) && dosesPlanned > 0 && isPast(dosesPlanned);
  const extra = isAtEnd ? dosesGiven - dosesPlanned : 0;
  return {
    inputs,
    missing,
    reached: [
      ...(isPast(firstLookAfterDoses.value)
        ? [{ point: 'first-look', says: `${dosesGiven} doses given.`, limit: firstLookAfterDoses } as const]
        : []),
      ...(isPast(reconsiderAfterDoses.value)
        ? [{ point: 'reconsider', says: `${dosesGiven} doses given.`, limit: reconsiderAfterDoses } as const]
        : []),
      ...(isAtEnd
        ? [
            {
              point: 'series-end',
              says:
                extra > 0
                  ? `${extra} more than the ${dosesPlanned} planned doses were given.`
                  : `All ${dosesPlanned} planned doses were given.`,
              limit: undefined,
            } as const,
          ]
        : []),
    ],
  };
}

function byWeeks(question: {
  readonly series: Series;
  readonly now: Instant;
  readonly zone: ZoneId;
  readonly rules: DecisionRules;
}): Place {
  const { series, now, zone, rules } = question;
  const { firstDoseAt } = series;
  if (!Number.isFinite(now)) return { inputs: [], missing: ['now'], reached: [] };
  if (firstDoseAt === undefined || !Number.isFinite(firstDoseAt) || firstDoseAt > now) {
    return { inputs: [], missing: ['firstDoseAt'], reached: [] };
  }
  const firstDay: LocalDate = localDateOf(firstDoseAt, zone);
  const days = daysBetween(firstDay, localDateOf(now, zone));
  const { esketamineJudgeAfterDays, esketamineSpaceOutAfterDays } = rules;
  const isAcute = series.kind === 'esketamine-acute';
  return {
    inputs: [
      { name: 'firstDose', value: firstDay, at: firstDoseAt },
      ...countInput('dosesGiven', series.dosesGiven),
    ],
    missing: [],
    reached: [
      ...(days >= esketamineJudgeAfterDays.value
        ? [
            {
              point: 'esketamine-judge-benefit',
              says: isAcute
                ? `The four weeks ended on ${addDays(firstDay, esketamineJudgeAfterDays.value)}; use beyond them was not evaluated.`
                : `Week 4 ended on ${addDays(firstDay, esketamineJudgeAfterDays.value)}: the benefit is judged before going on.`,
              limit: esketamineJudgeAfterDays,
            } as const,
          ]
        : []),
      ...(!isAcute && days >= esketamineSpaceOutAfterDays.value
        ? [
            {
              point: 'esketamine-space-out',
              says: 'From week 9 it is given as seldom as keeps the response.',
              limit: esketamineSpaceOutAfterDays,
            } as const,
          ]
        : []),
    ],
  };
}

/** Only the furthest point reached is asked, and not when that one was decided. */
function latestOpen(open: readonly Reached[], reached: readonly Reached[]): Reached | undefined {
  const furthest = reached.at(-1);
  return open.find((one) => one.point === furthest?.point);
}

/** A worsening is asked about wherever it is seen, and again after each total that shows it. */
function worsening(question: {
  readonly series: Series;
  readonly evidence: Evidence;
  readonly path: Path;
  readonly now: Instant;
}): Reached | undefined {
  const { series, evidence, path, now } = question;
  const seenAt = evidence.course.latest?.at;
  if (path !== 'worse' || seenAt === undefined) return undefined;
  const isDecided = series.decided.some((one) => one.at >= seenAt && one.at <= now);
  if (isDecided) return undefined;
  return { point: 'worsening', says: 'Between planned decisions.', limit: evidence.reliable?.atLeast };
}

/** A series that ran on past its decided end is asked for its new length. */
function extended(question: {
  readonly series: Series;
  readonly inputs: readonly IssueInput[];
  readonly now: Instant;
}): readonly DetectedIssue[] {
  const { series, inputs, now } = question;
  const { kind, dosesGiven, dosesPlanned, decided } = series;
  const isExtended =
    kind === 'ketamine' && isCount(dosesGiven) && isCount(dosesPlanned) && dosesGiven > dosesPlanned;
  const isDecided = decided.some((one) => one.point === 'series-end' && one.at <= now);
  if (!isExtended || !isDecided) return [];
  return [
    {
      rule: decisionPointRule,
      code: 'series-extended',
      title: `${dosesGiven} doses were given and ${dosesPlanned} planned: how long the series now is was not written down.`,
      action: 'review',
      inputs,
      missing: ['dosesPlanned'],
      sources: ['K-AN17', 'H-HOUSE'],
      confidence: 'H',
    },
  ];
}

/** Spacing out and ending well ask how long the benefit has held for this person. */
function wantsDurability(open: Reached, { path }: Reading): boolean {
  const asksSpacing = open.point === 'series-end' || open.point === 'esketamine-space-out';
  return asksSpacing && (path === 'response' || path === 'remission');
}

function inputsOf(evidence: Evidence, read: Reading): readonly IssueInput[] {
  const { course, rule, reliable, durability } = evidence;
  const { change } = read;
  const at = course.latest?.at;
  return [
    { name: 'instrument', value: course.instrument },
    ...totalsOf(course),
    ...(rule ? [{ name: 'rule', value: rule.name }] : []),
    ...(change?.known
      ? [
          ...(change.improvementPercent === undefined
            ? []
            : [{ name: 'improvement', value: change.improvementPercent, unit: '%', at }]),
          { name: 'response', value: change.response, at },
          { name: 'remission', value: change.remission, at },
        ]
      : []),
    ...(reliable ? [{ name: 'reliableRule', value: reliable.name }] : []),
    { name: 'reliableChange', value: read.reliable, at },
    ...(durability ? [{ name: 'endsSeen', value: durability.endsSeen, unit: '{cycles}' }] : []),
  ];
}

type Root = { readonly source: SourceId; readonly confidence: Confidence };

function rootsOf(open: Reached, { rule, reliable }: Evidence): readonly Root[] {
  const roots: readonly (Root | undefined)[] = [
    open.limit ?? { source: 'K-AN17', confidence: 'V' },
    rule?.response?.atLeast,
    rule?.remission?.limit,
    reliable?.atLeast,
  ];
  return roots.filter((root) => root !== undefined);
}

const fromSurest: readonly Confidence[] = ['V', 'V2', 'G', 'H'];

function leastSure(roots: readonly Root[]): Confidence {
  return fromSurest[Math.max(...roots.map((root) => fromSurest.indexOf(root.confidence)))] ?? 'H';
}

function isCount(count: number | undefined): count is number {
  return count !== undefined && Number.isInteger(count) && count >= 0;
}

/** A count as it stands on the record, also one that cannot be right. */
function countInput(name: string, count: number | null | undefined): readonly IssueInput[] {
  if (count === undefined || count === null) return [];
  return [{ name, value: Number.isFinite(count) ? count : String(count), unit: '{doses}' }];
}
