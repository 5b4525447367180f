// What holds for anything anyone could type into the list of medicines or allergies.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Route } from '#clinical/care-record.ts';
import { healthConditions } from '#clinical/screening/conditions.ts';
import { consultIssues, type ScreeningAnswers } from '#clinical/screening/consult.ts';
import { classesOf, findMedicine, findMedicines, genericsOf } from '#clinical/screening/find-medicine.ts';
import { combinationBrands, medicineSynonyms, medicines } from '#clinical/screening/medicines.ts';
import { screenMedicines } from '#clinical/screening/screen-medicines.ts';
import { screenAllergies } from '#clinical/screening/screen-person.ts';

const listed: readonly string[] = [
  ...medicines.flatMap((one) => [one.generic, ...one.brandsRead, ...one.brandsKnown, ...one.depotBrands]),
  ...combinationBrands.map((one) => one.brand),
  ...Object.keys(medicineSynonyms),
];

/** The letters and digits of a name, as any two spellings of the same name share them. */
function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

const listedBare = listed.map(bare);

const letters = 'abcdefghijklmnopqrstuvwxyz';
const aName = fc.constantFrom(...listed);
const someText = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.oneof(aName, fc.constantFrom(' ', ',', ' and ', '/', '\n', '20 mg', '()', '…')), {
      maxLength: 6,
    })
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '',
    ' ',
    '__proto__',
    'constructor',
    'toString',
    '🙂',
    '\u0000',
    '%s',
    '<b>',
    'ﬁoricet',
    '١٢٣',
  ),
);
const aSlip = fc.record({
  name: aName,
  at: fc.nat(40),
  letter: fc.constantFrom(...letters),
  kind: fc.nat(2),
});
const aMisspelling = aSlip.map(({ name, at, letter, kind }) => {
  const place = at % (name.length + 1);
  const rest = name.slice(place);
  return `${name.slice(0, place)}${kind === 1 ? '' : letter}${kind === 0 ? rest : rest.slice(1)}`;
});
const aRoute = fc.constantFrom<Route>('iv', 'im', 'sublingual', 'home', 'nasal');

test('Anything typed gets an answer, never an error', () => {
  fc.assert(
    fc.property(fc.oneof(someText, aMisspelling), (typed) => {
      const findings = findMedicines(typed);
      assert.ok(findings.length > 0);
      for (const finding of findings) {
        assert.equal(finding.certainty === 'unknown', finding.matches.length === 0);
        classesOf(finding);
        genericsOf(finding);
      }
      assert.deepEqual(findMedicines(typed), findings);
    }),
    { numRuns: 400 },
  );
});

test('A name that does not stand in the list is never taken as sure', () => {
  fc.assert(
    fc.property(fc.oneof(someText, aMisspelling), (typed) => {
      for (const finding of findMedicines(typed)) {
        const text = bare(finding.typed);
        const stands = listedBare.some((name) => text.includes(name));
        if (!stands) assert.notEqual(finding.certainty, 'sure', finding.typed);
        if (finding.certainty !== 'sure') continue;
        for (const match of finding.matches) assert.ok(text.includes(bare(match.name)), match.name);
      }
    }),
    { numRuns: 400 },
  );
});

test('Every listed name is found for sure, in capitals and between spaces too', () => {
  for (const name of listed) {
    for (const typed of [name, name.toUpperCase(), `  ${name} `, `${name} 20 mg`]) {
      assert.equal(findMedicine(typed).certainty, 'sure', typed);
    }
  }
});

test('A near spelling is a question to the person, never a silent match', () => {
  fc.assert(
    fc.property(aMisspelling, aRoute, (typed, route) => {
      const isListed = findMedicines(typed).every((finding) => finding.certainty === 'sure');
      fc.pre(!isListed);
      const issues = screenMedicines({ medicines: [typed], route });
      assert.ok(issues.some((issue) => issue.action === 'unknown' && issue.missing.length > 0));
    }),
    { numRuns: 200 },
  );
});

test('A strange name beside known ones still asks to be looked up', () => {
  fc.assert(
    fc.property(fc.array(aName, { maxLength: 4 }), aRoute, (names, route) => {
      const issues = screenMedicines({ medicines: [...names, 'Qwrtzpfff'], route });
      assert.ok(issues.some((issue) => issue.code === 'medicine-not-known'));
    }),
    { numRuns: 100 },
  );
});

test('Each further medicine adds findings and takes none away', () => {
  fc.assert(
    fc.property(fc.array(someText, { maxLength: 4 }), someText, aRoute, (before, added, route) => {
      const codes = (list: readonly string[]) =>
        screenMedicines({ medicines: list, route }).map((issue) => `${issue.code} ${issue.title}`);
      const after = codes([...before, added]);
      for (const code of codes(before)) assert.ok(after.includes(code), code);
    }),
    { numRuns: 100 },
  );
});

test('No allergy that was typed goes without a finding', () => {
  fc.assert(
    fc.property(someText, (typed) => {
      const issues = screenAllergies([typed]);
      assert.equal(issues.length, typed.trim() === '' ? 0 : 1);
    }),
    { numRuns: 200 },
  );
});

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });
const someAnswers: fc.Arbitrary<ScreeningAnswers> = fc.record({
  birthDate: maybe(
    fc.constantFrom('1979-06-02', '2026-11-22', '2030-01-01', '2025-02-29', '', 'x', '0000-00-00'),
  ),
  conditions: maybe(
    fc.dictionary(
      fc.constantFrom(...healthConditions.map((one) => one.id)),
      maybe(fc.constantFrom('yes' as const, 'no' as const, 'not-sure' as const)),
    ),
  ),
  medicines: maybe(fc.array(someText, { maxLength: 3 })),
  allergies: maybe(fc.array(someText, { maxLength: 3 })),
  pregnancy: maybe(fc.constantFrom('not-possible', 'possible', 'pregnant', 'breast-feeding', 'not-sure')),
});

test('Each part of screening nobody asked about is among what the prescriber must find out', () => {
  const jurisdiction = fc.constantFrom('US' as const, 'EU' as const);
  fc.assert(
    fc.property(someAnswers, aRoute, jurisdiction, (answers, route, place) => {
      const issues = consultIssues({ answers, route, jurisdiction: place, on: '2026-11-22' });
      const unknown = issues.filter((issue) => issue.action === 'unknown').flatMap((issue) => issue.missing);
      if (answers.birthDate === undefined) assert.ok(unknown.includes('birthDate'));
      if (answers.medicines === undefined) assert.ok(unknown.includes('medicines'));
      if (answers.allergies === undefined) assert.ok(unknown.includes('allergies'));
      if (answers.pregnancy === undefined) assert.ok(unknown.includes('pregnancy'));
      if (answers.conditions === undefined) assert.ok(unknown.length >= healthConditions.length / 2);
      for (const issue of issues) {
        assert.equal(issue.action === 'unknown', issue.missing.length > 0, issue.code);
        assert.ok(issue.sources.length > 0, issue.code);
      }
    }),
    { numRuns: 150 },
  );
});
