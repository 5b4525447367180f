// One key per patient, itself sealed by the installation. Each version of each entry is bound to whose it is and which it
// is, so that sealed words moved to another row, person or version do not open.

import type { OwnWords } from '#api/own-words.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { openWith, type Random, type Secrets, sealWith } from '#server/secrets';

/** What the seal holds: everything a person wrote or chose. Outside it are only the kind, the times and whose it is. */
export type Words = Pick<
  OwnWords,
  | 'state'
  | 'name'
  | 'seen'
  | 'felt'
  | 'thought'
  | 'marks'
  | 'themes'
  | 'aboutId'
  | 'cameAt'
  | 'dueOn'
  | 'review'
> & {
  readonly text: string;
  readonly media?: readonly Omit<OwnWords['media'][number], 'hasArrived'>[] | undefined;
};

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

function boundToMedium(tx: Tx, patientId: string, at: { wordsId: string; mediaId: string }): string {
  return `${tx.clinicId}|${patientId}|${at.wordsId}|medium|${at.mediaId}`;
}

export function sealMedium(
  tx: Tx,
  key: Buffer,
  patientId: string,
  at: { wordsId: string; mediaId: string },
  file: Buffer,
): Buffer {
  return sealWith(key, file, boundToMedium(tx, patientId, at));
}

export async function openMedium(
  tx: Tx,
  secrets: Secrets,
  patientId: string,
  at: { wordsId: string; mediaId: string; sealed: Buffer },
): Promise<Buffer> {
  const key = await readKey(tx, secrets, patientId);
  if (key === undefined) throw new Error('There is a sealed file and no key to open it.');
  return openWith(key, at.sealed, boundToMedium(tx, patientId, at));
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

/** Seals other words about this person with their own key, bound to what they are: a note, a target, a first word. */
export async function sealForPatient(
  tx: Tx,
  ports: { secrets: Secrets; random: Random },
  patientId: string,
  of: { what: string; text: string; now: number },
): Promise<Buffer> {
  const key = await keyOfAuthor(tx, ports, patientId, of.now);
  return sealWith(key, of.text, `${boundToPatient(tx, patientId)}|${of.what}`);
}

export async function openerForPatient(
  tx: Tx,
  secrets: Secrets,
  patientId: string,
): Promise<(sealed: Buffer, what: string) => string> {
  const key = await readKey(tx, secrets, patientId);
  return (sealed, what) => {
    if (key === undefined) throw new Error('There are sealed words and no key to open them.');
    return openWith(key, sealed, `${boundToPatient(tx, patientId)}|${what}`).toString('utf8');
  };
}
