import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { afterCare } from '#clinical/discharge/after-care.ts';
import { instruments } from '#clinical/instruments/instruments.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { patientTexts } from '#test/patient-texts.ts';
import { claimOf, claims, isClaimId } from './claims.ts';
import { plainText, textsOf } from './page.ts';
import { ask } from './pages/ask.ts';
import { costsPage, locationPage, routesPage, teamPage, wordsAndSources } from './pages/clinic-pages.ts';
import { firstSession } from './pages/first-session.ts';
import { home } from './pages/home.ts';
import { readingPages } from './pages/index.ts';
import { readingLevel } from './reading-level.ts';
import { routeDays, routeIds } from './route-days.ts';

const limit = 7;
/** A short label has no grade: texts of eight words and more are measured alone, the rest together with their file. */
const measuredFromWords = 8;

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
    it(`is grade ${limit} or easier on ${page.path}`, () => {
      assert.ok(gradeOf(textsOf(page)) <= limit, String(gradeOf(textsOf(page))));
      for (const section of page.sections) {
        const grade = gradeOf(textsOf({ ...page, title: '', lead: '', sections: [section] }));
        assert.ok(grade <= limit, `${section.id}: ${grade}`);
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
    it(`is grade ${limit} or easier on the page called ${name}`, () => {
      assert.ok(gradeOf(stringsIn(words)) <= limit, String(gradeOf(stringsIn(words))));
    });

  for (const route of routeIds)
    it(`is grade ${limit} or easier through the day by ${route}`, () => {
      assert.ok(gradeOf(stringsIn(routeDays[route])) <= limit, String(gradeOf(stringsIn(routeDays[route]))));
    });

  for (const reader of ['patient', 'companion'] as const)
    it(`is grade ${limit} or easier on the paper that goes home with the ${reader}`, () => {
      for (const edition of exampleEditions) {
        const about = { edition, zone: 'America/New_York', leavesAt: 0, firstName: 'Ana' };
        const lines = [true, false, undefined].flatMap((wasSick) =>
          afterCare({ ...about, wasSick, allergies: wasSick ? ['nuts'] : undefined }, reader),
        );
        const grade = gradeOf(lines.map(({ words }) => words.value.en));
        assert.ok(grade <= limit, `${edition.id}: ${grade}`);
      }
    });

  it('is grade 7 or easier over all claims', () => {
    const ids = Object.keys(claims).filter(isClaimId);
    assert.ok(gradeOf(ids.map((id) => claimOf(id).statement.en)) <= limit);
  });
});

/** A sentence as it is read: the plural of a choice, and a short name where a figure comes in. */
function asRead(text: string): string {
  const [, plural] = /other \{([^}]*)\}/.exec(text) ?? [];
  return plainText(text)
    .replace(/\{\w+, plural,.*\}\}/, plural ?? '')
    .replaceAll(/\{\w+\}/g, 'Ana')
    .replaceAll('#', '2');
}

describe('every text a patient or whoever is near them reads in English', () => {
  it('is grade 7 or easier by itself, and so are the labels of each file together', async () => {
    const english = (await patientTexts()).filter(({ tongue }) => tongue === 'en');
    assert.ok(english.length > 2_500, String(english.length));
    const byFile = Map.groupBy(english, ({ file }) => file);
    for (const [file, texts] of byFile) {
      const read = texts.map(({ text }) => asRead(text));
      assert.ok(readingLevel(read.join('\n')).grade <= limit, file);
      for (const text of read) {
        const { grade, words } = readingLevel(text);
        if (words >= measuredFromWords)
          assert.ok(grade <= limit, `${file}, grade ${grade.toFixed(1)}: ${text}`);
      }
    }
  });

  it('takes in the health questions, the safety page, stories, the hand-over and the one who watches at home', async () => {
    const files = new Set((await patientTexts()).map(({ file }) => file));
    for (const file of [
      'clinical/screening/conditions.ts',
      'clinical/integration/hand-over.ts',
      'content/pages/safety.ts',
      'content/pages/stories.ts',
      'content/claims.ts',
      'web/companion/words.ts',
      'web/companion/home/home-words.ts',
      'web/kit/side-effects/side-effect-words.ts',
    ])
      assert.ok(files.has(file), file);
  });

  // A published form is asked in its publisher's words, whatever their grade: a word changed is another form.
  it('leaves out only the published questionnaires, each of which names whose wording it is', () => {
    for (const instrument of instruments) assert.ok(instrument.wordingFrom.length > 0, instrument.id);
  });
});
