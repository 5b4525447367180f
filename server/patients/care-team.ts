// Who is named to care for this person now. Being named opens the record, so it has a beginning and an end.

import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

type Member = { readonly accountId: string; readonly name: string; readonly role: string };

export async function listCareTeam(tx: Tx, patientId: string, now: number): Promise<Member[]> {
  const { rows } = await tx.query<{ account_id: string; name: string; role: string }>(
    `select m.account_id, a.display_name as name, m.role
       from care_team_members m join accounts a on a.clinic_id = m.clinic_id and a.id = m.account_id
      where m.clinic_id = $1 and m.patient_id = $2 and m.from_at <= $3 and (m.until_at is null or m.until_at > $3)
        and a.disabled_at is null
      order by array_position(array['prescriber', 'therapist', 'nurse'], m.role), a.display_name`,
    [tx.clinicId, patientId, iso(now)],
  );
  return rows.map((row) => ({ accountId: row.account_id, name: row.name, role: row.role }));
}

/** Names a member of staff on the team; someone already on it stays as they are. */
export async function joinCareTeam(
  tx: Tx,
  member: { id: string; patientId: string; accountId: string; role: string; now: number },
): Promise<void> {
  await tx.query(
    `insert into care_team_members (clinic_id, id, patient_id, account_id, role, from_at)
     select $1, $2, $3, $4, $5, $6
      where not exists (
        select 1 from care_team_members m
         where m.clinic_id = $1 and m.patient_id = $3 and m.account_id = $4 and m.from_at <= $6
           and (m.until_at is null or m.until_at > $6))`,
    [tx.clinicId, member.id, member.patientId, member.accountId, member.role, iso(member.now)],
  );
}

/** Someone must be able to act from the first day: the clinic's prescribers and nurses. The desk needs no naming. */
export async function nameFirstTeam(tx: Tx, patientId: string, now: number): Promise<void> {
  await tx.query(
    `insert into care_team_members (clinic_id, id, patient_id, account_id, role, from_at)
     select $1, gen_random_uuid(), $2, a.id, case when 'prescriber' = any (a.roles) then 'prescriber' else 'nurse' end, $3
       from accounts a
      where a.clinic_id = $1 and a.kind = 'staff' and a.disabled_at is null and a.roles && array['prescriber', 'nurse']`,
    [tx.clinicId, patientId, iso(now)],
  );
}
