// Who comes, what was ordered and decided, the packs as they were made, and what was said about a sheet that came back.

import type { Pack, PackPage } from '#api/downtime.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

export type ComingRow = {
  appointment_id: string;
  patient_id: string;
  cycle_id: string | null;
  name: string;
  birth_date: string | null;
  phone: string | null;
  kind: PackPage['kind'];
  starts_at: number;
  ends_at: number;
  room_name: string | null;
  practitioner_name: string | null;
  session_id: string | null;
  session_edition_id: string | null;
  order_body: OrderBody | null;
  order_signed_at: number | null;
  order_signed_by: string | null;
  ride_name: string | null;
  ride_phone: string | null;
  ride_state: string | null;
  code_word: string | null;
};

type OrderBody = {
  readonly drug: string;
  readonly doseMg: number;
  readonly doseMgPerKg?: number;
  readonly weightKg?: number;
  readonly infusionMinutes?: number;
  readonly note?: string;
};

/** Everyone who comes between two moments, in the order they come. */
export async function comingBetween(
  tx: Tx,
  { fromAt, toAt }: { readonly fromAt: number; readonly toAt: number },
): Promise<ComingRow[]> {
  const { rows } = await tx.query<ComingRow>(
    `select a.id as appointment_id, a.patient_id, a.cycle_id,
            coalesce(nullif(p.preferred_name, ''), p.given_name) || ' ' || p.family_name as name, p.birth_date, p.phone, a.kind,
            lower(a.period) as starts_at, upper(a.period) as ends_at, r.name as room_name, w.display_name as practitioner_name,
            d.id as session_id, d.edition_id as session_edition_id,
            o.body as order_body, o.signed_at as order_signed_at, o.signed_by_name as order_signed_by,
            x.name as ride_name, x.phone as ride_phone, x.state as ride_state, x.code_word
       from appointments a
       join patients p on p.clinic_id = a.clinic_id and p.id = a.patient_id
       left join rooms r on r.clinic_id = a.clinic_id and r.id = a.room_id
       left join accounts w on w.clinic_id = a.clinic_id and w.id = a.practitioner_id
       left join dosing_sessions d on d.clinic_id = a.clinic_id and d.appointment_id = a.id
       left join cycles c on c.clinic_id = a.clinic_id and c.id = a.cycle_id
       left join lateral (select * from medication_requests m
                           where m.clinic_id = a.clinic_id and m.series_id = c.series_id and m.patient_id = a.patient_id
                           order by m.signed_at desc, m.id limit 1) o on true
       left join lateral (select q.name, q.phone, v.state, l.code_word
                            from rides v
                            join related_persons q on q.clinic_id = v.clinic_id and q.id = v.related_person_id
                            join companion_links l on l.clinic_id = v.clinic_id and l.id = v.link_id
                           where v.clinic_id = a.clinic_id and v.patient_id = a.patient_id and v.cycle_id = a.cycle_id
                             and l.revoked_at is null
                           order by v.created_at desc, v.id limit 1) x on true
      where a.clinic_id = $1 and a.status <> 'cancelled' and lower(a.period) >= $2 and lower(a.period) < $3
      order by lower(a.period), a.id limit 300`,
    [tx.clinicId, iso(fromAt), iso(toAt)],
  );
  return rows;
}

export type Entry = {
  patient_id: string;
  kind: 'allergy' | 'medication-statement' | 'history-answer';
  body: Readonly<Record<string, unknown>>;
  status: 'reported' | 'confirmed' | 'dismissed';
  recorded_at: number;
};

/** The last version of every allergy and medicine, and of the two answers that say such a list is empty on purpose. */
export async function entriesOf(tx: Tx, patientIds: readonly string[]): Promise<Map<string, Entry[]>> {
  const { rows } = await tx.query<Entry & { status: string }>(
    `select * from (
       select distinct on (id) patient_id, id, kind, body, status, recorded_at from health_record_entries
        where clinic_id = $1 and patient_id = any($2) order by id, version desc) latest
      where status in ('reported', 'confirmed')
        and (kind in ('allergy', 'medication-statement')
             or (kind = 'history-answer' and body ->> 'key' in ('has-allergies', 'takes-medicines')))
      order by recorded_at, id`,
    [tx.clinicId, patientIds],
  );
  const byPatient = new Map<string, Entry[]>();
  for (const row of rows) byPatient.set(row.patient_id, [...(byPatient.get(row.patient_id) ?? []), row]);
  return byPatient;
}

/** What the patient was told to do about each finding, by patient and finding. */
export async function instructionsOf(
  tx: Tx,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.query<{ patient_id: string; issue_key: string; instruction: string | null }>(
    `select distinct on (patient_id, issue_key) patient_id, issue_key, instruction
       from issue_decisions where clinic_id = $1 and patient_id = any($2)
      order by patient_id, issue_key, decided_at desc, id`,
    [tx.clinicId, patientIds],
  );
  return new Map(
    rows.flatMap((row) =>
      row.instruction === null || row.instruction === ''
        ? []
        : [[`${row.patient_id}/${row.issue_key}`, row.instruction] as const],
    ),
  );
}

export type KeptPack = {
  readonly id: string;
  readonly madeAt: number;
  readonly byName: string | undefined;
  readonly patientIds: readonly string[];
  readonly content: Pack;
};

type PackRow = {
  id: string;
  made_at: number;
  made_by_name: string | null;
  patient_ids: string[];
  content: Pack;
};

export async function newestPack(tx: Tx): Promise<KeptPack | undefined> {
  const { rows } = await tx.query<PackRow>(
    `select id, made_at, made_by_name, patient_ids, content from downtime_packs
      where clinic_id = $1 order by made_at desc, id limit 1`,
    [tx.clinicId],
  );
  return rows[0] && keptOf(rows[0]);
}

export async function findPack(tx: Tx, id: string): Promise<KeptPack | undefined> {
  const { rows } = await tx.query<PackRow>(
    `select id, made_at, made_by_name, patient_ids, content from downtime_packs where clinic_id = $1 and id = $2`,
    [tx.clinicId, id],
  );
  return rows[0] && keptOf(rows[0]);
}

function keptOf(row: PackRow): KeptPack {
  return {
    id: row.id,
    madeAt: row.made_at,
    byName: row.made_by_name ?? undefined,
    patientIds: row.patient_ids,
    content: row.content,
  };
}

export async function keepPack(
  tx: Tx,
  made: {
    readonly id: string;
    readonly content: Pack;
    readonly by: { readonly id: string; readonly name: string } | undefined;
  },
): Promise<readonly string[]> {
  const patientIds = [...new Set(made.content.pages.map((page) => page.patientId))];
  await tx.query(
    `insert into downtime_packs (clinic_id, id, made_at, made_by, made_by_name, patient_ids, content)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      tx.clinicId,
      made.id,
      iso(made.content.madeAt),
      made.by?.id ?? null,
      made.by?.name ?? null,
      patientIds,
      JSON.stringify(made.content),
    ],
  );
  return patientIds;
}

export type PackTimes = {
  readonly minuteOfDay: number | undefined;
  readonly set: { readonly version: number; readonly at: number; readonly byName: string } | undefined;
  readonly lastMade: { readonly at: number; readonly byName: string | undefined } | undefined;
  readonly lastByItselfAt: number | undefined;
};

export async function packTimes(tx: Tx): Promise<PackTimes> {
  const { rows } = await tx.query<{
    minute_of_day: number | null;
    version: number | null;
    set_at: number | null;
    set_by_name: string | null;
    last_at: number | null;
    last_by: string | null;
    by_itself_at: number | null;
  }>(
    `select t.minute_of_day, t.version, t.set_at, t.set_by_name, l.made_at as last_at, l.made_by_name as last_by,
            (select max(made_at) from downtime_packs where clinic_id = $1 and made_by is null) as by_itself_at
       from (select 1) as always
       left join downtime_times t on t.clinic_id = $1
       left join lateral (select made_at, made_by_name from downtime_packs
                           where clinic_id = $1 order by made_at desc, id limit 1) l on true`,
    [tx.clinicId],
  );
  const [row] = rows;
  return {
    minuteOfDay: row?.minute_of_day ?? undefined,
    set:
      row?.version == null || row.set_at === null || row.set_by_name === null
        ? undefined
        : { version: row.version, at: row.set_at, byName: row.set_by_name },
    lastMade: row?.last_at == null ? undefined : { at: row.last_at, byName: row.last_by ?? undefined },
    lastByItselfAt: row?.by_itself_at ?? undefined,
  };
}

export type FolderState = {
  readonly state: 'not-set' | 'empty' | 'written' | 'failed';
  readonly packId: string | undefined;
  readonly writtenAt: number | undefined;
  readonly why: string | undefined;
  readonly saidAt: number;
};

export async function folderState(tx: Tx): Promise<FolderState | undefined> {
  const { rows } = await tx.query<{
    state: FolderState['state'];
    pack_id: string | null;
    written_at: number | null;
    why: string | null;
    said_at: number;
  }>('select state, pack_id, written_at, why, said_at from downtime_folder_states where clinic_id = $1', [
    tx.clinicId,
  ]);
  const [row] = rows;
  return (
    row && {
      state: row.state,
      packId: row.pack_id ?? undefined,
      writtenAt: row.written_at ?? undefined,
      why: row.why ?? undefined,
      saidAt: row.said_at,
    }
  );
}

/** What was written last stays known, also when a later try failed. */
export async function sayFolderState(
  tx: Tx,
  said: {
    readonly state: FolderState['state'];
    readonly packId?: string | undefined;
    readonly writtenAt?: number | undefined;
    readonly why?: string | undefined;
    readonly now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into downtime_folder_states as f (clinic_id, state, pack_id, written_at, why, said_at)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (clinic_id) do update
        set state = excluded.state, pack_id = coalesce(excluded.pack_id, f.pack_id),
            written_at = coalesce(excluded.written_at, f.written_at), why = excluded.why, said_at = excluded.said_at`,
    [
      tx.clinicId,
      said.state,
      said.packId ?? null,
      said.writtenAt === undefined ? null : iso(said.writtenAt),
      said.why ?? null,
      iso(said.now),
    ],
  );
}

/** False when someone else set it since. */
export async function keepTime(
  tx: Tx,
  given: {
    readonly version: number;
    readonly minuteOfDay: number;
    readonly by: string;
    readonly byName: string;
    readonly now: number;
  },
): Promise<boolean> {
  const values = [tx.clinicId, given.minuteOfDay, iso(given.now), given.by, given.byName];
  const { rowCount } =
    given.version === 0
      ? await tx.query(
          `insert into downtime_times (clinic_id, minute_of_day, set_at, set_by, set_by_name)
           values ($1, $2, $3, $4, $5) on conflict do nothing`,
          values,
        )
      : await tx.query(
          `update downtime_times set minute_of_day = $2, set_at = $3, set_by = $4, set_by_name = $5, version = version + 1
            where clinic_id = $1 and version = $6`,
          [...values, given.version],
        );
  return rowCount === 1;
}

type Staff = { readonly id: string; readonly name: string; readonly roles: string[] };

/** Those who may have seen something in a room and written it on paper. */
export async function staffInRooms(tx: Tx): Promise<Staff[]> {
  const { rows } = await tx.query<Staff>(
    `select id, display_name as name, roles from accounts
      where clinic_id = $1 and kind = 'staff' and disabled_at is null and roles && array['nurse', 'prescriber', 'therapist']
      order by display_name, id`,
    [tx.clinicId],
  );
  return rows;
}

export async function isSessionOf(tx: Tx, patientId: string, sessionId: string): Promise<boolean> {
  const { rows } = await tx.query(
    'select 1 from dosing_sessions where clinic_id = $1 and patient_id = $2 and id::text = $3',
    [tx.clinicId, patientId, sessionId],
  );
  return rows.length > 0;
}

export async function leftEmpty(
  tx: Tx,
  sessionId: string,
): Promise<{ minute: number; at: number; byName: string }[]> {
  const { rows } = await tx.query<{ slot_minute: number; said_at: number; said_by_name: string }>(
    `select slot_minute, said_at, said_by_name from paper_rows_left_empty
      where clinic_id = $1 and session_id = $2 order by slot_minute`,
    [tx.clinicId, sessionId],
  );
  return rows.map((row) => ({ minute: row.slot_minute, at: row.said_at, byName: row.said_by_name }));
}

/** Saying it twice is saying it once; the first who said it stands. */
export async function keepLeftEmpty(
  tx: Tx,
  said: {
    readonly id: string;
    readonly patientId: string;
    readonly sessionId: string;
    readonly minute: number;
    readonly by: string;
    readonly byName: string;
    readonly now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into paper_rows_left_empty (clinic_id, id, patient_id, session_id, slot_minute, said_at, said_by, said_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [tx.clinicId, said.id, said.patientId, said.sessionId, said.minute, iso(said.now), said.by, said.byName],
  );
}
