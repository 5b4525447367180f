// A question or a fear that is being written, wherever it was begun.
export interface Typed {
  readonly kind: 'question' | 'fear' | undefined;
  readonly words: string;
}

export const askedDraft = 'prepare/asked';
/** What waits here to be asked. */
export const askedTopic = 'asked';
export const nothingTyped: Typed = { kind: undefined, words: '' };
