// Asks when the companion is asked, and keeps the answer: with no signal the hours are still known here.
import { useCallback, useEffect, useState } from 'react';
import { type CompanionChecks, getCompanionChecks } from '#api/companion-checks.ts';
import { keepAnswer, keptAnswer } from '#web/companion/kept-answers.ts';
import { call } from '#web/kit/api-client.ts';
import { useLive } from '#web/kit/live.ts';

const everyMs = 60_000;

export function useChecks(): { readonly shown: CompanionChecks | undefined; readonly again: () => void } {
  const [shown, setShown] = useState<CompanionChecks>();
  const again = useCallback(async (): Promise<void> => {
    const told = await call(getCompanionChecks);
    if (told.kind !== 'answered') return;
    setShown(told.value);
    await keepAnswer('checks', told.value);
  }, []);
  useEffect(() => {
    keptAnswer<CompanionChecks>('checks').then((kept) => setShown((before) => before ?? kept?.answer));
    again();
    const timer = setInterval(again, everyMs);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [again]);
  useLive(['patient'], again);
  return { shown, again };
}
