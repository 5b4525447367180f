// Drills, what people wrote in them, and who signed. No statement here writes outside the four tables of the drills.

import type { RecordedEvent, SessionEvent } from '#dosing-session/events.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

export type DrillRow = {
  readonly id: string;
  readonly scenario: string;
  readonly scenario_version: number;
  readonly approved_by_name: string | null;
  readonly approved_at: number | null;
  readonly seed: number;
  readonly edition_id: string;
  readonly room_name: string;
  readonly trainee_id: string;
  readonly trainee_name: string;
  readonly trainer_id: string | null;
  readonly trainer_name: string | null;
  readonly started_at: number;
  readonly ended_at: number | null;
  readonly ended_by_name: string | null;
};

const columns = `id, scenario, scenario_version, approved_by_name, approved_at, seed, edition_id, room_name,
  trainee_id, trainee_name, trainer_id, trainer_name, started_at, ended_at, ended_by_name`;

export async function findDrill(tx: Tx, id: string): Promise<DrillRow | undefined> {
  const { rows } = await tx.query<DrillRow>(
    `select ${columns} from drills where clinic_id = $1 and id::text = $2`,
    [tx.clinicId, id],
  );
  return rows[0];
}

// Each record is worked out anew from its log, so a list stays short.
const mostShown = 60;

/** The newest drills; of one person's only those they trained in, led, or wrote something in. */
export async function drillsOf(tx: Tx, accountId: string | undefined): Promise<readonly DrillRow[]> {
  const { rows } = await tx.query<DrillRow>(
    `select ${columns} from drills d
      where d.clinic_id = $1
        and ($2::uuid is null or d.trainee_id = $2 or d.trainer_id = $2 or d.ended_at is null
             or exists (select 1 from drill_facts f
                         where f.clinic_id = d.clinic_id and f.drill_id = d.id and f.author_id = $2))
      order by d.started_at desc, d.id limit ${mostShown}`,
    [tx.clinicId, accountId ?? null],
  );
  return rows;
}

export async function keepDrill(
  tx: Tx,
  drill: {
    readonly id: string;
    readonly scenario: string;
    readonly scenarioVersion: number;
    readonly approval: Approval | undefined;
    readonly seed: number;
    readonly editionId: string;
    readonly roomName: string;
    readonly trainee: { readonly id: string; readonly name: string };
    readonly trainer: { readonly id: string; readonly name: string } | undefined;
    readonly now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into drills (clinic_id, id, scenario, scenario_version, approved_by_name, approved_at, seed, edition_id,
                         room_name, trainee_id, trainee_name, trainer_id, trainer_name, started_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      tx.clinicId,
      drill.id,
      drill.scenario,
      drill.scenarioVersion,
      drill.approval?.byName ?? null,
      drill.approval === undefined ? null : iso(drill.approval.at),
      drill.seed,
      drill.editionId,
      drill.roomName,
      drill.trainee.id,
      drill.trainee.name,
      drill.trainer?.id ?? null,
      drill.trainer?.name ?? null,
      iso(drill.now),
    ],
  );
}

/** True when this call ended it; the first end stands. */
export async function endDrillNow(tx: Tx, id: string, byName: string, now: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update drills set ended_at = $3, ended_by_name = $4 where clinic_id = $1 and id = $2 and ended_at is null`,
    [tx.clinicId, id, iso(now), byName],
  );
  return rowCount === 1;
}

type FactRow = {
  drill_id: string;
  version: number;
  event: SessionEvent;
  author_id: string;
  author_name: string;
  acting_role: RecordedEvent['actingRole'];
  received_at: number;
};

/** What people wrote, by drill, in the order it came. */
export async function factsOf(
  tx: Tx,
  drillIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
  const { rows } = await tx.query<FactRow>(
    `select drill_id, version, event, author_id, author_name, acting_role, received_at
       from drill_facts where clinic_id = $1 and drill_id = any($2) order by drill_id, version`,
    [tx.clinicId, drillIds],
  );
  const byDrill = new Map<string, RecordedEvent[]>(drillIds.map((id) => [id, []]));
  for (const row of rows) {
    byDrill.get(row.drill_id)?.push({
      ...row.event,
      version: row.version,
      receivedAt: row.received_at,
      authorId: row.author_id,
      authorName: row.author_name,
      actingRole: row.acting_role,
    });
  }
  return byDrill;
}

/** Keeps each fact once, in order; returns the highest version. */
export async function keepFacts(
  tx: Tx,
  drillId: string,
  events: readonly SessionEvent[],
  author: { readonly id: string; readonly name: string; readonly role: string; readonly now: number },
): Promise<number> {
  // One writer at a time, so that versions have no hole.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`drill/${drillId}`]);
  const { rows } = await tx.query<{ version: number | null }>(
    'select max(version) as version from drill_facts where clinic_id = $1 and drill_id = $2',
    [tx.clinicId, drillId],
  );
  let version = rows[0]?.version ?? 0;
  for (const event of events) {
    const { rowCount } = await tx.query(
      `insert into drill_facts (clinic_id, event_id, drill_id, version, event, author_id, author_name, acting_role, received_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (clinic_id, event_id) do nothing`,
      [
        tx.clinicId,
        event.eventId,
        drillId,
        version + 1,
        JSON.stringify(event),
        author.id,
        author.name,
        author.role,
        iso(author.now),
      ],
    );
    version += rowCount ?? 0;
  }
  return version;
}

export type Signature = {
  readonly drillId: string;
  readonly part: 'trainee' | 'trainer';
  readonly sha256: string;
  readonly byName: string;
  readonly at: number;
};

export async function signaturesOf(tx: Tx, drillIds: readonly string[]): Promise<readonly Signature[]> {
  const { rows } = await tx.query<{
    drill_id: string;
    part: Signature['part'];
    record_sha256: Buffer;
    signed_by_name: string;
    signed_at: number;
  }>(
    `select drill_id, part, record_sha256, signed_by_name, signed_at from drill_signatures
      where clinic_id = $1 and drill_id = any($2) order by signed_at, part`,
    [tx.clinicId, drillIds],
  );
  return rows.map((row) => ({
    drillId: row.drill_id,
    part: row.part,
    sha256: row.record_sha256.toString('hex'),
    byName: row.signed_by_name,
    at: row.signed_at,
  }));
}

export async function keepSignature(tx: Tx, signed: Signature & { readonly by: string }): Promise<void> {
  await tx.query(
    `insert into drill_signatures (clinic_id, drill_id, part, record_sha256, signed_by, signed_by_name, signed_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [
      tx.clinicId,
      signed.drillId,
      signed.part,
      Buffer.from(signed.sha256, 'hex'),
      signed.by,
      signed.byName,
      iso(signed.at),
    ],
  );
}

export type Approval = { readonly byName: string; readonly at: number };

export async function approvalsOf(
  tx: Tx,
): Promise<readonly (Approval & { readonly scenario: string; readonly version: number })[]> {
  const { rows } = await tx.query<{
    scenario: string;
    version: number;
    approved_by_name: string;
    approved_at: number;
  }>(
    'select scenario, version, approved_by_name, approved_at from drill_approvals where clinic_id = $1 order by scenario, version',
    [tx.clinicId],
  );
  return rows.map((row) => ({
    scenario: row.scenario,
    version: row.version,
    byName: row.approved_by_name,
    at: row.approved_at,
  }));
}

/** The first who approved a version stands. */
export async function keepApproval(
  tx: Tx,
  approved: { readonly scenario: string; readonly version: number; readonly by: string } & Approval,
): Promise<void> {
  await tx.query(
    `insert into drill_approvals (clinic_id, scenario, version, approved_by, approved_by_name, approved_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [tx.clinicId, approved.scenario, approved.version, approved.by, approved.byName, iso(approved.at)],
  );
}

/** Rooms to practise in, and whether a session is open in them now. */
export async function roomsToPractise(
  tx: Tx,
): Promise<readonly { readonly id: string; readonly name: string; readonly inUse: boolean }[]> {
  const { rows } = await tx.query<{ id: string; name: string; in_use: boolean }>(
    `select r.id, r.name, exists (select 1 from dosing_sessions d
              where d.clinic_id = r.clinic_id and d.room_id = r.id and d.released_at is null) as in_use
       from rooms r where r.clinic_id = $1 order by r.number`,
    [tx.clinicId],
  );
  return rows.map((row) => ({ id: row.id, name: row.name, inUse: row.in_use }));
}

/** Those who may lead a drill. */
export async function trainers(tx: Tx): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await tx.query<{ id: string; name: string }>(
    `select id, display_name as name from accounts
      where clinic_id = $1 and kind = 'staff' and disabled_at is null
        and roles && array['nurse', 'prescriber', 'therapist', 'admin']
      order by display_name, id`,
    [tx.clinicId],
  );
  return rows;
}
