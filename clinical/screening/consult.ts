// Everything screening found, put before the prescriber in one list: what stops, what is unknown, what to decide, what to
// manage, what to know.

import type { Route } from '#clinical/care-record.ts';
import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import type { LocalDate } from '#clinical/instant.ts';
import type { Jurisdiction } from './conditions.ts';
import { type ConditionAnswers, screenConditions } from './screen-conditions.ts';
import { screenMedicines } from './screen-medicines.ts';
import { type PregnancyAnswer, screenAge, screenAllergies, screenPregnancy } from './screen-person.ts';

/** What a person told the clinic before the consult. Undefined means nobody asked. */
export type ScreeningAnswers = {
  readonly birthDate?: LocalDate | undefined;
  readonly conditions?: ConditionAnswers | undefined;
  readonly medicines?: readonly string[] | undefined;
  readonly allergies?: readonly string[] | undefined;
  readonly pregnancy?: PregnancyAnswer | undefined;
};

export function consultIssues(question: {
  readonly answers: ScreeningAnswers;
  readonly route: Route;
  readonly jurisdiction: Jurisdiction;
  /** Today where the patient lives. */
  readonly on: LocalDate;
}): readonly DetectedIssue[] {
  const { answers, route, jurisdiction, on } = question;
  return byUrgency([
    ...screenAge({ birthDate: answers.birthDate, on }),
    ...screenConditions({ answers: answers.conditions, route, jurisdiction }),
    ...screenPregnancy(answers.pregnancy),
    ...screenMedicines({ medicines: answers.medicines, route }),
    ...screenAllergies(answers.allergies),
  ]);
}
