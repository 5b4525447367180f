import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sources } from '#clinical/sources.ts';
import { bandOfTotal, faultOfTotal, hamdBand, madrsBand } from './recorded-band.ts';
import { hamd17, recordedScaleById, recordedScales } from './recorded-scales.ts';

test('Every recorded scale is named once, with its version and who holds its words', () => {
  const ids = recordedScales.map((scale) => scale.id);
  assert.equal(new Set(ids).size, ids.length);
  for (const scale of recordedScales) {
    assert.ok(scale.name && scale.version && scale.rights.value, scale.id);
    assert.ok(scale.rights.source in sources, scale.id);
    const scores = scale.scores.map((score) => score.id);
    assert.equal(new Set(scores).size, scores.length, scale.id);
    assert.ok(scores.length > 0, scale.id);
  }
  assert.equal(recordedScaleById('hamd-17'), hamd17);
  assert.equal(recordedScaleById('madrs-s'), undefined);
});

test('Bands cover a range from its lowest total, each beginning above the last, with a name for each', () => {
  for (const scale of recordedScales) {
    for (const score of scale.scores) {
      for (const set of score.bandSets) {
        const from = set.from.value;
        const [low, high] = score.range?.value ?? [Number.NaN, Number.NaN];
        assert.equal(from.length, set.bands.length, `${scale.id} ${set.name}`);
        assert.equal(from[0], low, `${scale.id} ${set.name}`);
        assert.deepEqual(
          from,
          [...new Set(from)].toSorted((a, b) => a - b),
        );
        assert.ok((from.at(-1) ?? Number.NaN) <= high, `${scale.id} ${set.name}`);
      }
    }
  }
});

test('Only WHO-5 is better when higher, and experiences are neither better nor worse', () => {
  const by = (direction: string) =>
    recordedScales.filter((scale) => scale.betterIs.value === direction).map((scale) => scale.id);
  assert.deepEqual(by('higher'), ['who-5']);
  assert.deepEqual(by('neither'), ['meq-30', 'ebi', 'pps', 'ies-integration', 'eis-integration']);
});

test('A MADRS total has a band at and around each cut, and none outside the scale', () => {
  const cases = [
    [0, 'normal'],
    [6, 'normal'],
    [7, 'mild'],
    [19, 'mild'],
    [20, 'moderate'],
    [34, 'moderate'],
    [35, 'severe'],
    [60, 'severe'],
    [61, undefined],
    [-1, undefined],
    [6.5, undefined],
    [Number.NaN, undefined],
    [null, undefined],
    [undefined, undefined],
  ] as const;
  for (const [total, band] of cases) assert.equal(madrsBand(total), band, String(total));
});

test('A HAM-D total has the band of the set that is named, since two sets disagree', () => {
  const cases = [
    [7, 'normal', 'normal'],
    [8, 'mild', 'mild'],
    [13, 'mild', 'mild'],
    [14, 'moderate', 'mild'],
    [17, 'moderate', 'mild'],
    [18, 'moderate', 'moderate'],
    [19, 'severe', 'moderate'],
    [22, 'severe', 'moderate'],
    [23, 'very-severe', 'moderate'],
    [24, 'very-severe', 'moderate'],
    [25, 'very-severe', 'severe'],
    [52, 'very-severe', 'severe'],
    [53, undefined, undefined],
    [-1, undefined, undefined],
    [undefined, undefined, undefined],
  ] as const;
  for (const [total, camcops, fourBand] of cases) {
    assert.equal(hamdBand({ total, set: 'camcops' }), camcops, `camcops ${total}`);
    assert.equal(hamdBand({ total, set: 'four-band' }), fourBand, `four-band ${total}`);
    assert.equal(hamdBand({ total, set: undefined }), undefined, 'no set named');
  }
});

test('A total is refused for what it is and never moved into the range', () => {
  const score = (id: string, index = 0) => {
    const found = recordedScaleById(id)?.scores[index];
    assert.ok(found, id);
    return found;
  };
  const cases = [
    ['madrs', 0, 60, undefined],
    ['madrs', 0, 61, 'out-of-range'],
    ['madrs', 0, -1, 'out-of-range'],
    ['madrs', 0, 12.5, 'not-whole'],
    ['madrs', 0, Number.NaN, 'not-a-number'],
    ['madrs', 0, Number.POSITIVE_INFINITY, 'not-a-number'],
    ['madrs', 0, null, 'missing'],
    ['who-5', 0, 28, undefined],
    ['who-5', 0, 30, 'not-whole'],
    ['who-5', 1, 25, undefined],
    ['who-5', 1, 28, 'out-of-range'],
    ['bpi-sf', 0, 4.25, undefined],
    ['shaps', 0, 0, undefined],
    ['shaps', 1, 13, 'out-of-range'],
    ['shaps', 1, 14, undefined],
    ['wsas', 1, 33, 'out-of-range'],
    ['ies-integration', 0, 3, 'range-not-known'],
  ] as const;
  for (const [id, index, total, fault] of cases) {
    assert.equal(faultOfTotal({ score: score(id, index), total }), fault, `${id} ${total}`);
  }
  assert.equal(bandOfTotal({ score: score('who-5'), total: 28 }), undefined);
  assert.equal(bandOfTotal({ score: score('hamd-17'), total: 10, set: 'zimmerman' }), undefined);
});
