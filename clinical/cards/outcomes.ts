// The outcome rules as a clinician reads them: what is compared with what, what counts as better or worse and by whose
// rule, how long a benefit is said to have held, and when a series stops to ask whether to go on.

import { type ChangeRule, changeRules, reliableRules } from '#clinical/outcomes/change-rules.ts';
import { currentTotalDays } from '#clinical/outcomes/course.ts';
import { decisionPointRule } from '#clinical/outcomes/decision-points.ts';
import { decisionRules } from '#clinical/outcomes/decision-rules.ts';
import { deteriorationRule } from '#clinical/outcomes/deterioration.ts';
import { durabilityRule } from '#clinical/outcomes/durability.ts';
import {
  anchorDurabilityRules,
  type DurabilityRules,
  pulseBaselineRules,
  pulseDurabilityRules,
} from '#clinical/outcomes/durability-rules.ts';
import type { RuleCard } from '#clinical/rule-card.ts';
import type { Sourced } from '#clinical/sourced.ts';

type Figures = Readonly<Record<string, Sourced<number>>>;

const named: readonly ChangeRule[] = Object.values(changeRules);

const changeFigures: Figures = Object.fromEntries(
  named.flatMap(({ name, response, remission }) => [
    ...(response ? [[`${name}-response-${response.per}`, response.atLeast]] : []),
    ...(remission ? [[`${name}-remission-${remission.is}`, remission.limit]] : []),
  ]),
);

const reliableFigures: Figures = Object.fromEntries(
  Object.values(reliableRules).map((rule) => [`${rule.name}-${rule.per}`, rule.atLeast]),
);

const under = (prefix: string, rules: DurabilityRules): Figures =>
  Object.fromEntries(Object.entries(rules).map(([name, figure]) => [`${prefix}-${name}`, figure]));

export const outcomesCards: readonly RuleCard[] = [
  {
    id: 'outcome-course',
    stage: 'outcomes',
    question: 'Which two totals is an outcome read from?',
    decides:
      'The last complete total before the first dose, the same morning included, against the last complete total since, of the same form in the same version. A total older than the limit no longer says how someone is now.',
    inputs: ['responses', 'firstDoseAt', 'now'],
    whenMissing:
      'What stands in the way is named: no first dose, no baseline, no total since, another version, or a total too old. Nothing is compared in its place.',
    figures: { currentTotalDays },
    sources: ['H-HOUSE'],
  },
  {
    id: 'change-by-rule',
    stage: 'outcomes',
    question: 'Is this a response, and is it remission, by the rule named?',
    decides:
      'Percent change is the improvement over the baseline. Response and remission are two answers, each by the figures of the named rule; where sources disagree there is more than one rule. On WHO-5 a rise is the improvement.',
    inputs: ['rule', 'baseline', 'now'],
    whenMissing:
      'Without both totals there is no answer. A total the form cannot give is named. A baseline of zero has no percentage, and whether it is a response is unknown.',
    figures: changeFigures,
    sources: ['Q-CAM', 'Q-OTH', 'T-GEN'],
  },
  {
    id: 'reliable-change',
    stage: 'outcomes',
    question: 'Is the change more than the form’s own noise, and in which direction?',
    decides:
      'The difference is at least as large as the named rule asks. It is shown beside response and remission and never in their place.',
    inputs: ['rule', 'baseline', 'now'],
    whenMissing: 'Unknown without both totals, with an impossible one, or as a share of zero.',
    figures: reliableFigures,
    sources: ['Q-OTH', 'T-GEN'],
  },
  {
    id: deteriorationRule,
    stage: 'outcomes',
    question: 'Is someone reliably worse than before they began?',
    decides:
      'The last total since is worse than the baseline by at least the named reliable change. It is put before the prescriber.',
    inputs: ['baseline', 'latest', 'rule'],
    whenMissing: 'Whether they are worse is unknown, and the finding says what is missing.',
    figures: reliableFigures,
    sources: ['Q-OTH', 'T-GEN'],
  },
  {
    id: durabilityRule,
    stage: 'outcomes',
    question:
      'How long has the benefit of a dose held for this person, and when might the next be talked about?',
    decides:
      'The gain is the best answer soon after a dose against the level before the series. It is lost when the named share of it is gone in so many answers running. Each dose gives two days: the last on which it still held, and the first on which it was lost. A benefit that held at the last answer, or until the next dose, held at least that long and has no end. Nothing is assumed across a gap. With enough ends seen by one route, the next date is the range from the shortest time held to the soonest day lost, counted from the latest dose.',
    inputs: ['doses', 'route', 'answers', 'baseline'],
    whenMissing:
      'Without doses, their route, a level before, answers after the dose or recent answers it is unknown. With too few ends there is no next date.',
    figures: {
      ...under('pulse', pulseDurabilityRules),
      ...under('anchor', anchorDurabilityRules),
      pulseBaselineDays: pulseBaselineRules.days,
      pulseBaselineAnswers: pulseBaselineRules.answers,
    },
    sources: ['H-HOUSE', 'K-AN17'],
  },
  {
    id: decisionPointRule,
    stage: 'outcomes',
    question: 'Has this series come to a point where someone asks: continue, space out, change or stop?',
    decides:
      'A ketamine series asks after the first count of doses without a response, again after the second, and at its planned end. Esketamine asks at the end of week 4 and from week 9. A worsening is asked about wherever it is seen. The form of the first condition named is read, and low mood beside it: a worsening on either is what is asked about. All four choices stay open; what the evidence does not speak for needs a written reason.',
    inputs: [
      'kind',
      'dosesGiven',
      'dosesPlanned',
      'firstDoseAt',
      'decided',
      'baseline',
      'latest',
      'durability',
    ],
    whenMissing:
      'Where nobody named what it is for, low mood alone is read. Without the totals the question is asked as unknown and every choice needs a reason. Without the count, the plan or the kind of series it is unknown whether a decision is due.',
    figures: { ...decisionRules },
    sources: ['K-AN17', 'L-MED', 'T-GEN', 'H-HOUSE'],
  },
];
