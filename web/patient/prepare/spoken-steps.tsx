// An exercise of a few lines that comes forward by itself, spoken and felt where the person wishes it. "Next" goes faster,
// and nothing is lost by stopping.
import { useEffect, useRef, useState } from 'react';
import { Button } from '#web/kit/button.tsx';
import { steadyNow } from '#web/kit/clock.ts';
import { t } from '#web/kit/locale.ts';
import { hushed, sayAloud } from '#web/patient/read-aloud.tsx';

export interface Guide {
  readonly voice: boolean;
  readonly vibrate: boolean;
}

const buzzMs = 60;

/** Says a line and gives a short buzz, as far as the person asked for it and the phone can. */
export function guided(guide: Guide, words: string): void {
  if (guide.vibrate && 'vibrate' in navigator) navigator.vibrate(buzzMs);
  if (guide.voice) sayAloud(words);
}

export interface SpokenStepsProps {
  readonly lines: readonly string[];
  readonly guide: Guide;
  /** How long each line stays before the next comes by itself; without it only "next" goes on. */
  readonly everyMs?: number | undefined;
  readonly stepWords: (step: number) => string;
  readonly onStop: (seconds: number) => void;
}

export function SpokenSteps({ lines, guide, everyMs, stepWords, onStop }: SpokenStepsProps) {
  const [step, setStep] = useState(0);
  const beganAt = useRef(steadyNow());
  const isLast = step === lines.length - 1;
  const line = lines[step] ?? '';
  useEffect(() => {
    guided(guide, line);
    if (everyMs === undefined || isLast) return;
    const timer = setTimeout(() => setStep(step + 1), everyMs);
    return () => clearTimeout(timer);
  }, [step, line, isLast, everyMs, guide]);
  useEffect(() => hushed, []);
  const stop = (): void => onStop(Math.max(1, Math.floor((steadyNow() - beganAt.current) / 1_000)));
  return (
    <div className="flex flex-col gap-5">
      <div
        className="flex min-h-60 flex-col justify-center gap-3 rounded-deep bg-water p-6"
        aria-live="polite"
      >
        <p className="figures text-small text-ink-2">{stepWords(step + 1)}</p>
        <p className="text-head font-title">{line}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" size="large" onClick={isLast ? stop : () => setStep(step + 1)}>
          {t(isLast ? 'senses.last' : 'senses.next')}
        </Button>
        {!isLast && (
          <Button size="large" onClick={stop}>
            {t('practice.stop')}
          </Button>
        )}
      </div>
    </div>
  );
}
