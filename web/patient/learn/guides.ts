// The reviewed pages as guides on the phone: the same words as on the public site, in the reader's language.
import { type Block, type Page, plainText } from '#content/page.ts';
import { spanishPages } from '#content/pages/es/index.ts';
import { readingPages } from '#content/pages/index.ts';
import { waysPages } from '#content/pages/ways.ts';
import type { Language } from '#web/kit/preferred-language.ts';

export type Depth = 'short' | 'more' | 'most';

export function guidesIn(language: Language): readonly Page[] {
  return [...waysPages(language), ...(language === 'es' ? spanishPages : readingPages)];
}

/** "/es/risks" is "risks": one name for a guide in every language. */
export function guideName(page: Page): string {
  return page.path.split('/').at(-1) ?? '';
}

export function guideNamed(name: string, language: Language): Page | undefined {
  return guidesIn(language).find((page) => guideName(page) === name);
}

/** What of a page is shown at a depth: the first of each section, then everything but the deepest layer, then all. */
export function atDepth(page: Page, depth: Depth): Page {
  if (depth === 'most') return page;
  return {
    ...page,
    sections: page.sections.map((section) => ({
      ...section,
      blocks: (depth === 'short' ? section.blocks.slice(0, 1) : section.blocks).map((block) =>
        block.kind === 'layers' && block.byDepth === true
          ? { ...block, layers: block.layers.slice(0, 1) }
          : block,
      ),
    })),
  };
}

function linesOf(block: Block, claimWords: (id: string) => string): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [block.text];
    case 'list':
      return block.items;
    case 'steps':
      return block.items.map((item) => `${item.title}. ${item.text}`);
    case 'pairs':
      return block.items.map((item) => `${item.term}: ${item.text}`);
    case 'claims':
      return block.ids.map(claimWords);
    case 'layers':
      return block.layers.flatMap((layer) => [layer.summary, ...layer.texts]);
    case 'note':
      return [`${block.heading}. ${block.text}`];
    case 'table':
      return block.rows.map((row) =>
        row.map((cell, index) => `${block.head[index] ?? ''}: ${cell}`).join('. '),
      );
    case 'resources':
      return block.items.map((item) => [item.name, item.href, item.text].filter(Boolean).join('. '));
  }
}

/** The page as lines without marks: to be heard, or kept as a text file. */
export function spokenLines(page: Page, claimWords: (id: string) => string): readonly string[] {
  return [
    page.title,
    page.lead,
    ...page.sections.flatMap((section) => [
      section.heading,
      ...section.blocks.flatMap((block) => linesOf(block, claimWords)),
    ]),
  ].map(plainText);
}
