// A set of words in both languages. The type refuses a set where one language lacks a word.
import type { Catalog } from '#web/kit/locale.ts';
import type { Language } from '#web/kit/preferred-language.ts';

export type WordSet = Readonly<Record<Language, Catalog>>;

export function words<const Id extends string>(
  en: Readonly<Record<Id, string>>,
  es: Readonly<Record<NoInfer<Id>, string>>,
): WordSet {
  return { en, es };
}
