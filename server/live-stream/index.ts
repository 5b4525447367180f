// One stream per device. It carries changes this person may hear of, and a heartbeat with the server's time, so that a
// screen can tell that it is stale and how far its own clock is off.

import type { Hono } from 'hono';
import type { Clinics, Decision, Principals } from '#server/access';
import type { Clock } from '#server/clock';
import type { LiveBus } from '#server/live';
import { type Asked, type Heard, openHearing } from './hearing.ts';

export { type Heard, openHearing } from './hearing.ts';

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
        close = openHearing(
          {
            bus: deps.bus,
            clock: deps.clock,
            mayReadPatient,
            noteReading,
            every: (intervalMs, run) => {
              const timer = setInterval(run, intervalMs);
              timer.unref();
              return () => clearInterval(timer);
            },
          },
          {
            actor,
            cursor,
            send: (bytes) => {
              try {
                controller.enqueue(bytes);
              } catch {
                close();
              }
            },
            onEnd: () => {
              open.delete(close);
              try {
                controller.close();
              } catch {
                // The other side left first.
              }
            },
          },
        );
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
