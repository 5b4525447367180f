// The letter a person is writing on a shut phone: sealed at each rest of the hand, and whole when they leave the page.
import type { Timers } from '#web/kit/surroundings.ts';
import type { Medium } from '#web/patient/journal/entry-draft.ts';
import type { Letterbox, LetterContent, PutIn } from './letterbox.ts';

export interface InHand extends LetterContent {
  /** What became of it as it stands; nothing while it is not sealed yet. */
  readonly outcome: PutIn['outcome'] | undefined;
}

const restMs = 300;
const blank: InHand = { text: '', media: [], outcome: undefined };

export function isBlankLetter({ text, media }: LetterContent): boolean {
  return text.trim() === '' && media.length === 0;
}

export class LetterInHand {
  readonly #box: Pick<Letterbox, 'put' | 'takeOut'>;
  readonly #timers: Pick<Timers, 'after'>;
  readonly #listeners = new Set<() => void>();
  #state = blank;
  #id: string | undefined;
  #callOff: (() => void) | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(box: Pick<Letterbox, 'put' | 'takeOut'>, timers: Pick<Timers, 'after'>) {
    this.#box = box;
    this.#timers = timers;
  }

  readonly state = (): InHand => this.#state;

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly type = (text: string): void => this.#change({ ...this.#state, text });

  /** Adds it, or puts a longer recording or a drawing with another line in the place of the one with its id. */
  readonly add = (medium: Medium): void => {
    const { text, media } = this.#state;
    const isThere = media.some(({ id }) => id === medium.id);
    this.#change({
      text,
      media: isThere ? media.map((each) => (each.id === medium.id ? medium : each)) : [...media, medium],
    });
  };

  readonly drop = (id: string): void => {
    const { text, media } = this.#state;
    if (media.some((each) => each.id === id))
      this.#change({ text, media: media.filter((each) => each.id !== id) });
  };

  /** Now, as the page is left or put away. */
  readonly seal = (): Promise<void> => {
    this.#callOff?.();
    this.#last = this.#last.then(() => this.#sealLatest());
    return this.#last;
  };

  /** Done with this one: true when it lies sealed and the next may begin. */
  readonly finish = async (): Promise<boolean> => {
    await this.seal();
    if (this.#state.outcome !== 'kept') return false;
    this.#id = undefined;
    this.#become(blank);
    return true;
  };

  readonly throwAway = async (): Promise<void> => {
    this.#callOff?.();
    this.#become(blank);
    await this.#last;
    await this.#takeBack();
  };

  async #takeBack(): Promise<void> {
    const id = this.#id;
    this.#id = undefined;
    if (id !== undefined) await this.#box.takeOut(id);
  }

  async #sealLatest(): Promise<void> {
    const { text, media, outcome } = this.#state;
    if (outcome === 'kept') return;
    if (isBlankLetter({ text, media })) return this.#takeBack();
    const put = await this.#box.put({ text, media }, this.#id);
    this.#id = put.id ?? this.#id;
    // Typed on meanwhile: that is sealed at its own rest.
    if (this.#state.text === text && this.#state.media === media)
      this.#become({ text, media, outcome: put.outcome });
  }

  #change(content: LetterContent): void {
    this.#become({ text: content.text, media: content.media, outcome: undefined });
    this.#callOff?.();
    this.#callOff = this.#timers.after(restMs, this.seal);
  }

  #become(next: InHand): void {
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}
