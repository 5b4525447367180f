import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as help from '#api/help-requests.ts';
import * as api from '#api/outcomes.ts';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { raiseTask, taskRoutes } from './index.ts';

let clinic: ClinicWithRoutes;
let june: Person & { patientId: string };
let nia: Person;
let fay: Person;
let ada: Person;

before(async () => {
  clinic = await clinicWithRoutes(taskRoutes);
  june = await clinic.patient('June', 'Ames', '1980-04-02');
  nia = await clinic.staff('Nia Okafor', 'nurse', { shift: true });
  await clinic.staff('Ray Solberg', 'prescriber');
  fay = await clinic.staff('Fay Moreau', 'front-desk', { shift: true });
  ada = await clinic.staff('Ada Whitfield', 'admin');
});
after(() => clinic.close());

const askForHelp = (person: Person, id: string) =>
  clinic.call(person, help.askForHelp, { params: { patientId: june.patientId }, body: { id } });

test('a call for help is kept, is a nurse’s work now, and says truly how many are here', async () => {
  const id = randomUUID();
  const { status, answer } = await askForHelp(june, id);
  assert.deepEqual([status, answer], [200, { taskId: id, at: clinic.now(), staffOnShift: 1 }]);
  assert.ok(clinic.changes.some((change) => change.topic === 'floor' && change.id === id));
  const [first] = (await clinic.call(nia, api.listTasks)).answer.tasks;
  assert.deepEqual([first?.id, first?.priority, first?.patientName], [id, 'now', 'June Ames']);
});

test('the same call sent twice is one call', async () => {
  const id = randomUUID();
  const first = await askForHelp(june, id);
  clinic.later(5_000);
  const again = await askForHelp(june, id);
  assert.equal(again.answer.at, first.answer.at);
});

test('nobody calls for help in another person’s name', async () => {
  const tomas = await clinic.patient('Tomas', 'Vega', '1975-01-30');
  assert.equal((await askForHelp(tomas, randomUUID())).status, 404);
});

test('the desk sees its own work and nothing of anyone’s health', async () => {
  const id = randomUUID();
  await clinic.as(fay, (tx) =>
    raiseTask(
      tx,
      {
        id,
        patientId: june.patientId,
        kind: 'ride-declined',
        ownerRole: 'front-desk',
        priority: 'soon',
        detail: { companionName: 'Marta', words: 'she is pale' },
      },
      clinic.now(),
    ),
  );
  for (const person of [fay, ada]) {
    const { tasks } = (await clinic.call(person, api.listTasks)).answer;
    assert.deepEqual(tasks.find((task) => task.id === id)?.detail, { companionName: 'Marta' });
    assert.ok(tasks.every((task) => task.ownerRole === 'front-desk'));
  }
});

test('work is finished by the role it waits for, once, and keeps the first name', async () => {
  const id = randomUUID();
  await askForHelp(june, id);
  const finish = (person: Person) =>
    clinic.call(person, api.finishTask, { params: { taskId: id }, body: {} });
  assert.equal((await finish(fay)).code, 'not-your-task');
  assert.equal((await finish(nia)).status, 200);
  assert.equal((await finish(nia)).status, 200);
  assert.ok(!(await clinic.call(nia, api.listTasks)).answer.tasks.some((task) => task.id === id));
});

test('a nurse who is not on shift does not see the floor’s work', async () => {
  const off = await clinic.staff('Olu Adeyemi', 'nurse');
  assert.equal((await clinic.call(off, api.listTasks)).status, 403);
});

test('someone who may be in danger stands above what is late about a session that is over', async () => {
  const raised = (kind: string, dueAt: number) =>
    clinic.as(nia, (tx) =>
      raiseTask(
        tx,
        { id: randomUUID(), patientId: june.patientId, kind, ownerRole: 'nurse', priority: 'now', dueAt },
        clinic.now(),
      ),
    );
  await raised('dose-started-while-closed', clinic.now() - 86_400_000);
  await raised('cssrs-high', clinic.now());
  const kinds = (await clinic.call(nia, api.listTasks)).answer.tasks.map((task) => task.kind);
  assert.ok(kinds.indexOf('cssrs-high') < kinds.indexOf('dose-started-while-closed'), kinds.join(', '));
});
