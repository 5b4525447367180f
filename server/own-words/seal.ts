// One key per patient, itself sealed by the installation. Each version of each entry is bound to whose it is and which it
// is, so that sealed words moved to another row, person or version do not open.

import type { OwnWords } from '#api/own-words.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { openWith, type Random, type Secrets, sealWith } from '#server/secrets';

export type Words = { readonly text: string; readonly state: OwnWords['state'] };

export type SealedWords = { readonly wordsId: string; readonly version: number; readonly sealed: Buffer };

function boundToPatient(tx: Tx, patientId: string): string {
  return `${tx.clinicId}|${patientId}`;
}

function boundToVersion(tx: Tx, patientId: string, wordsId: string, version: number): string {
  return `${tx.clinicId}|${patientId}|${wordsId}|${version}`;
}

async function readKey(tx: Tx, secrets: Secrets, patientId: string): Promise<Buffer | undefined> {
  const { rows } = await tx.query<{ wrapped_key: Buffer }>(
    'select wrapped_key from patient_keys where clinic_id = $1 and patient_id = $2',
    [tx.clinicId, patientId],
  );
  return rows[0] === undefined ? undefined : secrets.open(rows[0].wrapped_key, boundToPatient(tx, patientId));
}

/** The patient’s key, made when they write for the first time. */
export async function keyOfAuthor(
  tx: Tx,
  ports: { secrets: Secrets; random: Random },
  patientId: string,
  now: number,
): Promise<Buffer> {
  const known = await readKey(tx, ports.secrets, patientId);
  if (known !== undefined) return known;
  const made = ports.random.bytes(32);
  await tx.query(
    'insert into patient_keys (clinic_id, patient_id, wrapped_key, created_at) values ($1, $2, $3, $4) on conflict do nothing',
    [tx.clinicId, patientId, ports.secrets.seal(made, boundToPatient(tx, patientId)), iso(now)],
  );
  // Two first entries at once: the key that was kept is the one both use.
  const kept = await readKey(tx, ports.secrets, patientId);
  if (kept === undefined) throw new Error('A patient key was not kept.');
  return kept;
}

export function sealWords(
  tx: Tx,
  key: Buffer,
  patientId: string,
  at: { wordsId: string; version: number },
  words: Words,
): Buffer {
  return sealWith(key, JSON.stringify(words), boundToVersion(tx, patientId, at.wordsId, at.version));
}

/** Opens what the database let this account see. */
export async function wordsOpener(
  tx: Tx,
  secrets: Secrets,
  patientId: string,
): Promise<(sealed: SealedWords) => Words> {
  const key = await readKey(tx, secrets, patientId);
  return ({ wordsId, version, sealed }) => {
    if (key === undefined) throw new Error('There are sealed words and no key to open them.');
    return JSON.parse(
      openWith(key, sealed, boundToVersion(tx, patientId, wordsId, version)).toString('utf8'),
    ) as Words;
  };
}
