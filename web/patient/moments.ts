// Moments as a person says them: today at 2:10 pm, tomorrow, Wednesday, at 8:15, 28 November at 9:05 am.
import { addDays, type Instant, localDateOf } from '#clinical/instant.ts';
import { currentZone, formatDate, formatTime, t, type Values } from '#web/kit/locale.ts';

export function whenWords(at: Instant, now: Instant, zone: string = currentZone()): string {
  const time = formatTime(at, zone);
  const day = localDateOf(at, zone);
  const today = localDateOf(now, zone);
  if (day === today) return t('shared.today-at', { time });
  const weekdayAndDate = formatDate(at, 'weekday', zone);
  if (day === addDays(today, 1)) {
    return t('shared.tomorrow-at', { weekday: weekdayAndDate.split(',')[0] ?? weekdayAndDate, time });
  }
  if (day === addDays(today, -1)) return t('shared.yesterday-at', { time });
  return t('shared.day-at', { date: weekdayAndDate, time });
}

/** A sentence with a time in it. "10:30 a.m." brings its own full stop; two would be one too many. */
export function say(id: string, values: Values): string {
  return t(id, values).replaceAll(/\.\.(?!\.)/g, '.');
}
