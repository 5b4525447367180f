// A number with its unit. It keeps exactly what was typed; whether it makes sense is for the rules to say.
import { Field, type FieldFrameProps, inputClass } from './field.tsx';
import { parseNumber } from './parse-number.ts';

export interface NumberFieldProps extends FieldFrameProps {
  /** What is in the box, as typed. Keep this in state, so "12." is never rewritten under a person's hands. */
  readonly text: string;
  readonly onChange: (text: string, value: number | undefined) => void;
  readonly unit?: string | undefined;
  readonly whole?: boolean | undefined;
  readonly required?: boolean | undefined;
}

export function NumberField({ text, onChange, unit, whole, required, ...frame }: NumberFieldProps) {
  return (
    <Field {...frame}>
      {(control) => (
        <div className="flex items-center gap-3">
          <input
            {...control}
            type="text"
            inputMode={whole === true ? 'numeric' : 'decimal'}
            autoComplete="off"
            aria-required={required}
            value={text}
            onChange={(event) => onChange(event.target.value, parseNumber(event.target.value))}
            className={`${inputClass} figures max-w-44`}
          />
          {unit !== undefined && <span className="text-ink-2">{unit}</span>}
        </div>
      )}
    </Field>
  );
}
