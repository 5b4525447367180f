// Chosen feelings as one line.
import type { Feeling } from '#clinical/preparation/feelings.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { capitalised } from '#web/patient/moments.ts';
import { readyWords } from '#web/patient/words/ready.ts';

extendCatalog(readyWords);

export function feelingWords(chosen: readonly Feeling[]): string {
  if (chosen.length === 0) return capitalised(t('feelings.none-chosen'));
  return chosen.map((feeling) => t(`feelings.${feeling}`)).join(', ');
}
