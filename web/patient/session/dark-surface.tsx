// The surface itself: the whole screen, kept awake for as long as it is up, with nothing of the app over it.
import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '#web/kit/locale.ts';
import { stayAwake } from '#web/kit/stay-awake.ts';
import { darkSurface } from './dark-surface-up.ts';

export function DarkSurface({ children }: { readonly children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    const lower = darkSurface.raise();
    return () => {
      lower();
      element?.close();
    };
  }, []);
  // A screen that went dark by itself would need more than one touch.
  useEffect(stayAwake, []);
  return (
    <dialog
      ref={dialog}
      data-theme="room"
      aria-label={t('session.title')}
      onCancel={(event) => event.preventDefault()}
      className="m-0 h-dvh max-h-none w-full max-w-none overflow-hidden bg-page p-0 text-ink"
    >
      {children}
    </dialog>
  );
}
