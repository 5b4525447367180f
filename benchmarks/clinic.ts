// A clinic to measure: a real, durable PostgreSQL of its own, eight rooms with a session running in each, two hundred
// people on the care team of the first patient, and as many charts as asked for. Made on the server side, in seconds.

import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cookieName } from '#server/access';
import { migrate, startEmbedded, withOwner } from '#server/postgres';
import { sha256 } from '#server/secrets';
import { openRunningRoom } from '#test/running-room.ts';

export const roomCount = 8;
export const listenerCount = 200;
export const readingsPerPatient = 100;

export type Room = { readonly patientId: string; readonly sessionId: string; readonly cookie: string };

export type BenchClinic = {
  readonly ownerConnectionString: string;
  readonly appConnectionString: string;
  readonly clinicId: string;
  readonly rooms: readonly Room[];
  /** People of the first patient's care team, each with a sign-in of their own. */
  readonly listenerCookies: readonly string[];
  /** Someone on the care team of every charted patient. */
  readonly readerCookie: string;
  readonly postgresVersion: string;
  addCharts(from: number, to: number): Promise<void>;
  /** More rooms like the first ones, each with a session running and a nurse of its own. */
  addRooms(from: number, to: number): Promise<readonly Room[]>;
  /** Signed in at walls, as nurses on shift. */
  addWalls(count: number): Promise<readonly string[]>;
  stop(): Promise<void>;
};

const migrationsDirectory = fileURLToPath(new URL('../database/migrations', import.meta.url));

export function chartPatientId(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

export async function openBenchClinic(): Promise<BenchClinic> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mooring-bench-'));
  chmodSync(dataDir, 0o711);
  const embedded = await startEmbedded({ dataDir });
  const stop = async (): Promise<void> => {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await migrate({
      ownerConnectionString: embedded.ownerConnectionString,
      directory: migrationsDirectory,
      appRole: embedded.appRole,
      appPassword: embedded.appPassword,
    });
    return { ...(await fill(embedded)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Connections = { readonly ownerConnectionString: string; readonly appConnectionString: string };
type Asker = { query(sql: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }> };

async function fill({
  ownerConnectionString,
  appConnectionString,
}: Connections): Promise<Omit<BenchClinic, 'stop'>> {
  const clinicId = randomUUID();
  const readerId = randomUUID();
  const rooms: Room[] = [];
  const listenerCookies: string[] = [];

  /** The owner of the tables stands behind the same walls, so the clinic is named for each transaction. */
  const inClinic = <T>(fn: (owner: Asker) => Promise<T>): Promise<T> =>
    withOwner(ownerConnectionString, async (owner) => {
      await owner.query('begin');
      await owner.query(`select set_config('app.clinic', $1, true)`, [clinicId]);
      const done = await fn(owner as unknown as Asker);
      await owner.query('commit');
      return done;
    });

  async function signIn(owner: Asker, accountId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await owner.query(
      `insert into sign_ins (clinic_id, id, token_hash, account_id, method, created_at, last_seen_at, expires_at, stepped_up_at)
       values ($1, $2, $3, $4, 'benchmark', now(), now(), now() + interval '1 day', now())`,
      [clinicId, randomUUID(), sha256(token), accountId],
    );
    return `${cookieName}=${token}`;
  }

  async function nurse(owner: Asker, name: string, id: string = randomUUID()): Promise<string> {
    await owner.query(
      `insert into accounts (clinic_id, id, kind, email, display_name, roles, created_at)
       values ($1, $2, 'staff', $4, $3, '{nurse}', now())`,
      [clinicId, id, name, `${id}@clinic.example`],
    );
    return id;
  }

  async function care(owner: Asker, accountId: string, patientId: string): Promise<void> {
    await owner.query(
      `insert into care_team_members (clinic_id, id, patient_id, account_id, role, from_at)
       values ($1, $2, $3, $4, 'nurse', now() - interval '1 day')`,
      [clinicId, randomUUID(), patientId, accountId],
    );
  }

  async function openRooms(owner: Asker, from: number, to: number): Promise<readonly Room[]> {
    const opened: Room[] = [];
    for (let number = from; number <= to; number++) {
      const nurseId = await nurse(owner, `Nurse of room ${number}`);
      const room = await openRunningRoom(owner, { clinicId, number, nurseIds: [nurseId] });
      opened.push({ ...room, cookie: await signIn(owner, nurseId) });
    }
    return opened;
  }

  async function openWalls(owner: Asker, count: number): Promise<readonly string[]> {
    const cookies: string[] = [];
    for (let number = 1; number <= count; number++) {
      const nurseId = await nurse(owner, `Nurse at wall ${number}`);
      await owner.query(
        `insert into shifts (clinic_id, id, account_id, on_date, started_at)
         values ($1, $2, $3, (now() at time zone 'America/New_York')::date, now())`,
        [clinicId, randomUUID(), nurseId],
      );
      cookies.push(await signIn(owner, nurseId));
    }
    return cookies;
  }

  await withOwner(ownerConnectionString, (owner) =>
    owner.query(
      `insert into clinics (id, slug, name, phone, address, opening_hours, zone, crisis_place)
       values ($1, 'measured', 'A measured clinic', '+1 555 0100', '1 Quay Street', 'Mon to Fri', 'America/New_York', 'US')`,
      [clinicId],
    ),
  );
  const readerCookie = await inClinic(async (owner) => {
    await nurse(owner, 'Reads the charts', readerId);
    rooms.push(...(await openRooms(owner, 1, roomCount)));
    for (let number = 1; number <= listenerCount; number++) {
      const listener = await nurse(owner, `Listener ${number}`);
      await care(owner, listener, rooms[0]?.patientId ?? '');
      listenerCookies.push(await signIn(owner, listener));
    }
    return await signIn(owner, readerId);
  });
  // Beside the real table: the same columns and indexes, without walls or references. Writing here is the floor.
  await withOwner(ownerConnectionString, (owner) =>
    owner.query('create table bare_events (like dosing_session_events including all)'),
  );
  const postgresVersion = await withOwner(ownerConnectionString, async (owner) =>
    String((await owner.query('show server_version')).rows[0]?.server_version),
  );

  async function addCharts(from: number, to: number): Promise<void> {
    await inClinic(async (owner) => {
      const given = [clinicId, from, to];
      const patient = `('00000000-0000-4000-8000-' || lpad(to_hex(p), 12, '0'))::uuid`;
      await owner.query(
        `insert into patients (clinic_id, id, given_name, family_name, birth_date, sex, phone, email, zone, stage, stage_at, created_at)
         select $1, ${patient}, 'Given ' || p, 'Family ' || p, '1980-02-03', 'female', '+1 555 0100', p || '@home.example', 'America/New_York', 'integrating', now(), now()
           from generate_series($2::int, $3::int) p`,
        given,
      );
      await owner.query(
        `insert into care_team_members (clinic_id, id, patient_id, account_id, role, from_at)
         select $1, gen_random_uuid(), ${patient}, $4, 'nurse', now() - interval '1 day' from generate_series($2::int, $3::int) p`,
        [...given, readerId],
      );
      await owner.query(
        `insert into health_record_entries (clinic_id, id, version, patient_id, kind, body, origin, status, recorded_at, recorded_by, recorded_by_name)
         select $1, gen_random_uuid(), 1, ${patient}, 'medication-statement',
                jsonb_build_object('kind', 'medication-statement', 'name', 'Medicine ' || n, 'dose', '50 mg', 'howOften', 'every morning', 'status', 'taking'),
                'patient', 'confirmed', now(), $4, 'Reads the charts'
           from generate_series($2::int, $3::int) p, generate_series(1, 10) n`,
        [...given, readerId],
      );
      await owner.query(
        `insert into questionnaire_responses (clinic_id, id, patient_id, instrument, instrument_version, answers, status, score, authored_at, recorded_at)
         select $1, gen_random_uuid(), ${patient}, 'phq-9', '1', '{"1":2,"2":2,"3":1,"4":3,"5":0,"6":1,"7":1,"8":0,"9":0}', 'completed',
                '{"total":10,"band":"moderate"}', now() - n * interval '14 days', now()
           from generate_series($2::int, $3::int) p, generate_series(1, 10) n`,
        given,
      );
      // Five sessions each, twenty readings a session, in the order a clinic of eight rooms writes them.
      await owner.query(
        `insert into observations (clinic_id, id, patient_id, effective_at, kind, origin, body)
         select $1, gen_random_uuid(), ${patient}, now() - (5 - s) * interval '7 days' + n * interval '5 minutes', 'vital-signs', 'session',
                jsonb_build_object('systolicMmHg', 110 + n % 40, 'diastolicMmHg', 70 + n % 20, 'heartRatePerMin', 60 + n % 30, 'spo2Percent', 98)
           from generate_series(1, 5) s, generate_series(1, ${readingsPerPatient / 5}) n, generate_series($2::int, $3::int) p
          order by s, p / ${roomCount}, n, p`,
        given,
      );
    });
    await withOwner(ownerConnectionString, async (owner) => {
      for (const table of [
        'patients',
        'care_team_members',
        'health_record_entries',
        'questionnaire_responses',
        'observations',
      ])
        await owner.query(`vacuum analyze ${table}`);
      await owner.query('checkpoint').catch(() => undefined);
    });
  }

  return {
    ownerConnectionString,
    appConnectionString,
    clinicId,
    rooms,
    listenerCookies,
    readerCookie,
    postgresVersion,
    addCharts,
    addRooms: (from, to) => inClinic((owner) => openRooms(owner, from, to)),
    addWalls: (count) => inClinic((owner) => openWalls(owner, count)),
  };
}
