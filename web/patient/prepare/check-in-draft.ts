// A check-in while it is being said: at which question they are, and what was said so far. Nothing in it has to be said.
import type { Feeling } from '#clinical/preparation/feelings.ts';
import type { Morning } from '#clinical/preparation/morning.ts';

export const checkInQuestions = ['sleep', 'food', 'drink', 'medicines', 'feelings', 'intention'] as const;
export type CheckInQuestion = (typeof checkInQuestions)[number];

export interface CheckInDraft {
  /** The question they are at; one past the last is the look back over all of them. */
  readonly place: number;
  readonly said: Morning;
  readonly feelings?: readonly Feeling[] | undefined;
}

export const nothingSaid: CheckInDraft = { place: 0, said: {} };

export function isSaid(question: CheckInQuestion, { said, feelings }: CheckInDraft): boolean {
  switch (question) {
    case 'sleep':
      return said.slept !== undefined;
    case 'food':
      return said.lastFoodAt !== undefined;
    case 'drink':
      return said.lastDrinkAt !== undefined;
    case 'medicines':
      return said.medicines !== undefined || (said.otherTaken ?? '').trim() !== '';
    case 'feelings':
      return feelings !== undefined && feelings.length > 0;
    case 'intention':
      return said.intention !== undefined;
  }
}
