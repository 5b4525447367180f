// A page that is all words: its head, its sections, and the roots of what it cites.

import { html } from 'hono/html';
import { daysBetween, type LocalDate, localDateOf } from '#clinical/instant.ts';
import type { ClaimId } from '#content/claims.ts';
import { fill } from '#content/language.ts';
import { type Block, claimsIn, type Page } from '#content/page.ts';
import { siteWords } from '#content/pages/site-words.ts';
import { claimList } from './claim-list.ts';
import { type SiteContext, todayAt } from './context.ts';
import { dayText } from './dates.ts';
import { layout, listenLink, reviewLine } from './layout.ts';
import { type ClaimNumbers, type Html, inline, nothing, numberClaims } from './markup.ts';

export function readingPage(ctx: SiteContext, page: Page): Html {
  const ids = claimsIn(page);
  const numbers = numberClaims(ids, ctx.language);
  const inPlace = new Set(
    page.sections.flatMap((section) =>
      section.blocks.flatMap((block) => (block.kind === 'claims' ? block.ids : [])),
    ),
  );
  return layout(
    ctx,
    { path: page.path, title: page.title, description: page.lead },
    html`<div class="wide">
${pageHead(page.title, inline(page.lead, numbers), [reviewLine(ctx, { ...page.review, ...(ctx.approver && { reviewer: ctx.approver }) }), listenLink(ctx, page.path.split('/').at(-1) ?? '')])}
<div class="with-aside">
<div>
${page.sections.map(
  (section) => html`<section id="${section.id}" class="section">
<h2>${section.heading}</h2>
${section.blocks.map((block) => renderBlock(ctx, block, numbers))}
</section>`,
)}
</div>
${citedRoots(
  ctx,
  ids.filter((id) => !inPlace.has(id)),
  numbers,
)}
</div>
</div>`,
  );
}

export function pageHead(
  title: string,
  lead: Html | string | readonly Html[],
  after: Html | readonly Html[],
): Html {
  return html`<div class="page-head">
<h1>${title}</h1>
<p class="lead">${lead}</p>
${after}
</div>`;
}

/** Where the claims cited on a page come from, for those that do not already stand in its text. */
export function citedRoots(ctx: SiteContext, ids: readonly ClaimId[], numbers: ClaimNumbers): Html {
  if (ids.length === 0) return nothing;
  return html`<section id="roots" class="section roots">
<h2>${siteWords.whereFrom[ctx.language]}</h2>
${claimList(ctx, ids, numbers)}
</section>`;
}

export function renderBlock(ctx: SiteContext, block: Block, numbers: ClaimNumbers): Html {
  switch (block.kind) {
    case 'text':
      return html`<p>${inline(block.text, numbers)}</p>`;
    case 'list':
      return html`<ul class="plain-list">${block.items.map((item) => html`<li>${inline(item, numbers)}</li>`)}</ul>`;
    case 'steps':
      return html`<ol class="posts">${block.items.map(
        (item) => html`<li><h3>${item.title}</h3><p>${inline(item.text, numbers)}</p></li>`,
      )}</ol>`;
    case 'pairs':
      return html`<dl class="pairs">${block.items.map(
        (item) => html`<div><dt>${item.term}</dt><dd>${inline(item.text, numbers)}</dd></div>`,
      )}</dl>`;
    case 'claims':
      return claimList(ctx, block.ids, numbers);
    case 'layers':
      return html`<div class="layers">${block.layers.map(
        (layer) =>
          html`<details><summary>${layer.summary}</summary>${layer.texts.map((text) => html`<p>${inline(text, numbers)}</p>`)}</details>`,
      )}</div>`;
    case 'note':
      return html`<div class="note"><h3>${block.heading}</h3><p>${inline(block.text, numbers)}</p></div>`;
    case 'table':
      return table(
        block.caption,
        block.head,
        block.rows.map((row) => row.map((cell) => inline(cell, numbers))),
      );
    case 'resources':
      return html`<ul class="resources">${block.items.map(
        (
          item,
        ) => html`<li><h3>${item.href ? html`<a href="${item.href}" rel="noreferrer">${item.name}</a>` : item.name}</h3>
<p>${inline(item.text, numbers)}</p>${lookedAt(ctx, item.checkedOn)}${silentSince(ctx, item.href)}</li>`,
      )}</ul>`;
  }
}

const lookAgainAfterDays = 180;

/** When a person here last opened it. Too long ago, or never, is said and hatched. */
function lookedAt(ctx: SiteContext, checkedOn: LocalDate | undefined): Html {
  const say = (key: 'lookedAt' | 'notLookedAt' | 'tooLongAgo') => siteWords[key][ctx.language];
  const hatch = html`<span class="hatch-amber hatch-mark" aria-hidden="true"></span>`;
  if (checkedOn === undefined) return html`<p class="read-again">${hatch}${say('notLookedAt')}</p>`;
  const isOld = daysBetween(checkedOn, todayAt(ctx)) > lookAgainAfterDays;
  const looked = fill(say('lookedAt'), { date: dayText(checkedOn, ctx.language) });
  return isOld
    ? html`<p class="read-again">${hatch}${looked}. ${say('tooLongAgo')}</p>`
    : html`<p class="quiet">${looked}</p>`;
}

function silentSince(ctx: SiteContext, href: string | undefined): Html {
  const since = href === undefined ? undefined : ctx.silentLinks?.get(href);
  if (since === undefined) return nothing;
  const date = dayText(localDateOf(since, ctx.clinic.zone), ctx.language);
  return html`<p class="read-again"><span class="hatch-amber hatch-mark" aria-hidden="true"></span>${fill(siteWords.silentSince[ctx.language], { date })}</p>`;
}

/** A table on a wide screen; on a narrow one each row becomes a card that names its own columns. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly unknown[])[]): Html {
  return html`<table class="cards">
<caption class="only-read-aloud">${caption}</caption>
<thead><tr>${head.map((cell) => (cell === '' ? html`<td></td>` : html`<th scope="col">${cell}</th>`))}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr>${row.map((cell, index) =>
        index === 0
          ? html`<th scope="row">${cell}</th>`
          : html`<td><span class="cell-name" aria-hidden="true">${head[index] ?? ''}</span><span>${cell}</span></td>`,
      )}</tr>`,
  )}</tbody>
</table>`;
}
