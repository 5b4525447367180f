import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instrumentById } from '#clinical/instruments/instruments.ts';
import { recordedScaleById } from '#clinical/instruments/recorded-scales.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { indications } from '#clinical/screening/indications.ts';
import { pathwayAnchors, pathwayOf, pathways, totalsForAnyone } from './pathways.ts';

test('every indication that is a diagnosis has one pathway, and exhaustion has none: it leads to a talk', () => {
  for (const { id, evidence } of indications) {
    const found = pathways.filter((pathway) => pathway.indications.includes(id));
    assert.equal(found.length, evidence === undefined ? 0 : 1, id);
  }
});

test('every measure of a pathway is a form or a scale that is known here', () => {
  for (const { id, forms, totals } of pathways) {
    for (const form of forms) assert.ok(instrumentById(form), `${id}: ${form}`);
    for (const total of totals) assert.ok(recordedScaleById(total), `${id}: ${total}`);
    assert.ok(forms.length + totals.length > 0, id);
  }
  for (const total of totalsForAnyone) assert.ok(recordedScaleById(total), total);
});

for (const edition of exampleEditions) {
  test(`${edition.id}: a condition asks its form before the first dose and after the last, and never twice`, () => {
    for (const { indications: of, forms } of pathways) {
      const all = [...edition.anchors, ...pathwayAnchors(of, edition.anchors)];
      for (const form of forms)
        for (const when of ['before-first-dose', 'after-last-dose'] as const)
          assert.equal(
            all.filter((anchor) => anchor.instrument === form && anchor.when === when).length,
            1,
            `${form} ${when}`,
          );
    }
    const between = (of: readonly string[]) =>
      pathwayAnchors(of, edition.anchors).flatMap(({ when, instrument }) =>
        when === 'every-n-doses' ? [instrument] : [],
      );
    // Low mood is asked between doses by the protocol itself; how much someone drinks in a year does not change in a week.
    assert.deepEqual(
      [['ptsd'], ['anxiety'], ['fibromyalgia'], ['depression'], ['substance-use'], ['ocd']].map(between),
      [['pcl-5'], ['gad-7'], ['peg'], [], [], []],
    );
    assert.deepEqual(pathwayAnchors([], edition.anchors), []);
    assert.deepEqual(pathwayAnchors(['burnout', 'nothing-known'], edition.anchors), []);
  });
}

test('trauma is met with care until they said how: no touch, no order, no question about what happened', () => {
  assert.match(pathwayOf('ptsd')?.care.join(' ') ?? '', /No touch unless they ask.*Do not ask what happened/);
});

test('dependence brings extra screening', () => {
  assert.ok((pathwayOf('substance-use')?.extraScreening.length ?? 0) >= 3);
});
