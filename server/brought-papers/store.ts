// Marks and papers as rows. A paper taken away keeps its line without its bytes.

import type { BroughtPaper, bringMarks } from '#api/brought-papers.ts';
import { iso } from '#server/clock';
import { openerForPatient, sealForPatient } from '#server/own-words';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';
import type { Secrets } from '#server/secrets';

type Mark = { readonly item: string; readonly mark: (typeof bringMarks)[number]; readonly saidAt: number };
type At = { readonly patientId: string; readonly id: string };

const boundTo = (id: string): string => `brought-paper|${id}`;

export async function marksOf(tx: Tx, patientId: string): Promise<Mark[]> {
  const { rows } = await tx.query<Mark>(
    'select item, mark, said_at as "saidAt" from bring_marks where clinic_id = $1 and patient_id = $2 order by item',
    [tx.clinicId, patientId],
  );
  return rows;
}

export async function keepMark(
  tx: Tx,
  mark: Omit<Mark, 'saidAt'> & { readonly patientId: string },
  now: number,
): Promise<void> {
  await tx.query(
    `insert into bring_marks (clinic_id, patient_id, item, mark, said_at) values ($1, $2, $3, $4, $5)
     on conflict (clinic_id, patient_id, item) do update set mark = excluded.mark, said_at = excluded.said_at`,
    [tx.clinicId, mark.patientId, mark.item, mark.mark, iso(now)],
  );
}

type Row = {
  id: string;
  item: string;
  name: string;
  media_type: BroughtPaper['mediaType'];
  added_at: number;
  added_by_name: string;
  read_at: number | null;
  read_by_name: string | null;
  note: string;
};

export async function papersOf(tx: Tx, patientId: string): Promise<BroughtPaper[]> {
  const { rows } = await tx.query<Row>(
    `select id, item, name, media_type, added_at, added_by_name, read_at, read_by_name, note from brought_papers
      where clinic_id = $1 and patient_id = $2 and removed_at is null order by added_at desc, id`,
    [tx.clinicId, patientId],
  );
  return rows.map((row) => ({
    id: row.id,
    item: row.item,
    name: row.name,
    mediaType: row.media_type,
    addedAt: row.added_at,
    addedByName: row.added_by_name,
    readAt: row.read_at ?? undefined,
    readByName: row.read_by_name ?? undefined,
    note: row.note,
  }));
}

export async function keepPaper(
  tx: Tx,
  ports: Ports,
  kept: {
    readonly patientId: string;
    readonly by: string;
    readonly paper: BroughtPaper;
    readonly file: string;
  },
): Promise<void> {
  const { paper } = kept;
  const sealed = await sealForPatient(tx, ports, kept.patientId, {
    what: boundTo(paper.id),
    text: kept.file,
    now: paper.addedAt,
  });
  await tx.query(
    `insert into brought_papers (clinic_id, id, patient_id, item, name, media_type, sealed, added_by, added_by_name, added_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.clinicId,
      paper.id,
      kept.patientId,
      paper.item,
      paper.name,
      paper.mediaType,
      sealed,
      kept.by,
      paper.addedByName,
      iso(paper.addedAt),
    ],
  );
}

export async function readPaper(
  tx: Tx,
  secrets: Secrets,
  at: At,
): Promise<{ mediaType: string; file: string } | undefined> {
  const { rows } = await tx.query<{ media_type: string; sealed: Buffer }>(
    `select media_type, sealed from brought_papers
      where clinic_id = $1 and patient_id = $2 and id = $3 and removed_at is null`,
    [tx.clinicId, at.patientId, at.id],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  const open = await openerForPatient(tx, secrets, at.patientId);
  return { mediaType: row.media_type, file: open(row.sealed, boundTo(at.id)) };
}

export async function sayRead(
  tx: Tx,
  read: At & { readonly note: string; readonly byName: string },
  now: number,
): Promise<void> {
  await tx.query(
    `update brought_papers set read_at = $4, read_by_name = $5, note = $6
      where clinic_id = $1 and patient_id = $2 and id = $3 and removed_at is null`,
    [tx.clinicId, read.patientId, read.id, iso(now), read.byName, read.note],
  );
}

export async function removePaper(tx: Tx, at: At, now: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update brought_papers set sealed = '', removed_at = $4
      where clinic_id = $1 and patient_id = $2 and id = $3 and removed_at is null`,
    [tx.clinicId, at.patientId, at.id, iso(now)],
  );
  return rowCount === 1;
}
