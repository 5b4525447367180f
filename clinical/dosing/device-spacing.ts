// When may the next device of the spray be given, which came too soon, and which lots went into this dose? Worked from
// the times that were written down, in whatever order they were written.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { addMinutes, type Instant, minutesBetween } from '#clinical/instant.ts';
import { rounded } from '#clinical/quantity.ts';
import type { Sourced } from '#clinical/sourced.ts';
import { findingOf, houseRule, inputsOf } from './dosing-finding.ts';
import { betweenDevicesMinutes, deviceMg, devicesOf, labelledMg } from './esketamine-dose.ts';

export type GivenDevice = {
  /** Undefined: it was given and nobody wrote when. */
  readonly at: Instant | undefined;
  readonly lot?: string | undefined;
};

export type NextDevice =
  | { readonly state: 'first' }
  /** Exactly this moment is late enough. */
  | { readonly state: 'from'; readonly at: Instant }
  | { readonly state: 'complete' }
  | { readonly state: 'unknown' };

export type DeviceSpacing = {
  readonly next: NextDevice;
  readonly devicesGiven: number | undefined;
  readonly givenMg: number | undefined;
  readonly firstAt: Instant | undefined;
  readonly lastAt: Instant | undefined;
  readonly tooClose: readonly { readonly from: Instant; readonly to: Instant; readonly minutes: number }[];
  readonly lots: readonly { readonly lot: string; readonly devices: number }[];
  readonly devicesWithoutLot: number;
  readonly issues: readonly DetectedIssue[];
};

const rule = 'device-spacing';

export function deviceSpacing(question: {
  /** Undefined: not known. An empty list: none was given. */
  readonly given: readonly GivenDevice[] | undefined;
  readonly orderedDevices: number | undefined;
  readonly now: Instant;
  /** A clinic may rest longer between devices than the label. */
  readonly between?: Sourced<number> | undefined;
}): DeviceSpacing {
  const { given, orderedDevices, now, between = betweenDevicesMinutes } = question;
  if (!given) return notKnown();
  const times = given.flatMap(({ at }) => (at !== undefined && Number.isFinite(at) ? [at] : []));
  const inOrder = times.toSorted((a, b) => a - b);
  const ahead = inOrder.filter((at) => at > now);
  const tooClose = inOrder.flatMap((to, index) => {
    const from = inOrder[index - 1];
    if (from === undefined || minutesBetween(from, to) >= between.value) return [];
    return [{ from, to, minutes: minutesBetween(from, to) }];
  });
  const lots = lotsOf(given);
  const devicesWithoutLot = given.length - lots.reduce((sum, { devices }) => sum + devices, 0);
  const withoutTime = given.length - times.length;
  const isOrderKnown = isDeviceCount(orderedDevices);
  const lastAt = inOrder.at(-1);
  const next = (): NextDevice => {
    if (!isOrderKnown) return { state: 'unknown' };
    if (given.length >= orderedDevices) return { state: 'complete' };
    if (withoutTime > 0 || ahead.length > 0) return { state: 'unknown' };
    return lastAt === undefined
      ? { state: 'first' }
      : { state: 'from', at: addMinutes(lastAt, between.value) };
  };
  const issues = [
    isOrderKnown
      ? undefined
      : findingOf(rule, {
          code: 'ordered-devices-not-known',
          title: 'How many devices were ordered is not known.',
          action: 'unknown',
          inputs: inputsOf({ orderedDevices }),
          missing: ['orderedDevices'],
          roots: [labelledMg.US],
        }),
    isOrderKnown && given.length > orderedDevices
      ? findingOf(rule, {
          code: 'more-than-ordered',
          title: `${given.length} devices were given and ${orderedDevices} ordered.`,
          action: 'exclude',
          inputs: inputsOf({ devicesGiven: given.length, orderedDevices }),
          roots: [deviceMg],
        })
      : undefined,
    ...tooClose.map(({ from, to, minutes }) =>
      findingOf(rule, {
        code: 'devices-too-close',
        title: `Two devices were given ${rounded(minutes, 1)} minutes apart; the rest between them is ${between.value}.`,
        action: 'review',
        inputs: [
          ...inputsOf({ device: 'earlier' }, { at: from }),
          ...inputsOf({ device: 'later' }, { at: to }),
        ],
        roots: [between],
      }),
    ),
    withoutTime > 0
      ? findingOf(rule, {
          code: 'device-time-missing',
          title: `For ${withoutTime} of ${given.length} devices no time is written.`,
          action: 'unknown',
          missing: ['at'],
          roots: [between],
        })
      : undefined,
    ahead.length > 0
      ? findingOf(rule, {
          code: 'device-time-ahead',
          title: 'A device is written as given at a time that has not come yet.',
          action: 'unknown',
          inputs: ahead.flatMap((at) => inputsOf({ device: 'given' }, { at })),
          missing: ['at'],
          roots: [houseRule],
        })
      : undefined,
    devicesWithoutLot > 0
      ? findingOf(rule, {
          code: 'device-lot-missing',
          title: `For ${devicesWithoutLot} of ${given.length} devices no lot is written.`,
          action: 'unknown',
          missing: ['lot'],
          roots: [houseRule],
        })
      : undefined,
  ].filter((issue) => issue !== undefined);
  return {
    next: next(),
    devicesGiven: given.length,
    givenMg: given.length * deviceMg.value,
    firstAt: inOrder[0],
    lastAt,
    tooClose,
    lots,
    devicesWithoutLot,
    issues: byUrgency(issues),
  };
}

function lotsOf(given: readonly GivenDevice[]): DeviceSpacing['lots'] {
  const counted = new Map<string, number>();
  for (const { lot } of given) {
    const name = lot?.trim().toUpperCase();
    if (name) counted.set(name, (counted.get(name) ?? 0) + 1);
  }
  return [...counted].map(([lot, devices]) => ({ lot, devices }));
}

function isDeviceCount(devices: number | undefined): devices is number {
  return devices !== undefined && devicesOf(devices * deviceMg.value) !== undefined;
}

function notKnown(): DeviceSpacing {
  return {
    next: { state: 'unknown' },
    devicesGiven: undefined,
    givenMg: undefined,
    firstAt: undefined,
    lastAt: undefined,
    tooClose: [],
    lots: [],
    devicesWithoutLot: 0,
    issues: [
      findingOf(rule, {
        code: 'devices-not-known',
        title: 'Which devices were given is not known.',
        action: 'unknown',
        missing: ['given'],
        roots: [houseRule],
      }),
    ],
  };
}
