import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer } from '#clinical/answer.ts';
import type { CareRecord, Cycle, Override, Preparation } from '#clinical/care-record.ts';
import { readyNow, readyRecord } from '#clinical/examples/ready-record.ts';
import { routeExamples } from '#clinical/examples/ready-records.ts';
import { haveInWords } from '#clinical/gate-words.ts';
import { addMinutes } from '#clinical/instant.ts';
import type { StepSetting } from '#clinical/protocol/care-steps.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { checkEdition } from '#clinical/protocol/edition-check.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';

const cycle: Cycle = readyRecord.cycle ?? { id: '', number: 1 };
const whole: Preparation = cycle.preparation ?? {};
const done = (minutesAgo: number, by = 'James Tan') =>
  ({ value: 'done', at: addMinutes(readyNow, -minutesAgo), by, byRole: 'patient' }) as const;

function gateOf(change: Partial<Cycle>, edition: Edition = ivExample1) {
  const record: CareRecord = { ...readyRecord, cycle: { ...cycle, ...change } };
  const { openDose } = answer({ edition, record, now: readyNow }).gates;
  const line = openDose.lines.find(({ condition }) => condition === 'preparation');
  assert.ok(line);
  return { line, open: openDose.open };
}
const stateOf = (preparation: Preparation | undefined, edition?: Edition) => {
  const { line, open } = gateOf({ preparation }, edition);
  return [line.state, line.have.code, line.have.values['steps'] ?? '', open] as const;
};

/** The example with some of its steps set otherwise. */
function asking(steps: Readonly<Record<string, StepSetting>>): Edition {
  const said = Object.entries(steps).map(([step, value]) => [
    step,
    { value, unit: 'rule', source: 'O-CLINIC', confidence: 'H' },
  ]);
  return {
    ...ivExample1,
    steps: {
      ...ivExample1.steps,
      preparation: { ...ivExample1.steps?.preparation, ...Object.fromEntries(said) },
    },
  };
}

test('a dose opens on every step the protocol asks, stays shut on one that is missing, and names it', () => {
  const { grounding: _g, ...noGrounding } = whole;
  const { grounding: _h, 'day-plan': _d, ...noTwo } = whole;
  const notYet = { ...whole, intention: { ...done(60), value: 'not-yet' } } as const;
  const table = [
    [whole, 'met', 'preparation-done', '', true],
    [{ ...whole, letter: undefined }, 'met', 'preparation-done', '', true],
    [notYet, 'met', 'preparation-done', '', true],
    [noGrounding, 'not-met', 'preparation-missing', 'grounding', false],
    [noTwo, 'not-met', 'preparation-missing', 'grounding day-plan', false],
    [{ talk: done(90, 'Thea Brandt') }, 'met', 'preparation-done', '', true],
    [{ letter: done(90) }, 'unknown', 'nothing', '', false],
    [{}, 'unknown', 'nothing', '', false],
    [undefined, 'unknown', 'nothing', '', false],
    [{ ...whole, grounding: done(-6) }, 'unknown', 'from-the-future', '', false],
    [{ ...whole, grounding: { ...done(0), at: Number.NaN } }, 'unknown', 'time-not-readable', '', false],
  ] as const;
  for (const [preparation, ...expected] of table)
    assert.deepEqual(stateOf(preparation), expected, JSON.stringify(preparation));
});

test('the line says who did the last of it and when, and in words what is missing', () => {
  const last = done(10, 'Maria Ruiz');
  const { line } = gateOf({ preparation: { ...whole, 'day-plan': last } });
  assert.deepEqual([line.at, line.by], [last.at, 'Maria Ruiz']);
  const { 'day-plan': _d, ...missing } = whole;
  assert.equal(
    haveInWords(gateOf({ preparation: missing }).line, String),
    'Missing: Plan for the day. 3 of 4 done',
  );
});

test('what a clinic asks more holds the dose, what it only offers does not', () => {
  const { grounding: _g, ...noGrounding } = whole;
  assert.deepEqual(stateOf(noGrounding, asking({ grounding: 'optional' }))[0], 'met');
  assert.deepEqual(stateOf(noGrounding, asking({ grounding: 'left-out' }))[0], 'met');
  assert.deepEqual(stateOf(whole, asking({ limits: 'asked' })).slice(0, 3), [
    'not-met',
    'preparation-missing',
    'limits',
  ]);
});

test('on every route the dose opens on what its own protocol asks, and at home also on a talk with one of the team', () => {
  for (const { edition, ready } of routeExamples) {
    const settled = ready.cycle ?? cycle;
    const { talk: _none, ...alone } = settled.preparation ?? {};
    const record = { ...ready, cycle: { ...settled, preparation: alone } };
    const { openDose } = answer({ edition, record, now: readyNow }).gates;
    const line = openDose.lines.find(({ condition }) => condition === 'preparation');
    assert.equal(line?.state, edition.route === 'home' ? 'not-met' : 'met', edition.route);
  }
});

test('a clinician goes on without it by name and reason, and what is missing stays on view', () => {
  const { grounding: _g, ...missing } = whole;
  const override: Override = {
    condition: 'preparation',
    reason: 'Practised together just now.',
    by: 'Maria Ruiz',
    byRole: 'nurse',
    at: readyNow,
  };
  const { line, open } = gateOf({ preparation: missing, overrides: [override] });
  assert.deepEqual(
    [line.state, line.overriddenFrom, line.have.values['steps'], line.override?.by, open],
    ['overridden', 'not-met', 'grounding', 'Maria Ruiz', true],
  );
  for (const wrong of [{ reason: ' ' }, { by: '' }, { byRole: 'front-desk' }] as const)
    assert.equal(
      gateOf({ preparation: missing, overrides: [{ ...override, ...wrong }] }).open,
      false,
      JSON.stringify(wrong),
    );
});

test('a protocol that prepares nobody is not signed, and opens no dose', () => {
  const nothing = asking({
    intention: 'optional',
    grounding: 'left-out',
    'navigation-plan': 'optional',
    'day-plan': 'optional',
  });
  assert.deepEqual(
    checkEdition({ proposed: nothing, base: undefined }).map(({ code }) => code),
    ['prepares-nobody'],
  );
  assert.deepEqual(stateOf(whole, nothing)[0], 'unknown');
});
