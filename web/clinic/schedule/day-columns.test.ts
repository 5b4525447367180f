import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Appointment } from '#api/appointments.ts';
import { columnsOf, hoursShown, onDay, type Schedule } from './day-columns.ts';

const zone = 'America/Chicago';
const at = (hour: number, minute = 0): number => Date.UTC(2026, 10, 25, hour + 6, minute);

function slot(id: string, from: number, to: number, more: Partial<Appointment> = {}): Appointment {
  return {
    id,
    patientId: 'p',
    patientName: id,
    kind: 'dose',
    startsAt: from,
    endsAt: to,
    status: 'booked',
    version: 1,
    ...more,
  };
}

const schedule: Schedule = {
  integration: 'here',
  zone,
  rooms: [
    { id: 'r1', number: 1, name: 'Room 1' },
    { id: 'r2', number: 2, name: 'Room 2' },
  ],
  practitioners: [],
  appointments: [
    slot('later', at(14), at(15), { roomId: 'r1' }),
    slot('sooner', at(9), at(10, 40), { roomId: 'r1' }),
    slot('gone', at(9), at(10), { roomId: 'r2', status: 'cancelled' }),
    slot('consult', at(11), at(12), { kind: 'consult', practitionerId: 'o', practitionerName: 'Dr Okafor' }),
    slot('tomorrow', at(33), at(34), { roomId: 'r1' }),
  ],
};

test('Every room has its column even when it is empty, and a consult stands under the person who holds it', () => {
  const columns = columnsOf(schedule, onDay(schedule, '2026-11-25'));
  assert.deepEqual(
    columns.map((column) => [column.title, column.slots.map((each) => each.id)]),
    [
      ['Room 1', ['sooner', 'later']],
      ['Room 2', []],
      ['Dr Okafor', ['consult']],
    ],
  );
});

test('The day is drawn wide enough for what is booked in it', () => {
  assert.deepEqual(hoursShown(onDay(schedule, '2026-11-25'), zone), { from: 8, to: 18 });
  assert.deepEqual(hoursShown([slot('early', at(6, 30), at(20, 10))], zone), { from: 6, to: 21 });
  assert.deepEqual(hoursShown([slot('night', at(22), at(25))], zone), { from: 8, to: 24 });
});
