// When in a series someone has to ask whether to go on. The counts for ketamine are common practice and not a published
// rule, so they are configuration; the moments of esketamine are those of its label.

import { type Sourced, sourced } from '#clinical/sourced.ts';

export type DecisionRules = {
  /** With no response after so many doses, a first look. */
  readonly firstLookAfterDoses: Sourced<number>;
  /** With no response after so many doses, a reason is needed to go on. */
  readonly reconsiderAfterDoses: Sourced<number>;
  /** Days after the first dose of esketamine at which its benefit is judged before going on. */
  readonly esketamineJudgeAfterDays: Sourced<number>;
  /** Days after the first dose from which it is given as seldom as keeps the response. */
  readonly esketamineSpaceOutAfterDays: Sourced<number>;
};

export const decisionRules: DecisionRules = {
  firstLookAfterDoses: sourced(4, '{doses}', 'T-GEN', 'G', 'Practice speaks of 4 to 6 treatments.'),
  reconsiderAfterDoses: sourced(6, '{doses}', 'T-GEN', 'G', 'Practice speaks of 4 to 6 treatments.'),
  esketamineJudgeAfterDays: sourced(28, 'd', 'L-MED', 'V', 'End of week 4.'),
  esketamineSpaceOutAfterDays: sourced(56, 'd', 'L-MED', 'V', 'Week 9 on.'),
};
