// A part of the app that comes in a file of its own: at once where it came before, else when it has come, and asked for again by
// hand where it did not.
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { afterFrame } from '#web/kit/after-frame.ts';

export interface Arriving<Part> {
  readonly known: () => Part | undefined;
  readonly load: () => Promise<Part>;
  /** Asked for once the frame stands that is being drawn without it. */
  readonly afterFrame?: boolean;
}

export interface Arrived<Part> {
  readonly part: Part | undefined;
  readonly hasFailed: boolean;
  readonly again: () => void;
}

export function useArrived<Part>({
  known,
  load,
  afterFrame: isLater = false,
}: Arriving<Part>): Arrived<Part> {
  // In a box: a part is most often a component, and a bare function would be called for its state.
  const [box, setBox] = useState<{ readonly part: Part } | undefined>(() => {
    const part = known();
    return part === undefined ? undefined : { part };
  });
  const [hasFailed, setHasFailed] = useState(false);
  const isGone = useRef(false);
  const latest = useRef(load);
  latest.current = load;
  const ask = useCallback(() => {
    setHasFailed(false);
    latest.current().then(
      (part) => {
        if (!isGone.current) setBox({ part });
      },
      () => {
        if (!isGone.current) setHasFailed(true);
      },
    );
  }, []);
  const isHere = box !== undefined;
  useLayoutEffect(() => {
    isGone.current = false;
    const callOff = isLater && !isHere ? afterFrame(ask) : undefined;
    if (!isLater && !isHere) ask();
    return () => {
      isGone.current = true;
      callOff?.();
    };
  }, [isHere, isLater, ask]);
  return { part: box?.part, hasFailed, again: ask };
}
