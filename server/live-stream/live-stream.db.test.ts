// What a screen hears without asking: only what its person may know, in order, with nothing lost that it is not told of.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import * as sessions from '#api/dosing-sessions.ts';
import * as help from '#api/help-requests.ts';
import { getMe } from '#api/me.ts';
import * as preparation from '#api/preparation.ts';
import * as sign from '#api/sign-in.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { charts, type Person, people } from '#test/people.ts';
import { device, note } from '#test/session-facts.ts';

type Heard = { readonly event: string; readonly id?: string; readonly data: Record<string, unknown> };

/** One open stream, read as it comes. */
class Listener {
  readonly heard: Heard[] = [];
  ended = false;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #text = '';
  constructor(response: Response) {
    if (response.body === null) throw new Error('A stream without a body.');
    this.#reader = response.body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  }
  /** Reads on until the test is content; a stream that ends first is said to have ended. */
  async until(content: (heard: readonly Heard[]) => boolean): Promise<readonly Heard[]> {
    while (!content(this.heard)) {
      const { done, value } = await this.#reader.read();
      if (done) {
        this.ended = true;
        return this.heard;
      }
      this.#text += Buffer.from(value).toString('utf8');
      const blocks = this.#text.split('\n\n');
      this.#text = blocks.pop() ?? '';
      for (const block of blocks) {
        const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
        const id = field('id');
        this.heard.push({
          event: field('event') ?? '',
          ...(id === undefined ? {} : { id }),
          data: JSON.parse(field('data') ?? '{}') as Record<string, unknown>,
        });
      }
    }
    return this.heard;
  }
  async close(): Promise<void> {
    await this.#reader.cancel();
  }
}

describe('the live stream', () => {
  let house: TestApp;
  const open: Listener[] = [];
  const tablet = device(charts.ana);
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close();
  });

  async function listen(person: Person, cursor?: string): Promise<Listener> {
    const response = await house.send(person, {
      method: 'GET',
      path: `/api/live${cursor === undefined ? '' : `?cursor=${cursor}`}`,
    });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/event-stream');
    const listener = new Listener(response);
    open.push(listener);
    await listener.until((heard) => heard.some((each) => each.event === 'heartbeat'));
    return listener;
  }
  const append = (text: string) =>
    house.done(people.maria, sessions.appendSessionEvents, {
      params: { patientId: charts.ana.patientId, sessionId: charts.ana.sessionId },
      body: { events: [tablet.fact(note(text), house.now())] },
    });
  const changes = (heard: readonly Heard[]) =>
    heard.filter((each) => each.event === 'change').map((each) => each.data);
  /** Something everyone on the floor hears, so that what was not heard before it was not said to them. */
  const bell = () =>
    house.ports.bus.publish([
      { clinicId: '0a0b0c0d-0000-4000-8000-000100000001', topic: 'floor', id: charts.ana.roomId },
    ]);
  const bellRang = (heard: readonly Heard[]) =>
    changes(heard).some((change) => change['id'] === charts.ana.roomId);

  test('it begins with the server’s time and the place to come back to', async () => {
    const { heard } = await listen(people.maria);
    assert.equal(heard[0]?.event, 'heartbeat');
    assert.equal(heard[0]?.data['now'], house.now());
    assert.match(heard[0]?.id ?? '', /^[0-9a-f-]{36}\.\d+$/);
  });

  test('a fact is heard whole by those in care, and in the order it was kept', async () => {
    const maria = await listen(people.maria);
    const okafor = await listen(people.okafor);
    await append('First.');
    await append('Second.');
    for (const each of [maria, okafor]) {
      const heard = await each.until(
        (all) => changes(all).filter((change) => change['topic'] === 'session').length >= 2,
      );
      const texts = changes(heard)
        .flatMap((change) => (change['events'] as { fact: { text: string } }[] | undefined) ?? [])
        .map((event) => event.fact.text);
      assert.deepEqual(texts, ['First.', 'Second.']);
    }
  });

  test('hearing the facts of a session is reading them: a line, once for each who listens, and none for who heard nothing', async () => {
    const lines = async () =>
      (await house.auditLines()).filter(
        (line) => line.action === 'dosing-session.read' && line.code === 'live',
      );
    const before = (await lines()).length;
    const ines = await listen(people.ines);
    const pat = await listen(people.pat);
    await append('Heard.');
    await append('Heard again.');
    await ines.until((all) => changes(all).filter((change) => change['topic'] === 'session').length >= 2);
    bell();
    await pat.until(bellRang);
    const made = (await lines()).slice(before);
    assert.deepEqual(
      made.map((line) => [line.actorId, line.patientId, line.outcome]),
      [[people.ines.id, charts.ana.patientId, 'done']],
    );
  });

  test('a nurse who is not in care, the front desk, the admin and another clinic hear nothing of it', async () => {
    const others = await Promise.all(
      [people.tom, people.pat, people.dana, people.vance].map((person) => listen(person)),
    );
    const nell = await listen(people.nell);
    await append('Not for them.');
    bell();
    house.ports.bus.publish([
      { clinicId: '0a0b0c0d-0000-4000-8000-000100000002', topic: 'floor', id: charts.ana.roomId },
    ]);
    for (const each of [...others, nell]) {
      const heard = await each.until(bellRang);
      assert.deepEqual(
        changes(heard).filter((change) => change['patientId'] !== undefined),
        [],
      );
      assert.ok(!JSON.stringify(heard).includes('Not for them'));
    }
  });

  test('the patient and the companion hear that something changed and not what, another patient nothing', async () => {
    const ana = await listen(people.ana);
    const luz = await listen(people.luz);
    const luis = await listen(people.luis);
    await append('Words of the nurse.');
    house.ports.bus.publish([
      {
        clinicId: '0a0b0c0d-0000-4000-8000-000100000001',
        topic: 'patient',
        patientId: charts.luis.patientId,
      },
    ]);
    for (const each of [ana, luz]) {
      const heard = await each.until((all) => changes(all).some((change) => change['topic'] === 'session'));
      assert.ok(!JSON.stringify(heard).includes('Words of the nurse'));
      assert.ok(
        changes(heard).every(
          (change) => change['patientId'] === charts.ana.patientId && !('events' in change),
        ),
      );
    }
    const heard = await luis.until((all) => changes(all).length > 0);
    assert.ok(changes(heard).every((change) => change['patientId'] === charts.luis.patientId));
  });

  test('a screen that was away is told what it missed, once, from where it left', async () => {
    const maria = await listen(people.maria);
    const cursor = maria.heard[0]?.id ?? '';
    await maria.close();
    await append('While away.');
    const back = await listen(people.maria, cursor);
    const heard = await back.until((all) => changes(all).some((change) => change['topic'] === 'session'));
    assert.equal(changes(heard).filter((change) => change['topic'] === 'session').length, 1);
  });

  for (const cursor of ['another-run.7', 'nonsense', '', '%00.1', '9'.repeat(400)]) {
    test(`a place nobody knows (${cursor.slice(0, 20) || 'empty'}) is answered with: ask for everything`, async () => {
      const listener = await listen(people.maria, cursor);
      await listener.until((heard) => heard.some((each) => each.event === 'reset'));
      assert.equal(listener.ended, false);
    });
  }

  test('signing out, a revoked link, or lying idle ends the stream within a second', async () => {
    const tom = await listen(people.tom);
    await house.done(people.tom, sign.signOut);
    const luz = await listen(people.luz);
    await house.done(people.ana, preparation.revokeCompanionLink, {
      params: { patientId: charts.ana.patientId, linkId: charts.ana.linkId },
    });
    for (const each of [tom, luz]) {
      await each.until(() => each.ended);
      assert.equal(each.ended, true);
    }
  });

  test('listening alone is no sign of life: a screen left lying is locked', async () => {
    const vance = await listen(people.vance);
    house.later(15 * 60_000);
    await vance.until(() => vance.ended);
    assert.equal(vance.ended, true);
    const told = await house.call(people.vance, getMe);
    assert.equal(told.status, 401);
  });

  test('nobody listens without a sign-in', async () => {
    const response = await house.send(undefined, { method: 'GET', path: '/api/live' });
    assert.equal(response.status, 401);
  });

  test('a call for help reaches a nurse on shift while it is being answered', async () => {
    await house.signIn(people.maria);
    await house.signIn(people.ana);
    const maria = await listen(people.maria);
    const id = '0a0b0c0d-0000-4000-8000-0000000000bb';
    await house.done(people.ana, help.askForHelp, {
      params: { patientId: charts.ana.patientId },
      body: { id },
    });
    const heard = await maria.until((all) => changes(all).some((change) => change['id'] === id));
    assert.ok(changes(heard).some((change) => change['id'] === id && change['topic'] === 'floor'));
  });

  test('when the server stops, every stream ends', async () => {
    await house.signIn(people.okafor);
    const okafor = await listen(people.okafor);
    house.app.close();
    await okafor.until(() => okafor.ended);
    assert.equal(okafor.ended, true);
  });
});
