import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sources } from '#clinical/sources.ts';
import { isExample } from './edition.ts';
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

test('Phases follow each other without a hole', () => {
  for (const { phases } of exampleEditions) {
    phases.slice(1).forEach((phase, index) => {
      assert.equal(phase.fromMinute, phases[index]?.toMinute);
    });
  }
});
