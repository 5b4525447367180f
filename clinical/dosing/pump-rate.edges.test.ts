// The plan of the pump and each reason against one, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { pumpRate } from './pump-rate.ts';

test('A plan adds up, and a container that cannot hold the dose has none', () => {
  const usual: Parameters<typeof pumpRate>[0] = {
    doseMg: 40,
    minutes: 40,
    vialMgPerMl: 50,
    containerMg: 50,
    containerMl: 100,
  };
  const cases: readonly (readonly [Partial<Parameters<typeof pumpRate>[0]>, unknown])[] = [
    [
      {},
      {
        plan: {
          drawMl: 1,
          diluentMl: 99,
          containerMgPerMl: 0.5,
          volumeToInfuseMl: 80,
          rateMlPerHour: 120,
          mgPerMinute: 1,
          leftInContainerMl: 20,
          leftInContainerMg: 10,
        },
        issues: [],
      },
    ],
    [
      { doseMg: 50 },
      {
        plan: {
          drawMl: 1,
          diluentMl: 99,
          containerMgPerMl: 0.5,
          volumeToInfuseMl: 100,
          rateMlPerHour: 150,
          mgPerMinute: 1.25,
          leftInContainerMl: 0,
          leftInContainerMg: 0,
        },
        issues: [],
      },
    ],
    [
      { doseMg: 51 },
      {
        plan: undefined,
        issues: ['pump-rate/container-holds-less exclude; doseMg=51 mg, containerMg=50 mg; T-GEN G'],
      },
    ],
    [
      { containerMl: 1 },
      {
        plan: {
          drawMl: 1,
          diluentMl: 0,
          containerMgPerMl: 50,
          volumeToInfuseMl: 0.8,
          rateMlPerHour: 1.2,
          mgPerMinute: 1,
          leftInContainerMl: 0.19999999999999996,
          leftInContainerMg: 10,
        },
        issues: [],
      },
    ],
    [
      { containerMl: 0.9 },
      {
        plan: undefined,
        issues: [
          'pump-rate/container-too-small exclude; containerMg=50 mg, vialMgPerMl=50 mg/mL, containerMl=0.9 mL; T-GEN G',
        ],
      },
    ],
    [
      { vialMgPerMl: 100, containerMg: 100, containerMl: 1 },
      {
        plan: undefined,
        issues: ['pump-rate/not-diluted exclude; vialMgPerMl=100 mg/mL, containerMgPerMl=100 mg/mL; L-PDR V'],
      },
    ],
    [
      { vialMgPerMl: 100, containerMg: 100, containerMl: 1.25 },
      {
        plan: {
          drawMl: 1,
          diluentMl: 0.25,
          containerMgPerMl: 80,
          volumeToInfuseMl: 0.5,
          rateMlPerHour: 0.75,
          mgPerMinute: 1,
          leftInContainerMl: 0.75,
          leftInContainerMg: 60,
        },
        issues: [],
      },
    ],
    [
      { vialMgPerMl: 10 },
      {
        plan: {
          drawMl: 5,
          diluentMl: 95,
          containerMgPerMl: 0.5,
          volumeToInfuseMl: 80,
          rateMlPerHour: 120,
          mgPerMinute: 1,
          leftInContainerMl: 20,
          leftInContainerMg: 10,
        },
        issues: [],
      },
    ],
    [
      { vialMgPerMl: 25 },
      {
        plan: {
          drawMl: 2,
          diluentMl: 98,
          containerMgPerMl: 0.5,
          volumeToInfuseMl: 80,
          rateMlPerHour: 120,
          mgPerMinute: 1,
          leftInContainerMl: 20,
          leftInContainerMg: 10,
        },
        issues: ['pump-rate/vial-strength-unusual review; vialMgPerMl=25 mg/mL; T-GEN G'],
      },
    ],
    [
      { vialMgPerMl: 25, doseMg: 60 },
      {
        plan: undefined,
        issues: [
          'pump-rate/container-holds-less exclude; doseMg=60 mg, containerMg=50 mg; T-GEN G',
          'pump-rate/vial-strength-unusual review; vialMgPerMl=25 mg/mL; T-GEN G',
        ],
      },
    ],
    [
      { doseMg: undefined },
      {
        plan: undefined,
        issues: [
          'pump-rate/pump-rate-not-known unknown; minutes=40, vialMgPerMl=50, containerMg=50, containerMl=100; missing: doseMg; H-HOUSE H',
        ],
      },
    ],
    [
      { minutes: 0 },
      {
        plan: undefined,
        issues: [
          'pump-rate/pump-rate-not-known unknown; doseMg=40, minutes=0, vialMgPerMl=50, containerMg=50, containerMl=100; missing: minutes; H-HOUSE H',
        ],
      },
    ],
    [
      { vialMgPerMl: Number.NaN },
      {
        plan: undefined,
        issues: [
          'pump-rate/pump-rate-not-known unknown; doseMg=40, minutes=40, vialMgPerMl=NaN, containerMg=50, containerMl=100; missing: vialMgPerMl; H-HOUSE H',
        ],
      },
    ],
    [
      { containerMg: undefined, containerMl: -1 },
      {
        plan: undefined,
        issues: [
          'pump-rate/pump-rate-not-known unknown; doseMg=40, minutes=40, vialMgPerMl=50, containerMl=-1; missing: containerMg, containerMl; H-HOUSE H',
        ],
      },
    ],
    [
      { doseMg: Number.POSITIVE_INFINITY },
      {
        plan: undefined,
        issues: [
          'pump-rate/pump-rate-not-known unknown; doseMg=Infinity, minutes=40, vialMgPerMl=50, containerMg=50, containerMl=100; missing: doseMg; H-HOUSE H',
        ],
      },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(pumpRate({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});

test('A container is never left with less than nothing, whatever arithmetic leaves over', () => {
  const made = { minutes: 40, vialMgPerMl: 50, containerMl: 100 };
  // Each of these would come out a hair below zero.
  const cases = [
    [{ doseMg: 60.7, containerMg: 60.7 }, 'leftInContainerMl'],
    [{ doseMg: 0.7 * 66.4, containerMg: 46.48 }, 'leftInContainerMg'],
    [{ doseMg: 30.1, vialMgPerMl: 10, containerMg: 30.1, containerMl: 3.01 }, 'diluentMl'],
  ] as const;
  for (const [change, left] of cases) {
    const { plan } = pumpRate({ ...made, ...change });
    assert.equal(plan?.[left], 0, left);
  }
});
