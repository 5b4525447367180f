import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { redFlags } from '#clinical/home/red-flags.ts';
import { afterSteps, beforeSteps } from './home-view.ts';
import { homeWords } from './home-words.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const has = (id: string): boolean => id in homeWords.en;

test('every word the day at home asks for exists', () => {
  const asked = readdirSync(folder)
    .filter((name) => name.endsWith('.tsx'))
    .flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/'(home\.[a-z-]+)'/g)].map(([, id]) => id ?? ''),
    );
  assert.ok(asked.length > 60);
  assert.deepEqual(
    asked.filter((id) => !has(id)),
    [],
  );
});

test('each step, each state and each red flag has its words', () => {
  const named = [
    ...[...beforeSteps, ...afterSteps].map((step) => `home.step-${step}`),
    ...['open', 'met', 'stop', 'unclear'].map((state) => `home.state-${state}`),
    ...['settled', 'asleep', 'not-sure', 'worried'].flatMap((seen) => [
      `home.seen-${seen}`,
      `home.saw-${seen}`,
    ]),
    ...['spit', 'swallow', 'either'].map((how) => `home.hold-${how}`),
    ...redFlags.flatMap(({ code }) => [`home.flag-${code}`, `home.flag-${code}-do`]),
  ];
  assert.deepEqual(
    named.filter((id) => !has(id)),
    [],
  );
});

test('what is an emergency says the number before anything else, in both languages', () => {
  for (const language of ['en', 'es'] as const)
    for (const { code, call } of redFlags)
      if (call === 'emergency')
        assert.match(homeWords[language][`home.flag-${code}-do`], /^(Call|Llame ya al) \{number\}/, code);
});

test('the day at home names no diagnosis and no drug', () => {
  const all = [...Object.values(homeWords.en), ...Object.values(homeWords.es)].join('\n');
  assert.doesNotMatch(all, /ketamin|depress|depres|trauma|PTSD/i);
});
