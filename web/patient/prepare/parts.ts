// The parts of getting ready in the order they are due, and which one to put first. The one answer says what is due; a part
// nothing waits for comes when the person likes.
import type { PreparationItem } from '#api/preparation.ts';
import type { Task, TaskKind } from '#clinical/task.ts';

export interface Part {
  /** Names its words: "prepare.<id>". */
  readonly id: string;
  readonly to: string;
  readonly tasks: readonly TaskKind[];
  /** For a part without a task: which kept item shows that it was done. */
  readonly kind?: PreparationItem['body']['kind'];
}

export const parts: readonly Part[] = [
  { id: 'know', to: '/prepare/know', tasks: [], kind: 'teach-back' },
  { id: 'feelings', to: '/prepare/feelings', tasks: [], kind: 'feelings' },
  { id: 'asked', to: '/prepare/asked', tasks: [] },
  { id: 'consent', to: '/prepare/consent', tasks: ['sign-consent'] },
  { id: 'ride', to: '/prepare/ride', tasks: ['ask-companion', 'answer-ride'] },
  { id: 'intention', to: '/prepare/intention', tasks: ['set-intention'] },
  { id: 'practice', to: '/prepare/practice', tasks: ['practice-grounding'] },
  { id: 'plan', to: '/prepare/plan', tasks: ['write-navigation-plan'] },
  { id: 'day', to: '/prepare/day', tasks: ['write-day-plan'] },
  { id: 'letter', to: '/prepare/letter', tasks: ['write-letter'] },
  { id: 'stuck', to: '/prepare/stuck', tasks: [] },
  { id: 'readiness', to: '/prepare/readiness', tasks: [], kind: 'readiness' },
  { id: 'minute', to: '/prepare/minute', tasks: [] },
  { id: 'card', to: '/prepare/card', tasks: [] },
];

export interface PlacedPart {
  readonly part: Part;
  readonly task: Task | undefined;
  /** When it was kept, for a part without a task. */
  readonly keptAt: number | undefined;
}

const stateOrder: readonly Task['state'][] = ['late', 'due', 'not-yet', 'done'];

/** Late first, then by deadline, then what is done; a part without a deadline keeps its place after those with one. */
export function partsByDeadline(
  tasks: readonly Task[],
  items: readonly PreparationItem[],
): { readonly due: readonly PlacedPart[]; readonly whenYouLike: readonly PlacedPart[] } {
  const placed = parts.map((part): PlacedPart => {
    const kept = items.filter((item) => item.body.kind === part.kind).map((item) => item.recordedAt);
    return {
      part,
      task: tasks.find((task) => part.tasks.includes(task.kind)),
      keptAt: kept.length === 0 ? undefined : Math.max(...kept),
    };
  });
  const deadline = ({ task }: PlacedPart): number => task?.dueAt ?? Number.MAX_SAFE_INTEGER;
  const rank = ({ task }: PlacedPart): number => stateOrder.indexOf(task?.state ?? 'done');
  return {
    due: placed
      .filter(({ task }) => task !== undefined)
      .toSorted((a, b) => rank(a) - rank(b) || deadline(a) - deadline(b)),
    whenYouLike: placed.filter(({ task }) => task === undefined),
  };
}

/** What to put first: the part that was left open half way, otherwise what is due next, otherwise what can be begun. */
export function nextPart(
  { due, whenYouLike }: ReturnType<typeof partsByDeadline>,
  leftAt: string | undefined,
): PlacedPart | undefined {
  const isOpen = ({ part, task, keptAt }: PlacedPart): boolean =>
    task === undefined ? part.kind !== undefined && keptAt === undefined : task.state !== 'done';
  const open = [...whenYouLike.filter((one) => one.part.id === 'know'), ...due, ...whenYouLike].filter(
    (one) => isOpen(one) && one.task?.state !== 'not-yet',
  );
  return open.find(({ part }) => part.to === leftAt) ?? open[0];
}
