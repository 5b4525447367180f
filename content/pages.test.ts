import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { claims, isClaimId } from './claims.ts';
import { claimNamesIn, claimNamesInText, type Page, textsOf } from './page.ts';
import { ask } from './pages/ask.ts';
import * as clinicPages from './pages/clinic-pages.ts';
import { spanishPages } from './pages/es/index.ts';
import { firstSession } from './pages/first-session.ts';
import { home } from './pages/home.ts';
import { readingPages } from './pages/index.ts';
import { sitePlaces, siteWords } from './pages/site-words.ts';
import { routeDays } from './route-days.ts';

// Words that blame, praise, hurry or promise, and the tone that goes with them.
const banned = [
  /!/,
  /¡/,
  /\bplease note\b/i,
  /\bsimply\b/i,
  /\boops\b/i,
  /\bjourney\b/i,
  /\bstreak/i,
  /\bcongrat/i,
  /\bsuccess/i,
  /\ball set\b/i,
  /\bsafe and effective\b/i,
  /\bcompliant\b/i,
  /\bcompliance\b/i,
  /\bmiracle\b/i,
  /\bbreakthrough\b/i,
  /\bcure[sd]?\b/i,
  /\bdon't worry\b/i,
  /\bcare team\b/i,
  /\bfeedback\b/i,
  /\bclick\b/i,
  /\bAI\b/,
];

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (value !== null && typeof value === 'object') return Object.values(value).flatMap(stringsIn);
  return [];
}

const everything: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries([...readingPages, ...spanishPages].map((page) => [page.path, textsOf(page)])),
  home: stringsIn(home),
  firstSession: stringsIn(firstSession),
  ask: stringsIn(ask),
  clinicPages: stringsIn(clinicPages),
  siteWords: stringsIn(siteWords),
  routeDays: stringsIn(routeDays),
  claims: stringsIn(claims),
};

describe('every public text', () => {
  for (const [name, texts] of Object.entries(everything))
    it(`has no word that praises, blames, hurries or shouts in ${name}`, () => {
      assert.ok(texts.length > 0);
      for (const text of texts) for (const word of banned) assert.doesNotMatch(text, word);
    });

  it('cites only claims that exist', () => {
    for (const page of readingPages)
      for (const name of claimNamesIn(page)) assert.ok(isClaimId(name), `${page.path}: ${name}`);
    for (const text of stringsIn(clinicPages))
      for (const name of claimNamesInText(text)) assert.ok(isClaimId(name), name);
  });

  it('rests on a claim wherever it speaks of what ketamine does', () => {
    for (const path of ['/what-people-feel', '/conditions', '/how-it-works', '/risks', '/questions'])
      assert.ok(
        claimNamesIn(readingPages.find((page) => page.path === path) ?? assert.fail(path)).length >= 3,
        path,
      );
  });
});

describe('the Spanish words', () => {
  for (const [name, words] of Object.entries({ firstSession, ask, siteWords }))
    it(`are complete in ${name}`, () => {
      for (const [key, value] of Object.entries(words)) {
        assert.ok(value.es.trim().length > 0 && value.en.trim().length > 0, key);
      }
    });

  it('keep the same figures as the English', () => {
    const gaps = (text: string) => [...text.matchAll(/\{\w+\}/g)].map((match) => match[0]).sort();
    for (const words of [firstSession, ask, siteWords])
      for (const [key, value] of Object.entries(words)) assert.deepEqual(gaps(value.es), gaps(value.en), key);
  });

  it('speak to the reader as usted', () => {
    const spanish = [firstSession, ask, siteWords].flatMap((words) =>
      Object.values(words).map((value) => value.es),
    );
    for (const text of spanish) assert.doesNotMatch(text, /\b(tú|tienes|puedes|quieres|tu|tus|contigo)\b/i);
  });

  it('exist for every page, section for section, block for block and claim for claim', () => {
    assert.deepEqual(
      spanishPages.map((page) => page.path),
      readingPages.map((page) => `/es${page.path}`),
    );
    for (const [index, page] of readingPages.entries()) {
      const spanish = spanishPages[index] ?? assert.fail(page.path);
      const shape = ({ sections }: Page) =>
        sections.map(({ id, blocks }) => [id, ...blocks.map((block) => block.kind)]);
      assert.deepEqual(shape(spanish), shape(page), page.path);
      assert.deepEqual(claimNamesIn(spanish), claimNamesIn(page), page.path);
      assert.equal(textsOf(spanish).length, textsOf(page).length, page.path);
      for (const text of textsOf(spanish)) {
        assert.ok(text.trim().length > 0 || textsOf(page).includes(text), page.path);
        assert.doesNotMatch(text, /\b(tú|tienes|puedes|quieres|contigo)\b|\]\(\/(?!es\/)/i, page.path);
      }
    }
    assert.ok(sitePlaces.every((place) => place.es.startsWith('/es')));
  });

  it('of the pages a clinic fills lead on in Spanish and cite the same claims', () => {
    for (const [name, words] of Object.entries(clinicPages))
      if ('en' in words) {
        const cited = (value: unknown) => stringsIn(value).flatMap(claimNamesInText);
        assert.deepEqual(cited(words.es), cited(words.en), name);
        assert.equal(stringsIn(words.es).length, stringsIn(words.en).length, name);
        for (const text of stringsIn(words.es)) assert.doesNotMatch(text, /\]\(\/(?!es\/)/, name);
      }
    assert.deepEqual(
      home.es.steps.map((step) => step.links.map(([, href]) => href)),
      home.en.steps.map((step) => step.links.map(([, href]) => `/es${href}`)),
    );
  });
});
