// The days on which someone wants to look back, without a word of what for: enough to call one to mind.

import type { CommitmentDay } from '#clinical/reminders/reminders.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

/** Without a day it is settled, let go or deleted, and nothing calls it to mind. */
export async function keepDay(
  tx: Tx,
  of: { readonly wordsId: string; readonly patientId: string; readonly dueOn: string | undefined },
  now: number,
): Promise<void> {
  await tx.query(
    `insert into own_words_days (clinic_id, words_id, patient_id, due_on, chosen_at) values ($1, $2, $3, $4, $5)
     on conflict (clinic_id, words_id) do update set due_on = excluded.due_on, chosen_at = excluded.chosen_at
       where own_words_days.patient_id = excluded.patient_id and own_words_days.due_on is distinct from excluded.due_on`,
    [tx.clinicId, of.wordsId, of.patientId, of.dueOn ?? null, iso(now)],
  );
}

/** Around today, whatever the time is where they are. */
export async function commitmentDays(
  tx: Tx,
  patientIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, readonly CommitmentDay[]>> {
  const { rows } = await tx.query<{ patient_id: string; due_on: string; chosen_at: number }>(
    `select patient_id, to_char(due_on, 'YYYY-MM-DD') as due_on, chosen_at from own_words_days
      where clinic_id = $1 and patient_id = any ($2::uuid[])
        and due_on between ($3::timestamptz - interval '1 day')::date and ($3::timestamptz + interval '1 day')::date`,
    [tx.clinicId, patientIds, iso(now)],
  );
  const byPatient = Map.groupBy(rows, (row) => row.patient_id);
  return new Map(
    [...byPatient].map(([patientId, own]) => [
      patientId,
      own.map((row) => ({ dueOn: row.due_on, chosenAt: row.chosen_at })),
    ]),
  );
}
