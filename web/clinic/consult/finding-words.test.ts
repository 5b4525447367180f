import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { chartConditions, healthConditions } from '#clinical/screening/conditions.ts';
import { indicationIssues, indications } from '#clinical/screening/indications.ts';
import { screenConditions } from '#clinical/screening/screen-conditions.ts';
import { inputInWords, missingInWords, paperWords, titleInWords } from './finding-words.ts';

const routes = ['iv', 'im', 'sublingual', 'nasal', 'home'] as const;
/** Two small letters around a capital, or a hyphenated name with no space: a word for a machine. */
const forMachines = /[a-z][A-Z][a-z]|^(iv|im|US|EU|UK)$/;

function findings(): readonly DetectedIssue[] {
  const named = indications.flatMap(({ id, mustDocument }) =>
    routes.flatMap((route) => [
      ...indicationIssues({ indicationId: id, route, jurisdiction: 'US' }),
      ...indicationIssues({
        indicationId: id,
        route,
        jurisdiction: 'EU',
        adequateTrials: 1,
        documented: Object.fromEntries(mustDocument.map((name) => [name, false])),
      }),
    ]),
  );
  const everyId = [...healthConditions, ...chartConditions].map(({ id }) => id);
  const yes = Object.fromEntries(everyId.map((id) => [id, 'yes' as const]));
  const notSure = Object.fromEntries(everyId.map((id) => [id, 'not-sure' as const]));
  const asked = routes.flatMap((route) =>
    [yes, notSure, {}].flatMap((answers) => screenConditions({ answers, route, jurisdiction: 'UK' })),
  );
  return [...named, ...asked];
}

test('A prescriber reads what a finding looked at and what it lacks in words, never in names for machines', () => {
  const papers = Object.keys(paperWords).filter((name) => name.includes('-'));
  for (const finding of findings()) {
    const said = finding.inputs.map(inputInWords).flatMap(({ name, value }) => [name, value]);
    for (const words of [...said, ...finding.missing.map(missingInWords), titleInWords(finding)]) {
      assert.doesNotMatch(words, forMachines);
      for (const name of papers) assert.ok(!words.includes(name), words);
    }
  }
});

test('The route and the label of a finding are named as everywhere else', () => {
  assert.deepEqual(inputInWords({ name: 'route', value: 'iv' }), { name: 'Route', value: 'Drip' });
  assert.deepEqual(inputInWords({ name: 'jurisdiction', value: 'US' }), {
    name: 'Label read',
    value: 'United States',
  });
  assert.equal(
    inputInWords({ name: 'indication', value: 'treatment-resistant-depression' }).value,
    'Depression that did not answer to treatment',
  );
});

test('Treatments nobody has counted are asked for in words', () => {
  assert.equal(missingInWords('adequateTrials'), 'how many adequate treatments were tried');
  assert.equal(missingInWords('treatments-tried'), 'what was tried before');
  assert.equal(missingInWords('medicine: St. John'), 'which medicine “St. John” is');
});

test('A name without words of its own is at least read as words', () => {
  assert.equal(missingInWords('sessionsThisWeek'), 'sessions this week');
});
