// The page before anyone is known: come in, or a link that would not open, and always a number to call.
import { type ReactNode, useState } from 'react';
import { quietName } from '#api/outside-name.ts';
import { askForLinkAgain } from '#api/sign-in.ts';
import type { CallFailure } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { LogoMark } from '#web/kit/logo.tsx';
import { WriteWhileShut } from '#web/patient/letterbox/write-while-shut.tsx';
import { useSurroundings } from '#web/patient/patient-context.ts';
import { useAct } from '#web/patient/use-act.ts';
import { HelpBar } from '#web/patient/waiting.tsx';
import { doorWords } from '#web/patient/words/door.ts';
import { SignInPanel } from './sign-in-panel.tsx';

extendCatalog(doorWords);

export interface DoorProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

export function Door({ title, lead, children }: DoorProps) {
  const { clinic } = useSurroundings();
  // A shut phone may be in anyone's hand.
  const name = quietName(clinic?.name ?? '');
  return (
    <div className="flex min-h-dvh flex-col bg-page">
      <header className="mx-auto flex w-full max-w-140 items-center gap-2.5 px-5 pt-5 font-[560]">
        <LogoMark size={24} />
        {name || 'Mooring'}
      </header>
      <main className="mx-auto flex w-full max-w-140 flex-1 flex-col gap-6 px-5 pt-8 pb-32">
        <div className="flex flex-col gap-2">
          <h1 className="text-title font-title text-balance">{title}</h1>
          <p>{lead}</p>
        </div>
        {children}
        {clinic !== undefined && (
          <p className="text-small text-ink-2">
            {name
              ? t('sign-in.call', { clinic: name, phone: clinic.phone })
              : t('sign-in.call-number', { phone: clinic.phone })}
          </p>
        )}
      </main>
      <HelpBar />
    </div>
  );
}

export function SignInPage({ onIn }: { readonly onIn: () => void }) {
  return (
    <Door title={t('sign-in.title')} lead={t('sign-in.lead')}>
      <SignInPanel onIn={onIn} />
      <WriteWhileShut />
    </Door>
  );
}

export interface LinkDidNotOpenProps {
  readonly secret: string | undefined;
  readonly failure: CallFailure;
  readonly onAgain: () => void;
  readonly onIn: () => void;
}

/** A link that is used up, too old, or could not be tried for want of a network. */
export function LinkDidNotOpen({ secret, failure, onAgain, onIn }: LinkDidNotOpenProps) {
  if (failure.kind === 'offline') {
    return (
      <Door title={t('enter.title')} lead={t('enter.no-link')}>
        <Button variant="primary" size="large" wide onClick={onAgain}>
          {t('shared.try-again')}
        </Button>
      </Door>
    );
  }
  return (
    <Door title={t('enter.title')} lead={failureWords(failure)}>
      {secret !== undefined && <NewLink secret={secret} />}
      <SignInPanel onIn={onIn} />
    </Door>
  );
}

/** A new link without typing an address: the old one says whose it was. */
function NewLink({ secret }: { readonly secret: string }) {
  const asking = useAct(askForLinkAgain);
  const [isAsked, setIsAsked] = useState(false);
  const send = async (): Promise<void> => {
    if ((await asking.run({ body: { secret } })) !== undefined) setIsAsked(true);
  };
  if (isAsked) return <p role="status">{t('enter.again-sent')}</p>;
  return (
    <div className="flex flex-col gap-3">
      <Button
        variant="primary"
        size="large"
        wide
        onClick={send}
        busy={asking.busy ? t('sign-in.sending') : undefined}
      >
        {t('enter.again')}
      </Button>
      {asking.failure !== undefined && <ErrorState compact title={failureWords(asking.failure)} />}
    </div>
  );
}

/** Someone of the clinic opened the patients' app. */
export function StaffHere() {
  return (
    <Door title={t('sign-in.title')} lead={t('sign-in.not-patient')}>
      <a className="link" href="/clinic/">
        {t('sign-in.to-clinic')}
      </a>
    </Door>
  );
}
