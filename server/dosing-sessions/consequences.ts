// What else becomes true when a fact is kept: the person's stage, the slot's state, and work for someone. A dose that was
// started while its gate stood closed is kept like any fact, and becomes the most urgent work there is.

import { isUnsettled } from '#clinical/gate.ts';
import { strongDistressFrom, tellsTherapist, traumaInRecord } from '#clinical/integration/feelings.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { RecordedEvent } from '#dosing-session/events.ts';
import { mayDose } from '#dosing-session/gates.ts';
import { partsAnswer } from '#dosing-session/parts.ts';
import { append, fold, type SessionState } from '#dosing-session/state.ts';
import type { FactsInHand, HomeLookReason } from './fact-store.ts';

export type Consequences = {
  readonly any: boolean;
  apply(hand: FactsInHand, about: { sessionId: string; patientId: string }): Promise<void>;
};

const stages: Readonly<Record<string, string>> = {
  PatientArrived: 'arrived',
  DoseStarted: 'dosing',
  DoseGiven: 'dosing',
  DoseStopped: 'recovering',
  RecoveryStarted: 'recovering',
  PatientReleased: 'integrating',
};
export function consequencesOf(events: readonly RecordedEvent[]): Consequences {
  const moved = events.filter((event) => stages[event.fact.type] !== undefined);
  const calls = events.filter(
    (event) => event.fact.type === 'PatientSignalled' && event.fact.signal === 'come',
  );
  const answers = events.flatMap((event) =>
    event.fact.type === 'SignalAcknowledged' || event.fact.type === 'SignalResolved'
      ? [{ event, signalEventId: event.fact.signalEventId }]
      : event.fact.type === 'CallDeviceTested' && event.fact.signalEventId !== undefined
        ? [{ event, signalEventId: event.fact.signalEventId }]
        : [],
  );
  const strong = events.flatMap((event) =>
    event.fact.type === 'DistressRated' && event.fact.score >= strongDistressFrom.value
      ? [{ event, score: event.fact.score }]
      : [],
  );
  const rings = events.flatMap(ringsIn);
  const ringsAnswered = events.flatMap((event) =>
    ringsAnsweredBy(event).map((ringId) => ({ event, ringId })),
  );
  return {
    any: [moved, calls, answers, strong, rings, ringsAnswered].some((found) => found.length > 0),
    async apply(hand, { sessionId, patientId }) {
      for (const event of moved) {
        if (event.fact.type === 'DoseStarted' || event.fact.type === 'DoseGiven')
          await raiseIfGateWasClosed(hand, event, patientId);
        await hand.moveStage(event, stages[event.fact.type] ?? '');
        // While they rest there is time to book; at the door it is asked for once more where nobody noted the rest.
        if (event.fact.type === 'RecoveryStarted' || event.fact.type === 'PatientReleased')
          await hand.askForNextVisit(event);
        if (event.fact.type === 'PatientArrived')
          await hand.moveAppointment(sessionId, 'arrived', event.receivedAt);
        if (event.fact.type === 'PatientReleased') {
          await hand.release(sessionId, event.effectiveAt);
          await hand.moveAppointment(sessionId, 'fulfilled', event.receivedAt);
        }
      }
      for (const call of calls) {
        if (await hand.isAnswered(call)) continue;
        await hand.raise({
          id: call.eventId,
          patientId,
          kind: 'patient-calls',
          ownerRole: 'nurse',
          at: call.receivedAt,
          detail: { sessionId },
        });
      }
      for (const { event, score } of strong) await raiseIfTraumaIsKnown(hand, event, { score, patientId });
      for (const { event, reason } of rings)
        if (!(await hand.isAnswered(event))) await hand.ringHome(event, reason);
      for (const { event, ringId } of ringsAnswered) await hand.answerRing(ringId, event);
      for (const { event, signalEventId } of answers)
        await hand.closeCall(signalEventId, event.receivedAt, event.authorId);
    },
  };
}

function ringsIn(
  event: RecordedEvent,
): readonly { readonly event: RecordedEvent; readonly reason: HomeLookReason }[] {
  if (event.fact.type !== 'LookMade') return [];
  const { seen } = event.fact;
  return seen === 'worried' || seen === 'not-sure' ? [{ event, reason: seen }] : [];
}

/** How an answer in the log names the ring it answers. A ring made by a look carries the look's own id. */
const ringKey = 'home-ring/';

function ringsAnsweredBy({ fact }: RecordedEvent): readonly string[] {
  if (fact.type === 'SignalAcknowledged' || fact.type === 'SignalResolved') return [fact.signalEventId];
  if (fact.type !== 'AlertAcknowledged' && fact.type !== 'AlertResolved') return [];
  return fact.alertKey.startsWith(ringKey) ? [fact.alertKey.slice(ringKey.length)] : [];
}

/** Strong feelings where trauma is in the record, or nobody asked about it, are told to the therapist while they last. */
async function raiseIfTraumaIsKnown(
  hand: FactsInHand,
  event: RecordedEvent,
  { score, patientId }: { readonly score: number; readonly patientId: string },
): Promise<void> {
  const around = await hand.careAround({ patientId, sessionId: event.sessionId }, event.effectiveAt);
  const trauma = traumaInRecord(around?.record.responses);
  if (!tellsTherapist(score, trauma)) return;
  await hand.raise({
    id: event.eventId,
    patientId,
    kind: 'feelings-surfaced',
    ownerRole: 'therapist',
    at: event.receivedAt,
    detail: { sessionId: event.sessionId, distress: String(score), trauma },
  });
}

async function raiseIfGateWasClosed(
  hand: FactsInHand,
  event: RecordedEvent,
  patientId: string,
): Promise<void> {
  // Judged by what was known when it began, however late the fact arrives.
  const startedAt = event.effectiveAt;
  const followed = await hand.careAround({ patientId, sessionId: event.sessionId }, startedAt);
  if (followed === undefined) return;
  const { record, edition } = followed;
  const known = (await hand.eventsAfter(event.sessionId, 0)).filter(
    (one) => one.effectiveAt <= startedAt && one.eventId !== event.eventId,
  );
  const state = fold(known, { sessionId: event.sessionId, patientId });
  if (event.fact.type === 'DoseGiven' && state.facts.DoseGiven.length > 0) {
    // The door was asked before the first part. What follows is asked of the order and the protocol's times.
    await raiseIfPartWasOff(hand, event, { state, edition, patientId });
    return;
  }
  const { gate } = mayDose({ record, state, edition, now: startedAt });
  const stood = gate.lines.filter(isUnsettled).map((line) => line.condition);
  if (stood.length === 0) return;
  await hand.raise({
    id: event.eventId,
    patientId,
    kind: 'dose-started-while-closed',
    ownerRole: 'prescriber',
    at: event.receivedAt,
    detail: { sessionId: event.sessionId, lines: stood.join(', ') },
  });
}

/** A further part too soon, too late or beyond the order is kept, and the prescriber is told of it. */
async function raiseIfPartWasOff(
  hand: FactsInHand,
  event: RecordedEvent,
  about: { readonly state: SessionState; readonly edition: Edition; readonly patientId: string },
): Promise<void> {
  const { state, edition, patientId } = about;
  const order = await hand.orderOf(event.sessionId);
  const now = event.effectiveAt;
  const before = partsAnswer({ state, edition, order, now })?.issues ?? [];
  const after = partsAnswer({ state: append(state, event), edition, order, now })?.issues ?? [];
  const found = after
    .filter(({ action, title }) => action !== 'unknown' && !before.some((one) => one.title === title))
    .map(({ title }) => title);
  if (found.length === 0) return;
  await hand.raise({
    id: event.eventId,
    patientId,
    kind: 'dose-part-off-order',
    ownerRole: 'prescriber',
    at: event.receivedAt,
    detail: { sessionId: event.sessionId, found: found.join(' ') },
  });
}
