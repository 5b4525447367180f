// No question that can hurt stands without its reason, and no answer is for ever.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import * as api from '#api/health-record.ts';
import { mayFill } from '#clinical/instruments/asking.ts';
import { instruments } from '#clinical/instruments/instruments.ts';
import { healthConditions } from '#clinical/screening/conditions.ts';
import { ask } from '#content/pages/ask.ts';
import { type ClinicWithRoutes, clinicWithRoutes, type Person } from '#test/clinic-with-routes.ts';
import { healthRecordRoutes } from './index.ts';

// The words of the phone are read as they stand there; its files are not this ring's to know by type.
type Said = { readonly en: Readonly<Record<string, string>>; readonly es: Readonly<Record<string, string>> };
const onThePhone = async <T>(path: string): Promise<T> =>
  (await import(new URL(`../../web/patient/${path}`, import.meta.url).href)) as T;
const { sensitive } = await onThePhone<{ sensitive: readonly string[] }>('screening/history-groups.ts');
const { sectionIds } = await onThePhone<{ sectionIds: readonly string[] }>('screening/sections.ts');
const { afterWords } = await onThePhone<{ afterWords: Said }>('words/after.ts');
const { screeningWords } = await onThePhone<{ screeningWords: Said }>('words/screening.ts');
const { whyWords } = await onThePhone<{ whyWords: Said }>('words/why.ts');

describe('a question that can hurt', () => {
  let clinic: ClinicWithRoutes;
  let june: Person & { patientId: string };
  let maria: Person;
  before(async () => {
    clinic = await clinicWithRoutes((ports) => healthRecordRoutes(ports));
    june = await clinic.patient('June', 'Ames', '1980-04-02');
    maria = await clinic.staff('Maria Duarte', 'nurse', { careTeamOf: june.patientId });
  });
  after(() => clinic.close());

  test('says why it is asked, who sees it and what follows, in both languages, and can be corrected later @S0-19', async () => {
    const asked = [...healthConditions.map(({ id }) => id), 'pregnancy'];
    assert.ok(sensitive.length >= 11 && sensitive.every((id) => asked.includes(id)));
    for (const id of sensitive) {
      assert.match(
        whyWords.en[`why.question.${id}`] ?? '',
        /Nurse and prescriber see it.*(yes|maybe) /is,
        id,
      );
      assert.match(
        whyWords.es[`why.question.${id}`] ?? '',
        /Lo ven la enfermera y quien receta.* (sí|quizá)/is,
        id,
      );
    }
    for (const section of sectionIds) {
      assert.match(screeningWords.en[`${section}.why`] ?? '', /\bsees?\b/, section);
      assert.match(screeningWords.es[`${section}.why`] ?? '', /\bven?\b/, section);
      assert.ok(whyWords.en[`why.section.${section}`] && whyWords.es[`why.section.${section}`], section);
    }
    for (const form of instruments.filter((each) => mayFill(each, 'patient') && each.items.length > 1))
      assert.ok(whyWords.en[`why.form.${form.id}`] && whyWords.es[`why.form.${form.id}`], form.id);
    assert.match(afterWords.en['form.who-sees'] ?? '', /care team reads.*goes to a person the same day/s);
    for (const box of ['message', 'name', 'email', 'phone', 'bestTime', 'language', 'heardFrom'] as const)
      assert.ok(ask[box] && ask[`${box}Privacy`].en && ask[`${box}Privacy`].es, box);

    // Said, thought over, and said differently: the last word stands, the first is kept and marked as before.
    const params = { patientId: june.patientId };
    const body = { kind: 'history-answer', key: 'substance-use-now', answer: 'no' } as const;
    const { answer: first } = await clinic.call(june, api.recordHealthEntry, {
      params,
      body: { id: randomUUID(), body },
    });
    const corrected = await clinic.call(june, api.correctHealthEntry, {
      params: { ...params, entryId: first.id },
      body: { version: 1, status: 'reported', body: { ...body, answer: 'yes' } },
    });
    assert.deepEqual([corrected.status, corrected.answer.version], [200, 2]);
    const { answer } = await clinic.call(maria, api.getHealthRecord, { params });
    assert.deepEqual(
      answer.entries.map((entry) => entry.body),
      [{ ...body, answer: 'yes' }],
    );
    assert.match(whyWords.en['why.change'] ?? '', /No one asks you why/);
  });
});
