// The form of a public page: sections of plain blocks, with three marks inside a text and no others.
// **strong**, [words](address), and {{claim-id}} for the claim a sentence rests on.

import type { LocalDate } from '#clinical/instant.ts';
import { type ClaimId, isClaimId, type Reviewer } from './claims.ts';

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'steps'; readonly items: readonly { readonly title: string; readonly text: string }[] }
  | { readonly kind: 'pairs'; readonly items: readonly { readonly term: string; readonly text: string }[] }
  | { readonly kind: 'claims'; readonly ids: readonly ClaimId[] }
  | {
      readonly kind: 'layers';
      /** Each layer goes deeper than the one before; otherwise they stand beside each other. */
      readonly byDepth?: boolean;
      readonly layers: readonly { readonly summary: string; readonly texts: readonly string[] }[];
    }
  | { readonly kind: 'note'; readonly heading: string; readonly text: string }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'resources';
      readonly items: readonly {
        readonly name: string;
        readonly href?: string;
        readonly text: string;
        /** When a person here last opened it; absent when nobody has, and the page says so. */
        readonly checkedOn?: LocalDate;
      }[];
    };

export type Section = { readonly id: string; readonly heading: string; readonly blocks: readonly Block[] };

export type Review = {
  readonly reviewer: Reviewer;
  readonly checkedOn: LocalDate;
  readonly reviewBy: LocalDate;
};

export type Page = {
  readonly path: string;
  readonly title: string;
  readonly lead: string;
  readonly review: Review;
  readonly sections: readonly Section[];
};

/** Every piece of text on a page, for reading level, word lists and links. */
export function textsOf(page: Page): readonly string[] {
  return [
    page.title,
    page.lead,
    ...page.sections.flatMap((section) => [section.heading, ...section.blocks.flatMap(textsOfBlock)]),
  ];
}

function textsOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [block.text];
    case 'list':
      return block.items;
    case 'steps':
      return block.items.flatMap((item) => [item.title, item.text]);
    case 'pairs':
      return block.items.flatMap((item) => [item.term, item.text]);
    case 'claims':
      return [];
    case 'layers':
      return block.layers.flatMap((layer) => [layer.summary, ...layer.texts]);
    case 'note':
      return [block.heading, block.text];
    case 'table':
      return [block.caption, ...block.head, ...block.rows.flat()];
    case 'resources':
      return block.items.flatMap((item) => [item.name, item.text]);
  }
}

/** Claim names as written in the marks of a text, valid or not. */
export function claimNamesInText(text: string): readonly string[] {
  return [...text.matchAll(/\{\{([\w-]+)\}\}/g)].map((match) => match[1] ?? '');
}

/** Claim names on a page, in reading order and once each. */
export function claimNamesIn(page: Page): readonly string[] {
  const names = new Set<string>(claimNamesInText(page.lead));
  for (const section of page.sections)
    for (const block of section.blocks) {
      if (block.kind === 'claims') for (const id of block.ids) names.add(id);
      for (const text of textsOfBlock(block)) for (const name of claimNamesInText(text)) names.add(name);
    }
  return [...names];
}

export function claimsIn(page: Page): readonly ClaimId[] {
  return claimNamesIn(page).filter(isClaimId);
}

/** A text as a person reads it, without its marks. */
export function plainText(text: string): string {
  return text
    .replace(/\s*\{\{[\w-]+\}\}/g, '')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/\*\*/g, '');
}
