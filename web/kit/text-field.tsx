// One line of text.
import type { InputHTMLAttributes } from 'react';
import { Field, type FieldFrameProps, inputClass } from './field.tsx';

export interface TextFieldProps
  extends FieldFrameProps,
    Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'className' | 'value' | 'onChange' | 'id' | 'size'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextField({
  label,
  name,
  hint,
  fault,
  optional,
  className,
  value,
  onChange,
  ...input
}: TextFieldProps) {
  return (
    <Field label={label} name={name} hint={hint} fault={fault} optional={optional} className={className}>
      {(control) => (
        <input
          type="text"
          {...input}
          {...control}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={inputClass}
        />
      )}
    </Field>
  );
}
