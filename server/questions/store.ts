// Questions as rows. What was asked never changes; who takes it and what they answer is written once beside it.

import type { PatientQuestion } from '#api/questions.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { finishTask, idFrom, raiseTask } from '#server/tasks';

type Row = {
  id: string;
  cycle_id: string | null;
  kind: PatientQuestion['kind'];
  words: string;
  asked_at: number;
  taken_at: number | null;
  taken_by_name: string | null;
  answer: string | null;
  answered_at: number | null;
  answered_by_name: string | null;
};

const columns =
  'id, cycle_id, kind, words, asked_at, taken_at, taken_by_name, answer, answered_at, answered_by_name';

function questionOf(row: Row): PatientQuestion {
  return {
    id: row.id,
    cycleId: row.cycle_id ?? undefined,
    kind: row.kind,
    words: row.words,
    askedAt: row.asked_at,
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

export type Asked = {
  readonly id: string;
  readonly patientId: string;
  readonly cycleId: string | undefined;
  readonly kind: PatientQuestion['kind'];
  readonly words: string;
  readonly askedBy: string;
};

/** Asking twice with the same id is asking once. Each gets its own piece of work, so that none stays unread in silence. */
export async function keepQuestion(tx: Tx, asked: Asked, now: number): Promise<void> {
  await tx.query(
    `insert into patient_questions (clinic_id, id, patient_id, cycle_id, kind, words, asked_at, asked_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [
      tx.clinicId,
      asked.id,
      asked.patientId,
      asked.cycleId ?? null,
      asked.kind,
      asked.words,
      iso(now),
      asked.askedBy,
    ],
  );
  await raiseTask(
    tx,
    {
      id: workOf(asked.id),
      patientId: asked.patientId,
      kind: `patient-${asked.kind}`,
      ownerRole: 'nurse',
      priority: 'routine',
    },
    now,
  );
}

/** What the questions back left open, as things to talk about; each once for a cycle. */
export async function keepTalk(
  tx: Tx,
  of: Pick<Asked, 'patientId' | 'askedBy'> & { readonly cycleId: string; readonly topics: readonly string[] },
  now: number,
): Promise<void> {
  const { topics, ...asked } = of;
  for (const topic of topics)
    await keepQuestion(
      tx,
      { ...asked, id: idFrom(`${of.cycleId}|talk|${topic}`), kind: 'talk', words: topic },
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
  return true;
}

function workOf(questionId: string): string {
  return idFrom(`${questionId}|answer`);
}
