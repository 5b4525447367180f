// Words, voices and pictures made on a phone that is shut. While someone is signed in the phone keeps only what seals; what opens lies under their
// own key and comes with the next sign-in, which opens what was put in and sends it to their journal.
import type { BodyOf } from '#api/endpoint.ts';
import type { Me } from '#api/me.ts';
import { mostMediaBytes, mostMediaOfAnEntry, saveOwnWords } from '#api/own-words.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { serverNow } from '#web/kit/clock.ts';
import { keep, outbox } from '#web/kit/outbox.ts';
import { type Vault, vault } from '#web/kit/vault.ts';
import type { Medium } from '#web/patient/journal/entry-draft.ts';
import { layAside } from '#web/patient/journal/media-shelf.ts';
import { wordsTopic } from '#web/patient/journal/waiting-words.ts';
import { phoneMemory } from '#web/patient/phone-memory.ts';
import {
  type LetterShelf,
  type LyingLetter,
  type LyingMedium,
  letterShelf,
  type Slot,
} from './letter-shelf.ts';
import { type BoxKeys, newBoxKeys, openLetter, sealLetter } from './sealed-letter.ts';

/** What is put in: an entry, and whose journal it is for. */
export interface Letter {
  readonly patientId: string;
  readonly body: BodyOf<typeof saveOwnWords>;
}

/** As it is written: a recording that grows is each time another one with the same id. */
export interface LetterContent {
  readonly text: string;
  readonly media: readonly Medium[];
}

export interface LetterboxPorts {
  readonly shelf: LetterShelf;
  readonly vault: Pick<Vault, 'openVaultAccount' | 'seal' | 'unseal'>;
  /** Whose phone this is, as far as the phone knows while it is shut. */
  readonly patientHere: () => string | undefined;
  /** Takes an opened letter on its way to the clinic, with what hangs on it. True once all of it is safe on this phone. */
  readonly send: (id: string, letter: Letter, media: readonly Medium[]) => Promise<boolean>;
  readonly newId: () => string;
  readonly now: () => number;
}

/** As many nights as a phone may be shut, and more; their words together are a few megabytes at most. */
export const mostLetters = 50;
/** Together less than a hundred megabytes, also where each is as large as it may be. */
export const mostMediaLying = 48;
/** The clinic takes no longer text in one entry. */
export const longestLetter = 40_000;

/** Only what is `kept` is safe whole; otherwise the rest is nowhere but in the page. */
export type PutIn =
  | { readonly outcome: 'kept'; readonly id: string }
  /** The words lie sealed, and of the media those that lay there before: there is no room for more. */
  | { readonly outcome: 'words-only'; readonly id: string }
  | { readonly outcome: 'full' | 'not-kept'; readonly id?: undefined };

export interface RoomLeft {
  readonly letters: number;
  readonly media: number;
}

/** As base64. */
const longestFile = Math.ceil(mostMediaBytes / 3) * 4;
const keysName = 'letterbox/keys';

export interface Letterbox {
  /** How many lie here, or nothing where this phone has no letterbox for whoever it belongs to. */
  lying(): Promise<number | undefined>;
  /** For how many more, so that it can be told before it is used up. */
  roomLeft(): Promise<RoomLeft>;
  /** In place of what was put in before, unless that was opened meanwhile. */
  put(content: LetterContent, before?: string): Promise<PutIn>;
  /** Thrown away before anyone opened it. */
  takeOut(id: string): Promise<void>;
  /** With each sign-in: opens what lies here, and lays a new slot. How many were opened. */
  attend(me: Pick<Me, 'id' | 'patientId'>): Promise<number>;
  /** When its person leaves the phone: nothing more is put in. What lies here waits, shut, for them. */
  close(): Promise<void>;
  /** On a phone that is not theirs nothing waits, either. */
  forget(accountId: string): Promise<void>;
}

/** A medium of this page as it lies in the box. */
interface Laid {
  readonly letterId: string;
  /** Its own id, or another where it already lay in a letter that was opened: the clinic takes each id once. */
  readonly id: string;
  readonly medium: Medium;
}

export function openLetterbox(ports: LetterboxPorts): Letterbox {
  const { shelf } = ports;
  /** By the id of the medium. What this page put in it cannot read again, so it remembers what that was. */
  const laid = new Map<string, Laid>();

  async function slotHere() {
    const slot = await shelf.slot();
    return slot?.patientId === ports.patientHere() ? slot : undefined;
  }

  async function opened<Value>(name: string, lying: LyingLetter | LyingMedium): Promise<Value | undefined> {
    const keys = (await ports.vault.unseal(keysName, lying.keys)) as BoxKeys | undefined;
    return keys && ((await openLetter(keys, name, lying)) as Value | undefined);
  }

  /** One that does not open stays, whole: unreadable is not the same as empty. */
  async function deliver({ id, accountId }: LyingLetter, letter: Letter): Promise<boolean> {
    const media: Medium[] = [];
    const lying = await shelf.mediaOf(id);
    for (const { id: mediaId } of letter.body.media ?? []) {
      const found = lying.find((each) => each.id === mediaId);
      const medium = found && (await opened<Medium>(nameOf({ accountId, id }, mediaId), found));
      if (medium === undefined) return false;
      media.push(medium);
    }
    if (!(await ports.send(id, letter, media))) return false;
    await shelf.remove(id);
    return true;
  }

  async function sealIn(slot: Slot, id: string, text: string, carried: readonly Laid[]): Promise<void> {
    const { accountId, patientId, publicKey, keys } = slot;
    const lay = async (name: string, value: unknown) => ({
      keys,
      ...(await sealLetter(publicKey, name, value)),
    });
    const media = carried.map(({ id: mediaId, medium: { kind, seconds } }) => ({
      id: mediaId,
      kind,
      seconds,
    }));
    const body: Letter['body'] = { version: 0, kind: 'journal', text, writtenAt: ports.now() };
    const letter: Letter = { patientId, body: media.length === 0 ? body : { ...body, media } };
    const fresh: LyingMedium[] = [];
    for (const each of carried) {
      if (laid.get(each.medium.id) === each) continue;
      const medium: Medium = { ...each.medium, id: each.id };
      const sealed = await lay(nameOf({ accountId, id }, each.id), medium);
      fresh.push({ id: each.id, letterId: id, ...sealed });
    }
    const sealed = await lay(nameOf({ accountId, id }), letter);
    const mediaIds = carried.map((each) => each.id);
    await shelf.put({ id, accountId, ...sealed }, fresh, mediaIds);
    for (const [key, each] of laid) if (each.letterId === id) laid.delete(key);
    for (const each of carried) laid.set(each.medium.id, each);
  }

  /** Under which id it goes into this letter; itself where it lies there as it is. */
  function layable(letterId: string, medium: Medium): Laid {
    const before = laid.get(medium.id);
    if (before === undefined) return { letterId, id: medium.id, medium };
    if (before.letterId !== letterId) return { letterId, id: ports.newId(), medium };
    return before.medium === medium ? before : { ...before, medium };
  }

  async function putIn({ text, media }: LetterContent, before: string | undefined): Promise<PutIn> {
    const slot = await slotHere();
    const fits =
      text.length <= longestLetter &&
      media.length <= mostMediaOfAnEntry &&
      media.every(({ file }) => file.length <= longestFile);
    if (slot === undefined || !fits) return { outcome: 'not-kept' };
    const letters = await shelf.letters();
    const replaced = letters.find(({ id }) => id === before)?.id;
    if (replaced === undefined && letters.length >= mostLetters) return { outcome: 'full' };
    const id = replaced ?? ports.newId();
    const all = media.map((medium) => layable(id, medium));
    const safe = media
      .flatMap(({ id: mediaId }) => laid.get(mediaId) ?? [])
      .filter((each) => each.letterId === id);
    const more = all.filter((each) => !safe.some((other) => other.id === each.id)).length;
    const isRoom = more === 0 || (await shelf.countMedia()) + more <= mostMediaLying;
    const isWhole =
      isRoom &&
      (await sealIn(slot, id, text, all).then(
        () => true,
        () => false,
      ));
    if (isWhole) return { outcome: 'kept', id };
    // What is new hangs on nothing that lay there before: that stays, and the words are put in without it.
    if (all.length === 0 || (text.trim() === '' && safe.length === 0)) return { outcome: 'not-kept' };
    await sealIn(slot, id, text, safe);
    return { outcome: 'words-only', id };
  }

  /** In the order they were written, so that they are sent in it. */
  async function openAll(accountId: string): Promise<number> {
    const found: { readonly lying: LyingLetter; readonly letter: Letter }[] = [];
    for (const lying of await shelf.letters()) {
      if (lying.accountId !== accountId) continue;
      const letter = await opened<Letter>(nameOf(lying), lying);
      if (letter !== undefined) found.push({ lying, letter });
    }
    found.sort((one, other) => one.letter.body.writtenAt - other.letter.body.writtenAt);
    let count = 0;
    for (const { lying, letter } of found) if (await deliver(lying, letter)) count += 1;
    return count;
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
    roomLeft: () =>
      afterLast(async () => ({
        letters: Math.max(0, mostLetters - (await shelf.letters()).length),
        media: Math.max(0, mostMediaLying - (await shelf.countMedia())),
      })),
    // No room, or a phone that refuses storage, must look like what it is.
    put: (content, before) =>
      afterLast(() => putIn(content, before).catch((): PutIn => ({ outcome: 'not-kept' }))),
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

function nameOf({ accountId, id }: Pick<LyingLetter, 'accountId' | 'id'>, mediaId?: string): string {
  const letter = `letterbox/${accountId}/${id}`;
  return mediaId === undefined ? letter : `${letter}/${mediaId}`;
}

/** The letterbox of this phone. */
export const letterbox = openLetterbox({
  shelf: letterShelf,
  vault,
  patientHere: () => phoneMemory().patientId,
  async send(id, { patientId, body }, media) {
    if (!(await layAside(media, { patientId, wordsId: id }))) return false;
    // The same ids each time: opened twice, it is still one entry, and each of its recordings is one.
    await keep(saveOwnWords, { topic: wordsTopic, params: { patientId, wordsId: id }, body, commandId: id });
    return !outbox.state.onlyInMemory;
  },
  newId: newCommandId,
  now: serverNow,
});
