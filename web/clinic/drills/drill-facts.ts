// The facts of a drill for the room screen: what people wrote, with the made-up person's facts laid between them by the same
// seed on every device. Nothing here reads or writes a session, a patient or the live line.
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { SessionRoom } from '#api/dosing-sessions.ts';
import { type DrillRead, getDrill } from '#api/drills.ts';
import {
  type Drill,
  type DrillMoment,
  drillMoment,
  drillOrder,
  drillPatientName,
  drillState,
  happensAt,
} from '#dosing-session/drills/simulated.ts';
import { useMe } from '#web/clinic/me.ts';
import { sessionTopic } from '#web/clinic/session-book.ts';
import type { SessionFacts } from '#web/clinic/session-facts.ts';
import { ask, CallFailed } from '#web/kit/api-client.ts';
import { useNow } from '#web/kit/clock.ts';
import { serverNow } from '#web/kit/live.ts';
import type { OutboxItem } from '#web/kit/outbox-queue.ts';
import { cutLink, drillBook, drillOutbox } from './drill-book.ts';

export interface DrillFacts {
  readonly facts: SessionFacts;
  readonly read: DrillRead | undefined;
  readonly moment: DrillMoment | undefined;
}

const askAgainMs = 5_000;

export function useDrillFacts(drillId: string): DrillFacts {
  const me = useMe();
  const now = useNow(1_000);
  const address = useMemo(() => ({ patientId: drillId, sessionId: drillId }), [drillId]);
  const log = useSyncExternalStore(
    useCallback((listener) => drillBook.listen(drillId, listener), [drillId]),
    () => drillBook.logOf(address),
  );
  const outbox = useSyncExternalStore(
    useCallback((listener) => drillOutbox.queue.listen(listener), []),
    () => drillOutbox.queue.state,
  );
  const transport = useMemo(() => {
    const here = (item: OutboxItem): boolean => item.topic === sessionTopic(drillId);
    return { ...outbox, waiting: outbox.waiting.filter(here), refused: outbox.refused.filter(here) };
  }, [outbox, drillId]);
  useEffect(() => drillOutbox.start(), []);
  useEffect(() => drillBook.follow(address, me), [address, me]);

  const known = useQuery({
    queryKey: ['drill', drillId],
    queryFn: () => ask(getDrill, { params: { drillId } }),
    refetchInterval: askAgainMs,
    // While the story has cut this device off, it hears nothing either.
    enabled: (query) => !(query.state.data !== undefined && isCutOff(asDrill(query.state.data), serverNow())),
  });
  const read = known.data;
  const drill = useMemo(() => (read === undefined ? undefined : asDrill(read)), [read]);
  useEffect(() => {
    if (read !== undefined) drillBook.kept(address, read.events);
  }, [read, address]);

  const cut = drill !== undefined && isCutOff(drill, now);
  const back = drill === undefined ? undefined : happensAt(drill, 'link-back');
  useEffect(() => {
    cutLink(drillId, cut ? back : undefined);
    if (!cut) drillOutbox.queue.flush();
    return () => cutLink(drillId, undefined);
  }, [cut, back, drillId]);

  const ended = read?.ended?.at;
  const shownAt = ended === undefined ? now : Math.min(now, ended);
  const state = useMemo(
    () => (drill === undefined ? log.state : drillState(drill, log.state.log, shownAt)),
    [drill, log.state, shownAt],
  );
  const room = useMemo(() => (read === undefined ? undefined : roomOf(read)), [read]);
  const facts: SessionFacts = {
    me,
    room,
    edition: read?.edition,
    failure: known.error instanceof CallFailed ? known.error.failure : undefined,
    state,
    pending: transport.waiting.length,
    // A drill hears nothing from others, so it lacks nothing.
    behindSince: undefined,
    transport,
    refused: transport.refused,
    settle: useCallback((item) => drillBook.settle(drillId, item), [drillId]),
    record: useCallback((fact, options) => drillBook.record(address, me, fact, options), [address, me]),
    sign: useCallback((fact, options) => drillBook.sign(address, me, fact, options), [address, me]),
    dose: undefined,
    leave: undefined,
    now,
  };
  return { facts, read, moment: drill && drillMoment(drill, state, shownAt) };
}

function asDrill(read: DrillRead): Drill {
  const { id, scenario, seed, startedAt, edition } = read;
  return { id, scenario, seed, startedAt, edition };
}

function isCutOff(drill: Drill, now: number): boolean {
  const lost = happensAt(drill, 'link-lost');
  const back = happensAt(drill, 'link-back');
  return lost !== undefined && back !== undefined && now >= lost && now < back;
}

/** What the room screen asks of a session, with nobody in it. */
function roomOf(read: DrillRead): SessionRoom {
  return {
    id: read.id,
    patientId: read.id,
    patientName: drillPatientName,
    roomName: `${read.roomName}, drill`,
    cycleId: read.id,
    cycleNumber: 1,
    cyclesPlanned: 1,
    editionId: read.editionId,
    edition: read.edition,
    order: {
      id: read.id,
      drug: read.edition.route === 'nasal' ? 'esketamine' : 'ketamine',
      ...drillOrder(read.edition),
      signedByName: 'Drill prescriber',
      signedAt: read.startedAt,
    },
    standingOrders: read.standingOrders,
    preparation: [],
    record: { patientId: read.id, zone: read.zone, stage: 'dosing' },
    now: read.now,
    version: read.version,
    events: [],
  };
}
