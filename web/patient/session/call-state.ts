// What a call from the bed may truthfully say of itself: on its way, seen by a named person, still ringing, or heard by
// no one. Nothing here counts a call as delivered because it was sent.

import type { Instant } from '#clinical/instant.ts';
import type { Escalation } from '#clinical/monitoring/alert.ts';

/** How long a call may be without an answer from the server before it must say that it reached no one. */
export const silenceMs = 4_000;

export interface MadeCall {
  readonly eventId: string;
  readonly at: Instant;
  /** The latest try; the same as `at` until someone tries again. */
  readonly triedAt: Instant;
}

export interface HeardSignal {
  readonly eventId: string;
  readonly acknowledgedBy?: string | undefined;
  readonly acknowledgedAt?: Instant | undefined;
}

export type CallState =
  | { readonly kind: 'calling' }
  | { readonly kind: 'coming'; readonly by: string; readonly seconds: number | undefined }
  | { readonly kind: 'still-calling' }
  /** The clinic has it, and no screen on which it could ring is open. */
  | { readonly kind: 'unheard' }
  | { readonly kind: 'no-one'; readonly because: 'no-link' | 'signed-out' };

export function callState(question: {
  readonly call: MadeCall;
  /** What the clinic's server says about the latest call, if it could be asked. */
  readonly heard: HeardSignal | undefined;
  /** The write left this phone and the server took it. */
  readonly isTaken: boolean;
  /** The clinic no longer knows this phone: nothing leaves it until someone signs in again. */
  readonly isLocked: boolean;
  /** Open screens on which a call rings; unknown until the clinic has said it. */
  readonly listening: number | undefined;
  readonly escalation: Escalation;
  readonly now: Instant;
}): CallState {
  const { call, heard, isTaken, isLocked, listening, escalation, now } = question;
  const isHeard = heard?.eventId === call.eventId;
  if (isHeard && heard.acknowledgedBy !== undefined) {
    const seconds =
      heard.acknowledgedAt === undefined
        ? undefined
        : Math.max(0, Math.round((heard.acknowledgedAt - call.at) / 1_000));
    return { kind: 'coming', by: heard.acknowledgedBy, seconds };
  }
  if (!isTaken && !isHeard) {
    if (isLocked) return { kind: 'no-one', because: 'signed-out' };
    return now - call.triedAt > silenceMs ? { kind: 'no-one', because: 'no-link' } : { kind: 'calling' };
  }
  if (listening === 0) return { kind: 'unheard' };
  return escalation === 'first-person' ? { kind: 'calling' } : { kind: 'still-calling' };
}
