// Takes the pictures of the README: starts the demonstration clinic on a fresh database with its clock set to one fixed
// morning, lets two people into their rooms through the same routes everyone uses, and photographs what each person sees.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { getDay } from '#api/appointments.ts';
import { listSeries } from '#api/consult.ts';
import { appendSessionEvents, openSession } from '#api/dosing-sessions.ts';
import type { AnswerOf, BodyOf, Endpoint } from '#api/endpoint.ts';
import { getMe } from '#api/me.ts';
import { askForRide, savePreparation } from '#api/preparation.ts';
import { type Instant, instantOf } from '#clinical/instant.ts';
import { ivExample1 } from '#clinical/protocol/iv-example-1.ts';
import { sentPart } from '#dosing-session/canonical.ts';
import { simulateSession } from '#dosing-session/simulate.ts';
import { createApp } from '#server/app';
import { demoStaff, seedDemoClinicOnce } from '#server/demo';
import { jsonLog } from '#server/log';
import { migrate, openPool, startEmbedded } from '#server/postgres';
import { openSecrets, type Random } from '#server/secrets';
import { buildWebOnce } from './build-web.ts';
import { ensureChromium } from './chromium.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = join(root, 'docs', 'pictures');
const largestBytes = 250_000;
const zone = 'America/New_York';
const minute = 60_000;
/** One fixed morning, so that taking the pictures again changes only what the product changed. */
const morning = instantOf('2026-12-02', 10 * 60 + 21, zone);

const phone = { width: 390, height: 844 };
const tablet = { width: 1180, height: 820 };
const wall = { width: 1600, height: 1060 };
const desktop = { width: 1280, height: 860 };

type Clinic = {
  readonly origin: string;
  readonly now: () => Instant;
  /** Until then the morning stands still, however long it takes to live everyone up to it. */
  letTimePass(): void;
  stop(): Promise<void>;
};

async function startClinic(): Promise<Clinic> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mooring-pictures-'));
  const embedded = await startEmbedded({ dataDir, sharedFolder: join(dataDir, 'shared'), durable: false });
  await migrate({
    ownerConnectionString: embedded.ownerConnectionString,
    directory: join(root, 'database', 'migrations'),
    appRole: embedded.appRole,
    appPassword: embedded.appPassword,
  });
  const pool = openPool({ connectionString: embedded.appConnectionString, max: 8 });
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  let since: number | undefined;
  const clock = { now: () => (since === undefined ? morning : morning + Date.now() - since) };
  const random: Random = { bytes: (length) => randomBytes(length), uuid: () => randomUUID() };
  const log = jsonLog((line) => void process.stderr.write(line.includes('"error"') ? line : ''), clock.now);
  const shared = {
    pool,
    random,
    secrets: openSecrets(randomBytes(32)),
    log,
    origin,
    demo: true,
    budgetScale: 1_000,
  };
  const distDirectory = join(root, 'dist');
  const app = createApp({ ...shared, clock, distDirectory });
  await seedDemoClinicOnce({
    ownerConnectionString: embedded.ownerConnectionString,
    ports: app.ports,
    appAt: (turned) => createApp({ ...shared, clock: turned, distDirectory }),
  });
  server.on('request', getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  return {
    origin,
    now: clock.now,
    letTimePass() {
      since = Date.now();
    },
    async stop() {
      app.close();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
      await pool.end();
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

type Who = { readonly email: string } | { readonly accountId: string };

type Person = {
  readonly cookie: string;
  ask<E extends Endpoint>(
    endpoint: E,
    input?: { params?: Record<string, string>; body?: BodyOf<E> },
  ): Promise<AnswerOf<E>>;
};

/** Enters through the demonstration page's own button, then asks as that person. */
async function enter(origin: string, who: Who): Promise<Person> {
  const entered = await fetch(`${origin}/demo/enter`, {
    method: 'POST',
    body: new URLSearchParams(who),
    redirect: 'manual',
  });
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
  return {
    cookie,
    async ask(endpoint, { params = {}, body } = {}) {
      const path = endpoint.path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) => params[name] ?? '');
      const writes = endpoint.method !== 'GET';
      const response = await fetch(`${origin}${path}`, {
        method: endpoint.method,
        headers: {
          cookie,
          'x-mooring': '1',
          ...(writes ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}),
        },
        ...(writes ? { body: JSON.stringify(body ?? {}) } : {}),
      });
      const answer: unknown = await response.json();
      if (!response.ok) throw new Error(`${endpoint.method} ${path}: ${JSON.stringify(answer)}`);
      return answer as AnswerOf<typeof endpoint>;
    },
  };
}

const staffNamed = (key: (typeof demoStaff)[number]['key']) => {
  const found = demoStaff.find((member) => member.key === key);
  if (found === undefined) throw new Error(`Nobody called ${key} works here.`);
  return found;
};

type Arrival = {
  readonly origin: string;
  readonly email: string;
  readonly name: string;
  readonly arrivedAt: Instant;
  readonly seed: number;
  readonly baseline: { readonly systolicMmHg: number; readonly diastolicMmHg: number };
  readonly escort: { readonly name: string; readonly relation: string };
};

/** Lets one person arrive and their session run from then until now; each fact is sent by whoever made it. */
async function letIn({
  origin,
  email,
  name,
  arrivedAt,
  seed,
  baseline,
  escort,
}: Arrival): Promise<{ patientId: string; sessionId: string }> {
  const [nurse, second, prescriber] = [staffNamed('maria'), staffNamed('tom'), staffNamed('okafor')];
  const patient = await enter(origin, { email });
  const desk = await enter(origin, { accountId: nurse.id });
  const me = await patient.ask(getMe);
  const patientId = me.patientId ?? '';
  const { rows } = await desk.ask(getDay);
  const appointment = rows.find((row) => row.appointment.patientId === patientId)?.appointment;
  const { series } = await desk.ask(listSeries, { params: { patientId } });
  const order = series.at(-1)?.order;
  if (appointment === undefined || order === undefined)
    throw new Error(`${name} has no dose to be given today.`);
  const sessionId = randomUUID();
  await desk.ask(openSession, {
    params: { patientId },
    body: { id: sessionId, appointmentId: appointment.id },
  });
  if (order.weightKg === undefined) throw new Error('The pictured order has no weight.');
  const events = simulateSession({
    seed,
    startAt: arrivedAt,
    edition: ivExample1,
    patient: {
      sessionId,
      patientId,
      name,
      orderId: order.id,
      doseMg: order.doseMg,
      weightKg: order.weightKg,
      baseline: { ...baseline, heartRatePerMin: 72, spo2Percent: 98 },
      escort,
    },
    devices: {
      nurse: { id: nurse.id, name: nurse.name, role: 'nurse' },
      secondNurse: { id: second.id, name: second.name, role: 'nurse' },
      prescriber: { id: prescriber.id, name: prescriber.name, role: 'prescriber' },
      tablet: { id: randomUUID() },
      phone: { id: randomUUID() },
      desktop: { id: randomUUID() },
      callButton: { id: randomUUID() },
    },
    happenings: { highPressure: false, calls: false, nausea: false, lateEntry: false },
  }).filter((event) => event.recordedAt <= morning);
  for (const event of events) {
    const author =
      event.authorId === patientId ? patient : await enter(origin, { accountId: event.authorId });
    await author.ask(appendSessionEvents, {
      params: { patientId, sessionId },
      body: { events: [sentPart(event)] },
    });
  }
  return { patientId, sessionId };
}

/** In the demonstration James has not said his limits yet; in the picture of a room they should be read. */
async function sayLimits({ origin, email }: Pick<Arrival, 'origin' | 'email'>): Promise<void> {
  const patient = await enter(origin, { email });
  const patientId = (await patient.ask(getMe)).patientId ?? '';
  const cycle = await nextCycle(patient, patientId);
  const params = { patientId, cycleId: cycle.id };
  await patient.ask(savePreparation, {
    params: { ...params, itemId: randomUUID() },
    body: {
      version: 0,
      body: {
        kind: 'limits',
        touch: 'My left hand, ask first.',
        recording: 'no',
        talkOrQuiet: 'quiet',
        people: 'Only the nurse.',
      },
    },
  });
  await patient.ask(savePreparation, {
    params: { ...params, itemId: randomUUID() },
    body: {
      version: 0,
      body: {
        kind: 'navigation-plan',
        helps: 'A quiet voice.',
        doesNotHelp: 'Questions.',
        wordsToSay: 'You are in the chair. It passes.',
        wakeMeIf: 'I cry for more than a few minutes.',
      },
    },
  });
}

async function nextCycle(person: Person, patientId: string): Promise<{ readonly id: string }> {
  const { series } = await person.ask(listSeries, { params: { patientId } });
  const cycle = series
    .at(-1)
    ?.cycles.find(({ doseAt }) => doseAt !== undefined && doseAt > morning - 60 * minute);
  if (cycle === undefined) throw new Error('There is no dose ahead.');
  return cycle;
}

type Shot = {
  readonly file: string;
  readonly size: { readonly width: number; readonly height: number };
  /** The name on the demonstration page's button; left out, nobody is signed in. */
  readonly as?: string;
  readonly path: string;
  /** Words that stand on the finished screen. */
  readonly shows: string | RegExp;
  readonly before?: (page: Page) => Promise<void>;
};

async function photograph(context: BrowserContext, origin: string, shot: Shot): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize(shot.size);
  if (shot.as !== undefined) {
    await page.goto(`${origin}/demo`);
    await page.getByRole('button', { name: `Enter as ${shot.as}` }).click();
    await page.waitForURL(/\/(app|clinic)\//);
  }
  await page.goto(`${origin}${shot.path}`);
  try {
    await page.getByText(shot.shows).filter({ visible: true }).first().waitFor();
  } catch (error) {
    const instead = join(tmpdir(), `mooring-instead-of-${shot.file}`);
    await page.screenshot({ path: instead });
    throw new Error(`its words did not appear; what stood there is in ${instead}`, { cause: error });
  }
  await shot.before?.(page);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  await page.waitForTimeout(600);
  const path = join(pictures, shot.file);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  const { size } = statSync(path);
  if (size > largestBytes)
    throw new Error(`${shot.file} weighs ${size} bytes, which is more than a reader should fetch.`);
  process.stdout.write(`${shot.file} ${Math.round(size / 1000)} kB\n`);
  await page.close();
}

async function takeAll({ origin, now, letTimePass }: Clinic): Promise<void> {
  const resting = {
    origin,
    email: 'ana@home.example',
    name: 'Ana Reyes',
    arrivedAt: morning - 82 * minute,
    seed: 7,
    baseline: { systolicMmHg: 124, diastolicMmHg: 78 },
    escort: { name: 'Luz', relation: 'sister' },
  };
  const dosing = {
    origin,
    email: 'james@home.example',
    name: 'James Tan',
    arrivedAt: morning - 48 * minute,
    seed: 11,
    baseline: { systolicMmHg: 132, diastolicMmHg: 84 },
    escort: { name: 'Ben', relation: 'brother' },
  };
  await letIn(resting);
  await sayLimits(dosing);
  const room = await letIn(dosing);
  const coming = await enter(origin, { email: 'sam@home.example' });
  const patientId = (await coming.ask(getMe)).patientId ?? '';
  const cycle = await nextCycle(coming, patientId);
  const { link } = await coming.ask(askForRide, {
    params: { patientId, cycleId: cycle.id },
    body: { id: randomUUID(), name: 'Robin', relationship: 'friend' },
  });
  letTimePass();

  const shots: readonly Shot[] = [
    {
      file: 'first-session.png',
      size: desktop,
      path: '/first-session',
      shows: 'What a first session is like',
    },
    { file: 'today.png', size: phone, as: 'Sam Kim', path: '/app/', shows: /Sam/ },
    { file: 'progress.png', size: phone, as: 'Helen Stroud', path: '/app/progress', shows: /PHQ-9/ },
    { file: 'companion.png', size: phone, path: new URL(link).pathname + new URL(link).hash, shows: /Sam/ },
    {
      file: 'gate-sheet.png',
      size: desktop,
      as: 'Dr. N. Okafor',
      path: `/clinic/patients/${patientId}/gate`,
      shows: /Sam Kim/,
    },
    {
      file: 'room.png',
      size: tablet,
      as: 'Maria Ruiz',
      path: `/clinic/patients/${room.patientId}/sessions/${room.sessionId}/room`,
      shows: /James Tan/,
    },
    { file: 'board.png', size: wall, as: 'Maria Ruiz', path: '/clinic/board', shows: 'J. T.' },
  ];
  const wanted = process.argv.slice(2);
  const browser = await chromium.launch({
    executablePath: ensureChromium((sentence) => process.stdout.write(`${sentence}\n`)),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const failed: string[] = [];
  try {
    for (const shot of shots.filter(
      ({ file }) => wanted.length === 0 || wanted.some((part) => file.startsWith(part)),
    )) {
      // A context each: nobody in these pictures is signed in as somebody else.
      const context = await browser.newContext({
        locale: 'en-US',
        timezoneId: zone,
        deviceScaleFactor: 1,
        reducedMotion: 'reduce',
      });
      context.setDefaultTimeout(15_000);
      // The browser's clock agrees with the clinic's, so that no screen warns of a clock that is off.
      await context.clock.install({ time: now() });
      await photograph(context, origin, shot).catch((error: Error) => {
        failed.push(shot.file);
        process.stderr.write(`${shot.file} was not taken: ${error.message.split('\n')[0]}\n`);
      });
      await context.close();
    }
  } finally {
    await browser.close();
  }
  if (failed.length > 0) process.exitCode = 1;
}

mkdirSync(pictures, { recursive: true });
buildWebOnce((sentence) => process.stdout.write(`${sentence}\n`));
const clinic = await startClinic();
try {
  await takeAll(clinic);
} finally {
  await clinic.stop();
}
