// Pages made of a clinic's own facts: the four ways, prices, people, place. A fact the clinic has not given is said to
// be missing.

import { html } from 'hono/html';
import { type ClaimId, claims, firstReading, isClaimId, notYetApproved } from '#content/claims.ts';
import { fill } from '#content/language.ts';
import { claimNamesInText } from '#content/page.ts';
import * as words from '#content/pages/clinic-pages.ts';
import { siteWords } from '#content/pages/site-words.ts';
import { askPath } from './ask-page.ts';
import { claimList } from './claim-list.ts';
import { type OpenHours, type SiteContext, todayAt } from './context.ts';
import { dayText, hourText, weekdayName, weekdayText } from './dates.ts';
import { fourWays } from './first-session-page.ts';
import { layout, listenLink, pathIn, reviewLine } from './layout.ts';
import { type Html, inline, nothing, numberClaims } from './markup.ts';
import { citedRoots, pageHead, table } from './reading-page.ts';

const review = { reviewer: notYetApproved, ...firstReading };
const weekdays = [1, 2, 3, 4, 5, 6, 0];

export function routesPage(ctx: SiteContext): Html {
  const routeWords = words.routesPage[ctx.language];
  const texts = [...routeWords.rows.flat(), ...routeWords.choices.map((choice) => choice.text)];
  const cited = [...new Set(texts.flatMap(claimNamesInText))].filter(isClaimId);
  const numbers = numberClaims(cited, ctx.language);
  return layout(
    ctx,
    { path: pathIn(ctx, '/routes'), title: routeWords.title, description: routeWords.lead },
    html`<div class="wide">
${pageHead(routeWords.title, routeWords.lead, [reviewLine(ctx, review), listenLink(ctx, 'routes')])}
<section class="section four-ways" aria-labelledby="hours"><h2 id="hours">${routeWords.hoursHeading}</h2>${fourWays(ctx)}</section>
<section class="section" aria-labelledby="compare"><h2 id="compare">${routeWords.compareHeading}</h2>
${table(
  routeWords.caption,
  routeWords.head,
  routeWords.rows.map((row) => row.map((cell) => inline(cell, numbers))),
)}</section>
<div class="with-aside">
<section aria-labelledby="choose"><h2 id="choose">${routeWords.chooseHeading}</h2>
<dl class="pairs">${routeWords.choices.map((choice) => html`<div><dt>${choice.term}</dt><dd>${inline(choice.text, numbers)}</dd></div>`)}</dl></section>
${citedRoots(ctx, cited, numbers)}
</div>
</div>`,
  );
}

export function costsPage(ctx: SiteContext): Html {
  const { clinic, language } = ctx;
  const costWords = words.costsPage[language];
  const cited: readonly ClaimId[] = ['off-label'];
  const numbers = numberClaims(cited, ctx.language);
  const dollars = (range: { readonly low: number; readonly high: number }) =>
    fill(costWords.range, { low: `$${group(range.low)}`, high: `$${group(range.high)}` });
  return layout(
    ctx,
    { path: pathIn(ctx, '/costs'), title: costWords.title, description: costWords.lead },
    html`<div class="wide">
${pageHead(costWords.title, costWords.lead, reviewLine(ctx, review))}
<section class="section" aria-labelledby="prices"><h2 id="prices">${costWords.caption}</h2>
${
  clinic.costs === null || clinic.costs.ranges.length === 0
    ? html`<p>${costWords.none} <a href="${askPath(language)}">${siteWords.askUs[language]}</a></p>`
    : html`${clinic.isExample ? html`<p class="made-up"><span class="hatch-amber hatch-mark" aria-hidden="true"></span>${costWords.example}</p>` : nothing}
${table(
  costWords.caption,
  costWords.head,
  clinic.costs.ranges.map((row) => [
    row.what[language],
    html`<span class="amount">${dollars(row.visitDollars)}</span>`,
    html`<strong class="amount">${dollars(row.seriesDollars)}</strong>`,
    row.includes[language],
  ]),
)}
<p class="quiet">${fill(costWords.asOf, { date: dayText(clinic.costs.asOf, language) })}</p>`
}</section>
<div class="with-aside">
<div>
<section class="section" aria-labelledby="insurance"><h2 id="insurance">${costWords.insuranceHeading}</h2>${costWords.insurance.map((text) => html`<p>${inline(text, numbers)}</p>`)}</section>
<section class="section" aria-labelledby="also"><h2 id="also">${costWords.alsoHeading}</h2><ul class="plain-list">${costWords.also.map((text) => html`<li>${text}</li>`)}</ul></section>
<section class="section" aria-labelledby="stop"><h2 id="stop">${costWords.stopHeading}</h2><p>${costWords.stop}</p></section>
</div>
${citedRoots(ctx, cited, numbers)}
</div>
</div>`,
  );
}

function group(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, ',');
}

export function teamPage(ctx: SiteContext): Html {
  const { clinic, language } = ctx;
  const teamWords = words.teamPage[language];
  return layout(
    ctx,
    { path: pathIn(ctx, '/team'), title: teamWords.title, description: teamWords.lead },
    html`<div class="wide">
${pageHead(teamWords.title, teamWords.lead, nothing)}
${
  clinic.team.length === 0
    ? html`<p>${teamWords.none} <a href="${askPath(language)}">${siteWords.askUs[language]}</a></p>`
    : html`<ul class="team">${clinic.team.map(
        (person) => html`<li class="person"><h2>${person.name}</h2>
<p class="role">${person.role[language]} · ${person.credentials}</p>
<p>${person.about[language]}</p>
<dl class="way-facts"><div><dt>${teamWords.licence}</dt><dd>${person.licensedIn.join(', ')}</dd></div><div><dt>${teamWords.languages}</dt><dd>${person.speaks.join(', ')}</dd></div></dl></li>`,
      )}</ul>`
}
<section class="section column" aria-labelledby="room"><h2 id="room">${teamWords.roomHeading}</h2><p>${teamWords.room}</p></section>
</div>`,
  );
}

export function locationPage(ctx: SiteContext): Html {
  const { clinic, language } = ctx;
  const placeWords = words.locationPage[language];
  return layout(
    ctx,
    { path: pathIn(ctx, '/location'), title: placeWords.title, description: placeWords.lead },
    html`<div class="wide">
${pageHead(placeWords.title, placeWords.lead, nothing)}
<div class="place">
<section aria-labelledby="address"><h2 id="address">${placeWords.addressHeading}</h2><address>${clinic.name}<br>${clinic.addressLines.map((line) => html`${line}<br>`)}</address>
<h2>${placeWords.phoneHeading}</h2><p><a href="tel:${clinic.phone.replace(/\s/g, '')}">${clinic.phone}</a></p></section>
<section aria-labelledby="open"><h2 id="open">${placeWords.hoursHeading}</h2>${openHours(ctx)}</section>
</div>
<div class="column">
${
  clinic.access.length === 0
    ? nothing
    : html`<section class="section" aria-labelledby="access"><h2 id="access">${placeWords.accessHeading}</h2><ul class="plain-list">${clinic.access.map((line) => html`<li>${line[language]}</li>`)}</ul></section>`
}
${
  clinic.serviceArea[language] === ''
    ? nothing
    : html`<section class="section" aria-labelledby="area"><h2 id="area">${placeWords.areaHeading}</h2><p>${clinic.serviceArea[language]}</p></section>`
}
</div>
</div>`,
  );
}

/** A clinic that gave no hours day by day is not said to be closed: its own words stand there. */
function openHours(ctx: SiteContext): Html {
  const { hours, hoursInWords } = ctx.clinic;
  if (hours.length === 0 && hoursInWords !== undefined) return html`<p>${hoursInWords}</p>${closedDays(ctx)}`;
  return html`<dl class="way-facts hours-table">${weekdays.map(
    (weekday) =>
      html`<div><dt>${capitalised(weekdayName(weekday, ctx.language))}</dt><dd>${openText(hours, weekday, ctx)}</dd></div>`,
  )}</dl>${closedDays(ctx)}`;
}

/** The days on which the table above does not hold, from today on. */
function closedDays(ctx: SiteContext): Html {
  const ahead = ctx.clinic.closedOn.filter((day) => day >= todayAt(ctx)).toSorted();
  if (ahead.length === 0) return nothing;
  return html`<h3>${words.locationPage[ctx.language].closedDays}</h3><ul class="plain-list">${ahead.map(
    (day) => html`<li>${capitalised(weekdayText(day, ctx.language))}</li>`,
  )}</ul>`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function openText(hours: readonly OpenHours[], weekday: number, ctx: SiteContext): string {
  const spans = hours.filter((span) => span.weekday === weekday);
  const placeWords = words.locationPage[ctx.language];
  if (spans.length === 0) return placeWords.closed;
  return spans
    .map((span) =>
      fill(placeWords.fromTo, {
        from: hourText(span.opensMinuteOfDay, ctx.language),
        to: hourText(span.closesMinuteOfDay, ctx.language),
      }),
    )
    .join(', ');
}

export function wordsAndSourcesPage(ctx: SiteContext): Html {
  const wordsAndSources = words.wordsAndSources[ctx.language];
  const all = Object.keys(claims).filter(isClaimId);
  const numbers = numberClaims(all, ctx.language);
  return layout(
    ctx,
    {
      path: pathIn(ctx, '/words-and-sources'),
      title: wordsAndSources.title,
      description: wordsAndSources.lead,
    },
    html`<div class="wide">
${pageHead(wordsAndSources.title, wordsAndSources.lead, reviewLine(ctx, review))}
<div class="column">
<section class="section" aria-labelledby="how"><h2 id="how">${wordsAndSources.howHeading}</h2><ul class="plain-list">${wordsAndSources.how.map((text) => html`<li>${inline(text, numbers)}</li>`)}</ul></section>
<section class="section" aria-labelledby="meaning"><h2 id="meaning">${wordsAndSources.meaningHeading}</h2><dl class="pairs">${wordsAndSources.meanings.map(
      (meaning) => html`<div><dt>${meaning.term}</dt><dd>${meaning.text}</dd></div>`,
    )}</dl></section>
<section class="section" aria-labelledby="list"><h2 id="list">${wordsAndSources.listHeading}</h2>${claimList(ctx, all, numbers)}</section>
</div>
</div>`,
  );
}
