// What a link asks and what was tapped, on its way to the clinic: sealed on this phone before it is called safe, sent with the id
// of its tap until the clinic has said yes or no, and told as what it is all along.
import type { AnswerOf } from '#api/endpoint.ts';
import { mostWaitedMs } from '#api/late-answers.ts';
import type { AskedByLink, answerByLink } from '#api/reminders.ts';
import type { Instant } from '#clinical/instant.ts';
import type { DayQuestion } from '#web/kit/day-questions.ts';
import type { GivenAnswer, KeptAnswers } from './kept-answers.ts';
import type { Post } from './post.ts';

export type Call = NonNullable<AnswerOf<typeof answerByLink>['call']>;

/** `waiting` is in the page alone; `sealed` waits too, and outlives the page. */
export type TapState = 'sending' | 'kept' | 'waiting' | 'sealed' | 'too-late';

export interface Tap {
  readonly given: GivenAnswer;
  state: TapState;
}

export type Stage = 'opening' | 'open' | 'ended' | 'away';

export interface OnTheWayPorts {
  readonly secret: string;
  readonly kept: Pick<KeptAnswers, 'find' | 'keep' | 'forget'>;
  readonly post: Post;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly changed: () => void;
  readonly onCall: (tap: Tap, call: Call) => void;
}

export class OnTheWay {
  readonly #ports: OnTheWayPorts;
  stage: Stage = 'opening';
  asked: AskedByLink | undefined;
  /** What stands is shown from this phone: the clinic could not be asked. */
  isAway = false;
  readonly taps = new Map<DayQuestion, Tap>();
  /** Given when this link was opened before. A link shows nobody what was answered, so it is said only that they wait. */
  #earlier: readonly Tap[] = [];
  /** What became of those. */
  earlier: 'none' | 'waiting' | 'sent' | 'too-late' = 'none';
  #isSending = false;

  constructor(ports: OnTheWayPorts) {
    this.#ports = ports;
  }

  async open(): Promise<void> {
    const { secret, kept, post, now, changed } = this.#ports;
    if (this.asked === undefined) {
      const found = await kept.find(secret);
      this.asked = found?.asked;
      this.#earlier = (found?.waiting ?? []).map((given) => ({ given, state: 'sealed' }));
      if (this.#earlier.length > 0) this.earlier = 'waiting';
    }
    // What is known already stands at once: on a bad line the clinic's word takes its time.
    this.stage = this.#isOpenAt(now()) ? 'open' : 'opening';
    changed();
    const told = await post<AskedByLink>('/api/answer-links/open', { secret });
    this.isAway = told.kind === 'away';
    if (told.kind === 'answered') {
      this.asked = told.value;
      this.stage = 'open';
      await this.#keep();
    } else if (told.kind === 'refused') this.stage = 'ended';
    else if (this.#isOpenAt(now())) this.stage = 'open';
    else this.stage = this.asked === undefined ? 'away' : 'ended';
    changed();
    await this.sendWaiting();
    if (this.stage === 'ended' && !this.hasWaiting()) await kept.forget(secret);
  }

  choose(question: DayQuestion, answer: number | string): Promise<void> {
    const { newId, now } = this.#ports;
    const tap: Tap = { given: { id: newId(), question, answer, givenAt: now() }, state: 'sending' };
    this.taps.set(question, tap);
    // Said anew, the earlier word on the same question is not sent after it.
    this.#earlier = this.#earlier.filter(({ given }) => given.question !== question);
    if (this.earlier === 'waiting' && this.#earlier.length === 0) this.earlier = 'none';
    return this.#send(tap);
  }

  hasWaiting(): boolean {
    return this.#waiting().length > 0;
  }

  /** Oldest first, and stops at the first silence. */
  async sendWaiting(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      for (const tap of this.#waiting()) {
        if (tap.state === 'sending') continue;
        await this.#send(tap);
        if (isWaiting(tap)) break;
      }
    } finally {
      this.#isSending = false;
    }
  }

  async #send(tap: Tap): Promise<void> {
    const { secret, post, now, changed, onCall } = this.#ports;
    tap.state = 'sending';
    const sealing = this.#keep();
    changed();
    const { id, question, answer, givenAt } = tap.given;
    const waitedMs = Math.max(0, now() - givenAt);
    const told =
      waitedMs > mostWaitedMs
        ? ({ kind: 'refused' } as const)
        : await post<AnswerOf<typeof answerByLink>>('/api/answer-links/answers', {
            secret,
            id,
            question,
            answer,
            waitedMs,
          });
    const isSealed = await sealing;
    this.isAway = told.kind === 'away';
    if (told.kind === 'answered') tap.state = 'kept';
    else if (told.kind === 'refused') {
      tap.state = 'too-late';
      this.stage = 'ended';
    } else tap.state = isSealed ? 'sealed' : 'waiting';
    const wasEarlier = this.#earlier.includes(tap);
    this.#earlier = this.#earlier.filter(isWaiting);
    if (wasEarlier) this.earlier = earlierAfter(tap, this.#earlier, this.earlier);
    if (told.kind !== 'away') await this.#keep();
    if (told.kind === 'answered' && told.value.call !== undefined) onCall(tap, told.value.call);
    changed();
  }

  #waiting(): readonly Tap[] {
    return [...this.#earlier, ...this.taps.values()].filter(isWaiting);
  }

  /** Also what is being sent: the page may be gone before the answer comes. */
  #keep(): Promise<boolean> {
    const { kept, secret } = this.#ports;
    if (this.asked === undefined) return Promise.resolve(false);
    return kept.keep(secret, { asked: this.asked, waiting: this.#waiting().map(({ given }) => given) });
  }

  #isOpenAt(now: Instant): boolean {
    return this.asked !== undefined && now < this.asked.endsAt;
  }
}

function isWaiting({ state }: Tap): boolean {
  return state === 'sending' || state === 'waiting' || state === 'sealed';
}

/** One that came too late is said, whatever became of the others. */
function earlierAfter(tap: Tap, left: readonly Tap[], before: OnTheWay['earlier']): OnTheWay['earlier'] {
  if (tap.state === 'too-late' || before === 'too-late') return 'too-late';
  return left.length > 0 ? 'waiting' : 'sent';
}
