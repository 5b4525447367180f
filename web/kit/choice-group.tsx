// One answer among several, each a card that is a target as a whole. Nothing is chosen beforehand.
import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { type FieldFrameProps, FieldGroup } from './field.tsx';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly detail?: ReactNode;
}

export interface ChoiceGroupProps<Value extends string> extends FieldFrameProps {
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly columns?: 1 | 2 | 3 | undefined;
}

const columnClass = { 1: '', 2: 'tablet:grid-cols-2', 3: 'tablet:grid-cols-3' } as const;

export function ChoiceGroup<Value extends string>({
  choices,
  value,
  onChange,
  columns = 1,
  ...frame
}: ChoiceGroupProps<Value>) {
  const group = useId();
  return (
    <FieldGroup {...frame}>
      <div className={classNames('grid gap-2', columnClass[columns])}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="choice press flex min-h-13 cursor-pointer items-start gap-3 rounded-control border-[1.5px] border-edge bg-surface px-4 py-3 has-checked:border-sea has-checked:bg-shallow has-checked:shadow-[inset_0_0_0_1.5px_var(--sea)] has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-sea"
          >
            <input
              type="radio"
              name={group}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
              className="mt-1 size-5 shrink-0 accent-sea outline-none"
            />
            <span>
              <span className="font-[520]">{choice.label}</span>
              {choice.detail !== undefined && (
                <span className="block text-small text-ink-2">{choice.detail}</span>
              )}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
