// Something did not work: what happened, what is still true, and one way on. It sits where the act was.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { StateMark } from './state-mark.tsx';

export interface ErrorStateProps {
  readonly title: ReactNode;
  readonly stillTrue?: ReactNode;
  readonly action?: ReactNode;
  readonly compact?: boolean | undefined;
}

export function ErrorState({ title, stillTrue, action, compact }: ErrorStateProps) {
  return (
    <div
      role="alert"
      className={classNames(
        'flex items-start gap-3 rounded-card border-[1.5px] border-alert bg-alert-tint',
        compact === true ? 'px-4 py-3' : 'p-5',
      )}
    >
      <StateMark state="not-met" className="mt-0.5" />
      <div className="flex flex-col gap-2">
        <p className="font-[560]">{title}</p>
        {stillTrue !== undefined && <p>{stillTrue}</p>}
        {action}
      </div>
    </div>
  );
}
