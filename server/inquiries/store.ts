// Questions as rows. Each change asks for the version it was made on, so two people at the desk never
// overwrite one another.

import type { Inquiry, InquiryInput } from '#api/inquiries.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

type Row = {
  id: string;
  name: string;
  reach_by: Inquiry['reachBy'];
  reach: string;
  body: Inquiry['body'];
  language: Inquiry['language'];
  status: Inquiry['status'];
  promise_by: number;
  patient_id: string | null;
  handled_at: number | null;
  handled_by_name: string | null;
  version: number;
  created_at: number;
};

const columns = `i.id, i.name, i.reach_by, i.reach, i.body, i.language, i.status, i.promise_by, i.patient_id,
  i.handled_at, a.display_name as handled_by_name, i.version, i.created_at`;
const from = `from inquiries i left join accounts a on a.clinic_id = i.clinic_id and a.id = i.handled_by`;

function inquiryOf(row: Row): Inquiry {
  return {
    id: row.id,
    name: row.name,
    reachBy: row.reach_by,
    reach: row.reach,
    body: row.body,
    language: row.language,
    status: row.status,
    promiseBy: row.promise_by,
    createdAt: row.created_at,
    handledAt: row.handled_at ?? undefined,
    handledByName: row.handled_by_name ?? undefined,
    patientId: row.patient_id ?? undefined,
    version: row.version,
  };
}

/** Sending the same form twice keeps one inquiry: its id was made when the form was shown. */
export async function keepInquiry(
  tx: Tx,
  input: InquiryInput,
  times: { now: number; promiseBy: number },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into inquiries (clinic_id, id, name, reach_by, reach, body, language, status, promise_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'new', $8, $9) on conflict do nothing`,
    [
      tx.clinicId,
      input.id,
      input.name,
      input.reachBy,
      input.reach,
      JSON.stringify(input.body),
      input.language,
      iso(times.promiseBy),
      iso(times.now),
    ],
  );
  return rowCount === 1;
}

export async function listInquiries(tx: Tx, status: Inquiry['status'] | undefined): Promise<Inquiry[]> {
  const { rows } = await tx.query<Row>(
    `select ${columns} ${from} where i.clinic_id = $1 and ($2::text is null or i.status = $2) order by i.created_at desc limit 500`,
    [tx.clinicId, status ?? null],
  );
  return rows.map(inquiryOf);
}

export async function findInquiry(tx: Tx, id: string): Promise<Inquiry | undefined> {
  const { rows } = await tx.query<Row>(`select ${columns} ${from} where i.clinic_id = $1 and i.id = $2`, [
    tx.clinicId,
    id,
  ]);
  return rows[0] === undefined ? undefined : inquiryOf(rows[0]);
}

/** False when someone else changed it first. */
export async function moveInquiry(
  tx: Tx,
  change: {
    id: string;
    version: number;
    status: Inquiry['status'];
    by: string;
    at: number;
    patientId?: string;
    note?: string;
  },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update inquiries
        set status = $4, handled_by = $5, handled_at = $6, patient_id = coalesce($7, patient_id), version = version + 1,
            body = case when $8::text is null then body else body || jsonb_build_object('note', $8::text) end
      where clinic_id = $1 and id = $2 and version = $3`,
    [
      tx.clinicId,
      change.id,
      change.version,
      change.status,
      change.by,
      iso(change.at),
      change.patientId ?? null,
      change.note ?? null,
    ],
  );
  return rowCount === 1;
}
