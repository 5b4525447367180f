// What a person carries says what happened, counts what was given once, and leaves out what nobody wrote down.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleEdition } from '#clinical/protocol/editions.ts';
import { recordedSessions } from '#dosing-session/examples/all.ts';
import { emptySession, fold } from '#dosing-session/state.ts';
import { type PassportSession, passportInShort, passportOf, passportSession } from './passport.ts';
import { passportSections } from './passport-words.ts';

const zone = 'America/New_York';

const sessionOf = (name: string, number = 1): PassportSession => {
  const recorded = recordedSessions.find((one) => one.name === name);
  const edition = exampleEdition(name === 'two-sprays' ? 'nasal-example-1' : 'iv-example-1');
  assert.ok(recorded && edition);
  const state = fold(recorded.events);
  return passportSession(
    {
      state,
      edition,
      openedAt: recorded.startAt,
      number,
      of: 6,
      order: name === 'two-sprays' ? { drug: 'esketamine' } : { drug: 'ketamine', weightKg: 80 },
    },
    { zone, now: recorded.startAt + 86_400_000 },
  );
};

const passportWith = (sessions: readonly PassportSession[], words?: string) =>
  passportOf({
    sessions,
    scores: [
      { instrument: 'phq-9', name: 'PHQ-9', date: '2026-11-01', total: 21, most: 27 },
      { instrument: 'phq-9', name: 'PHQ-9', date: '2026-11-20', total: 14, most: 27 },
      { instrument: 'phq-9', name: 'PHQ-9', date: '2026-12-01', total: 9, most: 27 },
      { instrument: 'gad-7', name: 'GAD-7', date: '2026-11-01', total: 12, most: 21 },
    ],
    clinic: { name: 'Harbor Clinic', phone: '+1 555 0100' },
    person: { name: 'Robin Hale', birthDate: '1980-04-02' },
    words,
    zone,
    now: 1_796_000_000_000,
  });

test('a session with a high pressure tells the dose, the range, the rescue and how it worked', () => {
  const told = sessionOf('high-pressure');
  assert.equal(told.dose?.route, 'iv');
  assert.equal(told.dose?.drug, 'ketamine');
  assert.ok((told.dose?.givenMg ?? 0) > 0 && told.signs.systolicMmHg?.highest === 184);
  assert.equal(told.rescue[0]?.name, 'Labetalol');
  assert.match(told.rescue[0]?.response ?? '', /158\/92/);
  assert.equal(told.alerts > 0, true);
});

test('two devices of the spray are one dose in two parts', () => {
  const { dose } = sessionOf('two-sprays');
  assert.deepEqual([dose?.route, dose?.drug, dose?.givenMg, dose?.parts], ['nasal', 'esketamine', 56, 2]);
});

test('a session in which no dose is written down is counted and never adds to a total', () => {
  const edition = exampleEdition('iv-example-1');
  assert.ok(edition);
  const state = emptySession({ sessionId: 's', patientId: 'p' });
  const none = passportSession(
    { state, edition, openedAt: 1_796_000_000_000, number: 2, of: 6, order: undefined },
    { zone, now: 1_796_100_000_000 },
  );
  assert.deepEqual([none.dose, none.weightKg, none.recoveryMinutes], [undefined, undefined, undefined]);
  const given = sessionOf('calm-infusion');
  const { totals, withoutDose } = passportWith([given, none]);
  assert.deepEqual(
    totals.map(({ sessions, mg }) => [sessions, mg]),
    [[1, given.dose?.givenMg]],
  );
  assert.equal(withoutDose, 1);
  const text = JSON.stringify(passportSections(passportWith([none]), 'en'));
  assert.match(text, /"Dose","not written down"/);
  assert.match(text, /"Weight","not written down"/);
});

test('each drug on each route has a total of its own', () => {
  const { totals } = passportWith([
    sessionOf('calm-infusion'),
    sessionOf('high-pressure', 2),
    sessionOf('two-sprays', 3),
  ]);
  assert.deepEqual(totals.map(({ drug, route, sessions }) => `${drug} ${route} ${sessions}`).toSorted(), [
    'esketamine nasal 1',
    'ketamine iv 2',
  ]);
});

test('the short form keeps the last session, every total, and the first and last of each score', () => {
  const whole = passportWith([sessionOf('calm-infusion'), sessionOf('two-sprays', 2)], 'Music helps.');
  const short = passportInShort(whole);
  assert.equal(short.sessions.length, 1);
  assert.deepEqual(short.sessions[0], whole.sessions.at(-1));
  assert.deepEqual(short.totals, whole.totals);
  assert.deepEqual(
    short.scores.map(({ instrument, total }) => `${instrument} ${total}`),
    ['phq-9 21', 'phq-9 9', 'gad-7 12'],
  );
  assert.equal(short.words, undefined);
});

test('every line is there in English and in Spanish', () => {
  const passport = passportWith([sessionOf('high-pressure'), sessionOf('two-sprays', 2)], 'La música ayuda.');
  const [english, spanish] = (['en', 'es'] as const).map((language) => passportSections(passport, language));
  assert.ok(english && spanish);
  assert.deepEqual(
    english.map(({ lines }) => lines.length),
    spanish.map(({ lines }) => lines.length),
  );
  assert.match(JSON.stringify(spanish), /Presión alta/);
  assert.match(JSON.stringify(english), /La música ayuda\./);
});
