// The load, in a process of its own: rounds of appending, of opening charts and of listening, each beside its floor.

import { randomUUID } from 'node:crypto';
import { connected, insertBare } from './bare-store.ts';
import { chartPatientId, type Room } from './clinic.ts';
import { appendText, vitalSigns } from './facts.ts';
import { type FloorJob, floor, type PacedFloorJob, pacedFloor } from './floor-load.ts';
import { type ReconnectJob, reconnect } from './reconnect-load.ts';
import { openListener, openWire, requestText } from './wire.ts';

export type Job =
  | {
      readonly kind: 'append';
      readonly port: number;
      readonly rooms: readonly Room[];
      readonly clients: number;
      readonly ms: number;
    }
  | {
      readonly kind: 'append-floor';
      readonly connectionString: string;
      readonly clinicId: string;
      readonly clients: number;
      readonly ms: number;
    }
  | {
      readonly kind: 'chart';
      readonly port: number;
      readonly cookie: string;
      readonly patients: number;
      readonly clients: number;
      readonly ms: number;
    }
  | {
      readonly kind: 'chart-floor';
      readonly connectionString: string;
      readonly clinicId: string;
      readonly patients: number;
      readonly clients: number;
      readonly ms: number;
    }
  | {
      readonly kind: 'listen';
      readonly port: number;
      readonly room: Room;
      readonly listeners: readonly string[];
      readonly events: number;
      readonly everyMs: number;
    }
  | FloorJob
  | PacedFloorJob
  | ReconnectJob;

export type Done = {
  readonly perSecond: number;
  readonly latenciesMs: readonly number[];
  /** For a floor: from sending to the wall having it. */
  readonly wallMs?: readonly number[] | undefined;
};

/** Each client asks again as soon as it is answered, until the time is over. The first fifth warms up and is not counted. */
async function round(clients: number, ms: number, ask: (client: number) => Promise<void>): Promise<Done> {
  const latenciesMs: number[] = [];
  const from = performance.now() + ms / 5;
  const until = performance.now() + ms;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let asked = performance.now(); asked < until; asked = performance.now()) {
        await ask(client);
        const answered = performance.now();
        if (asked >= from && answered <= until) latenciesMs.push(answered - asked);
      }
    }),
  );
  return { perSecond: latenciesMs.length / ((until - from) / 1_000), latenciesMs };
}

function roomAt(rooms: readonly Room[], index: number): Room {
  const room = rooms[index % rooms.length];
  if (room === undefined) throw new Error('There is no room.');
  return room;
}

async function append(job: Extract<Job, { kind: 'append' }>): Promise<Done> {
  const devices = Array.from({ length: job.clients }, (_, client) => ({
    room: roomAt(job.rooms, client),
    deviceId: randomUUID() as string,
    deviceSeq: 0,
  }));
  const wires = await Promise.all(devices.map(() => openWire(job.port)));
  const done = await round(job.clients, job.ms, async (client) => {
    const device = devices[client];
    if (device === undefined) return;
    device.deviceSeq += 1;
    const answer = await wires[client]?.ask(appendText(device.room, vitalSigns(device)));
    if (answer?.status !== 200) throw new Error(`An append was answered ${answer?.status}: ${answer?.body}`);
    const { contiguousDeviceSeq } = JSON.parse(answer.body) as { contiguousDeviceSeq: number };
    if (contiguousDeviceSeq !== device.deviceSeq)
      throw new Error(`Device fact ${device.deviceSeq} is not kept: ${answer.body}`);
  });
  for (const wire of wires) wire.close();
  return done;
}

async function appendFloor(job: Extract<Job, { kind: 'append-floor' }>): Promise<Done> {
  const clients = await connected(job.connectionString, job.clinicId, job.clients);
  const devices = clients.map(() => ({
    room: { patientId: randomUUID() as string, sessionId: randomUUID() as string },
    deviceId: randomUUID() as string,
    deviceSeq: 0,
  }));
  const done = await round(job.clients, job.ms, async (client) => {
    const device = devices[client];
    if (device === undefined) return;
    device.deviceSeq += 1;
    await insertBare(clients[client], job.clinicId, vitalSigns(device));
  });
  await Promise.all(clients.map((client) => client.end()));
  return done;
}

/** A fixed walk over the patients: the same for us and for the floor, and never the same patient twice in a row. */
function patientAt(step: number, patients: number): string {
  return chartPatientId(1 + ((step * 7_919) % patients));
}

async function chart(job: Extract<Job, { kind: 'chart' }>): Promise<Done> {
  const wires = await Promise.all(Array.from({ length: job.clients }, () => openWire(job.port)));
  let step = 0;
  const done = await round(job.clients, job.ms, async (client) => {
    const answer = await wires[client]?.ask(
      requestText({
        method: 'GET',
        path: `/api/patients/${patientAt(step++, job.patients)}/chart`,
        cookie: job.cookie,
      }),
    );
    if (answer?.status !== 200) throw new Error(`A chart was answered ${answer?.status}: ${answer?.body}`);
    const {
      vitalSigns: readings,
      record,
      responses,
    } = JSON.parse(answer.body) as Record<'vitalSigns' | 'record' | 'responses', unknown[]>;
    if (readings.length !== 100 || record.length !== 10 || responses.length !== 10)
      throw new Error('A chart came without its history.');
  });
  for (const wire of wires) wire.close();
  return done;
}

/** The rows of the same chart in one prepared statement, read and parsed, with nothing around it. */
async function chartFloor(job: Extract<Job, { kind: 'chart-floor' }>): Promise<Done> {
  const clients = await connected(job.connectionString, job.clinicId, job.clients);
  let step = 0;
  const done = await round(job.clients, job.ms, async (client) => {
    const answer = await clients[client]?.query<{ chart: string }>({
      name: 'bare-chart',
      text: `select json_build_object(
          'patient', (select row_to_json(p) from patients p where p.clinic_id = $1 and p.id = $2),
          'record', (select json_agg(h) from (select id, version, kind, body, origin, status, recorded_at, recorded_by_name from health_record_entries where clinic_id = $1 and patient_id = $2) h),
          'vitalSigns', (select json_agg(o) from (select id, effective_at, origin, body from observations where clinic_id = $1 and patient_id = $2 order by effective_at desc limit 100) o),
          'responses', (select json_agg(r) from (select id, instrument, instrument_version, answers, status, score, authored_at, version from questionnaire_responses where clinic_id = $1 and patient_id = $2 order by authored_at desc limit 10) r)
        )::text as chart`,
      values: [job.clinicId, patientAt(step++, job.patients)],
    });
    const { vitalSigns: readings } = JSON.parse(answer?.rows[0]?.chart ?? '{}') as { vitalSigns?: unknown[] };
    if (readings?.length !== 100) throw new Error('A bare chart came without its readings.');
  });
  await Promise.all(clients.map((client) => client.end()));
  return done;
}

/** A nurse appends; every listening screen notes when it heard. Measured from before the request is sent. */
async function listen(job: Extract<Job, { kind: 'listen' }>): Promise<Done> {
  const sentAt = new Map<string, number>();
  const latenciesMs: number[] = [];
  const hear = (event: string): void => {
    if (!event.includes('"topic":"session"')) return;
    const heardAt = performance.now();
    const eventId = /"eventId":"([^"]+)"/.exec(event)?.[1];
    const sent = eventId === undefined ? undefined : sentAt.get(eventId);
    if (sent !== undefined) latenciesMs.push(heardAt - sent);
  };
  const listeners = await Promise.all(job.listeners.map((cookie) => openListener(job.port, cookie, hear)));
  const wire = await openWire(job.port);
  const deviceId = randomUUID();
  const startedAt = performance.now();
  for (let deviceSeq = 1; deviceSeq <= job.events; deviceSeq++) {
    const event = vitalSigns({ room: job.room, deviceId, deviceSeq });
    const text = appendText(job.room, event);
    sentAt.set(event.eventId, performance.now());
    const answer = await wire.ask(text);
    if (answer.status !== 200) throw new Error(`An append was answered ${answer.status}: ${answer.body}`);
    await new Promise((done) => setTimeout(done, job.everyMs));
  }
  await new Promise((done) => setTimeout(done, 1_000));
  for (const listener of listeners) listener.close();
  wire.close();
  const expected = job.events * job.listeners.length;
  if (latenciesMs.length !== expected)
    throw new Error(`${expected - latenciesMs.length} of ${expected} screens did not hear.`);
  return { perSecond: expected / ((performance.now() - startedAt) / 1_000), latenciesMs };
}

async function work(job: Job): Promise<Done> {
  switch (job.kind) {
    case 'append':
      return await append(job);
    case 'append-floor':
      return await appendFloor(job);
    case 'chart':
      return await chart(job);
    case 'chart-floor':
      return await chartFloor(job);
    case 'listen':
      return await listen(job);
    case 'floor':
      return await floor(job);
    case 'paced-floor':
      return await pacedFloor(job);
    case 'reconnect':
      return await reconnect(job);
  }
}

process.on('message', (job: Job) => {
  work(job).then(
    (done) => process.send?.({ done }),
    (error: unknown) => process.send?.({ failed: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
