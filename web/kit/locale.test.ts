// The kit says everything in both languages, and writes times as the reader does.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lineNames } from '#clinical/gate-words.ts';
import { bedsideWords } from './bedside-words.ts';
import { cardWords } from './card-words.ts';
import { compileMessage } from './compile-message.ts';
import { deviceCatalog } from './devices/device-catalog.ts';
import {
  asSentence,
  type Catalog,
  extendCatalog,
  formatClock,
  formatCountdown,
  formatDate,
  formatLocalDate,
  formatNumber,
  formatSpan,
  formatTime,
  preferredRegion,
  setLocale,
  t,
} from './locale.ts';
import { en } from './locales/en.ts';
import { es } from './locales/es.ts';
import { type Language, languages, preferredLanguage } from './preferred-language.ts';
import { sideEffectWords } from './side-effects/side-effect-words.ts';

/** The kit's own words and those that come with a part of it. */
const sets: readonly Readonly<Record<Language, Catalog>>[] = [
  { en, es },
  bedsideWords,
  cardWords,
  deviceCatalog,
  sideEffectWords,
];

const quarterPastTwo = Date.UTC(2026, 10, 25, 19, 15);

test('every word the kit asks for exists in English and Spanish', () => {
  const folder = new URL('./', import.meta.url);
  const asked = readdirSync(folder)
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
    .flatMap((name) => [...readFileSync(new URL(name, folder), 'utf8').matchAll(/'(kit\.[a-z0-9.-]+)'/g)])
    .map((found) => found[1] ?? '');
  assert.ok(asked.length > 60);
  for (const id of asked) {
    for (const language of languages)
      assert.ok(
        sets.some((set) => id in set[language]),
        `${id} is missing in ${language}`,
      );
  }
});

test('both languages use the same blanks, and every sentence compiles', () => {
  const blanks = (text: string): readonly string[] =>
    [...new Set([...text.matchAll(/\{([a-z]+)/g)].map((found) => found[1] ?? ''))].sort();
  for (const [id, text] of sets.flatMap((set) => Object.entries(set.en))) {
    const other = sets.map((set) => set.es[id]).find((found) => found !== undefined);
    assert.ok(other !== undefined, id);
    compileMessage(text);
    compileMessage(other);
    // Plural words differ between languages; the named blanks outside them do not.
    const named = (all: readonly string[]): readonly string[] =>
      all.filter((name) => new RegExp(`\\{${name}[,}]`).test(text));
    assert.deepEqual(named(blanks(text)), named(blanks(other)), id);
  }
});

test('no word of the kit shouts, praises or pleads', () => {
  for (const text of sets.flatMap((set) => [...Object.values(set.en), ...Object.values(set.es)])) {
    assert.doesNotMatch(text, /[!¡]|please note|simply|oops|journey|success|all clear|\bOK\b/i);
  }
});

test('a reader from Texas sees 2:15 pm and one from Madrid 14:15', () => {
  setLocale({ language: 'en', region: 'en-US', timeZone: 'America/New_York' });
  assert.equal(formatTime(quarterPastTwo).replaceAll(/\s/g, ' '), '2:15 pm');
  assert.equal(formatClock(quarterPastTwo), '2:15');
  setLocale({ language: 'es', region: 'es-ES', timeZone: 'America/New_York' });
  assert.equal(formatTime(quarterPastTwo), '14:15');
});

test('a time never breaks across two lines, so that nobody reads “pm” as the beginning of something', () => {
  for (const language of languages) {
    setLocale({ language, region: `${language}-US`, timeZone: 'America/New_York' });
    assert.doesNotMatch(formatTime(quarterPastTwo), /[^\S\u00a0]/);
    assert.match(formatTime(quarterPastTwo), /\u00a0p/);
  }
});

test('a day is said in the reader’s way and in the zone the words are about', () => {
  const lateEvening = Date.UTC(2026, 10, 25, 3, 30);
  setLocale({ language: 'en', region: 'en-US', timeZone: 'America/New_York' });
  assert.equal(formatDate(lateEvening), 'Tuesday, November 24');
  setLocale({ language: 'es', region: 'es-US', timeZone: 'America/New_York' });
  assert.equal(asSentence(formatDate(lateEvening)), 'Martes, 24 de noviembre');
  assert.equal(formatDate(lateEvening, 'day'), 'mar, 24 de nov');
  assert.equal(formatDate(lateEvening, 'whole'), 'martes, 24 de noviembre de 2026');
  assert.equal(formatLocalDate('1987-03-14', 'long'), '14 de marzo de 1987');
  setLocale({ language: 'en', region: 'en-US', timeZone: 'America/New_York' });
  assert.equal(formatLocalDate('1987-03-14'), 'Mar 14, 1987');
});

test('a number is written as its region writes it, also after another region was shown', () => {
  setLocale({ language: 'en', region: 'en-US' });
  assert.equal(formatNumber(12_345.5), '12,345.5');
  assert.equal(formatNumber(0.4, { style: 'percent' }), '40%');
  setLocale({ language: 'es', region: 'es-ES' });
  assert.equal(formatNumber(12_345.5), '12.345,5');
  setLocale({ language: 'en', region: 'en-US' });
  assert.equal(formatNumber(12_345.5), '12,345.5');
  assert.equal(formatNumber(0.4), '0.4');
});

test('a countdown shows what is left and, once passed, by how much', () => {
  assert.equal(formatCountdown(410_000), '6:50');
  assert.equal(formatCountdown(0), '0:00');
  assert.equal(formatCountdown(-190_000), '−3:10');
  assert.equal(formatCountdown(3_730_000), '1:02:10');
});

test('an age is said in the largest words that stay honest', () => {
  setLocale({ language: 'en', region: 'en-US' });
  assert.equal(formatSpan(4_000), '4 s');
  assert.equal(formatSpan(240_000), '4 min');
  assert.equal(formatSpan(3_600_000), '1 h');
  assert.equal(formatSpan(81 * 60_000), '1 h 21 min');
  assert.equal(formatSpan(3 * 86_400_000), '3 days');
});

test('a device that speaks neither language is met in English', () => {
  assert.equal(preferredLanguage(['fr-FR', 'es-MX', 'en-US']), 'es');
  assert.equal(preferredLanguage(['fr-FR']), 'en');
  assert.equal(preferredRegion('es', ['en-US', 'es-MX']), 'es-MX');
  assert.equal(preferredRegion('es', ['en-US']), 'es-US');
});

test('no two states of a gate line share a word, in either language', () => {
  for (const words of [en, es] as const) {
    const catalog: Readonly<Record<string, string>> = words;
    const said = lineNames.map((name) => catalog[`kit.state.${name}`]);
    assert.ok(said.every((word) => word !== undefined));
    assert.equal(new Set(said).size, lineNames.length);
  }
});

test('an app adds its own words in both languages at once', () => {
  extendCatalog({
    en: { 'test.hello': 'Good evening, {name}' },
    es: { 'test.hello': 'Buenas noches, {name}' },
  });
  setLocale({ language: 'es', region: 'es-US' });
  assert.equal(t('test.hello', { name: 'Ana' }), 'Buenas noches, Ana');
  setLocale({ language: 'en', region: 'en-US' });
  assert.equal(t('test.hello', { name: 'Ana' }), 'Good evening, Ana');
});
