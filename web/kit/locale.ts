// The reader's language, region, zone and way of writing dates and numbers.
// The kit's own words live in locales/; each app adds its catalog with extendCatalog.
import { i18n } from '@lingui/core';
import { useSyncExternalStore } from 'react';
import type { Instant } from '#clinical/instant.ts';
import { compileMessage } from './compile-message.ts';
import { en } from './locales/en.ts';
import { es } from './locales/es.ts';
import { type Language, languages } from './preferred-language.ts';

export type Catalog = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;

const defaultRegion: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' };

let region = defaultRegion.en;
let zone: string | undefined;

i18n.setMessagesCompiler(compileMessage);
i18n.load({ en: { ...en }, es: { ...es } });
i18n.activate('en');

/** Adds an app's own words. Both languages are given together so neither can be forgotten. */
export function extendCatalog(catalogs: Readonly<Record<Language, Catalog>>): void {
  for (const language of languages) i18n.load(language, { ...catalogs[language] });
  i18n.activate(currentLanguage());
}

export function t(id: string, values?: Values): string {
  return i18n._(id, values);
}

export function currentLanguage(): Language {
  return i18n.locale === 'es' ? 'es' : 'en';
}

export function currentZone(): string {
  return zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The reader's own region for a language, so that a reader from Madrid sees 14:10 and one from Texas 2:10 pm. */
export function preferredRegion(language: Language, asked: readonly string[]): string {
  return asked.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? defaultRegion[language];
}

export interface LocaleChoice {
  readonly language: Language;
  /** A zone when the words are about a place (the clinic), or nothing to follow the device. */
  readonly timeZone?: string | undefined;
  readonly region?: string | undefined;
}

export function setLocale(choice: LocaleChoice): void {
  const asked = typeof navigator === 'undefined' ? [] : navigator.languages;
  region = choice.region ?? preferredRegion(choice.language, asked);
  zone = choice.timeZone;
  i18n.activate(choice.language);
  if (typeof document !== 'undefined') document.documentElement.lang = choice.language;
}

/** Re-renders the caller when the language changes. Put it at the root and key the tree by its answer. */
export function useLanguage(): Language {
  return useSyncExternalStore((listener) => i18n.on('change', listener), currentLanguage);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function dateFormatter(
  options: Intl.DateTimeFormatOptions,
  timeZone: string | undefined,
): Intl.DateTimeFormat {
  const key = JSON.stringify([region, timeZone, options]);
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(region, timeZone === undefined ? options : { ...options, timeZone });
  formatters.set(key, made);
  return made;
}

// "2:15 AM" shouts; we write "2:15 am".
function quietDayPeriod(text: string): string {
  return text.replace(/\b(AM|PM)\b/, (found) => found.toLowerCase());
}

/** A time is one word: its "pm" never stands alone at the start of the next line. */
export function formatTime(at: Instant, timeZone = zone): string {
  const written = dateFormatter({ hour: 'numeric', minute: '2-digit' }, timeZone).format(at);
  return quietDayPeriod(written).replaceAll(/\s/g, '\u00a0');
}

/** Hour and minute without am or pm, for an axis or a button where the part of the day is plain. */
export function formatClock(at: Instant, timeZone = zone): string {
  return dateFormatter({ hour: 'numeric', minute: '2-digit' }, timeZone)
    .formatToParts(at)
    .filter((part) => part.type === 'hour' || part.type === 'minute')
    .map((part) => part.value)
    .join(':');
}

export type DateLength = 'whole' | 'weekday' | 'day' | 'long' | 'medium' | 'short';

const dateLengths: Readonly<Record<DateLength, Intl.DateTimeFormatOptions>> = {
  whole: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
};

export function formatDate(at: Instant, length: DateLength = 'weekday', timeZone = zone): string {
  return dateFormatter(dateLengths[length], timeZone).format(at);
}

/** Spanish writes "martes" small; at the head of a screen it starts a sentence. */
export function asSentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase(region) + text.slice(1);
}

export function formatDateTime(at: Instant, timeZone = zone): string {
  return t('kit.date-and-time', {
    date: formatDate(at, 'weekday', timeZone),
    time: formatTime(at, timeZone),
  });
}

/** A calendar date such as a birth date, which belongs to no zone. */
export function formatLocalDate(date: string, length: DateLength = 'medium'): string {
  return dateFormatter(dateLengths[length], 'UTC').format(Date.parse(`${date}T00:00:00Z`));
}

const numberFormatters = new Map<string, Intl.NumberFormat>();

// Made once: a bedside writes hundreds of figures at each change, and making a formatter takes longer than all of them.
function numberFormatter(options: Intl.NumberFormatOptions | undefined): Intl.NumberFormat {
  const key = options === undefined ? region : JSON.stringify([region, options]);
  const known = numberFormatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(region, options);
  numberFormatters.set(key, made);
  return made;
}

export function formatNumber(value: number, options?: Intl.NumberFormatOptions): string {
  return numberFormatter(options).format(value);
}

/** How long something lasted or has been: "now", "38 min", "1 h 21 min", "3 days". */
export function formatSpan(spanMs: number): string {
  const minutes = Math.floor(Math.max(0, spanMs) / 60_000);
  if (minutes < 1) return t('kit.span-seconds', { count: Math.floor(Math.max(0, spanMs) / 1000) });
  if (minutes < 60) return t('kit.span-minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) {
    const rest = minutes % 60;
    return rest === 0
      ? t('kit.span-hours', { count: hours })
      : t('kit.span-hours-minutes', { hours, minutes: rest });
  }
  return t('kit.span-days', { count: Math.floor(hours / 24) });
}

/** "6:50" to go, "−3:10" when it has passed; hours appear only when there are some. */
export function formatCountdown(leftMs: number): string {
  const seconds = Math.floor(Math.abs(leftMs) / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock =
    hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
  return leftMs < 0 && seconds > 0 ? `−${clock}` : clock;
}
