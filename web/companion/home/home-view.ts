// The day at home as this phone should show it: what the clinic has heard, and over it what still waits here. The same fold
// and the same schedule as in the clinic, so that the next look is known without a network.
import type { GateSeen, HomeSession } from '#api/home.ts';
import type { Condition, LineState } from '#clinical/gate.ts';
import { addMinutes, type Instant, minutesBetween } from '#clinical/instant.ts';
import { bloodPressureBeforeDose } from '#clinical/monitoring/blood-pressure.ts';
import { heartRateIssues } from '#clinical/monitoring/heart-and-breath.ts';
import { type CheckSchedule, type CheckSlot, checkSchedule } from '#clinical/monitoring/schedule.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { LogEvent, SessionEvent, SessionFactType } from '#dosing-session/events.ts';
import { arrivalFacts, sessionFacts } from '#dosing-session/facts.ts';
import { fold, latest, type SessionState } from '#dosing-session/state.ts';

export type HomeStage = 'waiting' | 'may-open' | 'before' | 'called-off' | 'during' | 'over';

export type Pen = { readonly id: string; readonly name: string };

/** What the server has, and what was made here, each once. */
export function stateOf(
  shown: HomeSession,
  made: readonly SessionEvent[],
  pen: Pen,
): SessionState | undefined {
  const { session, patientId } = shown;
  if (session === undefined) return undefined;
  const known = new Set(session.events.map((event) => event.eventId));
  const own = made
    .filter((event) => event.sessionId === session.id && !known.has(event.eventId))
    .map(
      (event): LogEvent => ({ ...event, authorId: pen.id, authorName: pen.name, actingRole: 'companion' }),
    );
  return fold([...session.events, ...own], { sessionId: session.id, patientId });
}

export function stageOf(shown: HomeSession, state: SessionState | undefined, now: Instant): HomeStage {
  if (shown.session === undefined || state === undefined) return now < shown.opensAt ? 'waiting' : 'may-open';
  if (shown.session.releasedAt !== undefined || state.facts.PatientReleased.length > 0) return 'over';
  if (state.facts.DoseGiven.length > 0) return 'during';
  return state.facts.SessionCalledOff.length > 0 ? 'called-off' : 'before';
}

export type BeforeStep = 'stay' | 'address' | 'food' | 'substances' | 'dependants' | 'box' | 'pressure';

/** The lines of the gate each step settles; a step without one is settled by what was written. */
const linesOf: Readonly<Record<BeforeStep, readonly Condition[]>> = {
  stay: ['sitter'],
  address: ['emergency-address'],
  food: ['last-food', 'last-clear-fluid'],
  substances: ['no-substances'],
  dependants: ['nobody-to-care-for'],
  box: [],
  pressure: ['blood-pressure', 'heart-rate'],
};
export const beforeSteps = Object.keys(linesOf) as readonly BeforeStep[];

export type StepState = 'open' | 'met' | 'stop' | 'unclear';

/**
 * What stands of one step. What was written here counts at once; what the clinic's gate says of it counts as soon as it has
 * heard of it. A line that was met and grew too old is open again.
 */
export function stepState(
  step: BeforeStep,
  { shown, state }: { shown: HomeSession; state: SessionState },
): StepState {
  const own = ownState(step, shown, state);
  if (own !== 'met' || !hasArrived(factsOf[step], shown, state)) return own;
  return worst(linesOf[step].map((condition) => lineState(shown.session?.openDose, condition)));
}

const factsOf: Readonly<Record<BeforeStep | AfterStep, SessionFactType>> = {
  stay: 'SitterConfirmed',
  address: 'EmergencyAddressGiven',
  food: 'LastIntakeReported',
  substances: 'SubstancesAsked',
  dependants: 'DependantsAsked',
  box: 'LozengesCounted',
  pressure: 'VitalSignsMeasured',
  orientation: 'OrientationChecked',
  gait: 'GaitChecked',
  symptoms: 'SymptomsAsked',
  instructions: 'InstructionsRepeatedBack',
  tonight: 'SitterStayAsked',
};

/** The clinic's answer and the facts it was given come together: one that is not among them is not in the answer. */
function hasArrived(type: SessionFactType, shown: HomeSession, state: SessionState): boolean {
  const last = latest(state, type);
  return last === undefined || shown.session?.events.some((event) => event.eventId === last.eventId) === true;
}

function ownState(step: BeforeStep, shown: HomeSession, state: SessionState): StepState {
  switch (step) {
    case 'stay': {
      const said = latest(state, 'SitterConfirmed')?.fact.answer;
      return said === undefined ? 'open' : said === 'stays-throughout' ? 'met' : 'stop';
    }
    case 'address':
      return latest(state, 'EmergencyAddressGiven') === undefined ? 'open' : 'met';
    case 'food': {
      const said = latest(state, 'LastIntakeReported')?.fact;
      if (said === undefined) return 'open';
      // A fried or fatty meal is held against its own time by the gate, not here.
      const isSure = said.lastFoodHeavy === undefined || said.lastFoodHeavy === 'no';
      return said.lastFoodAt === 'not-sure' || said.lastClearFluidAt === 'not-sure' || !isSure
        ? 'unclear'
        : 'met';
    }
    case 'substances': {
      const said = latest(state, 'SubstancesAsked')?.fact.answer;
      return said === undefined ? 'open' : said === 'none' ? 'met' : said === 'taken' ? 'stop' : 'unclear';
    }
    case 'dependants': {
      const said = latest(state, 'DependantsAsked')?.fact.answer;
      return said === undefined
        ? 'open'
        : said === 'nobody'
          ? 'met'
          : said === 'someone'
            ? 'stop'
            : 'unclear';
    }
    case 'box': {
      const counted = latest(state, 'LozengesCounted');
      if (counted === undefined) return 'open';
      return lozengesToTake(shown.dose?.doseMg, counted.fact.strengthMg) === undefined ? 'stop' : 'met';
    }
    case 'pressure':
      return pressureState(shown.edition, state);
  }
}

function pressureState(edition: Edition | undefined, state: SessionState): StepState {
  const arrival = arrivalFacts(state);
  if (edition === undefined || arrival.bloodPressure === undefined || arrival.heartRatePerMin === undefined)
    return 'open';
  const issues = [
    ...bloodPressureBeforeDose({ reading: arrival.bloodPressure, edition }),
    ...heartRateIssues({ moment: 'start', reading: arrival.heartRatePerMin, edition }),
  ];
  if (issues.length === 0) return 'met';
  return issues.every(({ action }) => action === 'unknown') ? 'unclear' : 'stop';
}

function lineState(gate: GateSeen | undefined, condition: Condition): StepState {
  const found: LineState | undefined = gate?.here.find((line) => line.condition === condition)?.state;
  if (found === 'met' || found === 'overridden') return 'met';
  return found === 'not-met' ? 'stop' : 'open';
}

function worst(states: readonly StepState[]): StepState {
  return (['stop', 'unclear', 'open'] as const).find((one) => states.includes(one)) ?? 'met';
}

/** How many lozenges of this strength are the dose. None that is not whole, and none that nobody would order. */
export function lozengesToTake(doseMg: number | undefined, strengthMg: number): number | undefined {
  if (doseMg === undefined || !(strengthMg > 0)) return undefined;
  const pieces = doseMg / strengthMg;
  return Number.isInteger(pieces) && pieces >= 1 && pieces <= mostPieces ? pieces : undefined;
}
const mostPieces = 8;

/** An answer older than this does not open anything: it may have changed. */
const freshForMs = 60_000;

export function mayGive(question: {
  readonly shown: HomeSession;
  readonly steps: readonly StepState[];
  readonly unsent: boolean;
  readonly heardAt: Instant;
  readonly now: Instant;
}): 'yes' | 'steps' | 'clinic' | 'not-heard' {
  const { shown, steps, unsent, heardAt, now } = question;
  if (steps.some((step) => step !== 'met')) return 'steps';
  if (unsent || now - heardAt > freshForMs) return 'not-heard';
  return shown.session?.openDose.open === true && shown.dose !== undefined ? 'yes' : 'clinic';
}

export type Looks = {
  readonly schedule: CheckSchedule;
  readonly startedAt: Instant;
  readonly minute: number;
  /** Asked for now: due or late, and nothing tapped for it. */
  readonly due: CheckSlot | undefined;
  readonly nextAt: Instant | undefined;
};

export function looksOf(edition: Edition | undefined, state: SessionState, now: Instant): Looks | undefined {
  if (edition === undefined) return undefined;
  const facts = sessionFacts(state, edition);
  const schedule = checkSchedule({ edition, session: facts, now });
  const startedAt = facts.doseStartedAt;
  if (schedule === undefined || startedAt === undefined) return undefined;
  const { current } = schedule;
  return {
    schedule,
    startedAt,
    minute: Math.max(0, Math.floor(minutesBetween(startedAt, now))),
    due: current !== undefined && current.state !== 'taken' ? current : undefined,
    nextAt: schedule.next?.dueAt,
  };
}

/** When the mouth may be emptied, by the protocol. */
export function holdUntil(edition: Edition, startedAt: Instant): Instant | undefined {
  return edition.timing.route === 'home'
    ? addMinutes(startedAt, edition.timing.holdMinutes.value)
    : undefined;
}

/** The questions of the end are asked once the typical shape says resting; before that they would only disturb. */
export function isResting(edition: Edition, minute: number): boolean {
  const resting = edition.phases.find((phase) => phase.name === 'resting');
  return resting !== undefined && minute >= resting.fromMinute;
}

export type AfterStep = 'orientation' | 'gait' | 'pressure' | 'symptoms' | 'instructions' | 'tonight';
const afterLines: Readonly<Record<AfterStep, readonly Condition[]>> = {
  orientation: ['orientation'],
  gait: ['gait'],
  pressure: ['settled-blood-pressure', 'settled-heart-rate'],
  symptoms: ['symptoms'],
  instructions: ['instructions'],
  tonight: ['sitter-stays'],
};
export const afterSteps = Object.keys(afterLines) as readonly AfterStep[];

/** Only the clinic's gate says that a line of the end is met; what it has not heard yet is shown as waiting. */
export function afterState(
  step: AfterStep,
  { shown, state }: { shown: HomeSession; state: SessionState },
): StepState | 'waiting' {
  if (!hasArrived(factsOf[step], shown, state)) return 'waiting';
  return worst(afterLines[step].map((condition) => lineState(shown.session?.release, condition)));
}
