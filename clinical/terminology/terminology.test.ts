import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instruments } from '#clinical/instruments/instruments.ts';
import { vitalSigns } from '#clinical/monitoring/vital-signs.ts';
import { plainName } from './concept.ts';
import { icd10cmCodeOf, icd10cmRow, icd10cmRows } from './icd-10-cm.ts';
import { loincCode, loincRow, loincRows, wrongLoincCodes } from './loinc.ts';
import { rxnormRow } from './rxnorm.ts';
import { ucumCode, ucumRows } from './ucum.ts';

test('A measurement is found by any plain name for it', () => {
  const cases = [
    ['phq9-total', '44261-6'],
    ['PHQ-9 total score', '44261-6'],
    ['phq9-item9', '44260-8'],
    ['phq-9-9', '44260-8'],
    ['phq9-panel', '44249-1'],
    ['phq9-function', '69722-7'],
    ['gad7-total', '70274-6'],
    ['gad7-panel', '69737-5'],
    ['generalized anxiety disorder 7 total', '70274-6'],
    ['systolic-bp', '8480-6'],
    ['Systolic blood pressure', '8480-6'],
    ['diastolic-bp', '8462-4'],
    ['bp-panel', '85354-9'],
    ['heart-rate', '8867-4'],
    ['pulse', '8867-4'],
    ['respiratory-rate', '9279-1'],
    ['spo2', '59408-5'],
    ['oxygen-saturation', '59408-5'],
    ['temperature', '8310-5'],
    ['body weight', '29463-7'],
    ['height', '8302-2'],
    ['bmi', '39156-5'],
    ['auditc-total', '75626-2'],
    ['AUDIT-C score', '75626-2'],
    ['auditc-panel', '72109-2'],
    ['cssrs-q1', '93246-7'],
    ['c-ssrs-5', '93250-9'],
    ['cssrs-q6-lifetime', '93267-3'],
    ['cssrs behavior 3 months', '93269-9'],
    ['cssrs-risk', '93374-7'],
    ['cssrs-panel', '93373-9'],
  ] as const;
  for (const [name, code] of cases) assert.equal(loincCode(name), code, name);
});

test('Where no code is known, or two sources disagree, none is given', () => {
  for (const name of ['pcl5-total', 'madrs', 'cadss-total', 'isi', 'hark-total', 'blood', '', undefined]) {
    assert.equal(loincCode(name), undefined, name);
  }
  assert.equal(loincRow('pcl5-total')?.unconfirmed, '101698-9');
});

test('A code of another questionnaire never comes out in place of ours', () => {
  const wrong = Object.keys(wrongLoincCodes);
  assert.ok(wrong.includes('76504-0'));
  assert.deepEqual(
    loincRows.filter(({ code }) => code !== undefined && wrong.includes(code)),
    [],
  );
});

test('Every code stands for one concept, and is a code as LOINC writes it', () => {
  const codes = loincRows.flatMap(({ code }) => (code === undefined ? [] : [code]));
  assert.equal(new Set(codes).size, codes.length);
  for (const code of codes) assert.match(code, /^\d{3,6}-\d$/);
});

test('The last digit of each code proves the others', () => {
  const checkDigit = (digits: string) => {
    const sum = [...digits].toReversed().reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    return (10 - (sum % 10)) % 10;
  };
  for (const { code, unconfirmed } of loincRows) {
    const [digits = '', check] = (code ?? unconfirmed ?? '').split('-');
    if (check !== undefined) assert.equal(checkDigit(digits), Number(check), `${digits}-${check}`);
  }
});

test('Every vital sign and every coded item of an instrument can be found here', () => {
  const known = new Set(loincRows.map(({ code }) => code));
  for (const { key, loinc } of vitalSigns) assert.equal(loincCode(key), loinc);
  for (const instrument of instruments) {
    const { loincPanel, loincTotal, items } = instrument;
    for (const code of [loincPanel, loincTotal, ...items.map(({ loinc }) => loinc)]) {
      if (code !== undefined) assert.ok(known.has(code), `${instrument.id} ${code}`);
    }
  }
});

test('A diagnosis is found by British or American, long or short name', () => {
  const cases = [
    ['mdd-recurrent-mild', 'F33.0'],
    ['mdd-recurrent-moderate', 'F33.1'],
    ['mdd-recurrent-severe-no-psychosis', 'F33.2'],
    ['Major depressive disorder, recurrent, severe without psychotic features', 'F33.2'],
    ['mdd-recurrent-severe-psychosis', 'F33.3'],
    ['mdd-recurrent-severe-with-psychosis', 'F33.3'],
    ['mdd-recurrent-partial-remission', 'F33.41'],
    ['mdd-recurrent-full-remission', 'F33.42'],
    ['mdd-recurrent-unspecified', 'F33.9'],
    ['mdd-single-moderate', 'F32.1'],
    ['major depressive disorder single episode mild', 'F32.0'],
    ['depression-unspecified', 'F32.A'],
    ['generalised-anxiety-disorder', 'F41.1'],
    ['Generalized anxiety disorder', 'F41.1'],
    ['gad', 'F41.1'],
    ['social-anxiety-disorder', 'F40.10'],
    ['ptsd-unspecified', 'F43.10'],
    ['ptsd-chronic', 'F43.12'],
    ['post-traumatic stress disorder, acute', 'F43.11'],
    ['ocd', 'F42.9'],
    ['fibromyalgia', 'M79.7'],
    ['chronic-pain-syndrome', 'G89.4'],
    ['crps-i', 'G90.5-'],
    ['interstitial-cystitis', 'N30.1-'],
    ['alcohol-use-disorder', 'F10.20'],
    ['opioid-use-disorder', 'F11.20'],
    ['burnout', 'Z73.0'],
    ['suicidal-ideation', 'R45.851'],
    ['chronic migraine', 'G43.709'],
  ] as const;
  for (const [name, code] of cases) assert.equal(icd10cmCodeOf(name), code, name);
});

test('A diagnosis without one code of its own has none, and a family says that it is one', () => {
  for (const name of [
    'treatment-resistant-depression',
    'bipolar-depression',
    'mdd',
    'sadness',
    '',
    undefined,
  ]) {
    assert.equal(icd10cmCodeOf(name), undefined, name);
  }
  assert.equal(icd10cmRow('crps')?.isFamily, true);
  assert.equal(icd10cmRow('fibromyalgia')?.isFamily, false);
  for (const { code, concept } of icd10cmRows) {
    if (code !== undefined)
      assert.match(code, /^[A-Z]\d[\dA-Z](\.[\dA-Z]{1,4})?-?$|^[A-Z]\d[\dA-Z]\.-$/, concept);
  }
});

test('A unit is read by its own code with its capitals, or by words', () => {
  const cases = [
    ['mm[Hg]', 'mm[Hg]'],
    ['mmHg', 'mm[Hg]'],
    ['mL', 'mL'],
    ['ML', undefined],
    ['MG', undefined],
    ['milliliters', 'mL'],
    ['Millilitre', 'mL'],
    ['mg/kg', 'mg/kg'],
    ['mg/kilo', undefined],
    ['lb', '[lb_av]'],
    ['kilograms', 'kg'],
    ['per minute', '/min'],
    ['parsec', undefined],
    ['', undefined],
    [undefined, undefined],
  ] as const;
  for (const [unit, code] of cases) assert.equal(ucumCode(unit), code, String(unit));
  for (const { ucum } of vitalSigns) assert.equal(ucumCode(ucum), ucum);
  assert.equal(new Set(ucumRows.map(({ code }) => code)).size, ucumRows.length);
});

test('The two medicines given here carry their codes with how sure each is', () => {
  assert.deepEqual([rxnormRow('ketamine')?.code, rxnormRow('ketamine')?.confidence], ['6130', 'V2']);
  assert.equal(rxnormRow('esketamine')?.confidence, 'G');
  assert.equal(rxnormRow('Esketamine nasal spray')?.code, '2201623');
  assert.equal(rxnormRow('ketoprofen'), undefined);
});

test('Spelling is folded and nothing else', () => {
  assert.equal(plainName('Generalised Anxiety—Disorder'), plainName('generalized anxiety disorder'));
  assert.equal(plainName('behaviour'), plainName('behavior'));
  assert.notEqual(plainName('supervised'), plainName('supervized'));
});
