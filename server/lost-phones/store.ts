// Sign-ins, phones' locks, mailed links and phones that are knocked at, ended together.

import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { sha256 } from '#server/secrets';

/** Links on their way end with them: they may lie in the mailbox of the same phone. */
export async function endSignIns(
  tx: Tx,
  accountId: string,
  which: { readonly only: string } | { readonly allBut: string | undefined },
  now: number,
): Promise<void> {
  await tx.query(
    `update sign_ins set revoked_at = $3
      where clinic_id = $1 and account_id = $2 and revoked_at is null
        and ($4::uuid is null or id = $4) and ($5::uuid is null or id <> $5)`,
    [
      tx.clinicId,
      accountId,
      iso(now),
      'only' in which ? which.only : null,
      'allBut' in which ? (which.allBut ?? null) : null,
    ],
  );
  await tx.query(
    `update sign_in_challenges set used_at = $3
      where clinic_id = $1 and account_id = $2 and kind = 'email-link' and used_at is null`,
    [tx.clinicId, accountId, iso(now)],
  );
}

export async function endPasskeys(tx: Tx, accountId: string, now: number): Promise<void> {
  await tx.query(
    'update passkeys set ended_at = $3 where clinic_id = $1 and account_id = $2 and ended_at is null',
    [tx.clinicId, accountId, iso(now)],
  );
}

/** No phone is knocked at any more but the one at this address. */
export async function endKnocks(
  tx: Tx,
  patientId: string,
  except: string | undefined,
  now: number,
): Promise<void> {
  await tx.query(
    `update push_phones set ended_at = $3
      where clinic_id = $1 and patient_id = $2 and ended_at is null and ($4::bytea is null or address_hash <> $4)`,
    [tx.clinicId, patientId, iso(now), except === undefined ? null : sha256(except)],
  );
}

export async function accountOf(tx: Tx, patientId: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ id: string }>(
    'select id from accounts where clinic_id = $1 and patient_id = $2 and disabled_at is null',
    [tx.clinicId, patientId],
  );
  return rows[0]?.id;
}
