// From the cookie to the person. A token is random and only its hash is kept; what it stands for is read again at least
// every second, so a revoked sign-in, role or link stops within that second.

import type { DeviceKind } from '#api/me.ts';
import type { Clock } from '#server/clock';
import { iso } from '#server/clock';
import { type Pool, type Tx, withTenant } from '#server/postgres';
import { sha256 } from '#server/secrets';
import type { Actor } from './actor.ts';
import type { CompanionScope, RoleName } from './policy.ts';

export const cookieName = '__Host-mooring';
export const noCookie = `${cookieName}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0`;
const rememberedForMs = 1_000;
const largest = 20_000;

type Row = {
  id: string;
  account_id: string | null;
  companion_link_id: string | null;
  kind: 'staff' | 'patient' | null;
  display_name: string | null;
  roles: RoleName[] | null;
  patient_id: string | null;
  link_patient_id: string | null;
  companion_name: string | null;
  scopes: CompanionScope[] | null;
  stepped_up_at: number;
  expires_at: number;
  seen_long_ago: boolean;
  on_shift: boolean;
};

export type Principals = {
  /** Asked with every request, and counted as a sign of life. */
  find(clinicId: string, cookieHeader: string | undefined): Promise<Actor | undefined>;
  /** Which of these sign-ins still hold. Asked for what only listens, so it is no sign of life. */
  stillSignedIn(clinicId: string, cookieHeaders: readonly string[]): Promise<ReadonlySet<string>>;
  /** Whether somebody ended this sign-in from elsewhere: what it left on its device is to go. */
  wasEnded(clinicId: string, cookieHeader: string | undefined): Promise<boolean>;
  /** Forget what is remembered, so that a revocation in this process takes effect with the next request. */
  forget(): void;
};

export function tokenFrom(cookieHeader: string | undefined): string | undefined {
  const found = cookieHeader?.split('; ').find((part) => part.startsWith(`${cookieName}=`));
  return found?.slice(cookieName.length + 1);
}

/** How long a sign-in holds while nothing is asked. With a phone's lock that is a night: the lock is asked for each day. */
const restsForMinutes = { staff: 15, patient: 30, patientWithLock: 12 * 60 } as const;

/**
 * What a sign-in needs to hold, besides its end: not revoked, its person and link still good, and not left lying. Whoever
 * asked for nothing for longer than it rests shows again that it is them; a companion's link opens a car park's worth of words.
 */
const holds = `s.revoked_at is null and s.expires_at > $3
          and a.disabled_at is null and l.revoked_at is null and (l.id is null or l.expires_at > $3)
          and (s.companion_link_id is not null or s.method = 'demonstration'
            or s.last_seen_at > $3::timestamptz - case
                 when a.kind = 'staff' then interval '${restsForMinutes.staff} minutes'
                 when s.method = 'passkey' then interval '${restsForMinutes.patientWithLock} minutes'
                 else interval '${restsForMinutes.patient} minutes' end)`;
const signIns = `sign_ins s
         left join accounts a on a.clinic_id = s.clinic_id and a.id = s.account_id
         left join companion_links l on l.clinic_id = s.clinic_id and l.id = s.companion_link_id`;

export function openPrincipals({ pool, clock }: { pool: Pool; clock: Clock }): Principals {
  const remembered = new Map<string, { actor: Actor | undefined; readAt: number }>();
  /** Requests that arrive together with one cookie wait for one reading. */
  const reading = new Map<string, Promise<Actor | undefined>>();
  return {
    forget() {
      remembered.clear();
      reading.clear();
    },
    async stillSignedIn(clinicId, cookieHeaders) {
      const byHash = new Map<string, string>();
      for (const header of cookieHeaders) {
        const token = tokenFrom(header);
        if (token !== undefined) byHash.set(sha256(token).toString('hex'), header);
      }
      const { rows } = await withTenant(pool, { clinicId }, (tx) =>
        tx.prepared<{ hash: string }>(
          'who-is-still-signed-in',
          `select encode(s.token_hash, 'hex') as hash from ${signIns}
            where s.clinic_id = $1 and encode(s.token_hash, 'hex') = any ($2) and ${holds}`,
          [clinicId, [...byHash.keys()], iso(clock.now())],
        ),
      );
      return new Set(rows.flatMap((row) => byHash.get(row.hash) ?? []));
    },
    async wasEnded(clinicId, cookieHeader) {
      const token = tokenFrom(cookieHeader);
      if (token === undefined) return false;
      const { rows } = await withTenant(pool, { clinicId }, (tx) =>
        tx.query(
          'select 1 from sign_ins where clinic_id = $1 and token_hash = $2 and revoked_at is not null',
          [clinicId, sha256(token)],
        ),
      );
      return rows.length > 0;
    },
    async find(clinicId, cookieHeader) {
      const token = tokenFrom(cookieHeader);
      if (token === undefined || !/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined;
      const key = `${clinicId}.${token}`;
      const now = clock.now();
      const known = remembered.get(key);
      const age = known === undefined ? Number.POSITIVE_INFINITY : now - known.readAt;
      // A clock that was set back makes an age negative: that is not fresh either.
      if (
        known !== undefined &&
        age >= 0 &&
        age < rememberedForMs &&
        (known.actor === undefined || known.actor.expiresAt > now)
      )
        return known.actor;
      const begun = reading.get(key);
      if (begun !== undefined) return await begun;
      const asked = read(pool, clinicId, token, now);
      reading.set(key, asked);
      try {
        const actor = await asked;
        // What was read before everything was forgotten may be what had to be forgotten.
        if (reading.get(key) === asked) {
          if (remembered.size >= largest) remembered.clear();
          remembered.set(key, { actor, readAt: now });
        }
        return actor;
      } finally {
        if (reading.get(key) === asked) reading.delete(key);
      }
    },
  };
}

type PlaceRow = {
  id: string;
  method: string;
  device: DeviceKind | null;
  created_at: number;
  last_seen_at: number;
};

/** Where this account is signed in now, last used first. */
export async function signInsThatHold(tx: Tx, accountId: string, now: number): Promise<readonly PlaceRow[]> {
  const { rows } = await tx.query<PlaceRow>(
    `select s.id, s.method, s.device, s.created_at, s.last_seen_at from ${signIns}
      where s.clinic_id = $1 and s.account_id = $2 and ${holds} order by s.last_seen_at desc, s.id`,
    [tx.clinicId, accountId, iso(now)],
  );
  return rows;
}

async function read(pool: Pool, clinicId: string, token: string, now: number): Promise<Actor | undefined> {
  const row = await withTenant(pool, { clinicId }, async (tx) => {
    const { rows } = await tx.prepared<Row>(
      'who-is-signed-in',
      `select s.id, s.account_id, s.companion_link_id, a.kind, a.display_name, a.roles, a.patient_id,
              l.patient_id as link_patient_id, p.name as companion_name, l.scopes, s.stepped_up_at,
              least(s.expires_at, l.expires_at) as expires_at, s.last_seen_at < $3::timestamptz - interval '1 minute' as seen_long_ago,
              exists (select 1 from shifts h join clinics c on c.id = h.clinic_id
                       where h.clinic_id = s.clinic_id and h.account_id = a.id and h.ended_at is null
                         and (h.on_date = ($3::timestamptz at time zone c.zone)::date
                              or h.started_at > $3::timestamptz - interval '16 hours')) as on_shift
         from ${signIns}
         left join related_persons p on p.clinic_id = l.clinic_id and p.id = l.related_person_id
        where s.clinic_id = $1 and s.token_hash = $2 and ${holds}`,
      [clinicId, sha256(token), iso(now)],
    );
    const found = rows[0];
    if (found?.seen_long_ago === true) {
      // Last seen is kept to the minute: it is for the idle limit, not for watching people.
      await tx.prepared(
        'sign-in-seen',
        `update sign_ins set last_seen_at = $3 where clinic_id = $1 and id = $2 and last_seen_at < $3::timestamptz - interval '1 minute'`,
        [clinicId, found.id, iso(now)],
      );
    }
    return found;
  });
  if (row === undefined) return undefined;
  const shared = { clinicId, signInId: row.id, steppedUpAt: row.stepped_up_at, expiresAt: row.expires_at };
  if (row.companion_link_id !== null) {
    return {
      ...shared,
      kind: 'companion',
      id: row.companion_link_id,
      name: row.companion_name ?? '',
      roles: ['companion'],
      patientId: row.link_patient_id ?? undefined,
      scopes: new Set(row.scopes ?? []),
      onShift: false,
    };
  }
  if (row.account_id === null || row.kind === null) return undefined;
  return {
    ...shared,
    kind: row.kind,
    id: row.account_id,
    name: row.display_name ?? '',
    roles: row.roles ?? [],
    patientId: row.patient_id ?? undefined,
    scopes: new Set(),
    onShift: row.on_shift,
  };
}
