// Which of a phone's voices may read a person's page: one that lives on the phone and speaks the language of the page.
import type { Language } from '#web/kit/preferred-language.ts';

export interface Voice {
  readonly lang: string;
  readonly localService: boolean;
  readonly default: boolean;
}

export function voiceFor<V extends Voice>(voices: readonly V[], language: Language): V | undefined {
  const own = voices.filter(
    (voice) => voice.localService && voice.lang.toLowerCase().replace('_', '-').startsWith(language),
  );
  return own.find((voice) => voice.default) ?? own[0];
}
