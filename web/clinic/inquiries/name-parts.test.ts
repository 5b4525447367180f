import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameParts } from './name-parts.ts';

test('A name from the public form is split at the first word, and nothing is made up for what was not given', () => {
  const rows = [
    ['Ana Rivera', 'Ana', 'Rivera'],
    ['  Ana   María de la Cruz ', 'Ana', 'María de la Cruz'],
    ['Ana', 'Ana', ''],
    ['', '', ''],
  ] as const;
  for (const [name, givenName, familyName] of rows)
    assert.deepEqual(nameParts(name), { givenName, familyName });
});
