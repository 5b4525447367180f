// Days as a reader writes them.

import { type LocalDate, weekdayOf } from '#clinical/instant.ts';
import type { Language } from '#content/language.ts';

const months: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],
};

const weekdays: Readonly<Record<Language, readonly string[]>> = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  es: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
};

/** '21 November 2026', '21 de noviembre de 2026'. */
export function dayText(date: LocalDate, language: Language): string {
  const month = months[language][Number(date.slice(5, 7)) - 1];
  const day = Number(date.slice(8, 10));
  const year = date.slice(0, 4);
  return language === 'es' ? `${day} de ${month} de ${year}` : `${day} ${month} ${year}`;
}

/** 'Monday 23 November', 'lunes 23 de noviembre'. */
export function weekdayText(date: LocalDate, language: Language): string {
  const month = months[language][Number(date.slice(5, 7)) - 1];
  const day = Number(date.slice(8, 10));
  return language === 'es'
    ? `${weekdayName(weekdayOf(date), language)} ${day} de ${month}`
    : `${weekdayName(weekdayOf(date), language)} ${day} ${month}`;
}

export function weekdayName(weekday: number, language: Language): string {
  return weekdays[language][weekday] ?? '';
}

/** '8:00 am' in English, '8:00' on a 24-hour clock in Spanish. */
/** The end of a day has its own word: twelve of the clock is noon as well. */
export function hourText(minuteOfDay: number, language: Language): string {
  if (minuteOfDay === 24 * 60) return language === 'es' ? 'medianoche' : 'midnight';
  const hour = Math.floor(minuteOfDay / 60);
  const minute = String(minuteOfDay % 60).padStart(2, '0');
  if (language === 'es') return `${hour}:${minute}`;
  return `${hour % 12 || 12}:${minute} ${hour < 12 ? 'am' : 'pm'}`;
}

/** '2 h 15 min', '3 h'. */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
