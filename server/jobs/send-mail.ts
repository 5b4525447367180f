// One mail, handed to the clinic's mail server; tried again by the queue until it is taken.

import { createTransport } from 'nodemailer';
import { iso } from '#server/clock';
import { calledBack, notCarried } from '#server/communications';
import type { Ports } from '#server/ports';
import { withTenant } from '#server/postgres';

type Row = {
  to_address: string;
  subject: string;
  body: string;
  sent_at: number | null;
  calendar: string | null;
  failure: string | null;
};

/**
 * Hands one mail to the clinic's SMTP server. With none configured the mail stays in the outbox, where the demonstration
 * shows it and a clinic's operator can see that it did not leave; whoever waits for it is told so. A failure throws, and the
 * queue tries again later.
 */
export async function sendMail(
  ports: Ports,
  {
    clinicId,
    mailId,
    smtpUrl,
    mailFrom,
  }: { clinicId: string; mailId: string; smtpUrl: string | undefined; mailFrom: string | undefined },
): Promise<void> {
  const failed = (failure: string) =>
    withTenant(ports.pool, { clinicId }, (tx) =>
      tx.query(
        `update outgoing_mail set failed_at = $3, failure = $4
          where clinic_id = $1 and id = $2 and sent_at is null and failure is distinct from $5`,
        [clinicId, mailId, iso(ports.clock.now()), failure, calledBack],
      ),
    );
  if (smtpUrl === undefined) {
    await failed(notCarried);
    return;
  }
  const mail = await withTenant(ports.pool, { clinicId }, async (tx) => {
    const { rows } = await tx.query<Row>(
      'select to_address, subject, body, sent_at, calendar, failure from outgoing_mail where clinic_id = $1 and id = $2',
      [clinicId, mailId],
    );
    return rows[0];
  });
  if (mail === undefined || mail.sent_at !== null || mail.failure === calledBack) return;
  const transport = createTransport(smtpUrl);
  try {
    // The same message id for every try, so that a receiver can drop a second copy.
    await transport.sendMail({
      from: mailFrom ?? 'clinic@localhost',
      to: mail.to_address,
      subject: mail.subject,
      text: mail.body,
      ...(mail.calendar === null
        ? {}
        : {
            attachments: [
              {
                filename: 'appointment.ics',
                content: mail.calendar,
                contentType: 'text/calendar; charset=utf-8',
              },
            ],
          }),
      messageId: `<${mailId}@mooring>`,
    });
  } catch (error) {
    await failed(failureCode(error));
    throw error;
  } finally {
    transport.close();
  }
  await withTenant(ports.pool, { clinicId }, (tx) =>
    tx.query(
      'update outgoing_mail set sent_at = $3, failed_at = null, failure = null where clinic_id = $1 and id = $2',
      [clinicId, mailId, iso(ports.clock.now())],
    ),
  );
}

/** The library's short code; its message may hold an address. */
function failureCode(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && /^[A-Z_]{2,30}$/.test(code) ? code : 'failed';
}
