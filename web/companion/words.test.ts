import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { companionWords } from './words.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));

test('every word the companion’s page asks for exists', () => {
  const asked = readdirSync(folder)
    .filter((name) => name.endsWith('.tsx'))
    .flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/\bt\(\s*'(companion\.[a-z.-]+)'/g)].map(
        ([, id]) => id ?? '',
      ),
    );
  assert.ok(asked.length > 20);
  assert.deepEqual(
    asked.filter((id) => !(id in companionWords.en)),
    [],
  );
});

test('the companion’s page names no diagnosis and no drug', () => {
  const all = [...Object.values(companionWords.en), ...Object.values(companionWords.es)].join('\n');
  assert.doesNotMatch(all, /ketamin|depress|depres|trauma|PTSD|dose|dosis/i);
});
