// What must hold of every form that comes with its words: its licence is named, its bands fit its range, its translation
// asks the same, and nobody is asked what the form leaves out.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { triageCssrs } from '#clinical/risk/suicide-risk.ts';
import {
  askedItems,
  instrumentIn,
  isForAsking,
  mayBeOffered,
  mayFill,
  optionsFor,
  optionsOf,
  whetherAsked,
  withoutUnasked,
} from './asking.ts';
import { cssrsAnswers, cssrsScreener } from './c-ssrs-screener.ts';
import { cgiImprovement, cgiSeverity, isCgiResponse } from './cgi.ts';
import { dast10 } from './dast-10.ts';
import { gad7 } from './gad-7.ts';
import { instrumentById, instruments } from './instruments.ts';
import { phq9 } from './phq-9.ts';
import { score } from './score.ts';

test('Every form is known by one id and names its publisher, its edition and its licence', () => {
  assert.equal(new Set(instruments.map(({ id }) => id)).size, instruments.length);
  for (const instrument of instruments) {
    const { id, licence, wordingFrom, version } = instrument;
    assert.equal(instrumentById(id), instrument);
    assert.ok(wordingFrom.length > 10 && version !== '', id);
    assert.ok(licence.text.length > 20, id);
    assert.equal(licence.clinicConfirms, licence.use === 'non-commercial', id);
    assert.ok(licence.use === 'free' || licence.conditions.length > 0, id);
  }
  assert.equal(instrumentById('madrs'), undefined);
});

test('The publisher’s permission or credit stands in full where they ask for it', () => {
  for (const instrument of [phq9, gad7]) {
    assert.match(
      instrument.licence.text,
      /No permission required to reproduce, translate, display or distribute/,
    );
  }
  assert.match(dast10.licence.text, /Harvey A. Skinner/);
  assert.match(cssrsScreener.licence.text, /Research Foundation for Mental Hygiene/);
});

test('A form for non-commercial use is offered only by a clinic that confirmed it may', () => {
  for (const instrument of instruments) {
    for (const licenceConfirmedByClinic of [true, false, undefined]) {
      const isOpen = instrument !== dast10 || licenceConfirmedByClinic === true;
      assert.equal(
        mayBeOffered({ instrument, licenceConfirmedByClinic }),
        isOpen ? 'may-be-offered' : 'licence-not-confirmed',
        instrument.id,
      );
    }
  }
});

test('A patient fills in their own forms, a clinician their ratings, and either the Columbia screener', () => {
  const fillers = instruments.map((instrument) => [
    instrument.id,
    (['patient', 'clinician'] as const).filter((filler) => mayFill(instrument, filler)).join(' '),
  ]);
  assert.deepEqual(Object.fromEntries(fillers), {
    'phq-9': 'patient',
    'gad-7': 'patient',
    'pcl-5': 'patient',
    'c-ssrs-screener': 'patient clinician',
    'audit-c': 'patient',
    'dast-10': 'patient',
    peg: 'patient',
    bladder: 'patient',
    misuse: 'patient',
    'cgi-s': 'clinician',
    'cgi-i': 'clinician',
  });
  assert.deepEqual(instruments.filter(isForAsking), [cssrsScreener]);
});

test('Every question has a text, a topic and answers of its own or of the form, lowest first', () => {
  for (const instrument of instruments) {
    assert.equal(new Set(instrument.items.map(({ id }) => id)).size, instrument.items.length);
    for (const item of instrument.items) {
      const options = optionsOf(instrument, item);
      assert.ok(item.text !== '' && item.topic !== '', item.id);
      assert.ok(options.length > 1, item.id);
      const values = options.map(({ value }) => value);
      assert.deepEqual(
        values,
        [...new Set(values)].toSorted((a, b) => a - b),
        item.id,
      );
      assert.deepEqual(optionsFor(instrument, item.id), options);
    }
  }
  assert.equal(optionsFor(phq9, 'phq-9-function'), phq9.after.options);
  assert.equal(optionsFor(phq9, 'gad-7-1'), undefined);
});

test('The bands of a form that has any cover its range once, and the range is what its answers can come to', () => {
  for (const instrument of instruments) {
    const { id, range, bands, scoring } = instrument;
    for (let total = range.from; total <= range.to && bands.length > 0; total += 1) {
      const holding = bands.filter((band) => total >= band.from && total <= band.to);
      assert.equal(holding.length, 1, `${id} ${total}`);
    }
    if (scoring === 'triage') continue;
    const end = (pick: (...values: number[]) => number) => {
      const sum = instrument.items
        .map((item) => pick(...optionsOf(instrument, item).map(({ value }) => value)))
        .reduce((total, value) => total + value, 0);
      return scoring === 'mean' ? sum / instrument.items.length : sum;
    };
    assert.deepEqual({ from: end(Math.min), to: end(Math.max) }, range, id);
  }
});

test('A translation asks the same questions with the same answers', () => {
  for (const instrument of instruments) {
    for (const translation of instrument.translations ?? []) {
      const { language } = translation;
      const ids = [...instrument.items, ...(instrument.after ? [instrument.after.item] : [])].map(
        ({ id }) => id,
      );
      assert.deepEqual(Object.keys(translation.items).toSorted(), ids.toSorted(), instrument.id);
      assert.deepEqual(
        Object.keys(translation.options).map(Number),
        instrument.options.map(({ value }) => value),
      );
      assert.ok(
        instrument.items.every((item) => item.options === undefined),
        `${instrument.id}: answers of single items have no translation yet`,
      );
      const translated = instrumentIn(instrument, language);
      assert.equal(translated.language, language);
      const bare = (form: typeof translated) => ({
        items: form.items.map(({ id, loinc, askedWhen, reversed, topic, period, examples }) => ({
          ...{ id, loinc, askedWhen, reversed, topic },
          hasPeriod: period !== undefined,
          hasExamples: examples !== undefined,
        })),
        options: form.options.map(({ value, loinc }) => ({ value, loinc })),
        after: form.after?.options.map(({ value, loinc }) => ({ value, loinc })),
        scoring: form.scoring,
        bands: form.bands,
        riskItemId: form.riskItemId,
      });
      assert.deepEqual(bare(translated), bare(instrument), instrument.id);
      for (const [index, item] of translated.items.entries()) {
        assert.notEqual(item.text, instrument.items[index]?.text, item.id);
      }
      for (const option of [...translated.options, ...(translated.after?.options ?? [])]) {
        assert.notEqual(option.text, '', instrument.id);
      }
    }
  }
});

test('A Spanish reader meets the publisher’s Spanish where there is one and is told where there is not', () => {
  const languages = instruments.map((instrument) => [instrument.id, instrumentIn(instrument, 'es').language]);
  assert.deepEqual(Object.fromEntries(languages), {
    'phq-9': 'es',
    'gad-7': 'es',
    'pcl-5': 'en',
    'c-ssrs-screener': 'es',
    'audit-c': 'en',
    'dast-10': 'en',
    peg: 'en',
    bladder: 'es',
    misuse: 'es',
    'cgi-s': 'en',
    'cgi-i': 'en',
  });
  const spanish = instrumentIn(phq9, 'es');
  assert.equal(spanish.stem, instrumentIn(gad7, 'es').stem);
  assert.equal(spanish.items[1]?.text, 'Se ha sentido decaído(a), deprimido(a) o sin esperanzas');
  assert.equal(spanish.after?.options[0]?.text, 'No ha sido difícil');
  assert.match(spanish.licence.text, /No se requiere permiso/);
  assert.equal(instrumentIn(phq9, 'en'), phq9);
});

const idsAsked = (answers: Record<string, number | null>) =>
  askedItems(cssrsScreener, answers).map(({ id }) => id.replace('c-ssrs-', ''));

test('The Columbia screener asks 3 to 5 only after a yes to 2, and about three months only after a yes to 6', () => {
  const cases = [
    [{}, '1 2 6'],
    [{ 'c-ssrs-2': null }, '1 2 6'],
    [{ 'c-ssrs-2': 0 }, '1 2 6'],
    [{ 'c-ssrs-2': 1 }, '1 2 3 4 5 6'],
    [{ 'c-ssrs-2': 1, 'c-ssrs-6': 1 }, '1 2 3 4 5 6 6-recent'],
    [{ 'c-ssrs-2': 0, 'c-ssrs-6': 1 }, '1 2 6 6-recent'],
    [{ 'c-ssrs-1': 1, 'c-ssrs-2': 0, 'c-ssrs-6': 0 }, '1 2 6'],
    [{ 'c-ssrs-2': 7 }, '1 2 6'],
  ] as const;
  for (const [answers, expected] of cases) {
    assert.equal(idsAsked({ ...answers }).join(' '), expected, JSON.stringify(answers));
  }
  const third = cssrsScreener.items[2];
  assert.ok(third);
  assert.equal(whetherAsked(cssrsScreener, third, {}), 'unknown');
  assert.equal(whetherAsked(cssrsScreener, third, { 'c-ssrs-2': 0 }), 'not-asked');
});

test('The Columbia screener is never added up, and names what is open', () => {
  const no = { 'c-ssrs-1': 0, 'c-ssrs-2': 0, 'c-ssrs-6': 0 };
  assert.deepEqual(score(cssrsScreener, no), { complete: true, total: undefined, band: undefined });
  assert.deepEqual(score(cssrsScreener, { ...no, 'c-ssrs-2': 1 }), {
    complete: false,
    missing: ['c-ssrs-3', 'c-ssrs-4', 'c-ssrs-5'],
    invalid: [],
  });
  assert.deepEqual(score(cssrsScreener, { ...no, 'c-ssrs-6': 1 }), {
    complete: false,
    missing: ['c-ssrs-6-recent'],
    invalid: [],
  });
});

test('An answer to a question that was not to be asked is named, and goes when the answer before it changes', () => {
  const contradictory = { 'c-ssrs-1': 0, 'c-ssrs-2': 0, 'c-ssrs-4': 1, 'c-ssrs-6': 0, 'c-ssrs-6-recent': 1 };
  assert.deepEqual(score(cssrsScreener, contradictory), {
    complete: false,
    missing: [],
    invalid: ['c-ssrs-4', 'c-ssrs-6-recent'],
  });
  assert.deepEqual(withoutUnasked(cssrsScreener, contradictory), {
    'c-ssrs-1': 0,
    'c-ssrs-2': 0,
    'c-ssrs-6': 0,
  });
  const open = { 'c-ssrs-4': 1 };
  assert.deepEqual(withoutUnasked(cssrsScreener, open), open);
});

test('What was answered reaches the triage as it was said, and what was not stays unknown', () => {
  const cases = [
    [{ 'c-ssrs-1': 0, 'c-ssrs-2': 0, 'c-ssrs-6': 0 }, 'none', false],
    [{ 'c-ssrs-1': 1, 'c-ssrs-2': 0, 'c-ssrs-6': 0 }, 'low', false],
    [
      { 'c-ssrs-1': 1, 'c-ssrs-2': 1, 'c-ssrs-3': 1, 'c-ssrs-4': 0, 'c-ssrs-5': 0, 'c-ssrs-6': 0 },
      'moderate',
      false,
    ],
    [{ 'c-ssrs-1': 0, 'c-ssrs-2': 0, 'c-ssrs-6': 1, 'c-ssrs-6-recent': 0 }, 'moderate', false],
    [{ 'c-ssrs-1': 0, 'c-ssrs-2': 0, 'c-ssrs-6': 1, 'c-ssrs-6-recent': 1 }, 'high', false],
    [{ 'c-ssrs-1': 0, 'c-ssrs-2': 1, 'c-ssrs-4': 1 }, 'high', true],
    [{}, undefined, true],
    [{ 'c-ssrs-1': 0, 'c-ssrs-2': 0, 'c-ssrs-6': 5 }, undefined, true],
  ] as const;
  for (const [answers, level, incomplete] of cases) {
    const triage = triageCssrs(cssrsAnswers({ ...answers }));
    assert.deepEqual([triage.level, triage.incomplete], [level, incomplete], JSON.stringify(answers));
  }
});

test('A clinician’s global rating is one number from 1 to 7, and a blank one is unknown', () => {
  for (const instrument of [cgiSeverity, cgiImprovement]) {
    const id = `${instrument.id}-1`;
    for (const value of [1, 4, 7]) {
      assert.deepEqual(score(instrument, { [id]: value }), { complete: true, total: value, band: undefined });
    }
    for (const value of [0, 8, 1.5, Number.NaN]) {
      assert.deepEqual(score(instrument, { [id]: value }), { complete: false, missing: [], invalid: [id] });
    }
    assert.deepEqual(score(instrument, {}), { complete: false, missing: [id], invalid: [] });
  }
  assert.deepEqual([1, 2, 3, 7, 0, 8, null, undefined].map(isCgiResponse), [
    true,
    true,
    false,
    false,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
