// Mail, written in the transaction that causes it. A worker hands it to SMTP where a clinic configured one; otherwise it
// stays in the local outbox. Wording outside our own screens never names a treatment.

import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

export type Mail = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly kind: 'sign-in-link' | 'invitation' | 'answer' | 'companion-link' | 'reminder' | 'home-ring';
};

export async function writeMail(tx: Tx, mail: Mail, now: number): Promise<void> {
  await tx.query(
    `insert into outgoing_mail (clinic_id, id, to_address, subject, body, kind, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [tx.clinicId, mail.id, mail.to, mail.subject, mail.body, mail.kind, iso(now)],
  );
}
