import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemSum } from './recorded-answers.ts';
import { cadss6Total, cadssTotal } from './recorded-cadss.ts';
import { bpiInterference, bpiSeverity, ebiScore } from './recorded-ebi.ts';
import { isiScore } from './recorded-isi.ts';
import { meq30Complete, meq30CutOff, meq30Factors } from './recorded-meq-30.ts';
import { qidsScore } from './recorded-qids.ts';
import { iesR, madrs, ociR, shaps, ybocs } from './recorded-scales.ts';
import { who5Score } from './recorded-who-5.ts';
import { wsasScore } from './recorded-wsas.ts';

const noFault = { complete: false, missing: [], implausible: [] } as const;

test('QIDS counts nine domains and not sixteen items', () => {
  const worked = [1, 3, 2, 0, 2, 2, 0, 1, 1, 1, 2, 0, 1, 1, 0, 2];
  assert.deepEqual(qidsScore(worked), {
    complete: true,
    total: 14,
    band: 'moderate',
    bothAnswered: [[8, 9]],
    riskItem: 0,
  });
  const highest = qidsScore(Array(16).fill(3));
  assert.ok(highest.complete);
  assert.deepEqual([highest.total, highest.band], [27, 'very-severe']);
});

test('QIDS bands turn at 6, 11, 16 and 21', () => {
  // Totals are built from the six single-item domains, the highest sleep item and the highest of movement.
  const withTotal = (total: number) => {
    const slots = [0, 4, 9, 10, 11, 12, 13, 14, 5];
    const answers: number[] = Array(16).fill(0);
    let left = total;
    for (const slot of slots) {
      answers[slot] = Math.min(3, left);
      left -= answers[slot] ?? 0;
    }
    return answers;
  };
  const cases = [
    [0, 'none'],
    [5, 'none'],
    [6, 'mild'],
    [10, 'mild'],
    [11, 'moderate'],
    [15, 'moderate'],
    [16, 'severe'],
    [20, 'severe'],
    [21, 'very-severe'],
    [27, 'very-severe'],
  ] as const;
  for (const [total, band] of cases) {
    const given = qidsScore(withTotal(total));
    assert.ok(given.complete, String(total));
    assert.deepEqual([given.total, given.band], [total, band]);
  }
});

test('The appetite or weight question not chosen counts as zero, both left out counts as nothing', () => {
  const zeros: (number | null)[] = Array(16).fill(0);
  const oneOfEach = zeros.with(5, 2).with(6, null).with(7, null).with(8, 1);
  const given = qidsScore(oneOfEach);
  assert.ok(given.complete);
  assert.deepEqual([given.total, given.bothAnswered], [2, []]);
  assert.deepEqual(qidsScore(zeros.with(5, null).with(6, null)), {
    ...noFault,
    missing: [6, 7],
    riskItem: 0,
  });
  assert.deepEqual(qidsScore(zeros.with(7, null).with(8, null).with(15, null)), {
    ...noFault,
    missing: [8, 9, 16],
    riskItem: 0,
  });
});

test('The QIDS answer about death stands even when nothing else can be counted', () => {
  const blank: (number | null)[] = Array(16).fill(null);
  const positive = qidsScore(blank.with(11, 2));
  assert.deepEqual([positive.complete, positive.riskItem], [false, 2]);
  assert.equal(qidsScore(blank).riskItem, undefined);
  const impossible = qidsScore(Array(16).fill(0).with(11, 9));
  assert.deepEqual(impossible, { ...noFault, implausible: [12], riskItem: undefined });
});

test('QIDS with too few, too many or impossible answers gives no total', () => {
  assert.deepEqual(qidsScore([]).complete, false);
  assert.deepEqual(qidsScore(Array(17).fill(0)), { ...noFault, implausible: [17], riskItem: 0 });
  for (const value of [4, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.deepEqual(qidsScore(Array(16).fill(0).with(0, value)), {
      ...noFault,
      implausible: [1],
      riskItem: 0,
    });
  }
});

test('ISI is a plain sum whose bands turn at 8, 15 and 22', () => {
  const cases = [
    [[1, 1, 1, 1, 1, 1, 1], 7, 'none'],
    [[2, 1, 1, 1, 1, 1, 1], 8, 'subthreshold'],
    [[2, 2, 2, 2, 2, 2, 2], 14, 'subthreshold'],
    [[3, 2, 2, 2, 2, 2, 2], 15, 'moderate'],
    [[3, 3, 3, 3, 3, 3, 3], 21, 'moderate'],
    [[4, 3, 3, 3, 3, 3, 3], 22, 'severe'],
    [[4, 4, 4, 4, 4, 4, 4], 28, 'severe'],
  ] as const;
  for (const [answers, total, band] of cases) {
    assert.deepEqual(isiScore(answers), { complete: true, total, band });
  }
  assert.deepEqual(isiScore([1, undefined, 1, 1, 5, 1, 1]), { ...noFault, missing: [2], implausible: [5] });
});

test('WHO-5 is four times the raw sum, and its flags turn below 13 and at 50 and 28 percent', () => {
  const cases = [
    [[1, 2, 2, 1, 1], 7, 28, true, true, true],
    [[2, 2, 2, 1, 1], 8, 32, true, true, false],
    [[3, 3, 2, 2, 2], 12, 48, true, true, false],
    [[3, 3, 3, 2, 2], 13, 52, false, false, false],
    [[5, 5, 5, 5, 5], 25, 100, false, false, false],
    [[0, 0, 0, 0, 0], 0, 0, true, true, true],
  ] as const;
  for (const [answers, raw, percent, low, screen, likely] of cases) {
    assert.deepEqual(who5Score(answers), {
      complete: true,
      raw,
      percent,
      isRawBelow13: low,
      isPercentAtOrBelow50: screen,
      isPercentAtOrBelow28: likely,
    });
  }
  assert.deepEqual(who5Score([1, 2, 2, 1, null]), { ...noFault, missing: [5] });
  assert.deepEqual(who5Score([1, 2, 2, 1, 6]), { ...noFault, implausible: [5] });
});

test('WSAS leaves the work item out for someone not working', () => {
  const cases = [
    [[4, 4, 4, 4, 4], false, 20, 40, 'significant', false],
    [[5, 4, 4, 4, 4], false, 21, 40, 'moderately-severe-or-worse', false],
    [[1, 2, 2, 2, 2], false, 9, 40, 'subclinical', false],
    [[2, 2, 2, 2, 2], false, 10, 40, 'significant', false],
    [[0, 8, 8, 8, 8], true, 32, 32, 'moderately-severe-or-worse', false],
    [[null, 2, 2, 2, 3], true, 9, 32, 'subclinical', false],
    [[8, 8, 8, 8, 8], true, 32, 32, 'moderately-severe-or-worse', true],
    [[8, 8, 8, 8, 8], undefined, 40, 40, 'moderately-severe-or-worse', false],
  ] as const;
  for (const [answers, isWorkNotRated, total, max, band, isWorkRatedAgainstTheForm] of cases) {
    assert.deepEqual(wsasScore({ answers, isWorkNotRated }), {
      complete: true,
      total,
      max,
      band,
      isWorkRatedAgainstTheForm,
    });
  }
});

test('WSAS without a work rating and without anyone saying they do not work has no total', () => {
  for (const isWorkNotRated of [false, undefined, null]) {
    assert.deepEqual(wsasScore({ answers: [null, 4, 4, 4, 4], isWorkNotRated }), {
      ...noFault,
      missing: [1],
    });
  }
  assert.deepEqual(wsasScore({ answers: [0, 9, 4, 4, null], isWorkNotRated: true }), {
    ...noFault,
    missing: [5],
    implausible: [2],
  });
  assert.deepEqual(wsasScore({ answers: [], isWorkNotRated: true }).complete, false);
});

test('CADSS-6 counts six items of the long form and needs all six', () => {
  const all = (value: number) =>
    Object.fromEntries(Array.from({ length: 23 }, (_, index) => [index + 1, value]));
  assert.deepEqual(cadss6Total(all(1)), { complete: true, total: 6 });
  assert.deepEqual(cadss6Total(all(4)), { complete: true, total: 24 });
  assert.deepEqual(cadssTotal(all(4)), { complete: true, total: 92 });
  assert.deepEqual(cadss6Total({ ...all(0), 3: 4, 23: 4 }), { complete: true, total: 0 });
  assert.deepEqual(cadss6Total({ 1: 0, 2: 1, 6: 2, 7: 3, 15: 4, 22: 0 }), { complete: true, total: 10 });
  assert.deepEqual(cadssTotal({ 1: 0, 2: 1, 6: 2, 7: 3, 15: 4, 22: 0 }).complete, false);
  assert.deepEqual(cadss6Total({ ...all(1), 22: null }), { ...noFault, missing: [22] });
  assert.deepEqual(cadss6Total({ ...all(1), 15: 5, 1: undefined }), {
    ...noFault,
    missing: [1],
    implausible: [15],
  });
});

test('An MEQ-30 is complete only when each factor reaches three fifths of its highest sum', () => {
  assert.deepEqual(
    meq30Factors.map((factor) => meq30CutOff(factor)),
    [45, 18, 18, 9],
  );
  const atCut = { mystical: 45, positiveMood: 18, transcendence: 18, ineffability: 9 };
  assert.deepEqual(meq30Complete({ sums: atCut }), { known: true, complete: true, below: [] });
  for (const factor of meq30Factors) {
    const below = { ...atCut, [factor]: atCut[factor] - 1 };
    assert.deepEqual(meq30Complete({ sums: below }), { known: true, complete: false, below: [factor] });
    const without = { ...atCut, [factor]: null };
    assert.deepEqual(meq30Complete({ sums: without }), { known: false, missing: [factor], implausible: [] });
    for (const value of [76, -1, 10.5, Number.NaN]) {
      const odd = { ...atCut, [factor]: value };
      assert.deepEqual(meq30Complete({ sums: odd }), { known: false, missing: [], implausible: [factor] });
    }
  }
});

test('The breakthrough inventory is kept both as a sum and as a mean', () => {
  assert.deepEqual(ebiScore([10, 20, 30, 40, 50, 60]), { complete: true, sum: 210, mean: 35 });
  assert.deepEqual(ebiScore([10, 20, 30, 40, 50, null]), { ...noFault, missing: [6] });
  assert.deepEqual(ebiScore([10, 20, 30, 40, 50, 101]), { ...noFault, implausible: [6] });
});

test('Pain is kept as two means, each of all its items', () => {
  assert.deepEqual(bpiSeverity([3, 4, 5, 5]), { complete: true, mean: 4.25 });
  assert.deepEqual(bpiSeverity([3, 4, 5]), { ...noFault, missing: [4] });
  assert.deepEqual(bpiInterference([0, 0, 0, 0, 0, 0, 10]).complete, true);
  assert.deepEqual(bpiInterference([0, 0, 0, 0, 0, 0, 11]), { ...noFault, implausible: [7] });
});

test('A scale of equal items is summed only when every one was answered', () => {
  assert.deepEqual(itemSum({ scale: madrs, answers: Array(10).fill(6) }), { complete: true, total: 60 });
  assert.deepEqual(itemSum({ scale: ybocs, answers: Array(10).fill(4) }), { complete: true, total: 40 });
  assert.deepEqual(itemSum({ scale: ociR, answers: Array(18).fill(4) }), { complete: true, total: 72 });
  assert.deepEqual(itemSum({ scale: iesR, answers: Array(22).fill(4) }), { complete: true, total: 88 });
  assert.equal(itemSum({ scale: iesR, answers: Array(21).fill(4) })?.complete, false);
  assert.equal(itemSum({ scale: shaps, answers: Array(14).fill(1) }), undefined);
});
