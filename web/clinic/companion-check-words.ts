// What the companion says in the days after a dose, as staff read it.
import type {
  CompanionCheckName,
  CompanionSign,
  CompanionWord,
} from '#clinical/integration/companion-checks.ts';

export const companionCheckWords: Readonly<Record<CompanionCheckName, string>> = {
  evening: 'Evening of the dose',
  morning: 'Morning after',
  last: 'Last check',
};

export const companionWordWords: Readonly<Record<CompanionWord, string>> = {
  well: 'all well',
  'not-sure': 'not sure',
  worried: 'worried',
};

const signWords: Readonly<Record<CompanionSign, string>> = {
  'hard-to-wake': 'hard to wake',
  breathing: 'breathing seems wrong',
  confused: 'confused',
  hurt: 'fell or is hurt',
  distressed: 'very distressed',
};

/** "worried: confused, fell or is hurt" */
export function companionSaidWords(word: CompanionWord, signs: readonly CompanionSign[]): string {
  const seen = signs.map((sign) => signWords[sign]).join(', ');
  return seen === '' ? companionWordWords[word] : `${companionWordWords[word]}: ${seen}`;
}
