// What kind of device this is, as its owner would call it. Told with a sign-in, so that a lost one is known in the list.
import type { DeviceKind } from '#api/me.ts';

const signs: readonly (readonly [RegExp, DeviceKind])[] = [
  [/iPhone/, 'iphone'],
  [/iPad/, 'ipad'],
  [/Android/, 'android'],
  [/Mac/, 'mac'],
  [/Windows/, 'windows'],
  [/Linux/, 'linux'],
];

export function deviceKindOf(userAgent: string): DeviceKind | undefined {
  return signs.find(([sign]) => sign.test(userAgent))?.[1];
}
