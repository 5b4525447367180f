import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisionCounts, type ImportLine, lineGroups } from './import-lines.ts';

function line(lineId: string, given: Partial<ImportLine> = {}): ImportLine {
  return { lineId, kind: 'condition', category: 'clinical', words: lineId, decision: 'undecided', ...given };
}

test('medicines are looked at first, and life is a group of its own at the end', () => {
  const groups = lineGroups([
    line('stress at work', { category: 'social' }),
    line('asthma'),
    line('sertraline', { kind: 'medication' }),
  ]);
  assert.deepEqual(
    groups.map((group) => group.id),
    ['medication', 'condition', 'social'],
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
