// Whom a message can reach, and how.

import type { Channel } from '#api/reminders.ts';
import type { Ways } from '#server/ports';
import type { Tx } from '#server/postgres';

export type Reached = {
  readonly patientId: string;
  readonly language: 'en' | 'es';
  readonly zone: string;
  readonly email: string | undefined;
  /** The account they sign in with, and its own address. */
  readonly account: { readonly id: string; readonly email: string } | undefined;
  readonly phone: string | undefined;
  /** Phones that may be knocked at. */
  readonly pushPhoneIds: readonly string[];
};

type Row = {
  patient_id: string;
  language: string;
  zone: string;
  email: string | null;
  account_id: string | null;
  account_email: string | null;
  phone: string | null;
  push_phone_ids: string[];
};

export async function reachedBy(tx: Tx, patientIds: readonly string[]): Promise<Map<string, Reached>> {
  const { rows } = await tx.query<Row>(
    `select p.id as patient_id, p.language, p.zone, p.phone,
            coalesce(nullif(p.email, ''), a.email) as email, a.id as account_id, a.email as account_email,
            array(select f.id from push_phones f
                   where f.clinic_id = p.clinic_id and f.patient_id = p.id and f.ended_at is null order by f.added_at) as push_phone_ids
       from patients p
       left join lateral (select id, email from accounts
                           where clinic_id = p.clinic_id and patient_id = p.id and disabled_at is null
                           order by created_at limit 1) a on true
      where p.clinic_id = $1 and p.id = any ($2::uuid[])`,
    [tx.clinicId, patientIds],
  );
  return new Map(
    rows.map((row) => [
      row.patient_id,
      {
        patientId: row.patient_id,
        language: row.language === 'es' ? 'es' : 'en',
        zone: row.zone,
        email: row.email ?? undefined,
        account:
          row.account_id === null || row.account_email === null
            ? undefined
            : { id: row.account_id, email: row.account_email },
        phone: row.phone ?? undefined,
        pushPhoneIds: row.push_phone_ids,
      },
    ]),
  );
}

/** Of the ways someone chose, those that lead to them; a safety check takes the mail rather than no way at all. */
export function waysTo(
  person: Reached,
  question: {
    readonly chosen: readonly Channel[];
    readonly ways: Ways | undefined;
    readonly isSafety: boolean;
  },
): readonly Channel[] {
  const leads: Readonly<Record<Channel, boolean>> = {
    mail: person.email !== undefined,
    text: person.phone !== undefined && question.ways?.text === true,
    push: person.pushPhoneIds.length > 0 && question.ways?.pushContact !== undefined,
  };
  const found = question.chosen.filter((channel) => leads[channel]);
  return found.length === 0 && question.isSafety && leads.mail ? ['mail'] : found;
}
