// For work that nobody waits for: it begins when the phone has nothing better to do and no finger is near.

/** A touch is seldom alone; whoever has just tapped is likely to tap again. */
const quietMs = 1_500;
/** Someone who writes for minutes must still find every page there when the network goes. */
const patienceMs = 3_000;
/** A phone that is never idle gets on with it all the same. */
const idleWithinMs = 1_000;
/** Where the browser does not say when it is idle. */
const restMs = 50;

const touches = ['pointerdown', 'pointerup', 'keydown', 'scroll'] as const;
let touchedAtMs = Number.NEGATIVE_INFINITY;
let isListening = false;

function noteTouches(): void {
  if (isListening) return;
  isListening = true;
  const note = (): void => {
    touchedAtMs = performance.now();
  };
  for (const touch of touches) addEventListener(touch, note, { capture: true, passive: true });
}

function sinceTouchMs(): number {
  return performance.now() - touchedAtMs;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function idle(): Promise<void> {
  if (typeof requestIdleCallback !== 'function') return wait(restMs);
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: idleWithinMs });
  });
}

/** Resolves when the phone is idle and was not touched lately, or after a patience of some seconds. */
export async function whenIdle(): Promise<void> {
  noteTouches();
  const askedAtMs = performance.now();
  do {
    await wait(Math.max(0, quietMs - sinceTouchMs()));
    await idle();
  } while (sinceTouchMs() < quietMs && performance.now() - askedAtMs < patienceMs);
}

export type Pieces = Iterable<() => Promise<unknown>> | AsyncIterable<() => Promise<unknown>>;

/**
 * Does one piece after the other, each when the phone is idle, so that a tap waits for one at the most. A piece that fails
 * keeps no other back.
 * @throws what the first that failed threw, once all were tried.
 */
export async function oneByOneWhenIdle(pieces: Pieces): Promise<void> {
  const failures: unknown[] = [];
  for await (const piece of pieces) {
    await whenIdle();
    await piece().catch((failure: unknown) => failures.push(failure));
  }
  if (failures.length > 0) throw failures[0];
}
