// The audit chain: one line per read or write of health data, in the transaction it records. Sixteen lanes a clinic, by
// patient, so that two rooms do not wait for one another; each line's hash covers the line before it in its lane.

import { sha256 } from '#server/secrets';
import type { Tx } from '#server/postgres';
import { iso } from '#server/clock';

export type AuditEntry = {
  readonly at: number;
  readonly requestId: string;
  readonly actorId: string | undefined;
  readonly actorName: string;
  readonly actingRole: string;
  readonly action: string;
  readonly outcome: 'done' | 'refused';
  readonly code?: string | undefined;
  readonly patientId?: string | undefined;
  /** More than one patient on one screen: the board, the day, a list. */
  readonly patientIds?: readonly string[] | undefined;
  readonly resourceId?: string | undefined;
  readonly relation?: string | undefined;
  readonly rule: string;
  readonly signInId?: string | undefined;
};

/** Field order is fixed here, so that the bytes of an entry are the same wherever they are written again. */
export function canonicalEntry(entry: AuditEntry): string {
  return JSON.stringify({
    at: entry.at,
    requestId: entry.requestId,
    actorId: entry.actorId ?? null,
    actorName: entry.actorName,
    actingRole: entry.actingRole,
    action: entry.action,
    outcome: entry.outcome,
    code: entry.code ?? null,
    patientId: entry.patientId ?? null,
    patientIds: entry.patientIds ?? null,
    resourceId: entry.resourceId ?? null,
    relation: entry.relation ?? null,
    rule: entry.rule,
    signInId: entry.signInId ?? null,
  });
}

export function laneOf(entry: AuditEntry): number {
  return (sha256(entry.patientId ?? entry.actorId ?? entry.action)[0] ?? 0) % 16;
}

export async function appendAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.prepared('append-audit', 'select append_audit_event($1, $2, $3, $4, $5, $6)', [
    tx.clinicId,
    laneOf(entry),
    iso(entry.at),
    entry.patientId ?? null,
    entry.actorId ?? null,
    canonicalEntry(entry),
  ]);
}

/** Many entries of one transaction, lane heads locked in order so that two batches cannot wait on each other. */
export async function appendAuditBatch(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  const byLane = new Map<number, AuditEntry[]>();
  for (const entry of entries) {
    const lane = laneOf(entry);
    byLane.set(lane, [...(byLane.get(lane) ?? []), entry]);
  }
  const lanes = [...byLane.keys()].sort((a, b) => a - b);
  const { rows } = await tx.prepared<{ lane: number; seq: number; hash: Buffer }>(
    'lock-audit-heads',
    `with made as (
       insert into audit_heads (clinic_id, lane) select $1, l from unnest($2::int[]) l
       on conflict (clinic_id, lane) do update set seq = audit_heads.seq returning lane, seq, hash)
     select lane, seq, hash from made order by lane`,
    [tx.clinicId, lanes],
  );
  const heads = new Map(rows.map((row) => [row.lane, { seq: row.seq, hash: row.hash }]));
  const lines: { lane: number; seq: number; at: string; patient: string | null; actor: string | null; entry: string; hash: string }[] = [];
  for (const lane of lanes) {
    const head = heads.get(lane);
    if (head === undefined) throw new Error('An audit lane has no head.');
    for (const entry of byLane.get(lane) ?? []) {
      const text = canonicalEntry(entry);
      head.seq += 1;
      head.hash = sha256(Buffer.concat([head.hash, Buffer.from(text, 'utf8')]));
      lines.push({ lane, seq: head.seq, at: iso(entry.at), patient: entry.patientId ?? null, actor: entry.actorId ?? null, entry: text, hash: `\\x${head.hash.toString('hex')}` });
    }
  }
  await tx.prepared(
    'append-audit-batch',
    `with lines as (
       insert into audit_events (clinic_id, lane, seq, at, patient_id, actor_id, entry, hash)
       select $1, l.lane, l.seq, l.at, l.patient, l.actor, l.entry, l.hash
         from jsonb_to_recordset($2::jsonb) as l(lane int, seq bigint, at timestamptz, patient uuid, actor uuid, entry text, hash bytea)
       returning lane, seq, hash)
     update audit_heads h set seq = l.seq, hash = l.hash
       from (select distinct on (lane) lane, seq, hash from lines order by lane, seq desc) l
      where h.clinic_id = $1 and h.lane = l.lane`,
    [tx.clinicId, JSON.stringify(lines)],
  );
}

export type ChainFault = { readonly lane: number; readonly seq: number; readonly sentence: string };

/** Recomputes one clinic's chain from its first line. Run by a separate command with a reading role. */
export async function chainFaults(tx: Pick<Tx, 'query'>, clinicId: string): Promise<{ checked: number; faults: ChainFault[] }> {
  const faults: ChainFault[] = [];
  let checked = 0;
  const heads = await tx.query<{ lane: number; seq: number; hash: Buffer }>(
    'select lane, seq, hash from audit_heads where clinic_id = $1 order by lane',
    [clinicId],
  );
  const known = new Set(heads.rows.map((head) => head.lane));
  const strays = await tx.query<{ lane: number }>('select distinct lane from audit_events where clinic_id = $1', [clinicId]);
  for (const { lane } of strays.rows) {
    if (!known.has(lane)) faults.push({ lane, seq: 0, sentence: 'Lines stand in a lane that has no head.' });
  }
  for (const head of heads.rows) {
    let hash: Buffer = Buffer.alloc(32);
    let seq = 0;
    for (;;) {
      const { rows } = await tx.query<{ seq: number; entry: string; hash: Buffer }>(
        'select seq, entry, hash from audit_events where clinic_id = $1 and lane = $2 and seq > $3 order by seq limit 5000',
        [clinicId, head.lane, seq],
      );
      for (const row of rows) {
        if (row.seq !== seq + 1) faults.push({ lane: head.lane, seq: seq + 1, sentence: `Line ${seq + 1} is missing.` });
        hash = sha256(Buffer.concat([hash, Buffer.from(row.entry, 'utf8')]));
        if (!hash.equals(row.hash)) {
          faults.push({ lane: head.lane, seq: row.seq, sentence: `Line ${row.seq} was changed.` });
          hash = row.hash;
        }
        seq = row.seq;
        checked += 1;
      }
      if (rows.length < 5000) break;
    }
    if (seq !== head.seq || !hash.equals(head.hash)) {
      faults.push({ lane: head.lane, seq, sentence: 'The last lines do not agree with the head: some were cut off or changed.' });
    }
  }
  return { checked, faults };
}
