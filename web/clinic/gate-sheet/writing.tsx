// What every form of a line has in common: the time it was true, the button, what is missing, and the failure beside it.
import { type ReactNode, useState } from 'react';
import type { Instant } from '#clinical/instant.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import type { SessionFacts } from '#web/clinic/session-facts.ts';
import { Button } from '#web/kit/button.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { FieldError } from '#web/kit/field-error.tsx';
import { Form } from '#web/kit/form.tsx';
import { WhenField } from './when-field.tsx';

export interface LineFormProps {
  readonly facts: SessionFacts;
  readonly onSaved: () => void;
}

interface WritingProps extends LineFormProps {
  /** The fact as typed, or what is still missing. */
  readonly fact: SessionFact | string;
  readonly save?: string | undefined;
  readonly children: ReactNode;
  readonly also?: ReactNode;
}

export function Writing({ facts, onSaved, fact, save = 'Save', children, also }: WritingProps) {
  const [at, setAt] = useState<Instant>();
  const [missing, setMissing] = useState<string>();
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const write = async (): Promise<void> => {
    if (typeof fact === 'string') {
      setMissing(fact);
      return;
    }
    setMissing(undefined);
    setFailed(false);
    setBusy(true);
    try {
      await facts.record(fact, { effectiveAt: at });
      onSaved();
    } catch {
      // The only way here is a fact the log does not know how to hold; the person is told, and the words stay.
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form
      className="gap-4"
      onSubmit={write}
      actions={
        <>
          <Button type="submit" variant="primary" className="min-h-12" busy={busy ? 'Saving' : undefined}>
            {save}
          </Button>
          {also}
        </>
      }
    >
      {children}
      <WhenField onChange={setAt} />
      <FieldError message={typeof fact === 'string' ? missing : undefined} />
      {failed && (
        <ErrorState
          compact
          title="Not saved. Something here cannot be kept as typed. It is still in the boxes."
        />
      )}
    </Form>
  );
}
