// What keeping a fact asks of the place it is kept in. Append decides; a store of this shape reads before and writes
// after. PostgreSQL keeps real clinics; the simulated clinic keeps in memory; one table of cases holds both to this.

import type { CareRecord } from '#clinical/care-record.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { RecordedEvent } from '#dosing-session/events.ts';
import type { OrderInRoom } from '#dosing-session/parts.ts';
import type { Actor, Standing } from '#server/access';
import type { AuditEntry } from '#server/audit';

export type FactStore = {
  /** All of the work or none of it. What this resolves with is durable; when it rejects, nothing was kept or nobody knows. */
  together<Result>(clinicId: string, work: (hand: FactsInHand) => Promise<Result>): Promise<Result>;
};

export type HeldSession = { readonly id: string; readonly patientId: string; readonly version: number };

export type DevicePlace = { readonly sessionId: string; readonly deviceId: string };

/** One device in one session, and up to which number it was seen to have sent everything. */
export type Count = DevicePlace & { readonly contiguous: number };

export type FreshFact = { readonly event: RecordedEvent; readonly hash: string };

export type Earlier = {
  readonly known: readonly {
    readonly eventId: string;
    readonly sessionId: string;
    readonly version: number;
    readonly hash: string;
  }[];
  readonly taken: readonly (DevicePlace & { readonly deviceSeq: number; readonly eventId: string })[];
  /** The numbers each device sent beyond the unbroken count that was named. */
  readonly ahead: readonly (DevicePlace & { readonly numbers: readonly number[] })[];
};

export type AskedEarlier = {
  readonly events: readonly (DevicePlace & { readonly eventId: string; readonly deviceSeq: number })[];
  readonly devices: readonly Count[];
};

export type Work = {
  readonly id: string;
  readonly patientId: string;
  readonly kind: string;
  readonly ownerRole: string;
  readonly at: number;
  readonly detail: Readonly<Record<string, string>>;
};

export type HomeLookReason = 'not-sure' | 'worried';

/** One transaction. */
export type FactsInHand = {
  /** Holds these sessions against every other writer until the end. A session that is not there is left out. */
  holdSessions(ids: readonly string[]): Promise<readonly HeldSession[]>;
  earlier(asked: AskedEarlier): Promise<Earlier>;
  standings(
    asked: readonly { readonly actor: Actor; readonly patientId: string }[],
    now: number,
  ): Promise<readonly Standing[]>;
  /** The people of this clinic among these, by id. */
  staffNamed(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Keeps the facts and their readings, and raises the version of each session. */
  insert(fresh: readonly FreshFact[]): Promise<void>;
  appendAudit(entries: readonly AuditEntry[]): Promise<void>;

  eventsAfter(sessionId: string, version: number): Promise<readonly RecordedEvent[]>;
  /** The care record around a session as it stood at that moment, and the protocol it follows. */
  careAround(
    session: { readonly patientId: string; readonly sessionId: string },
    at: number,
  ): Promise<{ readonly record: CareRecord; readonly edition: Edition } | undefined>;
  orderOf(sessionId: string): Promise<OrderInRoom | undefined>;
  isAnswered(call: { readonly sessionId: string; readonly eventId: string }): Promise<boolean>;

  /** Moves the person on, never back within the day, and never by a session that has ended. */
  moveStage(event: RecordedEvent, stage: string): Promise<void>;
  moveAppointment(sessionId: string, status: 'arrived' | 'fulfilled', at: number): Promise<void>;
  /** The first release stands. */
  release(sessionId: string, at: number): Promise<void>;
  /** Said twice, it is raised once. */
  raise(work: Work): Promise<void>;
  /** Where nothing is booked after this moment, the desk is asked for the next visit, once a session. */
  askForNextVisit(event: RecordedEvent): Promise<void>;
  /** A call that someone answered is no longer work; one that has not come yet is not there to close. */
  closeCall(signalEventId: string, at: number, by: string): Promise<void>;
  /** The one who watches at home could not tell, or says something is wrong: whoever is named there is rung, once. */
  ringHome(look: RecordedEvent, reason: HomeLookReason): Promise<void>;
  /** Ends a ring with the name and time of the first answer; a ring that is not there has nothing to end. */
  answerRing(ringId: string, answer: RecordedEvent): Promise<void>;
};
