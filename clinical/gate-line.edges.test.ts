// One line at a time: the age of a fact to the millisecond, findings as a verdict, and what an override needs to count.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact, Override } from './care-record.ts';
import { clockAt } from './clock.ts';
import type { DetectedIssue, IssueAction } from './detected-issue.ts';
import type { Condition, GateLine } from './gate.ts';
import { ageOf, fromFact, fromIssues, gateOf, have, settleLine, type Verdict } from './gate-line.ts';
import { addMinutes, type Instant } from './instant.ts';
import type { Edition } from './protocol/edition.ts';
import { ivExample1 } from './protocol/iv-example-1.ts';
import { sourced } from './sourced.ts';

const now = 1_796_000_000_000;
const minutes = (value: number) => sourced(value, 'min', 'H-HOUSE', 'H');
const edition: Edition = {
  ...ivExample1,
  clockSkewMinutes: minutes(5),
  overrideMinutes: minutes(720),
  ageLimitMinutes: { gait: minutes(30), consent: minutes(30) },
  notOverridable: ['order'],
};
const asked = (at: Instant = now) => ({ edition, clock: clockAt(at) });

test('A fact is fresh up to its limit and too old a millisecond later', () => {
  const cases = [
    [addMinutes(now, -30), 'fresh'],
    [addMinutes(now, -30) - 1, 'too-old'],
    [now, 'fresh'],
    [addMinutes(now, 5), 'fresh'],
    [addMinutes(now, 5) + 1, 'from-the-future'],
    [Number.NaN, 'time-not-readable'],
    [Number.POSITIVE_INFINITY, 'time-not-readable'],
    [Number.NEGATIVE_INFINITY, 'time-not-readable'],
  ] as const;
  for (const [at, expected] of cases) assert.equal(ageOf(asked(), 'gait', at), expected, `${at}`);
  assert.equal(ageOf(asked(), 'symptoms', 0), 'fresh', 'a line without a limit does not age');
});

test('The moment a fact turns old or stops lying ahead is the moment the answer changes', () => {
  const fresh = asked();
  ageOf(fresh, 'gait', addMinutes(now, -10));
  assert.equal(fresh.clock.nextAt(), addMinutes(now, 20) + 1);
  const ahead = asked();
  ageOf(ahead, 'gait', addMinutes(now, 7));
  assert.equal(ahead.clock.nextAt(), addMinutes(now, 2));
});

const walked = (at: Instant): Fact<'steady'> => ({ value: 'steady', at, by: 'Maria Ruiz', byRole: 'nurse' });
const met = (value: string): Verdict => ({ state: 'met', have: have(value, { pace: 'slow' }) });

test('A fact brings who said it and when, and an old one keeps what it said', () => {
  const at = addMinutes(now, -5);
  assert.deepEqual(fromFact(asked(), 'gait', walked(at), met), {
    state: 'met',
    have: { code: 'steady', values: { pace: 'slow' } },
    at,
    by: 'Maria Ruiz',
    rules: undefined,
  });
  const old = addMinutes(now, -31);
  assert.deepEqual(fromFact(asked(), 'gait', walked(old), met), {
    state: 'unknown',
    have: { code: 'too-old', values: { pace: 'slow', said: 'steady' } },
    at: old,
    by: 'Maria Ruiz',
    rules: undefined,
  });
  assert.deepEqual(fromFact(asked(), 'gait', undefined, met), {
    state: 'unknown',
    have: { code: 'nothing', values: {} },
  });
});

function finding(code: string, action: IssueAction): DetectedIssue {
  return {
    rule: 'any',
    code,
    title: 'Something.',
    action,
    inputs: [],
    missing: [],
    sources: ['H-HOUSE'],
    confidence: 'H',
  };
}

test('What a rule could not see goes before what it found outside', () => {
  const having = have('reading', { value: 1 });
  const cases = [
    [[], 'met', 'reading'],
    [[finding('high', 'review')], 'not-met', 'high'],
    [[finding('high', 'exclude')], 'not-met', 'high'],
    [[finding('told', 'inform')], 'not-met', 'told'],
    [[finding('blind', 'unknown')], 'unknown', 'blind'],
    [[finding('high', 'review'), finding('blind', 'unknown')], 'unknown', 'blind'],
    [[finding('blind', 'unknown'), finding('high', 'review')], 'unknown', 'blind'],
  ] as const;
  for (const [issues, state, code] of cases) {
    assert.deepEqual(fromIssues(issues, having), { state, have: { code, values: { value: 1 } } });
  }
});

const override: Override = {
  condition: 'gait',
  reason: 'Walks with a cane at home',
  by: 'Dr N. Okafor',
  byRole: 'prescriber',
  at: addMinutes(now, -10),
};
const unsteady: Verdict = {
  state: 'not-met',
  have: have('unsteady'),
  at: addMinutes(now, -20),
  by: 'Maria Ruiz',
};

function settle(change: {
  readonly condition?: Condition;
  readonly verdict?: Verdict;
  readonly overrides?: readonly Override[] | undefined;
  readonly at?: Instant;
}): GateLine {
  return settleLine(asked(change.at), {
    condition: change.condition ?? 'gait',
    owner: 'nurse',
    verdict: change.verdict ?? unsteady,
    overrides: 'overrides' in change ? change.overrides : [override],
  });
}

test('An override opens the line, and what it went against stays on view', () => {
  assert.deepEqual(settle({}), {
    condition: 'gait',
    state: 'overridden',
    overriddenFrom: 'not-met',
    override: { reason: override.reason, by: override.by, at: override.at },
    have: { code: 'unsteady', values: {} },
    at: unsteady.at,
    by: 'Maria Ruiz',
    owner: 'nurse',
    overridable: true,
    rules: [],
    ageLimitMinutes: 30,
  });
  const unknown: Verdict = { state: 'unknown', have: have('nothing') };
  assert.equal(settle({ verdict: unknown }).overriddenFrom, 'unknown');
});

test('An override counts only with a name, a reason, a clinician, in its time and after what was seen', () => {
  const cases: readonly (readonly [Partial<Override>, GateLine['state']])[] = [
    [{}, 'overridden'],
    [{ byRole: 'nurse' }, 'overridden'],
    [{ byRole: 'therapist' }, 'overridden'],
    [{ byRole: 'patient' }, 'not-met'],
    [{ byRole: 'front-desk' }, 'not-met'],
    [{ byRole: 'admin' }, 'not-met'],
    // A row from elsewhere that names no role is nobody's decision.
    [{ byRole: undefined as never }, 'not-met'],
    [{ reason: '  ' }, 'not-met'],
    [{ by: ' ' }, 'not-met'],
    [{ condition: 'ride' }, 'not-met'],
    [{ at: addMinutes(now, -720) }, 'not-met'],
    [{ at: addMinutes(now, -20) }, 'overridden'],
    [{ at: addMinutes(now, -20) - 1 }, 'not-met'],
    [{ at: addMinutes(now, 5) }, 'overridden'],
    [{ at: addMinutes(now, 5) + 1 }, 'not-met'],
    [{ at: Number.NaN }, 'not-met'],
    [{ at: Number.POSITIVE_INFINITY }, 'not-met'],
  ];
  for (const [change, state] of cases) {
    assert.equal(settle({ overrides: [{ ...override, ...change }] }).state, state, JSON.stringify(change));
  }
  assert.equal(settle({ overrides: undefined }).state, 'not-met');
  assert.equal(settle({ overrides: [] }).state, 'not-met');
});

test('An override speaks for its visit and not a millisecond longer', () => {
  const never: Verdict = { state: 'unknown', have: have('nothing') };
  const until = addMinutes(override.at, 720);
  assert.equal(settle({ verdict: never, at: until }).state, 'overridden');
  assert.equal(settle({ verdict: never, at: until + 1 }).state, 'unknown');
});

test('The last override that counts is the one shown', () => {
  const later = { ...override, reason: 'Seen again, steadier', at: addMinutes(now, -2) };
  assert.equal(settle({ overrides: [override, later] }).override?.reason, 'Seen again, steadier');
  assert.equal(settle({ overrides: [override, { ...later, reason: '' }] }).override?.reason, override.reason);
});

test('Who they are, that they agree, a stop, and what the clinic keeps shut stay shut', () => {
  for (const condition of ['identity', 'consent', 'no-stop', 'order'] as const) {
    const line = settle({ condition, overrides: [{ ...override, condition }] });
    assert.deepEqual([line.state, line.overridable, line.override], ['not-met', false, undefined], condition);
  }
});

test('A line that is met needs no override and shows none', () => {
  const line = settle({ verdict: { ...unsteady, state: 'met' } });
  assert.deepEqual([line.state, line.override, line.overriddenFrom], ['met', undefined, undefined]);
});

test('A line shows the rules it was held against, with their roots', () => {
  const rule = sourced(140, 'mm[Hg]', 'L-PDR', 'V', 'A note for the page, not for the line.');
  const line = settle({ verdict: { ...unsteady, rules: [undefined, rule] } });
  assert.deepEqual(line.rules, [{ value: 140, unit: 'mm[Hg]', source: 'L-PDR', confidence: 'V' }]);
});

test('A gate without a line is shut, and lines are read by what is wrong first', () => {
  assert.deepEqual(gateOf('release', []), {
    id: 'release',
    open: false,
    lines: [],
    counts: { met: 0, 'not-met': 0, unknown: 0, overridden: 0 },
  });
  const line = settle({});
  const inState = (state: GateLine['state']): GateLine => ({ ...line, state });
  const gate = gateOf('open-dose', [
    inState('met'),
    inState('overridden'),
    inState('unknown'),
    inState('not-met'),
  ]);
  assert.deepEqual(
    gate.lines.map((one) => one.state),
    ['not-met', 'unknown', 'overridden', 'met'],
  );
  assert.deepEqual(gate.counts, { met: 1, 'not-met': 1, unknown: 1, overridden: 1 });
  assert.equal(gate.open, false);
  assert.equal(gateOf('open-dose', [inState('met'), inState('overridden')]).open, true);
  assert.equal(gateOf('open-dose', [inState('met'), inState('unknown')]).open, false);
  assert.equal(gateOf('open-dose', [inState('not-met')]).open, false);
});
