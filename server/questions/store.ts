// Questions as rows. What was asked never changes; who takes it and what they answer is written once beside it.

import type { PatientQuestion, Urgency } from '#api/questions.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { finishTask, idFrom, passTask, type RaisedTask, raiseTask } from '#server/tasks';

type Row = {
  id: string;
  cycle_id: string | null;
  kind: PatientQuestion['kind'];
  words: string;
  asked_at: number;
  urgency: Urgency;
  owner_role: PatientQuestion['ownerRole'];
  promised_by: number;
  taken_at: number | null;
  taken_by_name: string | null;
  answer: string | null;
  answered_at: number | null;
  answered_by_name: string | null;
};

const columns =
  'id, cycle_id, kind, words, asked_at, urgency, owner_role, promised_by, taken_at, taken_by_name, answer, answered_at, answered_by_name';

function questionOf(row: Row): PatientQuestion {
  return {
    id: row.id,
    cycleId: row.cycle_id ?? undefined,
    kind: row.kind,
    words: row.words,
    askedAt: row.asked_at,
    urgency: row.urgency,
    ownerRole: row.owner_role,
    promisedBy: row.promised_by,
    taken: row.taken_at === null ? undefined : { at: row.taken_at, byName: row.taken_by_name ?? '' },
    answered:
      row.answered_at === null
        ? undefined
        : { at: row.answered_at, byName: row.answered_by_name ?? '', answer: row.answer ?? '' },
  };
}

/** Oldest first, the open ones before the answered. */
export async function questionsOf(tx: Tx, patientId: string): Promise<PatientQuestion[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from patient_questions where clinic_id = $1 and patient_id = $2
      order by (answered_at is not null), asked_at, id`,
    [tx.clinicId, patientId],
  );
  return rows.map(questionOf);
}

export async function questionWith(
  tx: Tx,
  patientId: string,
  id: string,
): Promise<PatientQuestion | undefined> {
  const { rows } = await tx.query<Row>(
    `select ${columns} from patient_questions where clinic_id = $1 and patient_id = $2 and id = $3`,
    [tx.clinicId, patientId, id],
  );
  return rows[0] === undefined ? undefined : questionOf(rows[0]);
}

export type OpenMessage = {
  readonly patientId: string;
  readonly patientName: string;
  readonly message: PatientQuestion;
};

/** What nobody has answered, of everyone; the first promised first. */
export async function openMessages(tx: Tx): Promise<OpenMessage[]> {
  const { rows } = await tx.query<Row & { patient_id: string; patient_name: string }>(
    `select q.*, coalesce(nullif(p.preferred_name, ''), p.given_name) || ' ' || p.family_name as patient_name
       from patient_questions q join patients p on p.clinic_id = q.clinic_id and p.id = q.patient_id
      where q.clinic_id = $1 and q.answered_at is null order by q.promised_by, q.asked_at, q.id limit 500`,
    [tx.clinicId],
  );
  return rows.map((row) => ({
    patientId: row.patient_id,
    patientName: row.patient_name,
    message: questionOf(row),
  }));
}

/** Whose message this is. */
export async function patientOfMessage(tx: Tx, id: string): Promise<string | undefined> {
  const { rows } = await tx.query<{ patient_id: string }>(
    'select patient_id from patient_questions where clinic_id = $1 and id = $2',
    [tx.clinicId, id],
  );
  return rows[0]?.patient_id;
}

export type Asked = {
  readonly id: string;
  readonly patientId: string;
  readonly cycleId: string | undefined;
  readonly kind: PatientQuestion['kind'];
  readonly words: string;
  readonly askedBy: string;
  readonly urgency: Urgency;
  readonly promisedBy: number;
};

const priorities: Readonly<Record<Urgency, RaisedTask['priority']>> = {
  today: 'now',
  soon: 'soon',
  'can-wait': 'routine',
};

/** Asking twice with the same id is asking once. Each gets its own piece of work, so that none stays unread in silence. */
export async function keepQuestion(tx: Tx, asked: Asked, now: number): Promise<void> {
  await tx.query(
    `insert into patient_questions (clinic_id, id, patient_id, cycle_id, kind, words, asked_at, asked_by, urgency, owner_role, promised_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    [
      tx.clinicId,
      asked.id,
      asked.patientId,
      asked.cycleId ?? null,
      asked.kind,
      asked.words,
      iso(now),
      asked.askedBy,
      asked.urgency,
      firstOwner,
      iso(asked.promisedBy),
    ],
  );
  await raiseTask(
    tx,
    {
      id: workOf(asked.id),
      patientId: asked.patientId,
      kind: `patient-${asked.kind}`,
      ownerRole: firstOwner,
      priority: priorities[asked.urgency],
      dueAt: asked.promisedBy,
    },
    now,
  );
}

/** Who reads first and hands on what is not theirs. */
const firstOwner = 'nurse';

/** Whose it is and how urgent. What the patient was promised stands: it can only come sooner. */
export async function keepTriage(
  tx: Tx,
  message: PatientQuestion,
  to: Pick<PatientQuestion, 'urgency' | 'ownerRole' | 'promisedBy'>,
): Promise<void> {
  const dueAt = Math.min(message.promisedBy, to.promisedBy);
  await tx.query(
    `update patient_questions set urgency = $3, owner_role = $4, promised_by = $5
      where clinic_id = $1 and id = $2 and answered_at is null`,
    [tx.clinicId, message.id, to.urgency, to.ownerRole, iso(dueAt)],
  );
  await passTask(tx, workOf(message.id), {
    ownerRole: to.ownerRole,
    priority: priorities[to.urgency],
    dueAt,
  });
}

/** Past its promise and unanswered: the desk is told to find someone, without a word of what is in it. */
export async function raiseLateMessages(tx: Tx, now: number): Promise<number> {
  const { rows } = await tx.query<{ id: string; patient_id: string; promised_by: number }>(
    `select q.id, q.patient_id, q.promised_by from patient_questions q
      where q.clinic_id = $1 and q.answered_at is null and q.promised_by < $2`,
    [tx.clinicId, iso(now)],
  );
  let raised = 0;
  for (const { id, patient_id: patientId, promised_by: dueAt } of rows)
    if (
      await raiseTask(
        tx,
        {
          id: lateWorkOf(id),
          patientId,
          kind: 'message-late',
          ownerRole: 'front-desk',
          priority: 'now',
          dueAt,
        },
        now,
      )
    )
      raised += 1;
  return raised;
}

/** What the questions back left open, as things to talk about; each once for a cycle. */
export async function keepTalk(
  tx: Tx,
  of: Pick<Asked, 'patientId' | 'askedBy' | 'promisedBy'> & {
    readonly cycleId: string;
    readonly topics: readonly string[];
  },
  now: number,
): Promise<void> {
  const { topics, ...asked } = of;
  for (const topic of topics)
    await keepQuestion(
      tx,
      {
        ...asked,
        id: idFrom(`${of.cycleId}|talk|${topic}`),
        kind: 'talk',
        urgency: 'can-wait',
        words: topic,
      },
      now,
    );
}

type By = { readonly id: string; readonly name: string };

/** The first name stands. */
export async function keepTaker(tx: Tx, id: string, by: By, now: number): Promise<void> {
  await tx.query(
    `update patient_questions set taken_at = $3, taken_by = $4, taken_by_name = $5
      where clinic_id = $1 and id = $2 and taken_at is null`,
    [tx.clinicId, id, iso(now), by.id, by.name],
  );
}

/** False when someone answered it before. */
export async function keepAnswer(
  tx: Tx,
  id: string,
  { answer, by }: { readonly answer: string; readonly by: By },
  now: number,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update patient_questions set answer = $3, answered_at = $4, answered_by = $5, answered_by_name = $6
      where clinic_id = $1 and id = $2 and answered_at is null`,
    [tx.clinicId, id, answer, iso(now), by.id, by.name],
  );
  if (rowCount !== 1) return false;
  await finishTask(tx, workOf(id), by.id, now);
  await finishTask(tx, lateWorkOf(id), by.id, now);
  return true;
}

function workOf(questionId: string): string {
  return idFrom(`${questionId}|answer`);
}

function lateWorkOf(questionId: string): string {
  return idFrom(`${questionId}|late`);
}
