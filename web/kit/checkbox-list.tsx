// Any number of answers. Nothing is ticked beforehand, and no tick stands for "I did not look".
import { useId } from 'react';
import type { Choice } from './choice-group.tsx';
import { ChoiceWords, choiceRowClass } from './choice-row.tsx';
import { classNames } from './class-names.ts';
import { type FieldFrameProps, FieldGroup } from './field.tsx';

export interface CheckboxListProps<Value extends string> extends FieldFrameProps {
  readonly choices: readonly Choice<Value>[];
  readonly value: readonly Value[];
  readonly onChange: (value: readonly Value[]) => void;
}

export function CheckboxList<Value extends string>({
  choices,
  value,
  onChange,
  ...frame
}: CheckboxListProps<Value>) {
  const toggle = (choice: Value, ticked: boolean): void =>
    onChange(ticked ? [...value, choice] : value.filter((each) => each !== choice));
  return (
    <FieldGroup {...frame}>
      <div className="grid grid-cols-1 gap-2">
        {choices.map((choice) => (
          <Checkbox
            key={choice.value}
            label={choice.label}
            detail={choice.detail}
            ticked={value.includes(choice.value)}
            onChange={(ticked) => toggle(choice.value, ticked)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}

export interface CheckboxProps {
  readonly label: Choice<string>['label'];
  readonly detail?: Choice<string>['detail'];
  readonly ticked: boolean;
  readonly onChange: (ticked: boolean) => void;
  readonly name?: string | undefined;
  readonly className?: string | undefined;
}

export function Checkbox({ label, detail, ticked, onChange, name, className }: CheckboxProps) {
  const id = useId();
  return (
    <label htmlFor={id} className={classNames(choiceRowClass, className)}>
      <input
        id={id}
        name={name}
        type="checkbox"
        checked={ticked}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-1 size-5 shrink-0 accent-sea outline-none"
      />
      <ChoiceWords label={label} detail={detail} />
    </label>
  );
}
