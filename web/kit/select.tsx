// One answer from a longer list, with the device's own picker: it works with gloves, readers and zoom.
import type { Choice } from './choice-group.tsx';
import { Field, type FieldFrameProps, inputClass } from './field.tsx';
import { t } from './locale.ts';

export interface SelectChoice<Value extends string> extends Omit<Choice<Value>, 'label' | 'detail'> {
  readonly label: string;
}

export interface SelectProps<Value extends string> extends FieldFrameProps {
  readonly choices: readonly SelectChoice<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
  /** What an empty box says. */
  readonly prompt?: string | undefined;
}

export function Select<Value extends string>({
  choices,
  value,
  onChange,
  prompt,
  ...frame
}: SelectProps<Value>) {
  return (
    <Field {...frame}>
      {(control) => (
        <select
          {...control}
          value={value ?? ''}
          onChange={(event) => onChange(choices.find((choice) => choice.value === event.target.value)?.value)}
          className={inputClass}
        >
          <option value="">{prompt ?? t('kit.choose')}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
