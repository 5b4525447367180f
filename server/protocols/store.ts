// Protocol editions and their signatures as rows. Nothing here changes a row: a change is a new edition.

import type { Edition } from '#clinical/protocol/edition.ts';
import { canonicalJson } from '#dosing-session/canonical.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { sha256 } from '#server/secrets';

export type KeptEdition = {
  /** As proposed, without an approver; `inForce` gives it the one who signed. */
  readonly edition: Edition;
  readonly baseId: string;
  readonly sha256: string;
  readonly proposedAt: number;
  readonly proposedByName: string;
  readonly signature: { readonly at: number; readonly byName: string; readonly sha256: string } | undefined;
};

type Row = {
  content: Edition;
  content_sha256: Buffer;
  base_id: string;
  proposed_at: number;
  proposed_by_name: string;
  signed_at: number | null;
  signed_by_name: string | null;
  signed_sha256: Buffer | null;
};

const select = `
  select e.content, e.content_sha256, e.base_id, e.proposed_at, e.proposed_by_name,
         s.signed_at, s.signed_by_name, s.content_sha256 as signed_sha256
    from protocol_editions e
    left join protocol_signatures s on s.clinic_id = e.clinic_id and s.edition_id = e.id
   where e.clinic_id = $1`;

export async function listEditions(tx: Tx): Promise<readonly KeptEdition[]> {
  const { rows } = await tx.query<Row>(`${select} order by e.route, e.version desc`, [tx.clinicId]);
  return rows.map(keptOf);
}

export async function findEditions(tx: Tx, ids: readonly string[]): Promise<readonly KeptEdition[]> {
  const { rows } = await tx.query<Row>(`${select} and e.id::text = any($2)`, [tx.clinicId, ids]);
  return rows.map(keptOf);
}

export function digestOf(edition: Edition): string {
  return sha256(canonicalJson(edition)).toString('hex');
}

export async function keepEdition(
  tx: Tx,
  edition: Edition,
  proposed: { readonly baseId: string; readonly by: string; readonly byName: string; readonly now: number },
): Promise<void> {
  await tx.query(
    `insert into protocol_editions
       (clinic_id, id, route, version, base_id, content, content_sha256, proposed_at, proposed_by, proposed_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.clinicId,
      edition.id,
      edition.route,
      edition.version,
      proposed.baseId,
      JSON.stringify(edition),
      Buffer.from(digestOf(edition), 'hex'),
      iso(proposed.now),
      proposed.by,
      proposed.byName,
    ],
  );
}

export async function keepSignature(
  tx: Tx,
  editionId: string,
  signature: {
    readonly sha256: string;
    readonly meaning: string;
    readonly by: string;
    readonly byName: string;
    readonly now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into protocol_signatures
       (clinic_id, edition_id, content_sha256, meaning, signed_at, signed_by, signed_by_name)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      tx.clinicId,
      editionId,
      Buffer.from(signature.sha256, 'hex'),
      signature.meaning,
      iso(signature.now),
      signature.by,
      signature.byName,
    ],
  );
}

function keptOf(row: Row): KeptEdition {
  return {
    edition: row.content,
    baseId: row.base_id,
    sha256: row.content_sha256.toString('hex'),
    proposedAt: row.proposed_at,
    proposedByName: row.proposed_by_name,
    signature:
      row.signed_at === null || row.signed_by_name === null || row.signed_sha256 === null
        ? undefined
        : { at: row.signed_at, byName: row.signed_by_name, sha256: row.signed_sha256.toString('hex') },
  };
}
