// Targets and sittings as rows: each version once, sealed and bound to what it is; licences as they were stated.

import type { EmdrSitting, EmdrTarget, StatedLicence } from '#api/emdr.ts';
import { iso } from '#server/clock';
import { openerForPatient, sealForPatient } from '#server/own-words';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';

type TargetRow = {
  id: string;
  version: number;
  words_id: string | null;
  author_name: string;
  state: EmdrTarget['state'];
  sealed: Buffer;
  recorded_at: number;
};
type TargetParts = Pick<EmdrTarget, 'title' | 'image' | 'negative' | 'positive' | 'feeling' | 'body'>;

type SittingRow = {
  id: string;
  version: number;
  target_id: string;
  author_name: string;
  started_at: number;
  closed_at: number | null;
  sealed: Buffer;
};
type SittingParts = Omit<
  EmdrSitting,
  'id' | 'version' | 'targetId' | 'startedAt' | 'closedAt' | 'authorName'
>;

type Version = { readonly id: string; readonly version: number };

/** What the seal of each version is bound to. */
export const targetBound = ({ id, version }: Version): string => `emdr-target|${id}|${version}`;
export const sittingBound = ({ id, version }: Version): string => `emdr-sitting|${id}|${version}`;

export async function targetsOf(tx: Tx, ports: Ports, patientId: string): Promise<EmdrTarget[]> {
  const { rows } = await tx.query<TargetRow>(
    `select * from (
       select distinct on (id) id, version, words_id, author_name, state, sealed, recorded_at from emdr_targets
        where clinic_id = $1 and patient_id = $2 order by id, version desc) latest
      order by state, recorded_at desc, id`,
    [tx.clinicId, patientId],
  );
  const open = await openerForPatient(tx, ports.secrets, patientId);
  return rows.map((row) => ({
    ...(JSON.parse(open(row.sealed, targetBound(row))) as TargetParts),
    id: row.id,
    version: row.version,
    state: row.state,
    wordsId: row.words_id ?? undefined,
    authorName: row.author_name,
    recordedAt: row.recorded_at,
  }));
}

export async function keepTarget(
  tx: Tx,
  ports: Ports,
  patientId: string,
  target: Omit<EmdrTarget, 'recordedAt'>,
  now: number,
): Promise<void> {
  const { id, version, state, wordsId, authorName, ...parts } = target;
  const sealed = await sealForPatient(tx, ports, patientId, {
    what: targetBound({ id, version }),
    text: JSON.stringify(parts),
    now,
  });
  await tx.query(
    `insert into emdr_targets (clinic_id, id, version, patient_id, words_id, author_account_id, author_name, state, sealed, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [tx.clinicId, id, version, patientId, wordsId ?? null, tx.accountId, authorName, state, sealed, iso(now)],
  );
}

export async function sittingsOf(tx: Tx, ports: Ports, patientId: string): Promise<EmdrSitting[]> {
  const { rows } = await tx.query<SittingRow>(
    `select * from (
       select distinct on (id) id, version, target_id, author_name, started_at, closed_at, sealed from emdr_sittings
        where clinic_id = $1 and patient_id = $2 order by id, version desc) latest
      order by started_at desc, id`,
    [tx.clinicId, patientId],
  );
  const open = await openerForPatient(tx, ports.secrets, patientId);
  return rows.map((row) => ({
    ...(JSON.parse(open(row.sealed, sittingBound(row))) as SittingParts),
    id: row.id,
    version: row.version,
    targetId: row.target_id,
    startedAt: row.started_at,
    closedAt: row.closed_at ?? undefined,
    authorName: row.author_name,
  }));
}

export async function keepSitting(
  tx: Tx,
  ports: Ports,
  patientId: string,
  sitting: EmdrSitting,
  now: number,
): Promise<void> {
  const { id, version, targetId, startedAt, closedAt, authorName, ...parts } = sitting;
  const sealed = await sealForPatient(tx, ports, patientId, {
    what: sittingBound({ id, version }),
    text: JSON.stringify(parts),
    now,
  });
  await tx.query(
    `insert into emdr_sittings (clinic_id, id, version, patient_id, target_id, author_account_id, author_name, started_at, closed_at, sealed, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.clinicId,
      id,
      version,
      patientId,
      targetId,
      tx.accountId,
      authorName,
      iso(startedAt),
      closedAt === undefined ? null : iso(closedAt),
      sealed,
      iso(now),
    ],
  );
}

type LicenceRow = {
  id: string;
  profession: StatedLicence['profession'];
  place: string;
  number: string;
  valid_from: string | null;
  valid_until: string;
  emdr_training: StatedLicence['emdrTraining'];
  stated_at: number;
};

export async function licencesOf(tx: Tx, accountId: string): Promise<StatedLicence[]> {
  const { rows } = await tx.query<LicenceRow>(
    `select id, profession, place, number, valid_from, valid_until, emdr_training, stated_at from practitioner_licences
      where clinic_id = $1 and account_id = $2 and withdrawn_at is null order by place, valid_until desc, id`,
    [tx.clinicId, accountId],
  );
  return rows.map((row) => ({
    id: row.id,
    profession: row.profession,
    place: row.place,
    number: row.number,
    validFrom: row.valid_from ?? undefined,
    validUntil: row.valid_until,
    emdrTraining: row.emdr_training,
    statedAt: row.stated_at,
  }));
}

export async function keepLicence(
  tx: Tx,
  accountId: string,
  licence: Omit<StatedLicence, 'statedAt'>,
  now: number,
): Promise<void> {
  await tx.query(
    `insert into practitioner_licences (clinic_id, id, account_id, profession, place, number, valid_from, valid_until, emdr_training, stated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.clinicId,
      licence.id,
      accountId,
      licence.profession,
      licence.place.trim().toUpperCase(),
      licence.number,
      licence.validFrom ?? null,
      licence.validUntil,
      licence.emdrTraining,
      iso(now),
    ],
  );
}

export async function withdrawLicence(tx: Tx, accountId: string, id: string, now: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update practitioner_licences set withdrawn_at = $4
      where clinic_id = $1 and account_id = $2 and id = $3 and withdrawn_at is null`,
    [tx.clinicId, accountId, id, iso(now)],
  );
  return rowCount === 1;
}

export async function lastDoseAt(tx: Tx, patientId: string): Promise<number | undefined> {
  const { rows } = await tx.query<{ at: number | null }>(
    `select max(released_at) as at from dosing_sessions where clinic_id = $1 and patient_id = $2`,
    [tx.clinicId, patientId],
  );
  return rows[0]?.at ?? undefined;
}
