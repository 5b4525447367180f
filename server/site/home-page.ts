// The front door.

import { html } from 'hono/html';
import { firstReading, notYetApproved } from '#content/claims.ts';
import { home as homeWords } from '#content/pages/home.ts';
import { siteWords } from '#content/pages/site-words.ts';
import type { SiteContext } from './context.ts';
import { layout, pathIn, reviewLine } from './layout.ts';
import { type Html, nothing, numberClaims } from './markup.ts';
import { citedRoots, pageHead } from './reading-page.ts';

export function homePage(ctx: SiteContext): Html {
  const home = homeWords[ctx.language];
  const numbers = numberClaims(home.offLabelClaims, ctx.language);
  return layout(
    ctx,
    { path: pathIn(ctx, '/'), title: home.title, description: home.lead },
    html`<div class="wide">
${pageHead(home.title, home.lead, html`<p class="off-label">${home.offLabel} <a href="${home.offLabelLink[1]}">${home.offLabelLink[0]}</a></p>${reviewLine(ctx, { reviewer: notYetApproved, ...firstReading })}`)}
<div class="home-grid">
<section class="next deep" aria-labelledby="next">
<p class="kicker">${siteWords.nextStep[ctx.language]}</p>
<h2 id="next">${home.next.heading}</h2>
<p>${home.next.text}</p>
<p><a class="deep-button" href="${home.next.href}">${home.next.button}</a></p>
<p class="after">${home.next.after}</p>
</section>
<section class="first-facts" aria-labelledby="facts">
<h2 id="facts">${home.factsHeading}</h2>
<div class="facts">${home.facts.map(
      (fact) =>
        html`<div class="fact"><h3>${fact.heading}</h3><p>${fact.text}</p><p><a href="${fact.link[1]}">${fact.link[0]}</a></p></div>`,
    )}</div>
</section>
<section class="way-ahead" aria-labelledby="way">
<h2 id="way">${home.wayHeading}</h2>
<p>${home.wayText}</p>
<ol class="way-line">${home.steps.map(
      (step, index) => html`<li${index === 0 ? html` class="here"` : nothing}>
<h3>${step.title}${index === 0 ? html` <span class="here-word">${siteWords.youAreHere[ctx.language]}</span>` : nothing}</h3>
<p>${step.text}</p>
${step.links.length === 0 ? nothing : html`<ul class="step-links">${step.links.map(([name, href]) => html`<li><a href="${href}">${name}</a></li>`)}</ul>`}
</li>`,
    )}</ol>
</section>
</div>
${citedRoots(ctx, home.offLabelClaims, numbers)}
</div>`,
  );
}
