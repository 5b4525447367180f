// A page of ours failed while it was drawn: said in our words, with what is still true and the way on. It stands without the
// frame of the desk, because the frame may be what failed.
import { useEffect } from 'react';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';

export function BrokenPage() {
  useEffect(() => {
    document.title = 'This page broke, Mooring';
  }, []);
  return (
    <main className="mx-auto flex max-w-160 flex-col gap-5 px-5 py-12">
      <h1 className="text-title font-title">This page broke</h1>
      <ErrorState
        title="The fault is in this screen. If someone is dosing, look at them, not at this screen."
        stillTrue="What was recorded or typed on this device is kept on it, and is sent as before."
        action={
          <div className="mt-2 flex flex-wrap gap-3">
            <Button variant="primary" onClick={() => window.location.reload()}>
              Load it again
            </Button>
            <a href="/clinic/" className={buttonClass({})}>
              Back to the day
            </a>
          </div>
        }
      />
    </main>
  );
}
