// A guide beside the person: what every route of the house tells them, what they may write, and what becomes of it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { appendSessionEvents, getBoard, getSession, listOpenCalls } from '#api/dosing-sessions.ts';
import * as api from '#api/guided-room.ts';
import { savePreparation } from '#api/preparation.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { signals } from '#dosing-session/signals.ts';
import { fold } from '#dosing-session/state.ts';
import { pathOf, type TestApp, testApp } from '#test/app.ts';
import { charts, people } from '#test/people.ts';
import { sample } from '#test/sample.ts';
import { device, doseStarted, pressure } from '#test/session-facts.ts';

const { ana, luis } = charts;
const { juno, maria, noa, tom } = people;
const params = { patientId: ana.patientId, sessionId: ana.sessionId };

describe('a guide', () => {
  let house: TestApp;
  const hers = device(ana, 970);
  const his = device(ana, 971);
  const nurse = (fact: SessionFact) =>
    house.done(maria, appendSessionEvents, { params, body: { events: [hers.fact(fact, house.now())] } });
  const write = (fact: SessionFact) =>
    house.call(juno, api.appendGuidedFacts, { params, body: { events: [his.fact(fact, house.now())] } });
  const seen = () => house.call(juno, api.getGuidedRoom, { params });

  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  test('sees whom they sit with, what was asked of us, how the room is set and whether a nurse is asked, and no more @S2-8', async () => {
    await house.done(people.ana, savePreparation, {
      params: { patientId: ana.patientId, cycleId: ana.cycleId, itemId: randomUUID() },
      body: {
        version: 0,
        body: { kind: 'limits', touch: 'Ask first', recording: 'no', talkOrQuiet: 'quiet', people: '' },
      },
    });
    await nurse(factOf('MonitorAssigned', { practitionerId: maria.id, name: maria.name }));
    await nurse(doseStarted);
    await nurse(factOf('SettingChanged', { light: 'dark', music: 'Low water' }));
    await nurse(
      factOf('SymptomReported', { symptomId: randomUUID(), symptom: 'Racing heart', severity: 'mild' }),
    );
    await nurse(factOf('NoteAdded', { text: 'History of panic' }));
    await nurse(pressure(231, 119));
    const { status, body, text } = await seen();
    assert.equal(status, 200);
    assert.deepEqual(
      [body.patientFirstName, body.phase, body.watcherName, body.nurse.state],
      ['Ana', 'dosing', maria.name, 'nurse-asked'],
    );
    assert.deepEqual(
      body.events.map(({ fact }) => fact.type),
      ['SettingChanged'],
    );
    assert.deepEqual(
      body.preparation.map((item) => item.body.kind),
      ['limits'],
    );
    assert.doesNotMatch(
      text,
      /Reyes|doseMg|mg\b|231|119|systolic|Racing|panic|esketamine|ketamine|depress|birth/i,
    );
    const { rooms } = await house.done(juno, api.listGuidedRooms);
    assert.deepEqual(
      rooms.map((room) => [room.patientFirstName, room.phase]),
      [['Ana', 'dosing']],
    );

    // Every other route of the house that reads about a person turns them away; so do those of the floor and the desk.
    const own = new Set<string>();
    for (const { endpoint, access } of house.routes) {
      if (endpoint.method !== 'GET' || 'public' in access) continue;
      const query =
        endpoint.query === undefined
          ? ''
          : `?${new URLSearchParams(sample(endpoint.query) as Record<string, string>)}`;
      const told = await house.send(juno, { method: 'GET', path: pathOf(endpoint, ana) + query });
      if (told.status !== 403) own.add(endpoint.path);
    }
    assert.deepEqual([...own].sort(), [
      '/api/guided-rooms',
      '/api/me',
      '/api/me/profile',
      '/api/patients/:patientId/dosing-sessions/:sessionId/guided-room',
      '/api/sign-ins',
    ]);
    assert.equal((await house.call(juno, getBoard)).status, 403);
  });

  test('writes what they did for comfort, and it stands in the room under their name; what is a nurse’s is refused', async () => {
    for (const fact of [
      factOf('RoomEntered', { name: juno.name }),
      factOf('CareActionTaken', { action: 'slow-breathing' }),
      factOf('LimitTightened', { topic: 'touch', text: 'No touch at all' }),
    ])
      assert.equal((await write(fact)).status, 200, fact.type);
    for (const fact of [
      pressure(120, 80),
      factOf('DoseStopped', { reason: 'clinical' }),
      factOf('CareActionTaken', { action: 'oxygen' }),
      factOf('RoomEntered', { name: juno.name, practitionerId: juno.id }),
    ]) {
      const told = await write(fact);
      assert.deepEqual([told.status, told.problem.code], [403, 'not-yours-to-say'], fact.type);
    }
    const refused = await house.call(juno, appendSessionEvents, {
      params,
      body: { events: [device(ana, 972).fact(factOf('NoteAdded', { text: 'x' }), house.now())] },
    });
    assert.equal(refused.status, 403);
    const room = await house.done(maria, getSession, { params });
    const told = room.events.filter(({ actingRole }) => actingRole === 'guide');
    assert.deepEqual(
      told.map(({ authorName, fact }) => [authorName, fact.type]),
      [
        [juno.name, 'RoomEntered'],
        [juno.name, 'CareActionTaken'],
        [juno.name, 'LimitTightened'],
      ],
    );
    assert.deepEqual((await seen()).body.inTheRoom.toSorted(), [juno.name, maria.name]);
  });

  test('calls for help, and it rings at the nurses until one of them answers by name', async () => {
    assert.equal((await write(factOf('BackUpCalled', {}))).status, 200);
    const { calls } = await house.done(noa, listOpenCalls);
    const call = calls.find(({ kind }) => kind === 'back-up');
    assert.ok(call);
    await nurse(factOf('SignalAcknowledged', { signalEventId: call.key }));
    const [shown] = (await seen()).body.calls;
    assert.deepEqual([shown?.kind, shown?.answeredBy], ['back-up', maria.name]);
    const { events } = await house.done(maria, getSession, { params });
    assert.equal(signals(fold(events))[0]?.byName, juno.name);
  });

  test('does not stand in for the nurse, and reads nobody who is not here today', async () => {
    const off = await house.call(tom, api.getGuidedRoom, { params });
    assert.equal(off.status, 403);
    const other = { patientId: luis.patientId, sessionId: luis.sessionId };
    assert.equal((await house.call(juno, api.getGuidedRoom, { params: other })).status, 403);
  });
});
