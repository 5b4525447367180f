// The whole chart in one read. The database builds the answer itself, in one planned statement, so that opening a
// record costs one round trip however long its history is.

import type { getChart } from '#api/chart.ts';
import type { AnswerOf } from '#api/endpoint.ts';
import type { Tx } from '#server/postgres';

type Chart = AnswerOf<typeof getChart>;

const epochMs = (column: string) => `floor(extract(epoch from ${column}) * 1000)::bigint`;

// Rows are named and turned into JSON whole: building each object key by key costs the database half as much again.
const chartStatement = `
  select json_build_object(
    'patient', (
      select json_strip_nulls(row_to_json(p)) from (
        select id, given_name as "givenName", family_name as "familyName", preferred_name as "preferredName",
               birth_date as "birthDate", sex, phone, email, address, language, zone, stage, ${epochMs('stage_at')} as "stageAt",
               stage_reason as "stageReason", version
          from patients where clinic_id = $1 and id = $2) p),
    'record', (
      select coalesce(json_agg(e order by e.kind, e."recordedAt", e.id) filter (where e.status <> 'entered-in-error'), '[]') from (
        select distinct on (id) id, version, kind, body, origin, status, ${epochMs('recorded_at')} as "recordedAt",
               recorded_by_name as "recordedByName"
          from health_record_entries where clinic_id = $1 and patient_id = $2 order by id, version desc) e),
    'vitalSigns', (
      select coalesce(json_agg(o), '[]') from (
        select id, ${epochMs('effective_at')} as "effectiveAt", origin, body
          from observations where clinic_id = $1 and patient_id = $2 order by effective_at desc limit 100) o),
    'responses', (
      select coalesce(json_agg(r), '[]') from (
        select id, instrument, instrument_version as "instrumentVersion", answers, status, score,
               ${epochMs('authored_at')} as "authoredAt", version
          from questionnaire_responses where clinic_id = $1 and patient_id = $2 order by authored_at desc limit 10) r)
  )::text as chart`;

type Entry = Chart['record'][number];
type Response = Chart['responses'][number];
type Built = Pick<Chart, 'vitalSigns'> & {
  readonly patient: Chart['patient'] | null;
  readonly record: readonly (Omit<Entry, 'body'> & {
    readonly kind: Entry['body']['kind'];
    readonly body: Omit<Entry['body'], 'kind'>;
  })[];
  readonly responses: readonly (Omit<Response, 'score'> & { readonly score: Response['score'] | null })[];
};

export async function chartOf(tx: Tx, patientId: string): Promise<Chart | undefined> {
  const { rows } = await tx.prepared<{ chart: string }>('chart', chartStatement, [tx.clinicId, patientId]);
  const text = rows[0]?.chart;
  if (text === undefined) return undefined;
  const { patient, record, vitalSigns, responses } = JSON.parse(text) as Built;
  if (patient === null) return undefined;
  return {
    patient,
    record: record.map(({ kind, body, ...entry }) => ({
      ...entry,
      body: { ...body, kind } as Entry['body'],
    })),
    vitalSigns,
    responses: responses.map((response) => ({ ...response, score: response.score ?? undefined })),
  };
}
