// Which one thing to put before a person now, and where it leads. It chooses among the answer's tasks and judges nothing.
import type { Task, TaskKind } from '#clinical/task.ts';

export interface NextStep {
  /** Names the words: "next.<id>", "next.<id>.text", "next.<id>.go". */
  readonly id: string;
  readonly to: string;
  readonly task: Task;
  /** How many more things are open after this one; parts of the same thing count once. */
  readonly more: number;
}

const leadsTo: Partial<Readonly<Record<TaskKind, string>>> = {
  'answer-screening': '/screening',
  'sign-consent': '/prepare/consent',
  'set-intention': '/prepare/intention',
  'practice-grounding': '/prepare/practice',
  'write-navigation-plan': '/prepare/plan',
  'write-day-plan': '/prepare/day',
  'write-letter': '/prepare/letter',
  'prepare-step': '/prepare',
  'ask-companion': '/prepare/ride',
  'morning-check-in': '/check-in',
  'answer-evening-check': '/evening',
  'answer-after-check': '/after-check',
  'answer-pulse': '/pulse',
};

function placeOf(task: Task): string | undefined {
  if (task.kind === 'answer-baseline' || task.kind === 'answer-anchor') {
    return task.subject === undefined ? undefined : `/questions/${task.subject}`;
  }
  return leadsTo[task.kind];
}

/** A form of this house has no name that anyone knows: the step says what it asks about. */
const houseForms: readonly (string | undefined)[] = ['bladder', 'misuse'];

function wordsOf(task: Task): string {
  if (houseForms.includes(task.subject)) return `answer-${task.subject}`;
  if (task.kind === 'answer-baseline' || task.kind === 'answer-anchor') return 'answer-instrument';
  if (task.kind === 'answer-screening' && task.subject === 'send') return 'send-screening';
  return task.kind;
}

/** The patient's open tasks in the answer's own order; screening counts as one. */
export function openSteps(tasks: readonly Task[]): readonly Task[] {
  const open = tasks.filter(
    (task) =>
      task.owner === 'patient' &&
      (task.state === 'late' || task.state === 'due') &&
      placeOf(task) !== undefined,
  );
  const firstScreening = open.find((task) => task.kind === 'answer-screening');
  return open.filter((task) => task.kind !== 'answer-screening' || task === firstScreening);
}

/** Before anything that can wait: what may need a person after a dose, and then the morning of the next. */
const checks: readonly (readonly TaskKind[])[] = [
  ['answer-after-check', 'answer-evening-check'],
  ['morning-check-in'],
];

export function nextStep(tasks: readonly Task[]): NextStep | undefined {
  const open = openSteps(tasks);
  const [check] = checks.flatMap((kinds) => open.find(({ kind }) => kinds.includes(kind)) ?? []);
  const task = check ?? open[0];
  const to = task === undefined ? undefined : placeOf(task);
  if (task === undefined || to === undefined) return undefined;
  return { id: wordsOf(task), to, task, more: open.length - 1 };
}
