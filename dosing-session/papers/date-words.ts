// Days and hours as they are spoken, written out here and not by the device, so that the same paper has the same bytes
// wherever it is made.

import { type LocalDate, weekdayOf } from '#clinical/instant.ts';

export type PaperLanguage = 'en' | 'es';

const weekdays: Readonly<Record<PaperLanguage, readonly string[]>> = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  es: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
};
const months: Readonly<Record<PaperLanguage, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};

/** "Thursday, December 3", "jueves 3 de diciembre". */
export const dateWords = (date: LocalDate, language: PaperLanguage): string => {
  const [, month = '1', day = '1'] = date.split('-');
  const weekday = weekdays[language][weekdayOf(date)] ?? '';
  const name = months[language][Number(month) - 1] ?? '';
  return language === 'en' ? `${weekday}, ${name} ${Number(day)}` : `${weekday} ${Number(day)} de ${name}`;
};

/** "3:05 pm", "3:05 p.m." */
export const clockWords = (minuteOfDay: number, language: PaperLanguage): string => {
  const hour = Math.floor(minuteOfDay / 60);
  const minutes = String(minuteOfDay % 60).padStart(2, '0');
  const half = hour < 12 ? { en: 'am', es: 'a.m.' }[language] : { en: 'pm', es: 'p.m.' }[language];
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minutes} ${half}`;
};
