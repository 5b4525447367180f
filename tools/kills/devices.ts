// Tablets at the bedside, simulated: each makes facts, holds them in an outbox, and sends them again under the same ids
// until the clinic has said that it keeps them. What was said to be kept is remembered here, to be held against the store.

import { randomUUID } from 'node:crypto';
import type { SessionEvent, SessionFact } from '#dosing-session/events.ts';
import { type Random, wholeBetween } from '#dosing-session/random.ts';
import { totpCode } from '#server/sign-in';
import type { RunningRoom } from '#test/running-room.ts';

export type Nurse = { readonly email: string; readonly password: string; readonly secret: string };

export type Acknowledged = {
  readonly event: SessionEvent;
  readonly version: number;
  /** When the sending began that was answered at last. */
  readonly sentAt: number;
};

export type Device = {
  readonly id: string;
  readonly room: RunningRoom;
  readonly cookie: string;
  readonly acknowledged: ReadonlyMap<string, Acknowledged>;
  /** Whatever the clinic said that it may not say, such as another version for the same fact. */
  readonly faults: readonly string[];
  readonly made: () => number;
  readonly waiting: () => number;
  readonly inFlight: () => number;
  /** Works until told to stop, and then until nothing is waiting. */
  run(stopping: () => boolean): Promise<void>;
};

const largestSending = 10;
const answersWithinMs = 3_000;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

function ask(origin: string, path: string, cookie: string | undefined, body: unknown): Promise<Response> {
  return fetch(`${origin}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-mooring': '1',
      ...(cookie === undefined ? {} : { cookie }),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(answersWithinMs),
  });
}

/** Password, then the six digits, as at the screen. */
export async function signIn(origin: string, nurse: Nurse): Promise<string> {
  const first = await ask(origin, '/api/sign-in/password', undefined, {
    email: nurse.email,
    password: nurse.password,
  });
  const { challengeId } = (await first.json()) as { challengeId: string };
  const second = await ask(origin, '/api/sign-in/second-factor', undefined, {
    challengeId,
    code: totpCode(nurse.secret, Date.now()),
  });
  const cookie = second.headers.get('set-cookie')?.split(';')[0];
  if (second.status !== 200 || cookie === undefined)
    throw new Error(`${nurse.email} could not sign in: ${second.status} ${await second.text()}`);
  return cookie;
}

function factFrom(random: Random): SessionFact {
  if (random() < 0.2)
    return { type: 'NoteAdded', v: 1, text: `Breathing calmly, ${wholeBetween(random, 8, 20)} a minute.` };
  if (random() < 0.2) return { type: 'SedationRated', v: 1, moaas: wholeBetween(random, 3, 5) };
  return {
    type: 'VitalSignsMeasured',
    v: 1,
    systolicMmHg: wholeBetween(random, 105, 150),
    diastolicMmHg: wholeBetween(random, 60, 95),
    heartRatePerMin: wholeBetween(random, 55, 100),
    spo2Percent: wholeBetween(random, 93, 100),
    couldNotRead: [],
    context: 'unscheduled',
    source: 'typed',
  };
}

type Kept = {
  readonly kept: readonly { readonly eventId: string; readonly version: number }[];
  readonly contiguousDeviceSeq: number;
};

export function openDevice(about: {
  readonly origin: string;
  readonly room: RunningRoom;
  readonly cookie: string;
  readonly random: Random;
  /** Told as each request leaves. */
  readonly sent: () => void;
}): Device {
  const { origin, room, cookie, random, sent } = about;
  const id = randomUUID();
  const waiting: SessionEvent[] = [];
  const acknowledged = new Map<string, Acknowledged>();
  const faults: string[] = [];
  let made = 0;
  let inFlight = 0;

  function make(): void {
    const now = Date.now();
    made += 1;
    waiting.push({
      eventId: randomUUID(),
      sessionId: room.sessionId,
      patientId: room.patientId,
      deviceId: id,
      deviceSeq: made,
      effectiveAt: now,
      recordedAt: now,
      fact: factFrom(random),
    });
  }

  async function send(events: readonly SessionEvent[]): Promise<boolean> {
    const sentAt = Date.now();
    inFlight += 1;
    sent();
    try {
      const told = await ask(
        origin,
        `/api/patients/${room.patientId}/dosing-sessions/${room.sessionId}/events`,
        cookie,
        { events },
      );
      const text = await told.text();
      // Killed, starting, too busy: the outbox waits. Anything else the clinic says is an answer, and a wrong one.
      if (told.status >= 500 || told.status === 429) return false;
      if (told.status !== 200) {
        faults.push(`a sending was answered ${told.status}: ${text}`);
        return false;
      }
      hold(events, JSON.parse(text) as Kept, sentAt);
      return true;
    } catch {
      return false;
    } finally {
      inFlight -= 1;
    }
  }

  function hold(events: readonly SessionEvent[], said: Kept, sentAt: number): void {
    const versions = new Map(said.kept.map(({ eventId, version }) => [eventId, version]));
    for (const event of events) {
      const version = versions.get(event.eventId);
      const before = acknowledged.get(event.eventId);
      if (version === undefined) faults.push(`fact ${event.eventId} was sent and not said to be kept`);
      else if (before === undefined) acknowledged.set(event.eventId, { event, version, sentAt });
      else if (before.version !== version)
        faults.push(`fact ${event.eventId} was kept as ${before.version} and then as ${version}`);
    }
    if (said.contiguousDeviceSeq > made)
      faults.push(`a device was told that ${said.contiguousDeviceSeq} are kept and had made ${made}`);
  }

  return {
    id,
    room,
    cookie,
    acknowledged,
    faults,
    made: () => made,
    waiting: () => waiting.length,
    inFlight: () => inFlight,
    async run(stopping) {
      let failures = 0;
      while (!stopping() || waiting.length > 0) {
        if (!stopping() && waiting.length < 2_000)
          for (let more = wholeBetween(random, 1, 3); more > 0; more--) make();
        const events = waiting.slice(0, largestSending);
        // Now and then two tabs of one tablet send the same facts in the same moment.
        const answers = await Promise.all(random() < 0.05 ? [send(events), send(events)] : [send(events)]);
        if (answers.some((kept) => kept)) {
          waiting.splice(0, events.length);
          failures = 0;
          await pause(wholeBetween(random, 2, 40));
        } else {
          failures += 1;
          if (faults.length > 20) return;
          await pause(Math.min(400, 25 * failures) * (0.5 + random()));
        }
      }
    },
  };
}
