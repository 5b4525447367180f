// What one dose brought and how long it held, as far as the answers after it can say. An end lies between two answers;
// a benefit that still held at the last answer held at least that long; what lies in a gap is not known.

import type { DayAnswer } from './benefit-answer.ts';
import type { Direction } from './change-rules.ts';
import type { DurabilityRules } from './durability-rules.ts';

export type BenefitLost = {
  readonly benefit: 'lost';
  readonly gainPoints: number;
  /** Still held on this day after the dose; the end lies after it. */
  readonly heldAtLeastDays: number;
  /** Seen to be lost on this day after the dose. */
  readonly lostByDays: number;
};

export type BenefitHeld = {
  readonly benefit: 'held';
  readonly gainPoints: number;
  readonly heldAtLeastDays: number;
  readonly endedBy: 'next-dose' | 'last-answer' | 'gap';
  /** The last answers spoke of a loss, too few of them to call it one. */
  readonly isLossUnconfirmed: boolean;
};

export type Benefit =
  | BenefitLost
  | BenefitHeld
  | { readonly benefit: 'no-gain'; readonly bestGainPoints: number }
  | { readonly benefit: 'unknown'; readonly missing: readonly string[] };

/** Answers between this dose and the next, in the order of their days, against the level before the series. H-HOUSE. */
export function benefitAfterDose(question: {
  readonly answers: readonly DayAnswer[];
  readonly baseline: number;
  readonly betterIs: Direction;
  readonly hasNextDose: boolean;
  readonly rules: DurabilityRules;
}): Benefit {
  const { baseline, betterIs, hasNextDose, rules } = question;
  const answers = question.answers.filter((one) => one.day >= rules.firstDay.value);
  const early = answers.filter((one) => one.day <= rules.gainWithinDays.value);
  const [first] = early;
  if (answers.length === 0) return { benefit: 'unknown', missing: ['answers-after-dose'] };
  if (first === undefined) return { benefit: 'unknown', missing: ['answers-soon-after-dose'] };
  const gainOf = (one: DayAnswer) => (betterIs === 'lower' ? baseline - one.value : one.value - baseline);
  const best = early.reduce((found, one) => (gainOf(one) > gainOf(found) ? one : found), first);
  const gainPoints = gainOf(best);
  if (gainPoints < rules.minimumGainPoints.value) return { benefit: 'no-gain', bestGainPoints: gainPoints };
  const keptPoints = gainPoints * (1 - rules.lostShare.value);
  const after = answers.filter((one) => one.day > best.day);
  const isLost = (one: DayAnswer) => gainOf(one) <= keptPoints;
  return endOf({ after, bestDay: best.day, gainPoints, isLost, hasNextDose, rules });
}

function endOf(question: {
  readonly after: readonly DayAnswer[];
  readonly bestDay: number;
  readonly gainPoints: number;
  readonly isLost: (answer: DayAnswer) => boolean;
  readonly hasNextDose: boolean;
  readonly rules: DurabilityRules;
}): BenefitLost | BenefitHeld {
  const { after, bestDay, gainPoints, isLost, hasNextDose, rules } = question;
  let heldAtLeastDays = bestDay;
  let previousDay = bestDay;
  let isHeldAcrossGap = false;
  let losses: readonly DayAnswer[] = [];
  for (const answer of after) {
    const isAfterGap = answer.day - previousDay > rules.gapDays.value;
    previousDay = answer.day;
    if (!isLost(answer)) {
      losses = [];
      // Held again on the far side of a gap does not say that it held throughout.
      isHeldAcrossGap ||= isAfterGap;
      if (!isHeldAcrossGap) heldAtLeastDays = answer.day;
      continue;
    }
    // An answer on the far side of a gap does not confirm one on this side.
    losses = isAfterGap ? [answer] : [...losses, answer];
    const [firstLoss] = losses;
    if (firstLoss && losses.length >= rules.confirmingAnswers.value) {
      return { benefit: 'lost', gainPoints, heldAtLeastDays, lostByDays: firstLoss.day };
    }
  }
  return {
    benefit: 'held',
    gainPoints,
    heldAtLeastDays,
    endedBy: isHeldAcrossGap ? 'gap' : hasNextDose ? 'next-dose' : 'last-answer',
    isLossUnconfirmed: losses.length > 0,
  };
}
