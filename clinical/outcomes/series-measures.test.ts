import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathways } from '#clinical/pathways/pathways.ts';
import type { DecisionAnswer, Path } from './decision-points.ts';
import { decidingOf, type ReadByMeasure, seriesMeasures } from './series-measures.ts';

test('a series is read by the form of what it is for, with low mood beside it, and by low mood alone where nothing was named', () => {
  const cases: readonly (readonly [readonly string[], readonly string[]])[] = [
    [[], ['phq-9']],
    [['burnout'], ['phq-9']],
    [['nothing-known'], ['phq-9']],
    [['depression'], ['phq-9']],
    [['social-anxiety'], ['gad-7', 'phq-9']],
    [['ptsd'], ['pcl-5', 'phq-9']],
    [['fibromyalgia'], ['peg', 'phq-9']],
    [['ocd'], ['y-bocs', 'phq-9']],
    [
      ['ptsd', 'treatment-resistant-depression', 'ptsd'],
      ['pcl-5', 'phq-9'],
    ],
    [
      ['depression', 'ptsd'],
      ['phq-9', 'pcl-5'],
    ],
  ];
  for (const [named, expected] of cases)
    assert.deepEqual(
      seriesMeasures(named).map(({ instrument }) => instrument),
      expected,
      named.join(),
    );
});

test('every condition but dependence has a rule for its form, each rule speaks of that form, and none is named by a bare id', () => {
  for (const { id, indications } of pathways) {
    const [first] = seriesMeasures(indications.slice(0, 1));
    assert.equal(first.rule === undefined, id === 'substance-use', id);
    for (const rule of [first.rule, first.reliable])
      assert.ok(rule === undefined || rule.instrument === first.instrument, id);
    assert.notEqual(first.name, first.instrument);
  }
});

test('what got reliably worse is asked about, whichever form saw it; otherwise the first condition named decides', () => {
  const [trauma, mood] = seriesMeasures(['ptsd']);
  assert.ok(mood);
  const answer = (path: Path): DecisionAnswer => ({ path, due: undefined, issues: [] });
  const cases: readonly (readonly [Path, Path, string])[] = [
    ['response', 'no-response', 'pcl-5'],
    ['unknown', 'response', 'pcl-5'],
    ['response', 'worse', 'phq-9'],
    ['worse', 'worse', 'pcl-5'],
  ];
  for (const [byTrauma, byMood, expected] of cases) {
    const deciding: ReadByMeasure = decidingOf<ReadByMeasure>([
      { measure: trauma, answer: answer(byTrauma) },
      { measure: mood, answer: answer(byMood) },
    ]);
    assert.equal(deciding.measure.instrument, expected, `${byTrauma}, ${byMood}`);
  }
});
