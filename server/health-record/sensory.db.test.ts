// Changes in seeing and sensing: explained before, asked about in the screening, and held against the history when told.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import * as events from '#api/adverse-events.ts';
import * as consult from '#api/consult.ts';
import * as api from '#api/health-record.ts';
import { healthConditions } from '#clinical/screening/conditions.ts';
import { historyQuestionsInSpanish } from '#content/health-questions.ts';
import { whatPeopleFeel as spanish } from '#content/pages/es/what-people-feel.ts';
import { whatPeopleFeel } from '#content/pages/what-people-feel.ts';
import { adverseEventRoutes } from '#server/adverse-events';
import { consultRoutes } from '#server/consult';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { healthRecordRoutes } from './index.ts';

describe('seeing and sensing', () => {
  let clinic: ClinicWithRoutes;
  let june: Person & { patientId: string };
  let okafor: Person;
  before(async () => {
    clinic = await clinicWithRoutes((ports) => [
      ...healthRecordRoutes(ports),
      ...consultRoutes(ports),
      ...adverseEventRoutes(ports),
    ]);
    june = await clinic.patient('June', 'Ames', '1980-04-02');
    okafor = await clinic.staff('Dr. N. Okafor', 'prescriber', { careTeamOf: june.patientId });
  });
  after(() => clinic.close());

  const say = (key: string, answer: 'yes' | 'no') =>
    clinic.call(june, api.recordHealthEntry, {
      params: { patientId: june.patientId },
      body: { id: randomUUID(), body: { kind: 'history-answer', key, answer } },
    });
  const found = async (rule: string) =>
    (await clinic.call(okafor, consult.listIssues, { params: { patientId: june.patientId } })).answer.issues
      .map(({ finding }) => finding)
      .filter((finding) => finding.rule === rule);

  test('change under the drug; both are explained, and held against aura, migraine and psychosis @S0-29', async () => {
    for (const page of [whatPeopleFeel, spanish]) {
      const words = JSON.stringify(page.sections.find(({ id }) => id === 'senses'));
      assert.match(words, /migra/);
      assert.match(words, /aura/);
      assert.match(words, /things others did not|cosas que otros no/);
    }
    const asked = healthConditions.find(({ id }) => id === 'migraine-with-aura');
    assert.match(asked?.question ?? '', /aura/);
    assert.ok(historyQuestionsInSpanish['migraine-with-aura']);

    // The answer alone is a flag for the prescriber, beside what to write down before the first dose.
    for (const id of ['psychosis-now', 'psychosis-past']) await say(id, 'no');
    await say('migraine-with-aura', 'yes');
    const flag = (await found('health-condition')).find(({ code }) => code === 'migraine-with-aura');
    assert.match(flag?.title ?? '', /their own aura/);
    assert.equal((await found('sensory-changes')).length, 0);

    // Told after a dose, it is decided before more is given.
    const reported = await clinic.call(june, events.reportAdverseEvent, {
      params: { patientId: june.patientId },
      body: { id: randomUUID(), words: 'Zigzags all evening.', term: 'hallucination', severity: 'mild' },
    });
    assert.equal(reported.status, 200);
    const [held] = await found('sensory-changes');
    assert.equal(held?.action, 'review');
    assert.match(held?.title ?? '', /migraine with aura/);
  });
});
