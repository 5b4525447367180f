// The paper whose clock runs out first is read first.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PaperDue } from '#api/papers.ts';
import { isWaiting, mostUrgentFirst } from './due-order.ts';

const paper = (
  sessionId: string,
  note: PaperDue['note'],
  form?: { daysLeft: number; sentOn?: string },
): PaperDue => ({
  patientId: 'p',
  patientName: 'Ana Reyes',
  sessionId,
  date: '2027-03-02',
  note,
  form: form && { dueOn: '2027-03-09', isLate: form.daysLeft < 0, ...form },
});

test('a late form comes before one that is due, and both before any note', () => {
  const sorted = [
    paper('signed', 'signed'),
    paper('due', 'co-signed', { daysLeft: 2 }),
    paper('changed', 'changed'),
    paper('late', 'unsigned', { daysLeft: -1 }),
    paper('unsigned', 'unsigned'),
    paper('sent', 'unsigned', { daysLeft: -4, sentOn: '2027-03-08' }),
  ].toSorted(mostUrgentFirst);
  assert.deepEqual(
    sorted.map(({ sessionId }) => sessionId),
    ['late', 'due', 'changed', 'unsigned', 'sent', 'signed'],
  );
});

test('a session waits until its note has both names and its form was sent', () => {
  assert.deepEqual(
    [
      paper('a', 'co-signed'),
      paper('b', 'signed'),
      paper('c', 'co-signed', { daysLeft: 3 }),
      paper('d', 'co-signed', { daysLeft: 3, sentOn: '2027-03-03' }),
      paper('e', 'changed'),
    ].map(isWaiting),
    [false, true, true, false, true],
  );
});
