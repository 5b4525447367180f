// The ride home as a record, asked about from the booking to the door, and driving kept off until the next day after sleep.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { getAfterVisitSummary } from '#api/after-visit.ts';
import { getAnswer } from '#api/answer.ts';
import { getGateSheet } from '#api/appointments.ts';
import { appendSessionEvents } from '#api/dosing-sessions.ts';
import * as rides from '#api/preparation.ts';
import { addDays, instantOf, localDateOf } from '#clinical/instant.ts';
import { driving } from '#clinical/integration/driving.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { type TestApp, testApp, zone } from '#test/app.ts';
import { charts, type Person, people } from '#test/people.ts';
import { device } from '#test/session-facts.ts';

const { ana, luis } = charts;
const { maria, okafor, pat, luz } = people;
const hour = 3_600_000;

describe('the way home', () => {
  let house: TestApp;
  const rideLine = async (patientId: string) =>
    (await house.done(pat, getGateSheet, { params: { patientId } })).gate.lines.find(
      ({ condition }) => condition === 'ride',
    );
  const pens = new Map([
    [maria.key, device(ana, 960)],
    [okafor.key, device(ana, 961)],
  ]);
  const say = (by: Person, fact: SessionFact) => {
    const event = pens.get(by.key)?.fact(fact, house.now());
    return house.call(by, appendSessionEvents, {
      params: { patientId: ana.patientId, sessionId: ana.sessionId },
      body: { events: event === undefined ? [] : [event] },
    });
  };

  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  test('is who, how, by what number and when it was confirmed; it is asked from booking to discharge, and past it only by a name @S0-26', async () => {
    // From the booking on the line stands open, and the person is asked to name someone.
    const ofLuis = { params: { patientId: luis.patientId, linkId: luis.linkId }, body: {} };
    await house.done(people.luis, rides.revokeCompanionLink, ofLuis);
    assert.equal((await rideLine(luis.patientId))?.state, 'unknown');
    const asking = async () => {
      const told = await house.done(people.luis, getAnswer, { params: { patientId: luis.patientId } });
      return told.answer.tasks.find(({ kind }) => kind === 'ask-companion');
    };
    const asked = await asking();
    assert.deepEqual([asked?.owner, asked?.blocks], ['patient', ['ride']]);

    // At the door on the day: asked and not answered is not a ride. Past it only a prescriber signs, with a reason.
    assert.deepEqual((await rideLine(ana.patientId))?.state, 'not-met');
    const around = (reason: string) =>
      factOf('ConditionOverridden', { condition: 'ride', reason, deciderName: okafor.name });
    assert.equal((await say(maria, around('Her sister is late'))).status, 403);
    assert.equal((await say(okafor, around('Her sister texted me, she lands at noon'))).status, 200);
    const sheet = await house.done(maria, getGateSheet, { params: { patientId: ana.patientId } });
    const signed = sheet.gate.lines.find(({ condition }) => condition === 'ride');
    assert.deepEqual(
      [signed?.state, signed?.override?.by, signed?.override?.reason],
      ['overridden', okafor.name, 'Her sister texted me, she lands at noon'],
    );

    // She says yes herself, how she comes, and on which number she is reached.
    await house.done(luz, rides.takeRideStep, { body: { step: 'accepted' } });
    const confirmedAt = house.now();
    await house.done(luz, rides.tellRide, { body: { how: 'taxi-together', phone: '+1 555 0142' } });
    const [ride] = (await house.done(maria, rides.listRides, { params: { patientId: ana.patientId } })).rides;
    const yes = ride?.steps.find(({ state }) => state === 'accepted');
    assert.deepEqual(
      [ride?.companionName, ride?.how, ride?.phone, yes?.at, yes?.by],
      [luz.name, 'taxi-together', '+1 555 0142', confirmedAt, luz.name],
    );
    const met = await house.done(maria, getGateSheet, { params: { patientId: ana.patientId } });
    const line = met.gate.lines.find(({ condition }) => condition === 'ride');
    assert.deepEqual([line?.state, line?.have.values['how']], ['met', 'taxi-together']);

    // At discharge a person must stand at the door; the protocol lets nobody sign around that.
    const { answer } = await house.done(maria, getAnswer, { params: { patientId: ana.patientId } });
    const door = answer.gates.release.lines.find(({ condition }) => condition === 'escort-at-door');
    assert.deepEqual([door?.state, door?.overridable], ['unknown', false]);

    // The day before, what nobody answered is late.
    house.later(2 * 24 * hour + hour);
    for (const person of [people.luis, people.ana, pat]) await house.signIn(person);
    assert.equal((await asking())?.state, 'late');
  });

  test('ends with no driving until the next day after a night of sleep', async () => {
    const params = { patientId: ana.patientId, sessionId: ana.sessionId };
    const { draft } = await house.done(people.ana, getAfterVisitSummary, { params });
    const leftAt = house.now();
    const day = localDateOf(leftAt, zone);
    assert.equal(draft.drivingFrom, addDays(day, 1));
    const nextDay = instantOf(addDays(day, 1), 9 * 60, zone);
    const may = (now: number, slept: boolean | undefined) =>
      driving({ sessionEndedAt: leftAt, slept, now, zone });
    assert.deepEqual(may(leftAt + 9 * hour, true).allowed, localDateOf(leftAt + 9 * hour, zone) !== day);
    assert.deepEqual(
      [may(leftAt, true), may(nextDay, undefined), may(nextDay, false)].map(({ allowed }) => allowed),
      [false, false, false],
    );
    assert.equal(may(nextDay, true).allowed, true);
    assert.ok(ivExample1.driving.text.value.en !== '');
    const kept = await house.call(people.ana, rides.savePreparation, {
      params: { patientId: ana.patientId, cycleId: ana.cycleId, itemId: randomUUID() },
      body: { version: 0, body: { kind: 'slept', slept: true } },
    });
    assert.equal(kept.status, 200, kept.text);
  });
});
