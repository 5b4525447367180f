// Writing facts from a sheet or a card: nothing closes and nothing is emptied until every one of them is safe here.
// If one could not be kept, trying again writes only those that are still missing.
import { useCallback, useRef, useState } from 'react';
import type { SessionFact } from '#dosing-session/events.ts';
import type { RecordOptions } from '#web/clinic/session-book.ts';
import { useRoom } from './room-context.ts';

export interface Keeping {
  /** True once all of it is safe on this device. */
  readonly keep: (facts: readonly SessionFact[], options?: RecordOptions) => Promise<boolean>;
  readonly busy: boolean;
  readonly failed: boolean;
}

export function useKeep(): Keeping {
  const { facts } = useRoom();
  const { record } = facts;
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const safe = useRef(new Set<string>());
  const under = useRef(false);

  const keep = useCallback(
    async (made: readonly SessionFact[], options: RecordOptions = {}): Promise<boolean> => {
      // A second tap of a gloved finger is not a second fact.
      if (under.current) return false;
      under.current = true;
      setBusy(true);
      setFailed(false);
      try {
        for (const fact of made) {
          const words = JSON.stringify([fact, options.effectiveAt]);
          if (safe.current.has(words)) continue;
          await record(fact, options);
          safe.current.add(words);
        }
        safe.current.clear();
        return true;
      } catch {
        // What was typed stays in its boxes, and the screen says in place that it was not saved.
        setFailed(true);
        return false;
      } finally {
        under.current = false;
        setBusy(false);
      }
    },
    [record],
  );
  return { keep, busy, failed };
}
