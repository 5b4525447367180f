// Signatures as rows: which text by its bytes, under which name, and since when it no longer holds.

import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

/** A signature as it is kept: which text, by its bytes, under which name. */
export type SignedConsent = {
  readonly id: string;
  readonly editionId: string;
  readonly sha256: string;
  readonly signedName: string;
  readonly signedAt: number;
  readonly withdrawnAt: number | undefined;
};

type Row = {
  id: string;
  edition_id: string;
  text_sha256: Buffer;
  signed_name: string;
  signed_at: number;
  withdrawn_at: number | null;
};

/** Newest first. */
export async function listConsents(tx: Tx, patientId: string): Promise<SignedConsent[]> {
  const { rows } = await tx.query<Row>(
    `select id, edition_id, text_sha256, signed_name, signed_at, withdrawn_at from consents
      where clinic_id = $1 and patient_id = $2 order by signed_at desc, id`,
    [tx.clinicId, patientId],
  );
  return rows.map((row) => ({
    id: row.id,
    editionId: row.edition_id,
    sha256: row.text_sha256.toString('hex'),
    signedName: row.signed_name,
    signedAt: row.signed_at,
    withdrawnAt: row.withdrawn_at ?? undefined,
  }));
}

export async function keepConsent(
  tx: Tx,
  patientId: string,
  consent: Omit<SignedConsent, 'withdrawnAt'>,
): Promise<void> {
  await tx.query(
    `insert into consents (clinic_id, id, patient_id, kind, edition_id, text_sha256, signed_name, signed_at)
     values ($1, $2, $3, 'treatment', $4, $5, $6, $7)`,
    [
      tx.clinicId,
      consent.id,
      patientId,
      consent.editionId,
      Buffer.from(consent.sha256, 'hex'),
      consent.signedName,
      iso(consent.signedAt),
    ],
  );
}

/** True when this call withdrew it; a second withdrawal changes nothing. */
export async function withdrawConsent(tx: Tx, patientId: string, id: string, now: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update consents set withdrawn_at = $4 where clinic_id = $1 and patient_id = $2 and id = $3 and withdrawn_at is null',
    [tx.clinicId, patientId, id, iso(now)],
  );
  return rowCount === 1;
}

/** The protocol edition of the plan now under way or last planned. */
export async function plannedEditionId(tx: Tx, patientId: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ edition_id: string }>(
    `select edition_id from series where clinic_id = $1 and patient_id = $2
      order by status in ('active', 'held', 'paused') desc, created_at desc limit 1`,
    [tx.clinicId, patientId],
  );
  return rows[0]?.edition_id;
}

export async function isInSession(tx: Tx, patientId: string): Promise<boolean> {
  const { rows } = await tx.query(
    'select 1 from dosing_sessions where clinic_id = $1 and patient_id = $2 and released_at is null',
    [tx.clinicId, patientId],
  );
  return rows.length > 0;
}
