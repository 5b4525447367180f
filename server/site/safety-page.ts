// Who watches, with what, what happens if, and the clinic's own count beside how many sessions it is of.

import { html } from 'hono/html';
import { localDateOf } from '#clinical/instant.ts';
import { ratesFromSessions, shownRates, smallestShownCount } from '#clinical/risk/event-rates.ts';
import { firstReading, notYetApproved } from '#content/claims.ts';
import { eventNames } from '#content/event-names.ts';
import { fill } from '#content/language.ts';
import { safetyPage as words } from '#content/pages/safety.ts';
import type { SiteContext } from './context.ts';
import { dayText } from './dates.ts';
import { layout, pathIn, reviewLine } from './layout.ts';
import { type Html, inline, nothing, numberClaims } from './markup.ts';
import { pageHead, table } from './reading-page.ts';

const review = { reviewer: notYetApproved, ...firstReading };

export function safetyPage(ctx: SiteContext): Html {
  const { clinic, language } = ctx;
  const say = words[language];
  const lines = (texts: readonly string[]): Html =>
    html`<ul class="plain-list">${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
  return layout(
    ctx,
    { path: pathIn(ctx, '/safety'), title: say.title, description: say.lead },
    html`<div class="wide">
${pageHead(say.title, say.lead, reviewLine(ctx, review))}
<div class="column">
<section class="section" aria-labelledby="watch"><h2 id="watch">${say.watchHeading}</h2>${lines(say.watch)}
${clinic.safety === undefined ? nothing : html`<h3>${say.ownWatch}</h3><p>${clinic.safety.watchedBy[language]}</p>`}</section>
<section class="section" aria-labelledby="equipment"><h2 id="equipment">${say.equipmentHeading}</h2>${lines(say.equipment)}
${
  clinic.safety === undefined
    ? html`<p>${say.noOwn}</p>`
    : html`<h3>${say.ownEquipment}</h3>${lines(clinic.safety.equipment.map((each) => each[language]))}`
}</section>
</div>
<section class="section" aria-labelledby="what-if"><h2 id="what-if">${say.ifHeading}</h2>
${table(
  say.ifHeading,
  say.ifHead,
  say.ifs.map((row) => [row.if, row.done]),
)}</section>
<section class="section column" aria-labelledby="rates"><h2 id="rates">${say.ratesHeading}</h2>${rates(ctx)}
<p>${inline(say.more, numberClaims([], language))}</p></section>
</div>`,
  );
}

function rates(ctx: SiteContext): Html {
  const { counted, language, clinic } = ctx;
  const say = words[language];
  const shown = shownRates({ sessions: counted?.sessions, counts: counted?.counts });
  if (!shown.isShown || counted === undefined)
    return html`<p>${fill(say.tooFew, { least: ratesFromSessions.value })}</p>`;
  const { sessions } = shown;
  const from = dayText(localDateOf(counted.fromAt, clinic.zone), language);
  return html`<p>${fill(say.ratesLead, { sessions, from })}</p>
${table(
  say.ratesHeading,
  say.ratesHead.map((head) => fill(head, { sessions })),
  shown.counts.map(({ kind, count }) => [
    eventNames[kind][language],
    count === 'few' ? fill(say.few, { smallest: smallestShownCount.value }) : String(count),
  ]),
)}
<p class="quiet">${say.ratesFoot}</p>`;
}
