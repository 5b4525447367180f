import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterCare } from '#clinical/discharge/after-care.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { claimOf, claims, isClaimId } from './claims.ts';
import { plainText, textsOf } from './page.ts';
import { ask } from './pages/ask.ts';
import { costsPage, locationPage, routesPage, teamPage, wordsAndSources } from './pages/clinic-pages.ts';
import { firstSession } from './pages/first-session.ts';
import { home } from './pages/home.ts';
import { readingPages } from './pages/index.ts';
import { readingLevel } from './reading-level.ts';
import { routeDays, routeIds } from './route-days.ts';

const pageLimit = 7;
const sectionLimit = 8;

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith('/') ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, inner]) => (key === 'es' ? [] : stringsIn(inner)));
  return [];
}

const gradeOf = (texts: readonly string[]) => readingLevel(texts.map(plainText).join('\n')).grade;

describe('the grade of a text', () => {
  it('is low for short plain sentences', () => {
    assert.ok(readingLevel('The cat sat on the mat. It was warm.').grade < 2);
  });

  it('is high for the way a label is written', () => {
    const label =
      'Administration of psychotropic medication necessitates comprehensive cardiovascular evaluation prior to initiation of pharmacological intervention.';
    assert.ok(readingLevel(label).grade > 15);
  });

  it('does not punish the name of the drug', () => {
    const named = readingLevel('You take esketamine here.').grade;
    assert.ok(named < readingLevel('You take pharmaceuticals here.').grade);
  });

  it('says nothing about no text', () => {
    assert.deepEqual(readingLevel(''), { grade: 0, words: 0, sentences: 0 });
  });
});

describe('what a patient reads in English', () => {
  for (const page of readingPages)
    it(`is grade ${pageLimit} or easier on ${page.path}`, () => {
      assert.ok(gradeOf(textsOf(page)) <= pageLimit, String(gradeOf(textsOf(page))));
      for (const section of page.sections) {
        const grade = gradeOf(textsOf({ ...page, title: '', lead: '', sections: [section] }));
        assert.ok(grade <= sectionLimit, `${section.id}: ${grade}`);
      }
    });

  for (const [name, words] of Object.entries({
    home,
    firstSession,
    ask,
    routesPage,
    costsPage,
    teamPage,
    locationPage,
    wordsAndSources,
  }))
    it(`is grade ${pageLimit} or easier on the page called ${name}`, () => {
      assert.ok(gradeOf(stringsIn(words)) <= pageLimit, String(gradeOf(stringsIn(words))));
    });

  for (const route of routeIds)
    it(`is grade ${pageLimit} or easier through the day by ${route}`, () => {
      assert.ok(
        gradeOf(stringsIn(routeDays[route])) <= pageLimit,
        String(gradeOf(stringsIn(routeDays[route]))),
      );
    });

  for (const reader of ['patient', 'companion'] as const)
    it(`is grade ${pageLimit} or easier on the paper that goes home with the ${reader}`, () => {
      for (const edition of exampleEditions) {
        const about = { edition, zone: 'America/New_York', leavesAt: 0, firstName: 'Ana' };
        const lines = [true, false, undefined].flatMap((wasSick) =>
          afterCare({ ...about, wasSick, allergies: wasSick ? ['nuts'] : undefined }, reader),
        );
        const grade = gradeOf(lines.map(({ words }) => words.value.en));
        assert.ok(grade <= pageLimit, `${edition.id}: ${grade}`);
      }
    });

  it('is grade 8 or easier over all claims, and no single claim is harder than grade 11', () => {
    const ids = Object.keys(claims).filter(isClaimId);
    assert.ok(gradeOf(ids.map((id) => claimOf(id).statement.en)) <= sectionLimit);
    for (const id of ids) {
      const grade = gradeOf([claimOf(id).statement.en]);
      assert.ok(grade <= 11, `${id}: ${grade}`);
    }
  });
});
