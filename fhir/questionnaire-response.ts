/**
 * A form as it was answered, and its total as a searchable copy. Codes, order and weights are the form's own
 * (`clinical/instruments`); the answers are the record, the total is worked out from them here, and with an answer missing
 * there is no total. A question without a code goes by its id here and its words.
 */
import type { Instant } from '#clinical/instant.ts';
import { optionsFor } from '#clinical/instruments/asking.ts';
import type { Instrument, Item } from '#clinical/instruments/instrument.ts';
import { instrumentById } from '#clinical/instruments/instruments.ts';
import { score } from '#clinical/instruments/score.ts';
import { formatDateTime } from './date-time.ts';
import {
  absent,
  type Coding,
  type Observation,
  type QuestionnaireResponse,
  type QuestionnaireResponseItem,
} from './resources.ts';
import { LOINC, UCUM } from './vital-sign-codes.ts';

export type ResponseToShare = {
  readonly responseId: string;
  readonly patientId: string;
  /** The form by its id here; one that is not a published instrument travels as it is. */
  readonly instrument: string;
  /** The edition that was shown. */
  readonly version: string;
  readonly answeredAt: Instant;
  readonly utcOffsetMinutes: number;
  readonly status: QuestionnaireResponse['status'];
  /** By the id of each question. Not there: not answered, which is not 0. */
  readonly answers: Readonly<Record<string, unknown>>;
};

export function toQuestionnaireResponse(response: ResponseToShare): QuestionnaireResponse {
  const instrument = instrumentById(response.instrument);
  const patient = { reference: `Patient/${response.patientId}` };
  const questions = instrument === undefined ? [] : questionsOf(instrument);
  const others = Object.keys(response.answers).filter((id) => !questions.some((item) => item.id === id));
  const item = [
    ...questions.flatMap((question) => answered(response, question, instrument)),
    ...others.flatMap((id) => answered(response, { id })),
  ];
  return {
    resourceType: 'QuestionnaireResponse',
    id: response.responseId,
    questionnaire: `urn:mooring:questionnaire:${response.instrument}|${response.version}`,
    status: response.status,
    subject: patient,
    authored: formatDateTime(response.answeredAt, response.utcOffsetMinutes),
    // Whose words the answers are. Of a form that a clinician fills in, the person is only the subject.
    ...(instrument?.filledBy === 'patient' ? { source: patient } : {}),
    ...(item.length === 0 ? {} : { item }),
  };
}

/** The total as an Observation; undefined while the form is being filled in, and for one that is never added up. */
export function toScoreObservation(response: ResponseToShare): Observation | undefined {
  const instrument = instrumentById(response.instrument);
  if (instrument === undefined || response.status === 'in-progress') return undefined;
  const value = totalOrWhyNot(instrument, response);
  if (value === undefined) return undefined;
  const { loincTotal } = instrument;
  const patient = { reference: `Patient/${response.patientId}` };
  return {
    resourceType: 'Observation',
    id: `${response.responseId}-total`,
    status: response.status === 'completed' ? 'final' : response.status,
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'survey' }] },
    ],
    code: {
      ...(loincTotal === undefined ? {} : { coding: [{ system: LOINC, code: loincTotal }] }),
      text: `${instrument.name} total`,
    },
    subject: patient,
    effectiveDateTime: formatDateTime(response.answeredAt, response.utcOffsetMinutes),
    ...(instrument.filledBy === 'patient' ? { performer: [patient] } : {}),
    ...value,
    derivedFrom: [{ reference: `QuestionnaireResponse/${response.responseId}` }],
  };
}

/** In the order of the form, which is not the order of the code numbers. */
function questionsOf({ items, after }: Instrument): readonly Item[] {
  return after === undefined ? items : [...items, after.item];
}

function answered(
  { answers }: ResponseToShare,
  question: Pick<Item, 'id'> & Partial<Item>,
  instrument?: Instrument,
): readonly QuestionnaireResponseItem[] {
  const given = answers[question.id];
  const answer = codedAnswer(given, question, instrument) ?? plainAnswer(given);
  if (answer === undefined) return [];
  const { id, loinc, text } = question;
  const linkId = loinc === undefined ? id : `/${loinc}`;
  return [{ linkId, ...(text === undefined ? {} : { text }), answer: [answer] }];
}

function codedAnswer(given: unknown, { id, reversed }: Partial<Item>, instrument: Instrument | undefined) {
  if (instrument === undefined || id === undefined) return undefined;
  const option = optionsFor(instrument, id)?.find(({ value }) => value === given);
  if (option?.loinc === undefined) return undefined;
  const coding = { system: LOINC, code: option.loinc, display: option.text };
  // Counted the other way round the answer's number is not its weight.
  return { valueCoding: reversed ? coding : weighted(coding, option.value) };
}

function plainAnswer(given: unknown): QuestionnaireResponseItem['answer'][number] | undefined {
  if (typeof given === 'string') return given === '' ? undefined : { valueString: given };
  if (typeof given !== 'number') return undefined;
  return Number.isInteger(given) ? { valueInteger: given } : { valueDecimal: given };
}

/** The weight under both its names: readers of older and of newer guides each find it. */
function weighted(coding: Coding, weight: number): Coding {
  return {
    ...coding,
    extension: [
      { url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: weight },
      { url: 'http://hl7.org/fhir/StructureDefinition/itemWeight', valueDecimal: weight },
    ],
  };
}

function numbersIn(answers: ResponseToShare['answers']): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(answers).filter((each): each is [string, number] => typeof each[1] === 'number'),
  );
}

function totalOrWhyNot(instrument: Instrument, { answers }: ResponseToShare) {
  if (instrument.scoring === 'triage') return undefined;
  const counted = score(instrument, numbersIn(answers));
  if (counted.complete)
    return counted.total === undefined
      ? undefined
      : { valueQuantity: { value: counted.total, unit: 'points', system: UCUM, code: '{score}' } };
  const { missing, invalid } = counted;
  const why =
    missing.length > 0
      ? `${missing.length} of ${instrument.items.length} answers missing`
      : `${invalid.length} of ${instrument.items.length} answers are none of those offered`;
  return { dataAbsentReason: absent('unknown', `Cannot be scored: ${why}`) };
}
