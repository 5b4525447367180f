// Every room at a glance, from the same folds and the same answer as every other screen. The desk sees phases and names
// of no reading; clinical staff see what is due, what is out of limits and who has seen it.

import type { BoardRow, WallAnswer, WallEdition } from '#api/dosing-sessions.ts';
import type { Answer } from '#clinical/answer.ts';
import { nextPlaceAt } from '#clinical/dosing/next-place.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { Clinic } from '#server/access';
import { answerOf, careRecordsOf } from '#server/care-record';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { editionsNamed } from '#server/protocols';
import { boardSession } from './board-session.ts';
import { boardVisits } from './board-visits.ts';
import { type KeptRing, ringsOf } from './home-rings.ts';
import { keptIn, type LiveSessions } from './kept.ts';

type Row = {
  room_id: string;
  room_number: number;
  room_name: string;
  patient_id: string | null;
  initials: string | null;
  cycle_id: string | null;
  route: BoardRow['route'] | null;
  edition_id: string | null;
  starts_at: number | null;
  status: string | null;
  ends_at: number | null;
  session_id: string | null;
  released_at: number | null;
  ride_name: string | null;
  ride_state: string | null;
};

type Board = {
  now: number;
  zone: string;
  rows: BoardRow[];
  staff: { name: string; role: string }[];
  dosingNow: number;
  nursesOnShift: number;
  patientsPerNurse: number | undefined;
  nextStartAt: number | undefined;
  stillToCome: number;
  next: { initials: string; at: number; unknown: number; notMet: number }[];
};

const initialsOf = `left(p.given_name, 1) || '. ' || left(p.family_name, 1) || '.'`;

/** The doses of today by the clinic's clock, and those of yesterday that have not ended, each with its turn in its room. */
const slotsOfToday = `
  with today as (
    select a.id, a.clinic_id, a.room_id, a.patient_id, a.cycle_id, a.status, lower(a.period) as starts_at,
           upper(a.period) as ends_at, d.id as session_id, d.released_at,
           row_number() over (partition by a.room_id
             order by (d.id is not null and d.released_at is null) desc, (d.released_at is null) desc,
                      case when d.released_at is null then lower(a.period) end asc, lower(a.period) desc) as turn
      from appointments a
      left join dosing_sessions d on d.clinic_id = a.clinic_id and d.appointment_id = a.id
     where a.clinic_id = $1 and a.kind = 'dose' and a.status <> 'cancelled'
       -- No day is longer than 25 hours, and this much an index can answer.
       and lower(a.period) between $2::timestamptz - interval '25 hours' and $2::timestamptz + interval '25 hours'
       and ((lower(a.period) at time zone $3)::date = ($2::timestamptz at time zone $3)::date
            or (d.id is not null and d.released_at is null
                and lower(a.period) between $2::timestamptz - interval '1 day' and $2::timestamptz))),
  slots as (
    select t.*, ${initialsOf} as initials, s.route, s.edition_id, rp.name as ride_name, rd.state as ride_state
      from today t
      -- Each looked up by itself: joined, a database that has not counted its rows lately pairs every slot with every series.
      cross join lateral (select x.given_name, x.family_name from patients x
                           where x.clinic_id = t.clinic_id and x.id = t.patient_id limit 1) p
      cross join lateral (select x.series_id from cycles x where x.clinic_id = t.clinic_id and x.id = t.cycle_id limit 1) c
      cross join lateral (select x.route, x.edition_id from series x
                           where x.clinic_id = t.clinic_id and x.id = c.series_id limit 1) s
      left join lateral (select * from rides x where x.clinic_id = t.clinic_id and x.cycle_id = t.cycle_id order by x.created_at desc limit 1) rd on true
      left join related_persons rp on rp.clinic_id = rd.clinic_id and rp.id = rd.related_person_id)`;
const slotColumns = `o.patient_id, o.initials, o.cycle_id, o.route, o.edition_id, o.starts_at, o.status, o.ends_at, o.session_id,
         o.released_at, o.ride_name, o.ride_state`;

const atHomeNumber = 0;

/** The rooms of the house by their number, then the doses at home, each a remote room of its own. */
const roomsOfToday = `${slotsOfToday}
  select * from (
    select r.id as room_id, r.number as room_number, r.name as room_name, ${slotColumns}
      from rooms r
      left join slots o on o.room_id = r.id and o.turn = 1
     where r.clinic_id = $1
     union all
    select o.id, ${atHomeNumber}, 'At home', ${slotColumns}
      from slots o
     where o.room_id is null and o.route = 'home') shown
   order by room_number = ${atHomeNumber}, room_number, starts_at`;

export async function boardOf(
  tx: Tx,
  { clinic, role, now, live }: { clinic: Clinic; role: string; now: number; live: LiveSessions },
): Promise<{ board: Board; patientIds: string[] }> {
  const clinical = role === 'nurse' || role === 'prescriber' || role === 'therapist';
  const given = [tx.clinicId, iso(now), clinic.zone];
  const { rows } = await tx.query<Row>(roomsOfToday, given);
  const rings = clinical
    ? await ringsOf(tx, { sessionIds: rows.filter(isAtHome).flatMap((row) => row.session_id ?? []) })
    : [];
  const staff = await onShift(tx, clinic.zone, now);
  const inRooms = rows.flatMap((row) => row.patient_id ?? []);
  const toCome = [...rows.flatMap(notHereYet), ...(await comingToday(tx, clinic.zone, now, inRooms))].sort(
    (a, b) => a.starts_at - b.starts_at,
  );
  const next = toCome.slice(0, nextTold);
  const patientIds = [...new Set([...inRooms, ...next.map((row) => row.patient_id)])];
  const states = await live.statesOf(
    keptIn(tx),
    rows.flatMap(({ session_id, patient_id }) =>
      session_id === null || patient_id === null ? [] : [{ id: session_id, patientId: patient_id }],
    ),
  );
  const everyone = await careRecordsOf(tx, patientIds, now, { states });
  const answers = new Map([...everyone].map(([patientId, one]) => [patientId, answerOf(one, now)]));
  const editions = await editionsNamed(
    tx,
    rows.map((row) => row.edition_id),
  );

  const shown: BoardRow[] = [];
  for (const row of rows) {
    const state = row.session_id === null ? undefined : states.get(row.session_id);
    const edition = editions(row.edition_id ?? undefined);
    const answer = row.patient_id === null ? undefined : answers.get(row.patient_id);
    shown.push({
      roomId: row.room_id,
      roomNumber: row.room_number,
      roomName: row.room_name,
      ...(isAtHome(row) ? { atHome: true as const } : {}),
      ...ringShown(rings.findLast((ring) => ring.sessionId === row.session_id)),
      patientId: row.patient_id ?? undefined,
      sessionId: row.session_id ?? undefined,
      initials: row.initials ?? undefined,
      route: row.route ?? undefined,
      plannedAt: row.starts_at ?? undefined,
      plannedEnd: row.ends_at ?? undefined,
      // The row was read a moment before the log: a release between the two is in the log alone, and the wall must not
      // say someone has gone home and is still due a check.
      releasedAt: row.released_at ?? state?.facts.PatientReleased.at(0)?.at,
      rideName: row.ride_name ?? undefined,
      rideState: row.ride_state ?? undefined,
      ...(state === undefined
        ? { checkTimes: [], alertTimes: [], inTheRoom: [] }
        : boardSession(state, clinical ? edition : undefined)),
      ...(clinical ? { answer: wallAnswer(answer), edition: wallEdition(edition) } : {}),
      ...(clinical && state !== undefined && edition !== undefined
        ? { visits: boardVisits(state, edition, now) }
        : {}),
    });
  }
  const staffing = [...everyone.values()][0]?.record.staffing;
  const patientsPerNurse = strictest([
    clinic.settings.patientsPerNurse,
    ...rows.map((row) => editions(row.edition_id ?? undefined)?.staffing.dosingPerNurse.value),
  ]);
  const dosingNow = shown.filter((row) => row.phase === 'dosing').length;
  return {
    patientIds,
    board: {
      now,
      zone: clinic.zone,
      rows: shown,
      staff,
      dosingNow,
      nursesOnShift: staff.filter((person) => person.role === 'nurse').length,
      patientsPerNurse,
      nextStartAt:
        staffing === undefined || patientsPerNurse === undefined
          ? undefined
          : nextPlaceAt({ staffing, dosingPerNurse: patientsPerNurse, now }),
      stillToCome: toCome.length,
      next: next.map((row) => {
        const counts = answers.get(row.patient_id)?.gates.openDose.counts;
        return {
          initials: row.initials,
          at: row.starts_at,
          unknown: counts?.unknown ?? 0,
          notMet: counts?.['not-met'] ?? 0,
        };
      }),
    },
  };
}

function wallAnswer(answer: Answer | undefined): WallAnswer | undefined {
  if (answer === undefined) return undefined;
  const { currentCheck, nextCheck, missedChecks } = answer;
  const { open, counts } = answer.gates.openDose;
  return { currentCheck, nextCheck, missedChecks, gates: { openDose: { open, counts } } };
}

function wallEdition(edition: Edition | undefined): WallEdition | undefined {
  if (edition === undefined) return undefined;
  const { value } = edition.rest.minimumMinutes;
  return { phases: edition.phases, rest: { minimumMinutes: { value } } };
}

const isAtHome = (row: Row): boolean => row.room_number === atHomeNumber;

/** The clinic's own limit and those of the protocols in its rooms today: the one that lets fewest start. */
function strictest(limits: readonly (number | undefined)[]): number | undefined {
  const known = limits.filter((limit) => limit !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

async function onShift(tx: Tx, zone: string, now: number): Promise<{ name: string; role: string }[]> {
  const { rows } = await tx.query<{ name: string; role: string }>(
    `select a.display_name as name, coalesce((select r from unnest(a.roles) r where r in ('nurse', 'prescriber', 'therapist', 'front-desk') limit 1), a.roles[1]) as role
       from shifts s join accounts a on a.clinic_id = s.clinic_id and a.id = s.account_id
      where s.clinic_id = $1 and s.ended_at is null
        and (s.on_date = ($2::timestamptz at time zone $3)::date or s.started_at > $2::timestamptz - interval '16 hours')
      order by role, name`,
    [tx.clinicId, iso(now), zone],
  );
  return rows;
}

function ringShown(ring: KeptRing | undefined): Pick<BoardRow, 'ring'> {
  if (ring === undefined) return {};
  const { reason, raisedAt, calls, answeredAt, answeredBy } = ring.shown;
  return { ring: { reason, at: raisedAt, calledName: calls.at(-1)?.name, answeredAt, answeredBy } };
}

type Coming = { patient_id: string; initials: string; starts_at: number };

const nextTold = 4;

/** The one a room waits for: booked, and no session was opened. */
function notHereYet({ patient_id, initials, starts_at, session_id, status }: Row): Coming[] {
  if (patient_id === null || starts_at === null || session_id !== null || status !== 'booked') return [];
  return [{ patient_id, initials: initials ?? '', starts_at }];
}

async function comingToday(tx: Tx, zone: string, now: number, inRooms: readonly string[]): Promise<Coming[]> {
  const { rows } = await tx.query<Coming>(
    `select a.patient_id, ${initialsOf} as initials, lower(a.period) as starts_at
       from appointments a join patients p on p.clinic_id = a.clinic_id and p.id = a.patient_id
      where a.clinic_id = $1 and a.kind = 'dose' and a.status = 'booked' and lower(a.period) > $2
        and (lower(a.period) at time zone $3)::date = ($2::timestamptz at time zone $3)::date and a.patient_id <> all($4)
      order by lower(a.period)`,
    [tx.clinicId, iso(now), zone, inRooms],
  );
  return rows;
}
