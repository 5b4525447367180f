// The rules answer our reference cases as a second reader worked them out from the sources alone.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { agrees } from './vectors/agree.ts';
import { kinds } from './vectors/kinds.ts';
import { casesOf, verdictOn } from './vectors/run.ts';

const own = new URL('../clinical/examples/vectors.json', import.meta.url);
const besideTheProject = new URL('../../shared/reference/clinical-vectors.json', import.meta.url);

function disagreements(file: URL): readonly string[] {
  const cases = casesOf(readFileSync(file, 'utf8')) ?? [];
  assert.ok(cases.length > 100, `${cases.length} cases`);
  return cases
    .map(verdictOn)
    .flatMap((verdict) => (verdict.agrees ? [] : [`${verdict.id} ${verdict.kind}: ${verdict.why}`]));
}

test('Every reference case of ours agrees with the rules', () => {
  assert.deepEqual(disagreements(own), []);
});

test('Every case of a file from elsewhere agrees too, where one lies beside the project', () => {
  if (existsSync(besideTheProject)) assert.deepEqual(disagreements(besideTheProject), []);
});

test('Every kind has at least eight cases of ours', () => {
  const cases = (casesOf(readFileSync(own, 'utf8')) ?? []) as readonly { readonly kind: string }[];
  const counted = Map.groupBy(cases, ({ kind }) => kind);
  const few = Object.keys(kinds).filter((kind) => (counted.get(kind)?.length ?? 0) < 8);
  assert.deepEqual(few, []);
});

test('A kind nobody answers, a case nobody can read and a wrong answer all count as disagreeing', () => {
  const blood = {
    id: 'A',
    kind: 'bp.gate',
    input: { systolic: 141, diastolic: 80 },
    expected: { review: true },
  };
  const cases = [
    [blood, true],
    [{ ...blood, expected: { review: false } }, false],
    [{ ...blood, kind: 'tea.leaves' }, false],
    [{ kind: 'bp.gate' }, false],
    ['nonsense', false],
    [{ ...blood, input: null, expected: { review: null } }, true],
  ] as const;
  for (const [given, expected] of cases) assert.equal(verdictOn(given, 0).agrees, expected);
});

test('A file that is no list of cases is said to be none', () => {
  for (const text of ['', 'not json', '{}', '{"cases": 3}']) assert.equal(casesOf(text), undefined);
  assert.deepEqual(casesOf('[1]'), [1]);
});

test('Numbers agree to the last digit shown, whole ones exactly, lists in order unless order says nothing', () => {
  const cases = [
    [0.873, 0.8731, true],
    [0.873, 0.8745, false],
    [12, 12, true],
    [12, 13, false],
    [1000, 1001, false],
    [null, undefined, true],
    [null, 0, false],
    [false, undefined, false],
    ['2026-05-05T12:00:00-05:00', '2026-05-05T17:00:00Z', true],
    ['2026-05-05T12:00:00-05:00', '2026-05-05T12:00:00-04:00', false],
    [['a', 'b'], ['b', 'a'], false],
    [{ classes: ['a', 'b'] }, { classes: ['b', 'a'] }, true],
    [{ classes: ['a'] }, { classes: ['a', 'b'] }, false],
    [{ total: 3 }, { total: 3, more: true }, true],
    [{ total: 3 }, 3, false],
  ] as const;
  for (const [expected, got, agreed] of cases) {
    assert.equal(agrees('any', expected, got), agreed, `${JSON.stringify(expected)} ${JSON.stringify(got)}`);
  }
  assert.equal(agrees('pk.curve', 187.7, 189), true);
  assert.equal(agrees('pk.curve', 187.7, 190), false);
});
