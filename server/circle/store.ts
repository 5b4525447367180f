// Supporters are links that belong to no one session. What such a link shows is asked afresh each time.

import { linkSees, type Supporter, type SupporterView } from '#api/circle.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

type Row = {
  link_id: string;
  name: string;
  relationship: string | null;
  phone: string | null;
  scopes: string[];
  created_at: number;
  opened_at: number | null;
  expires_at: number;
};

function seenBy(scopes: readonly string[]): Supporter['sees'] {
  return linkSees.filter((scope) => scopes.includes(scope));
}

function supporterOf(row: Row): Supporter {
  return {
    linkId: row.link_id,
    name: row.name,
    role: row.relationship ?? '',
    phone: row.phone ?? undefined,
    sees: seenBy(row.scopes),
    invitedAt: row.created_at,
    openedAt: row.opened_at ?? undefined,
    expiresAt: row.expires_at,
  };
}

/** Those whose link still works, in the order they were invited. */
export async function circleOf(tx: Tx, patientId: string, now: number): Promise<Supporter[]> {
  const { rows } = await tx.query<Row>(
    `select l.id as link_id, p.name, p.relationship, p.phone, l.scopes, l.created_at, l.opened_at, l.expires_at
       from companion_links l
       join related_persons p on p.clinic_id = l.clinic_id and p.id = l.related_person_id
      where l.clinic_id = $1 and l.patient_id = $2 and l.cycle_id is null and l.revoked_at is null
        and l.expires_at > $3
      order by l.created_at, p.name, l.id`,
    [tx.clinicId, patientId, iso(now)],
  );
  return rows.map(supporterOf);
}

type ViewRow = {
  first_name: string;
  scopes: string[];
  expires_at: number;
  starts_at: number | null;
  ends_at: number | null;
  phase: NonNullable<SupporterView['phase']>;
};

/** What the link may show and nothing more: what is not in its scope is not even read out of the row. */
export async function viewOfLink(
  tx: Tx,
  link: { id: string; patientId: string },
  now: number,
): Promise<Omit<SupporterView, 'clinic'> | undefined> {
  const { rows } = await tx.query<ViewRow>(
    `select coalesce(t.preferred_name, t.given_name) as first_name, l.scopes, l.expires_at,
            lower(a.period) as starts_at, upper(a.period) as ends_at,
            case when d.released_at is not null then 'released'
                 when d.id is null then 'before'
                 when exists (select 1 from dosing_session_events e
                               where e.clinic_id = d.clinic_id and e.session_id = d.id and e.type = 'RecoveryStarted')
                   then 'resting'
                 else 'with-us' end as phase
       from companion_links l
       join patients t on t.clinic_id = l.clinic_id and t.id = l.patient_id
       left join lateral (
         select id, period, cycle_id from appointments
          where clinic_id = l.clinic_id and patient_id = l.patient_id and kind = 'dose'
            and status not in ('cancelled', 'no-show') and upper(period) > $4::timestamptz - interval '12 hours'
          order by lower(period) limit 1) a on true
       left join lateral (
         select id, clinic_id, released_at from dosing_sessions
          where clinic_id = l.clinic_id and patient_id = l.patient_id and cycle_id = a.cycle_id
          order by opened_at desc limit 1) d on true
      where l.clinic_id = $1 and l.patient_id = $2 and l.id = $3 and l.cycle_id is null and l.revoked_at is null
        and l.expires_at > $4`,
    [tx.clinicId, link.patientId, link.id, iso(now)],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  const sees = seenBy(row.scopes);
  const isBooked = row.starts_at !== null && row.ends_at !== null;
  return {
    patientFirstName: row.first_name,
    sees,
    day:
      sees.includes('day') && isBooked
        ? { startsAt: row.starts_at ?? 0, readyAbout: row.ends_at ?? 0 }
        : undefined,
    phase: sees.includes('live-status') && isBooked ? row.phase : undefined,
    linkExpiresAt: row.expires_at,
  };
}
