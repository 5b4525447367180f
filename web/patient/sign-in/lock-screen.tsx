// Over the page when the server no longer knows us. The page below stays as it is, with every word in it.
import { useEffect, useRef } from 'react';
import { HelpButton } from '#web/kit/help-button.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { WriteWhileShut } from '#web/patient/letterbox/write-while-shut.tsx';
import { useSurroundings } from '#web/patient/patient-context.ts';
import { doorWords } from '#web/patient/words/door.ts';
import { SignInPanel } from './sign-in-panel.tsx';

extendCatalog(doorWords);

export function LockScreen({ onIn }: { readonly onIn: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { openHelp } = useSurroundings();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    // The mailed link opens in another tab; coming back here is enough.
    const back = (): void => {
      if (document.visibilityState === 'visible') onIn();
    };
    document.addEventListener('visibilitychange', back);
    return () => document.removeEventListener('visibilitychange', back);
  }, [onIn]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="lock-title"
      onCancel={(event) => event.preventDefault()}
      className="m-0 h-dvh max-h-none w-full max-w-none overflow-y-auto bg-page text-ink"
    >
      <div className="mx-auto flex w-full max-w-140 flex-col gap-6 px-5 pt-12 pb-10">
        <div className="flex flex-col gap-2">
          <h1 id="lock-title" className="text-title font-title">
            {t('lock.title')}
          </h1>
          <p>{t('lock.lead')}</p>
        </div>
        <SignInPanel onIn={onIn} />
        <p className="text-small text-ink-2">{t('lock.opened-elsewhere')}</p>
        <WriteWhileShut />
        <HelpButton look="bar" onPress={openHelp} />
      </div>
    </dialog>
  );
}
