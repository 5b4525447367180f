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

test('who drives is told the rule of the protocol, on the day and before it: a full night of sleep first', () => {
  const { en, es } = companionWords;
  for (const id of ['companion.no-driving', 'companion.no-driving-then'] as const) {
    assert.match(en[id], /does not drive until .+, after a full night of sleep\./);
    assert.match(es[id], /no maneja hasta .+, después de dormir toda la noche\./);
  }
  assert.doesNotMatch(en['companion.no-driving-then'], /tomorrow|tonight/i);
  assert.doesNotMatch(es['companion.no-driving-then'], /mañana|esta noche/i);
});
