// What was said of the last meal besides its hour, in the words of the note and the log.

import type { FactOf } from './events.ts';

const heavyWords = {
  yes: ', fried or fatty',
  no: ', not fried or fatty',
  'not-sure': ', not sure whether fried or fatty',
} as const;

/** Nothing where it was not asked. */
export function heavyInWords(heavy: FactOf<'LastIntakeReported'>['lastFoodHeavy']): string {
  return heavy === undefined ? '' : heavyWords[heavy];
}
