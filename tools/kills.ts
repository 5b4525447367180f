// Kills the real server and the real database at random moments, while tablets write, and looks afterwards whether
// anything that was acknowledged is missing or there twice: `npm run kills -- --times 50 --seed 1`. The last line is the
// verdict. What is killed are processes: what the kernel had taken to write is written, as it is not when the power goes.

import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Random, randomFrom, wholeBetween } from '#dosing-session/random.ts';
import { withOwner } from '#server/postgres';
import { addStaff, createClinic, openInstallation } from '#server/setup';
import { openRunningRoom, type RunningRoom } from '#test/running-room.ts';
import { verify } from './audit-verify.ts';
import { type Device, type Nurse, openDevice, signIn } from './kills/devices.ts';
import { type House, openHouse, type Part } from './kills/house.ts';
import { judge, type Verdict } from './kills/verdict.ts';

export type Outcome = Verdict & { readonly kills: number };

const roomCount = 3;
const devicesPerRoom = 2;
const drainsWithinMs = 60_000;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

type Clinic = {
  readonly clinicId: string;
  readonly rooms: readonly { room: RunningRoom; nurses: Nurse[] }[];
};

/** A clinic of its own, set up as at the terminal, with a session running in each room. */
async function furnish(house: House): Promise<Clinic> {
  const installation = await openInstallation({
    dataDir: house.dataDir,
    databaseUrl: undefined,
    databaseAppUrl: undefined,
    say: () => undefined,
  });
  const ports = {
    ...installation,
    clock: { now: () => Date.now() },
    random: { bytes: (length: number) => randomBytes(length), uuid: () => randomUUID() },
  };
  try {
    const clinicId = await createClinic(ports, {
      slug: 'killed',
      name: 'A clinic that goes dark',
      phone: '+1 555 0100',
      address: '1 Quay Street',
      hours: 'Mon to Fri',
      zone: 'America/New_York',
      crisisPlace: 'US',
    });
    const nurses: Nurse[] = [];
    for (let number = 1; number <= roomCount * devicesPerRoom; number++) {
      const email = `nurse-${number}@killed.example`;
      const password = randomBytes(18).toString('base64url');
      const made = await addStaff(
        ports,
        { clinic: undefined, email, name: `Nurse ${number}`, roles: ['nurse'] },
        () => Promise.resolve(password),
      );
      nurses.push({ email, password, secret: made.secret });
    }
    const rooms = await withOwner(installation.ownerConnectionString, async (owner) => {
      await owner.query('begin');
      await owner.query(`select set_config('app.clinic', $1, true)`, [clinicId]);
      const { rows } = await owner.query<{ id: string; email: string }>(
        'select id, email from accounts where clinic_id = $1',
        [clinicId],
      );
      const idOf = new Map(rows.map((row) => [row.email, row.id]));
      const opened: Clinic['rooms'][number][] = [];
      for (let number = 1; number <= roomCount; number++) {
        const ours = nurses.slice((number - 1) * devicesPerRoom, number * devicesPerRoom);
        const room = await openRunningRoom(owner, {
          clinicId,
          number,
          nurseIds: ours.map((nurse) => idOf.get(nurse.email) ?? ''),
        });
        opened.push({ room, nurses: ours });
      }
      await owner.query('commit');
      return opened;
    });
    return { clinicId, rooms };
  } finally {
    await installation.close();
  }
}

const turns: readonly (readonly Part[])[] = [['server'], ['database'], ['server', 'database']];

/** Whoever waits is told when the next request leaves, so that a kill can fall into the middle of it. */
function openRequests(): { sent(): void; next(): Promise<void> } {
  const waiting: (() => void)[] = [];
  return {
    sent: () => {
      for (const tell of waiting.splice(0)) tell();
    },
    next: () => new Promise((done) => waiting.push(done)),
  };
}

export async function runKills(asked: {
  readonly times: number;
  readonly seed: number;
  readonly say: (line: string) => void;
  /** Given the house as soon as it stands, so that whoever is interrupted can still end it. */
  readonly standing?: (house: House) => void;
}): Promise<Outcome> {
  const { times, seed, say } = asked;
  const random = randomFrom(seed);
  const house = await openHouse();
  asked.standing?.(house);
  try {
    await house.ready();
    const { clinicId, rooms } = await furnish(house);
    const requests = openRequests();
    const devices: Device[] = [];
    for (const { room, nurses } of rooms)
      for (const nurse of nurses)
        devices.push(
          openDevice({
            origin: house.origin,
            room,
            cookie: await signIn(house.origin, nurse),
            random: randomFrom(seed * 1_000 + devices.length),
            sent: requests.sent,
          }),
        );
    let stopping = false;
    const working = Promise.all(devices.map((device) => device.run(() => stopping)));
    const told = await killAgainAndAgain({ house, times, random, devices, next: requests.next, say });
    stopping = true;
    const drained = await Promise.race([working.then(() => true), pause(drainsWithinMs).then(() => false)]);
    if (!drained) say('The outboxes did not empty.');
    say(told);
    const verdict = await judge({
      origin: house.origin,
      ownerConnectionString: house.ownerConnectionString(),
      clinicId,
      devices,
    });
    const faults = [...verdict.faults];
    await verify(house.ownerConnectionString(), {
      clinicId,
      say: (line) => {
        if (/lines checked/.test(line)) say(`audit chain: ${line}`);
        else faults.push(line);
      },
    });
    return { ...verdict, faults, kills: times };
  } finally {
    await house.stop();
  }
}

async function killAgainAndAgain(about: {
  readonly house: House;
  readonly times: number;
  readonly random: Random;
  readonly devices: readonly Device[];
  readonly next: () => Promise<void>;
  readonly say: (line: string) => void;
}): Promise<string> {
  const { house, times, random, devices, next, say } = about;
  const killed = { server: 0, database: 0, both: 0, midRequest: 0, starting: 0 };
  const first = wholeBetween(random, 0, turns.length - 1);
  await house.ready();
  for (let done = 0; done < times; ) {
    // One in five falls while the house is still coming up from the one before.
    const whileStarting = done > 0 && random() < 0.2;
    if (whileStarting) await pause(wholeBetween(random, 20, 1_200));
    else {
      await house.ready();
      await pause(wholeBetween(random, 40, 900));
      if (random() < 0.6) {
        await next();
        await pause(wholeBetween(random, 0, 12));
      }
    }
    const parts = turns[(first + done) % turns.length] ?? [];
    const onTheWay = devices.some((device) => device.inFlight() > 0);
    const gone: Part[] = [];
    for (const part of parts) if (await house.kill(part)) gone.push(part);
    house.revive();
    if (gone.length === 0) continue;
    done += 1;
    killed[gone.length === 2 ? 'both' : (gone[0] ?? 'server')] += 1;
    if (onTheWay) killed.midRequest += 1;
    if (whileStarting) killed.starting += 1;
    if (done % 10 === 0)
      say(
        `${done} kills, and ${devices.reduce((sum, each) => sum + each.acknowledged.size, 0)} events acknowledged so far`,
      );
  }
  await house.ready();
  return `${killed.server} kills of the server, ${killed.database} of the database, ${killed.both} of both; ${killed.midRequest} while a request was on its way, ${killed.starting} while the house was starting again`;
}

export function verdictLine(outcome: Outcome): string {
  return `${outcome.kills} kills, ${outcome.acknowledged} events acknowledged, ${outcome.lost} lost, ${outcome.twice} twice`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { times: { type: 'string' }, seed: { type: 'string' } } });
  const times = Number(values.times ?? 50);
  const seed = Number(values.seed ?? randomInt(1, 1_000_000));
  if (!Number.isInteger(times) || times < 1 || !Number.isInteger(seed))
    throw new Error('Use: npm run kills -- --times 50 --seed 1');
  const say = (line: string): void => console.log(line);
  say(`Seed ${seed}.`);
  const from = performance.now();
  const outcome = await runKills({
    times,
    seed,
    say,
    standing: (house) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const)
        process.once(signal, () => void house.stop().finally(() => process.exit(130)));
    },
  });
  for (const fault of outcome.faults) say(fault);
  say(
    `${outcome.keptUnanswered} were kept by a sending whose answer never came, and acknowledged to a later one`,
  );
  say(`${Math.round((performance.now() - from) / 1_000)} s, ${outcome.faults.length} other faults`);
  say(verdictLine(outcome));
  process.exitCode = outcome.lost + outcome.twice + outcome.faults.length === 0 ? 0 : 1;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
