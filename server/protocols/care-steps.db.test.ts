// One spine for every clinic and route, and on it the steps each protocol asks: proposed, signed, and from then on what the
// person is asked and what the clinic reads.

import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { getAnswer } from '#api/answer.ts';
import { writeNote } from '#api/consult.ts';
import type { AnswerOf } from '#api/endpoint.ts';
import { getPillars } from '#api/pillars.ts';
import { proposeProtocol, signProtocol } from '#api/protocols.ts';
import type { Route } from '#clinical/care-record.ts';
import { careSpine } from '#clinical/care-spine.ts';
import { careRecordRoutes } from '#server/care-record';
import { consultRoutes } from '#server/consult';
import { pillarRoutes } from '#server/pillars';
import { protocolRoutes } from '#server/protocols';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';

let clinic: ClinicWithRoutes;
let prescriber: Person;
let thea: Person;
before(async () => {
  clinic = await clinicWithRoutes((ports) => [
    ...protocolRoutes(ports),
    ...careRecordRoutes(ports),
    ...consultRoutes(ports),
    ...pillarRoutes(ports),
  ]);
  prescriber = await clinic.staff('Dr Osei', 'prescriber', {});
});
after(() => clinic.close());

type Steps = Readonly<Record<string, 'asked' | 'optional' | 'left-out'>>;

function proposed(baseId: string, steps: Steps) {
  return clinic.call(prescriber, proposeProtocol, {
    body: {
      id: randomUUID(),
      baseId,
      name: 'As we do it',
      changes: Object.entries(steps).map(([step, value]) => ({
        path: `steps.${step}`,
        value,
        note: 'So it is in this clinic.',
      })),
    },
  });
}

async function signed(baseId: string, steps: Steps): Promise<string> {
  const made = await proposed(baseId, steps);
  assert.equal(made.status, 200, made.code);
  const { id: edition, sha256 } = made.answer;
  const told = await clinic.call(prescriber, signProtocol, {
    params: { edition },
    body: { sha256, meaning: 'I answer for this protocol' },
  });
  assert.equal(told.answer.state, 'signed');
  return edition;
}

async function plannedOn(name: string, protocol: { readonly route: Route; readonly editionId: string }) {
  const person = await clinic.patient(name, 'Ames', '1980-04-02');
  thea = await clinic.staff(`Thea for ${name}`, 'therapist', { careTeamOf: person.patientId });
  const planner = await clinic.staff(`Dr for ${name}`, 'prescriber', { careTeamOf: person.patientId });
  await clinic.cycle({ patientId: person.patientId, planner, doseInHours: 48, protocol });
  const params = { patientId: person.patientId };
  const told = async () => (await clinic.call(person, getAnswer, { params })).answer;
  return { params, told };
}

const stepsOf = ({ edition, record }: AnswerOf<typeof getAnswer>) =>
  careSpine(edition, record).map(({ phase, steps }) => [phase, steps.map(({ step }) => step)] as const);

test('two routes share the three phases and differ in their steps, and person and clinic follow the one that was signed @S1-3', async () => {
  const drip = await signed('iv-example-1', {
    'preparation.talk': 'asked',
    'preparation.grounding': 'optional',
    'preparation.letter': 'left-out',
    'integration.pulse': 'left-out',
  });
  const june = await plannedOn('June', { route: 'iv', editionId: drip });
  const paul = await plannedOn('Paul', { route: 'im', editionId: 'im-example-1' });

  const [ofJune, ofPaul] = [await june.told(), await paul.told()];
  const phases = ['preparation', 'medicine', 'integration'];
  assert.deepEqual(
    stepsOf(ofJune).map(([phase]) => phase),
    phases,
  );
  assert.deepEqual(
    stepsOf(ofPaul).map(([phase]) => phase),
    phases,
  );
  const shown = (told: typeof ofJune): string[] => stepsOf(told).flatMap(([, steps]) => steps);
  assert.deepEqual(
    shown(ofPaul).filter((step) => !shown(ofJune).includes(step)),
    ['letter', 'pulse'],
  );

  const tasks = ({ answer }: typeof ofJune): string[] =>
    answer.tasks.filter(({ opensAt }) => opensAt !== undefined).map(({ id }) => id);
  assert.ok(tasks(ofJune).includes('prepare-step/talk') && !tasks(ofPaul).includes('prepare-step/talk'));
  assert.ok(!tasks(ofJune).includes('practice-grounding') && tasks(ofPaul).includes('practice-grounding'));

  const wrote = await clinic.call(thea, writeNote, {
    params: paul.params,
    body: {
      id: randomUUID(),
      kind: 'preparation',
      text: 'Gone through together.',
      agenda: [],
      commitments: [],
      heldAt: clinic.now(),
    },
  });
  assert.equal(wrote.status, 200, wrote.code);
  const [pillars] = (await clinic.call(thea, getPillars, { params: paul.params })).answer.cycles;
  assert.deepEqual(
    pillars?.pillars[0]?.parts.map(({ part, state }) => `${part} ${state}`),
    ['consent not-yet', 'intention there', 'grounding there', 'navigation-plan there', 'day-plan there'],
  );
  const done = (await paul.told()).answer.tasks.filter(({ state }) => state === 'done').map(({ id }) => id);
  assert.ok(done.includes('practice-grounding') && done.includes('write-day-plan'), String(done));
});

test('what the dose and the way home rest on is in every protocol, whoever would sign it out', async () => {
  for (const step of [
    'preparation.consent',
    'medicine.dose-gate',
    'medicine.release',
    'integration.days-after',
  ]) {
    const told = await proposed('sublingual-example-1', { [step]: 'left-out' });
    assert.equal(told.code, 'protocol-not-usable', step);
    assert.ok(
      told.fields.some(({ path }) => path === `changes.steps.${step}.value`),
      step,
    );
  }
});
