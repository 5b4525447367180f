// Several lines of text. With `own` it becomes a person speaking: sand ground and serif.
import type { TextareaHTMLAttributes } from 'react';
import { classNames } from './class-names.ts';
import { Field, type FieldFrameProps, inputClass } from './field.tsx';

export interface TextAreaProps
  extends FieldFrameProps,
    Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'className' | 'value' | 'onChange' | 'id'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly own?: boolean | undefined;
  /** The label is read aloud but not drawn, when a heading above already says it. */
  readonly labelHidden?: boolean | undefined;
}

export function TextArea({
  label,
  name,
  hint,
  fault,
  optional,
  className,
  value,
  onChange,
  own,
  labelHidden,
  rows = 3,
  ...input
}: TextAreaProps) {
  return (
    <Field
      label={labelHidden === true ? <span className="only-read-aloud">{label}</span> : label}
      name={name}
      hint={hint}
      fault={fault}
      optional={optional}
      className={className}
    >
      {(control) => (
        <textarea
          {...input}
          {...control}
          rows={rows}
          // A box that grows with its words ignores `rows`, so the least height is said here.
          style={{ minHeight: `calc(${rows} * 1lh + 2rem)` }}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={classNames(
            inputClass,
            'field-sizing-content resize-y',
            own === true &&
              'own-words sand-fill rounded-card border-sand-edge bg-sand! px-5 py-4 text-on-sand! placeholder:text-on-sand/75',
          )}
        />
      )}
    </Field>
  );
}
