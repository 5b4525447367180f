// The bibliography, and before it every number that rests on general knowledge or on a rule of the house: what a medical
// director must read before signing a protocol.

import { html } from 'hono/html';
import { nameInWords, pathInWords } from '#clinical/name-in-words.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import type { RuleCard } from '#clinical/rule-card.ts';
import type { Sourced } from '#clinical/sourced.ts';
import { sources } from '#clinical/sources.ts';
import { valuesOf } from './editions-part.ts';
import { confidenceMark, type Part, table } from './frame.ts';
import { figureText } from './words.ts';

type Unproven = { readonly where: string; readonly name: string; readonly figure: Sourced<unknown> };

export function toCheckPart(cards: readonly RuleCard[]): Part {
  const fromCards = cards.flatMap((card) =>
    Object.entries(card.figures).map(([name, figure]) => ({
      where: card.id,
      name: nameInWords(name),
      figure,
    })),
  );
  const fromEditions = exampleEditions.flatMap((edition) =>
    valuesOf(edition).map(([path, figure]) => ({
      where: edition.id,
      name: pathInWords(path),
      figure,
    })),
  );
  const unproven: readonly Unproven[] = [...fromCards, ...fromEditions].filter(
    ({ figure }) => figure.confidence === 'G' || figure.confidence === 'H',
  );
  const count = (mark: string) => unproven.filter(({ figure }) => figure.confidence === mark).length;
  return {
    id: 'to-check',
    title: 'To check before clinical use',
    lead: `${count('G')} numbers rest on general knowledge and ${count('H')} are rules of this house. A clinic reads them, changes them and answers for them.`,
    body: table(
      'Numbers without a source that was read',
      ['Where', 'Number', 'Value', 'Sure', 'Note'],
      unproven.map(
        ({ where, name, figure }) =>
          html`<tr><td class="id">${where}</td><th scope="row">${name}</th><td class="value">${figureText(figure)}</td><td>${confidenceMark(figure.confidence)}</td><td>${figure.note ?? ''}</td></tr>`,
      ),
    ),
  };
}

export function sourcesPart(): Part {
  return {
    id: 'sources',
    title: 'Sources',
    lead: 'What each id stands for.',
    body: table(
      'The bibliography',
      ['Id', 'Source'],
      Object.entries(sources).map(
        ([id, words]) => html`<tr id="source-${id}"><th scope="row">${id}</th><td>${words}</td></tr>`,
      ),
    ),
  };
}
