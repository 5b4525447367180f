// The public site, for anyone curious: read without an account, without a script, without being counted. This door
// lists every page and how to draw it; whoever mounts it supplies the clinic's facts and keeps what people ask.

import type { Language } from '#content/language.ts';
import { spanishPages } from '#content/pages/es/index.ts';
import { readingPages } from '#content/pages/index.ts';
import { routeIds } from '#content/route-days.ts';
import { askPage, askPath } from './ask-page.ts';
import { costsPage, locationPage, routesPage, teamPage, wordsAndSourcesPage } from './clinic-pages.ts';
import type { SiteContext } from './context.ts';
import { firstSessionPage, firstSessionPath } from './first-session-page.ts';
import { homePage } from './home-page.ts';
import { pathIn } from './layout.ts';
import type { Html } from './markup.ts';
import { readingPage } from './reading-page.ts';
import { safetyPage } from './safety-page.ts';
import { storiesPage } from './stories-page.ts';

export { answerByDate } from './answer-by.ts';
export { askPage, askPath, thankYouPage } from './ask-page.ts';
export type {
  CostRange,
  CountedEvents,
  OpenHours,
  SiteAssets,
  SiteClinic,
  SiteContext,
  TeamProfile,
} from './context.ts';
export { errorPage, languageOfPath, type SiteError } from './error-pages.ts';
export { exampleClinic } from './example-clinic.ts';
export { type ClinicToCall, helpPart, withHelpPart } from './help-part.ts';
export { type Inquiry, type ParsedInquiry, parseInquiryForm } from './inquiry-form.ts';

export type SitePage = {
  readonly path: string;
  readonly language: Language;
  /** Carries a form with an id of its own, so it must be made afresh for every reader and not be cached. */
  readonly hasForm: boolean;
  readonly render: (ctx: SiteContext) => Html;
};

const languages: readonly Language[] = ['en', 'es'];

/** Every page that is opened with GET. `render` wants a context whose language is the page's own. */
export const sitePages: readonly SitePage[] = [
  ...both('/', homePage),
  ...languages.flatMap((language) =>
    routeIds.map((route) => ({
      path: firstSessionPath(route, language),
      language,
      hasForm: true,
      render: (ctx: SiteContext) => firstSessionPage(ctx, route),
    })),
  ),
  ...both('/routes', routesPage),
  ...readingPages.map((page) => plain(page.path, 'en', (ctx) => readingPage(ctx, page))),
  ...spanishPages.map((page) => plain(page.path, 'es', (ctx) => readingPage(ctx, page))),
  ...both('/costs', costsPage),
  ...both('/team', teamPage),
  ...both('/location', locationPage),
  ...both('/safety', safetyPage),
  ...both('/stories', storiesPage),
  ...both('/words-and-sources', wordsAndSourcesPage),
  ...languages.map((language) => ({
    path: askPath(language),
    language,
    hasForm: true,
    render: (ctx: SiteContext) => askPage(ctx),
  })),
];

function plain(path: string, language: Language, render: (ctx: SiteContext) => Html): SitePage {
  return { path, language, hasForm: false, render };
}

function both(path: string, render: (ctx: SiteContext) => Html): readonly SitePage[] {
  return languages.map((language) => plain(pathIn({ language }, path), language, render));
}
