// The whole chart in one read. The database builds the answer itself, in one planned statement, so that opening a
// record costs one round trip however long its history is.

import type { AnswerOf } from '#api/endpoint.ts';
import type { getChart } from '#api/patients.ts';
import type { Tx } from '#server/postgres';

type Chart = AnswerOf<typeof getChart>;

const epochMs = (column: string) => `floor(extract(epoch from ${column}) * 1000)::bigint`;

const chartStatement = `
  select json_build_object(
    'patient', (
      select json_strip_nulls(json_build_object(
          'id', p.id, 'givenName', p.given_name, 'familyName', p.family_name, 'preferredName', p.preferred_name,
          'birthDate', p.birth_date, 'sex', p.sex, 'phone', p.phone, 'email', p.email, 'address', p.address,
          'language', p.language, 'zone', p.zone, 'stage', p.stage, 'stageAt', ${epochMs('p.stage_at')},
          'stageReason', p.stage_reason, 'version', p.version))
        from patients p where p.clinic_id = $1 and p.id = $2),
    'record', (
      select coalesce(json_agg(json_build_object(
          'id', e.id, 'version', e.version, 'body', e.body || jsonb_build_object('kind', e.kind), 'origin', e.origin,
          'status', e.status, 'recordedAt', ${epochMs('e.recorded_at')}, 'recordedByName', e.recorded_by_name)
          order by e.kind, e.recorded_at, e.id), '[]')
        from (select distinct on (id) * from health_record_entries
               where clinic_id = $1 and patient_id = $2 order by id, version desc) e
       where e.status <> 'entered-in-error'),
    'vitalSigns', (
      select coalesce(json_agg(json_build_object(
          'id', o.id, 'effectiveAt', ${epochMs('o.effective_at')}, 'origin', o.origin, 'body', o.body)
          order by o.effective_at desc), '[]')
        from (select id, effective_at, origin, body from observations
               where clinic_id = $1 and patient_id = $2 order by effective_at desc limit 100) o),
    'responses', (
      select coalesce(json_agg(json_build_object(
          'id', r.id, 'instrument', r.instrument, 'instrumentVersion', r.instrument_version, 'answers', r.answers,
          'status', r.status, 'score', r.score, 'authoredAt', ${epochMs('r.authored_at')}, 'version', r.version)
          order by r.authored_at desc), '[]')
        from (select * from questionnaire_responses
               where clinic_id = $1 and patient_id = $2 order by authored_at desc limit 10) r)
  )::text as chart`;

type Built = Omit<Chart, 'responses' | 'patient'> & {
  readonly patient: Chart['patient'] | null;
  readonly responses: readonly (Omit<Chart['responses'][number], 'score'> & {
    readonly score: Chart['responses'][number]['score'] | null;
  })[];
};

export async function chartOf(tx: Tx, patientId: string): Promise<Chart | undefined> {
  const { rows } = await tx.prepared<{ chart: string }>('chart', chartStatement, [tx.clinicId, patientId]);
  const text = rows[0]?.chart;
  if (text === undefined) return undefined;
  const { patient, responses, ...rest } = JSON.parse(text) as Built;
  if (patient === null) return undefined;
  return {
    ...rest,
    patient,
    responses: responses.map((response) => ({ ...response, score: response.score ?? undefined })),
  };
}
