// "I need help" on a page that is no app: the numbers of this clinic and its place stand in the page itself, folded, in both
// languages. It needs no script and no network; the page's stylesheet (web/kit/help-part.css) shows the language it is in.

import { html } from 'hono/html';
import type { OnCall } from '#api/me.ts';
import { openingHoursIn } from '#api/opening-hours.ts';
import { quietName } from '#api/outside-name.ts';
import { type CrisisLine, crisisPlace } from '#clinical/risk/crisis-lines.ts';
import { fill, type Language, type Words } from '#content/language.ts';
import { siteWords } from '#content/pages/site-words.ts';
import { type Html, nothing } from './markup.ts';

export type ClinicToCall = {
  readonly name: string;
  readonly phone: string;
  readonly openingHours: string;
  readonly crisisPlace: string;
  readonly settings: { readonly onCall?: OnCall; readonly openingHoursEs?: string };
};

const languages: readonly Language[] = ['en', 'es'];

export function withHelpPart(page: string, clinic: ClinicToCall): string {
  return page.replace('</body>', () => `${helpPart(clinic)}</body>`);
}

export function helpPart(clinic: ClinicToCall): Html {
  return html`<footer class="help-part"><details>
<summary>${languages.map((language) => html`<span lang="${language}">${siteWords.needHelp[language]}</span>`)}</summary>
${languages.map(
  (language) =>
    html`<div lang="${language}">${linesHere(clinic.crisisPlace, language)}${theClinic(clinic, language)}</div>`,
)}
</details></footer>`;
}

function linesHere(country: string, language: Language): Html {
  const say = (words: Words) => words[language];
  const place = crisisPlace(country);
  if (place === undefined)
    return html`<p>${say(siteWords.emergencyElsewhere)} ${say(siteWords.noLineKnown)}</p>`;
  const { number } = place.emergency;
  const name = new Intl.DisplayNames([language], { type: 'region' }).of(place.country) ?? place.country;
  return html`<p>${fill(say(siteWords.numbersOf), { place: name })}</p>
<p>${fill(say(siteWords.lifeInDanger), { number })}</p>
<p>${link('tel', number, language)}</p>
${place.lines.length === 0 ? html`<p>${say(siteWords.noLineKnown)}</p>` : nothing}
${place.lines.map(
  (line) => html`<p>${line.name}. ${noteOf(line, language)}</p>
<p>${line.ways.map((way) => link(way === 'call' ? 'tel' : 'sms', line.number, language))}</p>`,
)}`;
}

function noteOf(line: CrisisLine, language: Language): string {
  return language === 'es' && line.spanishKey !== undefined
    ? `${fill(siteWords.lineInSpanish.es, { key: line.spanishKey })}.`
    : (line.note?.[language] ?? '');
}

/** A page that is kept on a phone stands there before anyone is known: a name that says too much is left out. */
function theClinic({ name, phone, openingHours, settings }: ClinicToCall, language: Language): Html {
  const { onCall, openingHoursEs } = settings;
  const hours = openingHoursIn(language, { openingHours, openingHoursEs });
  const quiet = quietName(name);
  return html`<p>${quiet === undefined ? nothing : `${quiet}. `}${fill(siteWords.someoneAnswers[language], { hours })}</p>
<p>${link('tel', phone, language)}</p>
${onCall === undefined ? nothing : html`<p>${onCall[language]}</p><p>${link('tel', onCall.phone, language)}</p>`}`;
}

function link(way: 'tel' | 'sms', number: string, language: Language): Html {
  const words = siteWords[way === 'tel' ? 'callNumber' : 'textNumber'][language];
  const dialled = number.replaceAll(/[^\d+]/g, '');
  return html`<a href="${way}:${dialled}">${fill(words, { number })}</a> `;
}
