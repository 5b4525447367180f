// Every read and write of a clinic's data runs inside `withTenant`: one transaction in which the database
// itself knows whose data may be seen. The setting lives and dies with the transaction, so a connection
// handed to the next borrower carries nobody's name.
import type { Writable } from 'node:stream';
import pg from 'pg';

export type Pool = pg.Pool;

export type OpenPoolOptions = {
  readonly connectionString: string;
  readonly max: number;
  /** Told when an idle connection is lost; the pool replaces it by itself. */
  readonly onConnectionLost?: ((error: Error) => void) | undefined;
};

export type Clinic = { readonly clinicId: string; readonly accountId?: string | undefined };

export type TxOptions = {
  /** For commands that read and then decide: retried up to five times when two of them cross. */
  readonly serializable?: boolean | undefined;
};

export type Tx = {
  readonly clinicId: string;
  readonly accountId: string | undefined;
  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(
    sql: string,
    params?: readonly unknown[],
  ): Promise<pg.QueryResult<Row>>;
  /** The same statement planned once per connection: `name` must always stand for the same `sql`. */
  prepared<Row extends pg.QueryResultRow = pg.QueryResultRow>(
    name: string,
    sql: string,
    params?: readonly unknown[],
  ): Promise<pg.QueryResult<Row>>;
  /** A prepared statement whose answer nobody needs: it is sent with the commit, and when it fails nothing is kept. */
  withCommit(name: string, sql: string, params?: readonly unknown[]): void;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const attempts = 5;

// Our own rings hold instants as epoch milliseconds and dates as 'YYYY-MM-DD'. The driver would give text
// for int8 and a Date in the server's zone for the rest, which turns a birthday into the day before.
const int8 = 20;
const date = 1082;
const timestamptz = 1184;

function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError('A whole number from the database is too large to be exact.');
  return value;
}

const asDate = pg.types.getTypeParser(timestamptz, 'text') as (text: string) => Date | number;

function parseTimestamptz(text: string): number {
  return Number(asDate(text));
}

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === int8) return parseInt8;
    if (oid === timestamptz) return parseTimestamptz;
    if (oid === date) return (text: string) => text;
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

export function openPool({ connectionString, max, onConnectionLost }: OpenPoolOptions): Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    types,
    // Statements that do not wait for one another's answers travel together. They are still worked in order, and one
    // that fails lets none behind it in its transaction succeed.
    pipeline: true,
    connectionTimeoutMillis: 10_000,
    application_name: 'mooring',
  });
  pool.on('error', (error) => onConnectionLost?.(error));
  // A borrowed connection that breaks between two statements reports here and nowhere else; without a
  // listener it would end the process. The next statement on it fails and the transaction is undone.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

function mustBeUuid(value: string, what: string): string {
  if (!uuid.test(value)) throw new TypeError(`${what} must be a UUID.`);
  return value;
}

export async function withTenant<T>(
  pool: Pool,
  clinic: Clinic,
  fn: (tx: Tx) => Promise<T>,
  options: TxOptions = {},
): Promise<T> {
  const clinicId = mustBeUuid(clinic.clinicId, 'The clinic');
  const accountId = clinic.accountId === undefined ? undefined : mustBeUuid(clinic.accountId, 'The account');
  // Interpolated because a message of several statements takes no parameters; both are proven UUIDs above.
  const begin =
    `begin${options.serializable ? ' isolation level serializable' : ''}; ` +
    `select set_config('app.clinic', '${clinicId}', true), set_config('app.account', '${accountId ?? ''}', true)`;
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(pool, begin, { clinicId, accountId }, fn);
    } catch (error) {
      if (!options.serializable || attempt === attempts || !crossedAnother(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * 4 * (1 + Math.random())));
    }
  }
}

async function runOnce<T>(
  pool: Pool,
  begin: string,
  who: { clinicId: string; accountId: string | undefined },
  fn: (tx: Tx) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let open = true;
  let waiting = 0;
  let broken = false;

  const last: pg.QueryConfig[] = [];

  async function send<Row extends pg.QueryResultRow>(config: pg.QueryConfig): Promise<pg.QueryResult<Row>> {
    if (!open) throw new Error('A query was sent after its transaction had ended.');
    waiting++;
    sendTogether(client);
    try {
      return await client.query<Row>(config);
    } finally {
      waiting--;
    }
  }

  const tx: Tx = {
    ...who,
    query: (text, params = []) => send({ text, values: [...params] }),
    prepared: (name, text, params = []) => send({ name, text, values: [...params] }),
    withCommit: (name, text, params = []) => {
      if (!open) throw new Error('A query was sent after its transaction had ended.');
      last.push({ name, text, values: [...params] });
    },
  };

  try {
    // Not waited for: the first statement of the work follows it on the same wire. Should it ever fail, the walls let
    // nothing through without a clinic, and the wait below ends in its error.
    sendTogether(client);
    const begun = client.query(begin);
    begun.catch(() => undefined);
    const result = await fn(tx);
    open = false;
    await begun;
    // A forgotten await would let a failed statement turn this commit into a rollback unseen.
    if (waiting > 0) throw new Error('A transaction ended while one of its queries was still running.');
    sendTogether(client);
    const [ended] = await Promise.all(
      [...last.map((config) => client.query(config)), client.query('commit')].toReversed(),
    );
    if (ended?.command !== 'COMMIT')
      throw new Error('The transaction was rolled back because one of its queries failed.');
    return result;
  } catch (error) {
    open = false;
    try {
      await client.query('rollback');
    } catch {
      broken = true;
    }
    throw error;
  } finally {
    client.release(broken);
  }
}

/** What is asked in one turn of the loop leaves in one packet; the driver would send each statement by itself. */
function sendTogether(client: pg.PoolClient): void {
  const { connection } = client as unknown as {
    connection?: { stream?: Partial<Pick<Writable, 'cork' | 'uncork'>> };
  };
  const stream = connection?.stream;
  if (stream?.cork === undefined) return;
  stream.cork();
  process.nextTick(() => stream.uncork?.());
}

function crossedAnother(error: unknown): boolean {
  const code = error instanceof pg.DatabaseError ? error.code : undefined;
  return code === '40001' || code === '40P01';
}

/** One connection as the owner of the tables. For migrations, the queue, the row of a clinic and the catalogs, nothing else. */
export async function withOwner<T>(
  connectionString: string,
  fn: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString, types, application_name: 'mooring-owner' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await fn(client);
  } finally {
    await client.end();
  }
}
