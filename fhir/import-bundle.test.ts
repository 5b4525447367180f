/** A record from elsewhere at the door: what is read, what is left and said, and what is refused whole. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import {
  allergy,
  bundle,
  component,
  condition,
  medicationRequest,
  observation,
  type Piece,
  patient,
  ucum,
} from './fixtures/build.ts';
import { type ImportContext, importBundle, importLimits, parseBundleText } from './import-bundle.ts';
import type { ImportLine, RecordImport } from './record-import.ts';

const now = Date.UTC(2026, 3, 1);
const context: ImportContext = { now };
const adultText = readFileSync(new URL('./fixtures/adult.json', import.meta.url), 'utf8');

function read(json: unknown, within: ImportContext = context): RecordImport {
  const result = importBundle(json, within);
  assert.ok(result.ok, result.ok ? '' : result.refusal.sentence);
  return result.import;
}

function refusalOf(json: unknown, within: ImportContext = context) {
  const result = importBundle(json, within);
  assert.ok(!result.ok, 'it was read');
  return result.refusal;
}

function lineOf<Kind extends ImportLine['kind']>(
  record: RecordImport,
  kind: Kind,
  words?: RegExp,
): Extract<ImportLine, { kind: Kind }> {
  const found = record.lines.filter((line) => line.kind === kind && (words?.test(line.words) ?? true));
  assert.equal(found.length, 1, `${found.length} lines of ${kind} ${words ?? ''}`);
  return found[0] as Extract<ImportLine, { kind: Kind }>;
}

function leftReasons(record: RecordImport): readonly string[] {
  return record.left.map(({ reason }) => reason);
}

/** Every entry of the file is the person, stands behind a line, or is counted as left; none twice. */
function assertEveryEntryAccountedFor(record: RecordImport, entries: number) {
  const inLines = new Set(record.lines.flatMap(({ sources }) => sources.map(({ entry }) => entry)));
  const left = record.left.reduce((sum, { count }) => sum + count, 0);
  assert.equal(1 + inLines.size + left, entries);
  assert.deepEqual(record.counts, { entries, inLines: inLines.size, left });
}

test('an adult’s record becomes lines she can look at one by one', () => {
  const text = parseBundleText(adultText);
  assert.ok(text.ok);
  const record = read(text.json, {
    now,
    expectedPatient: { familyName: 'ibanez', givenName: 'Marta', birthDate: '1984-06-05' },
  });
  assert.deepEqual(record.patient, {
    familyName: 'Ibáñez',
    givenName: 'Marta Luz',
    birthDate: '1984-06-05',
    birthDateAsWritten: '1984-06-05',
    sex: 'female',
  });
  assert.deepEqual(record.identity, { familyName: 'same', givenName: 'same', birthDate: 'same' });
  assert.deepEqual(
    record.lines.map(({ section, words }) => [section, words]),
    [
      ['medicines-now', 'sertraline 100 MG Oral Tablet'],
      ['allergies', 'Penicillin'],
      ['conditions-now', 'Depression'],
      ['measurements', 'Blood pressure 131 over 84 mmHg'],
      ['measurements', 'Weight 68 kg'],
      ['medicines-past', 'Phenelzine 15 mg tablet'],
      ['circumstances', 'Full-time employment'],
    ],
  );
  assert.deepEqual(
    record.left.map(({ what, count, reason }) => [what, count, reason]),
    [
      ['Conditions', 1, 'entered-in-error'],
      ['Past visits', 1, 'kind-not-read'],
      ['Something with no name', 1, 'nothing-inside'],
    ],
  );
  assertEveryEntryAccountedFor(record, 13);
});

test('an illness written twice is one line, with its first onset and its latest word', () => {
  const text = parseBundleText(adultText);
  assert.ok(text.ok);
  const line = lineOf(read(text.json), 'condition', /Depression/);
  assert.equal(line.times, 2);
  assert.equal(line.lineId, 'Condition/c-1');
  assert.equal(line.onset?.asWritten, '2009');
  assert.equal(line.onset?.precision, 'year');
  assert.equal(line.status, 'active');
  assert.equal(line.statusWords, 'Listed as come back');
});

test('reading the same file again gives every line the same name', () => {
  const ids = () => read(JSON.parse(adultText)).lines.map(({ lineId }) => lineId);
  assert.deepEqual(ids(), ids());
  assert.equal(new Set(ids()).size, ids().length);
});

test('a newest entry that says past wins, and the person hears that an older one disagrees', () => {
  const record = read(
    bundle(
      patient,
      condition({ id: 'a', onsetDateTime: '2010' }),
      condition({ id: 'b', onsetDateTime: '2020', clinicalStatus: { coding: [{ code: 'resolved' }] } }),
    ),
  );
  const line = lineOf(record, 'condition');
  assert.equal(line.status, 'resolved');
  assert.ok(line.notes.some(({ code }) => code === 'earlier-still-active'));
});

test('without a clinical status nothing is assumed', () => {
  const line = lineOf(read(bundle(patient, condition({ clinicalStatus: undefined }))), 'condition');
  assert.equal(line.status, 'unknown');
  assert.equal(line.section, 'conditions-now');
  assert.ok(line.notes.some(({ code }) => code === 'status-missing'));
});

const categories: readonly (readonly [words: string, category: string])[] = [
  ['Full-time employment (finding)', 'circumstance'],
  ['Not in labor force (finding)', 'circumstance'],
  ['Received higher education (finding)', 'circumstance'],
  ['Housing unsatisfactory (finding)', 'circumstance'],
  ['Transport problem (finding)', 'circumstance'],
  ['Body mass index 30+ - obesity (finding)', 'health'],
  ['History of single seizure (situation)', 'health'],
  ['Unhealthy alcohol drinking behavior (finding)', 'health'],
  ['Victim of intimate partner abuse (finding)', 'health'],
  ['Stress (finding)', 'health'],
  ['Electron transport chain deficiency', 'health'],
  ['Homeless and misuses drugs (finding)', 'health'],
];

for (const [words, category] of categories) {
  test(`${words} stands under ${category}`, () => {
    assert.equal(
      lineOf(read(bundle(patient, condition({ code: { text: words } }))), 'condition').category,
      category,
    );
  });
}

test('a medicine that was stopped is shown as past', () => {
  const line = lineOf(read(JSON.parse(adultText)), 'medication', /Phenelzine/);
  assert.equal(line.status, 'resolved');
  assert.equal(line.section, 'medicines-past');
  assert.equal(line.doseText, '1 tablet each time, 3 times a day');
});

test('stopping one order does not stop another that still runs', () => {
  const record = read(
    bundle(
      patient,
      medicationRequest({ id: 'a', authoredOn: '2026-01-01' }),
      medicationRequest({ id: 'b', authoredOn: '2026-02-01', status: 'stopped' }),
    ),
  );
  const line = lineOf(record, 'medication');
  assert.equal(line.status, 'active');
  assert.ok(line.notes.some(({ code }) => code === 'entries-disagree'));
});

test('the same medicine taken in two ways is two lines', () => {
  const record = read(
    bundle(
      patient,
      medicationRequest({ dosageInstruction: [{ text: 'Half a tablet' }] }),
      medicationRequest({ dosageInstruction: [{ text: 'Two tablets' }] }),
    ),
  );
  assert.deepEqual(record.lines.map((line) => line.kind === 'medication' && line.doseText).sort(), [
    'Half a tablet',
    'Two tablets',
  ]);
});

const dosages: readonly (readonly [dosage: Piece, words: string | undefined])[] = [
  [{ text: 'Take one at night' }, 'Take one at night'],
  [{ asNeededBoolean: true }, 'when needed'],
  [{ asNeededBoolean: false }, undefined],
  [{}, undefined],
  [
    {
      timing: { repeat: { frequency: 1, period: 6, periodUnit: 'h' } },
      doseAndRate: [{ doseQuantity: { value: 1 } }],
    },
    '1 (unit not given) each time, every 6 hours',
  ],
  [{ timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } } }, '2 times a day'],
  // Half of "every 4 to 6 hours" would be another instruction.
  [{ timing: { repeat: { frequency: 1, period: 4, periodMax: 6, periodUnit: 'h' } } }, undefined],
  [{ timing: { repeat: { frequency: 1, period: 4, periodUnit: 'moon' } } }, undefined],
];

for (const [dosage, words] of dosages) {
  test(`how to take it reads "${words ?? 'not said'}"`, () => {
    const record = read(bundle(patient, medicationRequest({ dosageInstruction: [dosage] })));
    const line = lineOf(record, 'medication');
    assert.equal(line.doseText, words);
    assert.equal(
      line.notes.some(({ code }) => code === 'dose-missing'),
      words === undefined,
    );
  });
}

test('an order not to take something is never listed as a medicine taken', () => {
  const record = read(bundle(patient, medicationRequest({ doNotPerform: true })));
  assert.equal(record.lines.length, 0);
  assert.deepEqual(leftReasons(record), ['says-not-to-take']);
});

for (const fields of [{ status: 'draft' }, { status: 'cancelled' }, { intent: 'proposal' }]) {
  test(`a medicine that was never ordered is left: ${JSON.stringify(fields)}`, () => {
    assert.deepEqual(leftReasons(read(bundle(patient, medicationRequest(fields)))), ['not-ordered']);
  });
}

test('a medicine called current since long ago asks to be checked', () => {
  const line = lineOf(read(bundle(patient, medicationRequest({ authoredOn: '1959-11-28' }))), 'medication');
  assert.ok(line.notes.some(({ code }) => code === 'long-ago'));
});

test('a file without allergies does not say that there are none', () => {
  const record = read(bundle(patient, condition({})));
  assert.ok(record.notices.some(({ code }) => code === 'allergies-not-said'));
});

test('"no known allergy" is shown as that statement', () => {
  const said = {
    coding: [{ system: 'http://snomed.info/sct', code: '716186003' }],
    text: 'No known allergy',
  };
  assert.equal(lineOf(read(bundle(patient, allergy({ code: said }))), 'allergy').saysNone, true);
  assert.equal(lineOf(read(bundle(patient, allergy({}))), 'allergy').saysNone, false);
});

test('an allergy stays current until every entry says it is over, and its highest stated risk is kept', () => {
  const over = { clinicalStatus: { coding: [{ code: 'resolved' }] } };
  const record = read(
    bundle(
      patient,
      allergy({ recordedDate: '2001', criticality: 'high' }),
      allergy({ recordedDate: '2020', criticality: 'low', ...over }),
    ),
  );
  const line = lineOf(record, 'allergy');
  assert.equal(line.status, 'active');
  assert.equal(line.statedRisk, 'high');
  assert.ok(line.notes.some(({ code }) => code === 'entries-disagree'));
});

const quantities: readonly (readonly [loinc: string, quantity: Piece, value: number | string])[] = [
  ['29463-7', ucum(70, 'kg'), 70],
  ['29463-7', ucum(150, '[lb_av]'), 68],
  ['29463-7', ucum(70_500, 'g'), 70.5],
  ['29463-7', { value: 150, unit: 'lbs' }, 68],
  ['29463-7', { value: 150 }, 'unknown-unit'],
  ['29463-7', ucum(11, '[stone_av]'), 'unknown-unit'],
  ['29463-7', ucum(70, 'KG'), 'unknown-unit'],
  ['29463-7', { value: 70, unit: 'lb', system: 'http://unitsofmeasure.org', code: 'kg' }, 'unit-disagrees'],
  ['29463-7', { value: 70, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'mg' }, 'unknown-unit'],
  ['29463-7', ucum(1e308, 'kg'), 'out-of-range'],
  ['29463-7', ucum(-70, 'kg'), 'out-of-range'],
  ['29463-7', ucum(0, 'kg'), 'out-of-range'],
  ['29463-7', { ...ucum(70, 'kg'), comparator: '>' }, 'not-a-plain-number'],
  ['29463-7', { unit: 'kg' }, 'no-value'],
  ['29463-7', { ...ucum(70, 'kg'), value: '70' }, 'no-value'],
  ['8302-2', ucum(70, '[in_i]'), 178],
  ['8302-2', ucum(1.78, 'm'), 178],
  ['8310-5', ucum(98.6, '[degF]'), 37],
  ['8310-5', ucum(37.2, 'Cel'), 37.2],
  ['8310-5', { value: 98.6, unit: 'F' }, 'unknown-unit'],
  ['8310-5', ucum(98.6, 'Cel'), 'out-of-range'],
  ['8867-4', ucum(72, '/min'), 72],
  ['8867-4', { value: 72, unit: 'beats/minute', system: 'http://unitsofmeasure.org', code: '/min' }, 72],
  ['9279-1', ucum(14, '/min'), 14],
  ['2708-6', ucum(97, '%'), 97],
  ['59408-5', ucum(0.97, '1'), 'unknown-unit'],
];

for (const [loinc, quantity, expected] of quantities) {
  test(`${loinc} ${JSON.stringify(quantity)} is ${expected}`, () => {
    const record = read(bundle(patient, observation(loinc, quantity)));
    if (typeof expected === 'string') {
      assert.deepEqual(leftReasons(record), [expected]);
      assert.equal(record.lines.length, 0);
    } else {
      const line = lineOf(record, 'vital-sign');
      assert.equal(line.latest.measures[0]?.value, expected);
      assert.equal(line.latest.measures[0]?.asWritten.value, quantity.value);
    }
  });
}

const unusable: readonly (readonly [reason: string, fields: Piece])[] = [
  ['entered-in-error', { status: 'entered-in-error' }],
  ['not-final', { status: 'preliminary' }],
  ['not-final', { status: undefined }],
  ['no-date', { effectiveDateTime: undefined }],
  ['no-date', { effectiveDateTime: '2026-02-30' }],
  ['in-the-future', { effectiveDateTime: '2030-01-01' }],
  ['about-someone-else', { focus: [{ reference: 'Patient/unborn' }] }],
  ['no-person', { subject: undefined }],
];

for (const [reason, fields] of unusable) {
  test(`a measurement with ${JSON.stringify(fields)} is left and said to be: ${reason}`, () => {
    const record = read(bundle(patient, observation('29463-7', ucum(70, 'kg'), fields)));
    assert.deepEqual(leftReasons(record), [reason]);
    assert.equal(record.left[0]?.what, reason === 'no-person' ? 'Other measurements' : 'Weight');
  });
}

test('half a blood pressure says which half is missing', () => {
  const half = observation('85354-9', undefined, {
    component: [component('8480-6', ucum(128, 'mm[Hg]')), component('8462-4', { value: 80 })],
  });
  const line = lineOf(read(bundle(patient, half)), 'vital-sign');
  assert.deepEqual(line.latest.missing, ['diastolicMmHg']);
  assert.equal(line.words, 'Blood pressure 128 mmHg, lower number not given');
});

test('a pressure sent as two measurements of one moment is one reading', () => {
  const line = lineOf(
    read(bundle(patient, observation('8462-4', ucum(80, 'mm[Hg]')), observation('8480-6', ucum(16, 'kPa')))),
    'vital-sign',
  );
  assert.equal(line.words, 'Blood pressure 120 over 80 mmHg');
  assert.equal(line.sources.length, 2);
});

test('of each sign the newest is first, a few stand behind it, and the rest are counted', () => {
  const weights = [61, 62, 63, 64, 65, 66, 67].map((kg, year) =>
    observation('29463-7', ucum(kg, 'kg'), { effectiveDateTime: `201${year}-05-01` }),
  );
  const record = read(bundle(patient, ...weights));
  const line = lineOf(record, 'vital-sign');
  assert.equal(line.latest.measures[0]?.value, 67);
  assert.deepEqual(
    line.earlier.map(({ measures }) => measures[0]?.value),
    [66, 65, 64, 63],
  );
  assert.deepEqual(
    record.left.map(({ what, count, reason }) => [what, count, reason]),
    [['Weight', 2, 'older-reading']],
  );
  assert.ok(record.notices.some(({ code }) => code === 'newest-readings-only'));
  assertEveryEntryAccountedFor(record, 8);
});

test('kinds we do not know are left and counted', () => {
  const record = read(bundle(patient, { resourceType: 'Sandwich' }, { resourceType: 'Sandwich' }, null, 7));
  assert.deepEqual(
    record.left.map(({ resourceType, count, reason }) => [resourceType, count, reason]),
    [
      ['Sandwich', 2, 'kind-not-read'],
      ['unknown', 2, 'nothing-inside'],
    ],
  );
});

const refusals: readonly (readonly [why: string, code: string, json: unknown])[] = [
  ['it is nothing', 'not-a-bundle', null],
  ['it is a list', 'not-a-bundle', [bundle(patient)]],
  ['it is a single resource', 'not-a-bundle', patient],
  ['it is empty', 'empty', bundle()],
  ['it has no person', 'no-patient', bundle(condition({}))],
  ['it is a message', 'bundle-type', { ...bundle(patient), type: 'message' }],
  ['it is a history', 'bundle-type', { ...bundle(patient), type: 'history' }],
  ['it has no type', 'bundle-type', { ...bundle(patient), type: undefined }],
  ['it has two people', 'two-patients', bundle(patient, { ...patient, id: 'p-2' })],
  [
    'an illness is someone else’s',
    'two-patients',
    bundle(patient, condition({ subject: { reference: 'Patient/p-2' } })),
  ],
  [
    'the same id is on another server',
    'two-patients',
    {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [
        { fullUrl: 'https://one.example/Patient/p-1', resource: patient },
        { resource: condition({ subject: { reference: 'https://two.example/Patient/p-1' } }) },
      ],
    },
  ],
  [
    'even a bill is someone else’s',
    'two-patients',
    bundle(patient, { resourceType: 'Claim', patient: { reference: 'Patient/p-2' } }),
  ],
  ['it names FHIR 3.0.2', 'other-version', { ...bundle(patient), meta: { fhirVersion: '3.0.2' } }],
  [
    'a resource names FHIR 5',
    'other-version',
    bundle(patient, { resourceType: 'CapabilityStatement', fhirVersion: '5.0.0' }),
  ],
  ['it holds a DSTU2 medicine order', 'other-version', bundle(patient, { resourceType: 'MedicationOrder' })],
  [
    'a status is a plain word, as in STU3',
    'other-version',
    bundle(patient, condition({ clinicalStatus: 'active' })),
  ],
  [
    'an allergy status is a plain word, as in STU3',
    'other-version',
    bundle(patient, allergy({ clinicalStatus: 'active' })),
  ],
  [
    'a profile is of STU3',
    'other-version',
    bundle({ ...patient, meta: { profile: ['https://fhir.example/STU3/Patient'] } }),
  ],
  [
    'a medicine is written as in R5',
    'other-version',
    bundle(
      patient,
      medicationRequest({
        medicationCodeableConcept: undefined,
        medication: { concept: { text: 'Sertraline' } },
      }),
    ),
  ],
  [
    'a visit is written as in R5',
    'other-version',
    bundle(patient, { resourceType: 'Encounter', class: [{ text: 'home' }] }),
  ],
  [
    'it has too many entries',
    'too-many-entries',
    { ...bundle(), entry: new Array(importLimits.entries + 1).fill({}) },
  ],
];

for (const [why, code, json] of refusals) {
  test(`a file is refused whole when ${why}`, () => {
    const refusal = refusalOf(json);
    assert.equal(refusal.code, code);
    assert.match(refusal.sentence, /\.$/);
    assert.doesNotMatch(refusal.sentence, /!|Ibáñez|1984/);
  });
}

const people: readonly (readonly [
  expected: NonNullable<ImportContext['expectedPatient']>,
  verdict: string,
])[] = [
  [{ familyName: 'Ibanez', givenName: 'MARTA', birthDate: '1984-06-05' }, 'read'],
  [{ familyName: 'Ibáñez Soler', givenName: 'Marta', birthDate: '1984-06-05' }, 'read'],
  [{ familyName: 'Married', givenName: 'Marta', birthDate: '1984-06-05' }, 'read'],
  [{ familyName: 'Married', givenName: 'Mar', birthDate: '1984-06-05' }, 'read'],
  [{ birthDate: '1984-06-05' }, 'read'],
  [{}, 'read'],
  [{ familyName: 'Ibáñez', givenName: 'Marta', birthDate: '1984-06-06' }, 'another-person'],
  [{ familyName: 'Married', givenName: 'Someone' }, 'another-person'],
];

for (const [expected, verdict] of people) {
  test(`for someone expected as ${JSON.stringify(expected)} the file is ${verdict}`, () => {
    const result = importBundle(bundle(patient, condition({})), { now, expectedPatient: expected });
    assert.equal(result.ok ? 'read' : result.refusal.code, verdict);
  });
}

test('a birth year alone can rule a person out and cannot prove them', () => {
  const yearOnly = bundle({ ...patient, birthDate: '1984' });
  assert.equal(
    read(yearOnly, { now, expectedPatient: { birthDate: '1984-06-05' } }).identity.birthDate,
    'unknown',
  );
  assert.equal(
    refusalOf(yearOnly, { now, expectedPatient: { birthDate: '1985-06-05' } }).code,
    'another-person',
  );
  assert.equal(read(yearOnly).patient.birthDate, undefined);
  assert.equal(read(yearOnly).patient.birthDateAsWritten, '1984');
});

const texts: readonly (readonly [why: string, text: string, code: string])[] = [
  ['stops halfway', adultText.slice(0, Math.floor(adultText.length / 2)), 'ends-too-early'],
  ['lacks its last bracket', adultText.trimEnd().slice(0, -1), 'ends-too-early'],
  ['is empty', '  \n', 'empty'],
  ['is XML', '<?xml version="1.0"?><Bundle xmlns="http://hl7.org/fhir"/>', 'not-json'],
  ['is a PDF', '%PDF-1.7', 'not-json'],
  ['is a bulk export', '{"resourceType":"Patient"}\n{"resourceType":"Condition"}', 'not-json'],
  ['is nested without end', '[{"a":'.repeat(5000), 'too-deep'],
  ['is too big', ' '.repeat(importLimits.characters + 1), 'too-large'],
];

for (const [why, text, code] of texts) {
  test(`a file that ${why} is refused with the reason`, () => {
    const result = parseBundleText(text);
    assert.ok(!result.ok);
    assert.equal(result.refusal.code, code);
  });
}

test('one page of a longer record says that more is missing', () => {
  const page = { ...bundle(patient), type: 'searchset', total: 90, link: [{ relation: 'next', url: 'x' }] };
  assert.ok(read(page).notices.some(({ code }) => code === 'part-of-a-record'));
});

test('a date that stands for "no date" is not shown as a date', () => {
  for (const onsetDateTime of ['0001-01-01', '9999-12-31', '1899-12-31', 'yesterday']) {
    const line = lineOf(read(bundle(patient, condition({ onsetDateTime }))), 'condition');
    assert.equal(line.onset, undefined);
    assert.ok(line.notes.some(({ code }) => code === 'date-unreadable'));
  }
});

test('hostile words stay words: nothing hidden, nothing endless, nothing run', () => {
  const hidden = 'Pain\u202Ekcab\u0000\u200B <script>alert(1)</script>\n\n\tnow';
  const record = read(
    bundle(
      patient,
      condition({ id: 'a', code: { text: hidden } }),
      condition({ id: 'b', code: { text: '🌿'.repeat(1_000_000) } }),
      condition({ id: 'c', code: { text: `Pain${' '.repeat(1_000_000)}(disorder)` } }),
      condition({
        id: 'd',
        code: { text: 'lone \uD800 half' },
        subject: { reference: 'Patient/p-1/_history/1' },
      }),
      { resourceType: '__proto__' },
      { resourceType: 'constructor' },
    ),
  );
  const words = record.lines.map((line) => line.words);
  assert.ok(words.includes('Painkcab <script>alert(1)</script> now'));
  assert.ok(words.includes('lone half'));
  assert.ok(words.every((each) => each.length <= 200 && each.isWellFormed()));
  assertEveryEntryAccountedFor(record, 7);
});

test('endless references do not hold the door', () => {
  const reference = '/_history/'.repeat(200_000);
  assert.equal(
    refusalOf(bundle(patient, condition({ subject: { reference: `${reference}\n` } }))).code,
    'two-patients',
  );
});

const json = fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' });
const resourceTypes = fc.constantFrom(
  'Patient',
  'Condition',
  'MedicationRequest',
  'MedicationStatement',
  'AllergyIntolerance',
  'Observation',
  'Medication',
);
const codes = fc.constantFrom('active', 'resolved', 'final', '8480-6', '85354-9', '29463-7', 'kg', '[lb_av]');
const fields = ['id', 'status', 'code', 'clinicalStatus', 'onsetDateTime', 'effectiveDateTime', 'component'];
const moreFields = [
  'valueQuantity',
  'medicationReference',
  'contained',
  'dosageInstruction',
  'reaction',
  'name',
];
const concept = fc.record({
  coding: fc.array(fc.record({ system: fc.constant('http://loinc.org'), code: codes })),
  text: fc.string(),
});
const almostResource = fc
  .tuple(
    resourceTypes,
    fc.constantFrom<unknown>({ reference: 'Patient/p-1' }, { reference: '#x' }, null, 3),
    fc.dictionary(
      fc.constantFrom(...fields, ...moreFields),
      fc.oneof(json, codes, concept, fc.array(concept)),
    ),
  )
  .map(([resourceType, subject, rest]) => ({ ...rest, resourceType, subject, patient: subject }));

test('whatever JSON arrives, the door answers and never breaks', () => {
  fc.assert(
    fc.property(json, (value) => {
      assert.equal(typeof importBundle(value, context).ok, 'boolean');
    }),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(json, almostResource), { maxLength: 8 }), (resources) => {
      const result = importBundle(bundle(patient, ...resources), context);
      if (result.ok) assertEveryEntryAccountedFor(result.import, resources.length + 1);
      else assert.notEqual(result.refusal.sentence, '');
    }),
    { numRuns: 500 },
  );
});

const sampleFolder =
  process.env.MOORING_SAMPLE_BUNDLES ??
  fileURLToPath(new URL('../../shared/data/synthea-r4', import.meta.url));
const samples = existsSync(sampleFolder)
  ? readdirSync(sampleFolder).filter((name) => name.endsWith('.json'))
  : [];

test('whole lives, as a hospital system exports them, are read with every entry accounted for', {
  skip:
    samples.length === 0
      ? 'no sample bundles: set MOORING_SAMPLE_BUNDLES to a folder of FHIR R4 bundles'
      : false,
}, () => {
  for (const name of samples) {
    const text = parseBundleText(readFileSync(`${sampleFolder}/${name}`, 'utf8'));
    assert.ok(text.ok, name);
    const record = read(text.json);
    assertEveryEntryAccountedFor(record, (text.json as { entry: unknown[] }).entry.length);
    assert.ok(record.lines.length > 0, name);
    assert.equal(new Set(record.lines.map(({ lineId }) => lineId)).size, record.lines.length);
  }
});
