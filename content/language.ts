// The languages the reviewed words exist in. Spanish is written by hand with usted, never turned out word by word.

export type Language = 'en' | 'es';

/** The same thing said in every language. A type, so that a missing translation does not compile. */
export type Words = Readonly<Record<Language, string>>;

/** Puts figures from a protocol edition into a sentence: 'every {checkEveryMinutes} minutes'. */
export function fill(text: string, figures: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const figure = figures[name];
    if (figure === undefined) throw new Error(`The sentence "${text}" needs a figure called ${name}`);
    return String(figure);
  });
}
