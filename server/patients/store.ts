// People as rows: who they are and how to reach them. Nothing about their health.

import type { Patient } from '#api/patients.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

type Row = {
  id: string;
  given_name: string;
  family_name: string;
  preferred_name: string | null;
  birth_date: string | null;
  sex: NonNullable<Patient['sex']> | null;
  phone: string | null;
  email: string | null;
  address: string | null;
  language: Patient['language'];
  zone: string;
  stage: string;
  stage_at: number;
  stage_reason: string | null;
  version: number;
};

const columns = `p.id, p.given_name, p.family_name, p.preferred_name, p.birth_date, p.sex, p.phone, p.email, p.address,
  p.language, p.zone, p.stage, p.stage_at, p.stage_reason, p.version`;

function patientOf(row: Row): Patient {
  return {
    id: row.id,
    givenName: row.given_name,
    familyName: row.family_name,
    preferredName: row.preferred_name ?? undefined,
    birthDate: row.birth_date ?? undefined,
    sex: row.sex ?? undefined,
    phone: row.phone ?? undefined,
    email: row.email ?? undefined,
    address: row.address ?? undefined,
    language: row.language,
    zone: row.zone,
    stage: row.stage,
    stageAt: row.stage_at,
    stageReason: row.stage_reason ?? undefined,
    version: row.version,
  };
}

/** The name staff read, as the person wants to be called. */
export function nameOf(person: {
  givenName: string;
  familyName: string;
  preferredName?: string | undefined;
}): string {
  return `${person.preferredName || person.givenName} ${person.familyName}`;
}

export async function findPatient(tx: Tx, id: string): Promise<Patient | undefined> {
  const { rows } = await tx.prepared<Row>(
    'find-patient',
    `select ${columns} from patients p where p.clinic_id = $1 and p.id = $2`,
    [tx.clinicId, id],
  );
  return rows[0] === undefined ? undefined : patientOf(rows[0]);
}

const mostListed = 200;

type Search = {
  readonly name?: string | undefined;
  readonly stage?: string | undefined;
  /** Left out for those who may see the whole clinic; otherwise only people in this person's care are found. */
  readonly inCareOf?: { readonly accountId: string; readonly onShift: boolean } | undefined;
  readonly now: number;
};

export async function searchPatients(tx: Tx, search: Search): Promise<Patient[]> {
  const prefix =
    search.name === undefined || search.name === ''
      ? null
      : `${search.name.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await tx.query<Row>(
    `select ${columns} from patients p join clinics c on c.id = p.clinic_id
      where p.clinic_id = $1
        and ($2::text is null or lower(p.family_name) like $2 or lower(p.given_name) like $2 or lower(p.preferred_name) like $2
             or lower(p.given_name || ' ' || p.family_name) like $2 or lower(p.family_name || ' ' || p.given_name) like $2)
        and ($3::text is null or p.stage = $3)
        and ($4::uuid is null
             or exists (select 1 from care_team_members m
                         where m.clinic_id = p.clinic_id and m.patient_id = p.id and m.account_id = $4
                           and m.from_at <= $6 and (m.until_at is null or m.until_at > $6))
             or ($5 and exists (select 1 from appointments a
                         where a.clinic_id = p.clinic_id and a.patient_id = p.id and a.status <> 'cancelled'
                           and (lower(a.period) at time zone c.zone)::date = ($6::timestamptz at time zone c.zone)::date)))
      order by lower(p.family_name), lower(p.given_name), p.id
      limit ${mostListed}`,
    [
      tx.clinicId,
      prefix,
      search.stage === '' ? null : (search.stage ?? null),
      search.inCareOf?.accountId ?? null,
      search.inCareOf?.onShift ?? false,
      iso(search.now),
    ],
  );
  return rows.map(patientOf);
}

type Correction = Pick<
  Patient,
  | 'givenName'
  | 'familyName'
  | 'preferredName'
  | 'birthDate'
  | 'sex'
  | 'phone'
  | 'email'
  | 'address'
  | 'language'
  | 'version'
> & { readonly zone?: Patient['zone'] | undefined };

/** False when someone else corrected it first. The address for signing in is not changed here. */
export async function keepCorrection(tx: Tx, id: string, to: Correction): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update patients
        set given_name = $4, family_name = $5, preferred_name = $6, birth_date = $7, sex = $8, phone = $9, email = $10,
            address = $11, language = $12, zone = coalesce($13, zone), version = version + 1
      where clinic_id = $1 and id = $2 and version = $3`,
    [
      tx.clinicId,
      id,
      to.version,
      to.givenName,
      to.familyName,
      to.preferredName || null,
      to.birthDate ?? null,
      to.sex ?? null,
      to.phone ?? null,
      to.email ?? null,
      to.address || null,
      to.language,
      to.zone ?? null,
    ],
  );
  if (rowCount !== 1) return false;
  await tx.query('update accounts set display_name = $3 where clinic_id = $1 and patient_id = $2', [
    tx.clinicId,
    id,
    nameOf(to),
  ]);
  return true;
}
