import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { chartConditions, healthConditions } from './conditions.ts';
import { consultIssues } from './consult.ts';
import { isLabelContraindicated, labelContraindicationsAmong } from './esketamine-label.ts';
import { classesAmong, classesOf, findMedicine, findMedicines, genericsOf } from './find-medicine.ts';
import { classInteractions, interactionMagnitude } from './interactions.ts';
import { combinationBrands, medicineSynonyms, medicines } from './medicines.ts';
import { screenChart, screenConditions } from './screen-conditions.ts';
import { screenMedicines } from './screen-medicines.ts';
import { screenAge, screenAllergies, screenPregnancy } from './screen-person.ts';

const codes = (issues: readonly { readonly code: string; readonly action: string }[]) =>
  issues.map((issue) => `${issue.code}: ${issue.action}`);

test('A medicine is found by generic name, brand, combination or other name', () => {
  const cases = [
    ['Klonopin', 'brand', ['clonazepam'], ['benzodiazepine']],
    ['clonidine', 'generic', ['clonidine'], ['alpha2-agonist']],
    ['  XANAX 0.5 mg at night', 'brand', ['alprazolam'], ['benzodiazepine']],
    ['rifampicin', 'synonym', ['rifampin'], ['cyp3a4-inducer']],
    [
      'Contrave',
      'combination',
      ['bupropion', 'naltrexone'],
      ['antidepressant-compatible', 'opioid-antagonist'],
    ],
    ['Percocet', 'combination', ['acetaminophen', 'oxycodone'], ['opioid']],
    ['St. John’s Wort', 'generic', ["st john's wort"], ['cyp3a4-inducer']],
    ['Sudafed PE', 'brand', ['phenylephrine'], ['sympathomimetic-decongestant']],
  ] as const;
  for (const [typed, matchedBy, generics, classes] of cases) {
    const found = findMedicine(typed);
    assert.equal(found.certainty, 'sure', typed);
    assert.equal(found.matches[0]?.matchedBy, matchedBy, typed);
    assert.deepEqual([genericsOf(found), classesOf(found)], [generics, classes], typed);
  }
});

test('A near spelling is offered, never taken; a strange name stays unknown', () => {
  const cases = [
    ['clonodine', 'perhaps', ['clonidine']],
    ['setraline', 'perhaps', ['sertraline']],
    ['well butrin', 'perhaps', ['bupropion']],
    ['klonipin 0.5 mg', 'perhaps', ['clonazepam']],
    ['fluticasone', 'perhaps', ['fluticasone nasal']],
    ['potassium chloride', 'unknown', []],
    ['σερτραλίνη', 'unknown', []],
    ['ozempick', 'perhaps', ['semaglutide']],
    ['blue pill', 'unknown', []],
    ['', 'unknown', []],
  ] as const;
  for (const [typed, certainty, generics] of cases) {
    const found = findMedicine(typed);
    assert.deepEqual([found.certainty, genericsOf(found)], [certainty, generics], typed);
  }
});

test('Dose, form, salt, case and accents do not hide a name', () => {
  const cases = [
    ['Klonopin 0.5 mg bid', ['clonazepam']],
    ['Klonopin 0,5 mg', ['clonazepam']],
    ['sertraline hcl 50mg', ['sertraline']],
    ['SERTRALINE50MG', ['sertraline']],
    ['Wellbutrin XL', ['bupropion']],
    ['Clonazépam', ['clonazepam']],
    ['fluticasone propionate nasal spray', ['fluticasone nasal']],
    ['lithium carbonate 300 mg twice a day', ['lithium']],
    ['lorazepam 1 mg and 2 mg at night', ['lorazepam']],
    ['Tylenol #3', ['acetaminophen', 'codeine']],
    ['Fioricet w/ codeine', ['acetaminophen', 'butalbital', 'caffeine', 'codeine']],
    ['24 HR Bupropion Hydrochloride 150 MG Extended Release Oral Tablet [Wellbutrin]', ['bupropion']],
    ['Suboxone 8/2 film', ['buprenorphine', 'naloxone']],
    ['oxycodone/APAP 5/325', ['acetaminophen', 'oxycodone']],
    ['THC gummies', ['cannabis']],
  ] as const;
  for (const [typed, generics] of cases) {
    const found = findMedicines(typed);
    assert.ok(
      found.every((one) => one.certainty === 'sure' && one.unread.length === 0),
      typed,
    );
    assert.deepEqual([...new Set(found.flatMap(genericsOf))].sort(), generics, typed);
  }
});

test('A word that could hide a second medicine beside a known one is not passed over', () => {
  const cases = [
    ['Zoloft Nardl', ['medicine-spelling: unknown', 'antidepressant-compatible: inform']],
    ['Zoloft moonberry', ['medicine-words-not-read: unknown', 'antidepressant-compatible: inform']],
    ['not Zoloft', ['medicine-words-not-read: unknown', 'antidepressant-compatible: inform']],
    ['Abilify Maintena (aripiprazole)', ['antipsychotic: manage']],
  ] as const;
  for (const [typed, expected] of cases) {
    assert.deepEqual(codes(screenMedicines({ medicines: [typed], route: 'iv' })), expected, typed);
  }
});

test('The classes of a list are said once each, beside the names nobody may call harmless', () => {
  assert.deepEqual(classesAmong(['Klonopin', 'Vyvanse', 'Xanax', 'setraline', 'Zoloft moonberry']), {
    classes: ['antidepressant-compatible', 'benzodiazepine', 'psychostimulant'],
    notRecognised: ['setraline', 'moonberry'],
  });
});

test('Every combination brand gives all of its parts', () => {
  for (const { brand, generics } of combinationBrands) {
    assert.deepEqual(genericsOf(findMedicine(brand)), [...generics].sort(), brand);
  }
});

// The reference table lies beside a developer's checkout; where it does not, what we hold is still held by the other tests.
const referenceTable = new URL('../../../shared/reference/clinical-drugs.json', import.meta.url);

test('Every medicine, code, brand, combination and synonym of the reference table is held', () => {
  if (!existsSync(referenceTable)) return;
  const table = JSON.parse(readFileSync(referenceTable, 'utf8'));
  const marks: Readonly<Record<string, string>> = {
    verified: 'V',
    'verified-secondary': 'V2',
    'from general knowledge': 'G',
  };
  for (const { class: name, members } of table.classes) {
    for (const member of members) {
      const held = medicines.find((medicine) => medicine.generic === member.generic);
      assert.equal(held?.class, name, member.generic);
      assert.deepEqual(held?.atc, member.atc, member.generic);
      assert.deepEqual(held?.rxcui?.code ?? null, member.rxcui, member.generic);
      if (held?.rxcui) assert.equal(held.rxcui.confidence, marks[member.rxcuiConfidence], member.generic);
      assert.deepEqual(held?.note ?? null, member.note, member.generic);
      for (const brand of member.brandsVerified) assert.ok(held?.brandsRead.includes(brand), brand);
      for (const brand of member.brandsGeneral) assert.ok(held?.brandsKnown.includes(brand), brand);
    }
  }
  for (const { brand, generics } of table.combinationBrands)
    assert.deepEqual(combinationBrands.find((one) => one.brand === brand)?.generics, generics, brand);
  for (const { name, generic } of table.synonyms)
    assert.equal(medicineSynonyms[name.toLowerCase()], generic, name);
});

test('Every listed name finds itself', () => {
  for (const medicine of medicines) {
    for (const name of [medicine.generic, ...medicine.brandsRead, ...medicine.brandsKnown]) {
      assert.ok(genericsOf(findMedicine(name)).includes(medicine.generic), name);
    }
  }
});

test('What people call a drink or a plant is understood', () => {
  const cases = [
    ['Alcohol', ['alcohol']],
    ['weed', ['cannabis']],
    ['coffee', ['psychostimulant']],
  ] as const;
  for (const [typed, classes] of cases) assert.deepEqual(classesOf(findMedicine(typed)), classes, typed);
});

test('Any typing at all gives an answer', () => {
  fc.assert(fc.property(fc.string({ maxLength: 60 }), (typed) => findMedicines(typed).length > 0));
});

test('A strange name beside a known one on the same line is still seen', () => {
  assert.deepEqual(codes(screenMedicines({ medicines: ['lithium and moonberry'], route: 'iv' })), [
    'medicine-not-known: unknown',
    'lithium: inform',
  ]);
});

test('What a medicine means depends on its class and on the route', () => {
  const cases = [
    ['Klonopin', 'iv', ['benzodiazepine: review']],
    ['clarithromycin', 'iv', ['cyp3a4-inhibitor: inform']],
    ['clarithromycin', 'sublingual', ['cyp3a4-inhibitor: review']],
    ['Flonase', 'nasal', ['nasal-corticosteroid: manage']],
    ['Flonase', 'iv', ['nasal-corticosteroid: inform']],
    ['linezolid', 'iv', ['maoi: review', 'hidden-maoi: review']],
    ['Lybalvi', 'iv', ['opioid-antagonism: review', 'antipsychotic: manage']],
    ['two beers or a glass of wine', 'iv', ['alcohol: exclude']],
    ['caffeine', 'iv', ['psychostimulant: inform']],
    ['acetaminophen', 'iv', ['medicine-without-rule: unknown']],
    ['clonodine', 'iv', ['medicine-spelling: unknown']],
  ] as const;
  for (const [typed, route, expected] of cases) {
    assert.deepEqual(codes(screenMedicines({ medicines: [typed], route })), expected, `${typed} ${route}`);
  }
});

test('A monthly shot is said to be one that cannot be held', () => {
  const [issue] = screenMedicines({ medicines: ['Vivitrol'], route: 'iv' });
  assert.match(issue?.title ?? '', /cannot be held/);
  const [tablet] = screenMedicines({ medicines: ['Revia'], route: 'iv' });
  assert.doesNotMatch(tablet?.title ?? '', /still acts weeks/);
});

test('Nobody asked is unknown; none taken is nothing to say', () => {
  assert.deepEqual(codes(screenMedicines({ medicines: undefined, route: 'iv' })), [
    'medicines-not-asked: unknown',
  ]);
  assert.deepEqual(screenMedicines({ medicines: [], route: 'iv' }), []);
});

test('Every class of medicine has an effect, advice, an action for each route and a source', () => {
  for (const [name, interaction] of Object.entries(classInteractions)) {
    assert.ok(interaction.effect.length > 0 && interaction.advice.length > 0, name);
    assert.equal(Object.keys(interaction.action).length, 5, name);
    assert.ok(interaction.sources.length > 0, name);
  }
});

test('A number measured for one route is never carried to another', () => {
  const cases = [
    ['clarithromycin', 'oral', 2.6],
    ['Biaxin 500 mg', 'ORAL', 2.6],
    ['rifampin', 'iv', 0.86],
    ['rifampicin', 'intravenous', 0.86],
    ['grapefruit juice', 'by mouth', 3],
    ['itraconazole', 'oral', 1],
    ['ticlopidine', 'nasal', 1.29],
    ['clarithromycin', 'nasal', undefined],
    ['grapefruit', 'iv', undefined],
    ['clarithromycin', 'sublingual', undefined],
    ['rifampin', 'im', undefined],
    ['rifampin', '', undefined],
    ['clarithromicin', 'oral', undefined],
    ['sertraline', 'oral', undefined],
    ['clarithromycin rifampin', 'oral', undefined],
    ['', 'oral', undefined],
  ] as const;
  for (const [perturber, route, expected] of cases) {
    const given = interactionMagnitude({ perturber, route });
    assert.equal(given.known ? given.aucRatio : undefined, expected, `${perturber} ${route}`);
  }
});

test('Only the label rows of a place are label contraindications there', () => {
  const cases = [
    ['US', 'arteriovenous-malformation', true],
    ['EU', 'AVM', true],
    ['US', 'abdominal aortic aneurysm', true],
    ['US', 'family history of aneurysm', false],
    ['US', 'intracerebral-hemorrhage', true],
    ['EU', 'intracerebral-haemorrhage-history', true],
    ['US', 'Past intracerebral haemorrhage', true],
    ['US', 'hypersensitivity-to-ketamine', true],
    ['US', 'penicillin-allergy', false],
    ['US', 'uncontrolled-hypertension', false],
    ['EU', 'uncontrolled-hypertension', false],
    ['EU', 'pregnancy', false],
    ['US', 'major-cardiovascular-event-within-6-weeks', false],
    ['EU', 'major-cardiovascular-event-within-6-weeks', true],
    ['UK', 'myocardial infarction within six weeks', true],
    ['EU', 'myocardial-infarction', 'unknown'],
    ['US', 'myocardial-infarction', false],
    ['US', 'never heard of', false],
    ['US', '', 'unknown'],
    ['US', ' - ', 'unknown'],
    ['XX', 'arteriovenous-malformation', 'unknown'],
  ] as const;
  for (const [jurisdiction, conditionId, expected] of cases) {
    assert.equal(
      isLabelContraindicated({ jurisdiction, conditionId }),
      expected,
      `${jurisdiction} ${conditionId}`,
    );
  }
});

test('Among several conditions only those the label forbids are called so, by the names they came with', () => {
  const conditions = ['arteriovenous-malformation', 'uncontrolled-hypertension', ''];
  assert.deepEqual(labelContraindicationsAmong({ conditions, jurisdiction: 'US' }), {
    contraindicated: ['arteriovenous-malformation'],
    unknown: [''],
  });
});

test('What the label forbids is excluded on the nasal route, and nothing else is shown as a label contraindication', () => {
  for (const jurisdiction of ['US', 'EU', 'UK'] as const) {
    for (const condition of [...healthConditions, ...chartConditions]) {
      const [issue] = screenConditions({
        answers: { ...noToAll, [condition.id]: 'yes' },
        route: 'nasal',
        jurisdiction,
      });
      const saysLabel = issue?.inputs.some(
        (input) => input.name === 'basis' && input.value === 'label-contraindication',
      );
      const forbidden = isLabelContraindicated({ jurisdiction, conditionId: condition.id });
      assert.equal(saysLabel, forbidden, `${jurisdiction} ${condition.id}`);
      if (forbidden === true) assert.equal(issue?.action, 'exclude', condition.id);
    }
  }
});

test('A line of the chart nobody went through is unknown, and one that was speaks for itself', () => {
  const asked = { route: 'iv', jurisdiction: 'US' } as const;
  const [silent] = screenChart({ answers: undefined, ...asked });
  assert.deepEqual([silent?.action, silent?.missing.length], ['unknown', chartConditions.length]);
  const gone = Object.fromEntries(chartConditions.map((condition) => [condition.id, 'no' as const]));
  assert.deepEqual(screenChart({ answers: gone, ...asked }), []);
  const cases = [
    ['pre-eclampsia', 'iv', 'exclude'],
    ['pre-eclampsia', 'nasal', 'review'],
    ['valve-disease', 'iv', 'review'],
    ['unable-to-consent', 'home', 'exclude'],
    ['thyroid-replacement', 'im', 'manage'],
    ['personality-disorder', 'im', 'manage'],
    ['pressure-rise-hazard', 'nasal', 'exclude'],
  ] as const;
  for (const [id, route, action] of cases) {
    const issues = screenChart({ answers: { ...gone, [id]: 'yes' }, route, jurisdiction: 'US' });
    assert.deepEqual(codes(issues), [`${id}: ${action}`]);
  }
  const noted = screenConditions({ answers: { ...noToAll, 'valve-disease': 'not-sure' }, ...asked });
  assert.deepEqual(codes(noted), ['valve-disease-not-sure: unknown']);
});

const noToAll = Object.fromEntries(healthConditions.map((condition) => [condition.id, 'no' as const]));

test('A condition gives its strictest rule for the route and the place', () => {
  const cases = [
    ['major-cardiovascular-event-within-6-weeks', 'nasal', 'US', 'review'],
    ['major-cardiovascular-event-within-6-weeks', 'nasal', 'EU', 'exclude'],
    ['major-cardiovascular-event-within-6-weeks', 'iv', 'US', 'exclude'],
    ['aneurysmal-vascular-disease', 'iv', 'US', 'exclude'],
    ['psychosis-past', 'iv', 'US', 'review'],
    ['acute-suicidality', 'iv', 'US', 'review'],
    ['porphyria', 'nasal', 'US', 'review'],
  ] as const;
  for (const [id, route, jurisdiction, action] of cases) {
    const issues = screenConditions({ answers: { ...noToAll, [id]: 'yes' }, route, jurisdiction });
    assert.deepEqual(codes(issues), [`${id}: ${action}`], `${id} ${route} ${jurisdiction}`);
  }
});

test('No to every question says nothing; not sure and not answered are unknown', () => {
  const asked = { route: 'iv', jurisdiction: 'US' } as const;
  assert.deepEqual(screenConditions({ answers: noToAll, ...asked }), []);
  assert.deepEqual(codes(screenConditions({ answers: { ...noToAll, stroke: 'not-sure' }, ...asked })), [
    'stroke-not-sure: unknown',
  ]);
  const [missing] = screenConditions({ answers: { ...noToAll, stroke: undefined }, ...asked });
  assert.deepEqual([missing?.action, missing?.missing], ['unknown', ['stroke']]);
  const [none] = screenConditions({ answers: undefined, ...asked });
  assert.equal(none?.missing.length, healthConditions.length);
});

test('Age is asked at both ends, and a birth date that is missing or ahead is unknown', () => {
  const cases = [
    ['2008-11-24', ['age-under-adult: exclude']],
    ['2008-11-23', []],
    ['1961-11-24', []],
    ['1961-11-23', ['age-older: manage']],
    ['1906-11-23', ['age-older: manage']],
    ['1905-11-23', ['age-implausible: unknown']],
    ['2030-01-01', ['birth-date-missing: unknown']],
    ['1961-13-01', ['birth-date-missing: unknown']],
    [undefined, ['birth-date-missing: unknown']],
  ] as const;
  for (const [birthDate, expected] of cases) {
    assert.deepEqual(codes(screenAge({ birthDate, on: '2026-11-23' })), expected, birthDate);
  }
});

test('Pregnancy and allergies are never taken for granted', () => {
  assert.deepEqual(codes(screenPregnancy(undefined)), ['pregnancy-not-asked: unknown']);
  assert.deepEqual(codes(screenPregnancy('not-sure')), ['pregnancy-not-sure: unknown']);
  assert.deepEqual(codes(screenPregnancy('possible')), ['pregnancy-possible: review']);
  assert.deepEqual(codes(screenPregnancy('pregnant')), ['pregnant: exclude']);
  assert.deepEqual(codes(screenPregnancy('not-possible')), []);
  assert.deepEqual(codes(screenAllergies(undefined)), ['allergies-not-asked: unknown']);
  assert.deepEqual(codes(screenAllergies([])), []);
  assert.deepEqual(codes(screenAllergies(['penicillin', 'Ketalar', 'ketamin'])), [
    'allergy-ketamine: exclude',
    'allergy-perhaps-ketamine: unknown',
    'allergy-other: inform',
  ]);
});

test('The prescriber reads what stops first, and an empty form is unknown from top to bottom', () => {
  const on = '2026-11-23';
  const asked = { route: 'iv', jurisdiction: 'US', on } as const;
  const empty = consultIssues({ answers: {}, ...asked });
  assert.ok(empty.length >= 5);
  assert.ok(empty.every((issue) => issue.action === 'unknown'));
  const full = consultIssues({
    answers: {
      birthDate: '1979-06-02',
      conditions: { ...noToAll, 'sleep-apnoea': 'yes' },
      medicines: ['lithium', 'ethanol'],
      allergies: [],
      pregnancy: 'not-possible',
    },
    ...asked,
  });
  assert.deepEqual(codes(full), ['alcohol: exclude', 'sleep-apnoea: review', 'lithium: inform']);
});
