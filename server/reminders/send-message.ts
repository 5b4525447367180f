// One text or one knock, handed to whoever carries it; tried again by the queue until it is taken. With no carrier set up it
// stays where it was written, for the demonstration and for the operator to see, and says that it did not leave.

import { iso } from '#server/clock';
import { notCarried } from '#server/communications';
import type { Ports } from '#server/ports';
import { type Tx, withTenant } from '#server/postgres';
import { pushHeaders } from './knock.ts';
import { addressOf, phoneIsGone, pushKeyOf } from './phones.ts';

/** The carriers of an installation. Each answers how it went; what it may tell of a number or an address is not kept. */
export type Deliver = {
  readonly text?: ((to: string, body: string) => Promise<'taken' | 'failed'>) | undefined;
  readonly push?:
    | ((address: string, headers: Readonly<Record<string, string>>) => Promise<'taken' | 'gone' | 'failed'>)
    | undefined;
};

const patienceMs = 15_000;

/** A text goes to the address of the clinic's own carrier as JSON, with its key; a knock to the maker of the browser. */
export function deliverBy(settings: {
  readonly textUrl: string | undefined;
  readonly textKey: string | undefined;
  readonly pushContact: string | undefined;
}): Deliver {
  const { textUrl, textKey, pushContact } = settings;
  return {
    text:
      textUrl === undefined
        ? undefined
        : async (to, body) => {
            const answer = await fetch(textUrl, {
              method: 'POST',
              headers: {
                'content-type': 'application/json',
                ...(textKey === undefined ? {} : { authorization: `Bearer ${textKey}` }),
              },
              body: JSON.stringify({ to, body }),
              signal: AbortSignal.timeout(patienceMs),
            });
            return answer.ok ? 'taken' : 'failed';
          },
    push:
      pushContact === undefined
        ? undefined
        : async (address, headers) => {
            const answer = await fetch(address, {
              method: 'POST',
              headers,
              redirect: 'error',
              signal: AbortSignal.timeout(patienceMs),
            });
            if (answer.status === 404 || answer.status === 410) return 'gone';
            return answer.ok ? 'taken' : 'failed';
          },
  };
}

type Row = {
  channel: 'text' | 'push';
  to_whom: string;
  body: string;
  sent_at: number | null;
};

export async function sendMessage(
  ports: Ports,
  deliver: Deliver,
  { clinicId, messageId }: { readonly clinicId: string; readonly messageId: string },
): Promise<void> {
  const inClinic = <T>(work: (tx: Tx) => Promise<T>) => withTenant(ports.pool, { clinicId }, work);
  const message = await inClinic(async (tx) => {
    const { rows } = await tx.query<Row>(
      'select channel, to_whom, body, sent_at from outgoing_messages where clinic_id = $1 and id = $2',
      [clinicId, messageId],
    );
    return rows[0];
  });
  if (message === undefined || message.sent_at !== null) return;
  const went = await carry(ports, deliver, message, inClinic).catch(() => 'failed' as const);
  const now = ports.clock.now();
  await inClinic(async (tx) => {
    if (went === 'gone') await phoneIsGone(tx, message.to_whom, now);
    await tx.query(
      went === 'taken'
        ? 'update outgoing_messages set sent_at = $3, failed_at = null, failure = null where clinic_id = $1 and id = $2'
        : 'update outgoing_messages set failed_at = $3, failure = $4 where clinic_id = $1 and id = $2',
      went === 'taken' ? [clinicId, messageId, iso(now)] : [clinicId, messageId, iso(now), went],
    );
  });
  // The queue tries again what might still go; a phone that is gone stays gone.
  if (went === 'failed') throw new Error('The message was not taken.');
}

async function carry(
  ports: Ports,
  deliver: Deliver,
  message: Row,
  inClinic: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
): Promise<'taken' | 'gone' | 'failed' | typeof notCarried> {
  if (message.channel === 'text') {
    return deliver.text === undefined ? notCarried : deliver.text(message.to_whom, message.body);
  }
  const contact = ports.ways?.pushContact;
  if (deliver.push === undefined || contact === undefined) return notCarried;
  const found = await inClinic(async (tx) => ({
    address: await addressOf(tx, ports.secrets, message.to_whom),
    key: pushKeyOf(ports.secrets, tx.clinicId),
  }));
  if (found.address === undefined) return 'gone';
  const headers = pushHeaders({
    address: found.address,
    key: found.key,
    contact,
    now: ports.clock.now(),
  });
  return deliver.push(found.address, headers);
}
