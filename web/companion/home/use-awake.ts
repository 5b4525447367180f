// Keeps the screen on while someone is watched, and shakes the phone when a look is due. Where a phone can do neither, the
// clinic still notices.
import { useEffect } from 'react';
import { stayAwake } from '#web/kit/stay-awake.ts';

export function useAwake(isDue: boolean): void {
  useEffect(stayAwake, []);
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
