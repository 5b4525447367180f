// May this person be treated by this route in this place? Each condition answered yes gives its strictest rule; each one
// not answered, or answered with "not sure", is unknown.

import type { Route } from '#clinical/care-record.ts';
import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import {
  chartConditions,
  conditionRules,
  type HealthCondition,
  healthConditions,
  type Jurisdiction,
} from './conditions.ts';

export type ConditionAnswer = 'yes' | 'no' | 'not-sure';

export type ConditionAnswers = Readonly<Record<string, ConditionAnswer | undefined>>;

const conditionAnswers: readonly (ConditionAnswer | undefined)[] = ['yes', 'no', 'not-sure'];

const rule = 'health-condition';

export function screenConditions(question: {
  readonly answers: ConditionAnswers | undefined;
  readonly route: Route;
  readonly jurisdiction: Jurisdiction;
}): readonly DetectedIssue[] {
  const { answers, route, jurisdiction } = question;
  const asked = spokenOf(healthConditions, { route, jurisdiction });
  // What a clinician noted speaks too; that nobody noted it is said by `screenChart`.
  const noted = spokenOf(chartConditions, { route, jurisdiction });
  return byUrgency([
    ...[...asked, ...noted].flatMap((condition) => answered(condition, question)),
    ...notAnswered(asked, answers, {
      code: 'conditions-not-answered',
      title: (count, names) => `${count} health questions have no answer: ${names}.`,
    }),
  ]);
}

/** What the clinician goes through at the consult. A line nobody has answered is unknown. */
export function screenChart(question: {
  readonly answers: ConditionAnswers | undefined;
  readonly route: Route;
  readonly jurisdiction: Jurisdiction;
}): readonly DetectedIssue[] {
  const { answers, route, jurisdiction } = question;
  const asked = spokenOf(chartConditions, { route, jurisdiction });
  return byUrgency([
    ...asked.flatMap((condition) => answered(condition, question)),
    ...notAnswered(asked, answers, {
      code: 'chart-not-answered',
      title: (count, names) => `${count} lines of the chart have not been gone through: ${names}.`,
    }),
  ]);
}

type Asked = { readonly route: Route; readonly jurisdiction: Jurisdiction };

function spokenOf(conditions: readonly HealthCondition[], asked: Asked): readonly HealthCondition[] {
  return conditions.filter((condition) => conditionRules({ condition, ...asked }).length > 0);
}

function answered(
  condition: HealthCondition,
  question: Asked & { readonly answers: ConditionAnswers | undefined },
): readonly DetectedIssue[] {
  const { answers, route, jurisdiction } = question;
  const answer = answers?.[condition.id];
  if (answer === 'not-sure') return [notSure(condition)];
  return answer === 'yes' ? strictest({ condition, route, jurisdiction }) : [];
}

function strictest(question: {
  readonly condition: HealthCondition;
  readonly route: Route;
  readonly jurisdiction: Jurisdiction;
}): readonly DetectedIssue[] {
  const { condition, route, jurisdiction } = question;
  const [first] = conditionRules(question);
  if (!first) return [];
  return [
    {
      rule,
      code: condition.id,
      title: first.advice ? `${condition.name}. ${first.advice}` : `${condition.name}.`,
      action: first.action,
      inputs: [
        { name: condition.id, value: 'yes' },
        { name: 'route', value: route },
        { name: 'jurisdiction', value: jurisdiction },
        { name: 'basis', value: first.basis },
      ],
      missing: [],
      sources: first.sources,
      confidence: first.confidence,
    },
  ];
}

function notSure(condition: HealthCondition): DetectedIssue {
  return {
    rule,
    code: `${condition.id}-not-sure`,
    title: `They are not sure about this: ${condition.name}.`,
    action: 'unknown',
    inputs: [{ name: condition.id, value: 'not-sure' }],
    missing: [condition.id],
    sources: ['H-HOUSE'],
    confidence: 'H',
  };
}

function notAnswered(
  asked: readonly HealthCondition[],
  answers: ConditionAnswers | undefined,
  words: { readonly code: string; readonly title: (count: number, names: string) => string },
): readonly DetectedIssue[] {
  // A word that is none of the three answers is no answer either.
  const silent = asked.filter((condition) => !conditionAnswers.includes(answers?.[condition.id]));
  if (silent.length === 0) return [];
  const names = silent.map((condition) => condition.name.toLowerCase()).join('; ');
  return [
    {
      rule,
      code: words.code,
      title: words.title(silent.length, names),
      action: 'unknown',
      inputs: [],
      missing: silent.map((condition) => condition.id),
      sources: ['H-HOUSE'],
      confidence: 'H',
    },
  ];
}
