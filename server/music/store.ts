// Tracks, the ceiling and the plans, as they lie in the store.

import type { AnswerOf } from '#api/endpoint.ts';
import type { getMusic, getMusicPlan, LicenceRecord, MusicTrack } from '#api/music.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

type Settings = AnswerOf<typeof getMusic>['settings'];
type Plan = AnswerOf<typeof getMusicPlan>;

/** How loud a room may be before anyone has set it: well under what a tablet can do. */
const ceilingBeforeSetPercent = 60;

type TrackRow = {
  id: string;
  title: string;
  author: string;
  licence: string;
  source: string;
  proof: string;
  obtained_on: string;
  media_type: string;
  length_seconds: string;
  bytes: number;
  added_at: number;
  added_by_name: string;
  retired_at: number | null;
};

const trackColumns = `id, title, author, licence, source, proof, obtained_on, media_type, length_seconds,
  octet_length(file) as bytes, added_at, added_by_name, retired_at`;

function trackOf(row: TrackRow): MusicTrack {
  return {
    id: row.id,
    title: row.title,
    author: row.author,
    licence: row.licence,
    source: row.source,
    proof: row.proof,
    obtainedOn: row.obtained_on,
    mediaType: row.media_type,
    lengthSeconds: Number(row.length_seconds),
    bytes: row.bytes,
    addedAt: row.added_at,
    addedByName: row.added_by_name,
    retiredAt: row.retired_at ?? undefined,
  };
}

export async function listTracks(tx: Tx): Promise<MusicTrack[]> {
  const { rows } = await tx.query<TrackRow>(
    `select ${trackColumns} from music_tracks where clinic_id = $1 order by retired_at is not null, lower(title), id`,
    [tx.clinicId],
  );
  return rows.map(trackOf);
}

export async function findTrack(tx: Tx, trackId: string): Promise<MusicTrack | undefined> {
  const { rows } = await tx.query<TrackRow>(
    `select ${trackColumns} from music_tracks where clinic_id = $1 and id = $2`,
    [tx.clinicId, trackId],
  );
  return rows[0] === undefined ? undefined : trackOf(rows[0]);
}

export async function titleOfSameFile(tx: Tx, fileSha256: Buffer): Promise<string | undefined> {
  const { rows } = await tx.query<{ title: string }>(
    'select title from music_tracks where clinic_id = $1 and file_sha256 = $2',
    [tx.clinicId, fileSha256],
  );
  return rows[0]?.title;
}

export async function keepTrack(
  tx: Tx,
  track: {
    readonly id: string;
    readonly licence: LicenceRecord;
    readonly mediaType: string;
    readonly lengthSeconds: number;
    readonly file: Buffer;
    readonly fileSha256: Buffer;
    readonly now: number;
    readonly by: { readonly id: string; readonly name: string };
  },
): Promise<void> {
  const { licence } = track;
  await tx.query(
    `insert into music_tracks (clinic_id, id, title, author, licence, source, proof, obtained_on, media_type, length_seconds,
                               file, file_sha256, added_at, added_by, added_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      tx.clinicId,
      track.id,
      licence.title,
      licence.author,
      licence.licence,
      licence.source,
      licence.proof,
      licence.obtainedOn,
      track.mediaType,
      track.lengthSeconds,
      track.file,
      track.fileSha256,
      iso(track.now),
      track.by.id,
      track.by.name,
    ],
  );
}

export async function fileOf(
  tx: Tx,
  trackId: string,
): Promise<{ readonly mediaType: string; readonly file: Buffer } | undefined> {
  const { rows } = await tx.query<{ media_type: string; file: Buffer }>(
    'select media_type, file from music_tracks where clinic_id = $1 and id = $2 and retired_at is null',
    [tx.clinicId, trackId],
  );
  const [row] = rows;
  return row === undefined ? undefined : { mediaType: row.media_type, file: row.file };
}

export async function retire(tx: Tx, trackId: string, at: number, byName: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update music_tracks set retired_at = coalesce(retired_at, $3), retired_by_name = coalesce(retired_by_name, $4)
      where clinic_id = $1 and id = $2`,
    [tx.clinicId, trackId, iso(at), byName],
  );
  return rowCount === 1;
}

export async function settingsOf(tx: Tx): Promise<Settings> {
  const { rows } = await tx.query<{
    ceiling_percent: number;
    version: number;
    set_at: number;
    set_by_name: string;
  }>('select ceiling_percent, version, set_at, set_by_name from music_settings where clinic_id = $1', [
    tx.clinicId,
  ]);
  const [row] = rows;
  if (row === undefined) return { ceilingPercent: ceilingBeforeSetPercent, version: 0 };
  return {
    ceilingPercent: row.ceiling_percent,
    version: row.version,
    setAt: row.set_at,
    setByName: row.set_by_name,
  };
}

/** False when somebody else set it since. */
export async function setCeiling(
  tx: Tx,
  set: {
    readonly ceilingPercent: number;
    readonly version: number;
    readonly now: number;
    readonly by: { readonly id: string; readonly name: string };
  },
): Promise<boolean> {
  const values = [tx.clinicId, set.ceilingPercent, iso(set.now), set.by.id, set.by.name];
  const { rowCount } =
    set.version === 0
      ? await tx.query(
          `insert into music_settings (clinic_id, ceiling_percent, set_at, set_by, set_by_name)
           values ($1, $2, $3, $4, $5) on conflict do nothing`,
          values,
        )
      : await tx.query(
          `update music_settings set ceiling_percent = $2, set_at = $3, set_by = $4, set_by_name = $5, version = version + 1
            where clinic_id = $1 and version = $6`,
          [...values, set.version],
        );
  return rowCount === 1;
}

export async function planOf(tx: Tx, patientId: string, cycleId: string): Promise<Plan> {
  const { rows } = await tx.query<{
    version: number;
    body: NonNullable<Plan['plan']>;
    recorded_at: number;
    recorded_by_name: string;
  }>(
    `select version, body, recorded_at, recorded_by_name from music_plans
      where clinic_id = $1 and patient_id = $2 and cycle_id = $3 order by version desc limit 1`,
    [tx.clinicId, patientId, cycleId],
  );
  const [row] = rows;
  if (row === undefined) return { version: 0 };
  return { version: row.version, plan: row.body, setAt: row.recorded_at, setByName: row.recorded_by_name };
}

export async function keepPlan(
  tx: Tx,
  plan: {
    readonly patientId: string;
    readonly cycleId: string;
    readonly version: number;
    readonly body: NonNullable<Plan['plan']>;
    readonly now: number;
    readonly by: { readonly id: string; readonly name: string };
  },
): Promise<void> {
  await tx.query(
    `insert into music_plans (clinic_id, patient_id, cycle_id, version, body, recorded_at, recorded_by, recorded_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.clinicId,
      plan.patientId,
      plan.cycleId,
      plan.version,
      JSON.stringify(plan.body),
      iso(plan.now),
      plan.by.id,
      plan.by.name,
    ],
  );
}

export type RunningRoom = { readonly id: string; readonly patient_id: string; readonly room_name: string };

export async function runningRooms(tx: Tx, now: number): Promise<RunningRoom[]> {
  const { rows } = await tx.query<RunningRoom>(
    `select d.id, d.patient_id, r.name as room_name
       from dosing_sessions d join rooms r on r.clinic_id = d.clinic_id and r.id = d.room_id
      where d.clinic_id = $1 and d.released_at is null and d.opened_at > $2::timestamptz - interval '1 day'
      order by r.number`,
    [tx.clinicId, iso(now)],
  );
  return rows;
}
