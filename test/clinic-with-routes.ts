// A clinic with a few people and only the routes a test asks for, on a real PostgreSQL and through the real registry:
// the cookie, the decision, the transaction and the audit line are the ones a patient gets.

import { randomBytes, randomUUID } from 'node:crypto';
import type { AnswerOf, BodyOf, Endpoint, QueryOf } from '#api/endpoint.ts';
import type { Route as CareRoute } from '#clinical/care-record.ts';
import { cookieName, mountRoutes, openClinics, openPrincipals, type Route } from '#server/access';
import { iso } from '#server/clock';
import { openRateLimits } from '#server/edge';
import { type Change, openLiveBus } from '#server/live';
import type { Ports } from '#server/ports';
import { openPool, type Tx, withOwner, withTenant } from '#server/postgres';
import { openSecrets, sha256 } from '#server/secrets';
import { testDatabase } from '#test/postgres.ts';

export type Person = {
  readonly accountId: string;
  readonly name: string;
  readonly patientId?: string;
  readonly token: string;
};

export type ClinicWithRoutes = Awaited<ReturnType<typeof clinicWithRoutes>>;

type Asked<E extends Endpoint> = {
  params?: Record<string, string>;
  body?: BodyOf<E>;
  query?: QueryOf<E>;
  key?: string;
};
type Told<E extends Endpoint> = {
  readonly status: number;
  readonly answer: AnswerOf<E>;
  readonly code: string | undefined;
  readonly fields: readonly { path: string }[];
};

const zone = 'America/New_York';
/** Tuesday 2027-03-02, nine in the morning in New York. */
export const startOfTest = Date.UTC(2027, 2, 2, 14, 0);

export async function clinicWithRoutes(
  routesOf: (ports: Ports) => readonly Route[],
  { settings = {}, ways }: { settings?: Readonly<Record<string, unknown>>; ways?: Ports['ways'] } = {},
) {
  const db = await testDatabase();
  const pool = openPool({ connectionString: db.appConnectionString, max: 4 });
  let at = startOfTest;
  const clock = { now: () => at };
  const random = { bytes: (length: number) => randomBytes(length), uuid: () => randomUUID() as string };
  const secrets = openSecrets(Buffer.alloc(32, 7));
  const bus = openLiveBus('test');
  const changes: Change[] = [];
  bus.subscribe(({ change }) => changes.push(change));
  const bugs: unknown[] = [];
  const log: Ports['log'] = (level, _event, fields) => void (level === 'error' && bugs.push(fields));
  const ports: Ports = {
    pool,
    clock,
    random,
    secrets,
    bus,
    log,
    origin: 'http://localhost:4000',
    demo: false,
    ways,
  };
  const clinicId = randomUUID() as string;
  await withOwner(db.ownerConnectionString, (owner) =>
    owner.query(
      `insert into clinics (id, slug, name, phone, address, opening_hours, zone, crisis_place, settings)
       values ($1, 'harbor', 'Harbor Clinic', '+1 555 0100', '1 Quay Street', 'Mon to Fri, 8 to 6', $2, 'US', $3)`,
      [clinicId, zone, JSON.stringify(settings)],
    ),
  );
  const clinics = openClinics({ pool, clock });
  const principals = openPrincipals({ pool, clock });
  const app = mountRoutes(routesOf(ports), {
    pool,
    clock,
    random,
    secrets,
    clinics,
    principals,
    limits: openRateLimits(),
    bus,
    log,
  });

  /** Rows written or read as a person of the clinic, behind the same walls as the server. */
  const as = <T>(person: Pick<Person, 'accountId'> | undefined, fn: (tx: Tx) => Promise<T>): Promise<T> =>
    withTenant(pool, { clinicId, accountId: person?.accountId }, fn);

  async function signIn(who: { accountId?: string; companionLinkId?: string }): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await as(undefined, (tx) =>
      tx.query(
        `insert into sign_ins (clinic_id, id, token_hash, account_id, companion_link_id, method, created_at, last_seen_at, expires_at, stepped_up_at)
         values ($1, $2, $3, $4, $5, 'demonstration', $6, $6, $7, $6)`,
        [
          clinicId,
          randomUUID(),
          sha256(token),
          who.accountId ?? null,
          who.companionLinkId ?? null,
          iso(at),
          iso(at + 7 * 86_400_000),
        ],
      ),
    );
    return token;
  }

  async function patient(
    given: string,
    family: string,
    birthDate: string,
  ): Promise<Person & { patientId: string }> {
    const patientId = randomUUID() as string;
    const accountId = randomUUID() as string;
    await as(undefined, async (tx) => {
      await tx.query(
        `insert into patients (clinic_id, id, given_name, family_name, birth_date, zone, stage, stage_at, created_at)
         values ($1, $2, $3, $4, $5, $6, 'screening', $7, $7)`,
        [clinicId, patientId, given, family, birthDate, zone, iso(at)],
      );
      await tx.query(
        `insert into accounts (clinic_id, id, kind, email, display_name, roles, patient_id, created_at)
         values ($1, $2, 'patient', $3, $4, '{patient}', $5, $6)`,
        [clinicId, accountId, `${accountId}@example.org`, `${given} ${family}`, patientId, iso(at)],
      );
    });
    return { accountId, name: `${given} ${family}`, patientId, token: await signIn({ accountId }) };
  }

  async function staff(
    name: string,
    role: string,
    on: { careTeamOf?: string; shift?: boolean } = {},
  ): Promise<Person> {
    const accountId = randomUUID() as string;
    await as(undefined, async (tx) => {
      await tx.query(
        `insert into accounts (clinic_id, id, kind, email, display_name, roles, created_at) values ($1, $2, 'staff', $3, $4, $5, $6)`,
        [clinicId, accountId, `${accountId}@example.org`, name, [role], iso(at)],
      );
      if (on.careTeamOf !== undefined) {
        await tx.query(
          'insert into care_team_members (clinic_id, id, patient_id, account_id, role, from_at) values ($1, $2, $3, $4, $5, $6)',
          [clinicId, randomUUID(), on.careTeamOf, accountId, role, iso(at - 86_400_000)],
        );
      }
      if (on.shift) {
        await tx.query(
          'insert into shifts (clinic_id, id, account_id, on_date, started_at) values ($1, $2, $3, $4, $5)',
          [clinicId, randomUUID(), accountId, '2027-03-02', iso(at)],
        );
      }
    });
    return { accountId, name, token: await signIn({ accountId }) };
  }

  /** A planned cycle of one series, and with `doseInHours` a booked dose of two hours. A later number joins its series. */
  async function cycle(of: {
    patientId: string;
    planner: Person;
    doseInHours?: number;
    series?: { id: string; number: number };
    /** The infusion of the examples, where nothing else is said. */
    protocol?: { route: CareRoute; editionId: string };
  }): Promise<string> {
    const cycleId = randomUUID() as string;
    const { id: seriesId, number } = of.series ?? { id: randomUUID(), number: 1 };
    const { route, editionId } = of.protocol ?? { route: 'iv', editionId: 'iv-example-1' };
    await as(undefined, async (tx) => {
      await tx.query(
        `insert into series (clinic_id, id, patient_id, route, edition_id, planned_cycles, indication, status, status_at, status_by, created_at)
         values ($1, $2, $3, $6, $7, 6, 'depression', 'active', $4, $5, $4)
         on conflict do nothing`,
        [clinicId, seriesId, of.patientId, iso(at), of.planner.accountId, route, editionId],
      );
      await tx.query(
        'insert into cycles (clinic_id, id, patient_id, series_id, number) values ($1, $2, $3, $4, $5)',
        [clinicId, cycleId, of.patientId, seriesId, number],
      );
      if (of.doseInHours !== undefined) {
        const startsAt = at + of.doseInHours * 3_600_000;
        await tx.query(
          `insert into appointments (clinic_id, id, patient_id, cycle_id, kind, period, status, status_at, created_at)
           values ($1, $2, $3, $4, 'dose', tstzrange($5, $6), 'booked', $7, $7)`,
          [
            clinicId,
            randomUUID(),
            of.patientId,
            cycleId,
            iso(startsAt),
            iso(startsAt + 2 * 3_600_000),
            iso(at),
          ],
        );
      }
    });
    return cycleId;
  }

  async function call<E extends Endpoint>(
    person: Pick<Person, 'token'> | undefined,
    endpoint: E,
    asked: Asked<E> = {},
  ): Promise<Told<E>> {
    const path = endpoint.path.replace(/:([A-Za-z]+)/g, (_, name: string) => asked.params?.[name] ?? '');
    const query = new URLSearchParams((asked.query as Record<string, string> | undefined) ?? {});
    const response = await app.request(`http://localhost:4000${path}${query.size === 0 ? '' : `?${query}`}`, {
      method: endpoint.method,
      headers: {
        host: 'localhost:4000',
        'x-mooring': '1',
        'content-type': 'application/json',
        'idempotency-key': asked.key ?? randomUUID(),
        ...(person === undefined ? {} : { cookie: `${cookieName}=${person.token}` }),
      },
      ...(endpoint.method === 'GET' ? {} : { body: JSON.stringify(asked.body ?? {}) }),
    });
    const json = (await response.json()) as Record<string, unknown>;
    if (response.status === 500)
      throw new Error(`A bug answered ${endpoint.method} ${endpoint.path}: ${JSON.stringify(bugs.at(-1))}`);
    return {
      status: response.status,
      answer: json as AnswerOf<E>,
      code: json.code as string | undefined,
      fields: (json.fields as { path: string }[] | undefined) ?? [],
    };
  }

  return {
    clinicId,
    ownerConnectionString: db.ownerConnectionString,
    ports,
    changes,
    as,
    call,
    patient,
    staff,
    cycle,
    signIn,
    now: () => at,
    later: (ms: number) => {
      at += ms;
    },
    close: async () => {
      await pool.end();
      await db.close();
    },
  };
}
