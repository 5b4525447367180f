import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Edition } from '#clinical/protocol/edition.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import type { SessionFact } from './events.ts';
import { callsFromTheBed } from './examples/calls-from-the-bed.ts';
import { atTablet, patientId } from './examples/people.ts';
import { mayGuideWrite, nursesPart, shownToGuide } from './guided.ts';
import { aloneSpells } from './presence.ts';
import { factOf, idsFrom, recorder } from './recorder.ts';
import { fold } from './state.ts';

const edition: Edition = ivExample1;
const startAt = 1_796_000_000_000;
const minute = (count: number): number => startAt + count * 60_000;

test('A guide writes of comfort, limits and help, in their own name, and nothing that is a nurse’s to say', () => {
  const juno = 'Juno Park';
  const cases: readonly (readonly [SessionFact, boolean])[] = [
    [factOf('RoomEntered', { name: juno }), true],
    [factOf('RoomEntered', { name: 'Maria Ruiz' }), false],
    [factOf('RoomEntered', { name: juno, practitionerId: patientId }), false],
    [factOf('RoomLeft', { name: juno }), true],
    [factOf('SettingChanged', { light: 'low' }), true],
    [factOf('LimitTightened', { topic: 'touch', text: 'No touch at all' }), true],
    [factOf('TalkWishAsked', { answer: 'quiet' }), true],
    [factOf('BackUpCalled', {}), true],
    [factOf('CareActionTaken', { action: 'slow-breathing' }), true],
    [factOf('CareActionTaken', { action: 'oxygen' }), false],
    [factOf('DoseStopped', { reason: 'clinical' }), false],
    [factOf('SignalAcknowledged', { signalEventId: patientId }), false],
    [factOf('SedationRated', { moaas: 5 }), false],
    [factOf('NoteAdded', { text: 'Sleeping' }), false],
    [factOf('EnteredInError', { targetEventId: patientId, reason: 'x' }), false],
  ];
  for (const [fact, may] of cases) assert.equal(mayGuideWrite(fact, juno), may, JSON.stringify(fact));
});

test('A guide in the room does not end the ring of a room with nobody of the team in it', () => {
  const session = { sessionId: '0c0c0c0c-0000-4000-8000-0000000000bd', patientId };
  const log = recorder({ ...session, startAt, nextId: idsFrom(58) });
  const dose = { doseMg: 40, concentrationMgPerMl: 10, rateMgPerMin: 1, plannedMinutes: 40 };
  log.record(atTablet, 0, factOf('DoseStarted', { route: 'iv', ...dose, lot: null, expiry: null }));
  log.record(atTablet, 1, factOf('RoomEntered', { name: 'Juno Park' }));
  const [alone] = aloneSpells(fold(log.events, session), edition);
  assert.equal(alone?.until, undefined);
  assert.ok(alone);
});

test('Of a whole session a guide is shown how the room was set and what they wrote themselves', () => {
  const { events } = callsFromTheBed;
  const state = fold(events);
  const shown = shownToGuide(state, 'nobody');
  const types = new Set(events.flatMap(({ eventId, fact }) => (shown.has(eventId) ? [fact.type] : [])));
  assert.deepEqual([...types].sort(), ['LimitTightened', 'SettingChanged', 'SoundPlayed', 'TalkWishAsked']);
  const nurse = state.facts.VitalSignsMeasured[0]?.byId ?? '';
  assert.ok(shownToGuide(state, nurse).size > shown.size);
});

describe('What a guide knows of the readings', () => {
  const session = { sessionId: '0c0c0c0c-0000-4000-8000-0000000000bc', patientId };
  const limit = edition.limits.alert.systolicMmHg.above?.value ?? Number.NaN;
  const start = { doseMg: 40, concentrationMgPerMl: 10, rateMgPerMin: 1, plannedMinutes: 40 };
  type Read = { readonly at: number; readonly systolicMmHg?: number; readonly temperatureUnread?: true };

  const said = (reads: readonly Read[], now: number, protocol: Edition | undefined = edition) => {
    const log = recorder({ ...session, startAt, nextId: idsFrom(56) });
    log.record(atTablet, 0, factOf('DoseStarted', { route: 'iv', ...start, lot: null, expiry: null }));
    for (const { at, systolicMmHg, temperatureUnread } of reads)
      log.record(
        atTablet,
        at,
        factOf('VitalSignsMeasured', {
          ...(systolicMmHg === undefined
            ? { couldNotRead: ['systolicMmHg', 'diastolicMmHg'] }
            : { systolicMmHg, diastolicMmHg: 80, couldNotRead: temperatureUnread ? ['temperatureCel'] : [] }),
          spo2Percent: 98,
          context: 'scheduled',
          source: 'typed',
        }),
      );
    return nursesPart(fold(log.events, session), protocol, minute(now)).state;
  };

  test('is nothing before the dose, and never all right while a check is late, unread or missing', () => {
    assert.equal(nursesPart(fold([], session), edition, startAt).state, 'not-begun');
    const cases: readonly (readonly [readonly Read[], number, string])[] = [
      [[], 4, 'not-known'],
      [[{ at: 0, systolicMmHg: 120 }], 1, 'inside-limits'],
      [[{ at: 0, systolicMmHg: 120 }], 90, 'not-known'],
      [[{ at: 0 }], 1, 'nurse-asked'],
      [[{ at: 0, systolicMmHg: 120, temperatureUnread: true }], 1, 'not-known'],
      [[{ at: 0, systolicMmHg: limit + 1 }], 1, 'nurse-asked'],
      [
        [
          { at: 0, systolicMmHg: limit + 1 },
          { at: 2, systolicMmHg: 120 },
        ],
        3,
        'nurse-asked',
      ],
    ];
    for (const [reads, now, expected] of cases)
      assert.equal(said(reads, now), expected, `${JSON.stringify(reads)} at ${now}`);
  });

  test('is not known where the protocol cannot be read', () => {
    const log = recorder({ ...session, startAt, nextId: idsFrom(57) });
    log.record(atTablet, 0, factOf('DoseStarted', { route: 'iv', ...start, lot: null, expiry: null }));
    assert.equal(nursesPart(fold(log.events, session), undefined, minute(1)).state, 'not-known');
  });
});
