// Words written on a phone that is shut. While someone is signed in the phone keeps only what seals; what opens lies under their
// own key and comes with the next sign-in, which opens what was put in and sends it to their journal.
import type { BodyOf } from '#api/endpoint.ts';
import { saveOwnWords } from '#api/own-words.ts';
import type { Me } from '#api/sign-in.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { serverNow } from '#web/kit/clock.ts';
import { keep, outbox } from '#web/kit/outbox.ts';
import { type Vault, vault } from '#web/kit/vault.ts';
import { wordsTopic } from '#web/patient/journal/waiting-words.ts';
import { phoneMemory } from '#web/patient/phone-memory.ts';
import { type LetterShelf, type LyingLetter, letterShelf } from './letter-shelf.ts';
import { type BoxKeys, newBoxKeys, openLetter, sealLetter } from './sealed-letter.ts';

/** What is put in: an entry, and whose journal it is for. */
export interface Letter {
  readonly patientId: string;
  readonly body: BodyOf<typeof saveOwnWords>;
}

export interface LetterboxPorts {
  readonly shelf: LetterShelf;
  readonly vault: Pick<Vault, 'openVaultAccount' | 'seal' | 'unseal'>;
  /** Whose phone this is, as far as the phone knows while it is shut. */
  readonly patientHere: () => string | undefined;
  /** Takes an opened letter on its way to the clinic. True once it is safe on this phone. */
  readonly send: (id: string, letter: Letter) => Promise<boolean>;
  readonly newId: () => string;
  readonly now: () => number;
}

/** As many nights as a phone may be shut, and more; together a few megabytes at most. */
export const mostLetters = 50;
/** The clinic takes no longer text in one entry. */
export const longestLetter = 40_000;

/** Only `kept` is safe; otherwise the words are nowhere but in the page. */
export type PutIn =
  | { readonly outcome: 'kept'; readonly id: string }
  | { readonly outcome: 'full' | 'not-kept'; readonly id?: undefined };

const keysName = 'letterbox/keys';

export interface Letterbox {
  /** How many lie here, or nothing where this phone has no letterbox for whoever it belongs to. */
  lying(): Promise<number | undefined>;
  /** In place of what was put in before, unless that was opened meanwhile. */
  put(text: string, before?: string): Promise<PutIn>;
  /** Thrown away before anyone opened it. */
  takeOut(id: string): Promise<void>;
  /** With each sign-in: opens what lies here, and lays a new slot. How many were opened. */
  attend(me: Pick<Me, 'id' | 'patientId'>): Promise<number>;
  /** When its person leaves the phone: nothing more is put in. What lies here waits, shut, for them. */
  close(): Promise<void>;
  /** On a phone that is not theirs nothing waits, either. */
  forget(accountId: string): Promise<void>;
}

export function openLetterbox(ports: LetterboxPorts): Letterbox {
  const { shelf } = ports;

  async function slotHere() {
    const slot = await shelf.slot();
    return slot?.patientId === ports.patientHere() ? slot : undefined;
  }

  /** One that does not open stays: unreadable is not the same as empty. */
  async function deliver(letter: LyingLetter): Promise<boolean> {
    const keys = (await ports.vault.unseal(keysName, letter.keys)) as BoxKeys | undefined;
    const opened = keys && (await openLetter(keys, nameOf(letter), letter));
    if (opened === undefined || !(await ports.send(letter.id, opened as Letter))) return false;
    await shelf.remove(letter.id);
    return true;
  }

  async function putIn(text: string, before: string | undefined): Promise<PutIn> {
    const slot = await slotHere();
    if (slot === undefined || text.length > longestLetter) return { outcome: 'not-kept' };
    const letters = await shelf.letters();
    const replaced = letters.find(({ id }) => id === before)?.id;
    if (replaced === undefined && letters.length >= mostLetters) return { outcome: 'full' };
    const { accountId, patientId, publicKey, keys } = slot;
    const id = replaced ?? ports.newId();
    const letter: Letter = { patientId, body: { version: 0, kind: 'journal', text, writtenAt: ports.now() } };
    const sealed = await sealLetter(publicKey, nameOf({ accountId, id }), letter);
    await shelf.put({ id, accountId, keys, ...sealed });
    return { outcome: 'kept', id };
  }

  async function openAll(accountId: string): Promise<number> {
    let opened = 0;
    for (const letter of await shelf.letters())
      if (letter.accountId === accountId && (await deliver(letter))) opened += 1;
    return opened;
  }

  /** A new one with each sign-in: a slot that somebody changed meanwhile takes no more letters. */
  async function laySlot(accountId: string, patientId: string): Promise<void> {
    const box = await newBoxKeys();
    const keys = await ports.vault.seal(keysName, box);
    if (keys !== undefined) await shelf.laySlot({ accountId, patientId, publicKey: box.publicKey, keys });
  }

  // What is still being sealed when its author comes in is put in before the box is opened.
  let last: Promise<unknown> = Promise.resolve();
  function afterLast<Done>(work: () => Promise<Done>): Promise<Done> {
    const done = last.then(work, work);
    last = done;
    return done;
  }
  return {
    lying: () =>
      afterLast(async () => {
        const slot = await slotHere();
        return slot && (await shelf.letters()).filter(({ accountId }) => accountId === slot.accountId).length;
      }),
    // No room, or a phone that refuses storage, must look like what it is.
    put: (text, before) => afterLast(() => putIn(text, before).catch((): PutIn => ({ outcome: 'not-kept' }))),
    takeOut: (id) => afterLast(() => shelf.remove(id)),
    attend: ({ id, patientId }) =>
      afterLast(async () => {
        if (patientId === undefined || ports.vault.openVaultAccount() !== id) return 0;
        const opened = await openAll(id);
        await laySlot(id, patientId);
        return opened;
      }),
    close: () =>
      afterLast(async () => {
        await shelf.removeSlot();
        if ((await shelf.letters()).length === 0) await shelf.forget();
      }),
    forget: (accountId) =>
      afterLast(async () => {
        for (const letter of await shelf.letters())
          if (letter.accountId === accountId) await shelf.remove(letter.id);
      }),
  };
}

function nameOf({ accountId, id }: Pick<LyingLetter, 'accountId' | 'id'>): string {
  return `letterbox/${accountId}/${id}`;
}

/** The letterbox of this phone. */
export const letterbox = openLetterbox({
  shelf: letterShelf,
  vault,
  patientHere: () => phoneMemory().patientId,
  async send(id, { patientId, body }) {
    // The same id each time: opened twice, it is still one entry.
    await keep(saveOwnWords, { topic: wordsTopic, params: { patientId, wordsId: id }, body, commandId: id });
    return !outbox.state.onlyInMemory;
  },
  newId: newCommandId,
  now: serverNow,
});
