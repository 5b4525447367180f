// Sends what lies on the shelf of this phone, and has the screen ask again once something arrived.
import { useEffect } from 'react';
import { patientKey, queryClient } from '#web/patient/queries.ts';
import { mediaShelf } from './media-shelf.ts';

const sendMediaEveryMs = 20_000;

/** While the journal is open, what lies on this phone goes out beside everything else. */
export function useMediaOnTheWay(patientId: string): void {
  useEffect(() => {
    const send = async (): Promise<void> => {
      if (await mediaShelf.send())
        queryClient.invalidateQueries({ queryKey: patientKey(patientId, 'own-words') });
    };
    const soon = setTimeout(send, 1_500);
    const timer = setInterval(send, sendMediaEveryMs);
    window.addEventListener('online', send);
    return () => {
      clearTimeout(soon);
      clearInterval(timer);
      window.removeEventListener('online', send);
    };
  }, [patientId]);
}
