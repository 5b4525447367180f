// What this phone keeps of a link until it ends: which question it asks, so that it opens with no signal, and answers that
// could not leave yet. All of it is sealed with the link's own key; in sight are only how many answers wait, and until when.
import { mostWaitedMs } from '#api/late-answers.ts';
import type { AskedByLink } from '#api/reminders.ts';
import type { Instant } from '#clinical/instant.ts';
import type { DayQuestion } from '#web/kit/day-questions.ts';
import type { Sealed } from '#web/kit/vault.ts';
import { linkKeyOf, openFor, sealFor } from './link-key.ts';

/** One tap that has not reached the clinic. */
export interface GivenAnswer {
  readonly id: string;
  readonly question: DayQuestion;
  readonly answer: number | string;
  /** By this phone's clock. */
  readonly givenAt: Instant;
}

export interface LinkOnPhone {
  readonly asked: AskedByLink;
  readonly waiting: readonly GivenAnswer[];
}

export interface LinkRecord {
  readonly print: string;
  readonly endsAt: Instant;
  readonly waiting: number;
  readonly sealed: Sealed;
}

export interface LinkShelf {
  all(): Promise<readonly LinkRecord[]>;
  /** Resolves once the bytes are safe; rejects when there is no room. */
  put(record: LinkRecord): Promise<void>;
  remove(print: string): Promise<void>;
}

export interface KeptAnswers {
  find(secret: string): Promise<LinkOnPhone | undefined>;
  /** False when this phone could not keep it: then it is in the page alone. */
  keep(secret: string, link: LinkOnPhone): Promise<boolean>;
  forget(secret: string): Promise<void>;
  /** Answers of any link that lie here, with no link in hand. */
  lying(): Promise<number>;
}

export function openKeptAnswers(shelf: LinkShelf, now: () => Instant): KeptAnswers {
  // In the order they were asked for: an older state of a link never lands last.
  let last: Promise<unknown> = Promise.resolve();
  function afterLast<Done>(work: () => Promise<Done>, otherwise: Done): Promise<Done> {
    // A browser may refuse storage, or be without a lock for it; then the page needs a signal, and says so.
    const done = last.then(work).catch(() => otherwise);
    last = done;
    return done;
  }

  /** Once nobody takes its answers any more nothing of a link stays; one with nothing to send goes as it ends. */
  async function records(): Promise<readonly LinkRecord[]> {
    const all = await shelf.all();
    const isOver = ({ endsAt, waiting }: LinkRecord): boolean =>
      now() >= endsAt + (waiting > 0 ? mostWaitedMs : 0);
    for (const record of all.filter(isOver)) await shelf.remove(record.print);
    return all.filter((record) => !isOver(record));
  }

  return {
    find: (secret) =>
      afterLast(async () => {
        const link = await linkKeyOf(secret);
        const record = (await records()).find(({ print }) => print === link.print);
        return record && ((await openFor(link, record.sealed)) as LinkOnPhone | undefined);
      }, undefined),
    keep: (secret, { asked, waiting }) =>
      afterLast(async () => {
        const link = await linkKeyOf(secret);
        const sealed = await sealFor(link, { asked, waiting });
        await shelf.put({ print: link.print, endsAt: asked.endsAt, waiting: waiting.length, sealed });
        return true;
      }, false),
    forget: (secret) =>
      afterLast(async () => {
        await shelf.remove((await linkKeyOf(secret)).print);
      }, undefined),
    lying: () =>
      afterLast(async () => (await records()).reduce((count, { waiting }) => count + waiting, 0), 0),
  };
}
