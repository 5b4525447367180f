// Keeps the screen on while someone is watched, and shakes the phone when a look is due. Where a phone can do neither, the
// clinic still notices.
import { useEffect } from 'react';

export function useAwake(isDue: boolean): void {
  useEffect(() => {
    let held: WakeLockSentinel | undefined;
    let gone = false;
    const hold = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      const lock = await navigator.wakeLock.request('screen').catch(() => undefined);
      if (gone) lock?.release();
      else held = lock;
    };
    hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', hold);
      held?.release();
    };
  }, []);
  useEffect(() => {
    if (!isDue || !('vibrate' in navigator)) return;
    const shake = (): void => {
      navigator.vibrate([300, 200, 300]);
    };
    shake();
    const timer = setInterval(shake, 30_000);
    return () => clearInterval(timer);
  }, [isDue]);
}
