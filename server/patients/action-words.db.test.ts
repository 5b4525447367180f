// Nothing is done to a person's record that their own list cannot say in plain words.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type TestApp, testApp } from '#test/app.ts';
import { actionWords, namedActions, namedByItself } from './action-words.ts';

describe('what the patient is told of each act', () => {
  let house: TestApp;
  before(async () => {
    house = await testApp();
  });
  after(() => house.close());

  test('has words for every audited act on one patient’s record, and for nothing no route does', () => {
    const audited = house.routes.map(({ access, audit }) => ({
      audit,
      isOfOne: 'subject' in access && access.subject === 'patient',
    }));
    assert.deepEqual(
      audited.filter(({ audit, isOfOne }) => isOfOne && !namedActions.has(audit)),
      [],
    );
    assert.deepEqual(
      [...namedActions].filter((name) => !audited.some(({ audit }) => audit === name)),
      [],
    );
  });

  test('has words for what the software does to a record by itself', () => {
    assert.equal(actionWords('ring.call', 'done', 'en'), 'Called someone of the clinic about you');
    assert.equal(actionWords('ring.call', 'done', 'es'), 'Avisó a alguien de la clínica sobre usted');
    const fallback = actionWords('no such act', 'done', 'en');
    for (const action of ['ring.call', 'home.ring', 'downtime-pack.make'])
      assert.notEqual(actionWords(action, 'done', 'en'), fallback, action);
  });

  test('says what happened, who was kept out, and what came to nothing, in both languages', () => {
    assert.equal(actionWords('consent.sign', 'done', 'en'), 'Signed your consent');
    assert.equal(actionWords('consent.sign', 'done', 'es'), 'Firmó su consentimiento');
    assert.equal(
      actionWords('chart.read', 'kept-out', 'en'),
      'Tried to look at your chart, and was not let in',
    );
    assert.equal(
      actionWords('appointment.book', 'nothing-came', 'es'),
      'Intentó reservar una hora para usted, y no tuvo efecto',
    );
  });

  test('shows no name of our own making to the reader', () => {
    for (const action of [...namedActions, ...namedByItself]) {
      for (const language of ['en', 'es'] as const)
        assert.doesNotMatch(actionWords(action, 'done', language), /[a-z]\.[a-z]|-/, action);
    }
  });
});
