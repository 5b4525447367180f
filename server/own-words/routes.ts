// Writing, showing, taking back and deleting; and for a named person of the team, reading what was shown to them.

import * as api from '#api/own-words.ts';
import { type Context, type Route, route } from '#server/access';
import { type Refusal, refuse } from '#server/edge';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';
import type { Secrets } from '#server/secrets';
import { isCycleOf } from '#server/series';
import { keepMark, markDeleted } from './marks.ts';
import { keyOfAuthor, sealWords, wordsOpener } from './seal.ts';
import { markSeen, wordsSharedWithMe } from './shared.ts';
import {
  blankWords,
  careTeamName,
  findKept,
  insertShare,
  insertWords,
  type KeptWords,
  listKept,
  replaceWords,
  takeBack,
} from './store.ts';

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
            await listKept(tx, patientId, { kind: query.kind }),
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
        const before = await findKept(tx, patientId, wordsId);
        if ((before?.version ?? 0) !== body.version) return stale;
        if (before !== undefined && before.kind !== body.kind)
          return refuse(422, 'other-kind', 'This entry is of another kind. Start a new one.');

        const version = body.version + 1;
        const key = await keyOfAuthor(tx, ports, patientId, now);
        const isMarked = body.kind === 'intention' || body.kind === 'letter';
        const state = isMarked ? (body.state ?? 'written') : body.state;
        const sealed = sealWords(tx, key, patientId, { wordsId, version }, { text: body.text, state });
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
        if ((body.kind === 'intention' || body.kind === 'letter') && body.cycleId !== undefined) {
          await keepMark(
            tx,
            { wordsId, patientId, cycleId: body.cycleId, kind: body.kind, state: state ?? 'written' },
            now,
          );
        }
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
        if ((await findKept(tx, patientId, wordsId)) === undefined) return absent;
        if (!(await blankWords(tx, patientId, wordsId, body.version, now))) return stale;
        await markDeleted(tx, patientId, wordsId, now);
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
        const words = await findKept(tx, patientId, wordsId);
        if (words === undefined) return absent;
        const withName = await careTeamName(tx, patientId, body.withAccountId, now);
        if (withName === undefined)
          return refuse(
            422,
            'not-on-care-team',
            'You can show this to a person on your care team. This one is not on it.',
          );
        const already = words.shares.some(
          (share) => share.withAccountId === body.withAccountId && share.takenBackAt === undefined,
        );
        if (!already)
          await insertShare(
            tx,
            { id: body.id, wordsId, patientId, withAccountId: body.withAccountId, withName },
            now,
          );
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
      async (context) => {
        const { tx, params, now } = context;
        const { patientId = '' } = params;
        const shared = await wordsSharedWithMe(tx, ports.secrets, patientId, now);
        const seen = await markSeen(
          tx,
          patientId,
          shared.map((words) => words.shareId),
          now,
        );
        if (seen > 0) context.publish({ topic: 'patient', patientId });
        return {
          words: shared.map(({ id, kind, text, writtenAt, sharedAt }) => ({
            id,
            kind,
            text,
            writtenAt,
            sharedAt,
          })),
        };
      },
    ),
  ];
}

type Saved = {
  kind: KeptWords['kind'];
  text: string;
  state?: 'written' | 'not-yet' | undefined;
  cycleId?: string | undefined;
};

async function whatIsWrong(tx: Tx, patientId: string, saved: Saved): Promise<Refusal | undefined> {
  if (saved.kind !== 'intention' && saved.state === 'not-yet') {
    return refuse(422, 'not-an-intention', 'Only an intention can be left for later.');
  }
  if (saved.text.trim() === '' && saved.state !== 'not-yet')
    return refuse(422, 'no-words', 'There are no words yet.', [
      { path: 'text', message: 'Write something first.' },
    ]);
  if (saved.kind === 'intention' && saved.cycleId === undefined) {
    return refuse(422, 'no-cycle', 'An intention belongs to one session.', [
      { path: 'cycleId', message: 'Say which session it is for.' },
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
  const kept = await findKept(context.tx, patientId, wordsId);
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
  return asRead(tx, secrets, patientId, await listKept(tx, patientId), now);
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
  return kept.map(({ sealed, ...words }) => {
    const inside = open({ wordsId: words.id, version: words.version, sealed });
    const isClosed = words.openAt !== undefined && words.openAt > now;
    return { ...words, state: inside.state, text: isClosed ? undefined : inside.text };
  });
}
