import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from '#clinical/instant.ts';
import { sourced } from '#clinical/sourced.ts';
import { changeRules, reliableRules } from './change-rules.ts';
import { courseOf } from './course.ts';
import { type Evidence, type Series, seriesDecision } from './decision-points.ts';
import { decisionRules } from './decision-rules.ts';

const zone = 'America/Chicago';
const on = (date: string) => instantOf(date, 600, zone);
const firstDoseAt = on('2026-11-02');
const now = on('2026-11-20');

function evidence(baseline: number | undefined, latest: number | undefined, asOf = now): Evidence {
  const responses = [
    { instrument: 'phq-9', at: firstDoseAt - 1, total: baseline },
    { instrument: 'phq-9', at: asOf - 1, total: latest },
  ];
  return {
    course: courseOf({ responses, instrument: 'phq-9', firstDoseAt, now: asOf, zone }),
    rule: changeRules.phq9,
    reliable: reliableRules.phq9Points5,
  };
}

const series = (change: Partial<Series>): Series => ({
  kind: 'ketamine',
  dosesGiven: 6,
  dosesPlanned: 6,
  firstDoseAt,
  decided: [],
  ...change,
});

const ask = (of: Partial<Series>, seen = evidence(18, 16), at = now) =>
  seriesDecision({ series: series(of), evidence: seen, now: at, zone });

test('Without a response the question comes after four doses, again after six, and at the planned end', () => {
  const cases = [
    [3, 8, undefined],
    [4, 8, 'first-look'],
    [5, 8, 'first-look'],
    [6, 8, 'reconsider'],
    [8, 8, 'series-end'],
    [3, 3, 'series-end'],
  ] as const;
  for (const [dosesGiven, dosesPlanned, point] of cases) {
    const { due, path } = ask({ dosesGiven, dosesPlanned });
    assert.equal(due?.point, point, `${dosesGiven} of ${dosesPlanned}`);
    assert.equal(path, 'no-response');
  }
});

test('With a response only the planned end asks', () => {
  const responding = evidence(18, 8);
  assert.equal(ask({ dosesGiven: 4, dosesPlanned: 8 }, responding).due, undefined);
  assert.equal(ask({ dosesGiven: 6, dosesPlanned: 8 }, responding).due, undefined);
  const { due } = ask({}, responding);
  assert.equal(due?.point, 'series-end');
  assert.deepEqual(due?.issue.missing, ['durability']);
});

test('Each path keeps all four choices and says which of them needs a reason', () => {
  const cases = [
    [18, 24, 'worse', ['continue', 'space-out'], 'review'],
    [18, 16, 'no-response', ['continue', 'space-out'], 'review'],
    [18, 12, 'some-improvement', ['space-out'], 'review'],
    [18, 9, 'response', [], 'review'],
    [18, 4, 'remission', [], 'review'],
    [18, undefined, 'unknown', ['continue', 'space-out', 'change', 'stop'], 'unknown'],
    [undefined, 4, 'unknown', ['continue', 'space-out', 'change', 'stop'], 'unknown'],
  ] as const;
  for (const [baseline, latest, path, needsReason, action] of cases) {
    const { due } = ask({}, evidence(baseline, latest));
    assert.ok(due);
    assert.deepEqual(
      [due.path, due.needsReason, due.issue.action, due.owner],
      [path, needsReason, action, 'prescriber'],
    );
    assert.deepEqual(due.choices, ['continue', 'space-out', 'change', 'stop']);
  }
});

test('Without data the question is asked as unknown and names what is missing', () => {
  const cases = [
    [evidence(undefined, 4), ['baseline', 'reliable-change']],
    [evidence(18, undefined), ['total-since', 'reliable-change']],
    [evidence(18, 99), ['plausible-now', 'reliable-change']],
    [evidence(0, 3), ['response', 'baseline-above-remission']],
    [evidence(4, 4), ['baseline-above-remission']],
    [{ ...evidence(18, 8), rule: changeRules.madrs10 }, ['rule-for-this-form']],
  ] as const;
  for (const [seen, missing] of cases) {
    const { due } = ask({}, seen);
    assert.deepEqual([due?.issue.action, due?.issue.missing], ['unknown', missing]);
  }
  const { due } = ask({}, { ...evidence(18, 16), reliable: undefined });
  assert.deepEqual(due?.issue.missing, ['reliable-change']);
});

test('A worsening is asked about between decisions, once for each total that shows it', () => {
  const worse = evidence(12, 20);
  const { due } = ask({ dosesGiven: 2 }, worse);
  assert.deepEqual([due?.point, due?.path, due?.issue.action], ['worsening', 'worse', 'review']);
  const decided = [{ point: 'worsening', at: now }] as const;
  assert.equal(ask({ dosesGiven: 2, decided }, worse).due, undefined);
  const earlier = [{ point: 'worsening', at: firstDoseAt }] as const;
  assert.equal(ask({ dosesGiven: 2, decided: earlier }, worse).due?.point, 'worsening');
  assert.equal(ask({ dosesGiven: 2 }, evidence(0, 8)).path, 'worse');
});

test('What was decided is not asked again, and a decision dated after now does not count', () => {
  const decided = (at: number) => ask({ decided: [{ point: 'series-end', at }] }).due?.point;
  assert.equal(decided(now - 1), undefined);
  assert.equal(decided(now + 1), 'series-end');
  const atFirstLook = [{ point: 'first-look', at: now }] as const;
  assert.equal(ask({ dosesGiven: 5, dosesPlanned: 8, decided: atFirstLook }).due, undefined);
  assert.equal(ask({ dosesGiven: 6, dosesPlanned: 8, decided: atFirstLook }).due?.point, 'reconsider');
});

test('A series that ran past its end asks, and after the decision wants its new length', () => {
  const open = ask({ dosesGiven: 7 });
  assert.equal(open.due?.point, 'series-end');
  assert.match(open.due?.issue.title ?? '', /1 more than the 6 planned/);
  const { due, issues } = ask({ dosesGiven: 7, decided: [{ point: 'series-end', at: now }] });
  assert.equal(due, undefined);
  assert.deepEqual(
    issues.map((issue) => `${issue.code}: ${issue.action}`),
    ['series-extended: review'],
  );
});

test('Without the count, the plan or the kind of series it is unknown whether a decision is due', () => {
  const cases = [
    [{ kind: undefined }, ['seriesKind']],
    [{ dosesGiven: undefined }, ['dosesGiven']],
    [{ dosesGiven: -1 }, ['dosesGiven']],
    [{ dosesGiven: 2.5 }, ['dosesGiven']],
    [{ dosesGiven: Number.NaN }, ['dosesGiven']],
    [{ dosesGiven: 2, dosesPlanned: undefined }, ['dosesPlanned']],
    [{ dosesGiven: 2, dosesPlanned: 0 }, ['dosesPlanned']],
    [{ kind: 'esketamine', firstDoseAt: undefined }, ['firstDoseAt']],
    [{ kind: 'esketamine', firstDoseAt: now + 1 }, ['firstDoseAt']],
  ] as const;
  for (const [change, missing] of cases) {
    const { due, issues } = ask(change);
    assert.equal(due, undefined);
    assert.deepEqual(
      issues.map((issue) => [issue.code, issue.action, issue.missing]),
      [['place-in-series-not-known', 'unknown', missing]],
    );
  }
});

test('Esketamine is judged at the end of week 4 and spaced out from week 9, each asked until decided', () => {
  const at = (date: string, of: Partial<Series> = {}) =>
    ask({ kind: 'esketamine', ...of }, evidence(18, 8, on(date)), on(date)).due?.point;
  assert.equal(at('2026-11-29'), undefined);
  assert.equal(at('2026-11-30'), 'esketamine-judge-benefit');
  assert.equal(at('2026-12-28'), 'esketamine-judge-benefit');
  const decided = [{ point: 'esketamine-judge-benefit', at: on('2026-12-01') }] as const;
  assert.equal(at('2026-12-27', { decided }), undefined);
  assert.equal(at('2026-12-28', { decided }), 'esketamine-space-out');
  assert.equal(at('2026-12-28', { kind: 'esketamine-acute', decided }), undefined);
});

test('The acute course says that use beyond its four weeks was not evaluated', () => {
  const at = on('2026-11-30');
  const { due } = ask({ kind: 'esketamine-acute' }, evidence(18, 8, at), at);
  assert.match(due?.issue.title ?? '', /not evaluated/);
  assert.deepEqual(due?.issue.sources, ['L-MED', 'Q-CAM', 'T-GEN']);
});

test('The counts are the clinic’s to set, and a finding is no surer than the least sure of its figures', () => {
  const rules = { ...decisionRules, firstLookAfterDoses: sourced<number>(2, '{doses}', 'H-HOUSE', 'H') };
  const { due } = seriesDecision({
    series: series({ dosesGiven: 2 }),
    evidence: evidence(18, 16),
    now,
    zone,
    rules,
  });
  assert.deepEqual([due?.point, due?.issue.confidence], ['first-look', 'H']);
  assert.equal(ask({}).due?.issue.confidence, 'G');
});

test('Numbers and times that are none bring no answer and no crash', () => {
  const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, null] as const;
  for (const value of odd) {
    const broken = value as number;
    for (const kind of ['ketamine', 'esketamine'] as const) {
      const at = ask({ kind, firstDoseAt: broken, dosesGiven: broken, dosesPlanned: broken });
      assert.ok(at.issues.every((issue) => issue.action === 'unknown') && at.issues.length > 0);
    }
    const seen = { ...evidence(18, 8), rule: undefined, reliable: undefined };
    assert.equal(ask({}, seen).due?.issue.action, 'unknown');
    assert.equal(ask({}, evidence(18, broken)).due?.path, 'unknown');
    assert.equal(ask({}, evidence(broken, 8)).due?.path, 'unknown');
  }
  const { issues } = ask({ kind: 'esketamine' }, evidence(18, 8), Number.NaN);
  assert.deepEqual(issues[0]?.missing, ['now']);
});
