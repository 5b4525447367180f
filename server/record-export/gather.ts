// Reads every part of one person's record as rows of plain values, with what a reader has no use for left out.

import { openerForPatient } from '#server/own-words';
import type { Tx } from '#server/postgres';
import type { Secrets } from '#server/secrets';
import { type Part, parts, type SealedRow } from './parts.ts';

export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };
export type Row = {
  readonly id: string;
  readonly at: number | undefined;
  readonly by: string | undefined;
  readonly values: { readonly [name: string]: Value };
};
export type GatheredPart = { readonly part: Part; readonly rows: readonly Row[] };

const named: ReadonlySet<string> = new Set([
  'period',
  'version',
  'log_version',
  'device_seq',
  'received_at',
  'v',
]);
const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Names of rows, bytes and order: what only a database needs. */
function isForMachines(name: string, value: Value): boolean {
  return named.has(name) || (typeof value === 'string' && (uuid.test(value) || value.startsWith('\\x')));
}

/** Everything a statement says about one person, oldest first. */
export async function gatherParts(
  tx: Tx,
  secrets: Secrets,
  patientId: string,
): Promise<readonly GatheredPart[]> {
  const open = await openerForPatient(tx, secrets, patientId);
  const gathered: GatheredPart[] = [];
  for (const part of parts) {
    const { rows } = await tx.query<{ id: string | null; at: number | null; row: Record<string, Value> }>(
      `select coalesce(r.row ->> 'id', r.row ->> 'event_id') as id, floor(extract(epoch from r.at) * 1000)::bigint as at, r.row
         from (select q.${part.at} as at, to_jsonb(q) as row from (${part.select ?? `select t.* from ${part.table} t`}) q
                where q.clinic_id = $1 and q.patient_id = $2) r
        order by r.at nulls first, r.row ->> 'version', r.row ->> 'id'`,
      [tx.clinicId, patientId],
    );
    gathered.push({
      part,
      rows: rows.map((row) => rowOf(part, { ...row, row: withWords(part, row.row, open) })),
    });
  }
  return gathered;
}

/** Words under the patient's seal stand open beside what is known of them. */
function withWords(
  { sealed: boundTo }: Part,
  row: Record<string, Value>,
  open: (sealed: Buffer, what: string) => string,
): Record<string, Value> {
  const { sealed, ...beside } = row;
  if (boundTo === undefined || typeof sealed !== 'string') return row;
  const bytes = Buffer.from(sealed.slice('\\x'.length), 'hex');
  return { ...beside, words: open(bytes, boundTo(row as SealedRow)) };
}

function rowOf(
  part: Part,
  { id, at, row }: { id: string | null; at: number | string | null; row: Record<string, Value> },
): Row {
  const by = part.by === undefined ? undefined : row[part.by];
  return {
    id: id ?? '',
    at: at === null ? undefined : Number(at),
    by: typeof by === 'string' ? by : undefined,
    values: Object.fromEntries(
      Object.entries(row)
        .filter(
          ([name, value]) =>
            value !== null && name !== part.at && name !== part.by && !isForMachines(name, value),
        )
        .map(([name, value]) => [name, plain(opened(value))]),
    ),
  };
}

/** A paper is kept as the text that was signed; inside it is data again. */
function opened(value: Value): Value {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as Value;
  } catch {
    return value;
  }
}

function plain(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.filter((each) => !isForMachines('', each)).map(plain);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, inside]) => inside !== null && !isForMachines(name, inside))
      .map(([name, inside]) => [name, plain(inside)]),
  );
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
