// The lines of the book as rows. Nothing here changes a row. Lines are written one after the other, so that each has the
// next number and a later time than the one before it.

import type { LedgerFact } from '#api/medication-stock.ts';
import type { Actor } from '#server/access';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import type { LedgerLine } from './book.ts';

type Row = {
  id: string;
  position: number;
  patient_id: string | null;
  session_id: string | null;
  corrects_id: string | null;
  correction_reason: string | null;
  body: LedgerFact;
  happened_at: number;
  recorded_at: number;
  author_id: string;
  author_name: string;
  acting_role: string;
};

export async function readLines(tx: Tx): Promise<readonly LedgerLine[]> {
  const { rows } = await tx.query<Row>(
    `select id, position, patient_id, session_id, corrects_id, correction_reason, body, happened_at, recorded_at,
            author_id, author_name, acting_role
       from drug_ledger_entries where clinic_id = $1 order by position`,
    [tx.clinicId],
  );
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_at,
    authorId: row.author_id,
    authorName: row.author_name,
    actingRole: row.acting_role,
    patientId: row.patient_id ?? undefined,
    sessionId: row.session_id ?? undefined,
    corrects:
      row.corrects_id === null ? undefined : { id: row.corrects_id, reason: row.correction_reason ?? '' },
    fact: row.body,
  }));
}

/** Whoever holds the book writes; the next one waits until this transaction is over. */
export async function holdBook(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`drug-ledger/${tx.clinicId}`]);
}

export type NewLine = Pick<LedgerLine, 'id' | 'happenedAt' | 'fact' | 'patientId' | 'sessionId' | 'corrects'>;

export async function keepLine(
  tx: Tx,
  line: NewLine,
  by: {
    readonly actor: Pick<Actor, 'id' | 'name'>;
    readonly role: string;
    readonly now: number;
    readonly after: LedgerLine | undefined;
  },
): Promise<LedgerLine> {
  const { actor, role, now, after } = by;
  const written: LedgerLine = {
    ...line,
    position: (after?.position ?? 0) + 1,
    recordedAt: Math.max(now, (after?.recordedAt ?? 0) + 1),
    authorId: actor.id,
    authorName: actor.name,
    actingRole: role,
  };
  await tx.query(
    `insert into drug_ledger_entries
       (clinic_id, id, position, kind, patient_id, session_id, corrects_id, correction_reason, body, happened_at,
        recorded_at, author_id, author_name, acting_role)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      tx.clinicId,
      written.id,
      written.position,
      written.fact.kind,
      written.patientId ?? null,
      written.sessionId ?? null,
      written.corrects?.id ?? null,
      written.corrects?.reason ?? null,
      JSON.stringify(written.fact),
      iso(written.happenedAt),
      iso(written.recordedAt),
      written.authorId,
      written.authorName,
      written.actingRole,
    ],
  );
  return written;
}

export type PersonInBook = { readonly name: string; readonly address: string };

export async function peopleIn(
  tx: Tx,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, PersonInBook>> {
  if (patientIds.length === 0) return new Map();
  const { rows } = await tx.query<{ id: string; name: string; address: string | null }>(
    `select id, given_name || ' ' || family_name as name, address from patients
      where clinic_id = $1 and id = any ($2::uuid[])`,
    [tx.clinicId, patientIds],
  );
  return new Map(rows.map(({ id, name, address }) => [id, { name, address: address ?? '' }]));
}

export async function isSessionOf(tx: Tx, sessionId: string, patientId: string): Promise<boolean> {
  const { rows } = await tx.query(
    'select 1 from dosing_sessions where clinic_id = $1 and id = $2 and patient_id = $3',
    [tx.clinicId, sessionId, patientId],
  );
  return rows.length > 0;
}
