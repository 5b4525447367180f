// Preparation items, version upon version; what counts is the latest of each.

import type { CompanionRide, PreparationBody, PreparationItem } from '#api/preparation.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

type Row = { id: string; version: number; cycle_id: string; body: PreparationBody; recorded_at: number };

function itemOf(row: Row): PreparationItem {
  return {
    id: row.id,
    version: row.version,
    cycleId: row.cycle_id,
    body: row.body,
    recordedAt: row.recorded_at,
  };
}

/** The latest version of every item of this cycle, oldest item first. */
export async function currentPreparation(
  tx: Tx,
  patientId: string,
  cycleId: string,
): Promise<PreparationItem[]> {
  const { rows } = await tx.query<Row>(
    `select * from (
       select distinct on (id) id, version, cycle_id, body, recorded_at
         from preparation_items
        where clinic_id = $1 and patient_id = $2 and cycle_id = $3
        order by id, version desc) latest
      order by recorded_at, id`,
    [tx.clinicId, patientId, cycleId],
  );
  return rows.map(itemOf);
}

export async function findItem(tx: Tx, patientId: string, id: string): Promise<PreparationItem | undefined> {
  const { rows } = await tx.query<Row>(
    `select id, version, cycle_id, body, recorded_at from preparation_items
      where clinic_id = $1 and patient_id = $2 and id = $3 order by version desc limit 1`,
    [tx.clinicId, patientId, id],
  );
  return rows[0] === undefined ? undefined : itemOf(rows[0]);
}

export async function appendItem(
  tx: Tx,
  item: PreparationItem,
  of: { patientId: string; recordedBy: string },
): Promise<void> {
  await tx.query(
    `insert into preparation_items (clinic_id, id, version, patient_id, cycle_id, kind, body, recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.clinicId,
      item.id,
      item.version,
      of.patientId,
      item.cycleId,
      item.body.kind,
      JSON.stringify(item.body),
      iso(item.recordedAt),
      of.recordedBy,
    ],
  );
}

export type Instruction = {
  readonly id: string;
  readonly text: string;
  readonly medicine: string | undefined;
  readonly decidedAt: number;
  readonly byName: string;
};

/** What the prescriber wrote for this person about each finding, newest decision each, without the reasons behind it. */
export async function instructionsFor(tx: Tx, patientId: string): Promise<Instruction[]> {
  const { rows } = await tx.query<{
    id: string;
    instruction: string | null;
    medicine: string | null;
    decided_at: number;
    decided_by_name: string;
  }>(
    `select distinct on (issue_key) id, instruction, decided_at, decided_by_name,
            jsonb_path_query_first(finding, '$.inputs[*] ? (@.name == "medicine").value') #>> '{}' as medicine
       from issue_decisions where clinic_id = $1 and patient_id = $2 order by issue_key, decided_at desc, id`,
    [tx.clinicId, patientId],
  );
  return rows
    .flatMap((row) =>
      row.instruction === null || row.instruction.trim() === ''
        ? []
        : [
            {
              id: row.id,
              text: row.instruction,
              medicine: row.medicine ?? undefined,
              decidedAt: row.decided_at,
              byName: row.decided_by_name,
            },
          ],
    )
    .sort((a, b) => b.decidedAt - a.decidedAt);
}

type HomeList = Pick<Extract<PreparationBody, { kind: 'home-setup' }>, 'ready' | 'note'>;

/** What is ready at home, only where the patient chose to show it to the one who takes them there. */
export async function homeListFor(tx: Tx, patientId: string, cycleId: string): Promise<HomeList | undefined> {
  const body = (await currentPreparation(tx, patientId, cycleId)).findLast(
    (item) => item.body.kind === 'home-setup',
  )?.body;
  if (body?.kind !== 'home-setup' || !body.showCompanion) return undefined;
  return { ready: body.ready, note: body.note };
}

/** The newest word of whoever comes along to this cycle, while their link still works. */
export async function companyWordOf(
  tx: Tx,
  patientId: string,
  cycleId: string,
): Promise<{ name: string; at: number } | undefined> {
  const { rows } = await tx.query<{ name: string; at: number }>(
    `select w.name, w.said_at as at from company_words w
       join companion_links l on l.clinic_id = w.clinic_id and l.id = w.link_id and l.revoked_at is null
      where w.clinic_id = $1 and w.patient_id = $2 and w.cycle_id = $3 order by w.said_at desc limit 1`,
    [tx.clinicId, patientId, cycleId],
  );
  return rows[0];
}

/** What the one who comes along is asked: only where the patient wishes them in the room, and whether they gave their word. */
export async function companyFor(
  tx: Tx,
  of: { readonly id: string; readonly patientId: string; readonly cycleId: string },
): Promise<CompanionRide['company']> {
  const wished = (await currentPreparation(tx, of.patientId, of.cycleId)).findLast(
    ({ body }) => body.kind === 'company',
  )?.body;
  if (wished?.kind !== 'company' || wished.wish === 'nobody') return undefined;
  const { rows } = await tx.query<{ at: number }>(
    'select said_at as at from company_words where clinic_id = $1 and link_id = $2',
    [tx.clinicId, of.id],
  );
  return { wish: wished.wish, wordGivenAt: rows[0]?.at };
}

/** The first word stands. */
export async function keepCompanyWord(
  tx: Tx,
  of: {
    readonly linkId: string;
    readonly patientId: string;
    readonly cycleId: string;
    readonly name: string;
  },
  now: number,
): Promise<void> {
  await tx.query(
    `insert into company_words (clinic_id, link_id, patient_id, cycle_id, name, said_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [tx.clinicId, of.linkId, of.patientId, of.cycleId, of.name, iso(now)],
  );
}
