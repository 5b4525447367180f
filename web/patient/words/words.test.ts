import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { compileMessage } from '#web/kit/compile-message.ts';
import { en } from '#web/kit/locales/en.ts';
import { sideEffectWords } from '#web/kit/side-effects/side-effect-words.ts';
import { afterWords } from './after.ts';
import { awayWords } from './away.ts';
import { bringWords } from './bring.ts';
import { checkInWords } from './check-in.ts';
import { circleWords } from './circle.ts';
import { companyWords } from './company.ts';
import { courseWords } from './course.ts';
import { dayWords } from './day.ts';
import { daysWords } from './days.ts';
import { doorWords } from './door.ts';
import { entryWords } from './entries.ts';
import { firstWords } from './first.ts';
import { journalWords } from './journal.ts';
import { learnWords } from './learn.ts';
import { letterWords } from './letter.ts';
import { longTermWords } from './long-term.ts';
import { messageWords } from './messages.ts';
import { moreWords } from './more.ts';
import { painWords } from './pain.ts';
import { passportWords } from './passport.ts';
import { planWords } from './plan.ts';
import { prepareWords } from './prepare.ts';
import { readyWords } from './ready.ts';
import { ringWords } from './rings.ts';
import { screeningWords } from './screening.ts';
import { sessionWords } from './session.ts';
import { stepWords } from './steps.ts';
import { storyWords } from './stories.ts';
import { teamWords } from './team.ts';
import { todayWords } from './today.ts';
import { togetherWords } from './together.ts';
import { visitWords } from './visit.ts';
import { waitingWords } from './waiting.ts';
import { whyWords } from './why.ts';

const sets = {
  afterWords,
  awayWords,
  checkInWords,
  circleWords,
  companyWords,
  courseWords,
  longTermWords,
  dayWords,
  daysWords,
  ringWords,
  doorWords,
  entryWords,
  firstWords,
  journalWords,
  learnWords,
  letterWords,
  messageWords,
  moreWords,
  painWords,
  planWords,
  passportWords,
  prepareWords,
  readyWords,
  screeningWords,
  sessionWords,
  sideEffectWords,
  todayWords,
  togetherWords,
  bringWords,
  visitWords,
  teamWords,
  stepWords,
  storyWords,
  waitingWords,
  whyWords,
};
const folder = fileURLToPath(new URL('..', import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
  .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));

test('every word a screen asks for exists', () => {
  const known = new Set([...Object.keys(en), ...Object.values(sets).flatMap((set) => Object.keys(set.en))]);
  const asked = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/\b(?:t|say)\(\s*'([a-z0-9.-]+)'/g)].map(([, id]) => ({ path, id: id ?? '' })),
  );
  assert.ok(asked.length > 200);
  assert.deepEqual(
    asked.filter(({ id }) => !known.has(id)),
    [],
  );
});

test('no two sets of words claim the same name', () => {
  const ids = Object.values(sets).flatMap((set) => Object.keys(set.en));
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
});

const placeholder = /\{([a-z]+)(?:,|\})/gi;

test('a sentence asks for the same figures in both languages', () => {
  const argumentsOf = (text: string): string =>
    [...new Set([...text.matchAll(placeholder)].map(([, name]) => name))].sort().join();
  const uneven = Object.values(sets).flatMap((set) =>
    Object.entries(set.en)
      .filter(([id, text]) => argumentsOf(text) !== argumentsOf(set.es[id] ?? ''))
      .map(([id]) => id),
  );
  assert.deepEqual(uneven, []);
});

test('every sentence can be read by the catalog', () => {
  for (const set of Object.values(sets)) {
    for (const text of [...Object.values(set.en), ...Object.values(set.es)]) compileMessage(text);
  }
});
