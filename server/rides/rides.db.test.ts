import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as outcomes from '#api/outcomes.ts';
import * as api from '#api/preparation.ts';
import { listRings } from '#api/rings.ts';
import { ringRoutes } from '#server/rings';
import { sha256 } from '#server/secrets';
import { taskRoutes } from '#server/tasks';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { currentRide, rideRoutes } from './index.ts';
import { mayFollow } from './steps.ts';

let clinic: ClinicWithRoutes;
let june: Person & { patientId: string };
let nia: Person;
let fay: Person;

before(async () => {
  clinic = await clinicWithRoutes((ports) => [
    ...rideRoutes(ports),
    ...ringRoutes(ports),
    ...taskRoutes(ports),
  ]);
  june = await clinic.patient('June', 'Ames', '1980-04-02');
  nia = await clinic.staff('Nia Okafor', 'nurse', { careTeamOf: june.patientId, shift: true });
  fay = await clinic.staff('Fay Moreau', 'front-desk');
});
after(() => clinic.close());

async function ask(more: { name?: string; email?: string; cycleId?: string } = {}) {
  const cycleId =
    more.cycleId ?? (await clinic.cycle({ patientId: june.patientId, planner: nia, doseInHours: 24 }));
  const asked = await clinic.call(june, api.askForRide, {
    params: { patientId: june.patientId, cycleId },
    body: {
      id: randomUUID(),
      name: more.name ?? 'Marta',
      ...(more.email === undefined ? {} : { email: more.email }),
    },
  });
  return { cycleId, asked, secret: asked.answer.link?.split('#')[1] ?? '' };
}

async function open(linkId: string): Promise<{ token: string }> {
  return { token: await clinic.signIn({ companionLinkId: linkId }) };
}

test('the link is handed out once and only its hash is kept', async () => {
  const { asked, secret } = await ask({ email: 'marta@example.org' });
  assert.equal(asked.status, 200);
  assert.match(secret, /^[A-Za-z0-9_-]{43}$/);
  const { rows } = await clinic.as(undefined, (tx) =>
    tx.query<{ token_hash: Buffer; expires_at: number; code_word: string }>(
      'select token_hash, expires_at, code_word from companion_links where id = $1',
      [asked.answer.ride.linkId],
    ),
  );
  assert.deepEqual(rows[0]?.token_hash, sha256(secret));
  assert.match(rows[0]?.code_word ?? '', /^[a-z]+$/);
  // The dose is on 3 March in New York; the link ends with the fifth day after it, 8 March.
  assert.equal(rows[0]?.expires_at, Date.UTC(2027, 2, 9, 5, 0));
});

test('the mail to a companion names no treatment and no patient', async () => {
  await ask({ email: 'carlos@example.org', name: 'Carlos' });
  const { rows } = await clinic.as(undefined, (tx) =>
    tx.query<{ subject: string; body: string }>(
      `select subject, body from outgoing_mail where to_address = 'carlos@example.org'`,
    ),
  );
  assert.equal(rows.length, 1);
  assert.doesNotMatch(`${rows[0]?.subject} ${rows[0]?.body}`, /ketamine|dose|infusion|June|Ames|treatment/i);
});

test('without a booked dose there is no ride to ask for', async () => {
  const cycleId = await clinic.cycle({ patientId: june.patientId, planner: nia });
  const { asked } = await ask({ cycleId });
  assert.deepEqual([asked.status, asked.code], [422, 'no-dose-booked']);
});

test('a companion sees when and how far, never a number or a diagnosis', async () => {
  const { asked } = await ask();
  const marta = await open(asked.answer.ride.linkId);
  const { answer } = await clinic.call(marta, api.getCompanionRide);
  assert.equal(answer.patientFirstName, 'June');
  assert.equal(answer.phase, 'before');
  assert.doesNotMatch(JSON.stringify(answer), /depression|Ames|1980/);
});

test('the steps of a ride come in their order, and a tap twice is one step', async () => {
  const { asked, cycleId } = await ask();
  const marta = await open(asked.answer.ride.linkId);
  const step = (name: 'accepted' | 'declined' | 'on-the-way' | 'at-the-door' | 'home-safe') =>
    clinic.call(marta, api.takeRideStep, { body: { step: name } });
  assert.equal((await step('at-the-door')).code, 'step-not-next');
  assert.equal((await step('accepted')).answer.ride.state, 'accepted');
  assert.equal((await step('accepted')).answer.ride.steps.length, 2);
  for (const name of ['on-the-way', 'at-the-door', 'home-safe'] as const)
    assert.equal((await step(name)).status, 200);
  const ride = await clinic.as(nia, (tx) => currentRide(tx, june.patientId, cycleId));
  assert.deepEqual(
    ride?.steps.map(({ state }) => state),
    ['asked', 'accepted', 'on-the-way', 'at-the-door', 'home-safe'],
  );
  assert.ok(clinic.changes.some((change) => change.topic === 'floor' && change.id === ride.id));
});

for (const [from, to, may] of [
  ['asked', 'accepted', true],
  ['asked', 'declined', true],
  ['asked', 'on-the-way', false],
  ['accepted', 'on-the-way', true],
  ['accepted', 'declined', true],
  ['accepted', 'home-safe', false],
  ['declined', 'accepted', true],
  ['declined', 'on-the-way', false],
  ['on-the-way', 'at-the-door', true],
  ['at-the-door', 'on-the-way', false],
  ['at-the-door', 'home-safe', true],
  ['home-safe', 'accepted', false],
] as const) {
  test(`a ride that is ${from} ${may ? 'may' : 'may not'} become ${to}`, () =>
    assert.equal(mayFollow(from, to), may));
}

test('a companion who cannot come is told to the desk', async () => {
  const { asked } = await ask({ name: 'Ines' });
  const ines = await open(asked.answer.ride.linkId);
  await clinic.call(ines, api.takeRideStep, { body: { step: 'declined' } });
  const { answer } = await clinic.call(fay, outcomes.listTasks);
  assert.ok(
    answer.tasks.some((task) => task.kind === 'ride-declined' && task.detail.companionName === 'Ines'),
  );
});

test('a yes can be taken back: the desk is told, and to the person and the clinic nobody drives any more', async () => {
  const { asked, cycleId } = await ask({ name: 'Teo' });
  const teo = await open(asked.answer.ride.linkId);
  const step = (name: 'accepted' | 'declined') =>
    clinic.call(teo, api.takeRideStep, { body: { step: name } });
  await step('accepted');
  const shownBefore = clinic.changes.length;
  const { status, answer } = await step('declined');
  assert.deepEqual([status, answer.ride.state], [200, 'declined']);

  const { rides } = (await clinic.call(june, api.listRides, { params: { patientId: june.patientId } }))
    .answer;
  assert.equal(rides.find((ride) => ride.id === asked.answer.ride.id)?.state, 'declined');
  const counted = await clinic.as(nia, (tx) => currentRide(tx, june.patientId, cycleId));
  assert.equal(counted?.state, 'declined');
  const { tasks } = (await clinic.call(fay, outcomes.listTasks)).answer;
  assert.equal(
    tasks.filter((task) => task.kind === 'ride-declined' && task.detail.companionName === 'Teo').length,
    1,
  );
  const told = clinic.changes.slice(shownBefore).filter((change) => change.id === asked.answer.ride.id);
  assert.deepEqual(told.map((change) => change.topic).toSorted(), ['floor', 'patient']);

  // Nothing is lost by it: the same link still says yes.
  assert.equal((await step('accepted')).answer.ride.state, 'accepted');
});

test('a link that was ended stops, and so does one replaced by a new ask', async () => {
  const first = await ask();
  const marta = await open(first.asked.answer.ride.linkId);
  assert.equal((await clinic.call(marta, api.getCompanionRide)).status, 200);
  const second = await ask({ cycleId: first.cycleId, name: 'Bo' });
  clinic.later(1_001);
  assert.equal((await clinic.call(marta, api.getCompanionRide)).status, 401);

  const bo = await open(second.asked.answer.ride.linkId);
  assert.equal((await clinic.call(bo, api.getCompanionRide)).status, 200);
  const revoked = await clinic.call(june, api.revokeCompanionLink, {
    params: { patientId: june.patientId, linkId: second.asked.answer.ride.linkId },
    body: {},
  });
  assert.equal(revoked.status, 200);
  // The work asks the database again, even while the sign-in is still remembered.
  assert.equal((await clinic.call(bo, api.getCompanionRide)).status, 410);
  clinic.later(1_001);
  assert.equal((await clinic.call(bo, api.takeRideStep, { body: { step: 'accepted' } })).status, 401);
  assert.equal(await clinic.as(nia, (tx) => currentRide(tx, june.patientId, first.cycleId)), undefined);
});

test('the companion screens are for companions alone', async () => {
  assert.equal((await clinic.call(june, api.getCompanionRide)).status, 404);
  assert.equal((await clinic.call(fay, api.getCompanionRide)).status, 403);
});

test('another patient cannot end a link or see the rides', async () => {
  const { asked } = await ask();
  const tomas = await clinic.patient('Tomas', 'Vega', '1975-01-30');
  assert.equal(
    (await clinic.call(tomas, api.listRides, { params: { patientId: june.patientId } })).status,
    404,
  );
  assert.equal(
    (
      await clinic.call(tomas, api.revokeCompanionLink, {
        params: { patientId: tomas.patientId, linkId: asked.answer.ride.linkId },
        body: {},
      })
    ).status,
    404,
  );
});

test('something is wrong: a nurse is told now, and it rings until someone has it', async () => {
  const { asked } = await ask();
  const marta = await open(asked.answer.ride.linkId);
  const id = randomUUID();
  assert.equal(
    (await clinic.call(marta, api.companionConcern, { body: { id, words: 'she is very pale' } })).status,
    200,
  );
  const { answer } = await clinic.call(nia, outcomes.listTasks);
  const task = answer.tasks.find((each) => each.id === id);
  assert.deepEqual(
    [task?.priority, task?.patientId, task?.detail.words],
    ['now', june.patientId, 'she is very pale'],
  );
  const { rings } = (await clinic.call(nia, listRings)).answer;
  assert.deepEqual(
    rings.map((ring) => [ring.id, ring.cause, ring.patientId, ring.seenAt]),
    [[id, 'companion-concern', june.patientId, undefined]],
  );
});
