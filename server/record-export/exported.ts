// What the page and the data are both made from.

import type { AnswerOf } from '#api/endpoint.ts';
import type { OwnWords } from '#api/own-words.ts';
import type { Patient, whoLooked } from '#api/patients.ts';
import type { Language } from '#content/language.ts';
import type { GatheredPart } from './gather.ts';

export type Exported = {
  readonly person: Patient;
  readonly clinic: { readonly id: string; readonly name: string; readonly phone: string };
  readonly language: Language;
  readonly zone: string;
  readonly madeAt: number;
  readonly gathered: readonly GatheredPart[];
  readonly ownWords: readonly OwnWords[];
  readonly looked: AnswerOf<typeof whoLooked>['entries'];
};
