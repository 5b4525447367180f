// The note says what happened, to the minute, and says what nobody wrote down.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleEdition } from '#clinical/protocol/editions.ts';
import { recordedSessions } from '#dosing-session/examples/all.ts';
import { atPhone, atTablet } from '#dosing-session/examples/people.ts';
import { look } from '#dosing-session/examples/usual-steps.ts';
import { factOf, idsFrom, recorder } from '#dosing-session/recorder.ts';
import { append, fold, type SessionState } from '#dosing-session/state.ts';
import { paperChanges } from './paper.ts';
import { type NoteSurroundings, noteBytes, sessionNote } from './session-note.ts';

const example = (name: string) => {
  const found = recordedSessions.find((one) => one.name === name);
  assert.ok(found, name);
  return found;
};

const noteOf = (name: string, more: Partial<NoteSurroundings> = {}, of?: SessionState) => {
  const recorded = example(name);
  const edition = exampleEdition(
    name === 'two-sprays'
      ? 'nasal-example-1'
      : name === 'lozenge-at-home'
        ? 'home-example-1'
        : 'iv-example-1',
  );
  assert.ok(edition);
  return sessionNote({
    state: of ?? fold(recorded.events),
    edition,
    around: {
      zone: 'America/New_York',
      clinicName: 'Harbor Clinic',
      patientName: 'Robin Hale',
      roomName: 'Room 1',
      cycleNumber: 2,
      cyclesPlanned: 6,
      openedAt: recorded.startAt,
      stoodShut: [],
      ...more,
    },
  });
};

const linesOf = (note: ReturnType<typeof noteOf>, id: string) =>
  note.sections.find((section) => section.id === id)?.lines ?? [];
const textOf = (note: ReturnType<typeof noteOf>, id: string) =>
  linesOf(note, id)
    .map(({ text }) => text)
    .join('\n');

test('a high pressure appears with who answered in how many seconds, what was given and how it worked', () => {
  const note = noteOf('high-pressure');
  assert.match(
    textOf(note, 'alerts'),
    /^04:15 Blood pressure: Systolic blood pressure 182 is above 180 mmHg\./,
  );
  assert.match(textOf(note, 'alerts'), /Answered by Tomas Berg after 36 seconds\./);
  assert.match(textOf(note, 'alerts'), /Inside the limits again at 04:27\./);
  assert.match(textOf(note, 'symptoms'), /04:22 Labetalol.*Ordered by Standing order, Dr Amara Osei/);
  assert.match(textOf(note, 'symptoms'), /Response 04:28: 158\/92/);
  assert.match(textOf(note, 'dose'), /04:16 paused: Pressure 182\/104/);
  assert.match(textOf(note, 'dose'), /lot K7742, expiry 2027-09, given by Ines Moreau/);
  assert.match(textOf(note, 'release'), /Left 05:52 with Lena Hale \(sister\)/);
});

test('a call from the bed says who came after how many seconds, and what they did', () => {
  assert.match(
    textOf(noteOf('calls-from-the-bed'), 'calls'),
    /04:19 Robin Hale called for someone\.\n04:19 Ines Moreau was busy and passed it on\.\nAnswered by Tomas Berg after 42 seconds\.\nDone by Tomas Berg, 04:25/,
  );
});

test('how changed they saw and heard stands beside its row, and is missing only where the protocol asked for it', () => {
  const table = noteOf('calm-infusion').sections.find(({ id }) => id === 'vital-signs')?.table;
  assert.match(
    table?.rows.find(({ cells }) => cells[0] === '40')?.cells[8] ?? '',
    /perceptual change 6 of 10 \(seen\)/,
  );
  const notRated = /Perceptual change at minute 40 is not written down\./;
  assert.doesNotMatch(textOf(noteOf('calm-infusion'), 'vital-signs'), notRated);
  assert.match(textOf(noteOf('calls-from-the-bed'), 'vital-signs'), notRated);
  assert.doesNotMatch(textOf(noteOf('lozenge-at-home'), 'vital-signs'), /Perceptual change/);
});

test('the note says from when checks were gathered, by whose wish, and how many visits they took', () => {
  const note = noteOf('calls-from-the-bed');
  assert.match(
    textOf(note, 'room'),
    /03:54 Ines Moreau: Few interruptions, checks gathered into one visit, as they asked\./,
  );
  assert.match(textOf(note, 'vital-signs'), /Few interruptions: 7 checks in 6 visits\./);
  assert.doesNotMatch(textOf(noteOf('calm-infusion'), 'vital-signs'), /visit/);
});

test('a row that was written late shows when it was due, taken, written and received', () => {
  const table = noteOf('late-and-corrected').sections.find(({ id }) => id === 'vital-signs')?.table;
  const late = table?.rows.find(({ cells }) => cells[0] === '20');
  assert.deepEqual(late?.cells.slice(1, 5), ['04:15', '04:15', '04:21', '04:21']);
  assert.equal(late?.mark, 'late');
  const untaken = table?.rows.find(({ cells }) => cells[2] === 'not taken');
  assert.equal(untaken?.mark, 'missing');
});

const withExtraRow = (...ratedAtMinutes: readonly number[]) => {
  const recorded = example('calm-infusion');
  const log = recorder({ ...recorded, nextId: idsFrom(320) });
  const slot = { slotMinute: 30 };
  look(
    log,
    atPhone,
    47,
    { systolicMmHg: 150, diastolicMmHg: 92, heartRatePerMin: 80, spo2Percent: 97 },
    'unscheduled',
    slot,
  );
  for (const minute of ratedAtMinutes)
    log.record(atTablet, minute, factOf('SedationRated', { moaas: 3, ...slot }));
  const note = noteOf('calm-infusion', {}, append(fold(recorded.events), ...log.events));
  const rows = note.sections.find(({ id }) => id === 'vital-signs')?.table?.rows ?? [];
  return rows.filter(({ cells }) => cells[2] !== undefined && cells[2] >= '04:20' && cells[2] < '04:34');
};

test('how awake they were after the planned check is not signed for beside an extra reading before it', () => {
  assert.deepEqual(
    withExtraRow(50.4).map(({ cells }) => [cells[2], cells[5], cells[8]]),
    [
      ['04:22', '150/92', 'none'],
      ['04:25', '141/88', '14 breaths a minute, MOAA/S 3'],
    ],
  );
});

test('a rating far from every reading is signed for at its own time, and is no late check', () => {
  const alone = withExtraRow(57).at(-1);
  assert.deepEqual(
    [alone?.cells[1], alone?.cells[2], alone?.cells[5], alone?.cells[8], alone?.mark],
    ['not set', '04:32', 'not measured', 'MOAA/S 3', undefined],
  );
});

test('what was entered in error is struck through with its reason, and its reading is not among the rows', () => {
  const note = noteOf('late-and-corrected');
  const struck = linesOf(note, 'record').find(({ mark }) => mark === 'struck');
  assert.match(struck?.text ?? '', /was entered in error .*Typed 233 for 133/);
  const table = note.sections.find(({ id }) => id === 'vital-signs')?.table;
  assert.ok(table?.rows.every(({ cells }) => !cells.includes('233/82')));
});

test('a session with nothing in it says that everything is missing, and never that anything was fine', () => {
  const { sessionId, patientId } = example('calm-infusion');
  const note = noteOf('calm-infusion', {}, fold([], { sessionId, patientId }));
  for (const id of ['identity', 'arrival', 'order', 'gate', 'dose', 'vital-signs', 'recovery', 'release'])
    assert.ok(
      linesOf(note, id).some(({ mark }) => mark === 'missing'),
      id,
    );
  assert.doesNotMatch(textOf(note, 'alerts'), /No reading that was taken lay outside/);
});

test('a fact taken away is never told as done', () => {
  const { events } = example('calm-infusion');
  for (const [type, id] of [
    ['IdentityConfirmed', 'identity'],
    ['DoseWorkedOut', 'order'],
    ['GaitChecked', 'recovery'],
    ['InstructionsRepeatedBack', 'release'],
    ['EscortArrived', 'release'],
    ['PatientReleased', 'release'],
  ] as const) {
    const without = fold(events.filter(({ fact }) => fact.type !== type));
    const missing = (note: ReturnType<typeof noteOf>) =>
      linesOf(note, id).filter(({ mark }) => mark === 'missing').length;
    assert.equal(missing(noteOf('calm-infusion', {}, without)), missing(noteOf('calm-infusion')) + 1, type);
  }
});

test('the gate says what stood shut when the dose was written down, and what only came later', () => {
  const note = noteOf('calm-infusion', { stoodShut: ['risk', 'issues-decided'] });
  const lines = linesOf(note, 'gate');
  assert.match(lines[0]?.text ?? '', /2 lines not met or unknown/);
  assert.deepEqual(
    lines.find(({ text }) => text.startsWith('Screening:')),
    { text: 'Screening: not met or unknown when the dose was written down.', mark: 'not-met' },
  );
  assert.match(
    lines.find(({ mark }) => mark === 'late')?.text ?? '',
    /^Risk question: met\..*it came later\./,
  );
});

test('the same log gives the same bytes in any order, and a later fact shows as a difference', () => {
  const { events } = example('calm-infusion');
  const note = noteOf('calm-infusion');
  assert.equal(
    noteBytes(noteOf('calm-infusion', {}, fold([...events].reverse())), ' Slept well. '),
    noteBytes(note, 'Slept well.'),
  );
  const last = events.at(-1);
  assert.ok(last);
  const later = append(fold(events), {
    ...last,
    eventId: '0c0c0c0c-0000-4000-8000-0000000000ff',
    deviceSeq: last.deviceSeq + 50,
    version: events.length + 1,
    fact: { type: 'NoteAdded', v: 1, text: 'The cuff was on the left arm.' },
  });
  const changes = paperChanges(note.sections, noteOf('calm-infusion', {}, later).sections);
  const room = changes.find(({ heading }) => heading === 'Written in the room');
  assert.deepEqual(room?.gone, ['Nothing is written down.']);
  assert.match(room?.come[0] ?? '', /The cuff was on the left arm\./);
  assert.deepEqual(paperChanges(note.sections, note.sections), []);
});

test('every recorded session can be told', () => {
  for (const { name } of recordedSessions) assert.ok(noteOf(name).sections.length > 10, name);
});
