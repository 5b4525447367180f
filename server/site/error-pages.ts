// When there is no page, or it could not be made: what happened, what is still true, and where to go.

import { html } from 'hono/html';
import type { Language } from '#content/language.ts';
import { errorPages } from '#content/pages/clinic-pages.ts';
import { sitePlaces } from '#content/pages/site-words.ts';
import type { SiteContext } from './context.ts';
import { layout, pathIn } from './layout.ts';
import type { Html } from './markup.ts';
import { pageHead } from './reading-page.ts';

export type SiteError = keyof typeof errorPages;

/** Where there is no page, its address still says in which language the reader came. */
export function languageOfPath(path: string): Language {
  return path === '/es' || path.startsWith('/es/') ? 'es' : 'en';
}

export function errorPage(ctx: SiteContext, error: SiteError): Html {
  const { clinic, language } = ctx;
  const words = errorPages[error][language];
  const suggested = sitePlaces.filter((place) => ['/first-session', '/risks', '/ask'].includes(place.path));
  return layout(
    ctx,
    { path: '', title: words.title, description: words.lead, unlisted: true },
    html`<div class="wide">
${pageHead(
  words.title,
  words.lead,
  html`<p><a href="tel:${clinic.phone.replace(/\s/g, '')}">${clinic.phone}</a></p>
<ul class="plain-list">${suggested.map((place) => html`<li><a href="${pathIn(ctx, place.path)}">${place.name[language]}</a></li>`)}</ul>`,
)}
</div>`,
  );
}
