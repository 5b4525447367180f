// When the next device may follow, and what is said of each one given, whole.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { told } from '#clinical/properties/told.ts';
import { deviceSpacing } from './device-spacing.ts';

test('Devices rest between one another, and one without a time or a lot is told', () => {
  const usual: Parameters<typeof deviceSpacing>[0] = {
    given: [{ at: 0, lot: 'S1' }],
    orderedDevices: 2,
    now: 600000,
  };
  const cases: readonly (readonly [Partial<Parameters<typeof deviceSpacing>[0]>, unknown])[] = [
    [
      {},
      {
        next: { state: 'from', at: 300000 },
        devicesGiven: 1,
        givenMg: 28,
        firstAt: 0,
        lastAt: 0,
        tooClose: [],
        lots: [{ lot: 'S1', devices: 1 }],
        devicesWithoutLot: 0,
        issues: [],
      },
    ],
    [
      { given: undefined },
      {
        next: { state: 'unknown' },
        devicesGiven: undefined,
        givenMg: undefined,
        firstAt: undefined,
        lastAt: undefined,
        tooClose: [],
        lots: [],
        devicesWithoutLot: 0,
        issues: ['device-spacing/devices-not-known unknown; missing: given; H-HOUSE H'],
      },
    ],
    [
      { given: [] },
      {
        next: { state: 'first' },
        devicesGiven: 0,
        givenMg: 0,
        firstAt: undefined,
        lastAt: undefined,
        tooClose: [],
        lots: [],
        devicesWithoutLot: 0,
        issues: [],
      },
    ],
    [
      { orderedDevices: undefined },
      {
        next: { state: 'unknown' },
        devicesGiven: 1,
        givenMg: 28,
        firstAt: 0,
        lastAt: 0,
        tooClose: [],
        lots: [{ lot: 'S1', devices: 1 }],
        devicesWithoutLot: 0,
        issues: ['device-spacing/ordered-devices-not-known unknown; missing: orderedDevices; L-MED V'],
      },
    ],
    [
      { orderedDevices: 4 },
      {
        next: { state: 'unknown' },
        devicesGiven: 1,
        givenMg: 28,
        firstAt: 0,
        lastAt: 0,
        tooClose: [],
        lots: [{ lot: 'S1', devices: 1 }],
        devicesWithoutLot: 0,
        issues: [
          'device-spacing/ordered-devices-not-known unknown; orderedDevices=4; missing: orderedDevices; L-MED V',
        ],
      },
    ],
    [
      { orderedDevices: 0 },
      {
        next: { state: 'unknown' },
        devicesGiven: 1,
        givenMg: 28,
        firstAt: 0,
        lastAt: 0,
        tooClose: [],
        lots: [{ lot: 'S1', devices: 1 }],
        devicesWithoutLot: 0,
        issues: [
          'device-spacing/ordered-devices-not-known unknown; orderedDevices=0; missing: orderedDevices; L-MED V',
        ],
      },
    ],
    [
      { orderedDevices: 1.5 },
      {
        next: { state: 'unknown' },
        devicesGiven: 1,
        givenMg: 28,
        firstAt: 0,
        lastAt: 0,
        tooClose: [],
        lots: [{ lot: 'S1', devices: 1 }],
        devicesWithoutLot: 0,
        issues: [
          'device-spacing/ordered-devices-not-known unknown; orderedDevices=1.5; missing: orderedDevices; L-MED V',
        ],
      },
    ],
    [
      {
        given: [
          { at: 0, lot: 'S1' },
          { at: 300000, lot: ' s1 ' },
        ],
      },
      {
        next: { state: 'complete' },
        devicesGiven: 2,
        givenMg: 56,
        firstAt: 0,
        lastAt: 300000,
        tooClose: [],
        lots: [{ lot: 'S1', devices: 2 }],
        devicesWithoutLot: 0,
        issues: [],
      },
    ],
    [
      {
        given: [
          { at: 300000, lot: 'S1' },
          { at: 0, lot: 'S2' },
        ],
      },
      {
        next: { state: 'complete' },
        devicesGiven: 2,
        givenMg: 56,
        firstAt: 0,
        lastAt: 300000,
        tooClose: [],
        lots: [
          { lot: 'S1', devices: 1 },
          { lot: 'S2', devices: 1 },
        ],
        devicesWithoutLot: 0,
        issues: [],
      },
    ],
    [
      {
        given: [
          { at: 0, lot: 'S1' },
          { at: 299999, lot: 'S1' },
        ],
      },
      {
        next: { state: 'complete' },
        devicesGiven: 2,
        givenMg: 56,
        firstAt: 0,
        lastAt: 299999,
        tooClose: [{ from: 0, to: 299999, minutes: 4.999983333333334 }],
        lots: [{ lot: 'S1', devices: 2 }],
        devicesWithoutLot: 0,
        issues: [
          'device-spacing/devices-too-close review; device=earlier at 0, device=later at 299999; L-HCP V2',
        ],
      },
    ],
    [
      { given: [{ at: 0, lot: 'S1' }, { at: 60000 }], orderedDevices: 3 },
      {
        next: { state: 'from', at: 360000 },
        devicesGiven: 2,
        givenMg: 56,
        firstAt: 0,
        lastAt: 60000,
        tooClose: [{ from: 0, to: 60000, minutes: 1 }],
        lots: [{ lot: 'S1', devices: 1 }],
        devicesWithoutLot: 1,
        issues: [
          'device-spacing/device-lot-missing unknown; missing: lot; H-HOUSE H',
          'device-spacing/devices-too-close review; device=earlier at 0, device=later at 60000; L-HCP V2',
        ],
      },
    ],
    [
      {
        given: [
          { at: 0, lot: 'S1' },
          { at: 300000, lot: 'S1' },
          { at: 600000, lot: '' },
        ],
        orderedDevices: 2,
      },
      {
        next: { state: 'complete' },
        devicesGiven: 3,
        givenMg: 84,
        firstAt: 0,
        lastAt: 600000,
        tooClose: [],
        lots: [{ lot: 'S1', devices: 2 }],
        devicesWithoutLot: 1,
        issues: [
          'device-spacing/more-than-ordered exclude; devicesGiven=3, orderedDevices=2; L-MED V',
          'device-spacing/device-lot-missing unknown; missing: lot; H-HOUSE H',
        ],
      },
    ],
    [
      { given: [{ at: undefined, lot: 'S1' }] },
      {
        next: { state: 'unknown' },
        devicesGiven: 1,
        givenMg: 28,
        firstAt: undefined,
        lastAt: undefined,
        tooClose: [],
        lots: [{ lot: 'S1', devices: 1 }],
        devicesWithoutLot: 0,
        issues: ['device-spacing/device-time-missing unknown; missing: at; L-HCP V2'],
      },
    ],
    [
      { given: [{ at: Number.NaN, lot: 'S1' }] },
      {
        next: { state: 'unknown' },
        devicesGiven: 1,
        givenMg: 28,
        firstAt: undefined,
        lastAt: undefined,
        tooClose: [],
        lots: [{ lot: 'S1', devices: 1 }],
        devicesWithoutLot: 0,
        issues: ['device-spacing/device-time-missing unknown; missing: at; L-HCP V2'],
      },
    ],
    [
      { given: [{ at: 600001, lot: 'S1' }] },
      {
        next: { state: 'unknown' },
        devicesGiven: 1,
        givenMg: 28,
        firstAt: 600001,
        lastAt: 600001,
        tooClose: [],
        lots: [{ lot: 'S1', devices: 1 }],
        devicesWithoutLot: 0,
        issues: ['device-spacing/device-time-ahead unknown; device=given at 600001; missing: at; H-HOUSE H'],
      },
    ],
    [
      { given: [{ at: 600000, lot: 'S1' }] },
      {
        next: { state: 'from', at: 900000 },
        devicesGiven: 1,
        givenMg: 28,
        firstAt: 600000,
        lastAt: 600000,
        tooClose: [],
        lots: [{ lot: 'S1', devices: 1 }],
        devicesWithoutLot: 0,
        issues: [],
      },
    ],
    [
      { given: [{ at: undefined }, { at: 0, lot: 'S1' }], orderedDevices: 2 },
      {
        next: { state: 'complete' },
        devicesGiven: 2,
        givenMg: 56,
        firstAt: 0,
        lastAt: 0,
        tooClose: [],
        lots: [{ lot: 'S1', devices: 1 }],
        devicesWithoutLot: 1,
        issues: [
          'device-spacing/device-time-missing unknown; missing: at; L-HCP V2',
          'device-spacing/device-lot-missing unknown; missing: lot; H-HOUSE H',
        ],
      },
    ],
    [
      { orderedDevices: 1 },
      {
        next: { state: 'complete' },
        devicesGiven: 1,
        givenMg: 28,
        firstAt: 0,
        lastAt: 0,
        tooClose: [],
        lots: [{ lot: 'S1', devices: 1 }],
        devicesWithoutLot: 0,
        issues: [],
      },
    ],
  ];
  for (const [change, expected] of cases) {
    assert.deepEqual(told(deviceSpacing({ ...usual, ...change })), expected, JSON.stringify(change));
  }
});
