import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { calmInfusion } from '#dosing-session/examples/calm-infusion.ts';
import { twoSprays } from '#dosing-session/examples/two-sprays.ts';
import { fold } from '#dosing-session/state.ts';
import {
  type AfterVisitAround,
  type AfterVisitPart,
  afterVisitBytes,
  afterVisitContent,
} from './after-visit.ts';
import { clockWords, dateWords } from './date-words.ts';

const zone = 'America/New_York';
const around: AfterVisitAround = {
  zone,
  firstName: 'Ana',
  clinic: {
    name: 'Quay Clinic',
    phone: '555 0100',
    openingHours: { en: 'Monday to Friday, 8 to 6', es: 'Lunes a viernes, de 8 a 6' },
  },
  emergencyNumber: '911',
  crisisLine: { name: '988 Lifeline', number: '988' },
  allergies: ['peanuts'],
  medicines: [{ name: 'lorazepam', instruction: 'Take it again tomorrow night.' }],
  appointments: [{ kind: 'integration', at: calmInfusion.startAt + 26 * 3_600_000 }],
};
const infusion = exampleEditions.find(({ route }) => route === 'iv');
const spray = exampleEditions.find(({ route }) => route === 'nasal');
if (infusion === undefined || spray === undefined) throw new Error('An example edition is gone.');

function contentOf(
  recorded: typeof calmInfusion | typeof twoSprays,
  edition: NonNullable<typeof infusion>,
  change: Partial<AfterVisitAround> = {},
  upTo = recorded.events.length,
) {
  const now = (recorded.events.at(-1)?.effectiveAt ?? 0) + 60_000;
  const state = fold(recorded.events.slice(0, upTo), recorded);
  return afterVisitContent({ state, edition, around: { ...around, ...change }, now });
}

const linesOf = (
  content: ReturnType<typeof contentOf>,
  part: AfterVisitPart,
  reader: 'patient' | 'companion' = 'patient',
  language: 'en' | 'es' = 'en',
) => content[reader][language].sections.find(({ id }) => id === part)?.lines ?? [];
const textOf = (...asked: Parameters<typeof linesOf>) =>
  linesOf(...asked)
    .map(({ text }) => text)
    .join('\n');

describe('the paper that goes home', () => {
  test('It says what was given, who watched, with whom they left, and on which day driving may be asked about', () => {
    const content = contentOf(calmInfusion, infusion);
    assert.match(textOf(content, 'given'), /^\d+(\.\d)? mg of ketamine, by drip, \d+:\d\d [ap]m to/);
    assert.match(textOf(content, 'given'), /Watched over you: \S/);
    assert.match(textOf(content, 'given'), /You left at .* with Lena Hale/);
    assert.match(textOf(content, 'driving'), new RegExp(dateWords(content.drivingFrom, 'en')));
    assert.match(
      textOf(content, 'driving', 'patient', 'es'),
      new RegExp(dateWords(content.drivingFrom, 'es')),
    );
    assert.match(textOf(content, 'said-back'), /You said all of it back/);
    assert.match(textOf(content, 'felt'), /You drank water and ate something light here/);
    assert.match(textOf(content, 'call'), /Quay Clinic: 555 0100\. We are here Monday to Friday/);
    assert.match(textOf(content, 'reach'), /988/);
    assert.match(textOf(content, 'food'), /peanuts/);
    assert.match(textOf(content, 'next'), /Talk about it \(integration\): \w+, \w+ \d+/);
  });

  test('Two sprays are two lines, each at its own moment', () => {
    const doses = linesOf(contentOf(twoSprays, spray), 'given').filter(({ text }) =>
      text.includes('esketamine'),
    );
    assert.equal(doses.length, 2);
  });

  test('The companion is told nothing of what was given, measured, felt, taken or booked', () => {
    const content = contentOf(calmInfusion, infusion);
    for (const language of ['en', 'es'] as const) {
      const { sections, sources } = content.companion[language];
      const ids = sections.map(({ id }) => id);
      for (const part of ['medicines', 'next', 'said-back', 'felt'] as const) assert.ok(!ids.includes(part));
      const text = JSON.stringify([sections, sources]);
      assert.doesNotMatch(text, /\bmg\b|peanuts|lorazepam|\d+\/\d+/);
    }
    assert.match(textOf(content, 'given', 'companion'), /handed Ana over to Lena Hale at/);
  });

  test('What nobody wrote down is said to be missing and never left out', () => {
    const content = contentOf(calmInfusion, infusion, { appointments: [], medicines: [] }, 3);
    const markOf = (part: AfterVisitPart) => linesOf(content, part).map(({ mark }) => mark);
    assert.ok(markOf('given').includes('missing'));
    assert.deepEqual(markOf('said-back'), ['missing']);
    assert.deepEqual(markOf('medicines'), ['missing']);
    assert.equal(markOf('next')[0], 'missing');
    assert.equal(markOf('food')[0], 'unknown');
    const noLine = contentOf(calmInfusion, infusion, { crisisLine: undefined, emergencyNumber: undefined });
    assert.equal(linesOf(noLine, 'reach')[0]?.mark, 'unknown');
  });

  test('The same log gives the same bytes, and every claim finds its source at the end', () => {
    const content = contentOf(calmInfusion, infusion);
    assert.equal(afterVisitBytes(content), afterVisitBytes(contentOf(calmInfusion, infusion)));
    for (const reader of ['patient', 'companion'] as const) {
      const { sections, sources } = content[reader].en;
      const listed = sources.map(({ id }) => id);
      for (const { lines } of sections)
        for (const { source } of lines) assert.ok(source === undefined || listed.includes(source));
    }
  });
});

test('Days and hours are written out as they are spoken', () => {
  assert.equal(dateWords('2026-12-03', 'en'), 'Thursday, December 3');
  assert.equal(dateWords('2026-12-03', 'es'), 'jueves 3 de diciembre');
  assert.deepEqual(
    [0, 60, 719, 720, 785, 1439].map((minute) => clockWords(minute, 'en')),
    ['12:00 am', '1:00 am', '11:59 am', '12:00 pm', '1:05 pm', '11:59 pm'],
  );
  assert.equal(clockWords(785, 'es'), '1:05 p.m.');
});
