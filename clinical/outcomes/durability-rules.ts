// By what a benefit is called gained, held and lost. All of it is house configuration: a clinic may sign its own.

import { type Sourced, sourced } from '#clinical/sourced.ts';

export type DurabilityRules = {
  /** The benefit is lost when this share of the gain is gone. */
  readonly lostShare: Sourced<number>;
  /** Answers earlier than this many days after the dose still speak of the dose itself. */
  readonly firstDay: Sourced<number>;
  /** The gain is the best answer up to this day. */
  readonly gainWithinDays: Sourced<number>;
  /** Less than this is no gain to lose. */
  readonly minimumGainPoints: Sourced<number>;
  /** So many answers in a row must agree that it is lost: one heavy day is not an end. */
  readonly confirmingAnswers: Sourced<number>;
  /** More days than this between two answers are a gap, across which nothing is assumed. */
  readonly gapDays: Sourced<number>;
  /** So many ends must have been seen before a next date is put forward. */
  readonly minimumEnds: Sourced<number>;
};

/** For the daily question of our own, 0 to 10. */
export const pulseDurabilityRules: DurabilityRules = {
  lostShare: sourced(0.5, '1', 'H-HOUSE', 'H'),
  firstDay: sourced(1, 'd', 'H-HOUSE', 'H'),
  gainWithinDays: sourced(7, 'd', 'H-HOUSE', 'H'),
  minimumGainPoints: sourced(2, '{score}', 'H-HOUSE', 'H'),
  confirmingAnswers: sourced(2, '{answers}', 'H-HOUSE', 'H'),
  gapDays: sourced(7, 'd', 'H-HOUSE', 'H'),
  minimumEnds: sourced(3, '{cycles}', 'H-HOUSE', 'H'),
};

/** For a form that looks back two weeks and is asked every few weeks. */
export const anchorDurabilityRules: DurabilityRules = {
  ...pulseDurabilityRules,
  gainWithinDays: sourced(21, 'd', 'H-HOUSE', 'H'),
  minimumGainPoints: sourced(5, '{score}', 'H-HOUSE', 'H'),
  confirmingAnswers: sourced(1, '{answers}', 'H-HOUSE', 'H'),
  gapDays: sourced(35, 'd', 'H-HOUSE', 'H'),
};

/** The level before the first dose is the middle of the daily answers of so many days, with at least so many of them. */
export const pulseBaselineRules: { readonly days: Sourced<number>; readonly answers: Sourced<number> } = {
  days: sourced(7, 'd', 'H-HOUSE', 'H'),
  answers: sourced(3, '{answers}', 'H-HOUSE', 'H'),
};
