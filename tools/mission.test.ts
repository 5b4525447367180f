// A row counts only when a story shows it, so the reading of the stories' tags must be right.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { mission, type Requirement, storiesIn, testsIn } from './mission.ts';

const file = 'e2e/rides.spec.ts';
const tagsOf = (source: string) =>
  storiesIn(file, source).map((story) => [story.title, story.tags.join(' ')]);

describe('the mission, row by row', () => {
  test('reads one tag, several tags and no tag', () => {
    assert.deepEqual(
      tagsOf(`
        test('a ride is asked for', { tag: '@S0-26' }, async ({ page }) => { await page.goto('/'); });
        test("nobody's dose without one", { tag: ['@S0-26', "@S2-53"] }, async () => {});
        test('something else', async () => { const tag = '@S0-1'; });
        test(\`a title in backticks\`, {
          annotation: { type: 'story', description: 'a } in a text' },
          tag: [
            '@S1-3',
          ],
        }, async () => {});
      `),
      [
        ['a ride is asked for', 'S0-26'],
        ["nobody's dose without one", 'S0-26 S2-53'],
        ['something else', ''],
        ['a title in backticks', 'S1-3'],
      ],
    );
  });

  test('a tag on a group holds for the stories in it and not for those after it', () => {
    assert.deepEqual(
      tagsOf(`
        test.describe('the way home', { tag: '@S0-26' }, () => {
          test('is named', async () => { /* ) } */ });
          test('is confirmed', { tag: '@S2-53' }, async () => {});
        });
        test('afterwards', async () => {});
      `),
      [
        ['is named', 'S0-26'],
        ['is confirmed', 'S0-26 S2-53'],
        ['afterwards', ''],
      ],
    );
  });

  test('reads the rows at the end of the title of a test without a browser', () => {
    assert.deepEqual(
      testsIn(
        'server/preparation/preparation.db.test.ts',
        `test('a low readiness becomes a task @S0-6 @S1-15', async () => {});
         it('nothing to see', () => {});`,
      ),
      [
        {
          file: 'server/preparation/preparation.db.test.ts',
          title: 'a low readiness becomes a task',
          tags: ['S0-6', 'S1-15'],
        },
      ],
    );
  });

  test('counts rows with and without a story and finds tags of no row', () => {
    const row = (id: string): Requirement => ({
      id,
      who: ['P'],
      group: 'A',
      requirement: `Requirement ${id}`,
    });
    const stories = storiesIn(file, `test('a', { tag: ['@S0-1', '@S9-1', '@slow'] }, async () => {});`);
    const report = mission([row('S0-1'), row('S0-2')], stories);
    assert.equal(report.summary, '2 rows: 1 shown, 1 without a test');
    assert.deepEqual(report.lines, [
      'S0-1   Requirement S0-1',
      '       ✔ a (e2e/rides.spec.ts)',
      'S0-2   Requirement S0-2',
      '       – no test yet',
    ]);
    assert.deepEqual(report.unknown, ['e2e/rides.spec.ts: @S9-1 (a)']);
  });

  test('the project states 166 requirements, each once, for someone, in one sentence', () => {
    const rows = JSON.parse(
      readFileSync(new URL('../docs/requirements.json', import.meta.url), 'utf8'),
    ) as Requirement[];
    assert.equal(rows.length, 166);
    assert.equal(new Set(rows.map((row) => row.id)).size, 166);
    for (const row of rows) {
      assert.match(row.id, /^S[012]-\d+$/);
      assert.match(row.group, /^[A-U]( [A-U])*$/, row.id);
      assert.ok(row.who.length > 0 && row.who.every((one) => /^[PCNMTFOBX]$/.test(one)), row.id);
      assert.match(row.requirement, /^[A-Z"“].{20,}\.$/, row.id);
    }
  });
});
