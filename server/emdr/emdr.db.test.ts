// The bench works within a licence, draws from what was shown, closes only after its closing; and the patient's stop always counts.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as api from '#api/emdr.ts';
import { listTasks } from '#api/outcomes.ts';
import * as words from '#api/own-words.ts';
import { leadMs } from '#clinical/integration/bilateral-rhythm.ts';
import { sittingClosedWithinHours } from '#clinical/integration/emdr.ts';
import { ownWordsRoutes } from '#server/own-words';
import { taskRoutes } from '#server/tasks';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { emdrRoutes } from './index.ts';

let clinic: ClinicWithRoutes;
let june: Person & { patientId: string };
let thea: Person;
let nia: Person;

before(async () => {
  clinic = await clinicWithRoutes((ports) => [
    ...emdrRoutes(ports),
    ...ownWordsRoutes(ports),
    ...taskRoutes(ports),
  ]);
  june = await clinic.patient('June', 'Ames', '1980-04-02');
  thea = await clinic.staff('Thea Brandt', 'therapist', { careTeamOf: june.patientId, shift: true });
  nia = await clinic.staff('Nia Okafor', 'nurse', { careTeamOf: june.patientId, shift: true });
});
after(() => clinic.close());

const params = (more: Record<string, string> = {}) => ({ patientId: june.patientId, ...more });
const parts = { title: 'The kitchen', image: 'his back', negative: 'I am not safe', positive: 'It is over' };

async function target(more: object = {}) {
  const targetId = randomUUID() as string;
  const saved = await clinic.call(thea, api.saveEmdrTarget, {
    params: params({ targetId }),
    body: { version: 0, ...parts, state: 'open', ...more },
  });
  return { targetId, saved };
}

const licence = (more: object = {}) => ({
  id: randomUUID() as string,
  profession: 'psychologist' as const,
  place: 'NY',
  number: '123',
  validUntil: '2027-12-31',
  emdrTraining: 'basic' as const,
  ...more,
});

function sitting(targetId: string, more: object = {}) {
  return {
    version: 0,
    targetId,
    phase: 'assessment' as const,
    whereabouts: {
      setting: 'elsewhere' as const,
      place: 'NY',
      address: '4 Elm Road',
      askedAt: clinic.now(),
    },
    readings: [],
    between: [],
    startedAt: clinic.now(),
    closes: false,
    ...more,
  };
}

const save = (sittingId: string, body: ReturnType<typeof sitting>) =>
  clinic.call(thea, api.saveEmdrSitting, { params: params({ sittingId }), body });

test('a target comes from what feels stuck only while the patient shows it @S1-8', async () => {
  const wordsId = randomUUID() as string;
  await clinic.call(june, words.saveOwnWords, {
    params: params({ wordsId }),
    body: { version: 0, kind: 'stuck', text: 'the kitchen, always', writtenAt: clinic.now() },
  });
  assert.equal((await target({ wordsId })).saved.code, 'not-shown');
  const shown = await clinic.call(june, words.shareOwnWords, {
    params: params({ wordsId }),
    body: { id: randomUUID(), withAccountId: thea.accountId },
  });
  const drawn = await target({ wordsId });
  assert.equal(drawn.saved.answer.wordsId, wordsId);
  await clinic.call(june, words.takeBackOwnWords, {
    params: params({ wordsId, shareId: shown.answer.shares[0]?.id ?? '' }),
    body: {},
  });
  assert.equal((await target({ wordsId })).saved.code, 'not-shown');
  // What was already worked on is the therapist's own record and goes on.
  const next = await clinic.call(thea, api.saveEmdrTarget, {
    params: params({ targetId: drawn.targetId }),
    body: { version: 1, ...parts, state: 'resolved', wordsId },
  });
  assert.equal(next.status, 200);
});

test('nobody but a therapist in care opens the bench, and what lies on it is sealed', async () => {
  await target();
  for (const person of [june, nia])
    assert.notEqual((await clinic.call(person, api.getEmdrBench, { params: params() })).status, 200);
  const other = await clinic.staff('Otto Lind', 'therapist');
  assert.equal((await clinic.call(other, api.getEmdrBench, { params: params() })).status, 403);
  const { rows } = await clinic.as(thea, (tx) =>
    tx.query<{ sealed: Buffer }>('select sealed from emdr_targets'),
  );
  assert.ok(rows.length > 0 && rows.every(({ sealed }) => !sealed.includes('kitchen')));
});

test('a sitting is begun only where the therapist is licensed and trained, and goes on to its closing @S1-34', async () => {
  const { targetId } = await target();
  const id = randomUUID() as string;
  assert.equal((await save(id, sitting(targetId))).code, 'no-licence-there');
  const untrained = licence({ place: 'ma', emdrTraining: 'none' });
  await clinic.call(thea, api.stateLicence, { body: untrained });
  const inMassachusetts = { setting: 'elsewhere', place: 'MA', address: 'x', askedAt: clinic.now() } as const;
  assert.equal(
    (await save(id, sitting(targetId, { whereabouts: inMassachusetts }))).code,
    'emdr-training-not-stated',
  );
  await clinic.call(thea, api.stateLicence, { body: licence() });
  assert.equal((await save(id, sitting(targetId))).status, 200);

  const reading = (scale: 'sud' | 'voc', value: number) => ({
    scale,
    value,
    at: clinic.now(),
    phase: 'assessment' as const,
  });
  assert.equal(
    (await save(id, sitting(targetId, { version: 1, readings: [reading('sud', 11)] }))).code,
    'off-scale',
  );
  const readings = [reading('sud', 8), reading('voc', 2), reading('sud', 1), reading('voc', 6)];
  const body = 'a band around the chest, gone at the end';
  assert.equal((await save(id, sitting(targetId, { version: 1, readings, body }))).status, 200);
  assert.equal((await save(id, sitting(targetId, { version: 1, readings }))).code, 'stale');

  const closing = (more: object) =>
    save(id, sitting(targetId, { version: 2, phase: 'closure', readings, body, closes: true, ...more }));
  assert.equal((await closing({})).code, 'closing-not-asked');
  const answers = { 'here-and-now': 'yes', calmed: 'no', 'next-days': 'yes', 'knows-whom-to-call': 'yes' };
  assert.equal((await closing({ closure: { answers, sudNow: 3 } })).code, 'closing-not-asked');
  const closed = await closing({ closure: { answers, sudNow: 3, plan: 'Safe place twice; a call tonight' } });
  assert.equal(closed.answer.closedAt, clinic.now());
  assert.equal((await save(id, sitting(targetId, { version: 3 }))).code, 'closed');

  const { answer } = await clinic.call(thea, api.getEmdrBench, { params: params() });
  const kept = answer.sittings.find((one) => one.id === id);
  assert.deepEqual(
    kept?.readings.map(({ scale, value }) => `${scale} ${value}`),
    ['sud 8', 'voc 2', 'sud 1', 'voc 6'],
  );
});

test('a sitting that was begun stands on the list of the therapist, with its hour, until its closing was asked', async () => {
  const open = async () =>
    (await clinic.call(thea, listTasks)).answer.tasks
      .filter(({ kind, patientId }) => kind === 'close-emdr-sitting' && patientId === june.patientId)
      .map(({ ownerRole, dueAt }) => [ownerRole, dueAt]);
  assert.deepEqual(await open(), [], 'the one before was closed');
  const { targetId } = await target();
  const id = randomUUID() as string;
  const startedAt = clinic.now();
  const dueAt = startedAt + sittingClosedWithinHours.value * 3_600_000;
  assert.equal((await save(id, sitting(targetId, { startedAt }))).status, 200);
  assert.deepEqual(await open(), [['therapist', dueAt]]);
  clinic.later(4 * 3_600_000);
  assert.equal((await save(id, sitting(targetId, { version: 1, startedAt, phase: 'closure' }))).status, 200);
  assert.deepEqual(await open(), [['therapist', dueAt]], 'a tap does not close it, nor do hours');
  const answers = { 'here-and-now': 'yes', calmed: 'yes', 'next-days': 'yes', 'knows-whom-to-call': 'yes' };
  const closed = await save(
    id,
    sitting(targetId, { version: 2, startedAt, closes: true, closure: { answers, sudNow: 0 } }),
  );
  assert.equal(closed.status, 200);
  assert.deepEqual(await open(), []);
});

async function screen(agreed: ('light' | 'sound' | 'buzz')[], roundTripMs = 90) {
  return clinic.call(june, api.reportScreen, { params: params(), body: { agreed, roundTripMs } });
}
const start = (mode: 'light' | 'sound' = 'light') =>
  clinic.call(thea, api.startBilateralSet, {
    params: params(),
    body: { id: randomUUID(), mode, roundsPerMinute: 45, seconds: 30 },
  });

test('a set starts on both screens at one moment, and only on a screen that is there and agreed', async () => {
  assert.equal((await start()).code, 'not-here');
  await screen([]);
  assert.equal((await start()).code, 'not-agreed');
  await screen(['light'], 5_000);
  assert.equal((await start()).code, 'too-slow');
  await screen(['light']);
  assert.equal((await start('sound')).code, 'not-agreed');
  const started = await start();
  assert.equal(started.answer.set?.startsAt, clinic.now() + leadMs.value);
  const there = await screen(['light']);
  assert.deepEqual(there.answer.set, started.answer.set, 'both screens read the same start');
  assert.equal((await clinic.call(nia, api.getBilateral, { params: params() })).status, 403);
  clinic.later(60_000);
  assert.equal((await start()).code, 'not-here', 'a screen that fell silent is not there');
});

test('the patient’s stop counts from when it was pressed, however late it comes, and ends what was agreed', async () => {
  await screen(['light']);
  const setId = (await start()).answer.set?.id ?? '';
  clinic.later(5_000);
  const pressed = clinic.now();
  // The therapist stops later, and the phone had no network meanwhile.
  clinic.later(4_000);
  await clinic.call(thea, api.stopBilateralSet, {
    params: params({ setId }),
    body: { stoppedAt: clinic.now() },
  });
  clinic.later(3_600_000);
  const stop = () =>
    clinic.call(june, api.stopBilateralSet, { params: params({ setId }), body: { stoppedAt: pressed } });
  const { answer } = await stop();
  assert.deepEqual([answer.set?.stoppedAt, answer.set?.stoppedBy], [pressed, 'patient']);
  assert.deepEqual((await stop()).answer.set, answer.set, 'the same stop twice is one stop');
  assert.deepEqual(answer.screen?.agreed, []);
  await screen([]);
  assert.equal((await start()).code, 'not-agreed');
});
