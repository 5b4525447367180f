// Moments as a person says them: today at 2:10 pm, tomorrow, Wednesday, at 8:15, 28 November at 9:05 am.
import { addDays, type Instant, localDateOf } from '#clinical/instant.ts';
import { currentLanguage, currentZone, formatDate, formatTime, t } from '#web/kit/locale.ts';

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

/** For a moment that stands alone or begins a line. */
export function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase(currentLanguage()) + words.slice(1);
}
