import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  allStepsSaid,
  type CareStep,
  carePhases,
  type EditionSteps,
  isAsked,
  isShown,
  settingOf,
  stepsIn,
} from './care-steps.ts';
import type { Edition } from './edition.ts';
import { checkEdition } from './edition-check.ts';
import { isUsable } from './edition-finding.ts';
import { exampleEditions } from './editions.ts';
import { ivExample1 } from './iv-example-1.ts';
import { nextEdition } from './next-edition.ts';

const note = 'So it is here.';
const next = (changes: Readonly<Record<string, string>>, base: Edition = ivExample1) =>
  nextEdition({
    base,
    id: 'iv-harbor-2',
    writtenOn: '2026-11-22',
    changes: Object.entries(changes).map(([path, value]) => ({ path: `steps.${path}`, value, note })),
  });
const codes = (changes: Readonly<Record<string, string>>) => {
  const made = next(changes);
  if (made.kind === 'refused') return made.findings.map(({ path, code }) => `${path} ${code}`);
  return checkEdition({ proposed: made.edition, base: ivExample1 }).map(
    ({ path, code }) => `${path} ${code}`,
  );
};

test('every protocol that ships says of every step in all three phases whether it is asked', () => {
  for (const edition of exampleEditions) {
    for (const phase of carePhases)
      assert.deepEqual(Object.keys(edition.steps?.[phase] ?? {}), stepsIn(phase), `${edition.id} ${phase}`);
  }
});

test('a clinic asks a step more, offers one, or leaves one out, each with its reason', () => {
  const made = next({
    'preparation.letter': 'left-out',
    'preparation.talk': 'asked',
    'preparation.grounding': 'optional',
    'integration.pulse': 'left-out',
  });
  assert.ok(made.kind === 'draft');
  assert.ok(isUsable(checkEdition({ proposed: made.edition, base: ivExample1 })));
  const told = (step: CareStep) => [isAsked(made.edition, step), isShown(made.edition, step)];
  assert.deepEqual(told('letter'), [false, false]);
  assert.deepEqual(told('talk'), [true, true]);
  assert.deepEqual(told('grounding'), [false, true]);
  assert.deepEqual(told('pulse'), [false, false]);
  assert.equal(made.edition.steps?.preparation?.letter?.note, note);
});

test('no protocol leaves out what a gate or a safety check rests on, or a whole phase', () => {
  const table = [
    ['preparation.consent', 'left-out', ['steps.preparation.consent step-cannot-be-so']],
    ['preparation.screening', 'optional', ['steps.preparation.screening step-cannot-be-so']],
    ['medicine.dose-gate', 'left-out', ['steps.medicine.dose-gate step-cannot-be-so']],
    ['medicine.release', 'optional', ['steps.medicine.release step-cannot-be-so']],
    ['integration.evening-check', 'left-out', ['steps.integration.evening-check step-cannot-be-so']],
    ['integration.visit', 'left-out', ['steps.integration.visit step-cannot-be-so']],
    ['integration.pulse', 'optional', ['steps.integration.pulse step-cannot-be-so']],
    ['preparation.letter', 'perhaps', ['steps.preparation.letter']],
    ['preparation.singing', 'asked', ['steps.preparation.singing path-not-known']],
    ['recovery.rest', 'asked', ['steps.recovery.rest path-not-known']],
  ] as const;
  for (const [path, value, expected] of table) {
    const found = codes({ [path]: value });
    for (const one of expected)
      assert.ok(
        found.some((each) => each.startsWith(one)),
        `${path}: ${found}`,
      );
  }
  const { integration: _gone, ...twoPhases } = ivExample1.steps ?? {};
  assert.deepEqual(
    checkEdition({ proposed: { ...ivExample1, steps: twoPhases }, base: undefined }).map(({ code }) => code),
    ['phase-missing'],
  );
});

test('a step that must be asked is asked, whatever a draft says of it', () => {
  const steps: EditionSteps = { preparation: { consent: { ...saidOf('left-out') } } };
  assert.equal(settingOf({ steps }, 'consent'), 'asked');
  assert.equal(settingOf({}, 'consent'), 'asked');
});

test('a protocol signed before steps could be said has the usual ones, and its next version says each aloud', () => {
  const { steps: _none, ...rest } = ivExample1;
  const older: Edition = rest;
  for (const phase of carePhases)
    for (const step of stepsIn(phase))
      assert.equal(settingOf(older, step), settingOf(ivExample1, step), step);
  const made = next({ 'preparation.letter': 'left-out' }, older);
  assert.ok(made.kind === 'draft');
  assert.equal(settingOf(made.edition, 'letter'), 'left-out');
  assert.deepEqual(Object.keys(made.edition.steps?.medicine ?? {}), stepsIn('medicine'));
  assert.deepEqual(
    allStepsSaid(made.edition).preparation?.letter,
    made.edition.steps?.preparation?.letter,
    'what was decided stays',
  );
});

function saidOf(value: 'left-out') {
  return { value, unit: 'rule', source: 'H-HOUSE', confidence: 'H' } as const;
}
