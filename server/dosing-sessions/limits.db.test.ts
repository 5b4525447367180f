// What a person allowed is made less at any moment and more at none of the effect, by whichever way it is tried.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import * as api from '#api/dosing-sessions.ts';
import * as preparation from '#api/preparation.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import { tightestOf } from '#dosing-session/limits.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { charts, people } from '#test/people.ts';
import { device, doseStarted } from '#test/session-facts.ts';

describe('limits while a dose works', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  const { patientId, sessionId } = charts.ana;
  const tablet = device(charts.ana, 60);
  const say = async (fact: SessionFact) => {
    const event = tablet.fact(fact, house.now());
    const { status, problem } = await house.call(people.maria, api.appendSessionEvents, {
      params: { patientId, sessionId },
      body: { events: [event] },
    });
    return { eventId: event.eventId, answered: problem?.code ?? status };
  };
  const rewrite = async (body: preparation.PreparationBody) => {
    const { status, problem } = await house.call(people.ana, preparation.savePreparation, {
      params: { patientId, cycleId: charts.ana.cycleId, itemId: randomUUID() },
      body: { version: 0, body },
    });
    return problem?.code ?? status;
  };
  const sign = async () => {
    const { edition } = await house.done(people.ana, preparation.getConsents, { params: { patientId } });
    const { status, problem } = await house.call(people.ana, preparation.signConsent, {
      params: { patientId },
      body: { id: randomUUID(), editionId: edition.id, sha256: edition.sha256, signedName: 'Ana Reyes' },
    });
    return problem?.code ?? status;
  };
  const limits = (touch: string, recording: 'no' | 'audio') =>
    ({ kind: 'limits', touch, recording, talkOrQuiet: 'quiet', people: '' }) as const;

  /** Every way in which more could be allowed than before, and what comes of each; then the ways to allow less. */
  const tried = async (): Promise<Readonly<Record<string, unknown>>> => {
    const tightened = await say(tightestOf('touch'));
    const struck = await say(
      factOf('EnteredInError', { targetEventId: tightened.eventId, reason: 'She says a hand is fine.' }),
    );
    const own = await say(factOf('LimitTightened', { text: 'No music with words' }));
    return {
      'more touch': await rewrite(limits('Anywhere', 'no')),
      'a recording': await rewrite(limits('My hand', 'audio')),
      'other words to wake her by': await rewrite({
        kind: 'navigation-plan',
        helps: '',
        doesNotHelp: '',
        wordsToSay: '',
        wakeMeIf: 'Never',
      }),
      'a signature': await sign(),
      'a tighter limit taken back': struck.answered,
      'a limit made tighter': tightened.answered,
      'a limit made tighter in her words': own.answered,
      'a note entered in error': (
        await say(
          factOf('EnteredInError', {
            targetEventId: (await say(factOf('NoteAdded', { text: 'Asleep.' }))).eventId,
            reason: 'Typed wrong',
          }),
        )
      ).answered,
    };
  };
  const open = {
    'more touch': 200,
    'a recording': 200,
    'other words to wake her by': 200,
    'a signature': 200,
    'a tighter limit taken back': 200,
    'a limit made tighter': 200,
    'a limit made tighter in her words': 200,
    'a note entered in error': 200,
  };
  const held = {
    ...open,
    'more touch': 'under-effect',
    'a recording': 'under-effect',
    'other words to wake her by': 'under-effect',
    'a signature': 'under-effect',
    'a tighter limit taken back': 'under-effect',
  };
  const oriented = (time: boolean) =>
    factOf('OrientationChecked', { person: true, place: true, time, situation: true });

  test('are widened before it and after it, never during it, and narrowed throughout', async () => {
    const moments: readonly (readonly [
      string,
      SessionFact | undefined,
      Readonly<Record<string, unknown>>,
    ])[] = [
      ['before the dose', undefined, open],
      ['the dose has begun', doseStarted, held],
      ['asked who, where and when while it runs', oriented(true), held],
      ['rest began', factOf('RecoveryStarted', {}), held],
      ['not sure what day it is', oriented(false), held],
      ['knows who, where and when again', oriented(true), open],
    ];
    for (const [moment, fact, found] of moments) {
      house.later(60_000);
      if (fact !== undefined) assert.equal((await say(fact)).answered, 200, moment);
      house.later(1_000);
      assert.deepEqual(await tried(), found, moment);
    }
  });

  test('a limit and its strike sent together by a device that was away are refused together', async () => {
    house.later(60_000);
    await say({ ...factOf('DoseGiven', { route: 'im', doseMg: 5, lot: null, expiry: null }) });
    house.later(1_000);
    const limit = tablet.fact(tightestOf('people'), house.now());
    const strike = tablet.fact(
      factOf('EnteredInError', { targetEventId: limit.eventId, reason: 'Wrong' }),
      house.now(),
    );
    const sent = await house.call(people.maria, api.appendSessionEvents, {
      params: { patientId, sessionId },
      body: { events: [limit, strike] },
    });
    assert.equal(sent.problem?.code, 'under-effect');
  });
});
