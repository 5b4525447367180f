// Writing, showing, taking back and deleting; and for a named person of the team, reading what was shown to them.

import type { BodyOf } from '#api/endpoint.ts';
import * as api from '#api/own-words.ts';
import { type Context, type Route, route } from '#server/access';
import { type Refusal, refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';
import type { Secrets } from '#server/secrets';
import { isCycleOf } from '#server/series';
import { keepDay } from './days.ts';
import { keepMark, markDeleted } from './marks.ts';
import { dropMedia, keepMedium, mediaTypeOf, readMedium, withArrival } from './media.ts';
import { keyOfAuthor, sealWords, type Words, wordsOpener } from './seal.ts';
import { markSeen, wordsSharedWithMe } from './shared.ts';
import {
  blankWords,
  careTeamName,
  findKept,
  insertShare,
  insertWords,
  type KeptWords,
  listKept,
  nameOnLink,
  replaceWords,
  takeBack,
} from './store.ts';

/** The file as text is a third longer. */
const mostMediaBodyBytes = Math.ceil((api.mostMediaBytes * 4) / 3) + 16 * 1024;
const absent = refuse(404, 'absent', 'There is nothing here.');
const stale = refuse(
  409,
  'stale',
  'You changed this somewhere else first. Open it again; your words are still here.',
);

export function ownWordsRoutes(ports: Ports): readonly Route[] {
  return [
    route(
      api.listOwnWords,
      { resource: 'own-words', action: 'r', subject: 'patient' },
      { audit: 'own-words.list' },
      async ({ tx, params, query, now }) => {
        const { patientId = '' } = params;
        return {
          words: await asRead(
            tx,
            ports.secrets,
            patientId,
            await listKept(tx, patientId, now, { kind: query.kind }),
            now,
          ),
        };
      },
    ),

    route(
      api.saveOwnWords,
      { resource: 'own-words', action: 'u', subject: 'patient' },
      { audit: 'own-words.save' },
      async (context) => {
        const { tx, params, body, now } = context;
        const { patientId = '', wordsId = '' } = params;
        const wrong = await whatIsWrong(tx, patientId, body);
        if (wrong !== undefined) return wrong;
        const before = await findKept(tx, patientId, wordsId, now);
        if ((before?.version ?? 0) !== body.version) return stale;
        if (before !== undefined && before.kind !== body.kind)
          return refuse(422, 'other-kind', 'This entry is of another kind. Start a new one.');

        const version = body.version + 1;
        const key = await keyOfAuthor(tx, ports, patientId, now);
        const isMarked = body.kind === 'intention' || body.kind === 'letter';
        const state = isMarked ? (body.state ?? 'written') : body.state;
        const sealed = sealWords(tx, key, patientId, { wordsId, version }, { ...insideOf(body), state });
        const words = {
          id: wordsId,
          version,
          patientId,
          cycleId: body.cycleId,
          sealed,
          openAt: body.openAt,
          writtenAt: body.writtenAt,
        };
        if (before === undefined) await insertWords(tx, { ...words, kind: body.kind }, now);
        else if (!(await replaceWords(tx, words, now))) return stale;
        else if (before.mediaHere.length > 0) {
          const keep = (body.media ?? []).map((medium) => medium.id);
          await dropMedia(tx, { patientId, wordsId, keep }, now);
        }
        if ((body.kind === 'intention' || body.kind === 'letter') && body.cycleId !== undefined) {
          await keepMark(
            tx,
            { wordsId, patientId, cycleId: body.cycleId, kind: body.kind, state: state ?? 'written' },
            now,
          );
        }
        if (body.kind === 'commitment')
          await keepDay(tx, { wordsId, patientId, dueOn: isSettled(body) ? undefined : body.dueOn }, now);
        return await answerWith(context, ports.secrets, patientId, wordsId, version);
      },
    ),

    route(
      api.deleteOwnWords,
      { resource: 'own-words', action: 'd', subject: 'patient' },
      { audit: 'own-words.delete' },
      async (context) => {
        const { tx, params, body, now } = context;
        const { patientId = '', wordsId = '' } = params;
        const words = await findKept(tx, patientId, wordsId, now);
        if (words === undefined) return absent;
        if (!(await blankWords(tx, patientId, wordsId, body.version, now))) return stale;
        await markDeleted(tx, patientId, wordsId, now);
        if (words.kind === 'commitment') await keepDay(tx, { wordsId, patientId, dueOn: undefined }, now);
        context.audit({ resourceId: wordsId });
        context.publish({ topic: 'patient', patientId, id: wordsId });
        return { done: true as const };
      },
    ),

    route(
      api.shareOwnWords,
      { resource: 'own-words', action: 'u', subject: 'patient' },
      { audit: 'own-words.share' },
      async (context) => {
        const { tx, params, body, now } = context;
        const { patientId = '', wordsId = '' } = params;
        const words = await findKept(tx, patientId, wordsId, now);
        if (words === undefined) return absent;
        const { id, ...one } = body;
        const { withAccountId, withLinkId } = one;
        if ((withAccountId === undefined) === (withLinkId === undefined))
          return refuse(422, 'one-person', 'Choose one person to show this to.', [
            { path: 'withAccountId', message: 'Name a person of the care team, or someone with a link.' },
          ]);
        const withName =
          withAccountId === undefined
            ? await nameOnLink(tx, patientId, withLinkId ?? '', now)
            : await careTeamName(tx, patientId, withAccountId, now);
        if (withName === undefined)
          return withAccountId !== undefined
            ? refuse(
                422,
                'not-on-care-team',
                'You can show this to a person on your care team. This one is not on it.',
              )
            : refuse(422, 'link-shows-no-words', 'This link has ended, or it was not made to show words.');
        const already = words.shares.some(
          (share) =>
            share.takenBackAt === undefined &&
            share.withAccountId === withAccountId &&
            share.withLinkId === withLinkId,
        );
        if (!already) await insertShare(tx, { id, wordsId, patientId, ...one, withName }, now);
        return await answerWith(context, ports.secrets, patientId, wordsId);
      },
    ),

    route(
      api.takeBackOwnWords,
      { resource: 'own-words', action: 'u', subject: 'patient' },
      { audit: 'own-words.take-back' },
      async (context) => {
        const { tx, params, now } = context;
        const { patientId = '', wordsId = '', shareId = '' } = params;
        if (!(await takeBack(tx, { patientId, wordsId, shareId }, now))) return absent;
        return await answerWith(context, ports.secrets, patientId, wordsId);
      },
    ),

    route(
      api.readSharedWords,
      { resource: 'shared-words', action: 'r', subject: 'patient' },
      { audit: 'shared-words.read' },
      (context) => shownTo(context, ports.secrets, context.params.patientId ?? ''),
    ),

    route(
      api.readShownWords,
      { resource: 'shown-words', action: 'r', subject: 'clinic' },
      { audit: 'shared-words.read' },
      async (context) => {
        const { actor } = context;
        if (actor.kind !== 'companion' || actor.patientId === undefined) return absent;
        context.audit({ patientId: actor.patientId, resourceId: actor.id });
        return await shownTo(context, ports.secrets, actor.patientId);
      },
    ),

    route(
      api.readShownMedia,
      { resource: 'shown-words', action: 'r', subject: 'clinic' },
      { audit: 'shared-words.read-media' },
      async (context) => {
        const { actor, tx } = context;
        const { wordsId = '', mediaId = '' } = context.params;
        if (actor.kind !== 'companion' || actor.patientId === undefined) return absent;
        const { patientId } = actor;
        context.audit({ patientId, resourceId: wordsId });
        return (await readMedium(tx, ports.secrets, { patientId, wordsId, mediaId })) ?? absent;
      },
    ),

    route(
      api.saveWordsMedia,
      { resource: 'own-words', action: 'u', subject: 'patient' },
      { audit: 'own-words.save-media', maxBytes: mostMediaBodyBytes },
      async (context) => {
        const { tx, params, body, now } = context;
        const { patientId = '', wordsId = '', mediaId = '' } = params;
        const words = await findKept(tx, patientId, wordsId, now);
        if (words === undefined) return absent;
        const open = await wordsOpener(tx, ports.secrets, patientId);
        const carried = open({ wordsId, version: words.version, sealed: words.sealed }).media ?? [];
        if (!carried.some((medium) => medium.id === mediaId && medium.kind === body.kind))
          return refuse(409, 'not-in-entry', 'This entry no longer carries that. Nothing was kept.');
        const file = Buffer.from(body.file, 'base64');
        if (file.byteLength > api.mostMediaBytes)
          return refuse(413, 'too-large', 'This is too large to keep. Make it shorter or smaller.');
        const mediaType = mediaTypeOf(body.kind, file);
        if (mediaType === undefined)
          return refuse(422, 'not-that-kind', 'This is no recording, drawing or photo we can open again.');
        const key = await keyOfAuthor(tx, ports, patientId, now);
        await keepMedium(tx, key, { patientId, wordsId, mediaId }, { kind: body.kind, mediaType, file }, now);
        context.audit({ resourceId: wordsId });
        context.publish({ topic: 'patient', patientId, id: wordsId });
        return { done: true as const };
      },
    ),

    route(
      api.readWordsMedia,
      { resource: 'own-words', action: 'r', subject: 'patient' },
      { audit: 'own-words.read-media' },
      async (context) => {
        const { patientId = '', wordsId = '', mediaId = '' } = context.params;
        context.audit({ resourceId: wordsId });
        return (await readMedium(context.tx, ports.secrets, { patientId, wordsId, mediaId })) ?? absent;
      },
    ),

    route(
      api.readSharedMedia,
      { resource: 'shared-words', action: 'r', subject: 'patient' },
      { audit: 'shared-words.read-media' },
      async (context) => {
        const { patientId = '', wordsId = '', mediaId = '' } = context.params;
        context.audit({ resourceId: wordsId });
        return (await readMedium(context.tx, ports.secrets, { patientId, wordsId, mediaId })) ?? absent;
      },
    ),
  ];
}

/** What was shown to the one who asks, and from now on known to have been seen. */
async function shownTo(
  context: Pick<Context<never>, 'tx' | 'now' | 'publish'>,
  secrets: Secrets,
  patientId: string,
): Promise<{ words: api.SharedWords[] }> {
  const { tx, now } = context;
  const shared = await wordsSharedWithMe(tx, secrets, patientId, now);
  const shares = shared.map(({ share }) => share);
  if ((await markSeen(tx, patientId, shares, now)) > 0) context.publish({ topic: 'patient', patientId });
  return { words: shared.map(({ share: _, ...words }) => words) };
}

type Saved = BodyOf<typeof api.saveOwnWords>;

/** What goes under the seal; times, kind and session stand outside it. */
function insideOf({
  version: _v,
  kind: _k,
  cycleId: _c,
  openAt: _o,
  writtenAt: _w,
  ...inside
}: Saved): Words {
  return inside;
}

/** Looked back on for good: “not yet” has a new day. */
function isSettled({ review }: Saved): boolean {
  return review !== undefined && review.outcome !== 'not-yet';
}

function hasWords({ text, name, seen, felt, thought, media = [] }: Saved): boolean {
  return media.length > 0 || [text, name, seen, felt, thought].some((part) => (part ?? '').trim() !== '');
}

async function whatIsWrong(tx: Tx, patientId: string, saved: Saved): Promise<Refusal | undefined> {
  if (saved.kind !== 'intention' && saved.state === 'not-yet') {
    return refuse(422, 'not-an-intention', 'Only an intention can be left for later.');
  }
  if (!hasWords(saved) && saved.state !== 'not-yet')
    return refuse(422, 'no-words', 'There are no words yet.', [
      { path: 'text', message: 'Write something first.' },
    ]);
  if (saved.cameAt !== undefined && saved.cameAt > saved.writtenAt) {
    return refuse(422, 'not-yet-come', 'What is written down has already come.', [
      { path: 'cameAt', message: 'Choose a time before now, or leave it open.' },
    ]);
  }
  // Written early it waits for the first session; what is left for later is left for one.
  if (saved.state === 'not-yet' && saved.cycleId === undefined) {
    return refuse(422, 'no-cycle', 'Only the intention of a session can be left for later.', [
      { path: 'cycleId', message: 'Say which session it is for.' },
    ]);
  }
  if (saved.kind === 'symbol' && saved.name === undefined)
    return refuse(422, 'no-name', 'A sign needs a name.', [{ path: 'name', message: 'Give it a name.' }]);
  if (saved.kind === 'commitment' && saved.dueOn === undefined) {
    return refuse(422, 'no-day', 'Say by which day, so that you can look back on it.', [
      { path: 'dueOn', message: 'Choose a day.' },
    ]);
  }
  if (saved.cycleId !== undefined && !(await isCycleOf(tx, patientId, saved.cycleId))) return absent;
  return undefined;
}

async function answerWith(
  context: Pick<Context<never>, 'tx' | 'now' | 'audit' | 'publish'>,
  secrets: Secrets,
  patientId: string,
  wordsId: string,
  version?: number,
): Promise<api.OwnWords | Refusal> {
  const kept = await findKept(context.tx, patientId, wordsId, context.now);
  if (kept === undefined) return absent;
  context.audit({ resourceId: wordsId });
  context.publish({ topic: 'patient', patientId, id: wordsId, version });
  const [words] = await asRead(context.tx, secrets, patientId, [kept], context.now);
  return words ?? absent;
}

/** Everything this person wrote, opened for themselves. */
export async function everyWord(
  tx: Tx,
  secrets: Secrets,
  patientId: string,
  now: number,
): Promise<api.OwnWords[]> {
  return asRead(tx, secrets, patientId, await listKept(tx, patientId, now), now);
}

/** A letter to tonight keeps its words to itself until its hour, from its author too. */
async function asRead(
  tx: Tx,
  secrets: Secrets,
  patientId: string,
  kept: readonly KeptWords[],
  now: number,
): Promise<api.OwnWords[]> {
  const open = await wordsOpener(tx, secrets, patientId);
  return kept.map(({ sealed, mediaHere, ...words }) => {
    const inside = open({ wordsId: words.id, version: words.version, sealed });
    const isClosed = words.openAt !== undefined && words.openAt > now;
    if (isClosed) return { ...words, state: inside.state, media: [] };
    return { ...words, ...inside, media: withArrival(inside.media, mediaHere) };
  });
}
