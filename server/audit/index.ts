// The audit chain: one line per read or write of health data, in the transaction it records. Sixteen lanes a clinic, by
// patient, so that two rooms do not wait for one another; each line's hash covers the line before it in its lane.

import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { sha256 } from '#server/secrets';

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

/** The last statement of the work: it travels with the commit, so that a lane is held for that moment alone. */
export async function appendAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  tx.withCommit('append-audit', 'select append_audit_event($1, $2, $3, $4, $5, $6)', [
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
  const heads = await lockHeads(tx, lanes);
  const lines: {
    lane: number;
    seq: number;
    at: string;
    patient: string | null;
    actor: string | null;
    entry: string;
    hash: string;
  }[] = [];
  for (const lane of lanes) {
    const head = heads.get(lane);
    if (head === undefined) throw new Error('An audit lane has no head.');
    for (const entry of byLane.get(lane) ?? []) {
      const text = canonicalEntry(entry);
      head.seq += 1;
      head.hash = sha256(Buffer.concat([head.hash, Buffer.from(text, 'utf8')]));
      lines.push({
        lane,
        seq: head.seq,
        at: iso(entry.at),
        patient: entry.patientId ?? null,
        actor: entry.actorId ?? null,
        entry: text,
        hash: `\\x${head.hash.toString('hex')}`,
      });
    }
  }
  tx.withCommit(
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

type Head = { readonly lane: number; seq: number; hash: Buffer };

/** Locked in the order of the lanes. The first lines ever written in a lane make its head. */
async function lockHeads(tx: Tx, lanes: readonly number[]): Promise<Map<number, Head>> {
  const lock = async (): Promise<Head[]> => {
    const { rows } = await tx.prepared<Head>(
      'lock-audit-heads',
      'select lane, seq, hash from audit_heads where clinic_id = $1 and lane = any($2) order by lane for update',
      [tx.clinicId, lanes],
    );
    return rows;
  };
  let heads = await lock();
  if (heads.length < lanes.length) {
    await tx.prepared(
      'make-audit-heads',
      'insert into audit_heads (clinic_id, lane) select $1, l from unnest($2::int[]) l order by l on conflict do nothing',
      [tx.clinicId, lanes],
    );
    heads = await lock();
  }
  return new Map(heads.map((head) => [head.lane, head]));
}
