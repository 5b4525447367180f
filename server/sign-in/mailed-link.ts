// A link that signs one patient in, once. Only the hash of its secret is kept; where it leads is kept beside it, so that the
// link itself tells nothing.

import type { Clinic } from '#server/access';
import { iso } from '#server/clock';
import { languageOf, signInLetter, writeMail } from '#server/communications';
import type { Ports } from '#server/ports';
import type { Tx } from '#server/postgres';
import { keepChallenge } from './store.ts';

type Made = Pick<Ports, 'random' | 'origin'>;

export type LinkOf = {
  readonly accountId: string;
  readonly lastsMs: number;
  /** Inside the app, such as "/prepare"; Today where none is named. */
  readonly landing?: string | undefined;
};

/** The address to send. */
export async function makeSignInLink(
  tx: Tx,
  { random, origin }: Made,
  { accountId, lastsMs, landing }: LinkOf,
  now: number,
): Promise<string> {
  const secret = random.bytes(32).toString('base64url');
  await keepChallenge(tx, {
    id: random.uuid(),
    kind: 'email-link',
    accountId,
    secret,
    landing,
    now,
    lastsMs,
  });
  // The secret stands after the hash: it is not sent to a server by following the link, so no log can hold it and no
  // mail scanner can use it up.
  return `${origin}/app/#enter=${secret}`;
}

const minute = 60_000;
export const askedLinkLastsMs = 15 * minute;

type Reader = { readonly id: string; readonly email: string; readonly patient_id: string | null };

/** To the address the account signs in with, and to no other. */
export async function mailSignInLink(
  tx: Tx,
  ports: Made,
  {
    account,
    clinic,
    landing,
  }: {
    readonly account: Reader;
    readonly clinic: Pick<Clinic, 'name' | 'phone'>;
    readonly landing?: string | undefined;
  },
  now: number,
): Promise<void> {
  const link = await makeSignInLink(
    tx,
    ports,
    { accountId: account.id, lastsMs: askedLinkLastsMs, landing },
    now,
  );
  const isSpanish = account.patient_id !== null && (await languageOf(tx, account.patient_id)) === 'es';
  await writeMail(
    tx,
    {
      id: ports.random.uuid(),
      to: account.email,
      ...signInLetter(isSpanish ? 'es' : 'en', clinic, link),
      kind: 'sign-in-link',
    },
    now,
  );
}

/** One tap asks for a new link; a second within this time is answered by the mail that is on its way already. */
const onItsWayMs = minute;

export async function isLinkOnItsWay(tx: Tx, email: string, now: number): Promise<boolean> {
  const { rows } = await tx.query(
    `select 1 from outgoing_mail
      where clinic_id = $1 and kind = 'sign-in-link' and lower(to_address) = lower($2) and created_at > $3 limit 1`,
    [tx.clinicId, email, iso(now - onItsWayMs)],
  );
  return rows.length > 0;
}
