// Entries of the health record, version upon version, and readings that came from a file.

import type { HealthRecordBody, HealthRecordEntry } from '#api/health-record.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

type Row = {
  id: string;
  version: number;
  kind: HealthRecordBody['kind'];
  body: HealthRecordBody;
  origin: HealthRecordEntry['origin'];
  status: HealthRecordEntry['status'];
  recorded_at: number;
  recorded_by_name: string;
};

const columns = 'id, version, kind, body, origin, status, recorded_at, recorded_by_name';

function entryOf(row: Row): HealthRecordEntry {
  return {
    id: row.id,
    version: row.version,
    body: row.body,
    origin: row.origin,
    status: row.status,
    recordedAt: row.recorded_at,
    recordedByName: row.recorded_by_name,
  };
}

export async function latestEntries(tx: Tx, patientId: string): Promise<HealthRecordEntry[]> {
  const { rows } = await tx.query<Row>(
    `select * from (
       select distinct on (id) ${columns} from health_record_entries
        where clinic_id = $1 and patient_id = $2 order by id, version desc) latest
      order by kind, recorded_at, id`,
    [tx.clinicId, patientId],
  );
  return rows.map(entryOf);
}

export async function findEntry(
  tx: Tx,
  patientId: string,
  id: string,
): Promise<HealthRecordEntry | undefined> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from health_record_entries where clinic_id = $1 and patient_id = $2 and id = $3 order by version desc limit 1`,
    [tx.clinicId, patientId, id],
  );
  return rows[0] === undefined ? undefined : entryOf(rows[0]);
}

const ownKinds: readonly HealthRecordBody['kind'][] = ['goal', 'pain-map', 'headache-day'];

/** Whether a line is left that no clinician has read. A goal and a diary are the person's own and wait for nobody. */
export async function hasUnreadLines(tx: Tx, patientId: string): Promise<boolean> {
  const entries = await latestEntries(tx, patientId);
  return entries.some(({ status, body }) => status === 'reported' && !ownKinds.includes(body.kind));
}

export type Recorded = {
  readonly patientId: string;
  readonly recordedBy: string;
  readonly importId?: string | undefined;
};

/** Every version stays; a correction is the next one. */
export async function appendEntries(
  tx: Tx,
  entries: readonly HealthRecordEntry[],
  recorded: Recorded,
): Promise<void> {
  if (entries.length === 0) return;
  await tx.query(
    `insert into health_record_entries
       (clinic_id, id, version, patient_id, kind, body, origin, import_id, status, recorded_at, recorded_by, recorded_by_name)
     select $1, e.id, e.version, $2, e.body ->> 'kind', e.body, e.origin, $3, e.status, e.recorded_at, $4, e.recorded_by_name
       from jsonb_to_recordset($5::jsonb)
         as e(id uuid, version int, body jsonb, origin text, status text, recorded_at timestamptz, recorded_by_name text)`,
    [
      tx.clinicId,
      recorded.patientId,
      recorded.importId ?? null,
      recorded.recordedBy,
      JSON.stringify(
        entries.map((entry) => ({
          id: entry.id,
          version: entry.version,
          body: entry.body,
          origin: entry.origin,
          status: entry.status,
          recorded_at: iso(entry.recordedAt),
          recorded_by_name: entry.recordedByName,
        })),
      ),
    ],
  );
}

export type KeptReading = {
  readonly id: string;
  readonly effectiveAt: number;
  readonly body: Readonly<Record<string, number | string>>;
};

export async function appendImportedReadings(
  tx: Tx,
  patientId: string,
  readings: readonly KeptReading[],
): Promise<void> {
  if (readings.length === 0) return;
  await tx.query(
    `insert into observations (clinic_id, id, patient_id, effective_at, kind, origin, body)
     select $1, r.id, $2, r.effective_at, 'vital-signs', 'import', r.body
       from jsonb_to_recordset($3::jsonb) as r(id uuid, effective_at timestamptz, body jsonb)`,
    [
      tx.clinicId,
      patientId,
      JSON.stringify(
        readings.map((reading) => ({
          id: reading.id,
          effective_at: iso(reading.effectiveAt),
          body: reading.body,
        })),
      ),
    ],
  );
}
