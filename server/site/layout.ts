// The frame of every public page: one header, one foot, the crisis line always in the same place, no script.

import { html } from 'hono/html';
import { type CrisisLine, crisisPlace } from '#clinical/risk/crisis-lines.ts';
import { isBeingReadAgain } from '#content/claims.ts';
import { fill, type Language } from '#content/language.ts';
import type { Review } from '#content/page.ts';
import { sitePlaces, siteWords } from '#content/pages/site-words.ts';
import { type SiteContext, todayAt } from './context.ts';
import { dayText } from './dates.ts';
import { type Html, nothing } from './markup.ts';

export type Frame = {
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** Where the same page lives in the other language, when it does. */
  readonly otherLanguagePath?: string | undefined;
  /** The last thing on the page, edge to edge. */
  readonly deep?: Html | undefined;
  /** An answer to one person: kept out of search engines. */
  readonly unlisted?: boolean | undefined;
};

export function layout(ctx: SiteContext, frame: Frame, main: Html): Html {
  const { language, clinic, assets } = ctx;
  const say = (key: keyof typeof siteWords) => siteWords[key][language];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${frame.title} · ${clinic.name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${frame.description}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#f1f5f5">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0a161b">
${frame.unlisted ? html`<meta name="robots" content="noindex">` : nothing}
${assets.icon ? html`<link rel="icon" href="${assets.icon}">` : nothing}
${assets.fonts.map((font) => html`<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin>`)}
${assets.stylesheets.map((sheet) => html`<link rel="stylesheet" href="${sheet}">`)}
</head>
<body class="site">
<a class="skip" href="#text">${say('skip')}</a>
<header class="bar">
${clinic.isExample ? html`<p class="example-strip">${say('exampleClinic')}</p>` : nothing}
<div class="wide bar-row">
<a class="clinic-name" href="${pathIn(ctx, '/')}">${logo}<span>${clinic.name}</span></a>
<nav class="bar-places" aria-label="${language === 'es' ? 'Lugares principales' : 'Main places'}">
<ul>${sitePlaces.filter((place) => place.inBar).map((place) => barLink(place, frame.path, language))}</ul>
</nav>
<p class="bar-side">
<a class="bar-all" href="#pages">${say('pages')}</a>
${languageLink(frame, language)}
</p>
</div>
</header>
<main id="text" tabindex="-1">
${main}
</main>
${frame.deep ?? nothing}
<footer class="foot">
<div class="wide foot-grid">
${crisis(ctx)}
<nav id="pages" class="foot-places" aria-label="${say('allPages')}">
<h2>${say('allPages')}</h2>
<ul>${sitePlaces.map((place) => barLink(place, frame.path, language))}</ul>
</nav>
<div class="foot-clinic">
<p><strong>${clinic.name}</strong></p>
<p>${clinic.addressLines.map((line) => html`${line}<br>`)}<a href="tel:${clinic.phone.replace(/\s/g, '')}">${clinic.phone}</a></p>
<p>${say('noTracking')}</p>
<p class="only-on-paper">${fill(say('printedFrom'), { name: clinic.name })}, ${dayText(todayAt(ctx), language)}</p>
</div>
</div>
</footer>
</body>
</html>`;
}

// Two posts and a slack line.
const logo = html`<svg class="logo" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
<path d="M5 4v16M19 4v16M5 9c3 6 11 6 14 0" fill="none" stroke="currentColor" stroke-width="3.4" stroke-linecap="round"/></svg>`;

type Place = (typeof sitePlaces)[number];

function addressOf(place: Place, language: Language): string {
  return language === 'es' ? place.es : place.path;
}

function isHere(place: Place, path: string): boolean {
  return path === place.path || path === place.es;
}

function barLink(place: Place, path: string, language: Language): Html {
  return html`<li><a href="${addressOf(place, language)}"${current(isHere(place, path))}>${place.name[language]}</a></li>`;
}

/** The same place in the reader's language. */
export function pathIn(ctx: Pick<SiteContext, 'language'>, path: string): string {
  const place = sitePlaces.find((each) => each.path === path);
  return place === undefined ? path : addressOf(place, ctx.language);
}

export function current(here: boolean): Html {
  return here ? html` aria-current="page"` : nothing;
}

function languageLink(frame: Frame, language: Language): Html {
  const other: Language = language === 'es' ? 'en' : 'es';
  const place = sitePlaces.find((each) => isHere(each, frame.path));
  const href =
    frame.otherLanguagePath ??
    (place === undefined ? (other === 'es' ? '/es' : '/') : addressOf(place, other));
  return html`<a href="${href}" lang="${other}" hreflang="${other}">${siteWords.otherLanguage[language]}</a>`;
}

export function crisisSentence({ language, clinic }: SiteContext): Html {
  const place = crisisPlace(clinic.country);
  if (place === undefined) return html`<strong>${siteWords.emergencyElsewhere[language]}</strong>`;
  const [line] = place.lines;
  const danger = fill(siteWords.lifeInDanger[language], { number: place.emergency.number });
  return line === undefined
    ? html`<strong>${danger}</strong>`
    : html`<strong>${lineSentence(line, language)}</strong> ${danger}`;
}

function lineSentence(line: CrisisLine, language: Language): Html {
  const how = line.ways.includes('text') ? siteWords.lineToCallOrText : siteWords.lineToCall;
  const [before, after] = how[language].split('{number}');
  const more = [
    line.isAlwaysOpen && siteWords.lineAlwaysOpen[language],
    line.spanishKey !== undefined &&
      fill(siteWords.lineInSpanish[language], { key: String(line.spanishKey) }),
  ].filter((words) => typeof words === 'string');
  const dialled = line.number.replaceAll(/\D/g, '');
  return html`${line.name}: ${before}<a href="tel:${dialled}">${line.number}</a>${[after, ...more].join(', ')}.`;
}

function crisis(ctx: SiteContext): Html {
  const { language } = ctx;
  return html`<section class="crisis" aria-labelledby="danger-now">
<h2 id="danger-now">${siteWords.dangerHeading[language]}</h2>
<p>${siteWords.danger[language]} ${crisisSentence(ctx)}</p>
</section>`;
}

/** Who wrote and who approved, when the sources were read, and a hatch once that is too long ago. */
export function reviewLine(ctx: SiteContext, review: Review): Html {
  const { language } = ctx;
  const who =
    review.reviewer.kind === 'example'
      ? siteWords.exampleText[language]
      : fill(siteWords.approvedBy[language], {
          name: review.reviewer.name,
          role: review.reviewer.role[language],
          date: dayText(review.reviewer.approvedOn, language),
        });
  const read = fill(siteWords.sourcesRead[language], { date: dayText(review.checkedOn, language) });
  const again = fill(siteWords.readAgainBy[language], { date: dayText(review.reviewBy, language) });
  return html`<p class="review">${who} ${read} ${again}</p>${
    isBeingReadAgain(review.reviewBy, todayAt(ctx)) ? readAgainMark(language) : nothing
  }`;
}

/** The same words in the patients’ app, open to anyone: it has a voice, and keeps them where there is no network. */
export function listenLink({ language }: Pick<SiteContext, 'language'>, name: string): Html {
  return html`<p><a href="/app/learn/${name}?lang=${language}">${siteWords.listen[language]}</a></p>`;
}

export function readAgainMark(language: Language): Html {
  return html`<p class="read-again"><span class="hatch-amber hatch-mark" aria-hidden="true"></span>${siteWords.beingReadAgain[language]}</p>`;
}
