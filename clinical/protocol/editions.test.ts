import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer } from '#clinical/answer.ts';
import { routeExamples } from '#clinical/examples/ready-records.ts';
import { lookIssues } from '#clinical/home/looks.ts';
import { sources } from '#clinical/sources.ts';
import { readingLevel } from '#content/reading-level.ts';
import { isExample } from './edition.ts';
import { editionChanges } from './edition-diff.ts';
import { exampleEdition, exampleEditions } from './editions.ts';

function valuesIn(part: unknown, path = ''): readonly (readonly [string, Record<string, unknown>])[] {
  if (part === null || typeof part !== 'object') return [];
  if ('value' in part) return [[path, part as Record<string, unknown>]];
  return Object.entries(part).flatMap(([key, inner]) => valuesIn(inner, `${path}.${key}`));
}

test('Every number of a protocol names its unit, its source and how sure that is', () => {
  for (const edition of exampleEditions) {
    const values = valuesIn(edition);
    assert.ok(values.length > 60);
    for (const [path, value] of values) {
      assert.ok(String(value.source) in sources, path);
      assert.ok(['V', 'V2', 'G', 'H'].includes(String(value.confidence)), path);
      assert.ok(typeof value.unit === 'string' && value.unit !== '', path);
    }
  }
});

test('No bare number hides outside the values, save versions and the minutes of the typical shape', () => {
  const bare = (part: unknown, path: string): readonly string[] => {
    if (typeof part === 'number') return [path];
    if (part === null || typeof part !== 'object' || 'value' in part) return [];
    return Object.entries(part).flatMap(([key, inner]) => bare(inner, `${path}.${key}`));
  };
  for (const edition of exampleEditions) {
    const found = bare(edition, '').filter((path) => !path.startsWith('.phases') && path !== '.version');
    assert.deepEqual(found, []);
  }
});

test('What comes with the software is an example until a clinician signs it', () => {
  for (const edition of exampleEditions) {
    assert.equal(isExample(edition), true);
    assert.equal(exampleEdition(edition.id), edition);
  }
  assert.equal(exampleEdition('none'), undefined);
});

test('Every route has an example, written from nothing and at its first version', () => {
  assert.deepEqual(
    exampleEditions.map(({ route, version, madeFrom }) => [route, version, madeFrom]),
    ['iv', 'iv', 'im', 'sublingual', 'home', 'nasal'].map((route) => [route, 1, undefined]),
  );
  assert.equal(new Set(exampleEditions.map(({ id }) => id)).size, exampleEditions.length);
});

test('The software comes with no hours for holding a medicine, only with what others publish', () => {
  for (const { holds } of exampleEditions) {
    for (const hold of holds) {
      assert.equal(hold.beforeHours, undefined, hold.medicineClass);
      assert.equal(hold.afterHours, undefined, hold.medicineClass);
      assert.ok(hold.published.length > 0, hold.medicineClass);
    }
    assert.equal(new Set(holds.map((hold) => hold.medicineClass)).size, holds.length);
  }
});

test('What people are told is there in both languages, and six years of school are enough to read it', () => {
  for (const { id, texts, driving, home } of exampleEditions) {
    const told = [...Object.values(texts), driving.text, ...(home ? [home.storage] : [])];
    for (const { value } of told) {
      assert.ok(readingLevel(value.en).grade <= 6, `${id}: ${value.en}`);
      assert.ok(value.es.trim() !== '' && value.es !== value.en, id);
      assert.doesNotMatch(`${value.en} ${value.es}`, /[!¡0-9]/, 'numbers stand in values, not in texts');
    }
  }
});

test('The spray holds the figures of its label, and the lozenges say where their sources disagree', () => {
  const nasal = exampleEditions.find((edition) => edition.route === 'nasal');
  assert.ok(nasal?.timing.route === 'nasal');
  assert.deepEqual(
    [
      nasal.fasting.foodMinutes,
      nasal.fasting.clearFluidMinutes,
      nasal.timing.nasalProductMinutes,
      nasal.timing.betweenDevicesMinutes,
      nasal.rest.minimumMinutes,
    ].map(({ value }) => value),
    [120, 30, 60, 5, 120],
  );
  assert.deepEqual(nasal.dose.allowedSessionMg?.value, [56, 84]);
  for (const edition of exampleEditions.filter(({ route }) => route === 'home' || route === 'sublingual')) {
    assert.notEqual(edition.fasting.foodMinutes.conflict, undefined);
    assert.notEqual(edition.fasting.clearFluidMinutes.conflict, undefined);
  }
});

test('No rule changes an edition that comes with the software', () => {
  const before = structuredClone(exampleEditions);
  for (const edition of exampleEditions) freeze(edition);
  for (const { edition, ready, readyNow, rested, restedNow } of routeExamples) {
    answer({ edition, record: ready, now: readyNow });
    answer({ edition, record: rested, now: restedNow });
    lookIssues({ edition, session: rested.cycle?.session, now: restedNow });
    editionChanges(edition, edition);
  }
  assert.deepEqual(exampleEditions, before);
});

function freeze(part: unknown): void {
  if (part === null || typeof part !== 'object' || Object.isFrozen(part)) return;
  Object.freeze(part);
  for (const inner of Object.values(part)) freeze(inner);
}

test('Phases follow each other without a hole', () => {
  for (const { phases } of exampleEditions) {
    phases.slice(1).forEach((phase, index) => {
      assert.equal(phase.fromMinute, phases[index]?.toMinute);
    });
  }
});
