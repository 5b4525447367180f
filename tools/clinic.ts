// Sets up a clinic from the terminal, on the data folder (MOORING_DATA) or on DATABASE_URL, while Mooring runs or not:
//   npm run clinic -- create --slug harbor --name "Harbor Clinic" --phone … --address … --hours … --zone … --crisis-place US
//   npm run clinic -- room --number 1 --name "Room 1"
//   npm run clinic -- staff --email … --name … --role nurse
//   npm run clinic -- room-list --file room-list.json
//   npm run clinic -- care --file care.json
//   npm run clinic -- certified-site --number S-1204 --until 2027-06-30 --entered-by "Dana Cole, owner"
//   npm run clinic -- form --form dast-10 --confirmed-by "Ray Solberg, prescriber"

import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { DatabaseRefusal } from '#server/postgres';
import {
  addRoom,
  addStaff,
  confirmFormLicence,
  createClinic,
  enterCertifiedSite,
  openInstallation,
  SetupRefusal,
  setCare,
  setRoomList,
} from '#server/setup';

type Options = Readonly<Record<string, string | readonly string[] | undefined>>;

const acts = {
  create: {
    needs: ['slug', 'name', 'phone', 'address', 'hours', 'zone', 'crisis-place'],
    may: ['host', 'jurisdiction', 'patients-per-nurse', 'site'],
  },
  room: { needs: ['number', 'name'], may: ['clinic'] },
  staff: { needs: ['email', 'name', 'role'], may: ['clinic'] },
  form: { needs: ['form', 'confirmed-by'], may: ['clinic'] },
  'room-list': { needs: ['file'], may: ['clinic'] },
  care: { needs: ['file'], may: ['clinic'] },
  'certified-site': { needs: ['number', 'until', 'entered-by'], may: ['clinic'] },
} as const;

type Act = keyof typeof acts;

export type Asked = { readonly act: Act; readonly options: Options };

/** What was asked for, or one sentence that says what is missing. */
export function askedFor(args: readonly string[]): Asked {
  const [word, ...rest] = args;
  if (word === undefined || !Object.hasOwn(acts, word))
    throw new SetupRefusal(`Say what to set up: ${usage()}`);
  const act = word as Act;
  const { needs, may } = acts[act];
  const names: readonly string[] = [...needs, ...may];
  let values: Options;
  try {
    ({ values } = parseArgs({
      args: rest,
      options: Object.fromEntries(
        names.map((name) => [name, { type: 'string' as const, multiple: name === 'role' }]),
      ),
      allowPositionals: false,
    }));
  } catch (error) {
    throw new SetupRefusal(
      `${error instanceof Error ? error.message.split('. ')[0] : String(error)}. Use: ${usageOf(act)}`,
    );
  }
  const missing = needs.filter((name) => values[name] === undefined);
  if (missing.length > 0)
    throw new SetupRefusal(`Missing: ${missing.map((name) => `--${name}`).join(', ')}. Use: ${usageOf(act)}`);
  return { act, options: values };
}

function usageOf(act: Act): string {
  const { needs, may } = acts[act];
  return `npm run clinic -- ${act} ${needs.map((name) => `--${name} …`).join(' ')} ${may.map((name) => `[--${name} …]`).join(' ')}`;
}

function usage(): string {
  return (Object.keys(acts) as Act[]).map((act) => `\n  ${usageOf(act)}`).join('');
}

const one = (options: Options, name: string): string => String(options[name] ?? '');
const perhaps = (options: Options, name: string): string | undefined =>
  options[name] === undefined ? undefined : one(options, name);

async function run({ act, options }: Asked, say: (line: string) => void): Promise<void> {
  // Read before the database is touched, so that a slip in the file changes nothing.
  const site = options['site'] === undefined ? undefined : jsonFile(one(options, 'site'));
  const list = options['file'] === undefined ? undefined : jsonFile(one(options, 'file'));
  const dataDir = resolve(
    process.env['MOORING_DATA'] ?? join(fileURLToPath(new URL('..', import.meta.url)), 'data'),
  );
  const installation = await openInstallation({
    dataDir,
    databaseUrl: process.env['DATABASE_URL'],
    databaseAppUrl: process.env['DATABASE_APP_URL'],
    say,
  });
  const ports = {
    ...installation,
    clock: { now: () => Date.now() },
    random: { bytes: (length: number) => randomBytes(length), uuid: () => randomUUID() },
  };
  try {
    switch (act) {
      case 'create': {
        await createClinic(ports, {
          slug: one(options, 'slug'),
          name: one(options, 'name'),
          phone: one(options, 'phone'),
          address: one(options, 'address'),
          hours: one(options, 'hours'),
          zone: one(options, 'zone'),
          crisisPlace: one(options, 'crisis-place'),
          host: perhaps(options, 'host'),
          jurisdiction: perhaps(options, 'jurisdiction'),
          patientsPerNurse: perhaps(options, 'patients-per-nurse'),
          site,
        });
        say(`${one(options, 'name')} is set up. Next: its rooms and its staff.`);
        say('  npm run clinic -- room --number 1 --name "Room 1"');
        say('  npm run clinic -- staff --email … --name … --role nurse');
        return;
      }
      case 'room':
        await addRoom(ports, {
          clinic: perhaps(options, 'clinic'),
          number: one(options, 'number'),
          name: one(options, 'name'),
        });
        say(`${one(options, 'name')} is set up.`);
        return;
      case 'staff': {
        const made = await addStaff(
          ports,
          {
            clinic: perhaps(options, 'clinic'),
            email: one(options, 'email'),
            name: one(options, 'name'),
            roles: [options['role'] ?? []].flat().map(String),
          },
          readPassword,
        );
        say(`${one(options, 'name')} can sign in at ${made.clinicName} with the password and six digits.`);
        say('For the authenticator, shown this once and kept sealed from now on:');
        say(`  ${made.address}`);
        say(`  secret ${made.secret}`);
        return;
      }
      case 'certified-site': {
        const { clinicName } = await enterCertifiedSite(ports, {
          clinic: perhaps(options, 'clinic'),
          number: one(options, 'number'),
          until: one(options, 'until'),
          enteredBy: one(options, 'entered-by'),
        });
        say(`The spray may be opened at ${clinicName} to the end of ${one(options, 'until')}.`);
        return;
      }
      case 'room-list': {
        const { clinicName, names } = await setRoomList(ports, { clinic: perhaps(options, 'clinic'), list });
        say(`${clinicName} now goes through these before a dose: ${names.join(', ')}.`);
        return;
      }
      case 'care': {
        const { clinicName, named } = await setCare(ports, {
          clinic: perhaps(options, 'clinic'),
          file: list,
        });
        say(`${clinicName} now has its own: ${named.join(', ')}.`);
        return;
      }
      case 'form': {
        const confirmed = await confirmFormLicence(ports, {
          clinic: perhaps(options, 'clinic'),
          form: one(options, 'form'),
          confirmedBy: one(options, 'confirmed-by'),
        });
        say(`${confirmed.clinicName} now offers the ${confirmed.formName}. What was confirmed:`);
        for (const condition of confirmed.conditions) say(`  ${condition}`);
        return;
      }
    }
  } finally {
    await installation.close();
  }
}

function jsonFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new SetupRefusal(
      error instanceof SyntaxError
        ? `${path} is not JSON: ${error.message}.`
        : `${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
}

/** From the terminal without showing it, twice; or the first line of what is piped in. */
async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8').split(/\r?\n/)[0] ?? '';
  }
  const said = await unseenLine('Password (at least 15 characters): ');
  if ((await unseenLine('Once more: ')) !== said)
    throw new SetupRefusal('The two passwords differ. Nothing was kept.');
  return said;
}

function unseenLine(question: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.resume();
  return new Promise((done, refuse) => {
    let typed = '';
    const end = (): void => {
      stdin.off('data', hear);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
    };
    const hear = (text: string): void => {
      for (const key of text) {
        if (key === '\r' || key === '\n' || key === '\u0004') {
          end();
          done(typed);
          return;
        }
        if (key === '\u0003') {
          end();
          refuse(new SetupRefusal('Stopped. Nothing was kept.'));
          return;
        }
        typed = key === '\u007f' || key === '\b' ? [...typed].slice(0, -1).join('') : typed + key;
      }
    };
    stdin.on('data', hear);
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await run(askedFor(process.argv.slice(2)), (line) => console.log(line));
  } catch (error) {
    if (!(error instanceof SetupRefusal) && !(error instanceof DatabaseRefusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
