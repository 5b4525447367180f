// Whether words have stood in sight of the person: enough of them on a page that is shown, for long enough to be looked at. Only
// then is it said to the clinic, and the person reads that the clinic sees it.
import { type ReactNode, useEffect, useRef } from 'react';
import { seeDecided } from '#api/series-decisions.ts';
import { serverNow } from '#web/kit/clock.ts';
import { keep, outbox } from '#web/kit/outbox.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { isInSight, lookMs } from './in-sight.ts';

const topic = 'decided-seen';
/** What this page has told or is about to tell. */
const told = new Set<string>();

export interface SeenOnScreenProps {
  readonly decisionId: string;
  readonly seenAt: number | undefined;
  readonly children: ReactNode;
}

export function SeenOnScreen({ decisionId, seenAt, children }: SeenOnScreenProps) {
  const { patientId } = usePerson();
  const ref = useRef<HTMLDivElement>(null);
  const isWanted = seenAt === undefined;
  useEffect(() => {
    const words = ref.current;
    if (!isWanted || words === null || told.has(decisionId) || !('IntersectionObserver' in window))
      return undefined;
    let isIn = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = async (): Promise<void> => {
      const isKept = outbox.state.waiting.some(
        (item) => item.topic === topic && item.body?.includes(decisionId) === true,
      );
      if (told.has(decisionId) || isKept) return;
      told.add(decisionId);
      try {
        await keep(seeDecided, { params: { patientId }, body: { decisionId, seenAt: serverNow() }, topic });
      } catch {
        // A phone that cannot keep it says it when the words stand here again.
        told.delete(decisionId);
      }
    };
    const weigh = (): void => {
      clearTimeout(timer);
      if (isIn && document.visibilityState === 'visible') timer = setTimeout(say, lookMs);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        const now = isInSight(entries.at(-1));
        if (now === isIn) return;
        isIn = now;
        weigh();
      },
      { threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] },
    );
    observer.observe(words);
    document.addEventListener('visibilitychange', weigh);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('visibilitychange', weigh);
    };
  }, [decisionId, isWanted, patientId]);
  return (
    <div ref={ref} className="flex flex-col gap-2">
      {children}
    </div>
  );
}
