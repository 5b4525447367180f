// The record as one page: every part with when, who and what, in the reader's language and clock. It needs nothing but a
// browser, asks nothing of any network, and prints in black on white.

import { html } from 'hono/html';
import type { OwnWords } from '#api/own-words.ts';
import { instrumentById } from '#clinical/instruments/instruments.ts';
import { healthCondition } from '#clinical/screening/conditions.ts';
import { historyQuestionsInSpanish } from '#content/health-questions.ts';
import type { Language, Words } from '#content/language.ts';
import type { Exported } from './exported.ts';
import { isList, type Row, type Value } from './gather.ts';
import { labels } from './labels.ts';
import { leftOut } from './parts.ts';

const words = {
  title: { en: 'My whole record', es: 'Toda mi historia' },
  made: { en: 'Made {when} by {clinic}, {phone}', es: 'Hecho {when} por {clinic}, {phone}' },
  whose: { en: 'Whose it is', es: 'De quién es' },
  inside: { en: 'What is inside', es: 'Qué hay aquí' },
  none: { en: 'Nothing is written here.', es: 'Aquí no hay nada escrito.' },
  ownWords: { en: 'Your own words', es: 'Sus propias palabras' },
  ownWordsNote: {
    en: 'Only you could open these. Think before you hand this page on.',
    es: 'Solo usted podía abrirlas. Piénselo antes de dar esta página.',
  },
  closed: { en: 'A letter that is still closed', es: 'Una carta todavía cerrada' },
  looked: { en: 'Who looked', es: 'Quién miró' },
  leftOut: { en: 'What is not here, and why', es: 'Qué no está aquí, y por qué' },
  born: { en: 'Born', es: 'Nacimiento' },
  name: { en: 'Name', es: 'Nombre' },
  reach: { en: 'How to reach you', es: 'Cómo contactarle' },
  notWritten: { en: 'not written down', es: 'no está escrito' },
  yes: { en: 'yes', es: 'sí' },
  no: { en: 'no', es: 'no' },
  you: { en: 'You', es: 'Usted' },
} as const satisfies Readonly<Record<string, Words>>;

const style = `
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1.25rem 4rem; font: 1.0625rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.15; } h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
article { border-top: 1px solid #7C98A2; padding: .6rem 0; break-inside: avoid; }
.when { margin: 0; font-weight: 600; } dl { margin: .2rem 0 0; } dl div { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr; gap: 0 1rem; }
dt { opacity: .8; } dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
.words { font: 1.15rem/1.6 Georgia, serif; white-space: pre-line; }
@media (max-width: 30rem) { dl div { grid-template-columns: 1fr; } }
@media print { body { font-size: 12pt; max-width: none; padding: 0; } a { color: inherit; } @page { margin: 16mm; } }`;

export function recordPage(exported: Exported): string {
  const { person, clinic, language, zone, madeAt, gathered, ownWords, looked } = exported;
  const say = (both: Words): string => both[language];
  const when = momentsIn(language, zone);
  const section = (id: string, heading: string, count: number, inside: unknown) =>
    html`<section><h2 id="${id}">${heading} (${count})</h2>${count === 0 ? html`<p>${say(words.none)}</p>` : inside}</section>`;
  const sections = [
    ...gathered.map(({ part, rows }) => ({
      id: part.table,
      heading: say(part.heading),
      count: rows.length,
      inside: rows.map(
        (row) =>
          html`<article><p class="when">${head(row, when)}</p>${pairs(linesOf(row, exported))}</article>`,
      ),
    })),
    {
      id: 'own-words',
      heading: say(words.ownWords),
      count: ownWords.length,
      inside: [
        html`<p>${say(words.ownWordsNote)}</p>`,
        ...ownWords.map(
          (one) =>
            html`<article><p class="when">${when(one.writtenAt)}, ${label(one.kind, language)}</p><p class="words">${one.text === undefined ? say(words.closed) : everythingIn(one)}</p></article>`,
        ),
      ],
    },
    {
      id: 'looked',
      heading: say(words.looked),
      count: looked.length,
      inside: looked.map(
        (one) =>
          html`<article><p class="when">${when(one.at)}, ${one.role === 'patient' ? say(words.you) : one.role === 'system' ? one.who : `${one.who}, ${label(one.role, language)}`}</p><p>${one.action}</p></article>`,
      ),
    },
  ];
  const made = say(words.made)
    .replace('{when}', when(madeAt))
    .replace('{clinic}', clinic.name)
    .replace('{phone}', clinic.phone);
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${say(words.title)}, ${person.givenName} ${person.familyName}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${say(words.title)}</h1>
<p>${made}</p>
<section><h2>${say(words.whose)}</h2>${pairs([
    [say(words.name), `${person.givenName} ${person.familyName}`],
    [say(words.born), person.birthDate ?? say(words.notWritten)],
    [
      say(words.reach),
      [person.phone, person.email, person.address].filter((each) => each !== undefined).join('\n') ||
        say(words.notWritten),
    ],
  ])}</section>
<nav aria-label="${say(words.inside)}"><h2>${say(words.inside)}</h2><ul>${sections.map(
    ({ id, heading, count }) => html`<li><a href="#${id}">${heading}</a> (${count})</li>`,
  )}</ul></nav>
${sections.map(({ id, heading, count, inside }) => section(id, heading, count, inside))}
<section><h2>${say(words.leftOut)}</h2><ul>${Object.values(leftOut).map((why) => html`<li>${say(why)}</li>`)}</ul></section>
</main>
</body>
</html>`;
  return String(page);
}

/** The same lines as plain text, for a reader that is a program. */
export function linesAsText(row: Row, exported: Exported): string {
  return linesOf(row, exported)
    .map(([name, said]) => `${name}: ${said}`)
    .join('\n');
}

type Line = readonly [label: string, value: string];

function pairs(lines: readonly Line[]) {
  return html`<dl>${lines.map(([name, said]) => html`<div><dt>${name}</dt><dd>${said}</dd></div>`)}</dl>`;
}

function head({ at, by }: Row, when: (at: number) => string): string {
  return [at === undefined ? undefined : when(at), by].filter((each) => each !== undefined).join(', ');
}

function momentsIn(language: Language, zone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: zone });
  return (at) => format.format(at);
}

function linesOf({ values }: Row, { language, zone }: Exported): readonly Line[] {
  const when = momentsIn(language, zone);
  const instrument =
    typeof values['instrument'] === 'string' ? instrumentById(values['instrument']) : undefined;
  const nameOf = (name: string): string =>
    instrument?.items.find((item) => item.id === name)?.text ?? label(name, language);
  return Object.entries(values).flatMap(([name, value]) => flat(name, value));

  function flat(name: string, value: Value): readonly Line[] {
    if (isList(value)) {
      const simple = value.every((each) => typeof each !== 'object' || each === null);
      if (simple)
        return value.length === 0 ? [] : [[nameOf(name), value.map((each) => said(name, each)).join('\n')]];
      return value.flatMap((each) => flat(name, each));
    }
    if (typeof value === 'object' && value !== null)
      return Object.entries(value).flatMap(([inner, inside]) => flat(inner, inside));
    return value === null || value === '' ? [] : [[nameOf(name), said(name, value)]];
  }

  function said(name: string, value: Value): string {
    if (typeof value === 'boolean') return words[value ? 'yes' : 'no'][language];
    if (typeof value === 'number') {
      if (/(At|^at|^resolved)$/.test(name) && value > 1e11) return when(value);
      return instrument === undefined ? String(value) : chosen(name, value);
    }
    if (typeof value !== 'string') return '';
    if (/^\d{4}-\d\d-\d\dT\d\d:/.test(value)) return when(Date.parse(value));
    if (name === 'key') return questionOf(value, language) ?? label(value, language);
    return name === 'type' || isCode(value) ? label(value, language) : value;
  }

  function chosen(item: string, value: number): string {
    const asked = instrument?.items.find((each) => each.id === item);
    const option = (asked?.options ?? instrument?.options)?.find((each) => each.value === value);
    return asked === undefined || option === undefined ? String(value) : `${option.text} (${value})`;
  }
}

function questionOf(key: string, language: Language): string | undefined {
  return language === 'es'
    ? (historyQuestionsInSpanish[key] ?? healthCondition(key)?.question)
    : healthCondition(key)?.question;
}

/** One of our own short names and no one's words: small letters with hyphens. */
function isCode(value: string): boolean {
  return /^[a-z]+(-[a-z0-9]+)*$/.test(value);
}

/** The name of a field or of a choice as a person reads it; one without words of its own is shown as it is called. */
export function label(name: string, language: Language): string {
  const known = labels[name];
  if (known !== undefined) return known[language];
  const plain = name
    .replaceAll(/[_-]/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Every part of an entry, in the order it was asked; what hangs on it stays in the app, where it can be copied. */
function everythingIn({ name, text, seen, felt, thought, themes, dueOn, review }: OwnWords): string {
  return [name, text, seen, felt, thought, themes?.join(', '), dueOn, review?.words]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n');
}
