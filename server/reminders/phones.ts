// Phones that may be knocked at. The address lies sealed; a phone that changes hands belongs to whoever added it last.

import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { type Secrets, type SigningKey, sha256, signingKey } from '#server/secrets';

export function pushKeyOf(secrets: Secrets, clinicId: string): SigningKey {
  return signingKey(secrets, `push/${clinicId}`);
}

function boundTo(clinicId: string): string {
  return `push-phone|${clinicId}`;
}

export async function addPhone(
  tx: Tx,
  secrets: Secrets,
  phone: { readonly id: string; readonly patientId: string; readonly address: string },
  now: number,
): Promise<void> {
  const { id, patientId, address } = phone;
  await tx.query(
    `insert into push_phones (clinic_id, id, patient_id, address_sealed, address_hash, added_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (clinic_id, address_hash) do update set patient_id = excluded.patient_id, ended_at = null`,
    [tx.clinicId, id, patientId, secrets.seal(address, boundTo(tx.clinicId)), sha256(address), iso(now)],
  );
}

export async function endPhone(tx: Tx, patientId: string, address: string, now: number): Promise<void> {
  await tx.query(
    `update push_phones set ended_at = $4
      where clinic_id = $1 and patient_id = $2 and address_hash = $3 and ended_at is null`,
    [tx.clinicId, patientId, sha256(address), iso(now)],
  );
}

/** Where to knock; nothing once the phone said no more. */
export async function addressOf(tx: Tx, secrets: Secrets, phoneId: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ address_sealed: Buffer }>(
    'select address_sealed from push_phones where clinic_id = $1 and id = $2 and ended_at is null',
    [tx.clinicId, phoneId],
  );
  return rows[0] && secrets.open(rows[0].address_sealed, boundTo(tx.clinicId)).toString('utf8');
}

/** The maker of the browser says that nobody lives there any more. */
export async function phoneIsGone(tx: Tx, phoneId: string, now: number): Promise<void> {
  await tx.query(
    'update push_phones set ended_at = $3 where clinic_id = $1 and id = $2 and ended_at is null',
    [tx.clinicId, phoneId, iso(now)],
  );
}
