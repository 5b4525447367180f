// The drug book held against the room, on the real server: a dose and a waste of a session have their line by themselves,
// exactly one, whichever was written first; what has no draw is open work that someone owns.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import * as sessions from '#api/dosing-sessions.ts';
import * as api from '#api/medication-stock.ts';
import { listTasks } from '#api/outcomes.ts';
import type { SessionEvent, SessionFact } from '#dosing-session/events.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { charts, people } from '#test/people.ts';
import { deviceOf } from '#test/session-facts.ts';

describe('the drug book and the room', () => {
  let house: TestApp;
  const ana = { patientId: charts.ana.patientId, sessionId: charts.ana.sessionId };
  const vial = randomUUID() as string;
  let seq = 0;

  const write = async (fact: SessionFact, at = house.now()): Promise<string> => {
    seq += 1;
    const event: SessionEvent = {
      eventId: randomUUID(),
      ...ana,
      deviceId: deviceOf(920),
      deviceSeq: seq,
      effectiveAt: at,
      recordedAt: at,
      fact,
    };
    await house.done(people.maria, sessions.appendSessionEvents, { params: ana, body: { events: [event] } });
    return event.eventId;
  };
  const draw = (mg: number) =>
    house.done(people.maria, api.drawForPatient, {
      params: { patientId: ana.patientId },
      body: {
        id: randomUUID(),
        happenedAt: house.now(),
        sessionId: ana.sessionId,
        fact: { kind: 'drawn', containerId: vial, mg },
      },
    });
  const cupboard = () => house.done(people.maria, api.getCupboard);
  const book = async () => (await house.done(people.maria, api.getDrugBook, { query: {} })).lines;
  /** The book follows the room a moment after it was written. */
  const settled = async (open: number) => {
    for (let tries = 0; tries < 100; tries += 1) {
      const { roomUses } = await cupboard();
      if (roomUses.length === open) return roomUses;
      await new Promise((done) => setTimeout(done, 20));
    }
    return (await cupboard()).roomUses;
  };
  const im = (mg: number): SessionFact => ({
    type: 'DoseGiven',
    v: 1,
    route: 'im',
    doseMg: mg,
    lot: 'K1',
    expiry: '2030-05',
  });

  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  test('before the book has begun, a dose asks nothing of it', async () => {
    await write(im(20), house.now() - 60_000);
    assert.deepEqual((await cupboard()).roomUses, []);
  });

  test('a dose that was drawn for her has its line by itself, once, under the name of who gave it', async () => {
    await house.done(people.maria, api.writeInBook, {
      body: {
        id: randomUUID(),
        happenedAt: house.now(),
        fact: {
          kind: 'received',
          substance: 'Ketamine hydrochloride',
          form: 'injection',
          strengthMgPerMl: 100,
          volumeMl: 5,
          containerIds: [vial],
          lot: 'K1',
          expiry: '2030-05',
          supplierName: 'Quay Supply',
        },
      },
    });
    house.later(1_000);
    await draw(50);
    await write(im(35));
    assert.deepEqual(await settled(0), []);
    await settled(0);
    const given = (await book()).filter(({ kind }) => kind === 'given');
    assert.deepEqual(
      given.map(({ mg, byName }) => [mg, byName]),
      [[35, 'Maria Ruiz']],
    );
  });

  test('half a vial wasted in the room waits in the book for its witness, exactly once', async () => {
    await write({ type: 'DrugWasted', v: 1, mg: 15, manner: 'into the drug bin' });
    await settled(0);
    for (let tries = 0; tries < 100 && (await cupboard()).waiting.length === 0; tries += 1)
      await new Promise((done) => setTimeout(done, 20));
    const { waiting, draws } = await cupboard();
    assert.deepEqual([waiting.map(({ mg }) => mg), draws.length], [[15], 0]);
    const [waste] = waiting;
    const own = await house.call(people.maria, api.witnessWaste, {
      body: {
        id: randomUUID(),
        happenedAt: house.now(),
        wasteId: waste?.id ?? '',
        mg: 15,
        meaning: 'I saw this wasted',
      },
    });
    assert.equal(own.problem.code, 'witness-is-same-person');
  });

  test('a medicine given under an order is drawn from the container of the lot on its label, and from no other', async () => {
    for (const lot of ['LB-204', 'LB-300'])
      await house.done(people.maria, api.writeInBook, {
        body: {
          id: randomUUID(),
          happenedAt: house.now(),
          fact: {
            kind: 'received',
            substance: 'Labetalol',
            form: 'injection',
            strengthMgPerMl: 5,
            volumeMl: 20,
            containerIds: [randomUUID()],
            lot,
            expiry: '2030-05',
            supplierName: 'Quay Supply',
          },
        },
      });
    house.later(1_000);
    const given = {
      type: 'RescueMedicationGiven',
      v: 1,
      name: 'Labetalol',
      doseText: '10 mg',
      route: 'By vein',
      indication: 'Blood pressure',
      orderedBy: 'Standing order, Dr. N. Okafor',
    } as const;
    const drawnOrGiven = async () =>
      (await book())
        .filter(({ kind, lot }) => (kind === 'drawn' || kind === 'given') && lot?.startsWith('LB-'))
        .map(({ kind, mg, lot, byName }) => [kind, mg, lot, byName]);
    await write({ ...given, lot: 'LB-300' });
    for (let tries = 0; tries < 100 && (await drawnOrGiven()).length < 2; tries += 1)
      await new Promise((done) => setTimeout(done, 20));
    assert.deepEqual(await drawnOrGiven(), [
      ['drawn', 10, 'LB-300', 'Maria Ruiz'],
      ['given', 10, 'LB-300', 'Maria Ruiz'],
    ]);
    const left = (await cupboard()).containers.filter(({ substance }) => substance === 'Labetalol');
    assert.deepEqual(
      left.map(({ lot, leftMg }) => [lot, leftMg]),
      [
        ['LB-204', 100],
        ['LB-300', 90],
      ],
    );
    await write({ ...given, lot: 'LB-999' });
    const [open] = await settled(1);
    assert.equal(open?.what, '10 mg of labetalol given');
    await house.done(people.maria, api.settleRoomUse, {
      params: { eventId: open?.eventId ?? '' },
      body: { from: { kind: 'not-from-here', reason: 'From the emergency kit.' } },
    });
  });

  test('a dose without a draw stays open under a name, is work for a nurse, and finds its syringe when that is written', async () => {
    await write(im(25));
    const [open] = await settled(1);
    assert.deepEqual([open?.kind, open?.mg, open?.byName], ['dose', 25, 'Maria Ruiz']);
    const tasks = async () =>
      (await house.done(people.maria, listTasks)).tasks.filter(
        ({ kind }) => kind === 'drug-use-without-line',
      );
    for (let tries = 0; tries < 100 && (await tasks()).length === 0; tries += 1)
      await new Promise((done) => setTimeout(done, 20));
    assert.equal((await tasks()).length, 1);
    await draw(25);
    assert.deepEqual(await settled(0), []);
    assert.equal((await tasks()).length, 0);
    assert.equal((await book()).filter(({ kind }) => kind === 'given').length, 3);
  });

  test('a medicine that is not from this cupboard is settled by name and reason, once', async () => {
    const eventId = await write({
      type: 'RescueMedicationGiven',
      v: 1,
      name: 'Ondansetron',
      doseText: '4 mg',
      route: 'iv',
      indication: 'sick',
      orderedBy: 'Dr Okafor',
    });
    assert.equal((await settled(1))[0]?.eventId, eventId);
    const settle = () =>
      house.call(people.maria, api.settleRoomUse, {
        params: { eventId },
        body: { from: { kind: 'not-from-here', reason: 'From the crash trolley, not a controlled drug.' } },
      });
    assert.equal((await settle()).status, 200);
    assert.deepEqual(await settled(0), []);
    assert.equal((await settle()).problem.code, 'stale');
    assert.equal(
      (
        await house.call(people.ines, api.settleRoomUse, {
          params: { eventId },
          body: { from: { kind: 'not-from-here', reason: 'x' } },
        })
      ).status,
      403,
    );
  });

  test('a count that finds less names the session of that shift that has no line', async () => {
    await write(im(40));
    await settled(1);
    house.later(1_000);
    const { lots } = await house.done(people.maria, api.getCountSheet);
    const lines = lots.map(({ key }) => ({ lotKey: key, sealed: 0, openMl: 3.85 }));
    const first = randomUUID();
    const count = (person: typeof people.maria, id: string, ofId?: string) =>
      house.done(person, api.keepCount, {
        body: {
          id,
          happenedAt: house.now(),
          fact: { kind: 'counted', occasion: 'evening', lines, ...(ofId === undefined ? {} : { ofId }) },
        },
      });
    await count(people.maria, first);
    house.later(1_000);
    const { outcome } = await count(people.dana, randomUUID(), first);
    assert.equal(outcome?.outcome, 'differs');
    assert.match(
      outcome?.shift?.sessions?.[0] ?? '',
      /Ana .*40 mg of ketamine given in the room, with no line/,
    );
  });
});
