import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pumpRate } from './pump-rate.ts';

const asked = { doseMg: 35, minutes: 40, vialMgPerMl: 50, containerMg: 50, containerMl: 50 };

test('Fifty milligrams made up to 50 mL run at 52.5 mL an hour for 35 mg over 40 minutes', () => {
  const { plan, issues } = pumpRate(asked);
  assert.deepEqual(plan, {
    drawMl: 1,
    diluentMl: 49,
    containerMgPerMl: 1,
    volumeToInfuseMl: 35,
    rateMlPerHour: 52.5,
    mgPerMinute: 0.875,
    leftInContainerMl: 15,
    leftInContainerMg: 15,
  });
  assert.deepEqual(issues, []);
});

test('A bag that holds exactly the dose runs until it is empty', () => {
  const { plan } = pumpRate({ ...asked, containerMg: 35, containerMl: 100 });
  assert.equal(plan?.volumeToInfuseMl.toFixed(6), '100.000000');
  assert.equal(plan?.rateMlPerHour.toFixed(6), '150.000000');
  assert.equal(plan?.leftInContainerMg, 0);
});

test('Anything missing gives no rate and says what is missing', () => {
  for (const name of Object.keys(asked)) {
    for (const bad of [undefined, 0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      const { plan, issues } = pumpRate({ ...asked, [name]: bad });
      assert.equal(plan, undefined, name);
      assert.deepEqual([issues[0]?.action, issues[0]?.missing], ['unknown', [name]]);
    }
  }
});

test('What cannot be made up as written gives no rate', () => {
  const cases = [
    [{ containerMg: 35 }, []],
    [{ containerMg: 34.9 }, ['container-holds-less: exclude']],
    [{ containerMg: 500, containerMl: 10 }, []],
    [{ containerMg: 500, containerMl: 9.9 }, ['container-too-small: exclude']],
    [{ vialMgPerMl: 100, containerMg: 200, containerMl: 2.1 }, []],
    [{ vialMgPerMl: 100, containerMg: 200, containerMl: 2 }, ['not-diluted: exclude']],
    [{ vialMgPerMl: 25 }, ['vial-strength-unusual: review']],
  ] as const;
  for (const [change, expected] of cases) {
    const { plan, issues } = pumpRate({ ...asked, ...change });
    assert.deepEqual(
      issues.map((issue) => `${issue.code}: ${issue.action}`),
      expected,
    );
    assert.equal(
      plan === undefined,
      issues.some((issue) => issue.action === 'exclude'),
    );
  }
});
