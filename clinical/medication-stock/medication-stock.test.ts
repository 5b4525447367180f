import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eveningCount } from './evening-count.ts';
import { expiryAndLotIssues, lastUsableDay } from './expiry-and-lot.ts';
import { vialBalance, vialBalanceIssues } from './vial-balance.ts';
import { type VialEntry, vialLedger } from './vial-ledger.ts';
import { wasteWitnessIssues } from './waste-witness.ts';

const said = (issues: readonly { readonly code: string; readonly action: string }[]) =>
  issues.map((issue) => `${issue.code}: ${issue.action}`);

test('A container adds up, or the difference is shown with its sign', () => {
  const cases = [
    [500, 35, 465, 0, 0, true],
    [500, 70, 0, 430, 0, true],
    [500, 0, 0, 500, 0, true],
    [500, 35, 460, 0, 5, false],
    [500, 35, 470, 0, -5, false],
    [0.3, 0.1, 0.2, 0, 0, true],
    [500, 34.93, 465.07, 0, 0, true],
    [500, 33.1, 466.8, 0, 0.1, false],
    [500, 35, 464.999, 0, 0.001, false],
    [0, 0, 0, 0, 0, true],
  ] as const;
  for (const [containerMg, usedMg, wastedMg, remainingMg, differenceMg, balanced] of cases) {
    assert.deepEqual(vialBalance({ containerMg, usedMg, wastedMg, remainingMg }), {
      state: 'counted',
      differenceMg,
      balanced,
    });
  }
});

test('An amount that nobody wrote down or that cannot be is not counted as nothing', () => {
  const full = { containerMg: 500, usedMg: 35, wastedMg: 465, remainingMg: 0 };
  for (const name of Object.keys(full) as (keyof typeof full)[]) {
    for (const mg of [undefined, Number.NaN, -1, Number.POSITIVE_INFINITY]) {
      assert.deepEqual(vialBalance({ ...full, [name]: mg }), { state: 'unknown', missing: [name] });
      const [issue] = vialBalanceIssues({ ...full, [name]: mg });
      assert.deepEqual([issue?.action, issue?.missing], ['unknown', [name]]);
    }
  }
  assert.deepEqual(vialBalanceIssues(full), []);
  assert.deepEqual(said(vialBalanceIssues({ ...full, wastedMg: 460 })), ['vial-short: review']);
  assert.deepEqual(said(vialBalanceIssues({ ...full, wastedMg: 470 })), ['vial-over: review']);
});

const wasted = {
  wastedMg: 465,
  wastedBy: 'nora',
  wastedAt: 1_000,
  witness: { personId: 'otto', how: 'own-sign-in', at: 2_000 },
} as const;

test('Waste is seen by another person who signs for themselves', () => {
  const cases = [
    [{}, []],
    [{ wastedMg: 0, witness: undefined }, []],
    [{ witness: undefined }, ['waste-without-witness: unknown']],
    [{ witness: { personId: ' ', how: 'own-sign-in', at: 2_000 } }, ['waste-without-witness: unknown']],
    [{ witness: { ...wasted.witness, how: 'filled-in' } }, ['witness-filled-in: unknown']],
    [{ witness: { ...wasted.witness, at: undefined } }, ['witness-time-not-known: unknown']],
    [{ witness: { ...wasted.witness, personId: 'Nora ' } }, ['witness-is-same-person: review']],
    [{ wastedBy: undefined }, ['waste-person-not-known: unknown']],
    [{ wastedAt: undefined }, ['waste-time-not-known: unknown']],
    [{ wastedMg: undefined }, ['waste-not-known: unknown']],
    [{ wastedMg: -5 }, ['waste-not-known: unknown']],
    [{ witness: undefined, isWitnessRequired: false }, []],
  ] as const;
  for (const [change, expected] of cases) {
    assert.deepEqual(said(wasteWitnessIssues({ ...wasted, ...change })), expected, JSON.stringify(change));
  }
});

const { witness } = wasted;
const drawn = { kind: 'drawn', drawId: 'a', mg: 70, at: 1 } as const;
const given = { kind: 'given', drawId: 'a', mg: 35, at: 2 } as const;
const rest = { kind: 'wasted', drawId: 'a', mg: 35, at: 3, by: 'nora', witness } as const;
const left = { kind: 'wasted', drawId: undefined, mg: 430, at: 4, by: 'nora', witness } as const;
const day: readonly VialEntry[] = [drawn, given, rest, left];

test('A container is followed from the draw to the last witnessed drop', () => {
  assert.deepEqual(vialLedger({ containerMg: 500, entries: day, isClosed: true }), {
    drawnMg: 70,
    givenMg: 35,
    wastedMg: 465,
    inSyringesMg: 0,
    inContainerMg: 0,
    issues: [],
  });
  const midday = vialLedger({ containerMg: 500, entries: [drawn], isClosed: false });
  assert.deepEqual([midday.inSyringesMg, midday.inContainerMg, midday.issues], [70, 430, []]);
});

test('Where the amounts of a container stop fitting is named', () => {
  const cases = [
    [[drawn], true, ['syringe-not-accounted-for: review']],
    [[drawn, given], true, ['syringe-not-accounted-for: review']],
    [[drawn, { ...given, mg: 71 }], true, ['syringe-overdrawn: review']],
    [[{ ...drawn, mg: 501 }], false, ['container-overdrawn: review']],
    [[given], false, ['draw-not-recorded: unknown']],
    [[{ ...drawn, mg: undefined }], false, ['ledger-amount-not-known: unknown']],
    [[{ ...left, witness: undefined }], false, ['waste-without-witness: unknown']],
  ] as const;
  for (const [entries, isClosed, expected] of cases) {
    assert.deepEqual(said(vialLedger({ containerMg: 500, entries, isClosed }).issues), expected);
  }
  assert.deepEqual(said(vialLedger({ containerMg: undefined, entries: [], isClosed: false }).issues), [
    'container-not-known: unknown',
  ]);
  const unread = vialLedger({ containerMg: 500, entries: undefined, isClosed: true });
  assert.deepEqual([unread.drawnMg, said(unread.issues)], [undefined, ['ledger-not-known: unknown']]);
});

const two = ['nora', 'otto'];
const morning = { counted: 10, shift: 'night', at: 0, countedBy: two };
const movements = [
  { change: -2, shift: 'early', at: 10 },
  { change: 5, shift: 'early', at: 20 },
  { change: -3, shift: 'late', at: 40 },
];
const evening = { counted: 10, shift: 'late', at: 50, countedBy: two };

test('The evening count equals the book', () => {
  const { state, book, difference, shifts, issues } = eveningCount({ counts: [evening, morning], movements });
  assert.deepEqual([state, book, difference, shifts, issues], ['equal', 10, 0, [], []]);
});

test('A count that differs names the shift in which the difference arose', () => {
  const noon = { counted: 13, shift: 'early', at: 30, countedBy: two };
  const short = eveningCount({ counts: [morning, noon, { ...evening, counted: 9 }], movements });
  assert.deepEqual([short.state, short.difference, short.shifts], ['differs', -1, ['late']]);
  const early = eveningCount({
    counts: [morning, { ...noon, counted: 12 }, { ...evening, counted: 9 }],
    movements,
  });
  assert.deepEqual([early.difference, early.shifts], [-1, ['early']]);
  const unsplit = eveningCount({ counts: [morning, { ...evening, counted: 11 }], movements });
  assert.deepEqual([unsplit.difference, unsplit.shifts], [1, ['early', 'late']]);
  const hidden = eveningCount({ counts: [morning, { ...noon, counted: 12 }, evening], movements });
  assert.deepEqual([hidden.state, said(hidden.issues)], ['differs', ['count-differed-earlier: review']]);
});

test('A count with a gap in it is unknown, and one person is not two', () => {
  const cases = [
    [{ counts: undefined, movements }, 'openingCount'],
    [{ counts: [morning], movements }, 'eveningCount'],
    [{ counts: [{ ...morning, counted: undefined }, evening], movements }, 'openingCount'],
    [{ counts: [morning, { ...evening, counted: Number.NaN }], movements }, 'eveningCount'],
    [{ counts: [morning, evening], movements: undefined }, 'movements'],
    [{ counts: [morning, evening], movements: [{ change: undefined, shift: 'early', at: 1 }] }, 'movements'],
  ] as const;
  for (const [question, name] of cases) {
    const verdict = eveningCount(question);
    assert.equal(verdict.state, 'unknown');
    assert.ok(verdict.issues[0]?.missing.includes(name), name);
  }
  const alone = eveningCount({ counts: [morning, { ...evening, countedBy: ['nora', 'Nora '] }], movements });
  assert.deepEqual([alone.state, said(alone.issues)], ['equal', ['count-not-by-two: unknown']]);
});

test('A container is usable to the end of the day or month that is printed on it', () => {
  const cases = [
    ['2026-05-31', '2026-05-31', []],
    ['2026-05-31', '2026-06-01', ['container-expired: exclude']],
    ['2026-05', '2026-05-31', []],
    ['2026-05', '2026-06-01', ['container-expired: exclude']],
    ['2028-02', '2028-02-29', []],
    ['05/26', '2026-05-01', ['expiry-not-known: unknown']],
    [undefined, '2026-05-01', ['expiry-not-known: unknown']],
    ['2026-05-31', undefined, ['expiry-not-known: unknown']],
  ] as const;
  for (const [expiry, today, expected] of cases) {
    assert.deepEqual(said(expiryAndLotIssues({ lot: 'A1', expiry, today })), expected, `${expiry} ${today}`);
  }
  assert.deepEqual(said(expiryAndLotIssues({ lot: ' ', expiry: '2026-05', today: '2026-05-01' })), [
    'lot-not-known: unknown',
  ]);
  assert.equal(lastUsableDay('2026-13'), undefined);
});
