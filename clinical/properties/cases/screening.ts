// What must be known before a dose is planned: a question nobody asked is never a clean answer.

import { pathwayAnchors } from '#clinical/pathways/pathways.ts';
import { isQuiet, type RuleCase, ruleCase } from '#clinical/properties/rule-case.ts';
import { benzodiazepineEquivalent } from '#clinical/screening/benzodiazepine-equivalent.ts';
import { conditionRules, healthConditions } from '#clinical/screening/conditions.ts';
import { holdWindowIssues } from '#clinical/screening/hold-windows.ts';
import { indicationIssues } from '#clinical/screening/indications.ts';
import { type ConditionAnswers, screenConditions } from '#clinical/screening/screen-conditions.ts';
import { screenMedicines } from '#clinical/screening/screen-medicines.ts';
import { screenAge, screenAllergies, screenPregnancy } from '#clinical/screening/screen-person.ts';
import { sensoryIssues } from '#clinical/screening/sensory-changes.ts';

const here = { route: 'iv', jurisdiction: 'US' } as const;
const asked = healthConditions.filter((condition) => conditionRules({ condition, ...here }).length > 0);

export const screeningCases: readonly RuleCase[] = [
  ruleCase({
    id: 'age',
    complete: { birthDate: '1979-06-02', on: '2026-11-23' },
    removable: ['birthDate'],
    isFine: (question) => isQuiet(screenAge(question)),
  }),
  ruleCase({
    id: 'health-condition',
    complete: {
      ...here,
      answers: Object.fromEntries(asked.map((one) => [one.id, 'no'])) as ConditionAnswers,
    },
    removable: ['answers', ...asked.map((one) => `answers.${one.id}`)],
    isFine: (question) => isQuiet(screenConditions(question)),
  }),
  ruleCase({
    id: 'sensory-changes',
    complete: {
      told: ['hallucination'],
      conditions: {
        'migraine-with-aura': 'no',
        'psychosis-now': 'no',
        'psychosis-past': 'no',
      } as ConditionAnswers,
    },
    removable: [
      'conditions',
      'conditions.migraine-with-aura',
      'conditions.psychosis-now',
      'conditions.psychosis-past',
    ],
    isFine: (question) => isQuiet(sensoryIssues(question)),
  }),
  ruleCase({
    id: 'medicine-interaction',
    complete: { medicines: [], route: 'iv' as const },
    removable: ['medicines'],
    isFine: (question) => isQuiet(screenMedicines(question)),
  }),
  ruleCase({
    id: 'pregnancy',
    complete: { answered: 'not-possible' as const },
    removable: ['answered'],
    isFine: ({ answered }) => isQuiet(screenPregnancy(answered)),
  }),
  ruleCase({
    id: 'allergy',
    complete: { allergies: [] },
    removable: ['allergies'],
    isFine: ({ allergies }) => isQuiet(screenAllergies(allergies)),
  }),
  ruleCase({
    id: 'benzodiazepine-equivalent',
    complete: { drugs: [{ drug: 'lorazepam', mgPerDay: 0.5 }] },
    removable: ['drugs', 'drugs.0.mgPerDay'],
    impossible: [['drugs.0.mgPerDay', -1]],
    isFine: ({ drugs }) => benzodiazepineEquivalent(drugs).above8 === false,
  }),
  ruleCase({
    id: 'hold-window',
    complete: { medicine: 'Lorazepam', medicineClass: 'benzodiazepine' as const, holdWindowHours: 24 },
    removable: ['holdWindowHours'],
    impossible: [['holdWindowHours', -24]],
    isFine: (question) => isQuiet(holdWindowIssues(question)),
  }),
  ruleCase({
    id: 'indication',
    complete: {
      indicationId: 'treatment-resistant-depression',
      route: 'nasal' as const,
      jurisdiction: 'US' as const,
      adequateTrials: 2,
      documented: { diagnosis: true, 'treatments-tried': true },
    },
    removable: [
      'indicationId',
      'adequateTrials',
      'documented',
      'documented.diagnosis',
      'documented.treatments-tried',
    ],
    impossible: [['adequateTrials', -2]],
    isFine: (question) => isQuiet(indicationIssues(question)),
  }),
  // A pathway that is not named asks nothing, and nobody may read that as measured.
  ruleCase({
    id: 'pathway-measures',
    complete: { indicationIds: ['ptsd'] as readonly string[], anchors: [] },
    removable: ['indicationIds'],
    isFine: ({ indicationIds, anchors }) => pathwayAnchors(indicationIds ?? [], anchors ?? []).length === 3,
  }),
];
