import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LedgerFact } from '#api/medication-stock.ts';
import { type LedgerLine, readBook } from './book.ts';

const morning = Date.UTC(2027, 2, 2, 12, 45);
const zone = 'America/New_York';
const hour = 3_600_000;

type Written = { id: string; by?: string; corrects?: string; after?: number; fact: LedgerFact };

function bookOf(written: readonly Written[], hoursLater = 12) {
  const lines: LedgerLine[] = written.map(({ id, by = 'nora', corrects, after, fact }, index) => ({
    id,
    position: index + 1,
    happenedAt: morning + (after ?? index) * hour,
    recordedAt: morning + (after ?? index) * hour,
    authorId: by,
    authorName: by,
    actingRole: 'nurse',
    patientId: fact.kind === 'drawn' ? 'ana' : undefined,
    sessionId: undefined,
    corrects: corrects === undefined ? undefined : { id: corrects, reason: 'A slip of the hand.' },
    fact,
  }));
  return readBook(lines, { zone, now: morning + hoursLater * hour });
}

const receipt: Extract<LedgerFact, { kind: 'received' }> = {
  kind: 'received',
  substance: 'Ketamine',
  form: 'injection',
  strengthMgPerMl: 100,
  volumeMl: 5,
  containerIds: ['one', 'two'],
  lot: 'A1',
  expiry: '2027-05',
  supplierName: 'Quay Supply',
};
const received: Written = { id: 'receipt', fact: receipt };
const drawn: Written = { id: 'draw', fact: { kind: 'drawn', containerId: 'one', mg: 70 } };
const given: Written = { id: 'given', fact: { kind: 'given', drawId: 'draw', mg: 35 } };
const wasted: Written = {
  id: 'waste',
  fact: { kind: 'wasted', drawId: 'draw', mg: 35, manner: 'into the bin' },
};
const seen: Written = {
  id: 'seen',
  by: 'otto',
  fact: { kind: 'witnessed', wasteId: 'waste', mg: 35, meaning: 'I saw this wasted' },
};

const shown = (written: readonly Written[]) =>
  bookOf(written).containers.map(({ number, state, leftMg }) => [number, state, leftMg]);
const codes = (issues: readonly { readonly code: string }[]) => issues.map(({ code }) => code);

test('A container is sealed, then opened, and what is left follows each line', () => {
  assert.deepEqual(shown([received]), [
    [1, 'sealed', 500],
    [2, 'sealed', 500],
  ]);
  assert.deepEqual(shown([received, drawn])[0], [1, 'opened', 430]);
  const out: Written = { id: 'out', fact: { kind: 'returned', containerId: 'two', mg: 500, to: 'Quay' } };
  assert.deepEqual(shown([received, drawn, out])[1], [2, 'gone', 0]);
});

test('A container returned with less than the book says leaves the difference on view', () => {
  const out: Written = {
    id: 'out',
    fact: { kind: 'disposed', containerId: 'one', mg: 400, manner: 'burnt' },
  };
  const [one] = bookOf([received, drawn, given, wasted, seen, out]).containers;
  assert.deepEqual([one?.state, one?.leftMg, codes(one?.issues ?? [])], ['gone', 30, ['vial-short']]);
});

test('A waste waits until another person has seen it', () => {
  const waiting = bookOf([received, drawn, given, wasted]);
  assert.deepEqual(
    waiting.waiting.map(({ id }) => id),
    ['waste'],
  );
  assert.deepEqual(codes(waiting.containers[0]?.issues ?? []), ['waste-without-witness']);
  const witnessed = bookOf([received, drawn, given, wasted, seen]);
  assert.deepEqual([witnessed.waiting, witnessed.containers[0]?.issues], [[], []]);
  assert.deepEqual(
    witnessed.draws.map(({ leftMg }) => leftMg),
    [0],
  );
});

test('What was drawn on two devices at once shows below zero and is kept', () => {
  const more = (id: string): Written => ({ id, fact: { kind: 'drawn', containerId: 'one', mg: 300 } });
  const [one] = bookOf([received, more('a'), more('b')]).containers;
  assert.deepEqual([one?.leftMg, one?.state], [-100, 'opened']);
  assert.ok(codes(one?.issues ?? []).includes('container-overdrawn'));
});

test('A syringe may wait while the day lasts, and is asked for the day after', () => {
  assert.deepEqual(bookOf([received, drawn]).containers[0]?.issues, []);
  assert.deepEqual(codes(bookOf([received, drawn], 30).containers[0]?.issues ?? []), [
    'syringe-not-accounted-for',
  ]);
});

test('A draw that is put right keeps what was given and wasted from it', () => {
  const right: Written = {
    id: 'right',
    corrects: 'draw',
    fact: { kind: 'drawn', containerId: 'one', mg: 75 },
  };
  const book = bookOf([received, drawn, given, wasted, seen, right]);
  assert.deepEqual([book.containers[0]?.leftMg, book.draws.map(({ leftMg }) => leftMg)], [425, [5]]);
  assert.equal(book.correctedBy.get('draw')?.position, 6);
  const never: Written = { id: 'never', corrects: 'right', fact: { kind: 'struck' } };
  assert.deepEqual(shown([received, drawn, right, never])[0], [1, 'sealed', 500]);
});

const key = 'ketamine | injection | 100 | 5 | a1';
const counted = (id: string, by: string, sealed: number, openMl: number, more: object = {}): Written => ({
  id,
  by,
  fact: { kind: 'counted', occasion: 'evening', lines: [{ lotKey: key, sealed, openMl }], ...more },
});
const byTwo = (id: string, sealed: number, openMl: number): readonly Written[] => [
  counted(id, 'nora', sealed, openMl),
  counted(`${id}-2`, 'otto', sealed, openMl, { ofId: id }),
];

test('Two people who count the same agree with the book, or the difference is named with its shift', () => {
  const day = [received, drawn, given, wasted, seen];
  const [agrees] = bookOf([...day, ...byTwo('evening', 1, 4.3)]).counts;
  assert.deepEqual([agrees?.outcome, agrees?.shift, agrees?.by], ['agrees', undefined, ['nora', 'otto']]);
  const book = bookOf([
    received,
    ...byTwo('opening', 2, 0),
    drawn,
    { ...given, by: 'otto' },
    ...byTwo('evening', 1, 4),
  ]);
  const off = book.counts[1];
  assert.deepEqual(
    [off?.outcome, off?.lots[0]?.sealed, off?.lots[0]?.openMg],
    ['differs', { counted: 1, book: 1, difference: 0 }, { counted: 400, book: 430, difference: -30 }],
  );
  assert.deepEqual(off?.shift, {
    from: morning + hour,
    until: morning + 5 * hour,
    writtenBy: ['nora', 'otto'],
  });
  assert.match(
    off?.lots[0]?.issues[0]?.title ?? '',
    /^The count is 30 below the book: look at 2027-03-02 08:45 to 2027-03-02 12:45/,
  );
});

test('A difference stays on the count it was found at, and the shift it arose in stays named', () => {
  const late: Written = { id: 'late', fact: { kind: 'wasted', containerId: 'one', mg: 30, manner: 'spilt' } };
  const day = [received, drawn, ...byTwo('noon', 1, 4)];
  const unexplained = bookOf([...day, ...byTwo('evening', 1, 4)]);
  assert.deepEqual(
    unexplained.counts.map(({ outcome, shift }) => [outcome, shift?.until]),
    [
      ['differs', morning + 2 * hour],
      ['differs', morning + 2 * hour],
    ],
  );
  const explained = bookOf([...day, late, ...byTwo('evening', 1, 4), ...byTwo('night', 1, 4)]);
  assert.deepEqual(
    explained.counts.map(({ outcome, lots }) => [outcome, lots[0]?.openMg.difference]),
    [
      ['differs', -30],
      ['differs', 0],
      ['agrees', 0],
    ],
  );
});

test('A count is held against the book only when two found the same and nothing was written in between', () => {
  const [apart] = bookOf([
    received,
    counted('a', 'nora', 2, 0),
    counted('b', 'otto', 1, 0, { ofId: 'a' }),
  ]).counts;
  assert.deepEqual([apart?.outcome, apart?.lots], ['not-the-same', []]);
  const [disturbed] = bookOf([
    received,
    counted('a', 'nora', 2, 0),
    drawn,
    counted('b', 'otto', 2, 0, { ofId: 'a' }),
  ]).counts;
  assert.equal(disturbed?.outcome, 'disturbed');
  const half = bookOf([received, counted('a', 'nora', 2, 0)]);
  assert.deepEqual([half.counts, half.halfCount?.id], [[], 'a']);
});

test('An empty lot is still to be counted until two people have found nothing', () => {
  const out = (id: string): Written => ({
    id: `out-${id}`,
    fact: { kind: 'returned', containerId: id, mg: 500, to: 'Quay' },
  });
  const gone = [received, out('one'), out('two')];
  assert.equal(bookOf(gone).lotsToCount.length, 1);
  assert.equal(bookOf([...gone, ...byTwo('evening', 0, 0)]).lotsToCount.length, 0);
});

test('The next inventory is due by the rule of the state that was named, and unknown before the first', () => {
  assert.deepEqual(bookOf([received]).inventory.nextDueBy, undefined);
  assert.ok(codes(bookOf([received]).inventory.issues).includes('inventory-due-not-known'));
  const inventory = { occasion: 'inventory', inventory: { state: 'Iowa', moment: 'close' } };
  const book = bookOf([
    received,
    counted('a', 'nora', 2, 0, inventory),
    counted('b', 'otto', 2, 0, { ...inventory, ofId: 'a' }),
  ]);
  assert.deepEqual([book.inventory.lastOn, book.inventory.nextDueBy], ['2027-03-02', '2028-03-09']);
});

test('A receipt says which of the things an inspector reads it leaves out', () => {
  const line = bookOf([received]).lines[0];
  assert.ok(line?.fact.kind === 'received');
  const [issue] = bookOf([received]).receiptIssues(line as LedgerLine<typeof receipt>);
  assert.deepEqual(issue?.missing, ['supplierAddress', 'supplierRegistration']);
});
