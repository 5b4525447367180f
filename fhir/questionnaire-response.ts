/**
 * A PHQ-9 as it was answered, and its total as a searchable copy. The answers are the record; the total is worked
 * out from them here, and with an answer missing there is no total. LOINC and answer codes: LOINC panel 44249-1.
 */
import type { Instant } from '#clinical/instant.ts';
import { formatDateTime } from './date-time.ts';
import {
  absent,
  type Coding,
  type Observation,
  type QuestionnaireResponse,
  type Reference,
} from './resources.ts';
import { LOINC, UCUM } from './vital-sign-codes.ts';

export type Phq9Answer = 0 | 1 | 2 | 3;

export type Phq9ToShare = {
  readonly responseId: string;
  readonly patientId: string;
  readonly encounterId?: string | undefined;
  /** Canonical address and edition of the form that was shown. */
  readonly questionnaireUrl: string;
  readonly questionnaireVersion: string;
  readonly answeredAt: Instant;
  readonly utcOffsetMinutes: number;
  readonly writtenBy:
    | { readonly who: 'patient' }
    | { readonly who: 'practitioner'; readonly practitionerId: string };
  readonly status: QuestionnaireResponse['status'];
  /** Items 1 to 9 in order; undefined is not answered, which is not 0. */
  readonly answers: readonly (Phq9Answer | undefined)[];
  /** How hard it made things. Not part of the total. */
  readonly difficulty?: Phq9Answer | undefined;
};

// The order of the form, which is not the order of the code numbers.
const itemCodes = [
  '44250-9',
  '44255-8',
  '44259-0',
  '44254-1',
  '44251-7',
  '44258-2',
  '44252-5',
  '44253-3',
  '44260-8',
] as const;
const difficultyCode = '69722-7';
const totalCode = '44261-6';
const answerCodes = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9'] as const;
// "Very" comes before "extremely" on the form, and after it by code.
const difficultyAnswerCodes = ['LA6572-7', 'LA6573-5', 'LA6575-0', 'LA6574-3'] as const;

export function toQuestionnaireResponse(phq9: Phq9ToShare): QuestionnaireResponse {
  const patient: Reference = { reference: `Patient/${phq9.patientId}` };
  const items = itemCodes.flatMap((code, index) => answeredItem(code, answerCodes, phq9.answers[index]));
  const item = [...items, ...answeredItem(difficultyCode, difficultyAnswerCodes, phq9.difficulty)];
  return {
    resourceType: 'QuestionnaireResponse',
    id: phq9.responseId,
    questionnaire: `${phq9.questionnaireUrl}|${phq9.questionnaireVersion}`,
    status: phq9.status,
    subject: patient,
    ...(phq9.encounterId === undefined ? {} : { encounter: { reference: `Encounter/${phq9.encounterId}` } }),
    authored: formatDateTime(phq9.answeredAt, phq9.utcOffsetMinutes),
    author: authorOf(phq9),
    source: patient,
    ...(item.length === 0 ? {} : { item }),
  };
}

/** The total as an Observation; undefined while the form is still being filled in. */
export function toPhq9ScoreObservation(phq9: Phq9ToShare): Observation | undefined {
  if (phq9.status === 'in-progress') return undefined;
  const answers = itemCodes.map((_, index) => phq9.answers[index]);
  const given = answers.filter((answer) => answer !== undefined);
  const missing = answers.length - given.length;
  const total = given.reduce<number>((sum, answer) => sum + answer, 0);
  return {
    resourceType: 'Observation',
    id: `${phq9.responseId}-total`,
    status: phq9.status === 'completed' ? 'final' : phq9.status,
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }] },
    ],
    code: { coding: [{ system: LOINC, code: totalCode }], text: 'PHQ-9 total' },
    subject: { reference: `Patient/${phq9.patientId}` },
    ...(phq9.encounterId === undefined ? {} : { encounter: { reference: `Encounter/${phq9.encounterId}` } }),
    effectiveDateTime: formatDateTime(phq9.answeredAt, phq9.utcOffsetMinutes),
    performer: [authorOf(phq9)],
    ...(missing === 0
      ? { valueQuantity: { value: total, unit: 'points', system: UCUM, code: '{score}' } }
      : { dataAbsentReason: absent('unknown', `Cannot be scored: ${missing} of 9 answers missing`) }),
    derivedFrom: [{ reference: `QuestionnaireResponse/${phq9.responseId}` }],
  };
}

function answeredItem(code: string, codes: readonly string[], answer: Phq9Answer | undefined) {
  const answerCode = answer === undefined ? undefined : codes[answer];
  if (answer === undefined || answerCode === undefined) return [];
  return [{ linkId: `/${code}`, answer: [{ valueCoding: weighted(answerCode, answer) }] }];
}

/** The weight under both its names: readers of older and of newer guides each find it. */
function weighted(code: string, weight: number): Coding {
  return {
    system: LOINC,
    code,
    extension: [
      { url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: weight },
      { url: 'http://hl7.org/fhir/StructureDefinition/itemWeight', valueDecimal: weight },
    ],
  };
}

function authorOf({ writtenBy, patientId }: Phq9ToShare): Reference {
  return {
    reference:
      writtenBy.who === 'patient' ? `Patient/${patientId}` : `Practitioner/${writtenBy.practitionerId}`,
  };
}
