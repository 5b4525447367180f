// Stories of people who were here, in turn. One that was written as an example says so where it stands.

import { html } from 'hono/html';
import { storiesPage as words } from '#content/pages/stories.ts';
import { inTurn } from '#content/story-order.ts';
import { type SiteContext, todayAt } from './context.ts';
import { layout, pathIn } from './layout.ts';
import { type Html, nothing } from './markup.ts';
import { pageHead } from './reading-page.ts';

export function storiesPage(ctx: SiteContext): Html {
  const say = words[ctx.language];
  const stories = inTurn(ctx.stories ?? [], todayAt(ctx));
  return layout(
    ctx,
    { path: pathIn(ctx, '/stories'), title: say.title, description: say.lead },
    html`<div class="wide">
${pageHead(say.title, say.lead, nothing)}
<div class="column">
<section class="section" aria-labelledby="stories"><h2 id="stories">${say.storiesHeading}</h2>
${
  stories.length === 0
    ? html`<p>${say.none}</p>`
    : stories.map(
        (story) => html`<article class="story"><p class="role">${say.kinds[story.kind]}</p>
${story.isExample ? html`<p class="made-up"><span class="hatch-amber hatch-mark" aria-hidden="true"></span>${say.example}</p>` : nothing}
<blockquote>${story.words.split(/\n{2,}/).map((part) => html`<p>${part}</p>`)}</blockquote></article>`,
      )
}</section>
<section class="section" aria-labelledby="how"><h2 id="how">${say.howHeading}</h2><ul class="plain-list">${say.how.map((text) => html`<li>${text}</li>`)}</ul></section>
</div>
</div>`,
  );
}
