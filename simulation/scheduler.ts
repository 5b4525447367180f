// Time that is made up: nothing happens between two moments, and the same seed passes through the same moments.

import type { Timers } from '#web/kit/surroundings.ts';

export type Scheduler = Timers & {
  /** Milliseconds since the story began. */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Lives through everything up to this moment. */
  runUntil(until: number): Promise<void>;
};

type Due = { readonly at: number; readonly order: number; readonly run: () => void; off: boolean };

export function openScheduler(): Scheduler {
  const heap: Due[] = [];
  let now = 0;
  let order = 0;

  function add(at: number, run: () => void): Due {
    order += 1;
    const due = { at, order, run, off: false };
    push(heap, due);
    return due;
  }

  const scheduler: Scheduler = {
    now: () => now,
    after(delayMs, callback) {
      const due = add(now + Math.max(0, delayMs), callback);
      return () => {
        due.off = true;
      };
    },
    every(intervalMs, callback) {
      let due: Due;
      const again = (): void => {
        due = add(now + intervalMs, again);
        callback();
      };
      due = add(now + intervalMs, again);
      return () => {
        due.off = true;
      };
    },
    sleep: (ms) =>
      new Promise((resolve) => {
        scheduler.after(ms, resolve);
      }),
    async runUntil(until) {
      await everyTurn(() => {
        const due = heap[0];
        if (due === undefined || due.at > until) return false;
        pop(heap);
        if (due.off) return true;
        now = due.at;
        due.run();
        return true;
      });
      now = until;
    },
  };
  return scheduler;
}

const turnsQueued = 64;

/**
 * Takes one turn after another while there is one. Before the next, everything that follows at once has followed: in
 * here nothing waits for anything but promises, and node empties their queue between two immediates. Many are queued
 * together because each fresh round asks the system for news, of which there is none.
 */
function everyTurn(turn: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const next = (): void => {
      if (isOver) return;
      try {
        isOver = !turn();
        if (isOver) resolve();
      } catch (error) {
        isOver = true;
        reject(error);
      }
    };
    const round = (): void => {
      if (isOver) return;
      for (let queued = 0; queued < turnsQueued; queued += 1) setImmediate(next);
      setImmediate(round);
    };
    round();
  });
}

const isBefore = (one: Due, other: Due): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

function push(heap: Due[], due: Due): void {
  let at = heap.push(due) - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above] as Due;
    if (!isBefore(due, parent)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = due;
}

function pop(heap: Due[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && isBefore(heap[below + 1] as Due, heap[below] as Due)) below += 1;
    const child = heap[below] as Due;
    if (!isBefore(child, last)) break;
    heap[at] = child;
    at = below;
  }
  heap[at] = last;
}
