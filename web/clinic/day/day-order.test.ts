import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DayRow, dayInWords, exceptionsFirst, hasGate } from './day-order.ts';

function row(
  id: string,
  startsAt: number,
  more: Partial<DayRow>,
  kind: DayRow['appointment']['kind'] = 'dose',
  status: DayRow['appointment']['status'] = 'booked',
): DayRow {
  return {
    appointment: {
      id,
      patientId: 'p',
      patientName: id,
      kind,
      startsAt,
      endsAt: startsAt + 1,
      status,
      version: 1,
    },
    stage: 'preparing',
    notMet: 0,
    unknown: 0,
    met: 0,
    overridden: 0,
    ...more,
  };
}

test('What is not met stands before what is unknown, whatever the clock says', () => {
  const rows = [
    row('settled', 1, { met: 20 }),
    row('unknown', 2, { unknown: 3 }),
    row('not-met', 3, { notMet: 1, unknown: 1 }),
  ];
  assert.deepEqual(
    exceptionsFirst(rows).map((each) => each.appointment.id),
    ['not-met', 'unknown', 'settled'],
  );
});

test('Among equals the earlier slot comes first, and people who have left stand last', () => {
  const rows = [
    row('left', 1, { notMet: 4 }, 'dose', 'fulfilled'),
    row('later', 9, { unknown: 1 }),
    row('sooner', 5, { unknown: 8 }),
    row('consult', 2, {}, 'consult'),
  ];
  assert.deepEqual(
    exceptionsFirst(rows).map((each) => each.appointment.id),
    ['sooner', 'later', 'consult', 'left'],
  );
});

test('A consult and a person who has left have no gate sheet to settle', () => {
  assert.equal(hasGate(row('consult', 1, {}, 'consult')), false);
  assert.equal(hasGate(row('left', 1, {}, 'dose', 'fulfilled')), false);
  assert.equal(hasGate(row('coming', 1, {})), true);
});

test('The sentence over the day counts only what is still to settle, and never calls the rest fine', () => {
  assert.equal(
    dayInWords([row('a', 1, { unknown: 2 }), row('b', 2, { notMet: 4 }, 'dose', 'fulfilled')]),
    '2 slots, 2 doses. To settle: 0 not met, 2 unknown.',
  );
  assert.equal(dayInWords([row('c', 1, {}, 'consult')]), '1 slot, 0 doses.');
});
