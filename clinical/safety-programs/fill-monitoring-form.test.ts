import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOfTimestamp } from '#clinical/timestamp.ts';
import { fillMonitoringForm, type MonitoringFormFacts } from './fill-monitoring-form.ts';
import { type FormFieldId, monitoringForm, monitoringForms } from './monitoring-form.ts';

const zone = 'America/Chicago';
const at = (clock: string) => instantOfTimestamp({ timestamp: `2026-05-05T${clock}`, zone }) ?? Number.NaN;
const pressure = (clock: string, systolicMmHg: number, diastolicMmHg: number) => ({
  at: at(clock),
  systolicMmHg,
  diastolicMmHg,
});

const facts: MonitoringFormFacts = {
  zone,
  patient: { firstName: 'Ada', lastName: 'Quill', birthDate: '1980-02-29', sex: 'female' },
  isFirstTreatment: false,
  concomitant: {
    benzodiazepine: false,
    'non-benzodiazepine-sedative-hypnotic': true,
    opioid: true,
    psychostimulant: false,
    maoi: false,
  },
  monitor: { firstName: 'Nora', lastName: 'Lind', telephone: '555 0100', email: 'nora@clinic.example' },
  setting: { name: 'Harbor', address1: '1 Quay Street', city: 'Chicago', state: 'IL', zip: '60601' },
  doseMg: 84,
  devices: [
    { at: at('10:00'), lot: 'A1' },
    { at: at('10:05'), lot: 'A1' },
    { at: at('10:10'), lot: 'B2' },
  ],
  monitoringEndedAt: at('12:15'),
  readyAt: at('11:30'),
  areVitalsAcceptableBefore: true,
  areVitalsAcceptableAtEnd: true,
  bloodPressures: [
    pressure('09:50', 128, 80),
    pressure('10:38', 142, 86),
    pressure('10:49', 139, 85),
    pressure('12:05', 126, 78),
  ],
  events: {
    sedation: {
      happened: true,
      onsetMinutes: 20,
      resolvedWithinTwoHours: true,
      minutesToResolve: 60,
      treatment: 'none',
    },
    dissociation: { happened: false },
    'respiratory-depression': { happened: false },
  },
  seriousEvent: { happened: false },
};

function answerOf(change: MonitoringFormFacts, id: FormFieldId, version: '11/2021' | 'newer' = '11/2021') {
  const row = fillMonitoringForm({ ...facts, ...change }, version).fields.find(
    ({ field }) => field.id === id,
  );
  return row?.state === 'filled' ? row.value : row?.state;
}

test('A session that was recorded fills both versions of the form with nothing left open', () => {
  for (const { version } of monitoringForms)
    assert.deepEqual(fillMonitoringForm(facts, version).open, [], version);
});

test('The form is written from the facts of the session', () => {
  const cases = [
    ['treatment-date', '2026-05-05'],
    ['dose', '84 mg'],
    ['total-minutes', 135],
    ['ready-after-minutes', 90],
    ['sedation', true],
    ['sedation-minutes-to-resolve', 60],
    ['dissociation', false],
    ['dissociation-onset-minutes', 'not-asked'],
    ['serious-event-category', 'not-asked'],
    ['patient-middle-initial', 'open'],
  ] as const;
  for (const [id, expected] of cases) assert.deepEqual(answerOf({}, id), expected, id);
  assert.deepEqual(answerOf({}, 'lot-numbers'), ['A1', 'B2']);
  assert.deepEqual(answerOf({}, 'pressure-before'), { systolicMmHg: 128, diastolicMmHg: 80 });
  assert.deepEqual(answerOf({}, 'pressure-at-40-minutes'), { systolicMmHg: 142, diastolicMmHg: 86 });
  assert.deepEqual(answerOf({}, 'pressure-at-end'), { systolicMmHg: 126, diastolicMmHg: 78 });
  assert.equal(answerOf({ doseMg: 28 }, 'dose'), 'other: 28 mg');
});

test('With no facts every field is open and none is filled in', () => {
  for (const { version } of monitoringForms) {
    const filled = fillMonitoringForm({}, version);
    assert.ok(filled.fields.every(({ state, value }) => state === 'open' && value === undefined));
  }
});

test('A fact that is not sure leaves its field open', () => {
  const half = { devices: [{ at: at('10:00'), lot: 'A1' }, { lot: '' }] };
  assert.equal(answerOf(half, 'lot-numbers'), 'open');
  assert.equal(answerOf(half, 'total-minutes'), 'open');
  assert.equal(answerOf(half, 'treatment-date'), 'open');
  assert.equal(answerOf({ monitoringEndedAt: at('09:00') }, 'total-minutes'), 'open');
  assert.equal(answerOf({ doseMg: Number.NaN }, 'dose'), 'open');
  assert.equal(answerOf({ events: {} }, 'sedation'), 'open');
  assert.equal(answerOf({ events: {} }, 'sedation-treatment'), 'open');
});

test('A pressure stands only for the moment it was taken at', () => {
  const only = (clock: string) => ({ bloodPressures: [pressure(clock, 130, 80)] });
  assert.equal(answerOf(only('10:29'), 'pressure-at-40-minutes'), 'open');
  assert.equal(answerOf(only('10:51'), 'pressure-at-40-minutes'), 'open');
  assert.equal(answerOf(only('10:40'), 'pressure-at-end'), 'open');
  assert.equal(answerOf(only('12:16'), 'pressure-at-end'), 'open');
  assert.equal(answerOf(only('10:01'), 'pressure-before'), 'open');
  const yesterday = { systolicMmHg: 120, diastolicMmHg: 80, at: at('09:50') - 86_400_000 };
  assert.equal(answerOf({ bloodPressures: [yesterday] }, 'pressure-before'), 'open');
});

test('Each version asks about its own groups of medicines, from one set of answers', () => {
  const groups = (version: '11/2021' | 'newer') =>
    fillMonitoringForm(facts, version)
      .fields.filter(({ field }) => field.group === 'concomitant')
      .map(({ field, value }) => `${field.id} ${value}`);
  assert.deepEqual(groups('11/2021'), [
    'takes-benzodiazepine false',
    'takes-sedative-hypnotic true',
    'takes-psychostimulant false',
    'takes-maoi false',
  ]);
  assert.deepEqual(groups('newer'), [
    'takes-benzodiazepine false',
    'takes-sedative-hypnotic true',
    'takes-opioid true',
    'takes-psychostimulant false',
  ]);
});

test('Enrolment is asked of a first treatment only, and breathing on the newer version only', () => {
  assert.equal(answerOf({}, 'enrolled', 'newer'), 'not-asked');
  assert.equal(answerOf({ isFirstTreatment: true }, 'enrolled', 'newer'), 'open');
  assert.equal(answerOf({ isFirstTreatment: true, isEnrolled: true }, 'enrolled', 'newer'), true);
  const has = (version: '11/2021' | 'newer', id: FormFieldId) =>
    monitoringForm(version).fields.some((field) => field.id === id);
  assert.deepEqual(
    [has('11/2021', 'respiratory-depression'), has('newer', 'respiratory-depression')],
    [false, true],
  );
});

test('A form says of each field how well it is known, and no field stands twice', () => {
  for (const { version, fields } of monitoringForms) {
    assert.equal(new Set(fields.map(({ id }) => id)).size, fields.length, version);
  }
  const old = monitoringForm('11/2021').fields;
  assert.equal(old.find(({ id }) => id === 'dose')?.required, true);
  assert.equal(old.find(({ id }) => id === 'total-minutes')?.required, undefined);
  assert.equal(old.find(({ id }) => id === 'sedation-onset-minutes')?.confidence, 'G');
  assert.equal(old.find(({ id }) => id === 'sedation')?.confidence, 'V');
});
