import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readyNow, readyRecord, restedNow, restedRecord } from './examples/ready-record.ts';
import { addMinutes } from './instant.ts';
import { ivExample1 as edition } from './protocol/iv-example-1.ts';
import { atMoment, withRecord, worklistOf, workOf } from './worklist.ts';

const ready = { record: { ...readyRecord, patientId: 'ready' }, edition };
const rested = { record: { ...restedRecord, patientId: 'rested' }, edition };

test('A new fact about one person asks again for that person and nobody else', () => {
  const list = worklistOf({ followed: [ready, rested], now: readyNow });
  const { weightKg: _, ...arrival } = ready.record.cycle?.arrival ?? {};
  const changed = { ...ready.record, cycle: { ...ready.record.cycle, id: 'c', number: 3, arrival } };
  const later = withRecord(list, { record: changed, edition }, readyNow);
  assert.equal(later.get('rested'), list.get('rested'));
  assert.equal(list.get('ready')?.work.doors.openDose.open, true);
  assert.equal(later.get('ready')?.work.doors.openDose.open, false);
});

test('While time changes nobody’s answer the list stays the very same', () => {
  const list = worklistOf({ followed: [ready, rested], now: readyNow });
  const nextAt = Math.min(...[...list.values()].map(({ work }) => work.nextAt ?? Number.POSITIVE_INFINITY));
  assert.equal(atMoment(list, nextAt - 1), list);
  const at = atMoment(list, nextAt);
  assert.notEqual(at, list);
  const changed = [...at].filter(([id, entry]) => entry !== list.get(id)).map(([id]) => id);
  const due = [...list].filter(([, { work }]) => work.nextAt === nextAt).map(([id]) => id);
  assert.deepEqual(changed, due);
});

test('A list kept up to date says what a list made afresh says, at every moment of the day', () => {
  let kept = worklistOf({ followed: [ready, rested], now: readyNow });
  for (let minute = 1; minute <= 24 * 60; minute += 7) {
    const now = addMinutes(readyNow, minute);
    kept = atMoment(kept, now);
    assert.deepEqual(kept, worklistOf({ followed: [ready, rested], now }), `${minute} minutes later`);
  }
});

test('The work of a nurse is what is late or due, the latest first', () => {
  const list = worklistOf({ followed: [ready, rested], now: addMinutes(restedNow, 30) });
  const work = workOf(list, 'nurse');
  assert.ok(work.length > 0);
  assert.ok(work.every(({ task }) => task.owner === 'nurse' && ['late', 'due'].includes(task.state)));
  const deadlines = work.map(({ task }) => task.dueAt ?? Number.POSITIVE_INFINITY);
  assert.deepEqual(
    deadlines,
    deadlines.toSorted((a, b) => (a === b ? 0 : a - b)),
  );
});
