// May this person be treated by this route in this place? Each condition answered yes gives its strictest rule; each one
// not answered, or answered with "not sure", is unknown.

import type { Route } from '#clinical/care-record.ts';
import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { conditionRules, type HealthCondition, healthConditions, type Jurisdiction } from './conditions.ts';

export type ConditionAnswer = 'yes' | 'no' | 'not-sure';

export type ConditionAnswers = Readonly<Record<string, ConditionAnswer | undefined>>;

const rule = 'health-condition';

export function screenConditions(question: {
  readonly answers: ConditionAnswers | undefined;
  readonly route: Route;
  readonly jurisdiction: Jurisdiction;
}): readonly DetectedIssue[] {
  const { answers, route, jurisdiction } = question;
  const asked = healthConditions.filter(
    (condition) => conditionRules({ condition, route, jurisdiction }).length > 0,
  );
  const unanswered = asked.filter((condition) => answers?.[condition.id] === undefined);
  const found = asked.flatMap((condition) => {
    const answered = answers?.[condition.id];
    if (answered === 'not-sure') return [notSure(condition)];
    return answered === 'yes' ? strictest({ condition, route, jurisdiction }) : [];
  });
  return byUrgency([...found, ...notAnswered(unanswered)]);
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

function notAnswered(conditions: readonly HealthCondition[]): readonly DetectedIssue[] {
  if (conditions.length === 0) return [];
  const names = conditions.map((condition) => condition.name.toLowerCase()).join('; ');
  return [
    {
      rule,
      code: 'conditions-not-answered',
      title: `${conditions.length} health questions have no answer: ${names}.`,
      action: 'unknown',
      inputs: [],
      missing: conditions.map((condition) => condition.id),
      sources: ['H-HOUSE'],
      confidence: 'H',
    },
  ];
}
