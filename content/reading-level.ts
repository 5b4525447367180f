// How hard a text is to read, as a school grade, after Flesch and Kincaid. A rough measure, so it is used as a fence:
// a page that crosses it is rewritten, not argued with.

/** Words a reader of these pages has to meet, each explained where it first stands. They count as two syllables. */
export const allowedMedicalWords: ReadonlySet<string> = new Set([
  'ketamine',
  'esketamine',
  'benzodiazepine',
  'benzodiazepines',
  'lorazepam',
  'psychosis',
  'depression',
  'anxiety',
  'prescriber',
  'injection',
  'therapist',
  'therapists',
  'receptor',
  'medicine',
  'medicines',
  'milligrams',
  'glutamate',
  'addiction',
  'pregnancy',
  'allergy',
  'bipolar',
  'suicide',
  'veterans',
  'insurer',
  'emergency',
]);

function syllablesOf(word: string): number {
  if (allowedMedicalWords.has(word)) return 2;
  if (/^\d/.test(word)) return 1;
  const trimmed = word
    .replace(/(?:[^laeiouy]es|[^tdaeiouy]ed|[^laeiouy]e)$/, (end) => end.charAt(0))
    .replace(/^y/, '');
  return Math.max(1, trimmed.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}

export type ReadingLevel = { readonly grade: number; readonly words: number; readonly sentences: number };

/** The school grade of an English text. Headings and list items count as sentences of their own: end them with a line. */
export function readingLevel(text: string): ReadingLevel {
  const sentences = text
    .split(/[.?:;]+(?=\s|$)|\n+/)
    .map((sentence) => sentence.toLowerCase().match(/[a-z0-9][a-z0-9'’,-]*/g) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  if (words.length === 0) return { grade: 0, words: 0, sentences: 0 };
  const syllables = words.reduce((total, word) => total + syllablesOf(word.replace(/['’,-]/g, '')), 0);
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
  return { grade: Math.max(0, grade), words: words.length, sentences: sentences.length };
}
