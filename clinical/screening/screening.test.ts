import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { healthConditions, isLabelContraindicated } from './conditions.ts';
import { consultIssues } from './consult.ts';
import { classesOf, findMedicine, findMedicines, genericsOf } from './find-medicine.ts';
import { classInteractions, interactionMagnitude } from './interactions.ts';
import { medicines } from './medicines.ts';
import { screenConditions } from './screen-conditions.ts';
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
    ['ozempick', 'perhaps', ['semaglutide']],
    ['blue pill', 'unknown', []],
    ['', 'unknown', []],
  ] as const;
  for (const [typed, certainty, generics] of cases) {
    const found = findMedicine(typed);
    assert.deepEqual([found.certainty, genericsOf(found)], [certainty, generics], typed);
  }
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
  assert.deepEqual(interactionMagnitude({ perturber: 'clarithromycin', route: 'oral' }), {
    known: true,
    aucRatio: 2.6,
  });
  assert.deepEqual(interactionMagnitude({ perturber: 'rifampin', route: 'iv' }), {
    known: true,
    aucRatio: 0.86,
  });
  assert.deepEqual(interactionMagnitude({ perturber: 'grapefruit', route: 'iv' }), { known: false });
});

test('Only the label rows of a place are label contraindications there', () => {
  const cases = [
    ['US', 'arteriovenous-malformation', true],
    ['US', 'uncontrolled-hypertension', false],
    ['US', 'major-cardiovascular-event-within-6-weeks', false],
    ['EU', 'major-cardiovascular-event-within-6-weeks', true],
    ['US', 'never heard of', 'unknown'],
  ] as const;
  for (const [jurisdiction, conditionId, expected] of cases) {
    assert.equal(
      isLabelContraindicated({ jurisdiction, conditionId }),
      expected,
      `${jurisdiction} ${conditionId}`,
    );
  }
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
