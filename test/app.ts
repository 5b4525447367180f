// The whole server in a test: a database of its own, a clock that only the test moves, two clinics with the cast in
// them, and requests that go the way every request goes.

import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import type { AnswerOf, BodyOf, Endpoint, Problem } from '#api/endpoint.ts';
import { cookieName } from '#server/access';
import { createApp } from '#server/app';
import { iso } from '#server/clock';
import { jsonLog } from '#server/log';
import { openPool, type Tx, withOwner, withTenant } from '#server/postgres';
import { openSecrets, sha256 } from '#server/secrets';
import { openSignIn } from '#server/sign-in';
import { type Chart, type ClinicKey, cast, charts, clinics, type Person, people } from '#test/people.ts';
import { testDatabase } from '#test/postgres.ts';

/** Tuesday 2027-03-02, nine in the morning in New York. */
export const morning = Date.UTC(2027, 2, 2, 14, 0);
export const zone = 'America/New_York';
const minute = 60_000;
const hour = 60 * minute;

export type Asked<E extends Endpoint = Endpoint> = {
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: BodyOf<E>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** The command's own id; made anew for each call unless a test says it twice. */
  readonly key?: string;
};

export type Told<E extends Endpoint = Endpoint> = {
  readonly status: number;
  readonly body: AnswerOf<E>;
  readonly problem: Problem;
  readonly text: string;
  readonly headers: Headers;
};

export type Sent = {
  readonly method: string;
  readonly path: string;
  readonly body?: string | undefined;
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
};

export type TestApp = Awaited<ReturnType<typeof testApp>>;

/** The path of an endpoint with its parameters filled in. */
export function pathOf(
  endpoint: Pick<Endpoint, 'path'>,
  params: Readonly<Record<string, string>> = {},
): string {
  return endpoint.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => params[name] ?? `no-${name}-given`);
}

export async function testApp(options: { now?: number; demo?: boolean; budgetScale?: number } = {}) {
  const db = await testDatabase();
  const pool = openPool({ connectionString: db.appConnectionString, max: 6 });
  let at = options.now ?? morning;
  const clock = { now: () => at };
  const logs: string[] = [];
  const secrets = openSecrets(Buffer.alloc(32, 7));
  const origin = 'http://localhost:4000';
  const app = createApp({
    pool,
    clock,
    random: { bytes: (length) => randomBytes(length), uuid: () => randomUUID() },
    secrets,
    log: jsonLog((line) => void logs.push(line), clock.now),
    origin,
    demo: options.demo ?? false,
    budgetScale: options.budgetScale ?? 10_000,
  });
  await withOwner(db.ownerConnectionString, async (owner) => {
    for (const clinic of Object.values(clinics)) {
      await owner.query(
        `insert into clinics (id, slug, host, name, phone, address, opening_hours, zone, crisis_place, created_at)
         values ($1, $2, $3, $4, '+1 555 0100', '1 Quay Street', 'Mon to Fri, 8 to 6', $5, 'US', $6)`,
        [clinic.id, clinic.slug, clinic.host ?? null, clinic.name, zone, iso(at - 400 * 24 * hour)],
      );
    }
  });

  /** Rows behind the same walls as the server: one clinic, and one account's own words if it is named. */
  const inClinic = <T>(clinic: ClinicKey, fn: (tx: Tx) => Promise<T>, accountId?: string): Promise<T> =>
    withTenant(pool, { clinicId: clinics[clinic].id, accountId }, fn);

  for (const clinic of ['harbor', 'harbor-b'] as const) {
    await inClinic(clinic, (tx) => settle(tx, clinic, at));
  }

  const cookies = new Map<string, string>();

  /** A new sign-in, as the second factor or the link would have made it; its cookie is used from now on. */
  async function signIn(person: Person, made: { method?: string; expiresAt?: number } = {}): Promise<string> {
    const usual = { staff: 'password', patient: 'email-link', companion: 'companion-link' }[person.kind];
    const token = await inClinic(person.clinic, (tx) =>
      openSignIn(
        tx,
        { bytes: (length) => randomBytes(length), uuid: () => randomUUID() },
        {
          ...(person.kind === 'companion' ? { companionLinkId: person.id } : { accountId: person.id }),
          method: made.method ?? usual,
          now: at,
          expiresAt: made.expiresAt ?? at + 12 * hour,
        },
      ),
    );
    const cookie = `${cookieName}=${token}`;
    cookies.set(person.key, cookie);
    return cookie;
  }

  const cookieOf = async (person: Person): Promise<string> =>
    cookies.get(person.key) ?? (await signIn(person));

  /** One request as it would arrive on the wire. A header given as undefined is left out. */
  async function send(person: Person | undefined, sent: Sent): Promise<Response> {
    const headers: Record<string, string | undefined> = {
      host: `${clinics[person?.clinic ?? 'harbor'].address}:4000`,
      'x-mooring': '1',
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...(person === undefined ? {} : { cookie: await cookieOf(person) }),
      ...sent.headers,
    };
    const given = Object.entries(headers).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    );
    return await app.fetch(
      new Request(`${origin}${sent.path}`, {
        method: sent.method,
        headers: given,
        ...(sent.body === undefined ? {} : { body: sent.body }),
      }),
    );
  }

  async function call<E extends Endpoint>(
    person: Person | undefined,
    endpoint: E,
    asked: Asked<E> = {},
  ): Promise<Told<E>> {
    const query = asked.query === undefined ? '' : `?${new URLSearchParams(asked.query)}`;
    const response = await send(person, {
      method: endpoint.method,
      path: `${pathOf(endpoint, asked.params)}${query}`,
      body: endpoint.method === 'GET' ? undefined : JSON.stringify(asked.body ?? {}),
      headers: { ...(asked.key === undefined ? {} : { 'idempotency-key': asked.key }), ...asked.headers },
    });
    const text = await response.text();
    const json: unknown = JSON.parse(text);
    return {
      status: response.status,
      body: json as AnswerOf<E>,
      problem: json as Problem,
      text,
      headers: response.headers,
    };
  }

  return {
    app,
    db,
    pool,
    secrets,
    origin,
    ports: app.ports,
    routes: app.routes,
    /** Every line the server has logged. */
    logs,
    now: () => at,
    setClock: (instant: number): void => {
      at = instant;
    },
    later: (ms: number): void => {
      at += ms;
    },
    inClinic,
    signIn,
    cookieOf,
    send,
    call,
    /** As `call`, for the steps a story only passes through: anything but a yes ends the test there. */
    async done<E extends Endpoint>(person: Person | undefined, endpoint: E, asked: Asked<E> = {}) {
      const told = await call(person, endpoint, asked);
      assert.equal(
        told.status,
        200,
        `${person?.key ?? 'visitor'} ${endpoint.method} ${endpoint.path}: ${told.text}`,
      );
      return told.body;
    },
    /** How many rows each table holds in both clinics. */
    async rowCounts(): Promise<Record<string, number>> {
      return await countRows(inClinic);
    },
    async auditLines(clinic: ClinicKey = 'harbor'): Promise<readonly AuditLine[]> {
      return await inClinic(clinic, async (tx) => {
        const { rows } = await tx.query<{ lane: number; seq: number; entry: string }>(
          'select lane, seq, entry from audit_events where clinic_id = $1 order by at, lane, seq',
          [tx.clinicId],
        );
        return rows.map((row) => ({ lane: row.lane, seq: row.seq, ...(JSON.parse(row.entry) as AuditSaid) }));
      });
    },
    async close(): Promise<void> {
      app.close();
      await pool.end();
      await db.close();
    },
  };
}

type AuditSaid = {
  readonly requestId: string;
  readonly actorId: string | null;
  readonly actingRole: string;
  readonly action: string;
  readonly outcome: 'done' | 'refused';
  readonly code: string | null;
  readonly patientId: string | null;
  readonly patientIds: readonly string[] | null;
  readonly relation: string | null;
  readonly rule: string;
};
export type AuditLine = AuditSaid & { readonly lane: number; readonly seq: number };

/** Written as itself here, so that a table added tomorrow is counted without anyone thinking of it. */
export async function clinicTables(tx: Pick<Tx, 'query'>): Promise<string[]> {
  const { rows } = await tx.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id' and not a.attisdropped
      where c.relkind = 'r' order by c.relname`,
  );
  return rows.map((row) => row.name);
}

async function countRows(
  inClinic: <T>(clinic: ClinicKey, fn: (tx: Tx) => Promise<T>, accountId?: string) => Promise<T>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [clinic, account] of [
    ['harbor', people.ana.id],
    ['harbor-b', people.bea.id],
  ] as const) {
    await inClinic(
      clinic,
      async (tx) => {
        const tables = await clinicTables(tx);
        const { rows } = await tx.query<Record<string, number>>(
          `select ${tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`,
        );
        for (const [table, count] of Object.entries(rows[0] ?? {}))
          counts[table] = (counts[table] ?? 0) + count;
      },
      account,
    );
  }
  return counts;
}

export const secretOfLuz = 'the-link-luz-was-sent-0123456789';

/** Everyone of one clinic, and for each patient a series with a signed order, a dose today, a ride and a session. */
async function settle(tx: Tx, clinic: ClinicKey, at: number): Promise<void> {
  const here = cast.filter((person) => person.clinic === clinic);
  const clinicId = tx.clinicId;
  for (const person of here.filter((one) => one.kind === 'patient')) {
    const [given = '', family = ''] = person.name.split(' ');
    await tx.query(
      `insert into patients (clinic_id, id, given_name, family_name, birth_date, sex, zone, stage, stage_at, created_at)
       values ($1, $2, $3, $4, '1987-03-14', 'female', $5, 'preparing', $6, $6)`,
      [clinicId, person.patientId, given, family, zone, iso(at - 30 * 24 * hour)],
    );
  }
  for (const person of here.filter((one) => one.kind !== 'companion')) {
    await tx.query(
      `insert into accounts (clinic_id, id, kind, email, display_name, roles, patient_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        clinicId,
        person.id,
        person.kind,
        person.email,
        person.name,
        [...person.roles],
        person.patientId ?? null,
        iso(at),
      ],
    );
    if (person.careTeamOf !== undefined) {
      await tx.query(
        'insert into care_team_members (clinic_id, id, patient_id, account_id, role, from_at) values ($1, $2, $3, $4, $5, $6)',
        [clinicId, randomUUID(), person.careTeamOf, person.id, person.roles[0], iso(at - 24 * hour)],
      );
    }
    if (person.onShift) {
      await tx.query(
        'insert into shifts (clinic_id, id, account_id, on_date, started_at) values ($1, $2, $3, ($4::timestamptz at time zone $5)::date, $4)',
        [clinicId, randomUUID(), person.id, iso(at), zone],
      );
    }
  }
  for (const person of here.filter((one) => one.kind === 'patient')) {
    const prescriber = clinic === 'harbor' ? people.okafor : people.ode;
    // Luis is here on another day, so that being on shift today opens Ana's record and not his.
    const daysAhead = person.key === 'luis' ? 3 : 0;
    await bookAndPlan(tx, charts[person.key as keyof typeof charts], prescriber, at, daysAhead);
  }
}

async function bookAndPlan(
  tx: Tx,
  chart: Chart,
  prescriber: Person,
  at: number,
  daysAhead: number,
): Promise<void> {
  const { clinicId } = tx;
  const startsAt = at + hour + daysAhead * 24 * hour;
  const own = [clinicId, chart.patientId] as const;
  await tx.query('insert into rooms (clinic_id, id, number, name) values ($1, $2, $3, $4)', [
    clinicId,
    chart.roomId,
    Number(chart.roomId.at(-1)),
    `Room ${chart.roomId.at(-1)}`,
  ]);
  await tx.query(
    `insert into series (clinic_id, id, patient_id, route, edition_id, planned_cycles, indication, status, status_at, status_by, created_at)
     values ($1, $3, $2, 'iv', 'iv-example-1', 6, 'depression', 'active', $4, $5, $4)`,
    [...own, chart.seriesId, iso(at - 7 * 24 * hour), prescriber.id],
  );
  await tx.query(
    `insert into medication_requests (clinic_id, id, patient_id, series_id, body, signed_at, signed_by, signed_by_name, signature_meaning, signature_sha256)
     values ($1, $3, $2, $4, $5, $6, $7, $8, 'I ordered this', $9)`,
    [
      ...own,
      chart.orderId,
      chart.seriesId,
      JSON.stringify({ drug: 'ketamine', doseMgPerKg: 0.5, weightKg: 66, doseMg: 33, infusionMinutes: 40 }),
      iso(at - 6 * 24 * hour),
      prescriber.id,
      prescriber.name,
      sha256('the bytes that were shown'),
    ],
  );
  await tx.query(
    'insert into cycles (clinic_id, id, patient_id, series_id, number) values ($1, $3, $2, $4, 1)',
    [...own, chart.cycleId, chart.seriesId],
  );
  await tx.query(
    `insert into appointments (clinic_id, id, patient_id, cycle_id, kind, room_id, period, status, status_at, created_at)
     values ($1, $3, $2, $4, 'dose', $5, tstzrange($6, $7), 'booked', $8, $8)`,
    [
      ...own,
      chart.appointmentId,
      chart.cycleId,
      chart.roomId,
      iso(startsAt),
      iso(startsAt + 2 * hour),
      iso(at - 24 * hour),
    ],
  );
  await tx.query(
    `insert into dosing_sessions (clinic_id, id, patient_id, cycle_id, appointment_id, room_id, edition_id, opened_at)
     values ($1, $3, $2, $4, $5, $6, 'iv-example-1', $7)`,
    [...own, chart.sessionId, chart.cycleId, chart.appointmentId, chart.roomId, iso(at)],
  );
  await tx.query(
    `insert into related_persons (clinic_id, id, patient_id, name, relationship, created_at) values ($1, $3, $2, $4, 'sister', $5)`,
    [...own, chart.relatedPersonId, people.luz.name, iso(at - 24 * hour)],
  );
  await tx.query(
    `insert into companion_links (clinic_id, id, patient_id, related_person_id, cycle_id, token_hash, scopes, code_word, created_at, expires_at)
     values ($1, $3, $2, $4, $5, $6, $7, 'heron', $8, $9)`,
    [
      ...own,
      chart.linkId,
      chart.relatedPersonId,
      chart.cycleId,
      sha256(chart.linkId === charts.ana.linkId ? secretOfLuz : randomBytes(32)),
      [...people.luz.scopes],
      iso(at - 24 * hour),
      iso(startsAt + 36 * hour),
    ],
  );
  await tx.query(
    `insert into rides (clinic_id, id, patient_id, cycle_id, related_person_id, link_id, state, state_at, created_at)
     values ($1, $3, $2, $4, $5, $6, 'asked', $7, $7)`,
    [...own, chart.rideId, chart.cycleId, chart.relatedPersonId, chart.linkId, iso(at - 24 * hour)],
  );
  await tx.query(
    `insert into tasks (clinic_id, id, patient_id, kind, owner_role, priority, due_at, created_at)
     values ($1, $3, $2, 'help-request', 'nurse', 'now', $4, $4)`,
    [...own, chart.taskId, iso(at)],
  );
  await tx.query(
    `insert into inquiries (clinic_id, id, name, reach_by, reach, body, language, status, promise_by, created_at)
     values ($1, $2, 'Jo', 'email', 'jo@home.example', '{"question":"Is it for me?"}', 'en', 'new', $3, $4)`,
    [clinicId, chart.inquiryId, iso(at + hour), iso(at - hour)],
  );
}
