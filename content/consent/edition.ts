// A consent text as data: what a person is shown, word for word, and the one row of bytes that stands for it. What was
// signed is proven by those bytes, so a word changed is a new edition.

export type ConsentEdition = {
  readonly id: string;
  readonly title: string;
  /** False: an example. A clinic has its own text approved before anyone signs it for care. */
  readonly approved: boolean;
  readonly sections: readonly { readonly heading: string; readonly text: string }[];
};

/** The text in a fixed order; its SHA-256 is what a signature holds. */
export function consentText(edition: ConsentEdition): string {
  return JSON.stringify([
    edition.id,
    edition.title,
    edition.sections.map(({ heading, text }) => [heading, text]),
  ]);
}
