// A screen's view of one session: the book of facts on this device, the record around it, and the clinical answer for now.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { SessionRoom } from '#api/dosing-sessions.ts';
import type { Instant } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import { mayDose, mayLeave, type RoomAnswer } from '#dosing-session/gates.ts';
import type { SessionState } from '#dosing-session/state.ts';
import { CallFailed, type CallFailure, type CallResult } from '#web/kit/api-client.ts';
import { useNow } from '#web/kit/clock.ts';
import { useLive } from '#web/kit/live.ts';
import type { Noted } from '#web/kit/live-state.ts';
import { useTransport } from '#web/kit/outbox.ts';
import type { OutboxItem, OutboxState } from '#web/kit/outbox-queue.ts';
import { keepRoom, keptTaken, roomOrKept } from './kept-rooms.ts';
import { type Me, useMe } from './me.ts';
import { type RecordOptions, sessionBook, sessionTopic } from './session-book.ts';

export interface SessionFacts {
  readonly me: Me;
  /** Everything the room needs to know, once it has been read; the record in it is asked for again on each change. */
  readonly room: SessionRoom | undefined;
  readonly edition: Edition | undefined;
  readonly failure: CallFailure | undefined;
  /** Every fact, kept by the clinic or still only here, folded. */
  readonly state: SessionState;
  /** How many facts are safe on this device and not yet with the clinic. */
  readonly pending: number;
  /** Since when this screen has known that it lacks facts; nothing where it lacks none. */
  readonly behindSince: Noted | undefined;
  /** What the transport line says of this session. */
  readonly transport: OutboxState;
  /** Facts the clinic did not accept. They have no effect until a person settles them. */
  readonly refused: readonly OutboxItem[];
  readonly settle: (item: OutboxItem) => Promise<void>;
  /** Keeps a fact on this device and sends it when there is a way. Resolves with its id once it is safe here. */
  readonly record: (fact: SessionFact, options?: RecordOptions) => Promise<string>;
  /** Sends a decision at once and waits for the clinic's word: signing is never left to later. */
  readonly sign: (fact: SessionFact, options?: RecordOptions) => Promise<CallResult<unknown>>;
  /** The clinical answer for now, from the record with the room's facts laid over it. Nothing without an edition. */
  readonly dose: RoomAnswer | undefined;
  readonly leave: RoomAnswer | undefined;
  readonly now: Instant;
}

export function useSessionFacts(patientId: string, sessionId: string): SessionFacts {
  const me = useMe();
  const queries = useQueryClient();
  const address = useMemo(() => ({ patientId, sessionId }), [patientId, sessionId]);
  const log = useSyncExternalStore(
    useCallback((listener) => sessionBook.listen(sessionId, listener), [sessionId]),
    () => sessionBook.logOf(address),
  );
  const behindSince = useSyncExternalStore(
    useCallback((listener) => sessionBook.listen(sessionId, listener), [sessionId]),
    () => sessionBook.behindSince(sessionId),
  );
  const transport = useTransport(sessionTopic(sessionId));
  const now = useNow(5_000);

  const read = useQuery({
    queryKey: ['session', sessionId],
    queryFn: () => roomOrKept(address),
    networkMode: 'always',
  });
  const room = read.data;
  useEffect(() => {
    if (room !== undefined) sessionBook.kept(address, room.events);
  }, [room, address]);

  useEffect(() => {
    keptTaken(sessionId).then((events) => sessionBook.taken(address, me, events));
  }, [address, me, sessionId]);

  // What is known here of the session is laid on the disk, sealed, so that it opens again with no network.
  const { state } = log;
  useEffect(() => {
    if (room !== undefined) keepRoom(room, state);
  }, [room, state]);

  useEffect(() => sessionBook.follow(address, me), [address, me]);
  // The record around the session is asked for again whenever it may have changed; after a gap nobody knows.
  useLive(['patient', 'floor'], (changed) => {
    // A fact of some room: this room hears its own in its book, and its record under `patient`.
    if (changed?.topic === 'floor/session') return;
    queries.invalidateQueries({ queryKey: ['session', sessionId] });
  });

  const edition = room?.edition;
  const answers = useMemo(() => {
    if (room === undefined || edition === undefined) return { dose: undefined, leave: undefined };
    const question = { record: room.record, state: log.state, edition, now };
    return { dose: mayDose(question), leave: mayLeave(question) };
  }, [room, edition, log.state, now]);

  return {
    me,
    room,
    edition,
    failure: read.error instanceof CallFailed ? read.error.failure : undefined,
    state: log.state,
    pending: transport.waiting.length,
    behindSince,
    transport,
    refused: transport.refused,
    settle: useCallback((item) => sessionBook.settle(sessionId, item), [sessionId]),
    record: useCallback((fact, options) => sessionBook.record(address, me, fact, options), [address, me]),
    sign: useCallback((fact, options) => sessionBook.sign(address, me, fact, options), [address, me]),
    dose: answers.dose,
    leave: answers.leave,
    now,
  };
}
