// Whoever works a dose out second does it without the figures of the first: nothing that is read, asked again or pushed holds
// them, until both are done.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { getAnswer } from '#api/answer.ts';
import * as api from '#api/dosing-sessions.ts';
import { getSessionNote } from '#api/papers.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { openHearing } from '#server/live-stream';
import { type TestApp, testApp } from '#test/app.ts';
import { charts, clinics, type Person, people } from '#test/people.ts';
import { deviceOf } from '#test/session-facts.ts';

const { patientId, sessionId } = charts.ana;
const params = { patientId, sessionId };
// Figures that stand nowhere else in what is read.
const worked = factOf('DoseWorkedOut', { doseMg: 33.77, weightKg: 67.54, volumeMl: 3.3771 });

describe('the figures of the one who checked first', () => {
  let house: TestApp;
  const pens = new Map<string, number>();
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  const write = (by: Person, fact: SessionFact) => {
    const deviceSeq = (pens.get(by.key) ?? 0) + 1;
    pens.set(by.key, deviceSeq);
    const deviceId = deviceOf(by.key === 'maria' ? 930 : 931);
    const at = house.now();
    return house.call(by, api.appendSessionEvents, {
      params,
      body: {
        events: [
          { eventId: randomUUID(), ...params, deviceId, deviceSeq, effectiveAt: at, recordedAt: at, fact },
        ],
      },
    });
  };
  /** Everything this person can read of the session. */
  const readBy = async (by: Person): Promise<string> => {
    const told = await Promise.all([
      house.done(by, api.getSession, { params }),
      house.done(by, api.getSessionEvents, { params, query: { after: '0' } }),
      house.done(by, getAnswer, { params: { patientId } }),
      house.done(by, getSessionNote, { params }),
    ]);
    return JSON.stringify(told);
  };
  const figures = /33\.77|67\.54|3\.3771/;
  const listen = (by: Person) => {
    let heard = '';
    const decoder = new TextDecoder();
    const end = openHearing(
      {
        bus: house.ports.bus,
        clock: house.ports.clock,
        mayReadPatient: async () => ({ allowed: true, role: 'nurse', relation: 'care', rule: '' }),
        noteReading: async () => undefined,
        every: () => () => undefined,
      },
      {
        actor: {
          kind: 'staff',
          id: by.id,
          name: by.name,
          roles: ['nurse'],
          clinicId: clinics.harbor.id,
          signInId: randomUUID(),
          scopes: new Set(),
          onShift: true,
          steppedUpAt: 0,
          expiresAt: 0,
        },
        cursor: undefined,
        send: (bytes) => {
          heard += decoder.decode(bytes);
        },
        onEnd: () => undefined,
      },
    );
    return { heard: () => heard, end };
  };

  test('are told to nobody else as numbers: that it was done, by whom and when, is told', async () => {
    const second = listen(people.noa);
    const own = listen(people.maria);
    assert.equal((await write(people.maria, worked)).status, 200);
    await new Promise((done) => setTimeout(done, 50));
    for (const by of [people.noa, people.okafor]) {
      const told = await readBy(by);
      assert.doesNotMatch(told, figures, by.key);
      assert.match(told, /DoseWorkedOutUnseen/);
      assert.match(told, /Maria Ruiz/);
    }
    assert.match(await readBy(people.maria), figures, 'her own stay hers');
    assert.doesNotMatch(second.heard(), figures);
    assert.match(second.heard(), /"topic":"session"/, 'she hears that something came, and asks');
    assert.match(own.heard(), figures);
    second.end();
    own.end();
  });

  test('are told to the second once she has her own, and then to everyone who cares for them', async () => {
    assert.equal((await write(people.noa, factOf('DoseWorkedOut', { doseMg: 34.5 }))).status, 200);
    for (const by of [people.noa, people.maria, people.okafor]) {
      const told = await readBy(by);
      assert.match(told, figures, by.key);
      assert.match(told, /34\.5/);
      assert.doesNotMatch(told, /DoseWorkedOutUnseen/);
    }
  });

  test('cannot be written as seen by nobody', async () => {
    const told = await write(people.noa, factOf('DoseWorkedOutUnseen', {}));
    assert.equal(told.problem.code, 'only-read');
  });
});
