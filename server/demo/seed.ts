// The first run: the clinic, its rooms and staff, and two dozen lives up to today. The same seed and the same day give
// the same clinic. Nothing a person must observe today is filled in.

import { addDays, localDateOf } from '#clinical/instant.ts';
import { randomFrom, uuidFrom } from '#dosing-session/random.ts';
import type { Clock } from '#server/clock';
import { iso } from '#server/clock';
import { keepInquiry } from '#server/inquiries';
import type { Ports } from '#server/ports';
import { withOwner, withTenant } from '#server/postgres';
import { hashPassword, sealTotpSecret } from '#server/sign-in';
import { exampleClinic } from '#server/site';
import { authenticatorSecret } from './authenticator.ts';
import { openBook } from './book.ts';
import {
  companyPolicy,
  demoClinicId,
  demoPassword,
  exampleStories,
  onCall,
  openingHoursEs,
  patients,
  rooms,
  staff,
  strangers,
} from './cast.ts';
import { type SeedApp, startLife } from './life.ts';
import { live } from './live-patient.ts';

export type SeedOptions = {
  readonly ownerConnectionString: string;
  readonly ports: Ports;
  /** The same server with another clock. */
  readonly appAt: (clock: Clock) => SeedApp;
  readonly seed?: number | undefined;
  readonly say?: ((line: string) => void) | undefined;
};

const hour = 3_600_000;

/** Seeds an empty store and says who can sign in; a store that already has a clinic is left as it is. */
export async function seedDemoClinicOnce(options: SeedOptions): Promise<readonly string[]> {
  const { ports, ownerConnectionString } = options;
  const { rows } = await ports.pool.query<{ id: string }>('select id from clinics limit 1');
  const isOurs = rows[0]?.id === demoClinicId;
  if (rows.length > 0 && !isOurs) return [];
  if (!(await isSeeded(ports))) {
    options.say?.('Making the demonstration clinic. This happens once.');
    await makeClinic(ports, ownerConnectionString);
    await liveAll(options);
  }
  await checkInForToday(ports);
  return signInLines(ports);
}

/** The last thing the seed writes is its mark, so that a run that was cut short starts again from nothing. */
async function isSeeded(ports: Ports): Promise<boolean> {
  const { rows } = await ports.pool.query<{ done: boolean }>(
    `select (settings ? 'demoSeeded') as done from clinics where id = $1`,
    [demoClinicId],
  );
  if (rows[0]?.done === true) return true;
  return false;
}

export async function makeClinic(ports: Ports, ownerConnectionString: string): Promise<void> {
  const now = ports.clock.now();
  const today = localDateOf(now, exampleClinic.zone);
  // People come today, so it is open today.
  const site = { ...exampleClinic, closedOn: exampleClinic.closedOn.filter((day) => day !== today) };
  await withOwner(ownerConnectionString, async (client) => {
    await client.query('begin');
    // A run that was cut short left half a clinic: it goes, whole, before a new one is made.
    await client.query(`select set_config('app.clinic', $1, true)`, [demoClinicId]);
    const tables = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id' where c.relkind = 'r'`,
    );
    const left = await client.query('select 1 from clinics where id = $1', [demoClinicId]);
    if (left.rowCount !== 0) {
      await client.query(`truncate ${tables.rows.map((table) => `"${table.name}"`).join(', ')}`);
      await client.query('delete from clinics where id = $1', [demoClinicId]);
    }
    await client.query(
      `insert into clinics (id, slug, host, name, phone, address, opening_hours, zone, crisis_place, settings, created_at)
       values ($1, 'harbor-street', null, $2, $3, $4, 'Monday to Friday, 8:00 to 17:30', $5, $6, $7, $8)`,
      [
        demoClinicId,
        site.name,
        site.phone,
        site.addressLines.join(', '),
        site.zone,
        site.country,
        JSON.stringify({
          inquiryPromiseHours: 24,
          patientsPerNurse: 2,
          jurisdiction: 'US',
          certifiedSite: {
            number: 'EXAMPLE-1',
            until: addDays(today, 365),
            enteredBy: 'Dana Cole',
          },
          site,
          onCall,
          openingHoursEs,
          company: companyPolicy,
        }),
        iso(now - 400 * 24 * hour),
      ],
    );
    await client.query('commit');
  });
  const passwordHash = await hashPassword(demoPassword);
  await withTenant(ports.pool, { clinicId: demoClinicId }, async (tx) => {
    for (const room of rooms) {
      await tx.query('insert into rooms (clinic_id, id, number, name) values ($1, $2, $3, $4)', [
        demoClinicId,
        room.id,
        room.number,
        room.name,
      ]);
    }
    for (const { kind, ...told } of exampleStories) {
      for (const [language, words] of Object.entries(told)) {
        await tx.query(
          `insert into stories (clinic_id, id, language, kind, words, told_at, decision)
           values ($1, $2, $3, $4, $5, $6, 'shown')`,
          [demoClinicId, ports.random.uuid(), language, kind, words, iso(now)],
        );
      }
    }
    for (const member of staff) {
      await tx.query(
        `insert into accounts (clinic_id, id, kind, email, display_name, roles, profile, password_hash, totp_secret_sealed, created_at)
         values ($1, $2, 'staff', $3, $4, $5, $6, $7, $8, $9)`,
        [
          demoClinicId,
          member.id,
          member.email,
          member.name,
          [...member.roles],
          JSON.stringify('saysOfThemselves' in member ? member.saysOfThemselves : {}),
          passwordHash,
          sealTotpSecret(
            ports.secrets,
            demoClinicId,
            member.id,
            authenticatorSecret(ports.secrets, member.id),
          ),
          iso(now - 399 * 24 * hour),
        ],
      );
    }
  });
}

async function liveAll({ ports, appAt, ownerConnectionString, seed = 1 }: SeedOptions): Promise<void> {
  const now = ports.clock.now();
  const chance = randomFrom(seed);
  let at = now;
  const clock = {
    now: () => at,
    set(instant: number) {
      at = instant;
    },
  };
  const app = appAt(clock);
  const id = (): string => uuidFrom(chance);
  const life = startLife({
    app,
    pool: ports.pool,
    clinicId: demoClinicId,
    origin: ports.origin,
    random: ports.random,
    clock,
    id,
  });
  const book = openBook({ zone: exampleClinic.zone, now, closedOn: exampleClinic.closedOn });
  for (const [index, patient] of patients.entries()) {
    await live({ ports, life, book, patient, index, now, chance, id });
  }
  await withTenant(ports.pool, { clinicId: demoClinicId }, async (tx) => {
    for (const stranger of strangers) {
      const askedAt = now - stranger.hoursAgo * hour;
      await keepInquiry(
        tx,
        {
          id: id(),
          name: stranger.name,
          reachBy: stranger.reachBy,
          reach: stranger.reach,
          body: { question: stranger.question },
          language: stranger.language,
        },
        { now: askedAt, promiseBy: askedAt + 24 * hour },
      );
    }
    // The mail of a made-up past was read long ago; it must not go out today.
    await tx.query('update outgoing_mail set sent_at = created_at where clinic_id = $1', [demoClinicId]);
  });
  await withOwner(ownerConnectionString, (client) =>
    client.query(
      `update clinics set settings = settings || jsonb_build_object('demoSeeded', $2::text) where id = $1`,
      [demoClinicId, localDateOf(now, exampleClinic.zone)],
    ),
  );
}

/** The people who work today have checked in, so that the board has someone on it. */
export async function checkInForToday(ports: Ports): Promise<void> {
  const now = ports.clock.now();
  await withTenant(ports.pool, { clinicId: demoClinicId }, async (tx) => {
    for (const member of staff) {
      if (
        !member.roles.some((role) =>
          ['nurse', 'prescriber', 'therapist', 'guide', 'front-desk'].includes(role),
        )
      )
        continue;
      await tx.query(
        `insert into shifts (clinic_id, id, account_id, on_date, started_at)
         select $1, $2, $3, ($4::timestamptz at time zone c.zone)::date, $4 from clinics c where c.id = $1
         on conflict (clinic_id, account_id, on_date) do nothing`,
        [demoClinicId, ports.random.uuid(), member.id, iso(now)],
      );
    }
  });
}

function signInLines(ports: Ports): readonly string[] {
  return [
    '',
    `  Public pages   ${ports.origin}/`,
    `  Demonstration  ${ports.origin}/demo  (sign-in buttons, six-digit codes, the outbox, a session to play)`,
    `  Clinic         ${ports.origin}/clinic/`,
    `  Patients       ${ports.origin}/app/`,
    '',
    `  Staff sign in with a password and six digits. Everyone's password: ${demoPassword}`,
    ...staff.map(
      (member) =>
        `    ${member.email.padEnd(24)} ${member.name.padEnd(16)} ${member.roles.join(', ').padEnd(12)} ${member.does}`,
    ),
    '  Patients sign in with a mailed link; the mail waits in the outbox at /demo. Try ana@home.example',
    '',
    '  What to try: open /demo, enter as Maria Ruiz, and press "Play a session" to watch the board move.',
    '',
  ];
}
