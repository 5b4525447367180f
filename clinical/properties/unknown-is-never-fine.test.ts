// Unknown is never fine, rule by rule: each input that earns a fine answer is taken away, emptied, or made a number no one
// can have, and the answer must stop being fine. A new rule adds one case to the list of its area in cases/.

import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { RuleCard } from '#clinical/rule-card.ts';
import { deviceCases } from './cases/devices.ts';
import { dosingCases } from './cases/dosing.ts';
import { gateCases } from './cases/gates.ts';
import { monitoringCases } from './cases/monitoring.ts';
import { officeCases } from './cases/office.ts';
import { outcomeCases } from './cases/outcomes.ts';
import { recordedScaleCases } from './cases/recorded-scales.ts';
import { riskCases } from './cases/risk.ts';
import { routeCases } from './cases/routes.ts';
import { safetyProgramCases } from './cases/safety-programs.ts';
import { scoreCases } from './cases/scores.ts';
import { screeningCases } from './cases/screening.ts';
import type { Instead, RuleCase } from './rule-case.ts';

const cases: readonly RuleCase[] = [
  ...screeningCases,
  ...scoreCases,
  ...recordedScaleCases,
  ...outcomeCases,
  ...riskCases,
  ...dosingCases,
  ...monitoringCases,
  ...deviceCases,
  ...gateCases,
  ...routeCases,
  ...safetyProgramCases,
  ...officeCases,
];

import { knownFaults } from './known-faults.ts';

/** Cards of rules that look at nothing a person could leave out, each with the reason. */
const nothingToTakeAway: Readonly<Record<string, string>> = {};

/** Gone and emptied; where a number stood, also the numbers no clock or instrument can show. */
const gone: readonly Instead[] = [undefined, null];
const noNumber: readonly Instead[] = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

/** One rule may need several cases: a question that is asked only after a certain answer, a second way in. */
for (const [id, ofRule] of Map.groupBy(cases, (one) => one.id)) {
  test(`${id}: complete is fine, and nothing taken away stays fine`, () => {
    const faults = new Set(ofRule.flatMap(faultsOf));
    assert.deepEqual(
      [...faults].sort(),
      knownFaults.filter((fault) => fault.startsWith(`${id}: `)).toSorted(),
    );
  });
}

function faultsOf(one: RuleCase): readonly string[] {
  assert.ok(one.fineWhenComplete(), 'the complete input earns a fine answer');
  const removed = one.removable.flatMap((path) =>
    [...gone, ...(typeof one.valueAt(path) === 'number' ? noNumber : [])].map((instead) => ({
      path,
      instead,
    })),
  );
  const unreadable = one.unreadable.flatMap((path) => noNumber.map((instead) => ({ path, instead })));
  const impossible = one.impossible.map(([path, instead]) => ({ path, instead }));
  return [...removed, ...unreadable, ...impossible].flatMap(({ path, instead }) => {
    assert.notEqual(one.valueAt(path), undefined, `${path} is there to be taken away`);
    const fault = faultOf(one, path, instead);
    return fault === undefined ? [] : [`${one.id}: ${path} = ${instead} ${fault}`];
  });
}

function faultOf(one: RuleCase, path: string, instead: Instead): string | undefined {
  try {
    return one.fineWithout(path, instead) ? 'stays fine' : undefined;
  } catch {
    return 'throws';
  }
}

test('Every rule with a card is proven here', async () => {
  const files = globSync('clinical/cards/*.ts').filter((path) => !path.endsWith('.test.ts'));
  const modules: readonly Record<string, readonly RuleCard[]>[] = await Promise.all(
    files.map((path) => import(pathToFileURL(path).href)),
  );
  const ids = new Set(
    modules.flatMap((one) => Object.values(one).flatMap((cards) => cards.map(({ id }) => id))),
  );
  assert.ok(ids.size > 0);
  const proven = new Set(cases.map(({ id }) => id));
  assert.deepEqual(
    [...ids].filter((id) => !proven.has(id) && !(id in nothingToTakeAway)).sort(),
    [],
    'cards without a case',
  );
  assert.deepEqual(
    Object.keys(nothingToTakeAway).filter((id) => !ids.has(id) || proven.has(id)),
    [],
    'exceptions no longer needed',
  );
});
