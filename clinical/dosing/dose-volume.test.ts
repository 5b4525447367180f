import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doseVolume, volumeDose } from './dose-volume.ts';

test('A dose and its volume are the same amount both ways', () => {
  assert.equal(doseVolume({ doseMg: 35, concentrationMgPerMl: 50 }).volumeMl, 0.7);
  assert.equal(volumeDose({ volumeMl: 0.7, concentrationMgPerMl: 50 }).doseMg, 35);
  assert.deepEqual(doseVolume({ doseMg: 35, concentrationMgPerMl: 50 }).issues, []);
});

test('Without a readable dose, volume or concentration nothing is worked out and the gap is named', () => {
  for (const bad of [undefined, 0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    const cases = [
      [doseVolume({ doseMg: bad, concentrationMgPerMl: 50 }), 'doseMg'],
      [doseVolume({ doseMg: 35, concentrationMgPerMl: bad }), 'concentrationMgPerMl'],
      [volumeDose({ volumeMl: bad, concentrationMgPerMl: 50 }), 'volumeMl'],
      [volumeDose({ volumeMl: 1, concentrationMgPerMl: bad }), 'concentrationMgPerMl'],
    ] as const;
    for (const [found, missing] of cases) {
      assert.equal('volumeMl' in found ? found.volumeMl : found.doseMg, undefined);
      assert.deepEqual([found.issues[0]?.action, found.issues[0]?.missing], ['unknown', [missing]]);
    }
  }
});

test('The lines of the syringe decide what is truly drawn', () => {
  const fine = doseVolume({ doseMg: 34.3, concentrationMgPerMl: 50, graduationMl: 0.01 });
  assert.equal(fine.drawn?.volumeMl.toFixed(2), '0.69');
  assert.equal(fine.drawn?.doseMg.toFixed(1), '34.5');
  assert.deepEqual(fine.issues, []);
  const coarse = doseVolume({ doseMg: 5.5, concentrationMgPerMl: 100, graduationMl: 0.1 });
  assert.deepEqual(
    coarse.issues.map((issue) => `${issue.code}: ${issue.action}`),
    ['drawn-dose-differs: review'],
  );
});

test('A drawn dose is looked at only when it lies more than five percent away', () => {
  // 20 mg at 1 mg/mL on a syringe marked every 21 mL, and every 21.1 mL.
  assert.deepEqual(doseVolume({ doseMg: 20, concentrationMgPerMl: 1, graduationMl: 21 }).issues, []);
  assert.equal(doseVolume({ doseMg: 20, concentrationMgPerMl: 1, graduationMl: 21.1 }).issues.length, 1);
});

test('A dose too small for the syringe is never drawn as nothing without a word', () => {
  const { drawn, issues } = doseVolume({ doseMg: 1, concentrationMgPerMl: 100, graduationMl: 0.1 });
  assert.equal(drawn?.doseMg, 0);
  assert.equal(issues[0]?.code, 'drawn-dose-differs');
});

test('A syringe whose lines are not known gives the volume and says so', () => {
  const found = doseVolume({ doseMg: 35, concentrationMgPerMl: 50, graduationMl: 0 });
  assert.deepEqual([found.volumeMl, found.drawn, found.issues[0]?.action], [0.7, undefined, 'unknown']);
});
