import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formsSeenBy, seesTheDays } from './seen-by.ts';

test('patient and care team follow every form that has a number, and the Columbia screener has none', () => {
  const all = ['phq-9', 'gad-7', 'pcl-5', 'audit-c', 'dast-10', 'peg', 'cgi-s', 'cgi-i'];
  assert.deepEqual(formsSeenBy({ kind: 'patient' }), all);
  assert.deepEqual(formsSeenBy({ kind: 'staff' }), all);
});

test('a companion does not learn what was said of trauma, drinking, drugs or pain, nor of the days in between', () => {
  assert.deepEqual(formsSeenBy({ kind: 'companion' }), ['phq-9', 'gad-7']);
  assert.equal(seesTheDays({ kind: 'companion' }), false);
  assert.deepEqual([seesTheDays({ kind: 'patient' }), seesTheDays({ kind: 'staff' })], [true, true]);
});
