// Any number of answers. Nothing is ticked beforehand, and no tick stands for "I did not look".
import { useId } from 'react';
import type { Choice } from './choice-group.tsx';
import { classNames } from './class-names.ts';
import { type FieldFrameProps, FieldGroup } from './field.tsx';

const rowClass =
  'choice press flex min-h-13 cursor-pointer items-start gap-3 rounded-control border-[1.5px] border-edge bg-surface px-4 py-3 ' +
  'has-checked:border-sea has-checked:bg-shallow has-checked:shadow-[inset_0_0_0_1.5px_var(--sea)] ' +
  'has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-sea';

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
      <div className="grid gap-2">
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
    <label htmlFor={id} className={classNames(rowClass, className)}>
      <input
        id={id}
        name={name}
        type="checkbox"
        checked={ticked}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-1 size-5 shrink-0 accent-sea outline-none"
      />
      <span>
        <span className="font-[520]">{label}</span>
        {detail !== undefined && <span className="block text-small text-ink-2">{detail}</span>}
      </span>
    </label>
  );
}
