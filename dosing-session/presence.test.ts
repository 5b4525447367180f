// Who is in the room while a dose works, who watches, and what rings when nobody is there.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { homeExample1 } from '#clinical/protocol/home-example-1.ts';
import { ivExample1 as edition } from '#clinical/protocol/iv-example-1.ts';
import { alertEscalation } from './alerts.ts';
import type { SessionFact } from './events.ts';
import { everyAlert } from './every-alert.ts';
import { handedOver } from './examples/handed-over.ts';
import { atPhone, atTablet, nurse, patientId, secondNurse } from './examples/people.ts';
import { aloneSpells, inTheRoom, presenceAlerts, stays } from './presence.ts';
import { factOf, idsFrom, type Pen, recorder } from './recorder.ts';
import { fold } from './state.ts';
import { openOffer, watcherOf, watches } from './watch.ts';

const startAt = 1_796_000_000_000;
const at = (minute: number): number => startAt + minute * 60_000;
const limit = edition.presence?.mayBeAloneMinutes.value ?? Number.NaN;
const maria = { practitionerId: nurse.id, name: nurse.name };
const tom = { practitionerId: secondNurse.id, name: secondNurse.name };
const fromMariaToTom = {
  fromId: nurse.id,
  fromName: nurse.name,
  toId: secondNurse.id,
  toName: secondNurse.name,
};
const begin = factOf('DoseStarted', {
  route: 'iv',
  doseMg: 40,
  concentrationMgPerMl: 10,
  rateMgPerMin: 1,
  plannedMinutes: 40,
  lot: null,
  expiry: null,
});
const watch = factOf('MonitorAssigned', maria);

type Step = readonly [minute: number, fact: SessionFact, by?: Pen];

const told = (...steps: readonly Step[]) => {
  const session = { sessionId: '0c0c0c0c-0000-4000-8000-0000000000cc', patientId };
  const log = recorder({ ...session, startAt, nextId: idsFrom(88) });
  const ids = steps.map(([minute, fact, by = atTablet]) => log.record(by, minute, fact));
  return { state: fold(log.events, session), ids };
};

describe('who is in the room', () => {
  test('whoever watches is there until they say that they go out, and each coming and going has its time', () => {
    const { state } = told(
      [0, watch],
      [1, begin],
      [4, factOf('RoomEntered', tom), atPhone],
      [6, factOf('RoomEntered', { name: 'Lena Hale' })],
      [9, factOf('RoomLeft', maria)],
      [10, factOf('RoomLeft', { name: 'Lena Hale' })],
    );
    assert.deepEqual(
      stays(state).map(({ name, from, to }) => [name, from, to]),
      [
        [nurse.name, at(0), at(9)],
        [secondNurse.name, at(4), undefined],
        ['Lena Hale', at(6), at(10)],
      ],
    );
    assert.deepEqual(
      inTheRoom(state).map(({ name }) => name),
      [secondNurse.name],
    );
    assert.equal(watcherOf(state)?.id, nurse.id, 'going out hands nothing over');
  });

  test('coming in twice is one stay, and going out of a room one was not in is nothing', () => {
    const { state } = told(
      [0, factOf('RoomLeft', tom), atPhone],
      [1, factOf('RoomEntered', tom), atPhone],
      [2, factOf('RoomEntered', tom), atTablet],
      [3, factOf('RoomLeft', tom), atPhone],
    );
    assert.deepEqual(
      stays(state).map(({ from, to }) => [from, to]),
      [[at(1), at(3)]],
    );
  });

  test('nobody stays behind when the person has gone home', () => {
    const { state } = told(
      [0, watch],
      [30, factOf('PatientReleased', { toName: 'Lena', toRelation: 'sister' })],
    );
    assert.deepEqual(inTheRoom(state), []);
    assert.equal(stays(state)[0]?.to, at(30));
  });
});

describe('when nobody of the team is in the room', () => {
  const rows: readonly (readonly [string, readonly Step[], number, number | undefined])[] = [
    [
      'a short way out and back',
      [
        [1, watch],
        [2, begin],
        [5, factOf('RoomLeft', maria)],
        [5 + limit - 0.1, factOf('RoomEntered', maria)],
      ],
      60,
      undefined,
    ],
    [
      'just before the minutes of the protocol',
      [
        [1, watch],
        [2, begin],
        [5, factOf('RoomLeft', maria)],
      ],
      5 + limit - 0.01,
      undefined,
    ],
    [
      'at the minutes of the protocol',
      [
        [1, watch],
        [2, begin],
        [5, factOf('RoomLeft', maria)],
      ],
      5 + limit,
      5 + limit,
    ],
    [
      'with only a visitor there',
      [
        [1, watch],
        [2, begin],
        [4, factOf('RoomEntered', { name: 'Lena Hale' })],
        [5, factOf('RoomLeft', maria)],
      ],
      5 + limit,
      5 + limit,
    ],
    [
      'with another of the team there',
      [
        [1, watch],
        [2, begin],
        [4, factOf('RoomEntered', tom)],
        [5, factOf('RoomLeft', maria)],
      ],
      60,
      undefined,
    ],
    ['with nobody ever noted', [[2, begin]], 2 + limit, 2 + limit],
    [
      'before a dose',
      [
        [1, watch],
        [2, factOf('RoomLeft', maria)],
      ],
      60,
      undefined,
    ],
    [
      'after recovery was marked',
      [
        [1, watch],
        [2, begin],
        [40, factOf('RecoveryStarted', {})],
        [41, factOf('RoomLeft', maria)],
      ],
      90,
      undefined,
    ],
    [
      'when they went out before the dose began',
      [
        [0, watch],
        [1, factOf('RoomLeft', maria)],
        [2, begin],
      ],
      2 + limit,
      2 + limit,
    ],
  ];
  for (const [where, steps, minute, rings] of rows)
    test(`${where}: ${rings === undefined ? 'nothing rings' : 'it rings'}`, () => {
      const { state } = told(...steps);
      assert.deepEqual(
        presenceAlerts(state, edition, at(minute)).map(({ raisedAt }) => raisedAt),
        rings === undefined ? [] : [at(rings)],
      );
    });

  test('it reaches the next person and then everyone, until someone says that they come or is there', () => {
    const steps: readonly Step[] = [
      [1, watch],
      [2, begin],
      [5, factOf('RoomLeft', maria)],
    ];
    const first = told(...steps);
    const ringsAt = at(5 + limit);
    const [alert] = everyAlert(first.state, edition, ringsAt);
    assert.ok(alert);
    const level = (ms: number) => alertEscalation(alert, edition, ringsAt + ms).level;
    assert.deepEqual(
      [
        level(0),
        level(edition.alert.escalateAfterSeconds.value * 1_000),
        level(edition.alert.escalateAgainAfterSeconds.value * 1_000),
      ],
      ['first-person', 'second-person', 'everyone'],
    );
    const coming: Step = [5 + limit + 0.5, factOf('AlertAcknowledged', { alertKey: alert.key }), atPhone];
    const [answered] = presenceAlerts(told(...steps, coming).state, edition, at(60));
    assert.deepEqual(
      [answered?.acknowledgedBy, answered?.answerSeconds, answered?.closedAt],
      [secondNurse.name, 30, undefined],
      'on the way is not there',
    );
    assert.equal(answered?.recheckDueAt, at(5 + limit + 0.5 + edition.alert.recheckAfterMinutes.value));
    const there: Step = [5 + limit + 2, factOf('RoomEntered', tom), atPhone];
    const [over] = presenceAlerts(told(...steps, coming, there).state, edition, at(60));
    assert.equal(over?.closedAt, at(5 + limit + 2));
    // Whoever comes in without a word has answered by being there.
    const [unsaid] = presenceAlerts(told(...steps, there).state, edition, at(60));
    assert.deepEqual([unsaid?.acknowledgedBy, unsaid?.answerSeconds], [secondNurse.name, 120]);
  });

  test('an edition signed before it could say so is read with the house number, and at home it is not asked', () => {
    const { state } = told([1, watch], [2, begin], [5, factOf('RoomLeft', maria)]);
    const { presence: _left, ...older } = edition;
    assert.equal(presenceAlerts(state, older, at(60)).length, 1);
    assert.deepEqual(aloneSpells(state, homeExample1), []);
  });

  test('nobody noted at all reads as unknown, never as somebody', () => {
    const { state } = told([2, begin]);
    assert.deepEqual(
      presenceAlerts(state, edition, at(60)).flatMap(({ issues }) => issues.map(({ code }) => code)),
      ['presence-missing'],
    );
  });
});

describe('handing over the watch', () => {
  const offer: Step = [10, factOf('HandOverOffered', { ...fromMariaToTom, note: 'Cold hands' })];
  const take: Step = [12, factOf('MonitorHandedOver', { ...fromMariaToTom, given: 'own-sign-in' }), atPhone];

  test('the first watches until the other takes it on their own sign-in', () => {
    const offered = told([0, watch], offer).state;
    assert.equal(watcherOf(offered)?.id, nurse.id);
    assert.equal(openOffer(offered)?.fact.toName, secondNurse.name);
    const taken = told([0, watch], offer, take).state;
    assert.equal(openOffer(taken), undefined);
    assert.deepEqual(watches(taken).at(-1), {
      id: secondNurse.id,
      name: secondNurse.name,
      since: at(12),
      eventId: watcherOf(taken)?.eventId,
      from: { name: nurse.name, given: 'own-sign-in', note: 'Cold hands' },
    });
  });

  test('nobody is put down for another: what the giver alone writes moves nothing', () => {
    const [, fact] = take;
    assert.equal(watcherOf(told([0, watch], [12, fact, atTablet]).state)?.id, nurse.id);
  });

  test('an offer that was taken back is open to nobody', () => {
    const { state, ids } = told([0, watch], offer);
    const again = told([0, watch], offer, [
      11,
      factOf('EnteredInError', { targetEventId: ids[1] ?? '', reason: 'Taken back' }),
    ]);
    assert.ok(openOffer(state));
    assert.equal(openOffer(again.state), undefined);
  });

  test('what was written before both had to say so stands as it was written', () => {
    const { state } = told([0, watch], [12, factOf('MonitorHandedOver', fromMariaToTom), atTablet]);
    assert.equal(watcherOf(state)?.id, secondNurse.id);
  });
});

test('a whole session: who watched, who was there, and the seven minutes in which nobody was', () => {
  const state = fold(handedOver.events, handedOver);
  const [alone, ...more] = presenceAlerts(state, edition, handedOver.startAt + 180 * 60_000);
  assert.equal(more.length, 0);
  assert.equal(alone?.key, `presence@${handedOver.leftEmpty}`);
  assert.equal(alone?.answerSeconds, 60);
  assert.deepEqual(
    watches(state).map(({ name }) => name),
    [nurse.name, secondNurse.name],
  );
});
