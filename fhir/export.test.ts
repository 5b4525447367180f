/** What we tell other systems: exactly what was recorded, in the shapes they expect, with the unknown said to be so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importBundle } from './import-bundle.ts';
import { type DoseToShare, toMedicationAdministration } from './medication-administration.ts';
import { toObservations, type VitalSignsToShare } from './observation.ts';
import { toPatient } from './patient.ts';
import {
  type ResponseToShare,
  toQuestionnaireResponse,
  toScoreObservation,
} from './questionnaire-response.ts';

/** FHIR knows neither null nor empty, and an id has its own alphabet: true of everything we send. */
function assertSendable(value: unknown) {
  assert.notEqual(value, undefined);
  assert.notEqual(value, null);
  assert.notEqual(value, '');
  if (typeof value !== 'object' || value === null) return;
  assert.ok(Object.keys(value).length > 0, 'an empty list or object');
  if ('resourceType' in value) assert.match('id' in value ? String(value.id) : '', /^[A-Za-z0-9.-]{1,64}$/);
  for (const part of Object.values(value)) assertSendable(part);
}

const effectiveAt = Date.UTC(2026, 10, 21, 14, 30, 5);
const patientId = '0b9f5f5e-6c0e-4a52-9a39-1d7a5f0d8f11';
const signs: VitalSignsToShare = {
  eventId: '6f6f43f5-6a1c-4f0e-8f9c-2f1d3b7b9a10',
  patientId,
  encounterId: 'e-1',
  effectiveAt,
  utcOffsetMinutes: -300,
  couldNotRead: [],
  measuredBy: { who: 'practitioner', practitionerId: 'n-1' },
  status: 'final',
};

test('a pressure travels as one panel with both halves', () => {
  const [panel, ...others] = toObservations({ ...signs, systolicMmHg: 142, diastolicMmHg: 91 });
  assert.equal(others.length, 0);
  assertSendable(panel);
  assert.equal(panel?.code.coding?.[0]?.code, '85354-9');
  assert.equal(panel?.valueQuantity, undefined);
  assert.equal(panel?.effectiveDateTime, '2026-11-21T09:30:05-05:00');
  assert.deepEqual(
    panel?.component?.map((each) => [
      each.code.coding?.[0]?.code,
      each.valueQuantity?.value,
      each.valueQuantity?.code,
    ]),
    [
      ['8480-6', 142, 'mm[Hg]'],
      ['8462-4', 91, 'mm[Hg]'],
    ],
  );
});

test('a half that could not be read is absent with its reason, never a number', () => {
  const [panel] = toObservations({ ...signs, systolicMmHg: 142, couldNotRead: ['diastolicMmHg'] });
  const [, lower] = panel?.component ?? [];
  assert.equal(lower?.valueQuantity, undefined);
  assert.equal(lower?.dataAbsentReason?.coding?.[0]?.code, 'error');
  const [unsaid] = toObservations({ ...signs, systolicMmHg: 142 });
  assert.equal(unsaid?.component?.[1]?.dataAbsentReason?.coding?.[0]?.code, 'unknown');
});

test('saturation carries both codes, and says when it was on room air', () => {
  const [saturation] = toObservations({ ...signs, spo2Percent: 97, oxygenLitresPerMin: 0 });
  assert.deepEqual(
    saturation?.code.coding?.map(({ code }) => code),
    ['59408-5', '2708-6'],
  );
  assert.equal(saturation?.component?.[0]?.valueQuantity?.value, 0);
  const [unsaid] = toObservations({ ...signs, spo2Percent: 97 });
  assert.equal(unsaid?.component, undefined);
});

test('a sign nobody tried is not sent, and one that could not be read is', () => {
  const sent = toObservations({ ...signs, heartRatePerMin: 72, couldNotRead: ['temperatureCel'] });
  assert.deepEqual(
    sent.map(({ id, valueQuantity, dataAbsentReason }) => [id, valueQuantity?.value, dataAbsentReason?.text]),
    [
      [`${signs.eventId}-heart-rate`, 72, undefined],
      [`${signs.eventId}-temperature`, undefined, 'Tried and could not be read'],
    ],
  );
});

test('what a person measured themselves is marked so', () => {
  const [own] = toObservations({ ...signs, weightKg: 68, measuredBy: { who: 'patient' } });
  assert.equal(own?.meta?.tag?.[0]?.code, 'patient-supplied');
  assert.equal(own?.performer?.[0]?.reference, `Patient/${patientId}`);
});

test('what we send, we read back as the same numbers', () => {
  const person = toPatient({
    patientId,
    clinicNumber: { system: 'urn:clinic', value: '12' },
    familyName: 'Ibáñez',
    givenNames: ['Marta', 'Luz'],
    birthDate: '1984-06-05',
    active: true,
  });
  assertSendable(person);
  assert.equal(person.gender, undefined);
  const row = { systolicMmHg: 118, diastolicMmHg: 76, heartRatePerMin: 64, spo2Percent: 98, weightKg: 68.2 };
  const resources = [person, ...toObservations({ ...signs, ...row })];
  const result = importBundle(
    { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) },
    {
      now: effectiveAt,
      expectedPatient: { familyName: 'Ibáñez', givenName: 'Marta', birthDate: '1984-06-05' },
    },
  );
  assert.ok(result.ok);
  const readBack = result.import.lines.flatMap((line) =>
    line.kind === 'vital-sign' ? line.latest.measures.map(({ sign, value }) => [sign, value] as const) : [],
  );
  assert.deepEqual(Object.fromEntries(readBack), row);
  assert.deepEqual(result.import.left, []);
});

const phq9Answers = (values: readonly number[]): Readonly<Record<string, number>> =>
  Object.fromEntries(values.map((value, index) => [`phq-9-${index + 1}`, value]));

const phq9: ResponseToShare = {
  responseId: 'r-1',
  patientId,
  instrument: 'phq-9',
  version: '1999',
  answeredAt: effectiveAt,
  utcOffsetMinutes: 0,
  status: 'completed',
  answers: { 'phq-9-function': 2, ...phq9Answers([2, 2, 2, 2, 1, 1, 2, 0, 0]) },
};

const codesOf = (response: ResponseToShare) =>
  toQuestionnaireResponse(response).item?.map(({ linkId, answer: [given] }) => {
    const coding = given !== undefined && 'valueCoding' in given ? given.valueCoding : undefined;
    return [linkId, coding?.code, coding?.extension?.map(({ valueDecimal }) => valueDecimal)];
  });

test('answers travel in the order of the form, each with its weight, and the total leaves difficulty out', () => {
  const response = toQuestionnaireResponse(phq9);
  assertSendable(response);
  assert.equal(response.questionnaire, 'urn:mooring:questionnaire:phq-9|1999');
  assert.equal(response.item?.[0]?.text, 'Little interest or pleasure in doing things');
  assert.deepEqual(response.source, { reference: `Patient/${patientId}` });
  assert.deepEqual(codesOf(phq9), [
    ['/44250-9', 'LA6570-1', [2, 2]],
    ['/44255-8', 'LA6570-1', [2, 2]],
    ['/44259-0', 'LA6570-1', [2, 2]],
    ['/44254-1', 'LA6570-1', [2, 2]],
    ['/44251-7', 'LA6569-3', [1, 1]],
    ['/44258-2', 'LA6569-3', [1, 1]],
    ['/44252-5', 'LA6570-1', [2, 2]],
    ['/44253-3', 'LA6568-5', [0, 0]],
    ['/44260-8', 'LA6568-5', [0, 0]],
    ['/69722-7', 'LA6575-0', [2, 2]],
  ]);
  const score = toScoreObservation(phq9);
  assertSendable(score);
  assert.equal(score?.code.coding?.[0]?.code, '44261-6');
  assert.equal(score?.valueQuantity?.value, 12);
  assert.deepEqual(score?.derivedFrom, [{ reference: 'QuestionnaireResponse/r-1' }]);
});

for (const [missing, values] of [
  [1, [2, 2, 2, 2, 1, 1, 2, 0]],
  [9, []],
] as const) {
  test(`with ${missing} answers missing there is no total`, () => {
    const score = toScoreObservation({ ...phq9, answers: phq9Answers(values) });
    assertSendable(score);
    assert.equal(score?.valueQuantity, undefined);
    assert.equal(score?.dataAbsentReason?.text, `Cannot be scored: ${missing} of 9 answers missing`);
  });
}

test('an answer that the form does not offer travels as it was given, and gives no total', () => {
  const odd = { ...phq9, answers: phq9Answers([7, 2, 2, 2, 1, 1, 2, 0, 0]) };
  assert.deepEqual(toQuestionnaireResponse(odd).item?.[0]?.answer, [{ valueInteger: 7 }]);
  assert.equal(
    toScoreObservation(odd)?.dataAbsentReason?.text,
    'Cannot be scored: 1 of 9 answers are none of those offered',
  );
});

test('an unanswered question is left out of the answers, and an unfinished form has no total', () => {
  const open: ResponseToShare = { ...phq9, status: 'in-progress', answers: { 'phq-9-2': 0 } };
  assert.deepEqual(
    toQuestionnaireResponse(open).item?.map(({ linkId }) => linkId),
    ['/44255-8'],
  );
  assert.equal(toScoreObservation(open), undefined);
  assert.equal(toQuestionnaireResponse({ ...open, answers: {} }).item, undefined);
});

test('a form without codes travels by its own words and numbers, and its total by its name', () => {
  const answers = { 'peg-1': 6, 'peg-2': 5, 'peg-3': 4 };
  const peg = { ...phq9, instrument: 'peg', version: '2009', answers };
  const response = toQuestionnaireResponse(peg);
  assertSendable(response);
  assert.deepEqual(
    response.item?.map(({ linkId, text = '', answer }) => [linkId, text.length > 0, answer]),
    Object.entries(answers).map(([id, value]) => [id, true, [{ valueInteger: value }]]),
  );
  const score = toScoreObservation(peg);
  assertSendable(score);
  assert.equal(score?.code.coding, undefined);
  assert.equal(score?.valueQuantity?.value, 5);
});

test('a form that is never added up has no total, and a question of this house travels as it was answered', () => {
  for (const answers of [{ 'c-ssrs-1': 0, 'c-ssrs-2': 0, 'c-ssrs-6': 0 }, { 'c-ssrs-1': 1 }])
    assert.equal(toScoreObservation({ ...phq9, instrument: 'c-ssrs-screener', answers }), undefined);
  const evening = {
    ...phq9,
    instrument: 'evening-check',
    version: '1',
    answers: { 'evening-check': 'rough', note: '', more: null },
  };
  const response = toQuestionnaireResponse(evening);
  assertSendable(response);
  assert.equal(response.source, undefined);
  assert.deepEqual(response.item, [{ linkId: 'evening-check', answer: [{ valueString: 'rough' }] }]);
  assert.equal(toScoreObservation(evening), undefined);
});

const dose: DoseToShare = {
  administrationId: 'd-1',
  patientId,
  orderId: 'o-1',
  route: 'iv',
  status: 'completed',
  startedAt: effectiveAt,
  endedAt: effectiveAt + 40 * 60_000,
  utcOffsetMinutes: -300,
  givenMg: 34,
  rateMgPerMin: 0.85,
  lot: 'K4471',
  expiry: '2027-08',
  givenBy: { who: 'practitioner', practitionerId: 'n-1' },
};

test('an infusion says what went in, from when to when, by whom and from which vial', () => {
  const sent = toMedicationAdministration(dose);
  assertSendable(sent);
  assert.deepEqual(sent.effectivePeriod, {
    start: '2026-11-21T09:30:05-05:00',
    end: '2026-11-21T10:10:05-05:00',
  });
  assert.equal(sent.dosage?.dose?.value, 34);
  assert.equal(sent.dosage?.rateQuantity?.code, 'mg/min');
  assert.equal(sent.medicationReference?.reference, '#medicine');
  const [vial] = sent.contained ?? [];
  assert.ok(vial?.resourceType === 'Medication');
  assert.deepEqual(vial.batch, { lotNumber: 'K4471', expirationDate: '2027-08' });
  assert.equal(vial.code?.coding?.[0]?.code, '6130');
});

test('an unknown dose is not sent as a zero, and an open end stays open', () => {
  const sent = toMedicationAdministration({
    ...dose,
    status: 'stopped',
    statusReason: 'She asked to stop',
    endedAt: undefined,
    givenMg: undefined,
    rateMgPerMin: undefined,
    lot: undefined,
    expiry: undefined,
  });
  assert.equal(sent.dosage, undefined);
  assert.deepEqual(sent.effectivePeriod, { start: '2026-11-21T09:30:05-05:00' });
  assert.equal(sent.contained, undefined);
  assert.equal(sent.medicationCodeableConcept?.text, 'Ketamine');
  assert.deepEqual(sent.statusReason, [{ text: 'She asked to stop' }]);
});

test('a spray is a moment, and is esketamine', () => {
  const sent = toMedicationAdministration({
    ...dose,
    route: 'nasal',
    givenMg: 56,
    rateMgPerMin: undefined,
    lot: undefined,
    expiry: undefined,
  });
  assert.equal(sent.effectiveDateTime, '2026-11-21T09:30:05-05:00');
  assert.equal(sent.effectivePeriod, undefined);
  assert.equal(sent.medicationCodeableConcept?.text, 'Esketamine nasal spray');
  assert.equal(sent.dosage?.dose?.value, 56);
});
