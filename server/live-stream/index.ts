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
  /** Whether this person may read this patient's session now. */
  mayReadPatient(actor: Actor, patientId: string): Promise<boolean>;
};

export function mountStream(app: Hono, deps: StreamDeps): () => void {
  const open = new Set<() => void>();
  app.get('/api/live', async (c) => {
    const clinic = await deps.clinics.byHost(c.req.header('host'));
    const cookie = c.req.header('cookie');
    const actor = clinic === undefined ? undefined : await deps.principals.find(clinic.id, cookie);
    if (clinic === undefined || actor === undefined) {
      return c.json({ type: 'urn:mooring:signed-out', title: 'Sign in again.', status: 401, code: 'signed-out' }, 401);
    }
    const cursor = c.req.query('cursor') ?? c.req.header('last-event-id');
    const encoder = new TextEncoder();
    let close = (): void => undefined;
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        const allowed = new Map<string, { yes: boolean; until: number }>();
        let chain: Promise<void> = Promise.resolve();
        let closed = false;
        const send = (text: string): void => {
          if (closed) return;
          try {
            controller.enqueue(encoder.encode(text));
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
          const yes = await deps.mayReadPatient(actor, change.patientId);
          allowed.set(change.patientId, { yes, until: now + standingForMs });
          return yes;
        }
        const tell = (numbered: Numbered, hears: boolean): void => {
          if (hears) send(`id: ${numbered.cursor}\nevent: change\ndata: ${changeText(numbered, actor)}\n\n`);
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
        const heartbeat = setInterval(async () => {
          // A sign-in that was revoked stops hearing with the next beat at the latest.
          const still = await deps.principals.find(clinic.id, cookie).catch(() => actor);
          if (still === undefined) close();
          else send(`event: heartbeat\ndata: ${JSON.stringify({ now: deps.clock.now() })}\n\n`);
        }, heartbeatMs);
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
        open.add(close);
      },
      cancel: () => close(),
    });
    return new Response(stream, {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
    });
  });
  return () => {
    for (const close of open) close();
  };
}

const texts = new WeakMap<Numbered, string>();

/** The facts of a session go only to staff and the patient's own device; a companion hears that something changed. */
function changeText(numbered: Numbered, actor: Actor | undefined): string {
  const { clinicId: _, events, ...rest } = numbered.change;
  if (actor?.kind !== 'staff') return JSON.stringify({ cursor: numbered.cursor, ...rest });
  const known = texts.get(numbered);
  if (known !== undefined) return known;
  const text = JSON.stringify({ cursor: numbered.cursor, ...rest, ...(events === undefined ? {} : { events }) });
  texts.set(numbered, text);
  return text;
}
