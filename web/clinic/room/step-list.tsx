// The list a nurse works down, as tiles for a glove: what is asked, what we have, and one tap to answer it.
import { StateMark, stateWord } from '#web/kit/state-mark.tsx';
import type { Step } from './steps.ts';

export interface StepListProps<Id extends string> {
  readonly label: string;
  readonly steps: readonly Step<Id>[];
  readonly onOpen: (id: Id) => void;
}

export function StepList<Id extends string>({ label, steps, onOpen }: StepListProps<Id>) {
  return (
    <ol aria-label={label} className="m-0 grid list-none gap-2 p-0 tablet:grid-cols-2">
      {steps.map((step) => (
        <li key={step.id} className="flex">
          <button
            type="button"
            onClick={() => onOpen(step.id)}
            className="press flex min-h-18 w-full cursor-pointer items-center gap-3.5 rounded-card border-[1.5px] border-edge bg-surface px-4 py-2 text-left"
          >
            <StateMark state={step.state} size={30} />
            <span className="min-w-0 flex-1 leading-tight">
              <span className="block font-sub">{step.title}</span>
              <span className="block text-small text-ink-2">
                <span className="only-read-aloud">{stateWord(step.state)}. </span>
                {step.words}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
