// What rings in the clinic, and what the one who called is told about it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as api from '#api/dosing-sessions.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { charts, type Person, people } from '#test/people.ts';
import { device, doseStarted } from '#test/session-facts.ts';

describe('calls that ring', () => {
  let house: TestApp;
  const bed = device(charts.ana, 1);
  const nurse = device(charts.ana, 2);
  const inRoom = { patientId: charts.ana.patientId, sessionId: charts.ana.sessionId };
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  const say = async (by: Person, from: typeof bed, fact: Parameters<typeof bed.fact>[0]): Promise<string> => {
    const event = from.fact(fact, house.now());
    await house.done(by, api.appendSessionEvents, { params: inRoom, body: { events: [event] } });
    return event.eventId;
  };
  const ringing = async () => (await house.done(people.maria, api.listOpenCalls)).calls;
  const mine = async () =>
    (await house.done(people.ana, api.getMySession, { params: { patientId: charts.ana.patientId } })).session;

  test('a call rings for those on shift with its room and the seconds of its protocol, until someone answers', async () => {
    await say(people.maria, nurse, {
      type: 'MonitorAssigned',
      v: 1,
      practitionerId: people.maria.id,
      name: people.maria.name,
    });
    const call = await say(people.ana, bed, { type: 'PatientSignalled', v: 1, signal: 'come' });
    const [rung] = await ringing();
    assert.deepEqual(
      [rung?.key, rung?.kind, rung?.firstName, rung?.watcherId, rung?.passedOnByIds],
      [call, 'come', 'Ana', people.maria.id, []],
    );
    assert.ok((rung?.escalateAfterSeconds ?? 0) < (rung?.escalateAgainAfterSeconds ?? 0));
    await say(people.maria, nurse, { type: 'SignalPassedOn', v: 1, signalEventId: call });
    assert.deepEqual((await ringing())[0]?.passedOnByIds, [people.maria.id]);
    assert.equal((await mine())?.signal?.passedOn, 1);
    house.later(42_000);
    await say(people.maria, nurse, { type: 'SignalAcknowledged', v: 1, signalEventId: call });
    assert.deepEqual(await ringing(), []);
    const told = (await mine())?.signal;
    assert.equal(told?.acknowledgedBy, people.maria.name);
    assert.equal((told?.acknowledgedAt ?? 0) - (told?.at ?? 0), 42_000);
    assert.equal(told?.resolvedAt, undefined);
    await say(people.maria, nurse, { type: 'SignalResolved', v: 1, signalEventId: call, what: 'Water' });
    assert.notEqual((await mine())?.signal?.resolvedAt, undefined);
  });

  test('a room that stands empty is told before it rings, and the back-up is rung first for the back-up', async () => {
    assert.equal((await mine())?.underEffect, false);
    await say(people.maria, nurse, doseStarted);
    const maria = { practitionerId: people.maria.id, name: people.maria.name };
    await say(people.maria, nurse, { type: 'RoomLeft', v: 1, ...maria });
    const left = house.now();
    const [empty] = await ringing();
    const limit = ivExample1.presence?.mayBeAloneMinutes.value ?? 0;
    assert.deepEqual(
      [empty?.kind, empty?.watcherId, (empty?.at ?? 0) - left],
      ['alone', people.maria.id, limit * 60_000],
    );
    const wall = async () =>
      (await house.done(people.maria, api.getBoard)).rows.find(
        ({ sessionId }) => sessionId === charts.ana.sessionId,
      );
    assert.deepEqual((await wall())?.alone, { since: left, ringsAt: empty?.at });
    await say(people.maria, nurse, { type: 'AlertAcknowledged', v: 1, alertKey: empty?.key ?? '' });
    assert.deepEqual(await ringing(), []);
    assert.equal((await wall())?.alone?.acknowledgedBy, people.maria.name);
    await say(people.maria, nurse, { type: 'RoomEntered', v: 1, ...maria });
    assert.equal((await wall())?.alone, undefined);
    assert.deepEqual((await wall())?.inTheRoom, [people.maria.name]);
    const okafor = { practitionerId: people.okafor.id, name: people.okafor.name };
    await say(people.maria, nurse, { type: 'BackUpNamed', v: 1, ...okafor });
    await say(people.maria, nurse, { type: 'BackUpCalled', v: 1 });
    const [asked] = await ringing();
    assert.deepEqual([asked?.kind, asked?.watcherId], ['back-up', people.okafor.id]);
    await say(people.okafor, device(charts.ana, 3), {
      type: 'SignalResolved',
      v: 1,
      signalEventId: asked?.key ?? '',
      what: 'Looked in',
    });
    assert.deepEqual(await ringing(), []);
  });

  test('the dark screen is up from the dose until recovery is marked', async () => {
    assert.equal((await mine())?.underEffect, true);
    await say(people.maria, nurse, { type: 'DoseStopped', v: 1, reason: 'complete' });
    assert.equal((await mine())?.underEffect, true);
    await say(people.maria, nurse, { type: 'RecoveryStarted', v: 1 });
    assert.equal((await mine())?.underEffect, false);
  });

  test('the phone is told how many screens a call can ring on: only those of people on shift who answer calls', async () => {
    assert.equal((await mine())?.listening, 0);
    const line = async (by: Person) => {
      const stream = await house.send(by, { method: 'GET', path: '/api/live' });
      return stream.body?.getReader();
    };
    const lines = [await line(people.maria), await line(people.ana), await line(people.pat)];
    assert.equal((await mine())?.listening, 1);
    for (const each of lines) await each?.cancel();
    assert.equal((await mine())?.listening, 0);
  });

  test('a call of one clinic rings in no other', async () => {
    await say(people.ana, bed, { type: 'PatientSignalled', v: 1, signal: 'come' });
    const elsewhere = Object.values(people).filter(
      (person) => person.clinic === 'harbor-b' && person.kind === 'staff',
    );
    assert.ok(elsewhere.length > 0);
    for (const person of elsewhere) {
      const told = await house.call(person, api.listOpenCalls);
      if (told.status === 200) assert.deepEqual(told.body.calls, []);
    }
  });
});
