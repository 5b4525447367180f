// Holds the screen on while someone is looked after by it or follows it with closed eyes. Where the browser refuses, the phone's
// own time stands.

/** Returns a way to let the screen go. */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  let gone = false;
  const hold = async (): Promise<void> => {
    if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
    const held = await navigator.wakeLock.request('screen').catch(() => undefined);
    if (gone) await held?.release();
    else lock = held;
  };
  hold();
  document.addEventListener('visibilitychange', hold);
  return () => {
    gone = true;
    document.removeEventListener('visibilitychange', hold);
    lock?.release().catch(() => undefined);
  };
}
