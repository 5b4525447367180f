// May we dose? May they leave? The room's facts are laid over the care record and put to the clinical gates, so the
// bedside asks the same question as the desk. What the log itself cannot settle is said beside the answer.
import type { ArrivalFacts, CareRecord, Ride } from '#clinical/care-record.ts';
import { clockAt } from '#clinical/clock.ts';
import { releaseGate } from '#clinical/discharge/release-gate.ts';
import { openDoseGate } from '#clinical/dosing/dose-gate.ts';
import type { Gate } from '#clinical/gate.ts';
import type { Instant } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { careFacts } from './facts.ts';
import { gaps, type SessionState } from './state.ts';

export type Question = {
  readonly record: CareRecord;
  readonly state: SessionState;
  readonly edition: Edition;
  readonly now: Instant;
};

/** What the log says that ends the question whatever the gate says. */
export type LogStop = 'called-off' | 'already-released' | 'infusion-already-started';

/** What a person should settle or know before they go on. These do not shut the door. */
export type LogConcern = 'facts-in-conflict' | 'facts-to-review' | 'facts-not-arrived';

export type RoomAnswer = {
  /** Only when the gate is open and the log does not end the question. It does not say that a dose is safe. */
  readonly open: boolean;
  readonly gate: Gate;
  readonly stops: readonly LogStop[];
  readonly concerns: readonly LogConcern[];
};

export const mayDose = ({ record, state, edition, now }: Question): RoomAnswer => {
  const gate = openDoseGate({ edition, clock: clockAt(now) }, withRoom({ record, state, edition }));
  const stops: LogStop[] = [];
  if (state.facts.SessionCalledOff.length > 0) stops.push('called-off');
  if (state.phase === 'released') stops.push('already-released');
  if (state.infusion !== null) stops.push('infusion-already-started');
  return {
    open: gate.open && stops.length === 0,
    gate,
    stops,
    concerns: unsettled(state),
  };
};

export const mayLeave = ({ record, state, edition, now }: Question): RoomAnswer => {
  const gate = releaseGate({ edition, clock: clockAt(now) }, withRoom({ record, state, edition }));
  const stops: LogStop[] = state.phase === 'released' ? ['already-released'] : [];
  return { open: gate.open && stops.length === 0, gate, stops, concerns: unsettled(state) };
};

/** The care record as it stands in the room. Without a cycle there is nothing to lay the facts on, and gates stay shut. */
export const withRoom = ({ record, state, edition }: Omit<Question, 'now'>): CareRecord => {
  const { cycle } = record;
  if (cycle === undefined) return record;
  const room = careFacts(state, edition);
  const appointment = cycle.doseAppointment;
  return {
    ...record,
    cycle: {
      ...cycle,
      doseAppointment: appointment && {
        ...appointment,
        arrivedAt: room.arrivedAt ?? appointment.arrivedAt,
      },
      arrival: { ...cycle.arrival, ...known(room.arrival) },
      session: room.session,
      ride: newer(cycle.ride, room.ride),
      overrides: [...(cycle.overrides ?? []), ...room.overrides],
    },
  };
};

// Something nobody recorded in the room must not blot out what the record already knows.
const known = (arrival: ArrivalFacts): ArrivalFacts =>
  Object.fromEntries(Object.entries(arrival).filter(([, fact]) => fact !== undefined));

const newer = (one: Ride | undefined, other: Ride | undefined): Ride | undefined =>
  one === undefined || (other !== undefined && other.at > one.at) ? other : one;

const unsettled = (state: SessionState): readonly LogConcern[] => {
  const concerns: LogConcern[] = [];
  if (state.conflicts.length > 0) concerns.push('facts-in-conflict');
  if (state.needsReview.length > 0) concerns.push('facts-to-review');
  if (gaps(state).length > 0) concerns.push('facts-not-arrived');
  return concerns;
};
