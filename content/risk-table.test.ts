import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ClaimId, claimOf, isClaimId } from './claims.ts';
import { claimsIn, textsOf } from './page.ts';
import { spanishPages } from './pages/es/index.ts';
import { readingPages } from './pages/index.ts';
import { countedRisks, notCounted, riskTable } from './risk-table.ts';

const languages = ['en', 'es'] as const;

test('each risk says how often and how long from a claim with a source, or that no count is known, in both languages', () => {
  for (const language of languages) {
    const table = riskTable(language);
    if (table.kind !== 'table') assert.fail('it is a table');
    assert.equal(table.rows.length, countedRisks.length);
    for (const [name = '', ...cells] of table.rows) {
      assert.ok(name.length > 0);
      assert.equal(cells.length, 2, name);
      for (const cell of cells) {
        const cited = /^\S.* \{\{([\w-]+)\}\}$/.exec(cell)?.[1];
        if (cited === undefined) assert.equal(cell, notCounted[language], name);
        else assert.ok(isClaimId(cited), `${name}: ${cited}`);
      }
    }
  }
});

test('a number in the table stands in the claim it names, in the same language', () => {
  const numbers = (text: string): readonly string[] => text.match(/\d+(?:,\d{3})*/g) ?? [];
  for (const { name, howOften, howLong } of countedRisks)
    for (const tell of [howOften, howLong])
      if (tell !== 'not-counted')
        for (const language of languages) {
          const stated = numbers(claimOf(tell.claimId).statement[language]);
          for (const number of numbers(tell.words[language]))
            assert.ok(stated.includes(number), `${name.en}: ${number}`);
        }
});

test('every risk the page claims stands in the table, and the table stands on the page in both languages', () => {
  for (const pages of [readingPages, spanishPages]) {
    const page = pages.find(({ path }) => path.endsWith('/risks')) ?? assert.fail('there is a page of risks');
    const texts = textsOf(page);
    for (const { name } of countedRisks)
      assert.ok(texts.includes(name.en) || texts.includes(name.es), name.en);
    const cited: readonly ClaimId[] = claimsIn(page);
    for (const id of ['breathing-counted', 'bladder-stopping', 'spray-sick-counted'] as const)
      assert.ok(cited.includes(id), id);
  }
});
