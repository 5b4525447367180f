// Asking again on a busy floor. Every change wants an answer that is newer than itself; it need not be an answer of its own.

/**
 * One question on its way at most, and a rest after it. What changes meanwhile is asked for once, after the rest, so the
 * last change is always followed by an answer, and an answer is never given up because the next change came before it.
 */
export function oneAtATime(ask: () => Promise<unknown>, rest: () => Promise<void>): () => void {
  let asking = false;
  let again = false;
  const run = async (): Promise<void> => {
    asking = true;
    do {
      again = false;
      // Who asks shows what went wrong; the next change is asked for all the same.
      await ask().catch(() => undefined);
      await rest();
    } while (again);
    asking = false;
  };
  return () => {
    if (asking) again = true;
    else run();
  };
}
