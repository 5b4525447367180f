import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reminder } from '#clinical/reminders/reminders.ts';
import { readingLevel } from '#content/reading-level.ts';
import { writtenFor } from './messages.ts';

const startsAt = Date.UTC(2027, 2, 3, 14, 0);
const reminders: readonly Reminder[] = [
  { kind: 'after-check', about: 'after-check/c/24', hours: 24 },
  { kind: 'evening-check', about: 'evening-check/c' },
  { kind: 'pulse', about: 'pulse/2027-03-03' },
  { kind: 'forms', about: 'forms/2027-03-03', instrument: 'phq-9' },
  { kind: 'preparation', about: 'preparation/c' },
  { kind: 'decided', about: 'decided/d' },
  { kind: 'appointment', about: 'appointment/a/1', startsAt, endsAt: startsAt + 3_600_000 },
];

const asked: readonly Reminder['kind'][] = ['after-check', 'evening-check', 'pulse'];

function everyText(language: 'en' | 'es', name: string) {
  return reminders.map((reminder) =>
    writtenFor(reminder, {
      language,
      zone: 'America/New_York',
      clinic: { name, phone: '+1 555 0100', zone: 'America/New_York' },
      origin: 'https://harbor.example',
      ...(asked.includes(reminder.kind)
        ? { answerLink: 'https://harbor.example/a/#secret' }
        : { enterLink: `https://harbor.example/app/#enter=${'x'.repeat(43)}` }),
      now: startsAt,
    }),
  );
}

const revealing =
  /ketamin|psych|psiqui|psico|therap|terap|treat|tratam|dose|dosis|infus|session|sesi[oó]n|depress|depres|mood|[aá]nimo|anxi|ansie|medic|health|salud|safety|seguridad|memor|crisis|suici|clinic|cl[ií]nica|patient|paciente|doctor|nurse|enferm/i;

test('no message outside names a treatment, a field of medicine or how anyone is, whatever the clinic is called', () => {
  for (const language of ['en', 'es'] as const) {
    for (const name of ['Harbor Ketamine Clinic', 'Centro de Psiquiatría', 'Quay Street']) {
      for (const { subject, mail, text, calendar } of everyText(language, name)) {
        for (const words of [subject, mail, text, calendar ?? ''])
          assert.doesNotMatch(words, revealing, `${language}, ${name}: ${words}`);
      }
    }
  }
});

test('all that ask look alike from outside: a safety check is told from nothing else', () => {
  for (const language of ['en', 'es'] as const) {
    const [first, ...others] = everyText(language, 'Quay Street').slice(0, asked.length);
    for (const other of others) assert.deepEqual(other, first);
  }
});

test('every message can be read at grade 7, and a text fits in one', () => {
  for (const { mail, text } of everyText('en', 'Quay Street')) {
    assert.ok(readingLevel(mail.replaceAll(/https?:\S+/g, '')).grade <= 7, mail);
    assert.ok(text.length <= 140, text);
  }
  for (const { text } of everyText('es', 'Quay Street')) assert.ok(text.length <= 160, text);
});

test('where their clock is not the clinic’s, the hour of an appointment says whose it is', () => {
  const told = (zone: string) =>
    writtenFor(
      { kind: 'appointment', about: 'appointment/a/1', startsAt, endsAt: startsAt + 3_600_000 },
      {
        language: 'en',
        zone,
        clinic: { name: 'Quay Street', phone: '+1 555 0100', zone: 'America/New_York' },
        origin: 'https://harbor.example',
        now: startsAt,
      },
    ).text;
  assert.doesNotMatch(told('America/New_York'), /E[SD]T/);
  assert.match(told('America/Chicago'), /C[SD]T/);
});

for (const [minuteOfDay, words] of [
  [13 * 60 + 30, 'Tiene una cita el miércoles, 3 de marzo a la 1:30 p.m.'],
  [11 * 60, 'Tiene una cita el miércoles, 3 de marzo a las 11:00 a.m.'],
  [12 * 60 + 15, 'Tiene una cita el miércoles, 3 de marzo a las 12:15 p.m.'],
] as const)
  test(`an appointment is told in Spanish as it is said, with one full stop: ${words}`, () => {
    const at = Date.UTC(2027, 2, 3, 5, 0) + minuteOfDay * 60_000;
    const { mail, text } = writtenFor(
      { kind: 'appointment', about: 'appointment/a/1', startsAt: at, endsAt: at + 3_600_000 },
      {
        language: 'es',
        zone: 'America/New_York',
        clinic: { name: 'Quay Street', phone: '+1 555 0100', zone: 'America/New_York' },
        origin: 'https://harbor.example',
        now: at,
      },
    );
    for (const told of [mail, text]) {
      assert.ok(told.includes(words), told);
      assert.doesNotMatch(told, /\.\./);
    }
  });
