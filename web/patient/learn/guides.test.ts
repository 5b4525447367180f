import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimOf, isClaimId } from '#content/claims.ts';
import { readingLevel } from '#content/reading-level.ts';
import { atDepth, type Depth, guideName, guideNamed, guidesIn, spokenLines } from './guides.ts';

const claimWords = (id: string): string => (isClaimId(id) ? claimOf(id).statement.en : '');
const words = (name: string, depth: Depth): number => {
  const page = guideNamed(name, 'en') ?? assert.fail(name);
  return spokenLines(atDepth(page, depth), claimWords).join(' ').length;
};

test('every guide can be had in both languages, in three depths, as plain lines for paper or voice @S2-68', () => {
  assert.deepEqual(guidesIn('es').map(guideName), guidesIn('en').map(guideName));
  for (const language of ['en', 'es'] as const)
    for (const page of guidesIn(language)) {
      const lines = spokenLines(page, claimWords);
      assert.ok(lines.length > 5, page.path);
      for (const line of lines) assert.doesNotMatch(line, /\{\{|\*\*|\]\(/, page.path);
    }
});

test('a deeper look never says less, and how it works is told in one line, then more, then the most', () => {
  for (const page of guidesIn('en')) {
    const name = guideName(page);
    assert.ok(words(name, 'short') <= words(name, 'more'), name);
    assert.ok(words(name, 'more') <= words(name, 'most'), name);
  }
  assert.ok(words('how-it-works', 'short') < words('how-it-works', 'more'));
  assert.ok(words('how-it-works', 'more') < words('how-it-works', 'most'));
});

test('the short of every guide is no harder to read than the whole may be', () => {
  for (const page of guidesIn('en')) {
    const { grade } = readingLevel(spokenLines(atDepth(page, 'short'), claimWords).join('\n'));
    assert.ok(grade <= 7, `${page.path}: ${grade}`);
  }
});
