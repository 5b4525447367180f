// A person beside the patient and the one link by which they come in. Only the link's hash is kept.

import { addDays, instantOf, localDateOf } from '#clinical/instant.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

export type LinkedPerson = {
  readonly patientId: string;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly relationship?: string | undefined;
    readonly email?: string | undefined;
    readonly phone?: string | undefined;
  };
  readonly link: {
    readonly id: string;
    readonly tokenHash: Buffer;
    readonly scopes: readonly string[];
    readonly expiresAt: number;
    /** Absent: the link belongs to no one session. */
    readonly cycleId?: string | undefined;
    /** Said at the door by whoever comes to it. */
    readonly codeWord?: string | undefined;
  };
};

export async function keepLinkedPerson(
  tx: Tx,
  { patientId, person, link }: LinkedPerson,
  now: number,
): Promise<void> {
  const at = iso(now);
  await tx.query(
    `insert into related_persons (clinic_id, id, patient_id, name, relationship, phone, email, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.clinicId,
      person.id,
      patientId,
      person.name,
      person.relationship || null,
      person.phone ?? null,
      person.email ?? null,
      at,
    ],
  );
  await tx.query(
    `insert into companion_links (clinic_id, id, patient_id, related_person_id, cycle_id, token_hash, scopes, code_word, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.clinicId,
      link.id,
      patientId,
      person.id,
      link.cycleId ?? null,
      link.tokenHash,
      link.scopes,
      link.codeWord ?? '',
      at,
      iso(link.expiresAt),
    ],
  );
}

/** A guide named for one dose keeps their link through the day after it. */
export function linkEndsAt(dose: { readonly startsAt: number; readonly zone: string }): number {
  return instantOf(addDays(localDateOf(dose.startsAt, dose.zone), 2), 0, dose.zone);
}

/** The secret stands behind the hash sign, which no browser sends to a server. */
export function companionAddress(origin: string, token: string): string {
  return `${origin}/companion/#${token}`;
}
