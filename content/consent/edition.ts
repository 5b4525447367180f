// A consent text as data: what a person is shown, word for word, and the one row of bytes that stands for it. What was
// signed is proven by those bytes, so a word changed is a new edition.

import type { Language } from '#content/language.ts';

export type ConsentSection = { readonly heading: string; readonly text: string };

export type ConsentEdition = {
  readonly id: string;
  readonly title: string;
  /** False: an example. A clinic has its own text approved before anyone signs it for care. */
  readonly approved: boolean;
  readonly sections: readonly ConsentSection[];
  /** The same, written by hand in Spanish; section by section, so that none is missing. */
  readonly es: { readonly title: string; readonly sections: readonly ConsentSection[] };
};

/** What is shown to a reader of this language. */
export function consentIn(
  edition: ConsentEdition,
  language: Language,
): { readonly title: string; readonly sections: readonly ConsentSection[] } {
  return language === 'es' ? edition.es : edition;
}

/** The text in a fixed order; its SHA-256 is what a signature holds. Each language is a text of its own. */
export function consentText(edition: ConsentEdition, language: Language): string {
  const { title, sections } = consentIn(edition, language);
  return JSON.stringify([
    edition.id,
    ...(language === 'en' ? [] : [language]),
    title,
    sections.map(({ heading, text }) => [heading, text]),
  ]);
}
