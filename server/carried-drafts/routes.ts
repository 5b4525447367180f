// Keeping drafts for the one who writes them. Whoever wrote last, by the clinic's time, is whom the next device goes on from.

import * as api from '#api/carried-drafts.ts';
import { type Route, route } from '#server/access';
import { iso } from '#server/clock';
import { refuse } from '#server/edge';

/** Far more than one person has open; it bounds what is asked for whenever a form opens. */
const mostDrafts = 200;

const tooMany = refuse(
  409,
  'too-many-drafts',
  'You have begun more than we can carry to your other devices. What you typed is still on this one.',
);

const someoneElse = refuse(
  409,
  'someone-else',
  'Somebody else signed in on this phone. What you typed is still on it, and opens when you sign in again.',
);

type Row = { name: string; saved_at: number; nonce: Buffer | null; sealed: Buffer | null };

const own = (action: 'r' | 'u') => ({ resource: 'carried-draft', action, subject: 'clinic' }) as const;

function told({ name, saved_at, nonce, sealed }: Row): api.CarriedDraft {
  if (nonce === null || sealed === null) return { name, savedAt: saved_at };
  return {
    name,
    savedAt: saved_at,
    words: { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') },
  };
}

export function carriedDraftRoutes(): readonly Route[] {
  return [
    route(api.listCarriedDrafts, own('r'), { audit: 'carried-draft.list' }, async ({ tx, actor }) => {
      const { rows } = await tx.query<Row>(
        `select name, saved_at, nonce, sealed from carried_drafts
          where clinic_id = $1 and account_id = $2 order by saved_at desc, name`,
        [tx.clinicId, actor.id],
      );
      return { drafts: rows.map(told) };
    }),

    route(api.carryDraft, own('u'), { audit: 'carried-draft.keep' }, async ({ tx, actor, body, now }) => {
      const { name, words } = body;
      if (body.accountId !== actor.id) return someoneElse;
      const held = await tx.query<{ count: number }>(
        `select count(*)::int as count from carried_drafts
          where clinic_id = $1 and account_id = $2 and name <> $3 and sealed is not null`,
        [tx.clinicId, actor.id, name],
      );
      if (words !== undefined && (held.rows[0]?.count ?? 0) >= mostDrafts) return tooMany;
      // A device whose clock runs ahead would otherwise stand before everything written after it.
      const savedAt = Math.min(body.savedAt, now);
      const { rowCount } = await tx.query(
        `insert into carried_drafts (clinic_id, account_id, name, saved_at, nonce, sealed)
         values ($1, $2, $3, $4, decode($5, 'base64'), decode($6, 'base64'))
         on conflict (clinic_id, account_id, name)
           do update set saved_at = excluded.saved_at, nonce = excluded.nonce, sealed = excluded.sealed
             where carried_drafts.saved_at < excluded.saved_at`,
        [tx.clinicId, actor.id, name, iso(savedAt), words?.nonce ?? null, words?.sealed ?? null],
      );
      if (rowCount === 1) return { savedAt, isLatest: true };
      const { rows } = await tx.query<{ saved_at: number }>(
        'select saved_at from carried_drafts where clinic_id = $1 and account_id = $2 and name = $3',
        [tx.clinicId, actor.id, name],
      );
      const standing = rows[0]?.saved_at ?? savedAt;
      // Sent twice, it is the same words.
      return { savedAt: standing, isLatest: standing === savedAt };
    }),
  ];
}
