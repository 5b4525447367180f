// A form that keeps what was typed whatever happens: faults land beside their fields, anything else above the button.
import { type FormEvent, type FormHTMLAttributes, type ReactNode, useEffect, useRef } from 'react';
import type { CallFailure } from './api-client.ts';
import { classNames } from './class-names.ts';
import { ErrorState } from './error-state.tsx';
import { failureWords } from './failure-words.ts';
import { type Fault, FormFaults } from './form-faults.ts';

export interface FormProps extends Omit<FormHTMLAttributes<HTMLFormElement>, 'onSubmit' | 'children'> {
  readonly onSubmit: () => void;
  /** What came back from the last try, if it was not an answer. */
  readonly failure?: CallFailure | undefined;
  /** What is still true, for example "Not saved. The row is still in the boxes". */
  readonly stillTrue?: string | undefined;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}

const noFaults: readonly Fault[] = [];

export function Form({ onSubmit, failure, stillTrue, children, actions, className, ...rest }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const faults = failure?.kind === 'refusal' ? failure.fields : noFaults;

  useEffect(() => {
    if (faults.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <FormFaults value={faults}>
      <form
        {...rest}
        ref={form}
        noValidate
        onSubmit={submit}
        className={classNames('flex flex-col gap-6', className)}
      >
        {children}
        {failure !== undefined && <ErrorState title={failureWords(failure)} stillTrue={stillTrue} compact />}
        <div className="flex flex-wrap gap-3">{actions}</div>
      </form>
    </FormFaults>
  );
}
