// One stream per device. It carries changes this person may hear of, and a heartbeat with the server's time, so that a
// screen can tell that it is stale and how far its own clock is off.

import type { Hono } from 'hono';
import type { Actor, Clinics, Decision, Principals } from '#server/access';
import type { Clock } from '#server/clock';
import type { Change, LiveBus, Numbered } from '#server/live';

const heartbeatMs = 5_000;
/** While a demonstration runs faster than time, screens must hear the time more often to keep up with it. */
const fastHeartbeatMs = 250;
const standingForMs = 1_000;

export type StreamDeps = {
  readonly clinics: Clinics;
  readonly principals: Principals;
  readonly clock: Clock;
  readonly bus: LiveBus;
  /** Whether these people, all of one clinic, may each read the session of the patient named beside them now. */
  mayReadPatients(clinicId: string, asked: readonly Asked[]): Promise<readonly Decision[]>;
  /** Hearing a session's facts is reading them: the line is written before the first of them is told. */
  noteReading(clinicId: string, heard: readonly Heard[]): Promise<void>;
};

type Asked = { readonly actor: Actor; readonly patientId: string };
export type Heard = Asked & { readonly decision: Decision };

export function mountStream(app: Hono, deps: StreamDeps): () => void {
  const open = new Map<() => void, { clinicId: string; cookie: string }>();

  /** Everyone who listens, asked of in one question a clinic: what was revoked stops hearing within a second. */
  async function endRevoked(): Promise<void> {
    for (const clinicId of new Set([...open.values()].map((each) => each.clinicId))) {
      const here = [...open].filter(([, each]) => each.clinicId === clinicId);
      const still = await deps.principals.stillSignedIn(
        clinicId,
        here.map(([, each]) => each.cookie),
      );
      for (const [close, each] of here) if (!still.has(each.cookie)) close();
    }
  }
  let asking = false;
  const sweep = setInterval(() => {
    if (asking || open.size === 0) return;
    asking = true;
    // A store that cannot be asked is away for everyone; screens say so themselves, and the next second asks again.
    endRevoked()
      .catch(() => undefined)
      .finally(() => {
        asking = false;
      });
  }, standingForMs);
  sweep.unref();
  const mayReadPatient = together<Asked, Decision>(deps.mayReadPatients);
  const noteReading = together<Heard, void>(async (clinicId, heard) => {
    await deps.noteReading(clinicId, heard);
    return heard.map(() => undefined);
  });
  app.get('/api/live', async (c) => {
    const clinic = await deps.clinics.byHost(c.req.header('host'));
    const cookie = c.req.header('cookie');
    const actor = clinic === undefined ? undefined : await deps.principals.find(clinic.id, cookie);
    if (clinic === undefined || cookie === undefined || actor === undefined) {
      return c.json(
        { type: 'urn:mooring:signed-out', title: 'Sign in again.', status: 401, code: 'signed-out' },
        401,
      );
    }
    const cursor = c.req.query('cursor') ?? c.req.header('last-event-id');
    let close = (): void => undefined;
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        const asked = new Map<string, { decision: Decision; until: number }>();
        const noted = new Set<string>();
        let chain: Promise<void> = Promise.resolve();
        let closed = false;
        const send = (text: string): void => sendBytes(encoder.encode(text));
        const sendBytes = (bytes: Uint8Array): void => {
          if (closed) return;
          try {
            controller.enqueue(bytes);
          } catch {
            close();
          }
        };
        async function standing(patientId: string, by: Actor): Promise<Decision> {
          const known = asked.get(patientId);
          const now = deps.clock.now();
          if (known !== undefined && known.until > now) return known.decision;
          const decision = await mayReadPatient(by.clinicId, { actor: by, patientId });
          asked.set(patientId, { decision, until: now + standingForMs });
          return decision;
        }
        async function mayHear({ clinicId, patientId, events }: Change): Promise<boolean> {
          if (actor === undefined || clinicId !== actor.clinicId) return false;
          if (patientId === undefined) return actor.kind === 'staff';
          if (actor.kind !== 'staff') return patientId === actor.patientId;
          const decision = await standing(patientId, actor);
          if (decision.allowed && events !== undefined && !noted.has(patientId)) {
            await noteReading(clinicId, { actor, patientId, decision });
            noted.add(patientId);
          }
          return decision.allowed;
        }
        const hear = (numbered: Numbered): void => {
          // Order is kept: nothing overtakes a change whose standing is still being asked.
          chain = chain
            .then(async () => {
              if (await mayHear(numbered.change)) sendBytes(changeBytes(numbered, actor));
            })
            .catch(() => close());
        };
        const missed = cursor === undefined ? [] : deps.bus.since(cursor);
        send(
          `retry: 2000\nid: ${deps.bus.cursor()}\nevent: heartbeat\ndata: ${JSON.stringify({ now: deps.clock.now() })}\n\n`,
        );
        if (missed === undefined) send(`event: reset\ndata: {}\n\n`);
        else for (const numbered of missed) hear(numbered);
        const unsubscribe = deps.bus.subscribe(hear);
        const heartbeat = setInterval(
          () => send(`event: heartbeat\ndata: ${JSON.stringify({ now: deps.clock.now() })}\n\n`),
          heartbeatMs,
        );
        heartbeat.unref();
        const fastHeartbeat =
          deps.clock.rate === undefined
            ? undefined
            : setInterval(() => {
                if (deps.clock.rate?.() !== 1)
                  send(`event: heartbeat\ndata: ${JSON.stringify({ now: deps.clock.now() })}\n\n`);
              }, fastHeartbeatMs);
        fastHeartbeat?.unref();
        close = () => {
          if (closed) return;
          closed = true;
          clearInterval(heartbeat);
          clearInterval(fastHeartbeat);
          unsubscribe();
          open.delete(close);
          try {
            controller.close();
          } catch {
            // The other side left first.
          }
        };
        open.set(close, { clinicId: clinic.id, cookie });
      },
      cancel: () => close(),
    });
    return new Response(stream, {
      headers: {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      },
    });
  });
  return () => {
    clearInterval(sweep);
    for (const close of open.keys()) close();
  };
}

/** One change reaches every screen in the same moment: what is asked for each of them is asked in one question, not one each. */
function together<Question, Answer>(
  ask: (clinicId: string, questions: readonly Question[]) => Promise<readonly Answer[]>,
): (clinicId: string, question: Question) => Promise<Answer> {
  type Waiting = {
    readonly question: Question;
    readonly resolve: (answer: Answer) => void;
    readonly reject: (error: unknown) => void;
  };
  const waiting = new Map<string, Waiting[]>();
  async function answer(clinicId: string): Promise<void> {
    const all = waiting.get(clinicId) ?? [];
    waiting.delete(clinicId);
    try {
      const answers = await ask(
        clinicId,
        all.map((each) => each.question),
      );
      for (const [index, each] of all.entries()) each.resolve(answers[index] as Answer);
    } catch (error) {
      for (const each of all) each.reject(error);
    }
  }
  return (clinicId, question) =>
    new Promise((resolve, reject) => {
      const all = waiting.get(clinicId);
      if (all !== undefined) {
        all.push({ question, resolve, reject });
        return;
      }
      waiting.set(clinicId, [{ question, resolve, reject }]);
      setImmediate(() => void answer(clinicId));
    });
}

const bytesForStaff = new WeakMap<Numbered, Uint8Array>();
const encoder = new TextEncoder();

/** The facts of a session go only to staff; everyone else hears that something changed. Written once for all staff. */
function changeBytes(numbered: Numbered, actor: Actor | undefined): Uint8Array {
  const { clinicId: _, events, ...rest } = numbered.change;
  const isStaff = actor?.kind === 'staff';
  const known = isStaff ? bytesForStaff.get(numbered) : undefined;
  if (known !== undefined) return known;
  const told = { cursor: numbered.cursor, ...rest, ...(isStaff && events !== undefined ? { events } : {}) };
  const bytes = encoder.encode(`id: ${numbered.cursor}\nevent: change\ndata: ${JSON.stringify(told)}\n\n`);
  if (isStaff) bytesForStaff.set(numbered, bytes);
  return bytes;
}
