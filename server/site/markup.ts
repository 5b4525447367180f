// The three marks of reviewed words turned into HTML. Everything else is escaped by the template.

import { html } from 'hono/html';
import { type ClaimId, isClaimId } from '#content/claims.ts';
import type { Language } from '#content/language.ts';
import { siteWords } from '#content/pages/site-words.ts';

export type Html = ReturnType<typeof html>;

export const nothing = html``;

/** Numbers the claims of one page in reading order, so that a chip and its source carry the same figure. */
export type ClaimNumbers = {
  /** Of the page: a chip is read aloud in it. */
  readonly language: Language;
  readonly get: (id: ClaimId) => number | undefined;
};

export function numberClaims(ids: readonly ClaimId[], language: Language): ClaimNumbers {
  const places = new Map([...new Set(ids)].map((id, index) => [id, index + 1]));
  return { language, get: (id) => places.get(id) };
}

export function inline(text: string, numbers: ClaimNumbers): readonly Html[] {
  const parts = text.split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\)|\s*\{\{[\w-]+\}\})/);
  return parts.map((part) => {
    const strong = /^\*\*(.+)\*\*$/.exec(part);
    if (strong) return html`<strong>${strong[1]}</strong>`;
    const link = /^\[(.+)\]\((.+)\)$/.exec(part);
    if (link) return html`<a href="${link[2]}">${link[1]}</a>`;
    const cited = /^\s*\{\{([\w-]+)\}\}$/.exec(part);
    if (cited) return chip(cited[1] ?? '', numbers);
    return html`${part}`;
  });
}

export function chip(name: string, numbers: ClaimNumbers): Html {
  const number = isClaimId(name) ? numbers.get(name) : undefined;
  if (number === undefined) throw new Error(`The page cites ${name}, which is not among its claims`);
  return html` <a class="chip" href="#claim-${name}"><span class="only-read-aloud">${siteWords.source[numbers.language].toLowerCase()} </span>${number}</a>`;
}
