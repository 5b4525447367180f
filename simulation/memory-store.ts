// The clinic's facts in memory, for the simulated clinic: the same answers as PostgreSQL gives, one transaction at a time,
// and a server that can die before a commit or between the commit and its answer.

import type { CareRecord } from '#clinical/care-record.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { RecordedEvent } from '#dosing-session/events.ts';
import type { OrderInRoom } from '#dosing-session/parts.ts';
import { type Actor, type Standing, standingOf } from '#server/access';
import type { AuditEntry } from '#server/audit';
import type { AskedEarlier, Earlier, FactStore, FactsInHand, FreshFact, Work } from '#server/dosing-sessions';

export type SessionRow = {
  readonly id: string;
  readonly patientId: string;
  version: number;
  releasedAt: number | undefined;
  appointment: 'booked' | 'arrived' | 'fulfilled';
};

export type TaskRow = Work & { doneAt: number | undefined; doneBy: string | undefined };

export type MemoryClinic = {
  readonly clinicId: string;
  readonly sessions: Map<string, SessionRow>;
  /** The sessions as they stood at the last commit: what anyone outside a transaction sees. */
  readonly committed: Map<string, SessionRow>;
  /** By session, in the order of their versions. */
  readonly events: Map<string, FreshFact[]>;
  readonly stages: Map<string, string>;
  readonly tasks: Map<string, TaskRow>;
  readonly audits: AuditEntry[];
  /** What may stand only once: each id, and each place in a device's count. */
  readonly unique: Set<string>;
};

export type ClinicSetUp = {
  readonly clinicId: string;
  readonly sessions: readonly { readonly id: string; readonly patientId: string }[];
  readonly staff: ReadonlyMap<string, string>;
  /** Who cares for whom: `accountId/patientId`. */
  readonly care: ReadonlySet<string>;
  readonly edition: Edition;
  readonly order: OrderInRoom;
  readonly record: (patientId: string) => CareRecord;
};

export function emptyClinic({ clinicId, sessions }: ClinicSetUp): MemoryClinic {
  const rows = (): Map<string, SessionRow> =>
    new Map(
      sessions.map(({ id, patientId }) => [
        id,
        { id, patientId, version: 0, releasedAt: undefined, appointment: 'booked' },
      ]),
    );
  return {
    clinicId,
    sessions: rows(),
    committed: rows(),
    events: new Map(sessions.map(({ id }) => [id, []])),
    stages: new Map(sessions.map(({ patientId }) => [patientId, 'ready'])),
    tasks: new Map(),
    audits: [],
    unique: new Set(),
  };
}

/** The facts of a session that anyone may read: those of a transaction under way are not among them. */
export function committedEvents(
  clinic: MemoryClinic,
  sessionId: string,
  after = 0,
): readonly RecordedEvent[] {
  const version = clinic.committed.get(sessionId)?.version ?? 0;
  return (clinic.events.get(sessionId) ?? []).flatMap(({ event }) =>
    event.version > after && event.version <= version ? [event] : [],
  );
}

/** Moments of a transaction at which time passes, and the server may die. */
export type Pauses = {
  readonly beforeCommit: () => Promise<void>;
  readonly afterCommit: () => Promise<void>;
  /** A deliberate mistake: what is kept is not known again. */
  readonly forgets?: boolean | undefined;
};

export type Connection = FactStore & {
  /** The server is gone: what it had not committed was never there, and nothing it still does has an effect. */
  kill(): void;
};

const none: Pauses = { beforeCommit: async () => undefined, afterCommit: async () => undefined };
const day = ['arrived', 'dosing', 'recovering', 'integrating'];

export function connect(clinic: MemoryClinic, setUp: ClinicSetUp, pauses: Pauses = none): Connection {
  let alive = true;
  let undo: (() => void)[] = [];
  let line: Promise<unknown> = Promise.resolve();

  function takeBack(): void {
    for (const each of undo.toReversed()) each();
    undo = [];
  }

  async function one<Result>(work: (hand: FactsInHand) => Promise<Result>): Promise<Result> {
    mustLive();
    try {
      const result = await work(
        handOn(clinic, setUp, { mustLive, onUndo: (each) => undo.push(each), forgets: pauses.forgets }),
      );
      await pauses.beforeCommit();
      mustLive();
      undo = [];
      for (const [id, row] of clinic.sessions) clinic.committed.set(id, { ...row });
      await pauses.afterCommit();
      mustLive();
      return result;
    } catch (error) {
      if (alive) takeBack();
      throw error;
    }
  }

  function mustLive(): void {
    if (!alive) throw new Error('The server that asked this is gone.');
  }

  return {
    together(clinicId, work) {
      if (clinicId !== clinic.clinicId) throw new Error('There is only one clinic here.');
      const mine = line.then(() => one(work));
      line = mine.catch(() => undefined);
      return mine;
    },
    kill() {
      alive = false;
      takeBack();
    },
  };
}

function handOn(
  clinic: MemoryClinic,
  setUp: ClinicSetUp,
  life: {
    readonly mustLive: () => void;
    readonly onUndo: (undo: () => void) => void;
    readonly forgets: boolean | undefined;
  },
): FactsInHand {
  const eventsOf = (sessionId: string): FreshFact[] => clinic.events.get(sessionId) ?? [];
  const all = (): FreshFact[] => [...clinic.events.values()].flat();
  /** Changes one row; the change is taken back with the transaction. */
  function change<Row extends object>(row: Row, next: Partial<Row>): void {
    life.mustLive();
    const before = { ...row };
    Object.assign(row, next);
    life.onUndo(() => Object.assign(row, before));
  }

  return {
    async holdSessions(ids) {
      return ids.toSorted().flatMap((id) => {
        const row = clinic.sessions.get(id);
        return row === undefined ? [] : [{ id, patientId: row.patientId, version: row.version }];
      });
    },
    earlier: async (asked) => earlierIn(life.forgets === true ? [] : all(), asked),
    async standings(asked) {
      return asked.map(({ actor, patientId }) => standingIn(setUp, actor, patientId));
    },
    async staffNamed(ids) {
      return new Map(
        ids.flatMap((id) => {
          const name = setUp.staff.get(id);
          return name === undefined ? [] : [[id, name]];
        }),
      );
    },
    async insert(fresh) {
      life.mustLive();
      for (const { event, hash } of fresh) {
        const session = clinic.sessions.get(event.sessionId);
        const isNext = session !== undefined && event.version === session.version + 1;
        const keys = [event.eventId, placeOf(event)];
        const isTaken = keys.some((key) => clinic.unique.has(key));
        if (!isNext || (isTaken && life.forgets !== true))
          throw new Error('This fact stands in the way of one that is kept.');
        for (const key of keys) clinic.unique.add(key);
        // A copy, as a row is: whoever holds the original changes nothing here.
        const kept = { hash, event: JSON.parse(JSON.stringify(event)) as RecordedEvent };
        const rows = eventsOf(event.sessionId);
        rows.push(kept);
        life.onUndo(() => {
          rows.splice(rows.indexOf(kept), 1);
          for (const key of keys) clinic.unique.delete(key);
        });
        change(session, { version: event.version });
      }
    },
    async appendAudit(entries) {
      life.mustLive();
      for (const entry of entries) {
        clinic.audits.push(entry);
        life.onUndo(() => clinic.audits.splice(clinic.audits.indexOf(entry), 1));
      }
    },
    async eventsAfter(sessionId, version) {
      return eventsOf(sessionId)
        .filter(({ event }) => event.version > version)
        .map(({ event }) => event);
    },
    async careAround({ patientId }) {
      if (!clinic.stages.has(patientId)) return undefined;
      return { record: setUp.record(patientId), edition: setUp.edition };
    },
    orderOf: async () => setUp.order,
    async isAnswered({ sessionId, eventId }) {
      return eventsOf(sessionId).some(
        ({ event: { fact } }) =>
          (fact.type === 'SignalAcknowledged' ||
            fact.type === 'SignalResolved' ||
            fact.type === 'CallDeviceTested') &&
          fact.signalEventId === eventId,
      );
    },
    async moveStage({ patientId, sessionId }, stage) {
      const session = clinic.sessions.get(sessionId);
      const at = clinic.stages.get(patientId);
      if (session === undefined || session.releasedAt !== undefined || at === undefined) return;
      const goesBack = day.includes(at) && at !== 'integrating' && day.indexOf(at) >= day.indexOf(stage);
      if (goesBack) return;
      life.mustLive();
      clinic.stages.set(patientId, stage);
      life.onUndo(() => clinic.stages.set(patientId, at));
    },
    async moveAppointment(sessionId, status) {
      const session = clinic.sessions.get(sessionId);
      if (session !== undefined && session.appointment !== 'fulfilled')
        change(session, { appointment: status });
    },
    async release(sessionId, at) {
      const session = clinic.sessions.get(sessionId);
      if (session !== undefined && session.releasedAt === undefined) change(session, { releasedAt: at });
    },
    async raise(work) {
      life.mustLive();
      if (clinic.tasks.has(work.id)) return;
      clinic.tasks.set(work.id, { ...work, doneAt: undefined, doneBy: undefined });
      life.onUndo(() => clinic.tasks.delete(work.id));
    },
    // Everyone of the simulated clinic has their next visit in the book.
    async askForNextVisit() {},
    async closeCall(signalEventId, at, by) {
      const task = clinic.tasks.get(signalEventId);
      if (task !== undefined && task.doneAt === undefined) change(task, { doneAt: at, doneBy: by });
    },
    // Nobody is named to be rung in the simulated clinic: the work stands in its task list, and that is all of the ring.
    async ringHome({ eventId, patientId, sessionId, receivedAt }, reason) {
      life.mustLive();
      if (clinic.tasks.has(eventId)) return;
      const work: Work = {
        id: eventId,
        patientId,
        kind: `home-${reason}`,
        ownerRole: 'nurse',
        at: receivedAt,
        detail: { sessionId },
      };
      clinic.tasks.set(eventId, { ...work, doneAt: undefined, doneBy: undefined });
      life.onUndo(() => clinic.tasks.delete(eventId));
    },
    async answerRing(ringId, { receivedAt, authorId }) {
      const task = clinic.tasks.get(ringId);
      if (task !== undefined && task.doneAt === undefined)
        change(task, { doneAt: receivedAt, doneBy: authorId });
    },
  };
}

export function standingIn({ care }: ClinicSetUp, actor: Actor, patientId: string | undefined): Standing {
  const inCare = actor.kind === 'staff' && care.has(`${actor.id}/${patientId}`);
  return standingOf({ actor, patientId }, inCare);
}

function earlierIn(kept: readonly FreshFact[], { events, devices }: AskedEarlier): Earlier {
  const ids = new Set(events.map((event) => event.eventId));
  const places = new Set(events.map(placeOf));
  return {
    known: kept
      .filter(({ event }) => ids.has(event.eventId))
      .map(({ event: { eventId, sessionId, version }, hash }) => ({ eventId, sessionId, version, hash })),
    taken: kept
      .filter(({ event }) => places.has(placeOf(event)))
      .map(({ event: { sessionId, deviceId, deviceSeq, eventId } }) => ({
        sessionId,
        deviceId,
        deviceSeq,
        eventId,
      })),
    ahead: devices.map(({ sessionId, deviceId, contiguous }) => ({
      sessionId,
      deviceId,
      numbers: kept.flatMap(({ event }) =>
        event.sessionId === sessionId && event.deviceId === deviceId && event.deviceSeq > contiguous
          ? [event.deviceSeq]
          : [],
      ),
    })),
  };
}

const placeOf = (event: { sessionId: string; deviceId: string; deviceSeq: number }): string =>
  `${event.sessionId}/${event.deviceId}/${event.deviceSeq}`;
