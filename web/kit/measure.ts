// The width a drawing has been given, so that it redraws to it instead of being stretched.
import { type RefObject, useEffect, useRef, useState } from 'react';

/** A width as it would be were the letters of usual size: larger letters leave less room for words. */
export function widthInUsualLetters(width: number): number {
  if (typeof document === 'undefined') return width;
  return (width * 16) / Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

export function useWidth<Element extends HTMLElement>(
  firstGuess: number,
): { readonly ref: RefObject<Element | null>; readonly width: number } {
  const ref = useRef<Element>(null);
  const [width, setWidth] = useState(firstGuess);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver((entries) => {
      const measured = entries[0]?.contentRect.width;
      if (measured !== undefined && measured > 0) setWidth(Math.round(measured));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
