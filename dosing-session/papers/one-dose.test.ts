// Who ordered a dose, who worked it out, what was given and what had to be watched are one thing, on every route with a nurse
// in the room: the door asks for them together, and the note tells them together or says which is missing.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { doseConditionsOf } from '#clinical/gate.ts';
import { millisecondsPerMinute } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { imExample1 } from '#clinical/protocol/im-example-1.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { nasalExample1 } from '#clinical/protocol/nasal-example-1.ts';
import { sublingualExample1 } from '#clinical/protocol/sublingual-example-1.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import {
  atDesktop,
  atPhone,
  atTablet,
  nurse,
  patientId,
  prescriber,
  secondNurse,
} from '#dosing-session/examples/people.ts';
import { look, orderId } from '#dosing-session/examples/usual-steps.ts';
import { asReceived, factOf, idsFrom, recorder } from '#dosing-session/recorder.ts';
import { fold } from '#dosing-session/state.ts';
import { sessionNote } from './session-note.ts';

const startAt = 1_796_120_000_000;
const givenAtMinute = 20;
const sessionId = '0c0c0c0c-0000-4000-8000-000000000077';
const signs = { systolicMmHg: 124, diastolicMmHg: 78, heartRatePerMin: 72, spo2Percent: 98 };
const fromShelf = { lot: 'K7742', expiry: '2028-09' } as const;

type OnRoute = { readonly edition: Edition; readonly mg: number; readonly given: SessionFact };
const routes: readonly OnRoute[] = [
  {
    edition: ivExample1,
    mg: 33,
    given: factOf('DoseStarted', {
      route: 'iv',
      doseMg: 33,
      concentrationMgPerMl: 10,
      rateMgPerMin: 0.825,
      plannedMinutes: 40,
      ...fromShelf,
    }),
  },
  {
    edition: imExample1,
    mg: 40,
    given: factOf('DoseGiven', { route: 'im', doseMg: 40, site: 'left deltoid', ...fromShelf }),
  },
  {
    edition: sublingualExample1,
    mg: 100,
    given: factOf('DoseGiven', { route: 'sublingual', doseMg: 100, ...fromShelf }),
  },
  {
    edition: nasalExample1,
    mg: 28,
    given: factOf('DoseGiven', { route: 'nasal', doseMg: 28, deviceNumber: 1, ...fromShelf }),
  },
];

type Part = 'order' | 'review' | 'second check' | 'administration' | 'first row due';

/** The first row the protocol asks for once the dose has begun. */
const firstDue = ({ timing }: Edition): number =>
  'checkEveryMinutes' in timing
    ? timing.checkEveryMinutes.value
    : (timing.checkMinutes.value.find((minute) => minute > 0) ?? assert.fail('No row is due.'));

const saidWhereMissing = (edition: Edition): readonly (readonly [Part, section: string, words: RegExp])[] => [
  ['order', 'order', /No signed order stood when the dose began/],
  ['review', 'order', /No review before the dose is written down/],
  ['second check', 'order', /No second check: .* alone worked the dose out/],
  ['administration', 'dose', /No dose is written down/],
  ['first row due', 'vital-signs', new RegExp(`^${firstDue(edition)} [\\d:]+ not taken`, 'm')],
];

function noteWithout({ edition, mg, given }: OnRoute, left?: Part) {
  const log = recorder({ sessionId, patientId, startAt, nextId: idsFrom(77) });
  log.record(atTablet, 0, factOf('PatientArrived', {}));
  look(log, atTablet, 5, signs, 'baseline');
  if (left !== 'review')
    log.record(atDesktop, 10, factOf('PreDoseReviewSigned', { orderId, doseMg: mg, weightKg: null }));
  log.record(atTablet, 12, factOf('DoseWorkedOut', { doseMg: mg }));
  if (left !== 'second check') log.record(atPhone, 13, factOf('DoseWorkedOut', { doseMg: mg }));
  if (left !== 'administration') log.record(atTablet, givenAtMinute, given);
  const minute = firstDue(edition);
  if (left !== 'first row due')
    look(log, atTablet, givenAtMinute + minute, signs, 'scheduled', { slotMinute: minute });
  log.record(atTablet, givenAtMinute + minute + 60, factOf('NoteAdded', { text: 'Resting.' }));
  return sessionNote({
    state: fold(asReceived(log.events)),
    edition,
    around: {
      zone: 'America/New_York',
      clinicName: 'Harbor Clinic',
      patientName: 'Robin Hale',
      roomName: 'Room 1',
      cycleNumber: 1,
      cyclesPlanned: 6,
      openedAt: startAt,
      stoodShut: [],
      order:
        left === 'order'
          ? undefined
          : {
              drug: 'ketamine',
              doseMg: mg,
              signedAt: startAt - 60 * millisecondsPerMinute,
              signedBy: prescriber.name,
            },
    },
  });
}

const sectionOf = (note: ReturnType<typeof noteWithout>, id: string) =>
  note.sections.find((section) => section.id === id) ?? assert.fail(id);
const told = (note: ReturnType<typeof noteWithout>, id: string): string =>
  sectionOf(note, id)
    .lines.map(({ text }) => text)
    .join('\n');
/** A section with its table, where it has one. */
const wholeOf = (note: ReturnType<typeof noteWithout>, id: string): string =>
  [told(note, id), ...(sectionOf(note, id).table?.rows ?? []).map(({ cells }) => cells.join(' '))].join('\n');

for (const route of routes) {
  const { edition, mg } = route;
  describe(`${edition.route}: order, second check, administration and what is watched`, () => {
    test('the door asks for all of them before the dose', () => {
      for (const line of ['order', 'pre-dose-review', 'second-check', 'protocol'] as const)
        assert.ok(doseConditionsOf(edition.route).includes(line), line);
    });

    test('stand in one note, by name @S2-6', () => {
      const note = noteWithout(route);
      assert.ok(note.protocol.startsWith(`${edition.name}, version ${edition.version}`));
      const order = told(note, 'order');
      assert.match(order, new RegExp(`Ketamine, ${mg} mg.* Signed by ${prescriber.name}`));
      for (const { name } of [nurse, secondNurse])
        assert.match(order, new RegExp(`Worked out: ${mg} mg \\(.*${name}\\)`));
      assert.match(
        told(note, 'dose'),
        new RegExp(`${mg} mg.*lot K7742, expiry 2028-09, given by ${nurse.name}`),
      );
      const rows = sectionOf(note, 'vital-signs').table?.rows ?? [];
      const row = rows.find(({ cells }) => cells[0] === String(firstDue(edition)));
      assert.equal(row?.mark, undefined);
      assert.equal(row?.cells[1], row?.cells[2], 'taken when it was due');
    });

    for (const [part, section, words] of saidWhereMissing(edition))
      test(`say so where the ${part} is missing`, () => {
        assert.doesNotMatch(wholeOf(noteWithout(route), section), words);
        assert.match(wholeOf(noteWithout(route, part), section), words);
      });
  });
}
