// What is said of a reading at the bedside: its numbers, why there are none, and what the device doubts.

import type { DeviceReading } from '#clinical/devices/device-reading.ts';
import { extendCatalog, formatNumber, t } from '#web/kit/locale.ts';
import { deviceCatalog } from './device-catalog.ts';
import type { HeardFrom } from './device-desk.ts';
import { measuredIn } from './row-from-device.ts';

extendCatalog(deviceCatalog);

const plainSigns = ['heartRatePerMin', 'spo2Percent', 'weightKg', 'temperatureCel'] as const;

/** Empty when the device gave no number. */
export function valuesInWords({ values }: DeviceReading): string {
  const systolic = measuredIn(values, 'systolicMmHg');
  const diastolic = measuredIn(values, 'diastolicMmHg');
  const words =
    systolic === undefined || diastolic === undefined
      ? []
      : [t('kit.device.value.pressure', { systolic: short(systolic), diastolic: short(diastolic) })];
  for (const sign of plainSigns) {
    const value = measuredIn(values, sign);
    if (value !== undefined) words.push(t(`kit.device.value.${sign}`, { value: short(value) }));
  }
  return words.join(', ');
}

const said = [
  'not-on-the-person',
  'device-fault',
  'too-weak',
  'called-invalid',
  'upside-down',
  'measurement-failed',
];

/** The first reason a number is missing, in words. */
export function whyNoneInWords({ values }: DeviceReading): string | undefined {
  for (const value of Object.values(values)) {
    if (value.kind !== 'absent') continue;
    const { why, sent } = value;
    if (why === 'not-plausible' && sent !== undefined)
      return t('kit.device.why.not-plausible', { text: `${sent.text} ${sent.unit}` });
    return t(`kit.device.why.${said.includes(why) ? why : 'no-number'}`);
  }
  return undefined;
}

export function doubtsInWords({ doubts }: DeviceReading): string | undefined {
  if (doubts.length === 0) return undefined;
  return t('kit.device.doubts', { doubts: doubts.map((doubt) => t(`kit.device.doubt.${doubt}`)).join(', ') });
}

const told = ['reading-waited', 'reading-stored-no-clock', 'reading-clock-ahead', 'reading-clock-unreadable'];

export function whyUnknownInWords({ when }: HeardFrom): string {
  const code = when?.issues[0]?.code ?? '';
  return t(`kit.device.unknown.${told.includes(code) ? code : 'other'}`);
}

export function isBeforeSession({ when }: HeardFrom): boolean {
  return when?.issues[0]?.code === 'reading-before-session';
}

function short(value: number): string {
  return formatNumber(value, { maximumFractionDigits: 1 });
}
