import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisionCounts, type ImportLine, lineGroups } from './import-lines.ts';

function line(lineId: string, given: Partial<ImportLine> = {}): ImportLine {
  return {
    lineId,
    kind: 'condition',
    category: 'conditions-now',
    words: lineId,
    decision: 'undecided',
    ...given,
  };
}

test('medicines are looked at first, and life is a group of its own at the end', () => {
  const groups = lineGroups([
    line('stress at work', { category: 'circumstances' }),
    line('asthma'),
    line('sertraline', { kind: 'medication', category: 'medicines-now' }),
  ]);
  assert.deepEqual(
    groups.map((group) => group.id),
    ['medicines-now', 'conditions-now', 'circumstances'],
  );
  assert.equal(groups.at(-1)?.isSocial, true);
});

test('no line is counted as kept before someone kept it', () => {
  assert.deepEqual(decisionCounts([line('a'), line('b', { decision: 'left' })]), {
    kept: 0,
    left: 1,
    open: 1,
  });
});

test('a part of the file we have no word for is shown by what it is, never dropped', () => {
  const groups = lineGroups([line('penicillin', { kind: 'allergy', category: 'something-new' })]);
  assert.deepEqual(
    groups.map((group) => group.id),
    ['allergies'],
  );
});
