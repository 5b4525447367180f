// What the code of a device takes from the browser around it: timers, and word that the network or the person is back.
// Handed in rather than reached for, so that the same code runs where time and faults are made up.

export interface Timers {
  /** Runs the callback once after the delay; returns a way to call it off. */
  after(delayMs: number, callback: () => void): () => void;
  /** Runs it again and again; returns a way to stop. */
  every(intervalMs: number, callback: () => void): () => void;
}

export const browserTimers: Timers = {
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
  every(intervalMs, callback) {
    const timer = setInterval(callback, intervalMs);
    return () => clearInterval(timer);
  },
};

export interface Page {
  onOnline(callback: () => void): () => void;
  /** Somebody looks at this page again. */
  onSeen(callback: () => void): () => void;
}

export const browserPage: Page = {
  onOnline(callback) {
    window.addEventListener('online', callback);
    return () => window.removeEventListener('online', callback);
  },
  onSeen(callback) {
    const seen = (): void => {
      if (document.visibilityState === 'visible') callback();
    };
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  },
};
