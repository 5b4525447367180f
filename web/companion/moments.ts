// Days and times on the companion's page, in the clinic's zone.
import { type Instant, localDateOf } from '#clinical/instant.ts';
import { asSentence, formatDate, formatTime, t } from '#web/kit/locale.ts';

export function isSameDay(one: Instant, other: Instant, zone: string | undefined): boolean {
  return zone === undefined || localDateOf(one, zone) === localDateOf(other, zone);
}

/** "10:30 a.m." brings its own full stop. */
export function plainStop(sentence: string): string {
  return sentence.replaceAll(/\.\.(?!\.)/g, '.');
}

export function whenWords(at: Instant, now: Instant, zone: string | undefined): string {
  const time = formatTime(at, zone);
  return isSameDay(at, now, zone) && zone !== undefined
    ? t('companion.today-at', { time })
    : t('companion.day-at', { date: formatDate(at, 'weekday', zone), time });
}

/** The same at the head of a line. */
export function whenLine(at: Instant, now: Instant, zone: string | undefined): string {
  return asSentence(whenWords(at, now, zone));
}

/** Midnight is said as the end of the day before it; nobody is sure which night "12:00 am" is. */
export function untilWords(at: Instant, now: Instant, zone: string): string {
  return localDateOf(at - 1, zone) === localDateOf(at, zone)
    ? plainStop(t('companion.until', { when: whenWords(at, now, zone) }))
    : t('companion.until-end-of', { day: formatDate(at - 1, 'weekday', zone) });
}

/** Read days before, "tonight" and "tomorrow" would be other days than the ones that are meant. */
export function isTonight(
  { startsAt, releasedAt }: { readonly startsAt: Instant; readonly releasedAt?: Instant | undefined },
  now: Instant,
  zone: string,
): boolean {
  return isSameDay(releasedAt ?? startsAt, now, zone);
}

/** From the morning after on, what was said of that day and its evening is no longer true. */
export function isDayOver(
  { releasedAt }: { readonly releasedAt?: Instant | undefined },
  now: Instant,
  zone: string,
): boolean {
  return releasedAt !== undefined && localDateOf(now, zone) > localDateOf(releasedAt, zone);
}
