// Sealed entries and whom they are shown to, as their author sees them. The database narrows every row to that author.

import type { OwnWords } from '#api/own-words.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { dropMedia, mediaHere } from './media.ts';

export type KeptWords = {
  readonly id: string;
  readonly version: number;
  readonly kind: OwnWords['kind'];
  readonly cycleId: string | undefined;
  readonly sealed: Buffer;
  readonly openAt: number | undefined;
  readonly writtenAt: number;
  readonly shares: OwnWords['shares'];
  /** What hangs on it and has reached the clinic. */
  readonly mediaHere: readonly string[];
};

type Row = {
  id: string;
  version: number;
  kind: OwnWords['kind'];
  cycle_id: string | null;
  sealed: Buffer;
  open_at: number | null;
  written_at: number;
};

type ShareRow = {
  id: string;
  words_id: string;
  with_account_id: string | null;
  with_link_id: string | null;
  with_name: string;
  shared_at: number;
  seen_at: number | null;
  seen_version: number | null;
  version_seen_at: number | null;
  taken_back_at: number | null;
};

/**
 * A letter is for the night of its session: its hour moves with the session to another day, and is never before it. With none in the book it keeps the
 * day it was written for, so that its words come back to whoever wrote them.
 */
export const opensAt = `coalesce((
  select ((lower(a.period) at time zone p.zone)::date
           + case when (w.open_at at time zone p.zone)::time < (lower(a.period) at time zone p.zone)::time then 1 else 0 end
           + (w.open_at at time zone p.zone)::time) at time zone p.zone
    from appointments a join patients p on p.clinic_id = a.clinic_id and p.id = a.patient_id
   where a.clinic_id = w.clinic_id and a.patient_id = w.patient_id and a.cycle_id = w.cycle_id
     and a.kind = 'dose' and a.status <> 'cancelled' and w.kind = 'letter'
   order by lower(a.period) desc limit 1), w.open_at)`;

/** Newest first, without what was deleted. The database shows an author only their own. */
export async function listKept(
  tx: Tx,
  patientId: string,
  now: number,
  filter: { kind?: OwnWords['kind'] | undefined; id?: string | undefined } = {},
): Promise<KeptWords[]> {
  const { rows } = await tx.query<Row>(
    `select id, version, kind, cycle_id, sealed, ${opensAt} as open_at, written_at from own_words w
      where clinic_id = $1 and patient_id = $2 and author_account_id = $3 and deleted_at is null
        and ($4::text is null or kind = $4) and ($5::uuid is null or id = $5)
      order by written_at desc, id`,
    [tx.clinicId, patientId, tx.accountId, filter.kind ?? null, filter.id ?? null],
  );
  const ids = rows.map((row) => row.id);
  // A link that was ended or has run out shows nothing any more, so what it showed counts as taken back then.
  const shares = await tx.query<ShareRow>(
    `select s.id, s.words_id, s.with_account_id, s.with_link_id, s.with_name, s.shared_at, s.seen_at,
            s.seen_version, s.version_seen_at,
            least(s.taken_back_at, l.revoked_at, case when l.expires_at <= $4 then l.expires_at end) as taken_back_at
       from own_words_shares s
       left join companion_links l on l.clinic_id = s.clinic_id and l.id = s.with_link_id
      where s.clinic_id = $1 and s.patient_id = $2 and s.words_id = any ($3::uuid[]) order by s.shared_at, s.id`,
    [tx.clinicId, patientId, ids, iso(now)],
  );
  const media = await mediaHere(tx, patientId, ids);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    kind: row.kind,
    cycleId: row.cycle_id ?? undefined,
    sealed: row.sealed,
    openAt: row.open_at ?? undefined,
    writtenAt: row.written_at,
    shares: shares.rows
      .filter((share) => share.words_id === row.id)
      .map((share) => ({
        id: share.id,
        withAccountId: share.with_account_id ?? undefined,
        withLinkId: share.with_link_id ?? undefined,
        withName: share.with_name,
        sharedAt: share.shared_at,
        seenAt: share.seen_at ?? undefined,
        seenVersion: share.seen_version ?? undefined,
        versionSeenAt: share.version_seen_at ?? undefined,
        takenBackAt: share.taken_back_at ?? undefined,
      })),
    mediaHere: media.get(row.id) ?? [],
  }));
}

export async function findKept(
  tx: Tx,
  patientId: string,
  id: string,
  now: number,
): Promise<KeptWords | undefined> {
  return (await listKept(tx, patientId, now, { id }))[0];
}

export async function insertWords(
  tx: Tx,
  words: Omit<KeptWords, 'shares' | 'mediaHere'> & { patientId: string },
  now: number,
): Promise<void> {
  await tx.query(
    `insert into own_words (clinic_id, id, version, patient_id, author_account_id, cycle_id, kind, sealed, open_at, written_at, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.clinicId,
      words.id,
      words.version,
      words.patientId,
      tx.accountId,
      words.cycleId ?? null,
      words.kind,
      words.sealed,
      words.openAt === undefined ? null : iso(words.openAt),
      iso(words.writtenAt),
      iso(now),
    ],
  );
}

/** False when it was changed somewhere else first. */
export async function replaceWords(
  tx: Tx,
  words: Omit<KeptWords, 'shares' | 'mediaHere' | 'kind'> & { patientId: string },
  now: number,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update own_words set version = $4, cycle_id = $5, sealed = $6, open_at = $7, written_at = $8, recorded_at = $9
      where clinic_id = $1 and patient_id = $2 and id = $3 and version = $4 - 1 and author_account_id = $10 and deleted_at is null`,
    [
      tx.clinicId,
      words.patientId,
      words.id,
      words.version,
      words.cycleId ?? null,
      words.sealed,
      words.openAt === undefined ? null : iso(words.openAt),
      iso(words.writtenAt),
      iso(now),
      tx.accountId,
    ],
  );
  return rowCount === 1;
}

/** The sealed bytes are gone with it: what was deleted cannot be opened by anyone, ever. */
export async function blankWords(
  tx: Tx,
  patientId: string,
  id: string,
  version: number,
  now: number,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update own_words set sealed = '', deleted_at = $5, version = version + 1
      where clinic_id = $1 and patient_id = $2 and id = $3 and version = $4 and author_account_id = $6 and deleted_at is null`,
    [tx.clinicId, patientId, id, version, iso(now), tx.accountId],
  );
  if (rowCount !== 1) return false;
  await dropMedia(tx, { patientId, wordsId: id, keep: [] }, now);
  await tx.query(
    'update own_words_shares set taken_back_at = $4 where clinic_id = $1 and patient_id = $2 and words_id = $3 and taken_back_at is null',
    [tx.clinicId, patientId, id, iso(now)],
  );
  return true;
}

/** The name of a person on this patient’s care team now, or undefined when they are not on it. */
export async function careTeamName(
  tx: Tx,
  patientId: string,
  accountId: string,
  now: number,
): Promise<string | undefined> {
  const { rows } = await tx.query<{ display_name: string }>(
    `select a.display_name
       from care_team_members m
       join accounts a on a.clinic_id = m.clinic_id and a.id = m.account_id and a.kind = 'staff' and a.disabled_at is null
      where m.clinic_id = $1 and m.patient_id = $2 and m.account_id = $3
        and m.from_at <= $4 and (m.until_at is null or m.until_at > $4)
      limit 1`,
    [tx.clinicId, patientId, accountId, iso(now)],
  );
  return rows[0]?.display_name;
}

/** Whose link this is, when it is this patient’s, still works and may show words at all. */
export async function nameOnLink(
  tx: Tx,
  patientId: string,
  linkId: string,
  now: number,
): Promise<string | undefined> {
  const { rows } = await tx.query<{ name: string }>(
    `select p.name from companion_links l
       join related_persons p on p.clinic_id = l.clinic_id and p.id = l.related_person_id
      where l.clinic_id = $1 and l.patient_id = $2 and l.id = $3 and l.revoked_at is null and l.expires_at > $4
        and 'words' = any (l.scopes)`,
    [tx.clinicId, patientId, linkId, iso(now)],
  );
  return rows[0]?.name;
}

export async function insertShare(
  tx: Tx,
  share: {
    id: string;
    wordsId: string;
    patientId: string;
    withAccountId?: string | undefined;
    withLinkId?: string | undefined;
    withName: string;
  },
  now: number,
): Promise<void> {
  await tx.query(
    `insert into own_words_shares (clinic_id, id, words_id, patient_id, author_account_id, with_account_id, with_link_id, with_name, shared_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.clinicId,
      share.id,
      share.wordsId,
      share.patientId,
      tx.accountId,
      share.withAccountId ?? null,
      share.withLinkId ?? null,
      share.withName,
      iso(now),
    ],
  );
}

/** False when there is no such share. Taking back twice keeps the first time. */
export async function takeBack(
  tx: Tx,
  at: { patientId: string; wordsId: string; shareId: string },
  now: number,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update own_words_shares set taken_back_at = coalesce(taken_back_at, $5)
      where clinic_id = $1 and patient_id = $2 and words_id = $3 and id = $4 and author_account_id = $6`,
    [tx.clinicId, at.patientId, at.wordsId, at.shareId, iso(now), tx.accountId],
  );
  return rowCount === 1;
}
