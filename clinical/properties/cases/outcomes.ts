// Whether someone is better, worse, or due for a decision: nothing is compared with a total that is not there.

import { phq9 } from '#clinical/instruments/phq-9.ts';
import { changeByRule, reliableChange } from '#clinical/outcomes/change-by-rule.ts';
import { changeRules, reliableRules } from '#clinical/outcomes/change-rules.ts';
import { courseOf } from '#clinical/outcomes/course.ts';
import { seriesDecision } from '#clinical/outcomes/decision-points.ts';
import { deteriorationIssues } from '#clinical/outcomes/deterioration.ts';
import { durabilityOf } from '#clinical/outcomes/durability.ts';
import { pulseDurabilityRules } from '#clinical/outcomes/durability-rules.ts';
import { baselineOf, changeSince } from '#clinical/outcomes/response.ts';
import { isQuiet, type RuleCase, ruleCase } from '#clinical/properties/rule-case.ts';

const day = 86_400_000;
const firstDoseAt = 1_796_000_000_000;
const now = firstDoseAt + 15 * day;
const zone = 'America/Chicago';
const answered = (at: number, total: number) => ({ instrument: 'phq-9', at, total, version: '1999' });
const responses = [answered(firstDoseAt - day, 20), answered(firstDoseAt + 14 * day, 4)];
const phq9Rule = Object.values(changeRules).find((rule) => rule.instrument === 'phq-9');
const phq9Reliable = Object.values(reliableRules).find((rule) => rule.instrument === 'phq-9');
if (!phq9Rule || !phq9Reliable) throw new Error('The rules of PHQ-9 are named');
const course = courseOf({ responses, instrument: 'phq-9', firstDoseAt, now, zone });

/** Four doses two weeks apart, each better for five days and then as before; the last still holds. */
const doses = [0, 14, 28, 42].map((days) => ({ at: firstDoseAt + days * day, route: 'iv' as const }));
const answers = Array.from({ length: 46 }, (_, index) => ({
  at: firstDoseAt + index * day + 3_600_000,
  value: index % 14 < 6 ? 3 : 8,
}));

export const outcomeCases: readonly RuleCase[] = [
  ruleCase({
    id: 'outcome-course',
    complete: { responses, instrument: 'phq-9', firstDoseAt, now, zone },
    removable: ['responses.0.total', 'responses.1.total', 'firstDoseAt'],
    unreadable: ['responses.0.at', 'responses.1.at', 'now'],
    isFine: (question) => {
      const { baseline, latest, missing } = courseOf(question);
      return baseline !== undefined && latest !== undefined && missing.length === 0;
    },
  }),
  ruleCase({
    id: 'change-by-rule',
    complete: { rule: phq9Rule, baseline: 20, now: 4 },
    removable: ['baseline', 'now'],
    impossible: [
      ['now', -1],
      ['baseline', 28],
    ],
    isFine: (question) => changeByRule(question).known,
  }),
  ruleCase({
    id: 'reliable-change',
    complete: { rule: phq9Reliable, baseline: 20, now: 4 },
    removable: ['baseline', 'now'],
    impossible: [['now', -1]],
    isFine: (question) => reliableChange(question) === 'better',
  }),
  ruleCase({
    id: 'deterioration',
    complete: { course, rule: phq9Reliable },
    removable: ['course.baseline', 'course.latest', 'rule'],
    isFine: (question) => isQuiet(deteriorationIssues(question)),
  }),
  ruleCase({
    id: 'durability',
    complete: {
      doses,
      answers,
      baseline: 8,
      range: { from: 0, to: 10 },
      betterIs: 'lower' as const,
      now: firstDoseAt + 46 * day,
      zone,
      rules: pulseDurabilityRules,
    },
    removable: ['baseline', 'doses.3.route'],
    unreadable: ['doses.3.at', 'now'],
    // Fine is a next date put forward.
    isFine: (question) => durabilityOf(question).nextDate !== undefined,
  }),
  ruleCase({
    id: 'series-decision',
    complete: {
      series: { kind: 'ketamine' as const, dosesGiven: 1, dosesPlanned: 6, firstDoseAt, decided: [] },
      evidence: { course, rule: phq9Rule, reliable: phq9Reliable },
      now,
      zone,
    },
    removable: [
      'series.kind',
      'series.dosesGiven',
      'series.dosesPlanned',
      'evidence.course.latest',
      'evidence.rule',
    ],
    isFine: (question) => {
      const given = seriesDecision(question);
      return given.path !== 'unknown' && isQuiet(given.issues);
    },
  }),
  ruleCase({
    id: 'change-since-baseline',
    complete: { baseline: 20, now: 3, rules: phq9.change },
    removable: ['baseline', 'now'],
    impossible: [
      ['now', -3],
      ['baseline', -20],
    ],
    isFine: (question) => changeSince(question) !== 'unknown',
  }),
  ruleCase({
    id: 'baseline-of',
    complete: { responses, instrument: 'phq-9', firstDoseAt },
    removable: ['responses.0.total', 'firstDoseAt'],
    unreadable: ['responses.0.at'],
    isFine: (question) => baselineOf(question) !== undefined,
  }),
];
