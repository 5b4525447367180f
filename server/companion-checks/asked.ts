// The checks of one live link: those of the dose it was made for, from the moment the person was let go home with them.

import { type CompanionCheck, companionChecksOf } from '#clinical/integration/companion-checks.ts';
import type { Followed } from '#clinical/worklist.ts';
import { careRecordsOf } from '#server/care-record';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

export type LinkAsked = {
  readonly cycleId: string;
  readonly patientFirstName: string;
  readonly checks: readonly CompanionCheck[];
  /** Since when the patient has them not asked. */
  readonly unaskedSince: number | undefined;
};

export function checksOfCycle({ record, edition }: Followed, cycleId: string): readonly CompanionCheck[] {
  const { lastDose, zone } = record;
  return lastDose?.cycleId === cycleId ? companionChecksOf(lastDose, { edition, zone }) : [];
}

/** Undefined where the link has ended or is for no dose. */
export async function checksOfLink(
  tx: Tx,
  link: { readonly id: string; readonly patientId: string },
  now: number,
): Promise<LinkAsked | undefined> {
  const { rows } = await tx.query<{ cycle_id: string; first_name: string; unasked_since: number | null }>(
    `select l.cycle_id, coalesce(p.preferred_name, p.given_name) as first_name,
            (select u.from_at from companion_unasked u
              where u.clinic_id = l.clinic_id and u.link_id = l.id and u.until_at is null) as unasked_since
       from companion_links l join patients p on p.clinic_id = l.clinic_id and p.id = l.patient_id
      where l.clinic_id = $1 and l.patient_id = $2 and l.id = $3 and l.cycle_id is not null
        and l.revoked_at is null and l.expires_at > $4`,
    [tx.clinicId, link.patientId, link.id, iso(now)],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  const followed = (await careRecordsOf(tx, [link.patientId], now)).get(link.patientId);
  return {
    cycleId: row.cycle_id,
    patientFirstName: row.first_name,
    checks: followed === undefined ? [] : checksOfCycle(followed, row.cycle_id),
    unaskedSince: row.unasked_since ?? undefined,
  };
}
