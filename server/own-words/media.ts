// Recordings, drawings and photos of an entry: sealed with the patient's key, behind the same wall as its words.

import type { MediaFile, MediaKind, OwnWords } from '#api/own-words.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import type { Secrets } from '#server/secrets';
import { openMedium, sealMedium, type Words } from './seal.ts';

export type MediumAt = { readonly patientId: string; readonly wordsId: string; readonly mediaId: string };

const starts = (file: Buffer, at: number, bytes: string): boolean =>
  file.subarray(at, at + bytes.length).equals(Buffer.from(bytes, 'latin1'));

/** What the bytes are, whatever the name says; nothing else is kept. */
export function mediaTypeOf(kind: MediaKind, file: Buffer): string | undefined {
  switch (kind) {
    case 'voice':
      if (starts(file, 0, '\x1a\x45\xdf\xa3')) return 'audio/webm';
      if (starts(file, 4, 'ftyp')) return 'audio/mp4';
      return starts(file, 0, 'OggS') ? 'audio/ogg' : undefined;
    case 'drawing':
      return starts(file, 0, '\x89PNG\r\n\x1a\n') ? 'image/png' : undefined;
    case 'photo':
      return starts(file, 0, '\xff\xd8\xff') ? 'image/jpeg' : undefined;
  }
}

/** Kept once, however often it is sent. */
export async function keepMedium(
  tx: Tx,
  key: Buffer,
  at: MediumAt,
  medium: { kind: MediaKind; mediaType: string; file: Buffer },
  now: number,
): Promise<void> {
  await tx.query(
    `insert into own_words_media (clinic_id, id, words_id, patient_id, author_account_id, kind, media_type, sealed, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      tx.clinicId,
      at.mediaId,
      at.wordsId,
      at.patientId,
      tx.accountId,
      medium.kind,
      medium.mediaType,
      sealMedium(tx, key, at.patientId, at, medium.file),
      iso(now),
    ],
  );
}

/** What the database lets the one who asks see of it, opened. */
export async function readMedium(tx: Tx, secrets: Secrets, at: MediumAt): Promise<MediaFile | undefined> {
  const { rows } = await tx.query<{ kind: MediaKind; media_type: string; sealed: Buffer }>(
    `select m.kind, m.media_type, m.sealed
       from own_words_media m
       join own_words w on w.clinic_id = m.clinic_id and w.id = m.words_id and w.deleted_at is null
      where m.clinic_id = $1 and m.patient_id = $2 and m.words_id = $3 and m.id = $4 and m.deleted_at is null`,
    [tx.clinicId, at.patientId, at.wordsId, at.mediaId],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  const file = await openMedium(tx, secrets, at.patientId, { ...at, sealed: row.sealed });
  return { kind: row.kind, mediaType: row.media_type, file: file.toString('base64') };
}

/** The bytes of what an entry no longer carries are gone, not only out of sight. */
export async function dropMedia(
  tx: Tx,
  from: { patientId: string; wordsId: string; keep: readonly string[] },
  now: number,
): Promise<void> {
  await tx.query(
    `update own_words_media set sealed = '', deleted_at = $5
      where clinic_id = $1 and patient_id = $2 and words_id = $3 and not (id = any ($4::uuid[])) and deleted_at is null`,
    [tx.clinicId, from.patientId, from.wordsId, from.keep, iso(now)],
  );
}

/** Which files of these entries are here, by entry. */
export async function mediaHere(
  tx: Tx,
  patientId: string,
  wordsIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await tx.query<{ words_id: string; ids: string[] }>(
    `select words_id, array_agg(id) as ids from own_words_media
      where clinic_id = $1 and patient_id = $2 and words_id = any ($3::uuid[]) and deleted_at is null group by words_id`,
    [tx.clinicId, patientId, wordsIds],
  );
  return new Map(rows.map((row) => [row.words_id, row.ids]));
}

/** What an entry carries, each with whether it has come: a recording may still lie on the phone it was made on. */
export function withArrival(carried: Words['media'], here: readonly string[] = []): OwnWords['media'] {
  return (carried ?? []).map((medium) => ({ ...medium, hasArrived: here.includes(medium.id) }));
}
