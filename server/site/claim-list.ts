// A claim with its root: the sentence, its number, the source, how sure; unfolded, who approved it and until when. Past its day
// it is hatched.

import { html } from 'hono/html';
import { rootOf } from '#content/claim-root.ts';
import { type ClaimId, claimOf } from '#content/claims.ts';
import { siteWords } from '#content/pages/site-words.ts';
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
  // Whoever approved the page approved what it rests on.
  const root = rootOf(ctx.approver === undefined ? claim : { ...claim, reviewer: ctx.approver }, {
    language,
    today: todayAt(ctx),
    dayText: (date) => dayText(date, language),
  });
  return html`<li id="claim-${id}" class="claim">
<p>${claim.statement[language]}${number === undefined ? nothing : html` <span class="chip">${number}</span>`}</p>
<div class="claim-root"><span><span class="only-read-aloud">${siteWords.source[language]}: </span>${
    root.url ? html`<a href="${root.url}" rel="noreferrer">${root.source}</a>` : root.source
  }</span> <strong>${root.sureness}</strong> <details><summary>${root.read}</summary>${root.approval}${root.isPast ? nothing : html` ${root.readAgain}`}</details></div>
${root.isPast ? readAgainMark(language) : nothing}
</li>`;
}
