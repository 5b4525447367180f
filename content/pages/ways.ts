// The four ways as pages that are all words, for the phone: side by side, and the day of each. The public pages draw the same
// words with the clinic's own hours; here they stand with the example's, and say so.

import { firstReading, notYetApproved } from '#content/claims.ts';
import { fill, type Language } from '#content/language.ts';
import type { Page, Section } from '#content/page.ts';
import {
  clockText,
  exampleRouteDayFigures,
  placeSteps,
  type RouteId,
  routeDays,
  routeIds,
  sourcesOfTimes,
} from '#content/route-days.ts';
import { routesPage } from './clinic-pages.ts';
import { approvalClaims, firstSession, firstSessionRisks } from './first-session.ts';

const review = { reviewer: notYetApproved, ...firstReading };

const root = { en: '', es: '/es' } as const satisfies Record<Language, string>;

/** The day first, as on the way to a first visit. */
export function waysPages(language: Language): readonly Page[] {
  return [dayPage(language), comparison(language)];
}

function dayPage(language: Language): Page {
  return {
    path: `${root[language]}/first-session`,
    title: firstSession.title[language],
    lead: firstSession.onThePhone[language],
    review,
    sections: [
      ...routeIds.map((route) => dayOf(route, language)),
      {
        id: 'approved',
        heading: firstSession.approvedHeading[language],
        blocks: [{ kind: 'claims', ids: approvalClaims }],
      },
      {
        id: 'wrong',
        heading: firstSession.wrongHeading[language],
        blocks: [{ kind: 'claims', ids: firstSessionRisks }],
      },
    ],
  };
}

function dayOf(route: RouteId, language: Language): Section {
  const figures = exampleRouteDayFigures.routes[route];
  const { doseMinutes, checkEveryMinutes } = figures;
  const sources = sourcesOfTimes(figures, language).join('; ');
  return {
    id: route,
    heading: routeDays[route].heading[language],
    blocks: [
      { kind: 'text', text: routeDays[route].summary[language] },
      {
        kind: 'steps',
        items: placeSteps(route, exampleRouteDayFigures).map(
          ({ minuteOfDay, title, text, claimIds = [] }) => ({
            title: `${minuteOfDay === null ? firstSession.tonight[language] : clockText(minuteOfDay)}: ${title[language]}`,
            text: [
              fill(text[language], { doseMinutes, checkEveryMinutes }),
              ...claimIds.map((id) => `{{${id}}}`),
            ].join(' '),
          }),
        ),
      },
      { kind: 'text', text: fill(firstSession.timesFrom[language], { sources }) },
    ],
  };
}

function comparison(language: Language): Page {
  const { title, lead, caption, head, rows, compareHeading, chooseHeading, choices } = routesPage[language];
  return {
    path: `${root[language]}/routes`,
    title,
    lead,
    review,
    sections: [
      { id: 'compare', heading: compareHeading, blocks: [{ kind: 'table', caption, head, rows }] },
      { id: 'choose', heading: chooseHeading, blocks: [{ kind: 'pairs', items: choices }] },
    ],
  };
}
