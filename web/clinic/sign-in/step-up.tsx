// Before a signature: show again that it is you. A code or a passkey; then the act that asked goes on by itself.
import { KeyRound } from 'lucide-react';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { passkeyOptions, stepUp } from '#api/sign-in.ts';
import { useMe } from '#web/clinic/me.ts';
import { StepUpContext, useAct } from '#web/clinic/use-act.ts';
import { type CallResult, call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Form } from '#web/kit/form.tsx';
import { Sheet } from '#web/kit/sheet.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { canUsePasskey, passkeyResponse } from './passkey.ts';

export function StepUp({ children }: { readonly children: ReactNode }) {
  const waiting = useRef<(shown: boolean) => void>(undefined);
  const [open, setOpen] = useState(false);
  const askPerson = useCallback(
    () =>
      new Promise<boolean>((resolve) => {
        waiting.current = resolve;
        setOpen(true);
      }),
    [],
  );
  const finish = (shown: boolean): void => {
    setOpen(false);
    waiting.current?.(shown);
    waiting.current = undefined;
  };
  return (
    <StepUpContext value={askPerson}>
      {children}
      <Sheet open={open} onClose={() => finish(false)} title="Show that it is you">
        <StepUpForm onShown={() => finish(true)} />
      </Sheet>
    </StepUpContext>
  );
}

function StepUpForm({ onShown }: { readonly onShown: () => void }) {
  const me = useMe();
  const [code, setCode] = useState('');
  const byCode = useAct((body: { code: string }, commandId) => call(stepUp, { body, commandId }), onShown);
  const byPasskey = useAct(
    async (_: Record<string, never>): Promise<CallResult<{ readonly done: boolean }>> => {
      const begun = await call(passkeyOptions, { body: {} });
      if (begun.kind !== 'answered') return begun;
      const response = await passkeyResponse(begun.value.options);
      if (response === undefined) return { kind: 'answered', value: { done: false } };
      return call(stepUp, { body: { challengeId: begun.value.challengeId, response } });
    },
    (answer) => {
      if (answer.done) onShown();
    },
  );
  return (
    <div className="flex flex-col gap-5">
      <p>You are about to sign. What you filled in stays as it is.</p>
      <Form
        failure={byCode.failure ?? byPasskey.failure}
        onSubmit={() => byCode.run({ code: code.trim() })}
        actions={
          <>
            <Button
              type="submit"
              variant="primary"
              className="min-h-12"
              busy={byCode.busy ? 'Checking' : undefined}
            >
              It is me
            </Button>
            {me.hasPasskey && canUsePasskey() && (
              <Button
                className="min-h-12"
                icon={<KeyRound size={22} strokeWidth={1.9} aria-hidden="true" />}
                busy={byPasskey.busy ? 'Waiting for your passkey' : undefined}
                onClick={() => byPasskey.run({})}
              >
                Use my passkey
              </Button>
            )}
          </>
        }
      >
        <TextField
          autoFocus
          label="Six digits"
          hint="From your authenticator app"
          name="code"
          value={code}
          onChange={setCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
        />
      </Form>
    </div>
  );
}
