// How well a fact is known, in words. The letter alone says nothing to a person who decides.
import type { Confidence } from '#clinical/sources.ts';

const words: Readonly<Record<Confidence, string>> = {
  V: 'Read in a primary source',
  V2: 'Read in a secondary page of limited authority',
  G: 'General clinical knowledge, no source opened',
  H: 'House rule, for the clinic to approve or change',
};

export function sureness(confidence: Confidence): string {
  return words[confidence];
}
