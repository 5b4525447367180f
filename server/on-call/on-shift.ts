// Who of the care team is checked in for today, by the clinic's own calendar.

import type { RoleName } from '#server/access';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

export type OnShift = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly RoleName[];
};

export async function careStaffOnShift(tx: Tx, now: number): Promise<readonly OnShift[]> {
  const { rows } = await tx.query<OnShift>(
    `select distinct a.id, a.display_name as name, a.email, a.roles
       from shifts h
       join clinics c on c.id = h.clinic_id
       join accounts a on a.clinic_id = h.clinic_id and a.id = h.account_id and a.disabled_at is null
      where h.clinic_id = $1 and h.ended_at is null
        and (h.on_date = ($2::timestamptz at time zone c.zone)::date or h.started_at > $2::timestamptz - interval '16 hours')
        and a.roles && array['nurse', 'prescriber', 'therapist']`,
    [tx.clinicId, iso(now)],
  );
  return rows;
}
