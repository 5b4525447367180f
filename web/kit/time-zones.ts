// Time zones as people choose them: named by their place, and the same when their clocks agree.
import { type Instant, localTime, type ZoneId } from '#clinical/instant.ts';

/** “America/New_York” as it is read. */
export function zoneWords(zone: ZoneId): string {
  return zone.replaceAll('_', ' ');
}

export function deviceZone(): ZoneId {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

export function isSameClock(a: ZoneId, b: ZoneId, at: Instant): boolean {
  const [one, other] = [localTime(at, a), localTime(at, b)];
  return one.date === other.date && one.minuteOfDay === other.minuteOfDay;
}

/** Every zone this device knows, and the one that is kept. */
export function zoneChoices(kept: ZoneId): readonly { readonly value: ZoneId; readonly label: string }[] {
  const known = Intl.supportedValuesOf('timeZone');
  return (known.includes(kept) ? known : [kept, ...known]).map((zone) => ({
    value: zone,
    label: zoneWords(zone),
  }));
}
