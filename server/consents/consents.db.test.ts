import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import * as outcomes from '#api/outcomes.ts';
import * as api from '#api/preparation.ts';
import { preparationRoutes } from '#server/preparation';
import { taskRoutes } from '#server/tasks';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { consentRoutes } from './index.ts';

let clinic: ClinicWithRoutes;
let june: Person & { patientId: string };
let ray: Person;

before(async () => {
  clinic = await clinicWithRoutes((ports) => [
    ...consentRoutes(ports),
    ...preparationRoutes(ports),
    ...taskRoutes(ports),
  ]);
  june = await clinic.patient('June', 'Ames', '1980-04-02');
  ray = await clinic.staff('Ray Solberg', 'prescriber', { careTeamOf: june.patientId, shift: true });
});
after(() => clinic.close());

const params = () => ({ patientId: june.patientId });

async function shown() {
  return (await clinic.call(june, api.getConsents, { params: params() })).answer;
}

async function sign(more: { sha256?: string; editionId?: string } = {}) {
  const { edition } = await shown();
  return clinic.call(june, api.signConsent, {
    params: params(),
    body: {
      id: randomUUID(),
      editionId: more.editionId ?? edition.id,
      sha256: more.sha256 ?? edition.sha256,
      signedName: 'June Ames',
    },
  });
}

test('the text says that nobody approved it', async () => {
  const { edition, consents } = await shown();
  assert.equal(edition.approved, false);
  assert.deepEqual(consents, []);
});

test('only the text that was shown can be signed', async () => {
  for (const other of [{ sha256: 'a'.repeat(64) }, { editionId: 'consent-of-last-year' }]) {
    const refused = await sign(other);
    assert.deepEqual([refused.status, refused.code], [409, 'consent-text-changed']);
  }
  assert.deepEqual((await shown()).consents, []);
});

test('whoever reads Spanish is shown the text in Spanish, signs those very bytes, and has said yes to the same edition', async () => {
  const marta = await clinic.patient('Marta', 'Ibáñez', '1984-06-05');
  const own = { patientId: marta.patientId };
  const { edition } = (await clinic.call(marta, api.getConsents, { params: own, query: { language: 'es' } }))
    .answer;
  const english = (await shown()).edition;
  assert.match(edition.title, /no aprobado/);
  assert.equal(edition.sections.length, english.sections.length);
  assert.notEqual(edition.sha256, english.sha256);
  const signed = await clinic.call(marta, api.signConsent, {
    params: own,
    body: { id: randomUUID(), editionId: edition.id, sha256: edition.sha256, signedName: 'Marta Ibáñez' },
  });
  assert.deepEqual([signed.answer.current, signed.answer.editionId], [true, english.id]);
  const inEnglish = (await clinic.call(marta, api.getConsents, { params: own })).answer;
  assert.equal(inEnglish.consents[0]?.current, true);
});

test('a signature holds until it is withdrawn, and is withdrawn at once', async () => {
  const signed = await sign();
  assert.deepEqual([signed.answer.current, signed.answer.signedName], [true, 'June Ames']);
  const withdraw = () =>
    clinic.call(june, api.withdrawConsent, {
      params: { ...params(), consentId: signed.answer.id },
      body: {},
    });
  const first = await withdraw();
  assert.deepEqual([first.answer.current, first.answer.withdrawnAt], [false, clinic.now()]);
  clinic.later(60_000);
  assert.equal((await withdraw()).answer.withdrawnAt, first.answer.withdrawnAt);
  const { answer } = await clinic.call(ray, outcomes.listTasks);
  assert.equal(answer.tasks.filter((task) => task.kind === 'consent-withdrawn').length, 1);
});

test('nobody signs or withdraws for the patient', async () => {
  const { edition } = await shown();
  const forThem = await clinic.call(ray, api.signConsent, {
    params: params(),
    body: { id: randomUUID(), editionId: edition.id, sha256: edition.sha256, signedName: 'June Ames' },
  });
  assert.equal(forThem.status, 403);
  const tomas = await clinic.patient('Tomas', 'Vega', '1975-01-30');
  const theirs = (await sign()).answer.id;
  const other = await clinic.call(tomas, api.withdrawConsent, {
    params: { patientId: tomas.patientId, consentId: theirs },
    body: {},
  });
  assert.equal(other.status, 404);
});

test('what was prepared keeps its earlier version, and is read by the team', async () => {
  const cycleId = await clinic.cycle({ patientId: june.patientId, planner: ray });
  const at = { ...params(), cycleId, itemId: randomUUID() as string };
  const save = (version: number, helps: string) =>
    clinic.call(june, api.savePreparation, {
      params: at,
      body: {
        version,
        body: { kind: 'navigation-plan', helps, doesNotHelp: '', wordsToSay: '', wakeMeIf: '' },
      },
    });
  assert.equal((await save(0, 'a hand on the shoulder')).answer.version, 1);
  assert.equal((await save(1, 'quiet')).answer.version, 2);
  assert.equal((await save(1, 'late')).code, 'stale');
  const { answer } = await clinic.call(ray, api.getPreparation, { params: at });
  assert.deepEqual(
    answer.items.map(({ version, body }) => [version, body.kind === 'navigation-plan' && body.helps]),
    [[2, 'quiet']],
  );
});

test('nothing is prepared on another person’s cycle', async () => {
  const tomas = await clinic.patient('Tomas', 'Vega', '1975-01-30');
  const cycleId = await clinic.cycle({ patientId: tomas.patientId, planner: ray });
  const saved = await clinic.call(june, api.savePreparation, {
    params: { ...params(), cycleId, itemId: randomUUID() },
    body: {
      version: 0,
      body: { kind: 'readiness', informed: 5, comfortable: 5, open: 5, questionsLeft: '' },
    },
  });
  assert.equal(saved.status, 404);
});
