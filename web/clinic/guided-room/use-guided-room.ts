// One room as its guide has it: asked for again and again, and what they tap kept here until it is with the clinic.
import { useEffect, useMemo } from 'react';
import { appendGuidedFacts, type GuidedRoom, getGuidedRoom } from '#api/guided-room.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import { fold, type SessionState } from '#dosing-session/state.ts';
import { type Asked, useAnswer } from '#web/clinic/use-answer.ts';
import { keep, useTransport } from '#web/kit/outbox.ts';
import type { OutboxState } from '#web/kit/outbox-queue.ts';
import { phoneEvents } from '#web/kit/phone-events.ts';

export interface GuidedRoomAddress {
  readonly patientId: string;
  readonly sessionId: string;
}

export interface GuidedRoomHere {
  readonly asked: Asked<GuidedRoom>;
  /** Folded from what a guide is shown; the rest of the session is not in it. */
  readonly comfort: SessionState;
  readonly transport: OutboxState;
  readonly record: (fact: SessionFact) => Promise<void>;
}

const everyMs = 5_000;

export function useGuidedRoom({ patientId, sessionId }: GuidedRoomAddress): GuidedRoomHere {
  const params = { patientId, sessionId };
  const asked = useAnswer(['guided-room', sessionId], getGuidedRoom, { params }, { everyMs });
  const topic = `guided-room/${sessionId}`;
  const transport = useTransport(topic);
  const { lastSentAt } = transport;
  const { again } = asked;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each time something left, not for each render.
  useEffect(() => {
    if (lastSentAt !== undefined) again();
  }, [lastSentAt]);
  const events = asked.answer?.events;
  const comfort = useMemo(() => fold(events ?? [], { sessionId, patientId }), [events, sessionId, patientId]);
  const record = async (fact: SessionFact): Promise<void> => {
    const made = await phoneEvents({ sessionId, patientId }, [fact]);
    await keep(appendGuidedFacts, {
      topic,
      params,
      body: { events: [...made] },
      commandId: made[0]?.eventId,
    });
  };
  return { asked, comfort, transport, record };
}
