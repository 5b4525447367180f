import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dosePlan } from './dose-plan.ts';

test('Thirty-three milligrams over forty minutes run at 0.825 a minute', () => {
  assert.deepEqual(dosePlan({ doseMg: 33, concentrationMgPerMl: 10, plannedMinutes: 40 }), {
    volumeMl: 3.3,
    rateMgPerMin: 0.825,
    rateMlPerHour: (3.3 / 40) * 60,
  });
});

for (const [what, typed] of [
  ['no concentration', { doseMg: 33, concentrationMgPerMl: undefined, plannedMinutes: 40 }],
  ['a concentration of nought', { doseMg: 33, concentrationMgPerMl: 0, plannedMinutes: 40 }],
  ['no minutes', { doseMg: 33, concentrationMgPerMl: 10, plannedMinutes: undefined }],
  ['no dose', { doseMg: undefined, concentrationMgPerMl: 10, plannedMinutes: 40 }],
] as const) {
  test(`With ${what} there is no rate`, () => assert.equal(dosePlan(typed), undefined));
}
