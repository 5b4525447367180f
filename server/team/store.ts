// What staff said of themselves, who is on a team, and the latest wish.

import type { CareWish, StaffProfile, TeamMember } from '#api/team.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

const silent: StaffProfile = { credentials: '', licensedIn: '', speaks: '', about: '' };

export async function profileOf(tx: Tx, accountId: string): Promise<StaffProfile> {
  const { rows } = await tx.query<{ profile: Partial<StaffProfile> }>(
    'select profile from accounts where clinic_id = $1 and id = $2',
    [tx.clinicId, accountId],
  );
  return { ...silent, ...rows[0]?.profile };
}

export async function keepProfile(tx: Tx, accountId: string, profile: StaffProfile): Promise<void> {
  await tx.query('update accounts set profile = $3 where clinic_id = $1 and id = $2', [
    tx.clinicId,
    accountId,
    JSON.stringify(profile),
  ]);
}

export async function teamOf(tx: Tx, patientId: string, now: number): Promise<TeamMember[]> {
  const { rows } = await tx.query<{
    account_id: string;
    name: string;
    role: string;
    profile: Partial<StaffProfile>;
    visits: number;
  }>(
    `select m.account_id, a.display_name as name, min(m.role) as role, a.profile,
            (select count(distinct e.session_id)::int from dosing_session_events e
              where e.clinic_id = m.clinic_id and e.patient_id = m.patient_id and e.author_id = m.account_id)
            + (select count(distinct n.id)::int from encounter_notes n
                where n.clinic_id = m.clinic_id and n.patient_id = m.patient_id and n.author_id = m.account_id) as visits
       from care_team_members m join accounts a on a.clinic_id = m.clinic_id and a.id = m.account_id
      where m.clinic_id = $1 and m.patient_id = $2 and m.from_at <= $3 and (m.until_at is null or m.until_at > $3)
        and a.disabled_at is null
      group by m.clinic_id, m.patient_id, m.account_id, a.display_name, a.profile
      order by array_position(array['prescriber', 'therapist', 'nurse'], min(m.role)), a.display_name`,
    [tx.clinicId, patientId, iso(now)],
  );
  return rows.map((row) => ({
    accountId: row.account_id,
    name: row.name,
    role: row.role,
    profile: { ...silent, ...row.profile },
    visits: row.visits,
  }));
}

type WishRow = {
  version: number;
  gender: CareWish['gender'];
  with_account_id: string | null;
  with_name: string | null;
  note: string;
  said_at: number;
};

export async function wishOf(tx: Tx, patientId: string): Promise<CareWish | undefined> {
  const { rows } = await tx.query<WishRow>(
    `select w.version, w.gender, w.with_account_id, a.display_name as with_name, w.note, w.said_at
       from care_wishes w left join accounts a on a.clinic_id = w.clinic_id and a.id = w.with_account_id
      where w.clinic_id = $1 and w.patient_id = $2 order by w.version desc limit 1`,
    [tx.clinicId, patientId],
  );
  const row = rows[0];
  return (
    row && {
      version: row.version,
      gender: row.gender,
      withAccountId: row.with_account_id ?? undefined,
      withName: row.with_name ?? undefined,
      note: row.note,
      saidAt: row.said_at,
    }
  );
}

export async function keepWish(
  tx: Tx,
  patientId: string,
  wish: Pick<CareWish, 'version' | 'gender' | 'withAccountId' | 'note'>,
  now: number,
): Promise<void> {
  await tx.query(
    `insert into care_wishes (clinic_id, patient_id, version, gender, with_account_id, note, said_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.clinicId, patientId, wish.version, wish.gender, wish.withAccountId ?? null, wish.note, iso(now)],
  );
}
