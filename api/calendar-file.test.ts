import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarFile } from './calendar-file.ts';

const entry = {
  id: '7f1c2b7e-8e9b-4a55-9a5e-0d7ad8b0f001',
  startsAt: Date.UTC(2026, 10, 25, 14, 15),
  endsAt: Date.UTC(2026, 10, 25, 17, 0),
  madeAt: Date.UTC(2026, 10, 24, 2, 40, 5),
  summary: 'Appointment at Harbor Street Clinic',
  place: '12 Harbor Street, Austin; 2nd floor',
};

test('the times stand in the calendar as one moment everywhere', () => {
  const file = calendarFile(entry);
  assert.match(file, /\r\nDTSTART:20261125T141500Z\r\n/);
  assert.match(file, /\r\nDTEND:20261125T170000Z\r\n/);
  assert.match(file, /\r\nDTSTAMP:20261124T024005Z\r\n/);
});

test('commas and semicolons of an address do not break the entry', () => {
  assert.match(calendarFile(entry), /LOCATION:12 Harbor Street\\, Austin\\; 2nd floor\r\n/);
});

test('a long name is folded at 75 octets without cutting a letter', () => {
  const file = calendarFile({
    ...entry,
    summary: 'Clínica Ñandú de la Calle del Puerto Viejo, segundo piso, sala de la bahía',
  });
  for (const line of file.split('\r\n')) assert.ok(new TextEncoder().encode(line).length <= 75, line);
  assert.match(
    file.replaceAll('\r\n ', ''),
    /Ñandú de la Calle del Puerto Viejo\\, segundo piso\\, sala de la bahía/,
  );
});

test('the entry says nothing of medicine or treatment', () => {
  assert.doesNotMatch(calendarFile(entry), /ketamine|dose|session|infusion/i);
});
