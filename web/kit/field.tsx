// The frame round every input: label, hint, the control, and the fault beside it.
// It hands the control its id and what describes it, so no field can be built without an accessible name.
import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import { FieldError } from './field-error.tsx';
import { useFieldFault } from './form-faults.ts';
import { t } from './locale.ts';

export interface FieldFrameProps {
  readonly label: ReactNode;
  /** The path of this value in the request body; a refusal naming it shows here. */
  readonly name?: string | undefined;
  readonly hint?: ReactNode;
  readonly fault?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly className?: string | undefined;
}

export interface ControlProps {
  readonly id: string;
  readonly name: string | undefined;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export interface FieldProps extends FieldFrameProps {
  readonly children: (control: ControlProps) => ReactNode;
}

export const inputClass =
  'w-full min-h-12 rounded-control border-[1.5px] border-edge bg-surface px-3.5 py-2.5 text-ink ' +
  'placeholder:text-ink-2 aria-invalid:border-alert aria-invalid:border-[2.5px]';

export function Field({ label, name, hint, fault, optional, className, children }: FieldProps) {
  const id = useId();
  const refused = useFieldFault(name);
  const shown = fault ?? refused;
  const hintId = `${id}-hint`;
  const faultId = `${id}-fault`;
  const describedBy = classNames(hint !== undefined && hintId, shown !== undefined && faultId);
  return (
    <div className={classNames('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className="font-[560]">
        {label}
        {optional === true && <span className="font-normal text-ink-2"> {t('kit.optional')}</span>}
      </label>
      {hint !== undefined && (
        <div id={hintId} className="text-small text-ink-2">
          {hint}
        </div>
      )}
      {children({
        id,
        name,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': shown === undefined ? undefined : true,
      })}
      <FieldError id={faultId} message={shown} />
    </div>
  );
}

export interface GroupFrameProps extends FieldFrameProps {
  readonly children: ReactNode;
}

/** The same frame for a group of choices, as fieldset and legend. */
export function FieldGroup({ label, name, hint, fault, optional, className, children }: GroupFrameProps) {
  const id = useId();
  const refused = useFieldFault(name);
  const shown = fault ?? refused;
  const describedBy = classNames(hint !== undefined && `${id}-hint`, shown !== undefined && `${id}-fault`);
  return (
    <fieldset
      className={classNames('flex min-w-0 flex-col gap-2 wrap-anywhere', className)}
      aria-describedby={describedBy === '' ? undefined : describedBy}
      aria-invalid={shown === undefined ? undefined : true}
      data-field={name}
      tabIndex={shown === undefined ? undefined : -1}
    >
      <legend className="mb-1.5 font-[560]">
        {label}
        {optional === true && <span className="font-normal text-ink-2"> {t('kit.optional')}</span>}
      </legend>
      {hint !== undefined && (
        <div id={`${id}-hint`} className="text-small text-ink-2">
          {hint}
        </div>
      )}
      {children}
      <FieldError id={`${id}-fault`} message={shown} />
    </fieldset>
  );
}
