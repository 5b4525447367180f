// A page that is still on its way. The way to a person does not wait for it.
import { HelpButton } from '#web/kit/help-button.tsx';
import { Loading, type LoadingProps } from '#web/kit/loading.tsx';
import { useSurroundings } from './patient-context.ts';

export function Waiting({ words }: LoadingProps) {
  return (
    <>
      <main className="mx-auto max-w-140 px-5 pt-10">
        <Loading words={words} />
      </main>
      <HelpBar />
    </>
  );
}

/** The way to a person across the foot of a page that has no dock. */
export function HelpBar() {
  const { openHelp } = useSurroundings();
  return (
    <div className="fixed inset-x-0 bottom-0 border-t border-contour bg-surface px-5 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
      <div className="mx-auto max-w-130">
        <HelpButton look="bar" onPress={openHelp} />
      </div>
    </div>
  );
}
