// One stream per device. It carries changes this person may hear of, and a heartbeat with the server's time, so that a
// screen can tell that it is stale and how far its own clock is off.

import type { Hono } from 'hono';
import type { Actor, Clinics, Principals } from '#server/access';
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
  /** Which of these people, all of one clinic, may each read the session of the patient named beside them now. */
  mayReadPatients(clinicId: string, asked: readonly Asked[]): Promise<readonly boolean[]>;
};

type Asked = { readonly actor: Actor; readonly patientId: string };

export function mountStream(app: Hono, deps: StreamDeps): () => void {
  const open = new Map<() => void, { clinicId: string; cookie: string }>();

  /** Everyone who listens, asked of in one question a clinic: what was revoked stops hearing within a second. */
  async function endRevoked(): Promise<void> {
    for (const clinicId of new Set([...open.values()].map((each) => each.clinicId))) {
      const here = [...open].filter(([, each]) => each.clinicId === clinicId);
      const still = await deps.principals.stillSignedIn(clinicId, here.map(([, each]) => each.cookie));
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
  const mayReadPatient = askedTogether(deps);
  app.get('/api/live', async (c) => {
    const clinic = await deps.clinics.byHost(c.req.header('host'));
    const cookie = c.req.header('cookie');
    const actor = clinic === undefined ? undefined : await deps.principals.find(clinic.id, cookie);
    if (clinic === undefined || cookie === undefined || actor === undefined) {
      return c.json({ type: 'urn:mooring:signed-out', title: 'Sign in again.', status: 401, code: 'signed-out' }, 401);
    }
    const cursor = c.req.query('cursor') ?? c.req.header('last-event-id');
    let close = (): void => undefined;
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        const allowed = new Map<string, { yes: boolean; until: number }>();
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
        async function mayHear(change: Change): Promise<boolean> {
          if (actor === undefined || change.clinicId !== actor.clinicId) return false;
          if (change.patientId === undefined) return actor.kind === 'staff';
          if (actor.kind !== 'staff') return change.patientId === actor.patientId;
          const known = allowed.get(change.patientId);
          const now = deps.clock.now();
          if (known !== undefined && known.until > now) return known.yes;
          const yes = await mayReadPatient({ actor, patientId: change.patientId });
          allowed.set(change.patientId, { yes, until: now + standingForMs });
          return yes;
        }
        const tell = (numbered: Numbered, hears: boolean): void => {
          if (hears) sendBytes(changeBytes(numbered, actor));
        };
        const hear = (numbered: Numbered): void => {
          const known = numbered.change.patientId === undefined ? undefined : allowed.get(numbered.change.patientId);
          // Order is kept: nothing overtakes a change whose standing is still being asked.
          chain = chain.then(async () => tell(numbered, known !== undefined && known.until > deps.clock.now() ? known.yes : await mayHear(numbered.change))).catch(() => close());
        };
        const missed = cursor === undefined ? [] : deps.bus.since(cursor);
        send(`retry: 2000\nid: ${deps.bus.cursor()}\nevent: heartbeat\ndata: ${JSON.stringify({ now: deps.clock.now() })}\n\n`);
        if (missed === undefined) send(`event: reset\ndata: {}\n\n`);
        else for (const numbered of missed) hear(numbered);
        const unsubscribe = deps.bus.subscribe(hear);
        const heartbeat = setInterval(() => send(`event: heartbeat\ndata: ${JSON.stringify({ now: deps.clock.now() })}\n\n`), heartbeatMs);
        heartbeat.unref();
        const fastHeartbeat =
          deps.clock.rate === undefined
            ? undefined
            : setInterval(() => {
                if (deps.clock.rate?.() !== 1) send(`event: heartbeat\ndata: ${JSON.stringify({ now: deps.clock.now() })}\n\n`);
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
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
    });
  });
  return () => {
    clearInterval(sweep);
    for (const close of open.keys()) close();
  };
}

type Question = Asked & { readonly resolve: (may: boolean) => void; readonly reject: (error: unknown) => void };

/** One change reaches every screen in the same moment: what their people may read is asked in one question, not one each. */
function askedTogether(deps: StreamDeps): (asked: Asked) => Promise<boolean> {
  const waiting = new Map<string, Question[]>();
  async function answer(clinicId: string): Promise<void> {
    const questions = waiting.get(clinicId) ?? [];
    waiting.delete(clinicId);
    try {
      const answers = await deps.mayReadPatients(clinicId, questions);
      for (const [index, question] of questions.entries()) question.resolve(answers[index] === true);
    } catch (error) {
      for (const question of questions) question.reject(error);
    }
  }
  return (asked) =>
    new Promise((resolve, reject) => {
      const { clinicId } = asked.actor;
      const questions = waiting.get(clinicId);
      const question = { ...asked, resolve, reject };
      if (questions !== undefined) {
        questions.push(question);
        return;
      }
      waiting.set(clinicId, [question]);
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
