// Rides, the links they hang on, and what one live link may show.

import type { CompanionRide, Ride, RideHow } from '#api/preparation.ts';
import { iso } from '#server/clock';
import { callBack } from '#server/communications';
import type { Tx } from '#server/postgres';
import { keepLinkedPerson, type LinkedPerson } from './companion-link.ts';

type Row = {
  id: string;
  cycle_id: string;
  companion_name: string;
  relationship: string | null;
  state: Ride['state'];
  state_at: number;
  steps: Ride['steps'];
  how: Ride['how'] | null;
  phone: string | null;
  email: string | null;
  scopes: string[];
  link_id: string;
  expires_at: number;
  revoked_at: number | null;
  unasked_since: number | null;
  version: number;
};

const columns = `r.id, r.cycle_id, p.name as companion_name, p.relationship, r.state, r.state_at, r.steps, r.link_id,
  l.expires_at, l.revoked_at, r.version, r.how, coalesce(r.phone, p.phone) as phone, p.email, l.scopes,
  (select u.from_at from companion_unasked u
    where u.clinic_id = r.clinic_id and u.link_id = r.link_id and u.until_at is null) as unasked_since`;
const from = `from rides r
  join related_persons p on p.clinic_id = r.clinic_id and p.id = r.related_person_id
  join companion_links l on l.clinic_id = r.clinic_id and l.id = r.link_id`;

function rideOf(row: Row): Ride {
  return {
    id: row.id,
    cycleId: row.cycle_id,
    companionName: row.companion_name,
    relationship: row.relationship ?? undefined,
    state: row.state,
    stateAt: row.state_at,
    steps: row.steps,
    how: row.how ?? undefined,
    phone: row.phone ?? undefined,
    email: row.email ?? undefined,
    mayFollow: row.scopes.includes('live-status'),
    unaskedSince: row.unasked_since ?? undefined,
    linkId: row.link_id,
    linkExpiresAt: row.expires_at,
    linkRevoked: row.revoked_at !== null,
    version: row.version,
  };
}

/** Newest first; a link that was ended keeps its ride on the list, marked. */
export async function listRides(tx: Tx, patientId: string): Promise<Ride[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns} ${from} where r.clinic_id = $1 and r.patient_id = $2 order by r.created_at desc, r.id`,
    [tx.clinicId, patientId],
  );
  return rows.map(rideOf);
}

/** The ride that counts for a cycle: the last one asked for, unless its link was ended. */
export async function currentRide(tx: Tx, patientId: string, cycleId: string): Promise<Ride | undefined> {
  const { rows } = await tx.query<Row>(
    `select ${columns} ${from} where r.clinic_id = $1 and r.patient_id = $2 and r.cycle_id = $3 and l.revoked_at is null
      order by r.created_at desc limit 1`,
    [tx.clinicId, patientId, cycleId],
  );
  return rows[0] === undefined ? undefined : rideOf(rows[0]);
}

export type DoseTime = {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly zone: string;
  readonly route: string;
  readonly editionId: string;
};

/** The dose of a cycle of this patient. Undefined: no such cycle here. Null: nothing is booked for it. */
export async function doseOfCycle(
  tx: Tx,
  patientId: string,
  cycleId: string,
): Promise<DoseTime | null | undefined> {
  const { rows } = await tx.query<{
    starts_at: number | null;
    ends_at: number | null;
    zone: string;
    route: string;
    edition_id: string;
  }>(
    `select lower(a.period) as starts_at, upper(a.period) as ends_at, c.zone, s.route, s.edition_id
       from cycles y
       join series s on s.clinic_id = y.clinic_id and s.id = y.series_id
       join clinics c on c.id = y.clinic_id
       left join appointments a on a.clinic_id = y.clinic_id and a.cycle_id = y.id and a.patient_id = y.patient_id
        and a.kind = 'dose' and a.status not in ('cancelled', 'no-show')
      where y.clinic_id = $1 and y.patient_id = $2 and y.id = $3
      order by lower(a.period) desc nulls last limit 1`,
    [tx.clinicId, patientId, cycleId],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  if (row.starts_at === null || row.ends_at === null) return null;
  return {
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    zone: row.zone,
    route: row.route,
    editionId: row.edition_id,
  };
}

export async function revokeLinksOfCycle(
  tx: Tx,
  patientId: string,
  cycleId: string,
  now: number,
): Promise<void> {
  await tx.query(
    'update companion_links set revoked_at = $4 where clinic_id = $1 and patient_id = $2 and cycle_id = $3 and revoked_at is null',
    [tx.clinicId, patientId, cycleId, iso(now)],
  );
}

/** False when this patient has no such link. Ending it twice keeps the first time. */
export async function revokeLink(tx: Tx, patientId: string, linkId: string, now: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update companion_links set revoked_at = coalesce(revoked_at, $4) where clinic_id = $1 and patient_id = $2 and id = $3',
    [tx.clinicId, patientId, linkId, iso(now)],
  );
  return rowCount === 1;
}

/** False when this patient has no such link that still works. */
export async function setFollowing(
  tx: Tx,
  link: { patientId: string; linkId: string; mayFollow: boolean },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update companion_links
        set scopes = case when $4 then array_append(array_remove(scopes, 'live-status'), 'live-status')
                          else array_remove(scopes, 'live-status') end
      where clinic_id = $1 and patient_id = $2 and id = $3 and revoked_at is null and not 'home-session' = any (scopes)`,
    [tx.clinicId, link.patientId, link.linkId, link.mayFollow],
  );
  return rowCount === 1;
}

export type Asking = {
  readonly id: string;
  readonly patientId: string;
  readonly linkId: string;
  readonly mayBeAsked: boolean;
  readonly by: string;
};

/** False when this patient has no such link that still works and asks. What holds already is not begun again. */
export async function setAsked(tx: Tx, asking: Asking, now: number): Promise<boolean> {
  const { patientId, linkId, mayBeAsked, by } = asking;
  const { rowCount } = await tx.query(
    `select 1 from companion_links
      where clinic_id = $1 and patient_id = $2 and id = $3 and cycle_id is not null and 'report' = any (scopes)
        and revoked_at is null and expires_at > $4`,
    [tx.clinicId, patientId, linkId, iso(now)],
  );
  if (rowCount !== 1) return false;
  if (mayBeAsked)
    await tx.query(
      `update companion_unasked set until_at = $3, until_by = $4 where clinic_id = $1 and link_id = $2 and until_at is null`,
      [tx.clinicId, linkId, iso(now), by],
    );
  else {
    await tx.query(
      `insert into companion_unasked (clinic_id, id, patient_id, link_id, from_at, from_by) values ($1, $2, $3, $4, $5, $6)
       on conflict (clinic_id, link_id) where until_at is null do nothing`,
      [tx.clinicId, asking.id, patientId, linkId, iso(now), by],
    );
    await callBackQuestions(tx, linkId, now);
  }
  return true;
}

/** A question still waiting for the mail server does not leave any more, and its secret opens nothing. */
async function callBackQuestions(tx: Tx, linkId: string, now: number): Promise<void> {
  const { rows } = await tx.query<{ mail_id: string }>(
    'select mail_id from companion_link_keys where clinic_id = $1 and link_id = $2 and mail_id is not null',
    [tx.clinicId, linkId],
  );
  const back = await callBack(
    tx,
    rows.map((row) => row.mail_id),
    now,
  );
  await tx.query(
    'delete from companion_link_keys where clinic_id = $1 and link_id = $2 and mail_id = any ($3::uuid[])',
    [tx.clinicId, linkId, back],
  );
}

export async function keepTold(
  tx: Tx,
  told: { rideId: string; how: RideHow; phone: string | undefined },
): Promise<void> {
  await tx.query(
    'update rides set how = $3, phone = coalesce($4, phone), version = version + 1 where clinic_id = $1 and id = $2',
    [tx.clinicId, told.rideId, told.how, told.phone ?? null],
  );
}

export type AskedRide = {
  readonly id: string;
  readonly patientId: string;
  readonly cycleId: string;
  readonly companion: LinkedPerson['person'];
  readonly link: LinkedPerson['link'];
  readonly askedBy: string;
};

export async function keepAskedRide(tx: Tx, asked: AskedRide, now: number): Promise<void> {
  const at = iso(now);
  const { patientId, cycleId, companion, link } = asked;
  await keepLinkedPerson(tx, { patientId, person: companion, link: { ...link, cycleId } }, now);
  await tx.query(
    `insert into rides (clinic_id, id, patient_id, cycle_id, related_person_id, link_id, state, state_at, steps, created_at)
     values ($1, $2, $3, $4, $5, $6, 'asked', $7, $8, $7)`,
    [
      tx.clinicId,
      asked.id,
      asked.patientId,
      asked.cycleId,
      companion.id,
      link.id,
      at,
      JSON.stringify([{ state: 'asked', at: now, by: asked.askedBy }]),
    ],
  );
}

export async function findRide(tx: Tx, patientId: string, id: string): Promise<Ride | undefined> {
  return (await listRides(tx, patientId)).find((ride) => ride.id === id);
}

export async function takeStep(
  tx: Tx,
  change: {
    patientId: string;
    rideId: string;
    version: number;
    step: Ride['steps'][number] & { state: Ride['state'] };
  },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update rides set state = $5, state_at = $6, steps = steps || $7::jsonb, version = version + 1
      where clinic_id = $1 and patient_id = $2 and id = $3 and version = $4`,
    [
      tx.clinicId,
      change.patientId,
      change.rideId,
      change.version,
      change.step.state,
      iso(change.step.at),
      JSON.stringify([change.step]),
    ],
  );
  return rowCount === 1;
}

type CompanionRow = Row & {
  first_name: string;
  code_word: string;
  starts_at: number | null;
  ends_at: number | null;
  phase: CompanionRide['phase'];
  released_at: number | null;
};

/** What one live link shows: no number, no diagnosis, and only the ride it was made for. */
export async function rideOfLink(
  tx: Tx,
  link: { id: string; patientId: string },
  now: number,
): Promise<Omit<CompanionRide, 'clinic' | 'home' | 'company'> | undefined> {
  const { rows } = await tx.query<CompanionRow>(
    `select ${columns}, coalesce(t.preferred_name, t.given_name) as first_name, l.code_word,
            a.starts_at, a.ends_at, coalesce(s.phase, 'before') as phase, s.released_at
       ${from}
       join patients t on t.clinic_id = r.clinic_id and t.id = r.patient_id
       left join lateral (
         select lower(period) as starts_at, upper(period) as ends_at from appointments
          where clinic_id = r.clinic_id and patient_id = r.patient_id and cycle_id = r.cycle_id and kind = 'dose'
            and status not in ('cancelled', 'no-show')
          order by lower(period) desc limit 1) a on true
       left join lateral (
         select case
                  when d.released_at is not null then 'released'
                  when exists (select 1 from dosing_session_events e
                                where e.clinic_id = d.clinic_id and e.session_id = d.id and e.type = 'RecoveryStarted') then 'resting'
                  else 'with-us'
                end as phase, d.released_at
           from dosing_sessions d
          where d.clinic_id = r.clinic_id and d.patient_id = r.patient_id and d.cycle_id = r.cycle_id
          order by d.opened_at desc limit 1) s on true
      where r.clinic_id = $1 and r.patient_id = $2 and r.link_id = $3 and l.revoked_at is null and l.expires_at > $4
      order by r.created_at desc limit 1`,
    [tx.clinicId, link.patientId, link.id, iso(now)],
  );
  const row = rows[0];
  // A dose that was called off takes the day with it: there is nothing left to drive to.
  if (row === undefined || row.starts_at === null) return undefined;
  return {
    patientFirstName: row.first_name,
    scopes: row.scopes,
    startsAt: row.starts_at,
    readyAbout: row.phase === 'released' ? undefined : (row.ends_at ?? undefined),
    // Where the patient did not let them follow, only the end is told: the person stands before them then.
    phase: row.phase === 'released' || row.scopes.includes('live-status') ? row.phase : 'before',
    releasedAt: row.released_at ?? undefined,
    codeWord: row.code_word,
    // Whoever asked did so for this person: their first name is all a companion’s screen shows.
    ride: {
      ...rideOf(row),
      steps: row.steps.map((step) => (step.state === 'asked' ? { ...step, by: row.first_name } : step)),
    },
    linkExpiresAt: row.expires_at,
  };
}
