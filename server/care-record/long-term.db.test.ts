// The long-term watch over the real routes: asked before the dose, unknown when nobody answered, decided for one answer only.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import * as consult from '#api/consult.ts';
import { type HealthRecordBody, recordHealthEntry } from '#api/health-record.ts';
import { getLongTermWatch } from '#api/outcomes.ts';
import { saveResponse } from '#api/questionnaires.ts';
import { bladder } from '#clinical/instruments/bladder.ts';
import { consultRoutes } from '#server/consult';
import { healthRecordRoutes } from '#server/health-record';
import { questionnaireRoutes } from '#server/questionnaires';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { careRecordRoutes } from './index.ts';

describe('what is watched for over months', () => {
  let clinic: ClinicWithRoutes;
  let june: Person & { patientId: string };
  let okafor: Person;
  let maria: Person;

  before(async () => {
    clinic = await clinicWithRoutes((ports) => [
      ...healthRecordRoutes(ports),
      ...consultRoutes(ports),
      ...careRecordRoutes(ports),
      ...questionnaireRoutes(ports),
    ]);
  });
  after(() => clinic.close());
  beforeEach(async () => {
    june = await clinic.patient('June', 'Ames', '1980-04-02');
    okafor = await clinic.staff('Dr. N. Okafor', 'prescriber', { careTeamOf: june.patientId });
    maria = await clinic.staff('Maria Duarte', 'nurse', { careTeamOf: june.patientId });
    await clinic.cycle({ patientId: june.patientId, planner: okafor, doseInHours: 3 });
  });

  const params = () => ({ patientId: june.patientId });
  const found = async (rule: string) =>
    (await clinic.call(okafor, consult.listIssues, { params: params() })).answer.issues.filter(
      ({ finding }) => finding.rule === rule,
    );
  const codes = async (rule: string) => (await found(rule)).map(({ finding }) => finding.code);
  const told = async () => (await clinic.call(june, getLongTermWatch, { params: params() })).answer.told;
  const write = (person: Person, body: HealthRecordBody) =>
    clinic.call(person, recordHealthEntry, { params: params(), body: entry(body) });
  const answerBladder = (yes: readonly string[] = [], left: readonly string[] = []) =>
    clinic.call(june, saveResponse, {
      params: { ...params(), responseId: randomUUID() },
      body: {
        version: 0,
        instrument: 'bladder',
        answers: Object.fromEntries(
          bladder.items
            .filter(({ id }) => !left.includes(id))
            .map(({ id }) => [id, yes.includes(id) ? 1 : 0]),
        ),
        complete: true,
        authoredAt: clinic.now(),
      },
    });

  test('nobody asked is unknown to the prescriber and not asked yet to the person', async () => {
    assert.deepEqual(await codes('bladder'), ['bladder-not-asked']);
    assert.equal((await told()).bladder.said, undefined);
    assert.equal((await told()).liver.isAsked, 'unknown');
  });

  test('a new symptom waits for the prescriber, and the decision does not cover the next answer', async () => {
    await answerBladder(['bladder-burning']);
    const [open] = await found('bladder');
    assert.equal(open?.finding.code, 'bladder-new-symptom');
    await clinic.call(okafor, consult.decideIssue, {
      params: params(),
      body: {
        id: randomUUID(),
        issueKey: open?.key ?? '',
        decision: 'accept-risk',
        reason: 'Infection treated; urine was clean.',
      },
    });
    assert.ok((await found('bladder'))[0]?.decision);
    clinic.later(60_000);
    await answerBladder(['bladder-burning']);
    const [again] = await found('bladder');
    assert.equal(again?.finding.code, 'bladder-lasting-symptom');
    assert.equal(again?.decision, undefined);
    assert.deepEqual((await told()).bladder.said?.yes, ['burning']);
  });

  test('a question left open is told as open and stays unknown', async () => {
    await answerBladder([], ['bladder-burning']);
    assert.deepEqual(await codes('bladder'), ['bladder-not-asked']);
    assert.deepEqual((await told()).bladder.said?.open, ['burning']);
  });

  test('only a prescriber writes what they looked up, and only the team a liver test', async () => {
    const check = { kind: 'prescription-check', earlyRefills: 0, monitoring: 'checked' } as const;
    const alt = {
      kind: 'liver-test',
      altUnitsPerLitre: 130,
      upperLimitUnitsPerLitre: 40,
      takenOn: '2027-02-20',
    } as const;
    assert.equal((await write(june, check)).status, 403);
    assert.equal((await write(maria, check)).status, 403);
    assert.equal((await write(june, alt)).status, 403);
    assert.equal((await write(okafor, check)).status, 200);
    assert.equal((await write(maria, alt)).status, 200);
    assert.ok((await codes('liver')).includes('liver-alt-high'));
    assert.equal((await told()).liver.test?.altUnitsPerLitre, 130);
  });
});

function entry<B>(body: B): { readonly id: string; readonly body: B } {
  return { id: randomUUID(), body };
}
