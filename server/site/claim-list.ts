// A claim with its root: the sentence, its number, the source, how sure, when read. Past its day it is hatched.

import { html } from 'hono/html';
import { type ClaimId, claimOf, isBeingReadAgain } from '#content/claims.ts';
import { fill } from '#content/language.ts';
import { siteWords } from '#content/pages/site-words.ts';
import { publicSource } from '#content/public-sources.ts';
import { type SiteContext, todayAt } from './context.ts';
import { dayText } from './dates.ts';
import { readAgainMark } from './layout.ts';
import { type ClaimNumbers, type Html, nothing } from './markup.ts';

export function claimList(ctx: SiteContext, ids: readonly ClaimId[], numbers: ClaimNumbers): Html {
  return html`<ul class="claims">${ids.map((id) => claimItem(ctx, id, numbers.get(id)))}</ul>`;
}

function claimItem(ctx: SiteContext, id: ClaimId, number: number | undefined): Html {
  const { language } = ctx;
  const claim = claimOf(id);
  const source = publicSource(claim.sourceId);
  const name =
    source.year === null || source.name[language].includes(String(source.year))
      ? source.name[language]
      : `${source.name[language]}, ${source.year}`;
  return html`<li id="claim-${id}" class="claim">
<p>${claim.statement[language]}${number === undefined ? nothing : html` <span class="chip">${number}</span>`}</p>
<p class="claim-root"><span class="only-read-aloud">${siteWords.source[language]}: </span>${
    source.url ? html`<a href="${source.url}" rel="noreferrer">${name}</a>` : name
  } <strong>${siteWords[claim.confidence][language]}</strong> <span>${fill(siteWords.read[language], { date: dayText(claim.checkedOn, language) })}</span></p>
${isBeingReadAgain(claim.reviewBy, todayAt(ctx)) ? readAgainMark(language) : nothing}
</li>`;
}
