// Asking again on a busy floor. Every change wants an answer that is newer than itself; it need not be an answer of its own.

/**
 * One question on its way at most, and a rest after it. What changes meanwhile is asked for once, after the rest, so the
 * last change is always followed by an answer, and an answer is never given up because the next change came before it.
 * @returns to be called with each change; resolves once an asking that began no earlier than the change is over, however it ended.
 */
export function oneAtATime(ask: () => Promise<unknown>, rest: () => Promise<void>): () => Promise<void> {
  let busy: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const begin = async (): Promise<void> => {
    // Who asks shows what went wrong; the next change is asked for all the same.
    const asked = ask().then(noMatter, noMatter);
    busy = asked.then(rest).then(() => {
      busy = undefined;
    });
    await asked;
  };
  return () => {
    if (busy === undefined) return begin();
    next ??= busy.then(() => {
      next = undefined;
      return begin();
    });
    return next;
  };
}

function noMatter(): void {}
