// Accounts, challenges, passkeys and sign-ins as rows. Secrets are kept as hashes or sealed; whatever counts once is marked
// as used in the statement that finds it.

import type { DeviceKind } from '#api/me.ts';
import { iso } from '#server/clock';
import type { Tx } from '#server/postgres';
import { type Random, type Secrets, sha256 } from '#server/secrets';

export type Account = {
  id: string;
  kind: 'staff' | 'patient';
  email: string;
  display_name: string;
  roles: string[];
  patient_id: string | null;
  password_hash: string | null;
  totp_secret_sealed: Buffer | null;
  totp_last_step: number | null;
};

const accountColumns =
  'id, kind, email, display_name, roles, patient_id, password_hash, totp_secret_sealed, totp_last_step';

export async function accountByEmail(tx: Tx, email: string): Promise<Account | undefined> {
  const { rows } = await tx.query<Account>(
    `select ${accountColumns} from accounts where clinic_id = $1 and lower(email) = lower($2) and disabled_at is null`,
    [tx.clinicId, email],
  );
  return rows[0];
}

export async function accountById(tx: Tx, id: string): Promise<Account | undefined> {
  const { rows } = await tx.query<Account>(
    `select ${accountColumns} from accounts where clinic_id = $1 and id = $2 and disabled_at is null`,
    [tx.clinicId, id],
  );
  return rows[0];
}

export function sealTotpSecret(
  secrets: Secrets,
  clinicId: string,
  accountId: string,
  secret: string,
): Buffer {
  return secrets.seal(secret, `totp|${clinicId}|${accountId}`);
}

export function openTotpSecret(secrets: Secrets, clinicId: string, account: Account): string | undefined {
  return account.totp_secret_sealed === null
    ? undefined
    : secrets.open(account.totp_secret_sealed, `totp|${clinicId}|${account.id}`).toString('utf8');
}

/** False when a sign-in in the same seconds already used this step. */
export async function useTotpStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update accounts set totp_last_step = $3 where clinic_id = $1 and id = $2 and (totp_last_step is null or totp_last_step < $3)',
    [tx.clinicId, accountId, step],
  );
  return rowCount === 1;
}

export type ChallengeKind = 'passkey-registration' | 'passkey-sign-in' | 'email-link' | 'second-factor';

export async function keepChallenge(
  tx: Tx,
  made: {
    id: string;
    kind: ChallengeKind;
    accountId?: string;
    secret?: string;
    challenge?: string;
    landing?: string | undefined;
    now: number;
    lastsMs: number;
  },
): Promise<void> {
  await tx.query(
    `insert into sign_in_challenges (clinic_id, id, kind, account_id, secret_hash, challenge, created_at, expires_at, landing)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.clinicId,
      made.id,
      made.kind,
      made.accountId ?? null,
      made.secret === undefined ? null : sha256(made.secret),
      made.challenge ?? null,
      iso(made.now),
      iso(made.now + made.lastsMs),
      made.landing ?? null,
    ],
  );
}

/** Each challenge is used once; whoever marks it first has it. */
export async function useChallenge(
  tx: Tx,
  id: string,
  kind: ChallengeKind,
  now: number,
): Promise<{ account_id: string | null; challenge: string | null } | undefined> {
  const { rows } = await tx.query<{ account_id: string | null; challenge: string | null }>(
    `update sign_in_challenges set used_at = $4
      where clinic_id = $1 and id = $2 and kind = $3 and used_at is null and expires_at > $4 returning account_id, challenge`,
    [tx.clinicId, id, kind, iso(now)],
  );
  return rows[0];
}

export async function peekChallenge(
  tx: Tx,
  id: string,
  kind: ChallengeKind,
  now: number,
): Promise<string | undefined> {
  const { rows } = await tx.query<{ account_id: string | null }>(
    'select account_id from sign_in_challenges where clinic_id = $1 and id = $2 and kind = $3 and used_at is null and expires_at > $4',
    [tx.clinicId, id, kind, iso(now)],
  );
  return rows[0]?.account_id ?? undefined;
}

export type MailedLink = { readonly account_id: string | null; readonly landing: string | null };

export async function useLinkSecret(tx: Tx, secret: string, now: number): Promise<MailedLink | undefined> {
  const { rows } = await tx.query<MailedLink>(
    `update sign_in_challenges set used_at = $3
      where clinic_id = $1 and secret_hash = $2 and kind = 'email-link' and used_at is null and expires_at > $3
      returning account_id, landing`,
    [tx.clinicId, sha256(secret), iso(now)],
  );
  return rows[0];
}

/** Used up and ended ones too. It opens nothing by itself. */
export async function linkBySecret(tx: Tx, secret: string): Promise<MailedLink | undefined> {
  const { rows } = await tx.query<MailedLink>(
    `select account_id, landing from sign_in_challenges where clinic_id = $1 and secret_hash = $2 and kind = 'email-link'`,
    [tx.clinicId, sha256(secret)],
  );
  return rows[0];
}

/** The secret handed over with the link, or one of those mailed to its holder later. */
export async function companionLinkBySecret(
  tx: Tx,
  secret: string,
  now: number,
): Promise<{ id: string; expires_at: number } | undefined> {
  const { rows } = await tx.query<{ id: string; expires_at: number }>(
    `update companion_links set opened_at = coalesce(opened_at, $3)
      where clinic_id = $1 and revoked_at is null and expires_at > $3
        and (token_hash = $2
          or id = (select k.link_id from companion_link_keys k where k.clinic_id = $1 and k.token_hash = $2))
      returning id, expires_at`,
    [tx.clinicId, sha256(secret), iso(now)],
  );
  return rows[0];
}

/** A new sign-in: the token goes to the cookie and nowhere else. */
export async function openSignIn(
  tx: Tx,
  random: Random,
  made: {
    accountId?: string;
    companionLinkId?: string;
    method: string;
    device?: DeviceKind | undefined;
    now: number;
    expiresAt: number;
  },
): Promise<string> {
  const token = random.bytes(32).toString('base64url');
  await tx.query(
    `insert into sign_ins (clinic_id, id, token_hash, account_id, companion_link_id, method, created_at, last_seen_at, expires_at, stepped_up_at, device)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $7, $9)`,
    [
      tx.clinicId,
      random.uuid(),
      sha256(token),
      made.accountId ?? null,
      made.companionLinkId ?? null,
      made.method,
      iso(made.now),
      iso(made.expiresAt),
      made.device ?? null,
    ],
  );
  return token;
}

export async function revokeSignIn(tx: Tx, id: string, now: number): Promise<void> {
  await tx.query(
    'update sign_ins set revoked_at = $3 where clinic_id = $1 and id = $2 and revoked_at is null',
    [tx.clinicId, id, iso(now)],
  );
}

export async function markSteppedUp(tx: Tx, id: string, now: number): Promise<void> {
  await tx.query('update sign_ins set stepped_up_at = $3 where clinic_id = $1 and id = $2', [
    tx.clinicId,
    id,
    iso(now),
  ]);
}

export type Passkey = {
  id: string;
  account_id: string;
  credential_id: string;
  public_key: Buffer;
  counter: number;
  transports: string[];
};

export async function passkeysOf(tx: Tx, accountId: string): Promise<Passkey[]> {
  const { rows } = await tx.query<Passkey>(
    'select id, account_id, credential_id, public_key, counter, transports from passkeys where clinic_id = $1 and account_id = $2 and ended_at is null',
    [tx.clinicId, accountId],
  );
  return rows;
}

export async function passkeyByCredential(tx: Tx, credentialId: string): Promise<Passkey | undefined> {
  const { rows } = await tx.query<Passkey>(
    'select id, account_id, credential_id, public_key, counter, transports from passkeys where clinic_id = $1 and credential_id = $2 and ended_at is null',
    [tx.clinicId, credentialId],
  );
  return rows[0];
}

export async function keepPasskey(
  tx: Tx,
  made: {
    id: string;
    accountId: string;
    credentialId: string;
    publicKey: Uint8Array;
    counter: number;
    transports: readonly string[];
    label: string;
    now: number;
  },
): Promise<void> {
  await tx.query(
    `insert into passkeys (clinic_id, id, account_id, credential_id, public_key, counter, transports, label, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tx.clinicId,
      made.id,
      made.accountId,
      made.credentialId,
      Buffer.from(made.publicKey),
      made.counter,
      [...made.transports],
      made.label,
      iso(made.now),
    ],
  );
}

export async function passkeyUsed(tx: Tx, id: string, counter: number, now: number): Promise<void> {
  await tx.query('update passkeys set counter = $3, last_used_at = $4 where clinic_id = $1 and id = $2', [
    tx.clinicId,
    id,
    counter,
    iso(now),
  ]);
}

export async function startShift(
  tx: Tx,
  made: { id: string; accountId: string; zone: string; now: number },
): Promise<void> {
  await tx.query(
    `insert into shifts (clinic_id, id, account_id, on_date, started_at)
     values ($1, $2, $3, ($4::timestamptz at time zone $5)::date, $4)
     on conflict (clinic_id, account_id, on_date) do update set ended_at = null`,
    [tx.clinicId, made.id, made.accountId, iso(made.now), made.zone],
  );
}

export async function endShift(tx: Tx, accountId: string, now: number): Promise<void> {
  await tx.query(
    'update shifts set ended_at = $3 where clinic_id = $1 and account_id = $2 and ended_at is null',
    [tx.clinicId, accountId, iso(now)],
  );
}
