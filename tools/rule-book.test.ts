// The printed rule book says what the rules say today, names no source that does not exist, and needs nothing to be read.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { cards } from '#clinical/cards/cards.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { sources } from '#clinical/sources.ts';
import { valuesOf } from './rule-book/editions-part.ts';
import { ruleBook, ruleBookFile } from './rule-book.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

test('docs/clinical.html is the rule book as the code has it', async () => {
  // Compared as a truth: the difference of two books is read in the file itself.
  const written = readFileSync(join(root, ruleBookFile), 'utf8');
  assert.ok(written === (await ruleBook()), 'run npm run rule-book and review the difference');
});

test('the book has no script and asks nobody for anything', async () => {
  const book = await ruleBook();
  assert.doesNotMatch(book, /<script|<link|<img|<iframe|@import|src=|url\(|https?:/i);
});

test('every card stands once, asks something, and says what it answers when something is missing', () => {
  assert.equal(new Set(cards.map(({ id }) => id)).size, cards.length);
  for (const card of cards) {
    assert.match(card.question, /\?$/, card.id);
    assert.ok(card.inputs.length > 0, `${card.id} looks at nothing`);
    assert.ok(card.whenMissing.length >= 5, `${card.id} says nothing about what is missing`);
    assert.ok(card.sources.length > 0, `${card.id} has no source`);
  }
});

test('every figure and every value of a protocol names a source that stands in the bibliography', () => {
  const figures = [
    ...cards.flatMap(({ id, figures, sources: named }) => [
      ...Object.values(figures).map(({ source }) => [id, source] as const),
      ...named.map((source) => [id, source] as const),
    ]),
    ...exampleEditions.flatMap((edition) =>
      valuesOf(edition).map(([path, { source }]) => [`${edition.id} ${path}`, source] as const),
    ),
  ];
  assert.deepEqual(
    figures.filter(([, source]) => !(source in sources)),
    [],
  );
});

test('every rule that can put a finding before someone has a card', () => {
  const files = readdirSync(join(root, 'clinical'), { recursive: true, encoding: 'utf8' }).filter(
    (path) =>
      path.endsWith('.ts') && !path.endsWith('.test.ts') && !/^(cards|properties|examples)\//.test(path),
  );
  const named = files.flatMap((path) =>
    [
      ...readFileSync(join(root, 'clinical', path), 'utf8').matchAll(
        /\b(?:const \w*[rR]ule =|rule:) '([a-z0-9-]+)'/g,
      ),
    ].map((match) => match[1] ?? ''),
  );
  const ids = cards.map(({ id }) => id);
  // A rule of limits is one question at three moments of the day; its card carries the moment.
  const isOnACard = (rule: string) => ids.some((id) => id === rule || id.startsWith(`${rule}-`));
  assert.deepEqual([...new Set(named)].filter((rule) => !isOnACard(rule)).sort(), []);
});
