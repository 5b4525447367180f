// Every sentence a patient, or whoever is near them, can read here: in the apps, behind links, on paper, in messages and on the
// public pages, in both languages. Found by walking what the words files export, so that a new file is read without being named.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { handOver } from '#clinical/integration/hand-over.ts';
import { exampleEditions } from '#clinical/protocol/editions.ts';
import { healthConditions } from '#clinical/screening/conditions.ts';
import type { Tongue } from '#content/tone.ts';

export type PatientText = { readonly file: string; readonly tongue: Tongue; readonly text: string };

const root = fileURLToPath(new URL('..', import.meta.url));

/** Folders whose every file speaks to people, and single files of folders that also do other work. */
const folders = ['web/patient/words', 'content'];
const files = [
  'web/answer/words.ts',
  'web/companion/words.ts',
  'web/companion/home/guide-words.ts',
  'web/companion/home/home-words.ts',
  'web/kit/card-words.ts',
  'web/kit/day-questions.ts',
  'web/kit/locales/en.ts',
  'web/kit/locales/es.ts',
  'web/kit/side-effects/side-effect-words.ts',
  'clinical/protocol/editions.ts',
  'dosing-session/felt-words.ts',
  'dosing-session/papers/after-visit-words.ts',
  'server/record-export/parts.ts',
  'server/reminders/messages.ts',
];

/** What stands in files that hold more than words. */
const picked: readonly { readonly file: string; readonly words: unknown }[] = [
  {
    file: 'clinical/screening/conditions.ts',
    words: { en: healthConditions.map(({ question }) => question) },
  },
  {
    file: 'clinical/integration/hand-over.ts',
    words: exampleEditions.map(({ route, integration }) =>
      handOver({ doses: [{ on: '2026-11-22', route }], integration }),
    ),
  },
];

export async function patientTexts(): Promise<readonly PatientText[]> {
  const found = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .map((path) => `${folder}/${path}`),
  );
  const texts = await Promise.all(
    // The rules of tone hold the sentences nobody should read.
    [...found.filter((path) => path !== 'content/tone.ts'), ...files].map(async (file) => {
      const exported: unknown = await import(pathToFileURL(join(root, file)).href);
      return [...sentencesIn(exported, tongueOf(file))].map((one) => ({ file, ...one }));
    }),
  );
  return [
    ...texts.flat(),
    ...picked.flatMap(({ file, words }) =>
      [...sentencesIn(words, undefined)].map((one) => ({ file, ...one })),
    ),
  ];
}

type Sentence = { readonly tongue: Tongue; readonly text: string };

/** What stands under no language is in the language of its file; a protocol's other words are for who works here. */
function tongueOf(file: string): Tongue | undefined {
  if (file.startsWith('clinical/')) return undefined;
  return file === 'content/health-questions.ts' || /[/-]es[/.]/.test(file) ? 'es' : 'en';
}

function* sentencesIn(
  value: unknown,
  tongue: Tongue | undefined,
  seen = new Set<unknown>(),
): Generator<Sentence> {
  if (typeof value === 'string') {
    if (tongue !== undefined && /\p{L}+\s+\p{L}+/u.test(value)) yield { tongue, text: value };
    return;
  }
  if (value === null || typeof value !== 'object' || seen.has(value)) return;
  seen.add(value);
  // A statement for the store is read by no one here.
  for (const [key, inner] of Object.entries(value))
    if (key !== 'select') yield* sentencesIn(inner, key === 'en' || key === 'es' ? key : tongue, seen);
}
