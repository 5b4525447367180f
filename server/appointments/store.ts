// Slots as rows. Two people in one room, or one person in two places, is refused by the database itself.

import type { Appointment } from '#api/appointments.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

type Row = {
  id: string;
  patient_id: string;
  given_name: string;
  family_name: string;
  preferred_name: string | null;
  in_care: boolean;
  cycle_id: string | null;
  kind: Appointment['kind'];
  room_id: string | null;
  room_name: string | null;
  practitioner_id: string | null;
  practitioner_name: string | null;
  starts_at: number;
  ends_at: number;
  talk_from: number | null;
  room_until: number | null;
  status: Appointment['status'];
  is_remote: boolean;
  version: number;
  stage: string;
  session_id: string | null;
};

/** Whose eyes this is for. Without a viewer the whole name is given: the desk's, or the patient's own. */
export type Viewer = { readonly accountId: string; readonly onShift: boolean; readonly now: number };

export type Slot = {
  readonly appointment: Appointment;
  readonly stage: string;
  readonly sessionId: string | undefined;
};

const columns = `a.id, a.patient_id, p.given_name, p.family_name, p.preferred_name, p.stage, a.cycle_id, a.kind, a.room_id,
  r.name as room_name, a.practitioner_id, w.display_name as practitioner_name, lower(a.period) as starts_at,
  upper(a.period) as ends_at, a.talk_from, a.room_until, a.status, a.is_remote, a.version, s.id as session_id`;

const from = `
  from appointments a
  join clinics c on c.id = a.clinic_id
  join patients p on p.clinic_id = a.clinic_id and p.id = a.patient_id
  left join rooms r on r.clinic_id = a.clinic_id and r.id = a.room_id
  left join accounts w on w.clinic_id = a.clinic_id and w.id = a.practitioner_id
  left join dosing_sessions s on s.clinic_id = a.clinic_id and s.appointment_id = a.id`;

function slotOf(row: Row): Slot {
  const called = row.preferred_name || row.given_name;
  return {
    stage: row.stage,
    sessionId: row.session_id ?? undefined,
    appointment: {
      id: row.id,
      patientId: row.patient_id,
      patientName: row.in_care
        ? `${called} ${row.family_name}`
        : `${[...called][0] ?? ''}. ${[...row.family_name][0] ?? ''}.`,
      cycleId: row.cycle_id ?? undefined,
      kind: row.kind,
      roomId: row.room_id ?? undefined,
      roomName: row.room_name ?? undefined,
      practitionerId: row.practitioner_id ?? undefined,
      practitionerName: row.practitioner_name ?? undefined,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      talkFrom: row.talk_from ?? undefined,
      roomUntil: row.room_until ?? undefined,
      status: row.status,
      remote: row.is_remote || undefined,
      version: row.version,
    },
  };
}

/** Slots that begin from `fromAt` up to `toAt`. To care staff, people outside their care are initials. */
export async function slotsBetween(
  tx: Tx,
  span: { fromAt: number; toAt: number },
  viewer: Viewer | undefined,
): Promise<Slot[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns},
            ($4::uuid is null
             or a.practitioner_id = $4
             or exists (select 1 from care_team_members m
                         where m.clinic_id = a.clinic_id and m.patient_id = a.patient_id and m.account_id = $4
                           and m.from_at <= $6::timestamptz and (m.until_at is null or m.until_at > $6::timestamptz))
             or ($5::boolean and exists (select 1 from appointments t
                         where t.clinic_id = a.clinic_id and t.patient_id = a.patient_id and t.status <> 'cancelled'
                           and (lower(t.period) at time zone c.zone)::date = ($6::timestamptz at time zone c.zone)::date))) as in_care
       ${from}
      where a.clinic_id = $1 and lower(a.period) >= $2 and lower(a.period) < $3 and a.status <> 'cancelled'
      order by lower(a.period), a.id limit 2000`,
    [
      tx.clinicId,
      iso(span.fromAt),
      iso(span.toAt),
      viewer?.accountId ?? null,
      viewer?.onShift ?? false,
      iso(viewer?.now ?? span.fromAt),
    ],
  );
  return rows.map(slotOf);
}

export async function appointmentsOf(tx: Tx, patientId: string): Promise<Appointment[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns}, true as in_care ${from} where a.clinic_id = $1 and a.patient_id = $2 order by lower(a.period), a.id`,
    [tx.clinicId, patientId],
  );
  return rows.map((row) => slotOf(row).appointment);
}

export async function findAppointment(
  tx: Tx,
  patientId: string,
  id: string,
): Promise<Appointment | undefined> {
  const { rows } = await tx.query<Row>(
    `select ${columns}, true as in_care ${from} where a.clinic_id = $1 and a.patient_id = $2 and a.id = $3`,
    [tx.clinicId, patientId, id],
  );
  return rows[0] === undefined ? undefined : slotOf(rows[0]).appointment;
}

/** The dose this person comes for: the one whose session is open, else the next from today on. */
export async function comingDose(tx: Tx, patientId: string, fromAt: number): Promise<Slot | undefined> {
  const { rows } = await tx.query<Row>(
    `select ${columns}, true as in_care ${from}
      where a.clinic_id = $1 and a.patient_id = $2 and a.kind = 'dose' and a.status in ('booked', 'arrived')
        and s.released_at is null and (s.id is not null or lower(a.period) >= $3)
      order by s.id is null, lower(a.period) limit 1`,
    [tx.clinicId, patientId, iso(fromAt)],
  );
  return rows[0] === undefined ? undefined : slotOf(rows[0]);
}

export type NewSlot = {
  readonly id: string;
  readonly patientId: string;
  readonly cycleId?: string | undefined;
  readonly kind: Appointment['kind'];
  readonly roomId?: string | undefined;
  readonly practitionerId?: string | undefined;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly talkFrom?: number | undefined;
  readonly roomUntil?: number | undefined;
  readonly remote?: boolean | undefined;
};

export async function keepSlot(tx: Tx, slot: NewSlot, now: number): Promise<void> {
  await tx.query(
    `insert into appointments (clinic_id, id, patient_id, cycle_id, kind, room_id, practitioner_id, period, talk_from, room_until, is_remote, status, status_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, tstzrange($8::timestamptz, $9::timestamptz), $11, $12, $13, 'booked', $10, $10)`,
    [
      tx.clinicId,
      slot.id,
      slot.patientId,
      slot.cycleId ?? null,
      slot.kind,
      slot.roomId ?? null,
      slot.practitionerId ?? null,
      iso(slot.startsAt),
      iso(slot.endsAt),
      iso(now),
      slot.talkFrom === undefined ? null : iso(slot.talkFrom),
      slot.roomUntil === undefined ? null : iso(slot.roomUntil),
      slot.remote === true,
    ],
  );
}

/** What already stands where a slot should go: never whose it is. */
export type InTheWay = {
  readonly startsAt: number;
  /** Of a room, when it is ready for another. */
  readonly endsAt: number;
  readonly what: 'patient' | 'room' | 'practitioner';
};

export async function inTheWayOf(tx: Tx, slot: NewSlot): Promise<InTheWay | undefined> {
  const { rows } = await tx.query<{ starts_at: number; ends_at: number; what: InTheWay['what'] }>(
    `with held as (
       select lower(a.period) as starts_at, upper(a.period) as ends_at, coalesce(a.room_until, upper(a.period)) as room_until,
              a.patient_id = $2 as is_patient, a.practitioner_id = $4 as is_practitioner, a.room_id = $3 as is_room
         from appointments a where a.clinic_id = $1 and a.status <> 'cancelled' and lower(a.period) < $7)
     select starts_at, case when is_patient or is_practitioner and not is_room then ends_at else room_until end as ends_at,
            case when is_patient then 'patient' when is_room then 'room' else 'practitioner' end as what
       from held
      where (is_patient or is_practitioner) and starts_at < $6 and ends_at > $5 or is_room and room_until > $5
      order by starts_at limit 1`,
    [
      tx.clinicId,
      slot.patientId,
      slot.roomId ?? null,
      slot.practitionerId ?? null,
      iso(slot.startsAt),
      iso(slot.endsAt),
      iso(slot.roomUntil ?? slot.endsAt),
    ],
  );
  const found = rows[0];
  return found && { startsAt: found.starts_at, endsAt: found.ends_at, what: found.what };
}

/** False when it is not this version any more, or can no longer be cancelled. */
export async function cancelSlot(
  tx: Tx,
  slot: { id: string; patientId: string; version: number; now: number },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update appointments set status = 'cancelled', status_at = $5, version = version + 1
      where clinic_id = $1 and patient_id = $2 and id = $3 and version = $4 and status = 'booked'`,
    [tx.clinicId, slot.patientId, slot.id, slot.version, iso(slot.now)],
  );
  return rowCount === 1;
}

/** An empty place in someone's plan is work for the desk, and the reason goes with it. */
export async function raiseRebooking(
  tx: Tx,
  task: {
    id: string;
    patientId: string;
    appointmentId: string;
    kind: string;
    reason: string;
    by: string;
    now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into tasks (clinic_id, id, patient_id, kind, owner_role, detail, priority, due_at, created_at)
     values ($1, $2, $3, 'slot-cancelled', 'front-desk', $4, 'soon', null, $5)`,
    [
      tx.clinicId,
      task.id,
      task.patientId,
      JSON.stringify({
        appointmentId: task.appointmentId,
        slot: task.kind,
        reason: task.reason,
        by: task.by,
      }),
      iso(task.now),
    ],
  );
}

export type Room = { readonly id: string; readonly number: number; readonly name: string };
export type Practitioner = {
  readonly id: string;
  readonly name: string;
  readonly roles: string[];
  readonly gender?: string | undefined;
};

export async function listRooms(tx: Tx): Promise<Room[]> {
  const { rows } = await tx.query<Room>(
    'select id, number, name from rooms where clinic_id = $1 order by number',
    [tx.clinicId],
  );
  return rows;
}

export async function listPractitioners(tx: Tx): Promise<Practitioner[]> {
  const { rows } = await tx.query<Omit<Practitioner, 'gender'> & { gender: string | null }>(
    `select id, display_name as name, roles, profile ->> 'gender' as gender from accounts
      where clinic_id = $1 and kind = 'staff' and disabled_at is null and roles && array['nurse', 'prescriber', 'therapist']
      order by display_name, id`,
    [tx.clinicId],
  );
  return rows.map(({ gender, ...row }) => ({ ...row, gender: gender ?? undefined }));
}

type KnownCycle = { readonly id: string; readonly number: number; readonly isBooked: boolean };

export async function cyclesOf(tx: Tx, patientId: string, seriesId: string): Promise<KnownCycle[]> {
  const { rows } = await tx.query<{ id: string; number: number; is_booked: boolean }>(
    `select c.id, c.number,
            exists (select 1 from appointments a
                     where a.clinic_id = c.clinic_id and a.cycle_id = c.id and a.kind = 'dose' and a.status not in ('cancelled', 'no-show')) as is_booked
       from cycles c where c.clinic_id = $1 and c.patient_id = $2 and c.series_id = $3 order by c.number`,
    [tx.clinicId, patientId, seriesId],
  );
  return rows.map((row) => ({ id: row.id, number: row.number, isBooked: row.is_booked }));
}

export async function keepCycle(
  tx: Tx,
  cycle: { id: string; patientId: string; seriesId: string; number: number },
): Promise<void> {
  await tx.query(
    'insert into cycles (clinic_id, id, patient_id, series_id, number) values ($1, $2, $3, $4, $5)',
    [tx.clinicId, cycle.id, cycle.patientId, cycle.seriesId, cycle.number],
  );
}
