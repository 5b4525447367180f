// One answer among several, each a card that is a target as a whole. Nothing is chosen beforehand.
import { type ReactNode, useId } from 'react';
import { ChoiceWords, choiceRowClass } from './choice-row.tsx';
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
      <div className={classNames('grid grid-cols-1 gap-2', columnClass[columns])}>
        {choices.map((choice) => (
          <label key={choice.value} className={choiceRowClass}>
            <input
              type="radio"
              name={group}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
              className="mt-1 size-5 shrink-0 accent-sea outline-none"
            />
            <ChoiceWords label={choice.label} detail={choice.detail} />
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
