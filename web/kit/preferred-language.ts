// Which of our languages a device asks for; apart, so that it can be known before any words are there.

export type Language = 'en' | 'es';

export const languages: readonly Language[] = ['en', 'es'];

/** The first language this device asks for that we speak. */
export function preferredLanguage(asked: readonly string[]): Language {
  for (const tag of asked) {
    const language = languages.find((each) => tag.toLowerCase().startsWith(each));
    if (language) return language;
  }
  return 'en';
}
