// A date, a time, or both, with the device's own picker.
import { Field, type FieldFrameProps, inputClass } from './field.tsx';

export interface DateTimeFieldProps extends FieldFrameProps {
  readonly kind: 'date' | 'time' | 'datetime-local';
  /** As the picker writes it: 2026-11-25, 09:13, or 2026-11-25T09:13. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly autoComplete?: string | undefined;
}

export function DateTimeField({
  kind,
  value,
  onChange,
  min,
  max,
  autoComplete,
  ...frame
}: DateTimeFieldProps) {
  return (
    <Field {...frame}>
      {(control) => (
        <input
          {...control}
          type={kind}
          value={value}
          min={min}
          max={max}
          autoComplete={autoComplete}
          onChange={(event) => onChange(event.target.value)}
          className={`${inputClass} figures max-w-72`}
        />
      )}
    </Field>
  );
}
