// One visit, check by check, in one place: what is done, what is here, what comes. Each check is saved by itself, at its own
// time; one that cannot be made now is left, stays due, and the next one comes.
import { createContext, useContext } from 'react';
import type { CheckKind } from '#dosing-session/due-checks.ts';
import { classNames } from '#web/kit/class-names.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { checkTitles } from './due-items.ts';

export interface VisitWalk {
  readonly checks: readonly CheckKind[];
  readonly here: number;
  /** Made in this visit. */
  readonly made: readonly CheckKind[];
  readonly next: (made: boolean) => void;
}

export const VisitWalkContext = createContext<VisitWalk | undefined>(undefined);

/** Undefined where a sheet was opened by itself. */
export function useVisitWalk(): VisitWalk | undefined {
  return useContext(VisitWalkContext);
}

export function VisitSteps() {
  const walk = useVisitWalk();
  if (walk === undefined || walk.checks.length < 2) return null;
  return (
    <ol aria-label="This visit" className="m-0 flex list-none flex-wrap gap-x-4 gap-y-1 p-0 text-small">
      {walk.checks.map((kind, index) => (
        <li
          key={kind}
          aria-current={index === walk.here ? 'step' : undefined}
          className={classNames(
            'flex items-center gap-1.5',
            index === walk.here ? 'font-[560]' : 'text-ink-2',
          )}
        >
          <StateMark state={stateOf(walk, index)} size={18} />
          {checkTitles[kind]}
        </li>
      ))}
    </ol>
  );
}

function stateOf({ checks, here, made }: VisitWalk, index: number) {
  const kind = checks[index];
  if (kind !== undefined && made.includes(kind)) return 'met' as const;
  if (index === here) return 'here' as const;
  return index < here ? ('due' as const) : ('not-yet' as const);
}
