// The rota as rows. Whoever left the clinic stands for no hour: their duties are gaps.

import type { OnCallDuty } from '#api/on-call.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

export type KeptDuty = OnCallDuty & { readonly email: string };

type Row = {
  id: string;
  turn: OnCallDuty['turn'];
  account_id: string;
  display_name: string;
  email: string;
  from_at: number;
  until_at: number;
  text_number: string | null;
};

export async function dutiesAhead(tx: Tx, now: number): Promise<readonly KeptDuty[]> {
  const { rows } = await tx.query<Row>(
    `select d.id, d.turn, d.account_id, a.display_name, a.email, d.from_at, d.until_at, d.text_number
       from on_call_duties d
       join accounts a on a.clinic_id = d.clinic_id and a.id = d.account_id and a.disabled_at is null
      where d.clinic_id = $1 and d.taken_out_at is null and d.until_at > $2
      order by d.from_at, d.turn`,
    [tx.clinicId, iso(now)],
  );
  return rows.map((row) => ({
    id: row.id,
    turn: row.turn,
    person: { id: row.account_id, name: row.display_name },
    email: row.email,
    from: row.from_at,
    until: row.until_at,
    textNumber: row.text_number ?? undefined,
  }));
}

type NewDuty = Pick<OnCallDuty, 'id' | 'turn' | 'from' | 'until' | 'textNumber'> & {
  readonly accountId: string;
  readonly by: string;
};

/** False where this turn is held by another in these hours, or this person holds the other turn. The same id twice is once. */
export async function addDuty(tx: Tx, duty: NewDuty, now: number): Promise<boolean> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into on_call_duties (clinic_id, id, account_id, turn, from_at, until_at, text_number, written_at, written_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
    [
      tx.clinicId,
      duty.id,
      duty.accountId,
      duty.turn,
      iso(duty.from),
      iso(duty.until),
      duty.textNumber ?? null,
      iso(now),
      duty.by,
    ],
  );
  return rows.length === 1 || (await isThere(tx, duty.id));
}

async function isThere(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await tx.query('select 1 from on_call_duties where clinic_id = $1 and id = $2', [
    tx.clinicId,
    id,
  ]);
  return rows.length === 1;
}

/** False where there is none by this id. Taking out twice is once. */
export async function takeOutDuty(tx: Tx, id: string, by: string, now: number): Promise<boolean> {
  await tx.query(
    `update on_call_duties set taken_out_at = $3, taken_out_by = $4
      where clinic_id = $1 and id = $2 and taken_out_at is null`,
    [tx.clinicId, id, iso(now), by],
  );
  return await isThere(tx, id);
}

/** Those who may be put on the rota: they read a chart and may see who needs them. */
export async function mayAnswer(tx: Tx): Promise<{ id: string; name: string }[]> {
  const { rows } = await tx.query<{ id: string; name: string }>(
    `select id, display_name as name from accounts
      where clinic_id = $1 and kind = 'staff' and disabled_at is null
        and roles && array['nurse', 'prescriber', 'therapist']
      order by display_name, id`,
    [tx.clinicId],
  );
  return rows;
}
