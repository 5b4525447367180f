// What is being waited for when nothing is this person's to do: who has it and, where one is known, by when. It reads the
// answer's own tasks, the questions that were asked and what is booked, and judges nothing.
import type { Appointment } from '#api/appointments.ts';
import type { PatientQuestion } from '#api/questions.ts';
import type { CareRecord, JourneyStage } from '#clinical/care-record.ts';
import type { Instant } from '#clinical/instant.ts';
import type { Task, TaskKind } from '#clinical/task.ts';

export interface Wait {
  /** Names the words: "wait.<id>", and "wait.<id>.text" for who has it. */
  readonly id: string;
  /** Set: it is then. Arrive: they are expected then. Promised: it is answered by then. Needed: it must be known by then. Opens: nothing before then. */
  readonly time?:
    | { readonly is: 'set' | 'arrive' | 'promised' | 'needed' | 'opens'; readonly at: Instant }
    | undefined;
  readonly question?: PatientQuestion | undefined;
}

export interface Waited {
  readonly tasks: readonly Task[];
  readonly record: Pick<CareRecord, 'stage' | 'plan' | 'consult'>;
  readonly questions: readonly PatientQuestion[];
  readonly appointments: readonly Appointment[];
  readonly now: Instant;
}

/** What others do, in the order in which it holds things up. */
const ofOthers: readonly TaskKind[] = [
  'book-consult',
  'hold-consult',
  'decide-issue',
  'sign-order',
  'book-dose',
  'answer-ride',
  'book-integration',
  'check-in',
  'attend-integration',
];

/** A plan that rests or is over waits for nobody's work. */
const atRest: readonly JourneyStage[] = ['paused', 'stopped', 'finished'];

/** Never empty: where nobody has anything to do, that is said. */
export function waitsOf(waited: Waited): readonly [Wait, ...Wait[]] {
  const [first, ...rest] = [...questionsOpen(waited), ...workOfOthers(waited)];
  return first === undefined ? [nothingToDo(waited)] : [first, ...rest];
}

function questionsOpen({ questions }: Waited): readonly Wait[] {
  return questions
    .filter(({ answered }) => answered === undefined)
    .toSorted((a, b) => a.promisedBy - b.promisedBy)
    .slice(0, 1)
    .map((question) => ({ id: 'question', question, time: { is: 'promised', at: question.promisedBy } }));
}

function workOfOthers(waited: Waited): readonly Wait[] {
  const { tasks, record, now } = waited;
  if (atRest.includes(record.stage)) return [];
  return ofOthers
    .flatMap((kind) => tasks.find((task) => task.kind === kind && task.state !== 'done') ?? [])
    .filter((task) => !hasPassed(task, now))
    .map((task) => ({ id: wordsOf(task, record), time: timeOf(task, waited) }));
}

/** A set hour that is over is waited for by nobody. */
function hasPassed({ kind, opensAt, dueAt }: Task, now: Instant): boolean {
  const until = { 'check-in': dueAt, 'attend-integration': opensAt }[kind as string];
  return until !== undefined && until < now;
}

function wordsOf({ kind }: Task, { plan }: Waited['record']): string {
  return kind === 'check-in' && plan?.route === 'home' ? 'dose-at-home' : kind;
}

function timeOf(task: Task, { appointments, record, now }: Waited): Wait['time'] {
  switch (task.kind) {
    case 'hold-consult': {
      const talk = appointments
        .filter(({ kind, status, endsAt }) => kind === 'consult' && status === 'booked' && endsAt > now)
        .toSorted((a, b) => a.startsAt - b.startsAt)[0];
      return talk && { is: 'set', at: talk.startsAt };
    }
    case 'check-in': {
      const [is, at] =
        record.plan?.route === 'home' ? (['set', task.dueAt] as const) : (['arrive', task.opensAt] as const);
      return at === undefined ? undefined : { is, at };
    }
    case 'attend-integration':
      return task.opensAt === undefined ? undefined : { is: 'set', at: task.opensAt };
    case 'answer-ride':
      return task.dueAt === undefined ? undefined : { is: 'needed', at: task.dueAt };
    default:
      return undefined;
  }
}

/** Their own next thing, where one opens later. */
function nothingToDo({ tasks, record }: Waited): Wait {
  const opensAt = tasks
    .filter(({ owner, state }) => owner === 'patient' && state === 'not-yet')
    .flatMap((task) => task.opensAt ?? [])
    .toSorted((a, b) => a - b)[0];
  if (opensAt !== undefined) return { id: 'own', time: { is: 'opens', at: opensAt } };
  const isBeforePlan = record.stage === 'consulted' && record.plan === undefined;
  return { id: isBeforePlan ? 'plan' : 'nothing' };
}
