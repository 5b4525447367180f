// The short lists a nurse works down: settling in, and the way home. Each step says what it has and from whom; where the
// gate asks about it, the step shows the gate's own answer and has none of its own.
import type { Condition, Gate, GateLine } from '#clinical/gate.ts';
import { haveInWords, type LineName, lineNameOf, lineNames, type TimeInWords } from '#clinical/gate-words.ts';
import type { SessionFactType } from '#dosing-session/events.ts';
import { latest, type SessionState } from '#dosing-session/state.ts';
import { watcherOf } from '#dosing-session/watch.ts';

export type SettleStepId =
  | 'arrived'
  | 'identity'
  | 'call-device'
  | 'room'
  | 'intake'
  | 'nasal-product'
  | 'enrolment'
  | 'medicines'
  | 'risk'
  | 'consent'
  | 'limits'
  | 'intention'
  | 'baseline'
  | 'weight'
  | 'ride'
  | 'watch'
  | 'back-up'
  | 'second-check';

export type WayHomeStepId =
  | 'recovery'
  | 'symptoms'
  | 'line'
  | 'readings'
  | 'aldrete'
  | 'orientation'
  | 'gait'
  | 'instructions'
  | 'rest-of-drug'
  | 'refreshment'
  | 'talk'
  | 'feels'
  | 'leaving-talk'
  | 'belongings'
  | 'escort'
  | 'hand-over';

export type StepState = LineName | 'not-yet';

export interface Step<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly state: StepState;
  readonly words: string;
}

interface StepPlan<Id extends string> {
  readonly id: Id;
  readonly title: string;
  /** Lines of the gate this step settles. */
  readonly lines?: readonly Condition[] | undefined;
  /** What the room itself must have written, where the gate does not ask. */
  readonly fact?: SessionFactType | undefined;
  readonly nothing?: string | undefined;
}

const settling: readonly StepPlan<SettleStepId>[] = [
  { id: 'arrived', title: 'Arrived', fact: 'PatientArrived', nothing: 'Not noted' },
  { id: 'identity', title: 'Two identifiers', lines: ['identity'] },
  { id: 'call-device', title: 'Call button', lines: ['call-device'] },
  { id: 'room', title: 'The room', lines: ['room-ready'] },
  { id: 'intake', title: 'Last food, last drink', lines: ['last-food', 'last-clear-fluid'] },
  { id: 'nasal-product', title: 'Other nose sprays', lines: ['nasal-product'] },
  { id: 'enrolment', title: 'Safety program', lines: ['program-enrolment'] },
  { id: 'medicines', title: 'Medicines', lines: ['medicines'] },
  { id: 'risk', title: 'Risk question', lines: ['risk'] },
  { id: 'consent', title: 'Consent read back', fact: 'ConsentReadBack', nothing: 'Not read back yet' },
  { id: 'limits', title: 'Limits read back', fact: 'LimitsReadBack', nothing: 'Not read back yet' },
  { id: 'intention', title: 'Intention', lines: ['intention'] },
  { id: 'baseline', title: 'First readings', lines: ['blood-pressure', 'heart-rate', 'oxygen'] },
  { id: 'weight', title: 'Weight', lines: ['weight'] },
  { id: 'ride', title: 'Ride home', lines: ['ride'] },
  { id: 'watch', title: 'Who watches', fact: 'MonitorAssigned', nothing: 'No one is noted' },
  { id: 'back-up', title: 'Medical back-up', fact: 'BackUpNamed', nothing: 'No one is named' },
  { id: 'second-check', title: 'Second check', lines: ['second-check'] },
];

const leaving: readonly StepPlan<WayHomeStepId>[] = [
  { id: 'recovery', title: 'Rest began', fact: 'RecoveryStarted', nothing: 'Not noted' },
  { id: 'line', title: 'Line out', lines: ['line-removed'] },
  { id: 'rest-of-drug', title: 'What is left of the drug', fact: 'DrugWasted', nothing: 'Not noted' },
  { id: 'symptoms', title: 'Symptoms asked', lines: ['symptoms'] },
  {
    id: 'readings',
    title: 'Readings and how awake',
    lines: ['settled-blood-pressure', 'settled-heart-rate', 'settled-oxygen', 'awake'],
  },
  { id: 'aldrete', title: 'Aldrete score', lines: ['recovery-score'] },
  { id: 'orientation', title: 'Who, where, when', lines: ['orientation'] },
  { id: 'gait', title: 'Walking', lines: ['gait'] },
  {
    id: 'refreshment',
    title: 'Water, something light',
    fact: 'RefreshmentOffered',
    nothing: 'Not offered yet',
  },
  { id: 'talk', title: 'Talk or quiet now', fact: 'TalkWishAsked', nothing: 'Not asked again yet' },
  { id: 'feels', title: 'How they are now', fact: 'StateAfterSaid', nothing: 'Not asked yet' },
  { id: 'leaving-talk', title: 'Talk before leaving', fact: 'LeavingTalkHeld', nothing: 'Not held yet' },
  { id: 'instructions', title: 'Instructions said back', lines: ['instructions'] },
  { id: 'belongings', title: 'Belongings', lines: ['belongings'] },
  { id: 'escort', title: 'Person at the door', lines: ['escort-at-door'] },
  {
    id: 'hand-over',
    title: 'Gone through with them',
    fact: 'HandOverBriefed',
    nothing: 'Not gone through yet',
  },
];

export function isWayHomeStep(step: SettleStepId | WayHomeStepId): step is WayHomeStepId {
  return leaving.some(({ id }) => id === step);
}

export interface StepQuestion {
  readonly state: SessionState;
  readonly gate: Gate | undefined;
  readonly time: TimeInWords;
}

export function settleSteps(question: StepQuestion): readonly Step<SettleStepId>[] {
  // Without a gate nothing is known, and nothing is left out.
  return settling.flatMap((plan) =>
    question.gate === undefined || isAsked(plan, question) ? [stepOf(plan, question)] : [],
  );
}

export function wayHomeSteps(question: StepQuestion): readonly Step<WayHomeStepId>[] {
  return leaving.flatMap((plan) => (isAsked(plan, question) ? [stepOf(plan, question)] : []));
}

/** Only an infusion leaves a line and only a spray asks about other sprays; where the gate does not ask, neither does the list. */
function isAsked<Id extends string>({ lines }: StepPlan<Id>, { gate }: StepQuestion): boolean {
  return lines?.some((condition) => lineOf(gate, condition) !== undefined) ?? true;
}

function lineOf(gate: Gate | undefined, condition: Condition): GateLine | undefined {
  return gate?.lines.find((line) => line.condition === condition);
}

function stepOf<Id extends string>(
  { id, title, lines: conditions = [], fact, nothing }: StepPlan<Id>,
  { state, gate, time }: StepQuestion,
): Step<Id> {
  if (fact !== undefined) {
    const entry = latest(state, fact);
    const watcher = fact === 'MonitorAssigned' ? watcherOf(state) : undefined;
    if (watcher !== undefined)
      return { id, title, state: 'met', words: `${time(watcher.since)}, ${watcher.name}` };
    if (entry === undefined) return { id, title, state: 'unknown', words: nothing ?? '' };
    return { id, title, state: 'met', words: `${time(entry.at)}, ${entry.byName}` };
  }
  const lines = conditions.flatMap((condition) => lineOf(gate, condition) ?? []);
  if (lines.length === 0) return { id, title, state: 'unknown', words: 'No answer from the rules' };
  const worst = lineNames.find((each) => lines.some((line) => lineNameOf(line) === each)) ?? 'unknown';
  const shown = lines.filter((line) => lineNameOf(line) === worst);
  return { id, title, state: worst, words: wordsOf(shown, worst === 'met', time) };
}

function wordsOf(lines: readonly GateLine[], met: boolean, time: TimeInWords): string {
  const said = [...new Set(lines.map((line) => haveInWords(line, time)))].join('. ');
  const by = met ? lines[0] : undefined;
  return by?.at === undefined || by.by === undefined ? said : `${said}. ${time(by.at)}, ${by.by}`;
}
