import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { getSession } from '#api/dosing-sessions.ts';
import * as api from '#api/standing-orders.ts';
import { withOwner } from '#server/postgres';
import { type TestApp, testApp } from '#test/app.ts';
import { charts, type Person, people } from '#test/people.ts';

const { maria, okafor, pat, dana, ana } = people;
let house: TestApp;
before(async () => {
  house = await testApp();
});
after(() => house.close());

const content: api.StandingOrderContent = {
  forWhat: { kind: 'symptom', symptom: 'Nausea' },
  when: 'Moderate or worse',
  medicine: 'Ondansetron',
  amount: 4,
  unit: 'mg',
  route: 'By vein',
  atMostDoses: 1,
  minutesBetween: 0,
};
const sign = (by: Person, id: string) => house.call(by, api.signStandingOrder, { body: { id, content } });
const inTheRoom = async (by: Person) =>
  (
    await house.done(by, getSession, {
      params: { patientId: charts.ana.patientId, sessionId: charts.ana.sessionId },
    })
  ).standingOrders.map(({ medicine, signedByName }) => [medicine, signedByName]);

test('A prescriber signs, freshly signed in; it is in the room until it is ended, and never in a patient’s', async () => {
  const id = randomUUID() as string;
  assert.equal((await sign(maria, id)).status, 403);
  assert.equal((await sign(dana, id)).status, 403);
  await house.signIn(okafor);
  house.later(6 * 60_000);
  assert.equal((await sign(okafor, id)).problem.code, 'show-it-is-you');
  await house.signIn(okafor);
  assert.equal((await sign(okafor, id)).status, 200);
  assert.equal((await sign(okafor, id)).status, 200);
  assert.deepEqual(await inTheRoom(maria), [['Ondansetron', okafor.name]]);
  assert.deepEqual(await inTheRoom(ana), []);
  assert.equal((await house.call(pat, api.listStandingOrders)).status, 403);
  const end = (by: Person) =>
    house.call(by, api.endStandingOrder, { params: { orderId: id }, body: { reason: 'Another is signed' } });
  assert.equal((await end(maria)).status, 403);
  assert.equal((await end(okafor)).status, 200);
  assert.deepEqual(await inTheRoom(maria), []);
  const { ended } = await house.done(dana, api.listStandingOrders);
  assert.deepEqual(
    ended.map(({ byName, reason }) => [byName, reason]),
    [[okafor.name, 'Another is signed']],
  );
});

test('An order that is not what was signed is not in the room', async () => {
  const id = randomUUID() as string;
  await house.signIn(okafor);
  await sign(okafor, id);
  assert.equal((await inTheRoom(maria)).length, 1);
  // Row security holds for the owner too; whoever changes a row by hand must first put it away.
  await withOwner(house.db.ownerConnectionString, async (owner) => {
    await owner.query('alter table standing_orders no force row level security');
    await owner.query(
      `update standing_orders set content = jsonb_set(content, '{amount}', '400') where id = $1`,
      [id],
    );
    await owner.query('alter table standing_orders force row level security');
  });
  assert.deepEqual(await inTheRoom(maria), []);
});

test('What has no number is no order', async () => {
  await house.signIn(okafor);
  for (const change of [{ amount: 0 }, { amount: -1 }, { atMostDoses: 0 }, { when: '' }, { medicine: ' ' }]) {
    const told = await house.call(okafor, api.signStandingOrder, {
      body: { id: randomUUID(), content: { ...content, ...change } },
    });
    assert.equal(told.status, 400, JSON.stringify(change));
  }
});
