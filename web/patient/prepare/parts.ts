// The parts of getting ready in the order they are due, and which one to put first. The protocol says which steps there are,
// the one answer what is due; a step that is only offered comes when the person likes.
import { itemOfStep, type PreparationBody, type PreparationItem } from '#api/preparation.ts';
import type { CareRecord } from '#clinical/care-record.ts';
import { isToldElsewhere } from '#clinical/preparation/prepared-steps.ts';
import { isShown, type PreparationStep, settingOf } from '#clinical/protocol/care-steps.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import type { Task, TaskKind } from '#clinical/task.ts';

export interface Part {
  /** Names its words: "prepare.<id>". */
  readonly id: string;
  /** Undefined: it is done with a person, and has no page. */
  readonly to: string | undefined;
  /** The steps of the protocol that are done here. None: something to read, on every protocol. */
  readonly steps: readonly PreparationStep[];
  readonly tasks: readonly TaskKind[];
}

export const parts: readonly Part[] = [
  { id: 'know', to: '/prepare/know', steps: ['what-happens'], tasks: [] },
  { id: 'feelings', to: '/prepare/feelings', steps: ['feelings'], tasks: [] },
  { id: 'asked', to: '/prepare/asked', steps: [], tasks: [] },
  { id: 'talk', to: undefined, steps: ['talk'], tasks: [] },
  { id: 'consent', to: '/prepare/consent', steps: ['consent'], tasks: ['sign-consent'] },
  { id: 'ride', to: '/prepare/ride', steps: ['companion'], tasks: ['ask-companion', 'answer-ride'] },
  { id: 'intention', to: '/prepare/intention', steps: ['intention'], tasks: ['set-intention'] },
  { id: 'practice', to: '/prepare/practice', steps: ['grounding'], tasks: ['practice-grounding'] },
  {
    id: 'plan',
    to: '/prepare/plan',
    steps: ['navigation-plan', 'limits', 'comfort'],
    tasks: ['write-navigation-plan'],
  },
  {
    id: 'day',
    to: '/prepare/day',
    steps: ['day-plan', 'home-setup', 'evening-plan'],
    tasks: ['write-day-plan'],
  },
  { id: 'letter', to: '/prepare/letter', steps: ['letter'], tasks: ['write-letter'] },
  { id: 'stuck', to: '/prepare/stuck', steps: [], tasks: [] },
  { id: 'readiness', to: '/prepare/readiness', steps: ['readiness'], tasks: [] },
  { id: 'minute', to: '/prepare/minute', steps: [], tasks: [] },
  { id: 'card', to: '/prepare/card', steps: [], tasks: [] },
];

/** The hours of the day and the food belong to everyone, whatever is planned on that page. */
const alwaysThere: readonly Part['id'][] = ['day'];

export interface PlacedPart {
  readonly part: Part;
  readonly task: Task | undefined;
  /** When it was kept, for a part without a task. */
  readonly keptAt: number | undefined;
}

export interface Prepared {
  readonly edition: Pick<Edition, 'steps'>;
  readonly tasks: readonly Task[];
  readonly record: Pick<CareRecord, 'cycle'>;
  readonly items: readonly PreparationItem[];
}

const stateOrder: readonly Task['state'][] = ['late', 'due', 'not-yet', 'done'];
const rank = (task: Task | undefined): number => stateOrder.indexOf(task?.state ?? 'done');

/** Late first, then by deadline, then what is done; a part without a deadline keeps its place after those with one. */
export function partsByDeadline(prepared: Prepared): {
  readonly due: readonly PlacedPart[];
  readonly whenYouLike: readonly PlacedPart[];
} {
  const { edition, tasks } = prepared;
  const placed = parts
    .filter(
      ({ id, steps }) =>
        steps.length === 0 || alwaysThere.includes(id) || steps.some((step) => isShown(edition, step)),
    )
    .map((part): PlacedPart => {
      const own = tasks.filter((task) => isOf(part, task)).toSorted((a, b) => rank(a) - rank(b));
      return { part, task: own[0], keptAt: keptAt(part, prepared) };
    });
  const deadline = ({ task }: PlacedPart): number => task?.dueAt ?? Number.MAX_SAFE_INTEGER;
  return {
    due: placed
      .filter(({ task }) => task !== undefined)
      .toSorted((a, b) => rank(a.task) - rank(b.task) || deadline(a) - deadline(b)),
    whenYouLike: placed.filter(({ task }) => task === undefined),
  };
}

function isOf(part: Part, { kind, subject }: Task): boolean {
  return (
    part.tasks.includes(kind) || (kind === 'prepare-step' && part.steps.some((step) => step === subject))
  );
}

const kinds: Readonly<Partial<Record<PreparationStep, PreparationBody['kind']>>> = itemOfStep;

function keptAt({ steps }: Part, { record, items }: Prepared): number | undefined {
  const kept = steps.flatMap((step) => {
    const own = items.filter(({ body }) => body.kind === kinds[step]).map(({ recordedAt }) => recordedAt);
    const known = isToldElsewhere(step) ? undefined : record.cycle?.preparation?.[step]?.at;
    return known === undefined ? own : [...own, known];
  });
  return kept.length === 0 ? undefined : Math.max(...kept);
}

/** What to put first: the part that was left open half way, otherwise what is due next, otherwise what can be begun. */
export function nextPart(prepared: Prepared, leftAt: string | undefined): PlacedPart | undefined {
  const { due, whenYouLike } = partsByDeadline(prepared);
  const isOpen = ({ part, task, keptAt: at }: PlacedPart): boolean =>
    task === undefined
      ? at === undefined && part.steps.some((step) => settingOf(prepared.edition, step) === 'optional')
      : task.state !== 'done' && task.state !== 'not-yet';
  const open = [...whenYouLike.filter((one) => one.part.id === 'know'), ...due, ...whenYouLike].filter(
    (one) => one.part.to !== undefined && isOpen(one),
  );
  return open.find(({ part }) => part.to === leftAt) ?? open[0];
}
