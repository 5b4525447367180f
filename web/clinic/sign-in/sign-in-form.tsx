// Signing in: e-mail and password, then six digits; or a passkey. What was typed stays when something fails.
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { confirmSecondFactor, passkeyOptions, signInWithPasskey, signInWithPassword } from '#api/sign-in.ts';
import { useAct } from '#web/clinic/use-act.ts';
import { type CallResult, call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Form } from '#web/kit/form.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { canUsePasskey, passkeyResponse } from './passkey.ts';

export interface SignInFormProps {
  readonly onSignedIn: () => void;
}

export function SignInForm({ onSignedIn }: SignInFormProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [challengeId, setChallengeId] = useState<string>();
  const [turnedAway, setTurnedAway] = useState(false);

  const first = useAct(
    (body: { email: string; password: string }, commandId) => call(signInWithPassword, { body, commandId }),
    (answer) => setChallengeId(answer.challengeId),
  );
  const second = useAct(
    (body: { challengeId: string; code: string }, commandId) =>
      call(confirmSecondFactor, { body, commandId }),
    onSignedIn,
  );
  const passkey = useAct(
    async (_: Record<string, never>, commandId): Promise<CallResult<{ readonly done: boolean }>> => {
      setTurnedAway(false);
      const begun = await call(passkeyOptions, { body: {}, commandId });
      if (begun.kind !== 'answered') return begun;
      const response = await passkeyResponse(begun.value.options);
      if (response === undefined) {
        setTurnedAway(true);
        return { kind: 'answered', value: { done: false } };
      }
      return call(signInWithPasskey, { body: { challengeId: begun.value.challengeId, response } });
    },
    (answer) => {
      if (answer.done) onSignedIn();
    },
  );

  if (challengeId !== undefined) {
    return (
      <Form
        failure={second.failure}
        onSubmit={() => second.run({ challengeId, code: code.trim() })}
        actions={
          <>
            <Button
              type="submit"
              variant="primary"
              className="min-h-12"
              busy={second.busy ? 'Checking' : undefined}
            >
              Sign in
            </Button>
            <Button
              variant="quiet"
              className="min-h-12"
              onClick={() => {
                setChallengeId(undefined);
                setCode('');
                second.forget();
              }}
            >
              Back
            </Button>
          </>
        }
      >
        <TextField
          // The person just asked for this box; the keyboard should be in it.
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
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <Form
        failure={first.failure}
        stillTrue={first.failure?.kind === 'offline' ? 'What you typed is still in the boxes.' : undefined}
        onSubmit={() => first.run({ email: email.trim(), password })}
        actions={
          <Button
            type="submit"
            variant="primary"
            className="min-h-12"
            busy={first.busy ? 'Checking' : undefined}
          >
            Go on
          </Button>
        }
      >
        <TextField
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          value={email}
          onChange={setEmail}
        />
        <TextField
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
      </Form>
      {canUsePasskey() && (
        <div className="flex flex-col items-start gap-3 border-t border-contour pt-5">
          <Button
            icon={<KeyRound size={22} strokeWidth={1.9} aria-hidden="true" />}
            className="min-h-12"
            busy={passkey.busy ? 'Waiting for your passkey' : undefined}
            onClick={() => passkey.run({})}
          >
            Use a passkey
          </Button>
          <p role="status" className="text-small text-ink-2">
            {turnedAway ? 'No passkey was used. You can try again, or sign in with your password.' : ''}
            {passkey.failure?.kind === 'refusal' ? passkey.failure.title : ''}
            {passkey.failure?.kind === 'offline' ? 'No link to the server. Try again in a moment.' : ''}
          </p>
        </div>
      )}
    </div>
  );
}
