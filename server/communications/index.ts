// Mail, written in the transaction that causes it. A worker hands it to SMTP where a clinic configured one; otherwise it
// stays in the local outbox. Wording outside our own screens never names a treatment.

import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';

export { languageOf } from './language.ts';
export { answerLetter, invitationLetter, signInLetter } from './letters.ts';
export { linkLetter } from './link-letters.ts';

export type Mail = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** A calendar file that goes along. */
  readonly calendar?: string | undefined;
  readonly kind: 'sign-in-link' | 'invitation' | 'answer' | 'companion-link' | 'reminder' | 'ring';
};

export async function writeMail(tx: Tx, mail: Mail, now: number): Promise<void> {
  await tx.query(
    `insert into outgoing_mail (clinic_id, id, to_address, subject, body, kind, calendar, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.clinicId, mail.id, mail.to, mail.subject, mail.body, mail.kind, mail.calendar ?? null, iso(now)],
  );
}

/** Why it did not leave: this installation has nobody who carries it. */
export const notCarried = 'not-carried';

/** Why it does not leave any more: what it asks is no longer to be asked. */
export const calledBack = 'called-back';

/** Those of these mails that have not left do not leave any more, also where someone begins to carry them later. */
export async function callBack(tx: Tx, mailIds: readonly string[], now: number): Promise<readonly string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `update outgoing_mail set failed_at = $3, failure = $4
      where clinic_id = $1 and id = any ($2::uuid[]) and sent_at is null
      returning id`,
    [tx.clinicId, mailIds, iso(now), calledBack],
  );
  return rows.map(({ id }) => id);
}

export type Message =
  | { readonly id: string; readonly channel: 'text'; readonly toNumber: string; readonly body: string }
  /** A knock carries nothing: the phone says its own few words. */
  | { readonly id: string; readonly channel: 'push'; readonly phoneId: string };

/** What is no mail. Written here, sent by a worker where the installation has a way to. */
export async function writeMessage(tx: Tx, message: Message, now: number): Promise<void> {
  const [toWhom, body] =
    message.channel === 'text' ? [message.toNumber, message.body] : [message.phoneId, ''];
  await tx.query(
    `insert into outgoing_messages (clinic_id, id, channel, to_whom, body, created_at) values ($1, $2, $3, $4, $5, $6)`,
    [tx.clinicId, message.id, message.channel, toWhom, body, iso(now)],
  );
}

/** Says that someone is needed, and nothing of whom or why. */
export function wordsOfRing(address: string): {
  readonly mail: Pick<Mail, 'subject' | 'body'>;
  readonly text: string;
} {
  return {
    mail: {
      subject: 'You are needed now',
      body: `Someone at the clinic's end must answer now. Open this, then call:

${address}

When nobody answers, the next person is rung.
`,
    },
    text: `You are needed now. Open this, then call: ${address}`,
  };
}
