// What was said on the way into a visit, and who else says they are licensed there.

import type { RemoteVisit } from '#api/remote-visits.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

export type Entry = NonNullable<RemoteVisit['said']>;

type Visit = { readonly patientId: string; readonly appointmentId: string };

export async function lastEntry(tx: Tx, visit: Visit): Promise<Entry | undefined> {
  const { rows } = await tx.query<Entry>(
    `select place, address, zone, said_at as at, said_by_name as "byName" from remote_visit_entries
      where clinic_id = $1 and patient_id = $2 and appointment_id = $3 order by said_at desc limit 1`,
    [tx.clinicId, visit.patientId, visit.appointmentId],
  );
  return rows[0];
}

type Kept = Visit & {
  readonly id: string;
  readonly by: string;
  readonly entry: Entry;
  readonly heldBy?: string | undefined;
};

export async function keepEntry(tx: Tx, kept: Kept): Promise<void> {
  const { place, address, zone, at, byName } = kept.entry;
  await tx.query(
    `insert into remote_visit_entries
       (clinic_id, id, patient_id, appointment_id, place, address, zone, said_by, said_by_name, said_at, held_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.clinicId,
      kept.id,
      kept.patientId,
      kept.appointmentId,
      place,
      address,
      zone,
      kept.by,
      byName,
      iso(at),
      kept.heldBy ?? null,
    ],
  );
}

/** Staff whose stated licence for the place stands today; whether it is right for the visit is theirs to say. */
export async function licensedElsewhere(
  tx: Tx,
  asked: { readonly place: string; readonly notId: string | undefined; readonly now: number },
): Promise<{ accountId: string; name: string }[]> {
  const { rows } = await tx.query<{ accountId: string; name: string }>(
    `select distinct a.id as "accountId", a.display_name as name
       from practitioner_licences l join accounts a on a.clinic_id = l.clinic_id and a.id = l.account_id
      where l.clinic_id = $1 and l.place = upper(trim($2)) and l.withdrawn_at is null and a.disabled_at is null
        and a.id is distinct from $3 and l.valid_until >= $4::timestamptz::date
        and (l.valid_from is null or l.valid_from <= $4::timestamptz::date)
      order by name`,
    [tx.clinicId, asked.place, asked.notId ?? null, iso(asked.now)],
  );
  return rows;
}
