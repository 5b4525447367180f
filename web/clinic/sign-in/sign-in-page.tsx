// The door of the clinic's side: whose place this is, and the way in. The same form covers a locked screen.
import { useEffect, useRef } from 'react';
import { getClinic } from '#api/me.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { Logo } from '#web/kit/logo.tsx';
import { SignInForm } from './sign-in-form.tsx';

export interface SignInPageProps {
  readonly onSignedIn: () => void;
}

export function SignInPage({ onSignedIn }: SignInPageProps) {
  const { answer } = useAnswer(['clinic'], getClinic);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-120 flex-col justify-center gap-6 px-5 py-12">
      <Logo name="Mooring" />
      <div>
        <h1 className="text-title font-title">Sign in</h1>
        <p className="text-ink-2">
          {answer === undefined
            ? 'For the people who work here.'
            : `For the people who work at ${answer.clinic.name}.`}
        </p>
      </div>
      <SignInForm onSignedIn={onSignedIn} />
      {answer?.demo === true && (
        <p className="border-t border-contour pt-4 text-small text-ink-2">
          This is a demonstration. Everyone in it is made up.
        </p>
      )}
    </main>
  );
}

/** Covers the page and keeps it: the words beneath are still there, and nobody can read or reach them meanwhile. */
export function LockedScreen({ onSignedIn }: SignInPageProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="locked-title"
      onCancel={(event) => event.preventDefault()}
      className="m-0 h-dvh max-h-none w-dvw max-w-none bg-page text-ink"
    >
      <div className="mx-auto flex min-h-dvh w-full max-w-120 flex-col justify-center gap-6 px-5 py-12">
        <Logo name="Mooring" />
        <div>
          <h1 id="locked-title" className="text-title font-title">
            We locked the screen
          </h1>
          <p className="text-ink-2">Your words are still here. Sign in and go on where you were.</p>
        </div>
        <SignInForm onSignedIn={onSignedIn} />
      </div>
    </dialog>
  );
}
