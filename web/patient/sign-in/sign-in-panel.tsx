// The ways in: a link by mail, or the phone's own lock. The answer about a mail is the same whether it is known or not.
import { Fingerprint } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { askForLink, passkeyOptions, signInWithPasskey } from '#api/sign-in.ts';
import { Button } from '#web/kit/button.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { TextField } from '#web/kit/text-field.tsx';
import { deviceKindOf } from '#web/patient/device-kind.ts';
import { layUnderLock } from '#web/patient/kept/phone-lock.ts';
import { hasPasskeys, showPasskey } from '#web/patient/passkey.ts';
import { useAct } from '#web/patient/use-act.ts';
import { doorWords } from '#web/patient/words/door.ts';

extendCatalog(doorWords);

export interface SignInPanelProps {
  readonly onIn: () => void;
}

// Only catches a slip of the finger; whether the address exists is for the mail to find out.
const looksLikeEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export function SignInPanel({ onIn }: SignInPanelProps) {
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const [fault, setFault] = useState<string>();
  const asking = useAct(askForLink);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const typed = email.trim();
    if (typed === '') return setFault(t('sign-in.needs-email'));
    if (!looksLikeEmail.test(typed)) return setFault(t('sign-in.not-email'));
    setFault(undefined);
    const done = await asking.run({ body: { email: typed } });
    if (done !== undefined) setSentTo(typed);
  };

  if (sentTo !== undefined) {
    return (
      <div className="flex flex-col items-start gap-4" role="status">
        <h2 className="text-sub font-sub">{t('sign-in.sent-title')}</h2>
        <p>{t('sign-in.sent', { email: sentTo })}</p>
        <Button onClick={() => setSentTo(undefined)}>{t('sign-in.other-email')}</Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-5">
      {hasPasskeys() && (
        <>
          <PasskeyButton onIn={onIn} />
          <p className="text-center text-small text-ink-2">{t('sign-in.or')}</p>
        </>
      )}
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label={t('sign-in.email')}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          value={email}
          onChange={setEmail}
          fault={fault}
        />
        {asking.failure !== undefined && <ErrorState compact title={failureWords(asking.failure)} />}
        <Button
          type="submit"
          variant="primary"
          size="large"
          wide
          busy={asking.busy ? t('sign-in.sending') : undefined}
        >
          {t('sign-in.send')}
        </Button>
      </form>
    </div>
  );
}

function PasskeyButton({ onIn }: SignInPanelProps) {
  const options = useAct(passkeyOptions);
  const signIn = useAct(signInWithPasskey);
  const [busy, setBusy] = useState(false);
  const [turnedAway, setTurnedAway] = useState(false);
  const failure = options.failure ?? signIn.failure;

  const open = async (): Promise<void> => {
    setTurnedAway(false);
    setBusy(true);
    const begun = await options.run({ body: {} });
    if (begun !== undefined) {
      const shown = await showPasskey(begun.options);
      if (shown === undefined) setTurnedAway(true);
      else if (
        (await signIn.run({
          body: {
            challengeId: begun.challengeId,
            response: shown.answer,
            device: deviceKindOf(navigator.userAgent),
          },
        })) !== undefined
      ) {
        await layUnderLock(shown);
        onIn();
      }
    }
    setBusy(false);
  };
  return (
    <div className="flex flex-col gap-3">
      <Button
        size="large"
        wide
        icon={<Fingerprint size={24} strokeWidth={1.9} aria-hidden="true" />}
        onClick={open}
        busy={busy ? t('sign-in.passkey-busy') : undefined}
      >
        {t('sign-in.passkey')}
      </Button>
      {turnedAway && <p role="status">{t('sign-in.passkey-none')}</p>}
      {failure !== undefined && <ErrorState compact title={failureWords(failure)} />}
    </div>
  );
}
