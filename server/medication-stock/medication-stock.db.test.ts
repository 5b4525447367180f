import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { AnswerOf, BodyOf } from '#api/endpoint.ts';
import * as api from '#api/medication-stock.ts';
import { listTasks } from '#api/outcomes.ts';
import { medicationStockRoutes } from '#server/medication-stock';
import { withOwner } from '#server/postgres';
import { taskRoutes } from '#server/tasks';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';

let clinic: ClinicWithRoutes;
let ana: Person & { patientId: string };
let nora: Person;
let otto: Person;
let prescriber: Person;
let owner: Person;
let auditor: Person;

before(async () => {
  clinic = await clinicWithRoutes((ports) => [...medicationStockRoutes(ports), ...taskRoutes(ports)]);
  ana = await clinic.patient('Ana', 'Reyes', '1984-05-05');
  nora = await clinic.staff('Nora Lind', 'nurse', { careTeamOf: ana.patientId, shift: true });
  otto = await clinic.staff('Otto Berg', 'nurse', {});
  prescriber = await clinic.staff('Dr Osei', 'prescriber', {});
  owner = await clinic.staff('Dana Cole', 'admin', {});
  auditor = await clinic.staff('Ash Wynn', 'auditor', {});
});
after(() => clinic.close());

type Fact = BodyOf<typeof api.writeInBook>['fact'];

const receipt = (containers = 2): Extract<Fact, { kind: 'received' }> => ({
  kind: 'received',
  substance: 'Ketamine',
  form: 'injection',
  strengthMgPerMl: 100,
  volumeMl: 5,
  containerIds: Array.from({ length: containers }, () => randomUUID() as string),
  lot: `L${randomUUID().slice(0, 4)}`,
  expiry: '2027-12',
  supplierName: 'Quay Supply',
  supplierAddress: '9 Dock Road',
  supplierRegistration: 'RQ1234567',
});

async function write(by: Person, fact: Fact, more: Partial<BodyOf<typeof api.writeInBook>> = {}) {
  const body = { id: randomUUID() as string, happenedAt: clinic.now(), fact, ...more };
  return { id: body.id, told: await clinic.call(by, api.writeInBook, { body }) };
}

async function draw(containerId: string, mg: number, more: Partial<BodyOf<typeof api.drawForPatient>> = {}) {
  const id = (more.id ?? randomUUID()) as string;
  const body = { id, happenedAt: clinic.now(), fact: { kind: 'drawn' as const, containerId, mg }, ...more };
  const told = await clinic.call(nora, api.drawForPatient, { params: { patientId: ana.patientId }, body });
  return { id, told };
}

const witness = (by: Person, wasteId: string, mg: number) =>
  clinic.call(by, api.witnessWaste, {
    body: { id: randomUUID(), happenedAt: clinic.now(), wasteId, mg, meaning: 'I saw this wasted' },
  });

const cupboard = async (by = nora): Promise<api.Cupboard> => (await clinic.call(by, api.getCupboard)).answer;

async function count(by: Person, more: Partial<BodyOf<typeof api.keepCount>['fact']> = {}) {
  const id = randomUUID() as string;
  const told = await clinic.call(by, api.keepCount, {
    body: {
      id,
      happenedAt: clinic.now(),
      fact: { kind: 'counted', occasion: 'evening', lines: [], ...more },
    },
  });
  return { id, told };
}

/** What a careful person would find: exactly what the book says. */
async function asInBook(change: (line: { sealed: number; openMl: number }) => object = (line) => line) {
  const { lots } = (await clinic.call(nora, api.getCountSheet)).answer;
  const { containers } = await cupboard();
  return lots.map(({ key, lot, strengthMgPerMl }) => {
    const of = containers.filter((one) => one.lot === lot);
    const open = of.filter(({ state }) => state === 'opened');
    const line = {
      sealed: of.filter(({ state }) => state === 'sealed').length,
      openMl: open.reduce((sum, one) => sum + one.leftMg, 0) / strengthMgPerMl,
    };
    return { lotKey: key, ...line, ...change(line) };
  });
}

async function bookToday(by = auditor): Promise<AnswerOf<typeof api.getDrugBook>> {
  return (await clinic.call(by, api.getDrugBook, { query: { from: '2027-03-02', to: '2027-03-02' } })).answer;
}

test('a vial is received, drawn for a person, given, and its rest wasted before a witness', async () => {
  const fact = receipt(1);
  assert.equal((await write(nora, fact)).told.status, 200);
  const [containerId = ''] = fact.containerIds;
  const drawn = await draw(containerId, 70);
  assert.equal(drawn.told.status, 200, drawn.told.code);
  assert.equal((await write(nora, { kind: 'given', drawId: drawn.id, mg: 35 })).told.status, 200);
  const open = (await cupboard()).draws.find(({ id }) => id === drawn.id);
  assert.deepEqual([open?.leftMg, open?.patientName], [35, 'Ana Reyes']);
  const waste = await write(nora, { kind: 'wasted', drawId: drawn.id, mg: 35, manner: 'into the bin' });
  assert.deepEqual(
    (await cupboard()).waiting.map(({ id, mg, byName }) => [id, mg, byName]),
    [[waste.id, 35, 'Nora Lind']],
  );

  assert.equal((await witness(nora, waste.id, 35)).code, 'witness-is-same-person');
  assert.equal((await witness(otto, waste.id, 34)).code, 'stale');
  clinic.later(6 * 60_000);
  assert.equal((await witness(otto, waste.id, 35)).code, 'show-it-is-you');
  otto = { ...otto, token: await clinic.signIn({ accountId: otto.accountId }) };
  assert.equal((await witness(otto, waste.id, 35)).status, 200);
  assert.equal((await witness(prescriber, waste.id, 35)).status, 403, 'their sign-in is old too');
  const now = await cupboard();
  assert.deepEqual([now.waiting, now.draws], [[], []]);
  const line = (await bookToday()).lines.find(({ kind }) => kind === 'wasted');
  assert.deepEqual(
    [line?.witness?.byName, line?.patient?.name, line?.issues],
    ['Otto Berg', 'Ana Reyes', []],
  );
});

test('the same line sent twice is one line, and its id is good for nothing else', async () => {
  const fact = receipt();
  const id = randomUUID() as string;
  const first = await write(nora, fact, { id });
  const again = await write(nora, fact, { id });
  assert.deepEqual(again.told.answer, first.told.answer);
  assert.equal((await write(nora, receipt(), { id })).told.code, 'already-there');
  assert.equal((await write(otto, fact, { id })).told.code, 'already-there');
  assert.equal((await write(nora, fact)).told.code, 'already-there', 'the containers are in the book');
});

test('two devices that draw at once are both kept, and the container shows below zero', async () => {
  const fact = receipt(1);
  await write(nora, fact);
  const [containerId = ''] = fact.containerIds;
  const both = await Promise.all([draw(containerId, 300), draw(containerId, 300)]);
  assert.deepEqual(
    both.map(({ told }) => told.status),
    [200, 200],
  );
  const found = (await cupboard()).containers.find(({ id }) => id === containerId);
  assert.equal(found?.leftMg, -100);
  assert.ok(found?.issues.some(({ code }) => code === 'container-overdrawn'));
  const positions = (await bookToday()).lines.map(({ position }) => position).sort((a, b) => a - b);
  assert.deepEqual(
    positions,
    positions.map((_, index) => index + 1),
    'the lines are numbered without a gap',
  );
  const corrects = { id: both[1]?.id ?? '', reason: 'Written on both devices.' };
  assert.equal((await write(nora, { kind: 'struck' }, { corrects })).told.status, 200);
});

test('a line is put right by a later one that names it, once', async () => {
  const fact = receipt(1);
  await write(nora, fact);
  const [containerId = ''] = fact.containerIds;
  const drawn = await draw(containerId, 70);
  const corrects = { id: drawn.id, reason: 'I read the syringe wrongly.' };
  const right = await draw(containerId, 75, { corrects });
  assert.equal(right.told.status, 200, right.told.code);
  assert.equal((await draw(containerId, 80, { corrects })).told.code, 'stale');
  assert.equal((await cupboard()).containers.find(({ id }) => id === containerId)?.leftMg, 425);
  const { lines } = await bookToday();
  const before = lines.find(({ id }) => id === drawn.id);
  assert.deepEqual(
    [before?.mg, before?.correctedBy?.position, before?.correctedBy?.reason],
    [70, right.told.answer.position, 'I read the syringe wrongly.'],
  );
  const received = lines.find((line) => line.fact?.kind === 'received' && line.lot === fact.lot);
  const never = { corrects: { id: received?.id ?? '', reason: 'Wrong parcel.' } };
  assert.equal((await write(nora, { kind: 'struck' }, never)).told.code, 'container-in-use');
  const strike = { corrects: { id: right.id, reason: 'It was another vial.' } };
  assert.equal((await write(nora, { kind: 'struck' }, strike)).told.status, 200);
  assert.equal((await cupboard()).containers.find(({ id }) => id === containerId)?.state, 'sealed');
});

test('a line that points to nothing, lies ahead, or has no such expiry is refused by its field', async () => {
  const container = randomUUID() as string;
  const table = [
    [{ kind: 'moved', containerId: container, place: 'room 2' }, 'fact.containerId'],
    [{ kind: 'given', drawId: container, mg: 5 }, 'fact.drawId'],
    [{ kind: 'wasted', mg: 5, manner: 'spilt' }, 'fact.containerId'],
    [{ ...receipt(), expiry: '05/27' }, 'fact.expiry'],
  ] as const;
  for (const [fact, path] of table) {
    const { told } = await write(nora, fact as Fact);
    assert.deepEqual([told.status, told.fields.map((field) => field.path)], [422, [path]]);
  }
  const ahead = await write(nora, receipt(), { happenedAt: clinic.now() + 3_600_000 });
  assert.equal(ahead.told.code, 'not-yet');
  const session = await draw(container, 5, { sessionId: randomUUID() as string });
  assert.equal(session.told.code, 'no-such-session');
});

test('two people count without seeing the book; what differs names its shift and is never adjusted away', async () => {
  const sheet = (await clinic.call(owner, api.getCountSheet)).answer;
  assert.doesNotMatch(
    JSON.stringify(sheet.lots),
    /leftMg|sealed|number/,
    'the sheet holds no number of the book',
  );
  assert.equal((await count(nora, { lines: [] })).told.code, 'not-all-counted');
  const lines = await asInBook();
  const first = await count(nora, { lines });
  assert.equal(first.told.answer.outcome, undefined);
  assert.equal((await count(nora, { lines, ofId: first.id })).told.code, 'counted-by-one');
  const held = (await bookToday()).lines.find(({ id }) => id === first.id);
  assert.deepEqual([held?.fact, held?.count], [undefined, undefined], 'nobody reads the first numbers');
  const second = await count(owner, { lines, ofId: first.id });
  assert.equal(second.told.answer.outcome?.outcome, 'agrees');

  clinic.later(3_600_000);
  const fact = receipt(3);
  await write(otto, fact);
  const short = await asInBook((line) => (line.sealed === 3 ? { sealed: 2 } : {}));
  const begun = await count(nora, { lines: short });
  const ended = await count(otto, { lines: short, ofId: begun.id });
  const { outcome } = ended.told.answer;
  const lot = outcome?.lots.find(({ sealed }) => sealed.difference !== 0);
  assert.deepEqual(
    [outcome?.outcome, lot?.sealed, outcome?.shift?.writtenBy],
    ['differs', { counted: 2, book: 3, difference: -1 }, ['Otto Berg']],
  );
  assert.equal(outcome?.shift?.from, second.told.answer.outcome?.at);
  const again = (await cupboard()).lastCount;
  assert.deepEqual(again, outcome);
});

test('a loss is kept with both of its deadlines as work for the prescriber', async () => {
  const fact = receipt(1);
  await write(nora, fact);
  const [containerId = ''] = fact.containerIds;
  const lost = {
    kind: 'lost',
    containerId,
    mg: 500,
    discoveredOn: '2027-02-26',
    note: 'Not found.',
  } as const;
  assert.equal((await write(nora, lost)).told.status, 200);
  const early = await write(nora, { ...lost, discoveredOn: '2027-03-03' });
  assert.deepEqual(
    early.told.fields.map(({ path }) => path),
    ['fact.discoveredOn'],
  );
  const onShift = await clinic.staff('Dr Lam', 'prescriber', { shift: true });
  const { tasks } = (await clinic.call(onShift, listTasks)).answer;
  assert.deepEqual(
    tasks.map(({ kind, dueAt }) => [kind, new Date(dueAt ?? 0).toISOString().slice(0, 10)]),
    // The end of that day in New York is the early morning of the next in UTC: Monday 1 March and Monday 12 April.
    [
      ['drug-loss-notice', '2027-03-02'],
      ['drug-loss-form-106', '2027-04-13'],
    ],
  );
});

test('those who may not write, count or read are kept out', async () => {
  const desk = await clinic.staff('Pat Lind', 'front-desk', { shift: true });
  const therapist = await clinic.staff('Ines Alba', 'therapist', { shift: true });
  for (const person of [desk, therapist]) {
    assert.equal((await clinic.call(person, api.getCupboard)).status, 403);
    assert.equal((await write(person, receipt())).told.status, 403);
  }
  assert.equal((await write(owner, receipt())).told.status, 403);
  assert.equal((await write(auditor, receipt())).told.status, 403);
  assert.equal((await clinic.call(auditor, api.getCountSheet)).status, 403);
  assert.equal((await clinic.call(ana, api.getCupboard)).status, 404);
  const stranger = await clinic.patient('Luis', 'Ortega', '1990-01-01');
  const params = { patientId: stranger.patientId };
  const body = {
    id: randomUUID() as string,
    happenedAt: clinic.now(),
    fact: { kind: 'drawn' as const, containerId: randomUUID() as string, mg: 5 },
  };
  assert.equal((await clinic.call(otto, api.drawForPatient, { params, body })).status, 403);
});

test('no line of the book is changed or taken out', async () => {
  for (const statement of [
    'update drug_ledger_entries set body = body',
    'delete from drug_ledger_entries',
    'truncate drug_ledger_entries',
  ]) {
    await assert.rejects(
      clinic.as(nora, (tx) => tx.query(statement)),
      /permission denied/,
    );
  }
  await withOwner(clinic.ownerConnectionString, async (db) => {
    const { rows } = await db.query<{ forced: boolean }>(
      `select relforcerowsecurity as forced from pg_class where relname = 'drug_ledger_entries'`,
    );
    assert.equal(rows[0]?.forced, true);
  });
});
