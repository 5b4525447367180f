// One screen that listens: what it missed, then every change this person may hear, in order, and a heartbeat with the time.

import type { RecordedEvent } from '#dosing-session/events.ts';
import { hidesFrom } from '#dosing-session/unseen.ts';
import type { Actor, Decision } from '#server/access';
import type { Clock } from '#server/clock';
import type { Change, LiveBus, Numbered } from '#server/live';

const heartbeatMs = 5_000;
/** While a demonstration runs faster than time, screens must hear the time more often to keep up with it. */
const fastHeartbeatMs = 250;
const standingForMs = 1_000;

export type Asked = { readonly actor: Actor; readonly patientId: string };
export type Heard = Asked & { readonly decision: Decision };

export type HearingPorts = {
  readonly bus: LiveBus;
  readonly clock: Clock;
  readonly mayReadPatient: (clinicId: string, asked: Asked) => Promise<Decision>;
  readonly noteReading: (clinicId: string, heard: Heard) => Promise<void>;
  readonly every: (intervalMs: number, run: () => void) => () => void;
};

/** Returns how to end it. */
export function openHearing(
  deps: HearingPorts,
  listener: {
    readonly actor: Actor;
    readonly cursor: string | undefined;
    readonly send: (bytes: Uint8Array) => void;
    readonly onEnd: () => void;
  },
): () => void {
  const { actor, cursor } = listener;
  const asked = new Map<string, { decision: Decision; until: number }>();
  const noted = new Set<string>();
  const stops: (() => void)[] = [];
  let chain: Promise<void> = Promise.resolve();
  let closed = false;
  const send = (bytes: Uint8Array): void => {
    if (!closed) listener.send(bytes);
  };
  const close = (): void => {
    if (closed) return;
    closed = true;
    for (const stop of stops) stop();
    listener.onEnd();
  };
  async function standing(patientId: string): Promise<Decision> {
    const known = asked.get(patientId);
    const now = deps.clock.now();
    if (known !== undefined && known.until > now) return known.decision;
    const decision = await deps.mayReadPatient(actor.clinicId, { actor, patientId });
    asked.set(patientId, { decision, until: now + standingForMs });
    return decision;
  }
  async function mayHear({ clinicId, patientId, events }: Change): Promise<boolean> {
    if (clinicId !== actor.clinicId) return false;
    if (patientId === undefined) return actor.kind === 'staff';
    if (actor.kind !== 'staff') return patientId === actor.patientId;
    const decision = await standing(patientId);
    if (decision.allowed && events !== undefined && !noted.has(patientId)) {
      await deps.noteReading(clinicId, { actor, patientId, decision });
      noted.add(patientId);
    }
    return decision.allowed;
  }
  const hear = (numbered: Numbered): void => {
    // Order is kept: nothing overtakes a change whose standing is still being asked.
    chain = chain
      .then(async () => {
        if (await mayHear(numbered.change)) send(changeBytes(numbered, actor));
      })
      .catch(() => close());
  };
  const heartbeat = (): Uint8Array =>
    encoder.encode(`event: heartbeat\ndata: ${JSON.stringify({ now: deps.clock.now() })}\n\n`);
  const missed = cursor === undefined ? [] : deps.bus.since(cursor);
  // With the newest cursor in its first words, a screen whose line breaks before what it missed would never ask for it.
  const id = missed === undefined || missed.length === 0 ? `id: ${deps.bus.cursor()}\n` : '';
  send(
    encoder.encode(
      `retry: 2000\n${id}event: heartbeat\ndata: ${JSON.stringify({ now: deps.clock.now() })}\n\n`,
    ),
  );
  if (missed === undefined) send(encoder.encode('event: reset\ndata: {}\n\n'));
  else for (const numbered of missed) hear(numbered);
  stops.push(deps.bus.subscribe(hear));
  if (answersCalls(actor)) stops.push(deps.bus.answersCalls(actor.clinicId));
  stops.push(deps.every(heartbeatMs, () => send(heartbeat())));
  if (deps.clock.rate !== undefined)
    stops.push(
      deps.every(fastHeartbeatMs, () => {
        if (deps.clock.rate?.() !== 1) send(heartbeat());
      }),
    );
  return close;
}

const callRoles: ReadonlySet<string> = new Set(['nurse', 'prescriber', 'therapist']);

/** Those on whose devices a call rings. */
function answersCalls(actor: Actor): boolean {
  return actor.kind === 'staff' && actor.onShift && actor.roles.some((role) => callRoles.has(role));
}

const bytesForStaff = new WeakMap<Numbered, Uint8Array>();
const encoder = new TextEncoder();

/** The facts of a session go only to staff; everyone else hears that something changed. Written once for all staff. */
function changeBytes(numbered: Numbered, actor: Actor | undefined): Uint8Array {
  const { clinicId: _, events, ...rest } = numbered.change;
  // What another worked out is not pushed: the screen asks, and is told as much of it as this person may see.
  const isHidden =
    actor !== undefined && events !== undefined && hidesFrom(events as readonly RecordedEvent[], actor.id);
  const isStaff = actor?.kind === 'staff' && !isHidden;
  const known = isStaff ? bytesForStaff.get(numbered) : undefined;
  if (known !== undefined) return known;
  const told = { cursor: numbered.cursor, ...rest, ...(isStaff && events !== undefined ? { events } : {}) };
  const bytes = encoder.encode(`id: ${numbered.cursor}\nevent: change\ndata: ${JSON.stringify(told)}\n\n`);
  if (isStaff) bytesForStaff.set(numbered, bytes);
  return bytes;
}
