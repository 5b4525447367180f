// One answer of a few, each a target for a glove. Nothing is chosen beforehand, and a second tap takes it back.
import type { ReactNode } from 'react';
import { classNames } from '#web/kit/class-names.ts';

export interface TapChoice<Value extends string | number> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly detail?: ReactNode;
}

export interface TapChoicesProps<Value extends string | number> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly choices: readonly TapChoice<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
  readonly columns: 1 | 2 | 3 | 4 | 6;
}

const columnClass = {
  1: 'grid-cols-1',
  2: 'grid-cols-2',
  3: 'grid-cols-3',
  4: 'grid-cols-4',
  6: 'grid-cols-6',
} as const;

export function tapClass(chosen: boolean): string {
  return classNames(
    'press flex min-h-15 cursor-pointer flex-col items-center justify-center rounded-control px-2 py-1.5 text-center leading-tight',
    chosen
      ? 'border-[3px] border-sea bg-sea text-on-sea'
      : 'border-[1.5px] border-edge bg-transparent text-ink',
  );
}

export function TapChoices<Value extends string | number>({
  label,
  hint,
  choices,
  value,
  onChange,
  columns,
}: TapChoicesProps<Value>) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 font-[560]">{label}</legend>
      {hint !== undefined && <p className="mb-1.5 text-small text-ink-2">{hint}</p>}
      <div className={classNames('grid gap-2', columnClass[columns])}>
        {choices.map((choice) => (
          <button
            key={choice.value}
            type="button"
            aria-pressed={value === choice.value}
            onClick={() => onChange(value === choice.value ? undefined : choice.value)}
            className={tapClass(value === choice.value)}
          >
            <span className="font-sub">{choice.label}</span>
            {choice.detail !== undefined && <span className="text-tag">{choice.detail}</span>}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
