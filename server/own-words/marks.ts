// That an intention or a letter is there, without a word of it: enough for the preparation list and the gate.

import type { Preparation } from '#clinical/care-record.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

export type Mark = {
  readonly wordsId: string;
  readonly patientId: string;
  readonly cycleId: string;
  readonly kind: 'intention' | 'letter';
  readonly state: 'written' | 'not-yet' | 'deleted';
};

export async function keepMark(tx: Tx, mark: Mark, now: number): Promise<void> {
  await tx.query(
    `insert into own_words_marks (clinic_id, words_id, patient_id, cycle_id, kind, state, at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (clinic_id, words_id) do update set state = excluded.state, cycle_id = excluded.cycle_id, at = excluded.at
       where own_words_marks.patient_id = excluded.patient_id`,
    [tx.clinicId, mark.wordsId, mark.patientId, mark.cycleId, mark.kind, mark.state, iso(now)],
  );
}

export async function markDeleted(tx: Tx, patientId: string, wordsId: string, now: number): Promise<void> {
  await tx.query(
    `update own_words_marks set state = 'deleted', at = $4 where clinic_id = $1 and patient_id = $2 and words_id = $3`,
    [tx.clinicId, patientId, wordsId, iso(now)],
  );
}

/** Whether the intention of this cycle is set or put off, and whether the letter is written. Absent: nothing yet. */
export async function preparationStates(
  tx: Tx,
  patientId: string,
  cycleId: string,
): Promise<Pick<Preparation, 'intention' | 'letter'>> {
  const { rows } = await tx.query<{
    kind: 'intention' | 'letter';
    state: Mark['state'];
    at: number;
    by: string;
  }>(
    `select distinct on (m.kind) m.kind, m.state, m.at, coalesce(p.preferred_name, p.given_name) as by
       from own_words_marks m
       join patients p on p.clinic_id = m.clinic_id and p.id = m.patient_id
      where m.clinic_id = $1 and m.patient_id = $2 and m.cycle_id = $3 and m.state <> 'deleted'
      order by m.kind, m.at desc, m.words_id`,
    [tx.clinicId, patientId, cycleId],
  );
  const intention = rows.find((row) => row.kind === 'intention');
  const letter = rows.find((row) => row.kind === 'letter' && row.state === 'written');
  return {
    intention:
      intention === undefined
        ? undefined
        : {
            value: intention.state === 'written' ? 'set' : 'not-yet',
            at: intention.at,
            by: intention.by,
            byRole: 'patient',
          },
    letter:
      letter === undefined ? undefined : { value: 'done', at: letter.at, by: letter.by, byRole: 'patient' },
  };
}
