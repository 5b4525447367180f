// A clinic, its rooms and its staff, written down with an audit line each. The clinics row is the owner's to write; the
// rest goes through the application's own login and the walls that hold for it.

import type pg from 'pg';
import { crisisPlace } from '#clinical/risk/crisis-lines.ts';
import type { RoleName } from '#server/access';
import { type AuditEntry, appendAudit, canonicalEntry, laneOf } from '#server/audit';
import { type Clock, iso } from '#server/clock';
import { demoClinicId } from '#server/demo';
import { type Pool, withOwner, withTenant } from '#server/postgres';
import type { Random, Secrets } from '#server/secrets';
import { hashPassword, sealTotpSecret, totpAddress, totpSecret } from '#server/sign-in';
import { SetupRefusal } from './refusal.ts';
import { siteFrom } from './site-file.ts';

export type SetupPorts = {
  readonly ownerConnectionString: string;
  readonly pool: Pool;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: Secrets;
};

export type ClinicGiven = {
  readonly slug: string;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly hours: string;
  readonly zone: string;
  readonly crisisPlace: string;
  readonly host?: string | undefined;
  /** Whose drug labels the safety check reads; asked for outside the United States. */
  readonly jurisdiction?: string | undefined;
  readonly patientsPerNurse?: string | undefined;
  /** What the clinic's own file says about its public pages. */
  readonly site?: unknown;
};

const longest = 200;

export async function createClinic(ports: SetupPorts, given: ClinicGiven): Promise<string> {
  const slug = given.slug.trim();
  if (!/^[a-z0-9-]{2,40}$/.test(slug))
    throw new SetupRefusal(
      `--slug is "${slug}". Use 2 to 40 small letters, digits and hyphens, such as harbor-street.`,
    );
  const name = line('--name', given.name);
  const phone = line('--phone', given.phone);
  if (!/^[+()\d][\d ()./-]{4,29}$/.test(phone))
    throw new SetupRefusal(`--phone is "${phone}", which is not a telephone number.`);
  const address = line('--address', given.address);
  const hours = line('--hours', given.hours);
  const zone = zoneFrom(given.zone);
  const place = crisisPlace(given.crisisPlace);
  if (place === undefined)
    throw new SetupRefusal(
      `--crisis-place is "${given.crisisPlace}". Use the two-letter code of a country whose crisis line is known here, such as US, CA, GB, IE, AU, NZ or one of the European Union.`,
    );
  const host = hostFrom(given.host);
  const settings = {
    jurisdiction: jurisdictionFrom(given.jurisdiction, place.country),
    patientsPerNurse: patientsPerNurseFrom(given.patientsPerNurse),
    site: siteFrom({ name, phone, zone, country: place.country, addressLines: [address] }, given.site),
  };
  const id = ports.random.uuid();
  const now = ports.clock.now();
  await withOwner(ports.ownerConnectionString, async (owner) => {
    await owner.query('begin');
    await refuseBesideOthers(owner, { slug, host });
    const known = await owner.query('select 1 from pg_timezone_names where name = $1', [zone]);
    if (known.rows.length === 0)
      throw new SetupRefusal(`--zone is "${zone}", which this database does not know.`);
    await owner.query(
      `insert into clinics (id, slug, host, name, phone, address, opening_hours, zone, crisis_place, settings, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        id,
        slug,
        host ?? null,
        name,
        phone,
        address,
        hours,
        zone,
        place.country,
        JSON.stringify(settings),
        iso(now),
      ],
    );
    const entry = entryOf(ports, 'setup.clinic', id, now);
    await owner.query(`select set_config('app.clinic', $1, true)`, [id]);
    await owner.query('select append_audit_event($1, $2, $3, null, null, $4)', [
      id,
      laneOf(entry),
      iso(now),
      canonicalEntry(entry),
    ]);
    await owner.query('commit');
  });
  return id;
}

type Neighbour = { id: string; slug: string; host: string | null };

/** Two clinics can share an installation; they cannot share an address, and neither lives beside made-up people. */
async function refuseBesideOthers(
  owner: pg.Client,
  { slug, host }: { slug: string; host: string | undefined },
): Promise<void> {
  await owner.query('lock table clinics in share row exclusive mode');
  const { rows } = await owner.query<Neighbour>('select id, slug, host from clinics');
  if (rows.some((row) => row.id === demoClinicId))
    throw new SetupRefusal(
      'The demonstration clinic of made-up people is in this store. A real clinic begins in an empty one: set MOORING_DATA to another folder, or DATABASE_URL.',
    );
  if (rows.some((row) => row.slug === slug))
    throw new SetupRefusal(`There is already a clinic called ${slug} here. Choose another --slug.`);
  const same = rows.find((row) => row.host === (host ?? null));
  if (same !== undefined)
    throw new SetupRefusal(
      host === undefined
        ? `The clinic ${same.slug} already answers at every address of this installation. Give this one an address of its own with --host.`
        : `The clinic ${same.slug} already answers at ${host}. Choose another --host.`,
    );
}

export async function addRoom(
  ports: SetupPorts,
  given: { readonly clinic: string | undefined; readonly number: string; readonly name: string },
): Promise<void> {
  const number = Number(given.number);
  if (!/^\d{1,3}$/.test(given.number) || number < 1)
    throw new SetupRefusal(`--number is "${given.number}". Use a room number from 1 to 999.`);
  const name = line('--name', given.name);
  const clinic = await clinicNamed(ports.pool, given.clinic);
  const id = ports.random.uuid();
  await withTenant(ports.pool, { clinicId: clinic.id }, async (tx) => {
    const { rowCount } = await tx.query(
      'insert into rooms (clinic_id, id, number, name) values ($1, $2, $3, $4) on conflict (clinic_id, number) do nothing',
      [tx.clinicId, id, number, name],
    );
    if (rowCount === 0)
      throw new SetupRefusal(`${clinic.name} already has a room ${number}. Choose another --number.`);
    await appendAudit(tx, entryOf(ports, 'setup.room', id, ports.clock.now()));
  });
}

const staffRoles: readonly RoleName[] = [
  'front-desk',
  'nurse',
  'prescriber',
  'therapist',
  'guide',
  'admin',
  'auditor',
];
const shortestPassword = 15;
const longestPassword = 200;

export type StaffGiven = {
  readonly clinic: string | undefined;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
};

export type StaffMade = { readonly clinicName: string; readonly secret: string; readonly address: string };

/** `password` is asked for only once everything else is known to be in order. */
export async function addStaff(
  ports: SetupPorts,
  given: StaffGiven,
  password: () => Promise<string>,
): Promise<StaffMade> {
  const email = given.email.trim();
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254)
    throw new SetupRefusal(`--email is "${email}", which is not an e-mail address.`);
  const name = line('--name', given.name);
  const roles = given.roles.filter((role): role is RoleName => staffRoles.some((known) => known === role));
  const unknown = given.roles.find((role) => !staffRoles.some((known) => known === role));
  if (unknown !== undefined || roles.length === 0)
    throw new SetupRefusal(`--role is "${unknown ?? ''}". Use ${staffRoles.join(', ')}.`);
  const clinic = await clinicNamed(ports.pool, given.clinic);
  const taken = new SetupRefusal(
    `${clinic.name} already has an account for ${email}. One person, one account: nothing was changed.`,
  );
  await withTenant(ports.pool, { clinicId: clinic.id }, async (tx) => {
    const { rows } = await tx.query(
      'select 1 from accounts where clinic_id = $1 and lower(email) = lower($2)',
      [tx.clinicId, email],
    );
    if (rows.length > 0) throw taken;
  });

  const said = await password();
  const length = [...said.normalize('NFKC')].length;
  if (length < shortestPassword || said.length > longestPassword)
    throw new SetupRefusal(
      `The password has ${length} characters. It needs ${shortestPassword} to ${longestPassword}; a few words in a row are easy to remember.`,
    );
  const passwordHash = await hashPassword(said);
  const secret = totpSecret(ports.random.bytes(20));
  const id = ports.random.uuid();
  await withTenant(ports.pool, { clinicId: clinic.id }, async (tx) => {
    const { rowCount } = await tx.query(
      `insert into accounts (clinic_id, id, kind, email, display_name, roles, profile, password_hash, totp_secret_sealed, created_at)
       values ($1, $2, 'staff', $3, $4, $5, '{}', $6, $7, $8) on conflict do nothing`,
      [
        tx.clinicId,
        id,
        email,
        name,
        [...new Set(roles)],
        passwordHash,
        sealTotpSecret(ports.secrets, clinic.id, id, secret),
        iso(ports.clock.now()),
      ],
    );
    if (rowCount === 0) throw taken;
    await appendAudit(tx, entryOf(ports, 'setup.staff', id, ports.clock.now()));
  });
  return {
    clinicName: clinic.name,
    secret,
    address: totpAddress(secret, { issuer: clinic.name, label: email }),
  };
}

export async function clinicNamed(
  pool: Pool,
  slug: string | undefined,
): Promise<{ id: string; name: string }> {
  const { rows } = await pool.query<{ id: string; slug: string; name: string }>(
    'select id, slug, name from clinics where $1::text is null or slug = $1 order by slug',
    [slug ?? null],
  );
  const [clinic, another] = rows;
  if (clinic === undefined)
    throw new SetupRefusal(
      slug === undefined
        ? 'There is no clinic here yet. Make one first: npm run clinic -- create'
        : `There is no clinic called ${slug} here.`,
    );
  if (another !== undefined)
    throw new SetupRefusal(
      `There are several clinics here: ${rows.map((row) => row.slug).join(', ')}. Say which one with --clinic.`,
    );
  if (clinic.id === demoClinicId)
    throw new SetupRefusal(
      'The clinic here is the demonstration, and its people are made up. Make a real one in an empty store first.',
    );
  return clinic;
}

/** Written by whoever holds the keys of the installation, who has no account here. */
export function entryOf(ports: SetupPorts, action: string, resourceId: string, at: number): AuditEntry {
  return {
    at,
    requestId: ports.random.uuid(),
    actorId: undefined,
    actorName: '',
    actingRole: 'operator',
    action,
    outcome: 'done',
    resourceId,
    rule: 'command line',
  };
}

export function line(option: string, given: string): string {
  const text = given.trim();
  if (text === '') throw new SetupRefusal(`${option} is empty.`);
  if (text.length > longest)
    throw new SetupRefusal(`${option} is longer than ${longest} letters. Say it shorter.`);
  if (/\p{Cc}/u.test(text))
    throw new SetupRefusal(`${option} holds a line break or a sign that cannot be shown.`);
  return text;
}

function zoneFrom(given: string): string {
  const refusal = new SetupRefusal(
    `--zone is "${given}", which is not a time zone. Use one like America/New_York.`,
  );
  // An offset would be read the other way round by the database, and knows no summer time.
  if (!/^[A-Za-z]/.test(given)) throw refusal;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: given }).resolvedOptions().timeZone;
  } catch {
    throw refusal;
  }
}

function hostFrom(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const host = given.trim().toLowerCase();
  if (!/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(host))
    throw new SetupRefusal(
      `--host is "${given}". Use the name people type, without https:// and without a port.`,
    );
  return host;
}

function jurisdictionFrom(given: string | undefined, country: string): 'US' | 'EU' {
  const said = (given ?? (country === 'US' ? 'US' : '')).toUpperCase();
  if (said === 'US' || said === 'EU') return said;
  throw new SetupRefusal(
    given === undefined
      ? `Say whose drug labels the safety check reads for a clinic in ${country}: --jurisdiction US or --jurisdiction EU.`
      : `--jurisdiction is "${given}". Use US or EU.`,
  );
}

function patientsPerNurseFrom(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const count = Number(given);
  if (!Number.isFinite(count) || count <= 0 || count > 20)
    throw new SetupRefusal(`--patients-per-nurse is "${given}". Use a number above 0, such as 2.`);
  return count;
}
