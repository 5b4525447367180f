// From two totals of the same form to what a named rule calls them. Response, remission and reliable change are three
// answers; a baseline of zero has no percentage, and anything missing has no answer.

import type { Sourced } from '#clinical/sourced.ts';
import type { ChangeRule, Direction, ReliableRule } from './change-rules.ts';

type Total = number | null | undefined;

export type ChangeByRule =
  | {
      readonly known: true;
      readonly rule: string;
      readonly baseline: number;
      readonly now: number;
      /** Above zero is better, whichever way the scale runs. */
      readonly improvementPoints: number;
      /** Share of the baseline; undefined when the baseline is zero. */
      readonly improvementPercent: number | undefined;
      readonly response: boolean | 'unknown';
      readonly remission: boolean | 'unknown';
    }
  | {
      readonly known: false;
      readonly rule: string;
      readonly missing: readonly ('baseline' | 'now')[];
      /** Given, but not totals this scale can have. */
      readonly implausible: readonly ('baseline' | 'now')[];
    };

/**
 * Percent change is the improvement over the baseline, times 100. Remission looks only at the total now; response needs
 * both. The figures and their sources are the rule's own.
 */
export function changeByRule(question: {
  readonly rule: ChangeRule;
  readonly baseline: Total;
  readonly now: Total;
}): ChangeByRule {
  const { rule, baseline, now } = question;
  const totals = { baseline: baseline ?? undefined, now: now ?? undefined };
  const names = ['baseline', 'now'] as const;
  const missing = names.filter((name) => totals[name] === undefined);
  const implausible = names.filter(
    (name) => totals[name] !== undefined && !isWithin(rule.range, totals[name]),
  );
  if (
    missing.length > 0 ||
    implausible.length > 0 ||
    totals.baseline === undefined ||
    totals.now === undefined
  ) {
    return { known: false, rule: rule.name, missing, implausible };
  }
  const pair = { baseline: totals.baseline, now: totals.now, betterIs: rule.betterIs };
  const { response, remission } = rule;
  return {
    known: true,
    rule: rule.name,
    baseline: pair.baseline,
    now: pair.now,
    improvementPoints: improvement(pair),
    improvementPercent: pair.baseline === 0 ? undefined : (100 * improvement(pair)) / pair.baseline,
    response:
      response === undefined ? 'unknown' : reaches({ ...pair, ...response, limit: response.atLeast.value }),
    remission: remission === undefined ? 'unknown' : isInRemission(rule, pair.now),
  };
}

/** Whether a total lies in the range the rule calls remission; false where it names none or the total is impossible. */
export function isInRemission(rule: ChangeRule, total: Total): boolean {
  const { remission, range } = rule;
  if (remission === undefined || !isWithin(range, total)) return false;
  return remission.is === 'below' ? total < remission.limit.value : total <= remission.limit.value;
}

export type Reliable = 'better' | 'worse' | 'neither' | 'unknown';

/** Whether the change is at least as large as the named rule asks, and in which direction. */
export function reliableChange(question: {
  readonly rule: ReliableRule;
  readonly baseline: Total;
  readonly now: Total;
}): Reliable {
  const { rule, baseline, now } = question;
  if (!isWithin(rule.range, baseline) || !isWithin(rule.range, now)) return 'unknown';
  const asked = { per: rule.per, limit: rule.atLeast.value };
  const better = reaches({ baseline, now, betterIs: rule.betterIs, ...asked });
  if (better === 'unknown') return 'unknown';
  if (better) return 'better';
  const other: Direction = rule.betterIs === 'lower' ? 'higher' : 'lower';
  return reaches({ baseline, now, betterIs: other, ...asked }) === true ? 'worse' : 'neither';
}

type Pair = { readonly baseline: number; readonly now: number; readonly betterIs: Direction };

function improvement({ baseline, now, betterIs }: Pair): number {
  return betterIs === 'lower' ? baseline - now : now - baseline;
}

// Means leave the last bits uncertain, and a change of exactly the limit counts.
const rounding = 1e-9;

/** Compared as products, so that nothing is divided; a share of nothing is unknown. */
function reaches(
  asked: Pair & { readonly per: 'percent' | 'points'; readonly limit: number },
): boolean | 'unknown' {
  const points = improvement(asked);
  if (asked.per === 'points') return points >= asked.limit - rounding;
  if (asked.baseline === 0) return 'unknown';
  return 100 * points >= asked.limit * asked.baseline - rounding;
}

function isWithin(range: Sourced<readonly [number, number]>, total: Total): total is number {
  const [from, to] = range.value;
  return typeof total === 'number' && Number.isFinite(total) && total >= from && total <= to;
}
