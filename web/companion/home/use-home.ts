// The day at home on this phone: asked for again and again, with what was tapped here laid over it until it has arrived.

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { appendHomeFacts, getHomeSession, type HomeSession, openHomeSession } from '#api/home.ts';
import type { Instant } from '#clinical/instant.ts';
import { SessionEvent, type SessionFact } from '#dosing-session/events.ts';
import type { SessionState } from '#dosing-session/state.ts';
import { keepAnswer, keptAnswer } from '#web/companion/kept-answers.ts';
import type { Me } from '#web/companion/me.ts';
import { type CallFailure, call, newCommandId } from '#web/kit/api-client.ts';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { useLive } from '#web/kit/live.ts';
import { keep, useTransport } from '#web/kit/outbox.ts';
import type { OutboxState } from '#web/kit/outbox-queue.ts';
import { phoneEvents } from '#web/kit/phone-events.ts';
import { type HomeStage, stageOf, stateOf } from './home-view.ts';

export const homeTopic = 'home-session';
const everyMs = 10_000;

export interface Home {
  readonly shown: HomeSession | undefined;
  readonly failure: CallFailure | undefined;
  readonly heardAt: Instant;
  readonly now: Instant;
  readonly state: SessionState | undefined;
  readonly stage: HomeStage;
  readonly transport: OutboxState;
  /** Ids the clinic has. */
  readonly arrived: ReadonlySet<string>;
  readonly open: () => Promise<CallFailure | undefined>;
  readonly record: (facts: readonly SessionFact[]) => Promise<readonly SessionEvent[]>;
}

function waitingEvents(items: OutboxState['waiting']): readonly SessionEvent[] {
  return items.flatMap((item) => {
    const body: unknown = item.body === undefined ? undefined : JSON.parse(item.body);
    const events = typeof body === 'object' && body !== null && 'events' in body ? body.events : [];
    return (Array.isArray(events) ? events : []).flatMap((event: unknown) => {
      const parsed = SessionEvent.safeParse(event);
      return parsed.success ? [parsed.data] : [];
    });
  });
}

export function useHome(me: Me): Home {
  const now = useNow(1_000);
  const [shown, setShown] = useState<HomeSession>();
  const [failure, setFailure] = useState<CallFailure>();
  const [heardAt, setHeardAt] = useState<Instant>(0);
  const [made, setMade] = useState<readonly SessionEvent[]>([]);
  const isHeard = useRef(false);
  const transport = useTransport(homeTopic);
  const asking = useRef<{ now?: Promise<void> | undefined; next?: Promise<void> | undefined }>({});

  const hear = useCallback(async (): Promise<void> => {
    const heard = await call(getHomeSession, { timeoutMs: 8_000 });
    if (heard.kind !== 'answered') {
      setFailure(heard);
      const kept = isHeard.current ? undefined : await keptAnswer<HomeSession>('home');
      if (kept === undefined) return;
      setShown(kept.answer);
      return setHeardAt(kept.heardAt);
    }
    isHeard.current = true;
    setFailure(undefined);
    setShown(heard.value);
    setHeardAt(serverNow());
    await keepAnswer('home', heard.value);
    const known = new Set(heard.value.session?.events.map((event) => event.eventId));
    setMade((before) => before.filter((event) => !known.has(event.eventId)));
  }, []);

  // One question at a time. Whoever asks while one is on its way waits for an answer that is newer than their asking: what
  // was just opened or sent is not in the one before.
  const ask = useCallback((): Promise<void> => {
    const { current } = asking;
    const begin = (): Promise<void> => {
      current.next = undefined;
      current.now = hear().finally(() => {
        current.now = undefined;
      });
      return current.now;
    };
    if (current.now === undefined) return begin();
    current.next ??= current.now.then(begin);
    return current.next;
  }, [hear]);

  useEffect(() => {
    ask();
    const timer = setInterval(ask, everyMs);
    const back = (): void => {
      if (document.visibilityState === 'visible') ask();
    };
    window.addEventListener('online', ask);
    document.addEventListener('visibilitychange', back);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', ask);
      document.removeEventListener('visibilitychange', back);
    };
  }, [ask]);
  useLive(['session', 'patient'], ask);
  // What has just left this phone changes what the clinic says of it.
  const { lastSentAt, waiting } = transport;
  useEffect(() => {
    if (lastSentAt !== undefined) ask();
  }, [lastSentAt, ask]);

  const events = useMemo(() => {
    const unsent = waitingEvents(waiting);
    const ids = new Set(unsent.map((event) => event.eventId));
    return [...unsent, ...made.filter((event) => !ids.has(event.eventId))];
  }, [waiting, made]);
  const state = useMemo(
    () => shown && stateOf(shown, events, { id: me.id, name: shown.watcherName }),
    [shown, events, me.id],
  );
  const arrived = useMemo(() => new Set(shown?.session?.events.map((event) => event.eventId)), [shown]);

  const sessionId = shown?.session?.id;
  const patientId = shown?.patientId;
  const record = useCallback(
    async (facts: readonly SessionFact[]): Promise<readonly SessionEvent[]> => {
      if (sessionId === undefined || patientId === undefined) return [];
      const fresh = await phoneEvents({ sessionId, patientId }, facts);
      setMade((before) => [...before, ...fresh]);
      await keep(appendHomeFacts, {
        topic: homeTopic,
        body: { events: [...fresh] },
        commandId: fresh[0]?.eventId,
      });
      return fresh;
    },
    [sessionId, patientId],
  );
  const openId = useRef(newCommandId());
  const open = useCallback(async (): Promise<CallFailure | undefined> => {
    const id = openId.current;
    const opened = await call(openHomeSession, { body: { id }, commandId: id });
    await ask();
    return opened.kind === 'answered' ? undefined : opened;
  }, [ask]);

  return {
    shown,
    failure,
    heardAt,
    now,
    state,
    stage: shown === undefined ? 'waiting' : stageOf(shown, state, now),
    transport,
    arrived,
    open,
    record,
  };
}
