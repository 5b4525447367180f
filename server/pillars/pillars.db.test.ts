import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { finishTask, listTasks } from '#api/outcomes.ts';
import { saveOwnWords } from '#api/own-words.ts';
import * as api from '#api/pillars.ts';
import { saveResponse } from '#api/questionnaires.ts';
import { iso } from '#server/clock';
import { followEvenings } from '#server/jobs';
import { ownWordsRoutes } from '#server/own-words';
import { questionnaireRoutes } from '#server/questionnaires';
import { taskRoutes } from '#server/tasks';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { givenDose } from '#test/given-dose.ts';
import { pillarRoutes } from './index.ts';

const hour = 3_600_000;
let clinic: ClinicWithRoutes;
let june: Person & { patientId: string };
let thea: Person;
let ray: Person;
let owner: Person;
let nia: Person;

before(async () => {
  clinic = await clinicWithRoutes((ports) => [
    ...pillarRoutes(ports),
    ...ownWordsRoutes(ports),
    ...questionnaireRoutes(ports),
    ...taskRoutes(ports),
  ]);
  june = await clinic.patient('June', 'Ames', '1980-04-02');
  thea = await clinic.staff('Thea Brandt', 'therapist', { careTeamOf: june.patientId });
  ray = await clinic.staff('Ray Solberg', 'prescriber', { careTeamOf: june.patientId });
  nia = await clinic.staff('Nia Okafor', 'nurse', { careTeamOf: june.patientId, shift: true });
  owner = await clinic.staff('Dana Cole', 'admin');
});
after(() => clinic.close());

const states = async () =>
  (await clinic.call(thea, api.getPillars, { params: { patientId: june.patientId } })).answer.cycles.map(
    ({ pillars }) => pillars.map(({ state }) => state).join(' '),
  );

test('each cycle shows the therapist whether preparation, support and integration are there, and the owner how many have all three @S1-43', async () => {
  const { patientId } = june;
  const series = { id: randomUUID() as string, number: 1 };
  const { cycleId } = await givenDose(clinic, {
    person: june,
    planner: ray,
    at: clinic.now() - 84 * hour,
    series,
  });
  // A second dose is booked and still to come: what is not there can still come.
  await clinic.cycle({ patientId, planner: ray, doseInHours: 48, series: { ...series, number: 2 } });
  assert.deepEqual(await states(), ['missing missing missing', 'open open open']);

  await clinic.call(june, saveOwnWords, {
    params: { patientId, wordsId: randomUUID() },
    body: {
      version: 0,
      kind: 'intention',
      text: 'To rest.',
      state: 'written',
      cycleId,
      writtenAt: clinic.now(),
    },
  });
  await clinic.as(june, async (tx) => {
    for (const kind of ['grounding', 'navigation-plan', 'day-plan'])
      await tx.query(
        `insert into preparation_items (clinic_id, id, version, patient_id, cycle_id, kind, body, recorded_at, recorded_by)
         values ($1, $2, 1, $3, $4, $5, '{}', $6, $7)`,
        [clinic.clinicId, randomUUID(), patientId, cycleId, kind, iso(clinic.now()), june.accountId],
      );
  });
  await signedAndAccompanied(cycleId);
  assert.deepEqual(await states(), ['whole missing missing', 'open open open']);

  const answer = (instrument: 'evening-check' | 'after-check', answers: Record<string, string | number>) =>
    clinic.call(june, saveResponse, {
      params: { patientId, responseId: randomUUID() },
      body: { version: 0, instrument, answers, complete: true, authoredAt: clinic.now(), cycleId },
    });
  await answer('evening-check', { tonight: 'all-right' });
  for (const hours of [24, 48]) await answer('after-check', { hours, balance: 'steady' });
  assert.deepEqual(
    (await states())[0],
    'whole missing missing',
    'one check had neither an answer nor a call',
  );
  // Nobody answered on the third day; the nurse who is asked to call does.
  await followEvenings(clinic.ports);
  const { tasks } = (await clinic.call(nia, listTasks)).answer;
  const call = tasks.find(({ kind }) => kind === 'call-about-after-check') ?? assert.fail('nobody is asked');
  assert.deepEqual((await states())[0], 'whole missing missing', 'asked to call is not a call');
  await clinic.call(nia, finishTask, { params: { taskId: call.id }, body: {} });
  assert.deepEqual((await states())[0], 'whole whole missing');

  await hourHeld(cycleId);
  assert.deepEqual((await states())[0], 'whole whole whole');

  const { answer: report } = await clinic.call(owner, api.pillarsReport);
  assert.deepEqual([report.cycles, report.allThree, report.missingParts], [1, 1, []]);
  assert.deepEqual(report.pillars.support, { whole: 1, open: 0, missing: 0 });
  assert.doesNotMatch(JSON.stringify(report), /June|Ames/);
  assert.equal((await clinic.call(owner, api.getPillars, { params: { patientId } })).status, 403);
  assert.equal((await clinic.call(thea, api.pillarsReport)).status, 403);
});

async function signedAndAccompanied(cycleId: string) {
  const { patientId } = june;
  const [relatedId, linkId] = [randomUUID(), randomUUID()];
  const before = iso(clinic.now() - 200 * hour);
  await clinic.as(june, async (tx) => {
    await tx.query(
      `insert into consents (clinic_id, id, patient_id, kind, edition_id, text_sha256, signed_name, signed_at)
       values ($1, $2, $3, 'treatment', 'consent-iv-example-1', 'x', 'June Ames', $4)`,
      [clinic.clinicId, randomUUID(), patientId, before],
    );
    await tx.query(
      `insert into related_persons (clinic_id, id, patient_id, name, created_at) values ($1, $2, $3, 'Marta', $4)`,
      [clinic.clinicId, relatedId, patientId, before],
    );
    await tx.query(
      `insert into companion_links (clinic_id, id, patient_id, related_person_id, cycle_id, token_hash, scopes, code_word, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, '{day}', 'heron', $7, $8)`,
      [
        clinic.clinicId,
        linkId,
        patientId,
        relatedId,
        cycleId,
        Buffer.from(linkId),
        before,
        iso(clinic.now() + 24 * hour),
      ],
    );
    await tx.query(
      `insert into rides (clinic_id, id, patient_id, cycle_id, related_person_id, link_id, state, state_at, created_at)
       values ($1, $2, $3, $4, $5, $6, 'home-safe', $7, $7)`,
      [clinic.clinicId, randomUUID(), patientId, cycleId, relatedId, linkId, before],
    );
  });
}

async function hourHeld(cycleId: string) {
  const { patientId } = june;
  const at = clinic.now() - 60 * hour;
  await clinic.as(thea, async (tx) => {
    await tx.query(
      `insert into appointments (clinic_id, id, patient_id, cycle_id, kind, practitioner_id, period, status, status_at, created_at)
       values ($1, $2, $3, $4, 'integration', $5, tstzrange($6, $7), 'fulfilled', $7, $6)`,
      [clinic.clinicId, randomUUID(), patientId, cycleId, thea.accountId, iso(at), iso(at + hour)],
    );
    await tx.query(
      `insert into encounter_notes (clinic_id, id, version, patient_id, kind, cycle_id, body, held_at, recorded_at, author_id, author_name)
       values ($1, $2, 1, $3, 'integration', $4, '{}', $5, $5, $6, 'Thea Brandt')`,
      [clinic.clinicId, randomUUID(), patientId, cycleId, iso(at), thea.accountId],
    );
  });
}
