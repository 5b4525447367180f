// Checks the audit chain of a running Mooring from outside: its own arithmetic, nothing of the server's. It reads every
// line of every clinic and names each one that was changed, removed, moved or cut off, and each fact without a line.
// `npm run audit:verify -- [--clinic <id>]`, with DATABASE_URL, or the data folder of the Mooring that is running.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';

export type Verified = { readonly checked: number; readonly faults: readonly string[] };

type Line = {
  readonly lane: number;
  readonly seq: string;
  readonly at: string;
  readonly patient_id: string | null;
  readonly actor_id: string | null;
  readonly entry: string;
  readonly hash: Buffer;
};

const first = Buffer.alloc(32);
const pageSize = 5_000;

/** One clinic's chain, lane by lane from its first line, and the facts that should stand in it. */
export async function verifyClinic(
  client: Pick<pg.ClientBase, 'query'>,
  clinicId: string,
): Promise<Verified> {
  const faults: string[] = [];
  const appended = new Set<string>();
  let checked = 0;
  await client.query('begin transaction isolation level repeatable read read only');
  try {
    await client.query(`select set_config('app.clinic', $1, true)`, [clinicId]);
    const heads = await client.query<{ lane: number; seq: string; hash: Buffer }>(
      'select lane, seq::text, hash from audit_heads where clinic_id = $1',
      [clinicId],
    );
    const headOf = new Map(heads.rows.map((head) => [head.lane, head]));
    const lanes = await client.query<{ lane: number }>(
      'select distinct lane from audit_events where clinic_id = $1',
      [clinicId],
    );
    for (const lane of [...new Set([...headOf.keys(), ...lanes.rows.map((row) => row.lane)])].sort(
      (a, b) => a - b,
    )) {
      let hash: Buffer = first;
      let seq = 0;
      for (;;) {
        const page = await client.query<Line>(
          `select lane, seq::text, (extract(epoch from at) * 1000)::bigint::text as at, patient_id, actor_id, entry, hash
             from audit_events where clinic_id = $1 and lane = $2 and seq > $3 order by audit_events.seq limit ${pageSize}`,
          [clinicId, lane, seq],
        );
        for (const line of page.rows) {
          const number = Number(line.seq);
          const place = `clinic ${clinicId}, lane ${lane}, line`;
          for (let missing = seq + 1; missing < number; missing++)
            faults.push(`${place} ${missing}: is missing`);
          const expected = createHash('sha256').update(hash).update(line.entry, 'utf8').digest();
          const isWhole = expected.equals(line.hash);
          if (!isWhole) faults.push(`${place} ${number}: was changed, or does not belong here`);
          else faults.push(...disagreements(line).map((what) => `${place} ${number}: ${what}`));
          const said = isWhole ? sayingOf(line.entry) : undefined;
          if (said?.['action'] === 'dosing-session.append')
            appended.add(`${String(said['resourceId'])}/${String(said['at'])}`);
          hash = line.hash;
          seq = number;
          checked += 1;
        }
        if (page.rows.length < pageSize) break;
      }
      const head = headOf.get(lane);
      if (head === undefined)
        faults.push(`clinic ${clinicId}, lane ${lane}: lines stand here and the lane has no head`);
      else if (Number(head.seq) !== seq || !head.hash.equals(hash)) {
        faults.push(
          `clinic ${clinicId}, lane ${lane}: the last line is ${seq} and the head says ${head.seq}; lines were cut off or added`,
        );
      }
    }
    const facts = await client.query<{ session_id: string; at: string; count: string }>(
      `select session_id, (extract(epoch from received_at) * 1000)::bigint::text as at, count(*)::text as count
         from dosing_session_events where clinic_id = $1 group by 1, 2 order by 2`,
      [clinicId],
    );
    for (const { session_id, at, count } of facts.rows) {
      if (!appended.has(`${session_id}/${at}`))
        faults.push(
          `clinic ${clinicId}, session ${session_id}: ${count} facts received at ${at} have no audit line`,
        );
    }
  } finally {
    await client.query('rollback');
  }
  return { checked, faults };
}

function sayingOf(entry: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(entry) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** The columns beside an entry are there to find it by; one that says something else hides it from a patient's eyes. */
function disagreements(line: Line): string[] {
  const said = sayingOf(line.entry);
  if (said === undefined) return ['cannot be read'];
  const wrong: string[] = [];
  if (String(said['at']) !== line.at) wrong.push('stands under another time than it says');
  if ((said['patientId'] ?? null) !== line.patient_id)
    wrong.push('stands under another patient than it says');
  if ((said['actorId'] ?? null) !== line.actor_id) wrong.push('stands under another person than it says');
  return wrong;
}

/** The owner's address of the database that runs in a data folder, from the files it keeps there. */
function addressInFolder(dataDir: string): string {
  const note = join(dataDir, 'postgres-is-at.txt');
  const home = existsSync(note) ? readFileSync(note, 'utf8').trim() : join(dataDir, 'postgres');
  const pidFile = join(home, 'cluster', 'postmaster.pid');
  if (!existsSync(pidFile)) {
    throw new Error(
      `No database is running in ${dataDir}. Start Mooring first, or set MOORING_DATA or DATABASE_URL.`,
    );
  }
  const port = readFileSync(pidFile, 'utf8').split('\n')[3]?.trim();
  const { ownerPassword } = JSON.parse(readFileSync(join(home, 'credentials.json'), 'utf8')) as {
    ownerPassword: string;
  };
  return `postgres://mooring_owner:${ownerPassword}@127.0.0.1:${port}/mooring`;
}

/** Everything, or one clinic; the last line is the verdict. */
export async function verify(
  connectionString: string,
  options: { clinicId?: string | undefined; say: (line: string) => void },
): Promise<number> {
  const client = new pg.Client({ connectionString, application_name: 'mooring-audit-verify' });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      'select id from clinics where $1::uuid is null or id = $1 order by id',
      [options.clinicId ?? null],
    );
    let checked = 0;
    let faults = 0;
    if (options.clinicId !== undefined && rows.length === 0) {
      faults += 1;
      options.say(`There is no clinic ${options.clinicId}.`);
    }
    for (const { id } of rows) {
      const found = await verifyClinic(client, id);
      for (const fault of found.faults) options.say(fault);
      checked += found.checked;
      faults += found.faults.length;
    }
    options.say(`${checked} lines checked, ${faults} faults`);
    return faults;
  } finally {
    await client.end();
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const at = process.argv.indexOf('--clinic');
  const dataDir = process.env['MOORING_DATA'] ?? join(fileURLToPath(new URL('..', import.meta.url)), 'data');
  try {
    const faults = await verify(process.env['DATABASE_URL'] ?? addressInFolder(dataDir), {
      clinicId: at < 0 ? undefined : process.argv[at + 1],
      say: (line) => console.log(line),
    });
    process.exitCode = faults === 0 ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  }
}
