// Age, pregnancy and allergies: what must be known about the person before any dose is planned.

import { byUrgency, type DetectedIssue, type IssueAction } from '#clinical/detected-issue.ts';
import { ageInYears, isLocalDate, type LocalDate } from '#clinical/instant.ts';
import { sourced } from '#clinical/sourced.ts';
import type { Confidence, SourceId } from '#clinical/sources.ts';
import { findMedicines } from './find-medicine.ts';

type Found = {
  readonly action: IssueAction;
  readonly sources: readonly SourceId[];
  readonly confidence: Confidence;
};

export const adultFromYears = sourced(18, 'a', 'L-US', 'H', 'Not approved in children; a house default.');
export const olderFromYears = sourced(65, 'a', 'L-EU', 'V');
/** A birth date further back is a slip of the finger. */
export const oldestYears = sourced(120, 'a', 'H-HOUSE', 'H');

export function screenAge(question: {
  readonly birthDate: LocalDate | undefined;
  readonly on: LocalDate;
}): readonly DetectedIssue[] {
  const { birthDate, on } = question;
  if (birthDate === undefined || !isLocalDate(birthDate) || birthDate > on) {
    return [unknown('age', 'birth-date-missing', 'The birth date is not known.', 'birthDate')];
  }
  const years = ageInYears(birthDate, on);
  const inputs = [{ name: 'age', value: years, unit: 'a' }];
  if (years > oldestYears.value) {
    return [
      {
        ...unknown('age', 'age-implausible', `${years} years is not an age. Ask again.`, 'birthDate'),
        inputs,
      },
    ];
  }
  if (years < adultFromYears.value) {
    return [
      {
        ...issue('age', 'age-under-adult', `Younger than ${adultFromYears.value}.`, {
          action: 'exclude',
          sources: [adultFromYears.source, 'H-HOUSE'],
          confidence: adultFromYears.confidence,
        }),
        inputs,
      },
    ];
  }
  if (years < olderFromYears.value) return [];
  return [
    {
      ...issue('age', 'age-older', `${olderFromYears.value} or older: start low, watch pressure and steps.`, {
        action: 'manage',
        sources: [olderFromYears.source, 'M-YALE'],
        confidence: olderFromYears.confidence,
      }),
      inputs,
    },
  ];
}

export type PregnancyAnswer = 'not-possible' | 'possible' | 'pregnant' | 'breast-feeding' | 'not-sure';

export function screenPregnancy(answered: PregnancyAnswer | null | undefined): readonly DetectedIssue[] {
  switch (answered) {
    case null:
    case undefined:
      return [unknown('pregnancy', 'pregnancy-not-asked', 'Nobody has asked about pregnancy.', 'pregnancy')];
    case 'not-sure':
      return [
        unknown(
          'pregnancy',
          'pregnancy-not-sure',
          'They are not sure whether they are pregnant.',
          'pregnancy',
        ),
      ];
    case 'not-possible':
      return [];
    case 'possible':
      return [
        issue('pregnancy', 'pregnancy-possible', 'Pregnancy is possible: test before the first session.', {
          action: 'review',
          sources: ['K-APNA', 'K-PAIN', 'K-ED', 'L-EU'],
          confidence: 'V',
        }),
      ];
    case 'pregnant':
      return [
        issue('pregnancy', 'pregnant', 'Pregnant.', {
          action: 'exclude',
          sources: ['K-APNA', 'K-PAIN', 'K-ED', 'L-EU'],
          confidence: 'V',
        }),
      ];
    case 'breast-feeding':
      return [
        issue('pregnancy', 'breast-feeding', 'Breast-feeding: not recommended.', {
          action: 'exclude',
          sources: ['L-EU', 'K-ED'],
          confidence: 'V',
        }),
      ];
  }
}

/** Allergies as typed; an empty list means they said they have none. */
export function screenAllergies(allergies: readonly string[] | undefined): readonly DetectedIssue[] {
  if (!allergies) {
    return [unknown('allergy', 'allergies-not-asked', 'Nobody has asked about allergies.', 'allergies')];
  }
  return byUrgency(allergies.filter((typed) => typed.trim() !== '').map(screenAllergy));
}

function screenAllergy(typed: string): DetectedIssue {
  const findings = findMedicines(typed);
  const isKetamine = (certainty: 'sure' | 'perhaps'): boolean =>
    findings.some(
      (finding) =>
        finding.certainty === certainty &&
        finding.matches.some((match) => match.medicines.some((one) => one.class === 'ketamine-self')),
    );
  const inputs = [{ name: 'allergy', value: typed }];
  if (isKetamine('sure')) {
    return {
      ...issue('allergy', 'allergy-ketamine', `Allergy to ${typed}.`, {
        action: 'exclude',
        sources: ['L-US', 'K-USL'],
        confidence: 'V',
      }),
      inputs,
    };
  }
  if (isKetamine('perhaps')) {
    return {
      ...unknown(
        'allergy',
        'allergy-perhaps-ketamine',
        `Do they mean ketamine by “${typed}”?`,
        `allergy: ${typed}`,
      ),
      inputs,
    };
  }
  return {
    ...issue('allergy', 'allergy-other', `Allergy to ${typed}. Show it to everyone who gives a medicine.`, {
      action: 'inform',
      sources: ['H-HOUSE'],
      confidence: 'H',
    }),
    inputs,
  };
}

function issue(rule: string, code: string, title: string, found: Found): DetectedIssue {
  const { action, sources, confidence } = found;
  return { rule, code, title, action, inputs: [], missing: [], sources, confidence };
}

function unknown(rule: string, code: string, title: string, missing: string): DetectedIssue {
  return {
    rule,
    code,
    title,
    action: 'unknown',
    inputs: [],
    missing: [missing],
    sources: ['H-HOUSE'],
    confidence: 'H',
  };
}
