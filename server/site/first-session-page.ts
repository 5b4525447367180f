// The first session, hour by hour. Each route has its own address, so choosing one needs no script.

import { html } from 'hono/html';
import { claimOf, firstReading, notYetApproved } from '#content/claims.ts';
import { fill, type Language } from '#content/language.ts';
import { approvalClaims, firstSession, firstSessionRisks, shapeClaim } from '#content/pages/first-session.ts';
import { siteWords } from '#content/pages/site-words.ts';
import {
  claimsOfDay,
  clockText,
  placeSteps,
  type RouteId,
  routeDays,
  routeIds,
  sourcesOfTimes,
} from '#content/route-days.ts';
import { askBlock } from './ask-page.ts';
import { claimList } from './claim-list.ts';
import type { SiteContext } from './context.ts';
import { durationText } from './dates.ts';
import { current, layout, listenLink, pathIn, reviewLine } from './layout.ts';
import { type ClaimNumbers, chip, type Html, nothing, numberClaims } from './markup.ts';
import { smallTide, tideCourses, tideDrawing } from './tide-drawing.ts';

export function firstSessionPath(route: RouteId, language: Language): string {
  const base = language === 'es' ? '/es/first-session' : '/first-session';
  return route === 'drip' ? base : `${base}/${route}`;
}

export function firstSessionPage(ctx: SiteContext, route: RouteId): Html {
  const { language, clinic } = ctx;
  const figures = clinic.routeDays;
  const say = (key: keyof typeof firstSession) => firstSession[key][language];
  const cited = [...claimsOfDay(route), shapeClaim, ...approvalClaims];
  const numbers = numberClaims([...cited, ...firstSessionRisks], language);
  const title =
    route === 'drip' ? say('title') : `${say('title')}: ${routeDays[route].name[language].toLowerCase()}`;
  const lead = fill(say('lead'), { roomTime: roomTime(ctx, route) });
  return layout(
    ctx,
    {
      path: firstSessionPath(route, language),
      title,
      description: lead,
      otherLanguagePath: firstSessionPath(route, language === 'es' ? 'en' : 'es'),
      deep: askBlock(ctx),
    },
    html`<div class="wide">
<div class="page-head">
<h1>${say('title')}</h1>
<p class="lead">${lead}</p>
<p class="off-label">${say('offLabel')} <a href="#approved">${say('offLabelLink')}</a></p>
${reviewLine(ctx, { reviewer: notYetApproved, ...firstReading })}
${listenLink(ctx, 'first-session')}
</div>
<nav class="ways" aria-label="${say('routesLabel')}"><ul>${routeIds.map(
      (id) =>
        html`<li><a href="${firstSessionPath(id, language)}#day"${current(id === route)}><span class="way-name">${routeDays[id].name[language]}</span> <span class="way-how">${routeDays[id].how[language]}</span></a></li>`,
    )}</ul></nav>
</div>
<div id="day">${tideDrawing(route, figures, language, chip(shapeClaim, numbers))}</div>
<div class="wide with-aside">
<section class="hours" aria-labelledby="hours">
<h2 id="hours">${routeDays[route].heading[language]}</h2>
${dayLine(ctx, route, numbers)}
<p class="quiet">${fill(say('exampleDay'), { arrival: clockText(figures.arrivalMinuteOfDay), edition: figures.edition[language] })} ${timesFrom(ctx, route)}</p>
</section>
<div class="aside">
<section id="approved" class="card">
<h2>${say('approvedHeading')}</h2>
<ul class="bare">${approvalClaims.map((id) => html`<li>${claimSentence(ctx, id)}${chip(id, numbers)}</li>`)}</ul>
</section>
<section id="wrong">
<h2>${say('wrongHeading')}</h2>
${claimList(ctx, firstSessionRisks, numbers)}
<p><a href="${pathIn(ctx, '/risks')}">${say('moreRisks')}</a></p>
</section>
</div>
</div>
<section class="wide four-ways" aria-labelledby="ways">
<h2 id="ways">${say('waysHeading')}</h2>
${fourWays(ctx)}
</section>
<section class="wide roots" aria-labelledby="roots">
<h2 id="roots">${siteWords.whereFrom[language]}</h2>
${claimList(
  ctx,
  cited.filter((id) => !firstSessionRisks.includes(id)),
  numbers,
)}
</section>`,
  );
}

function claimSentence(ctx: SiteContext, id: (typeof approvalClaims)[number]): string {
  return claimOf(id).statement[ctx.language];
}

function roomTime(ctx: SiteContext, route: RouteId): string {
  return durationText(ctx.clinic.routeDays.routes[route].minutes.home);
}

function timesFrom(ctx: SiteContext, route: RouteId): string {
  const { language, clinic } = ctx;
  const sources = sourcesOfTimes(clinic.routeDays.routes[route], language).join('; ');
  return sources === '' ? '' : fill(firstSession.timesFrom[language], { sources });
}

function dayLine(ctx: SiteContext, route: RouteId, numbers: ClaimNumbers): Html {
  const { language, clinic } = ctx;
  const { doseMinutes, checkEveryMinutes } = clinic.routeDays.routes[route];
  return html`<ol class="day-line">${placeSteps(route, clinic.routeDays).map(
    (step) => html`<li${step.underEffect ? html` class="under-effect"` : nothing}>
<p class="hour">${step.minuteOfDay === null ? firstSession.tonight[language] : clockText(step.minuteOfDay)}</p>
<h3>${step.title[language]}</h3>
<p class="telling">${fill(step.text[language], { doseMinutes, checkEveryMinutes })}${step.claimIds?.map((id) => chip(id, numbers))}</p>
</li>`,
  )}</ol>`;
}

/** The four ways, two by two on a phone, so that none hides. */
export function fourWays(ctx: SiteContext): Html {
  const { language, clinic } = ctx;
  const say = (key: keyof typeof firstSession) => firstSession[key][language];
  return html`${tideCourses(clinic.routeDays)}<div class="ways-grid">${routeIds.map((id) => {
    const day = routeDays[id];
    const figures = clinic.routeDays.routes[id];
    const { doseMinutes } = figures;
    return html`<article class="way">
<h3>${day.name[language]}</h3>
${smallTide(id, language)}
<dl class="way-facts">
<div><dt>${say('starts')}</dt><dd>${fill(say('minuteRange'), figures.startsAfterMinutes)}</dd></div>
<div><dt>${say('strongest')}</dt><dd>${fill(say('minuteRange'), figures.strongestMinutes)}</dd></div>
<div><dt>${say('inRoom')}</dt><dd>${fill(say('about'), { time: roomTime(ctx, id) })}</dd></div>
</dl>
<p>${day.summary[language]}</p>
<ol class="short-line">${placeSteps(id, clinic.routeDays).map((step) =>
      step.short && step.minuteOfDay !== null
        ? html`<li><span class="hour">${clockText(step.minuteOfDay)}</span> <span>${fill(step.short[language], { doseMinutes })}</span></li>`
        : nothing,
    )}</ol>
<p class="quiet">${timesFrom(ctx, id)}</p>
<p><a href="${firstSessionPath(id, language)}#day">${fill(say('wholeDay'), { route: day.name[language].toLowerCase() })}</a></p>
</article>`;
  })}</div>
<p class="quiet">${say('waysFoot')}</p>`;
}
