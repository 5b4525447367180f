// Tasks as rows: raised once for one cause, open until someone puts their name to them.

import type { Task } from '#api/outcomes.ts';
import { ringCauseOf } from '#clinical/on-call/ring-causes.ts';
import type { RoleName } from '#server/access';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { openRing } from '#server/rings';

export type RaisedTask = {
  readonly id: string;
  readonly patientId?: string | undefined;
  readonly kind: string;
  readonly ownerRole: RoleName;
  readonly detail?: Task['detail'] | undefined;
  readonly priority: Task['priority'];
  readonly dueAt?: number | undefined;
};

/** Raising the same task twice keeps it once: its id was made by whoever caused it. True when it is new. What cannot wait rings. */
export async function raiseTask(tx: Tx, task: RaisedTask, now: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into tasks (clinic_id, id, patient_id, kind, owner_role, detail, priority, due_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      tx.clinicId,
      task.id,
      task.patientId ?? null,
      task.kind,
      task.ownerRole,
      JSON.stringify(task.detail ?? {}),
      task.priority,
      task.dueAt === undefined ? null : iso(task.dueAt),
      iso(now),
    ],
  );
  const cause = ringCauseOf(task.kind);
  if (rowCount === 1 && cause !== undefined && task.patientId !== undefined)
    await openRing(tx, { id: task.id, patientId: task.patientId, cause }, now);
  return rowCount === 1;
}

/** The same work, now another role's or more urgent. */
export async function passTask(
  tx: Tx,
  id: string,
  to: Pick<RaisedTask, 'ownerRole' | 'priority' | 'dueAt'>,
): Promise<void> {
  await tx.query(
    'update tasks set owner_role = $3, priority = $4, due_at = $5 where clinic_id = $1 and id = $2 and done_at is null',
    [tx.clinicId, id, to.ownerRole, to.priority, to.dueAt === undefined ? null : iso(to.dueAt)],
  );
}

type Row = {
  id: string;
  patient_id: string | null;
  patient_name: string | null;
  kind: string;
  owner_role: string;
  detail: Task['detail'];
  priority: Task['priority'];
  due_at: number | null;
  created_at: number;
  done_at: number | null;
};

const columns = `t.id, t.patient_id, coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name as patient_name,
  t.kind, t.owner_role, t.detail, t.priority, t.due_at, t.created_at, t.done_at`;
const from = `from tasks t left join patients p on p.clinic_id = t.clinic_id and p.id = t.patient_id`;

function taskOf(row: Row): Task {
  return {
    id: row.id,
    patientId: row.patient_id ?? undefined,
    patientName: row.patient_name ?? undefined,
    kind: row.kind,
    ownerRole: row.owner_role,
    detail: row.detail,
    priority: row.priority,
    dueAt: row.due_at ?? undefined,
    createdAt: row.created_at,
    doneAt: row.done_at ?? undefined,
  };
}

/** What must be done now first, then by deadline, then by age. */
/** A person who may be in danger stands above what is late about a session that is over. */
const someoneMayBeInDanger: readonly string[] = [
  'help-request',
  'patient-calls',
  'cssrs-high',
  'risk-item-positive',
  'evening-need-help',
  'after-check-losing',
  'companion-concern',
  'home-worried',
  'home-not-sure',
  'home-looks-missed',
  'side-effect-told',
];

export async function listOpenTasks(tx: Tx, ownerRoles: readonly string[]): Promise<Task[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns} ${from}
      where t.clinic_id = $1 and t.done_at is null and t.owner_role = any ($2::text[])
      order by array_position(array['now', 'soon', 'routine'], t.priority), (t.kind = any ($3::text[])) desc,
               t.due_at nulls last, t.created_at
      limit 500`,
    [tx.clinicId, ownerRoles, someoneMayBeInDanger],
  );
  return rows.map(taskOf);
}

export async function openTasksOfPatient(tx: Tx, patientId: string): Promise<Task[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns} ${from} where t.clinic_id = $1 and t.patient_id = $2 and t.done_at is null order by t.created_at`,
    [tx.clinicId, patientId],
  );
  return rows.map(taskOf);
}

export async function findTask(tx: Tx, id: string): Promise<Task | undefined> {
  const { rows } = await tx.query<Row>(`select ${columns} ${from} where t.clinic_id = $1 and t.id = $2`, [
    tx.clinicId,
    id,
  ]);
  return rows[0] === undefined ? undefined : taskOf(rows[0]);
}

/** Finishing twice is harmless: the first name and time stay. */
export async function finishTask(tx: Tx, id: string, by: string, now: number): Promise<void> {
  await tx.query(
    'update tasks set done_at = $3, done_by = $4 where clinic_id = $1 and id = $2 and done_at is null',
    [tx.clinicId, id, iso(now), by],
  );
}

/** What was to be done about this person has been done by doing it; nobody ticks it off a second time. */
export async function finishTasksOfKind(
  tx: Tx,
  done: { readonly patientId: string; readonly kinds: readonly string[]; readonly by: string },
  now: number,
): Promise<void> {
  await tx.query(
    `update tasks set done_at = $4, done_by = $5
      where clinic_id = $1 and patient_id = $2 and kind = any($3) and done_at is null`,
    [tx.clinicId, done.patientId, done.kinds, iso(now), done.by],
  );
}
