// Slow breath, drawn: the slack line rises for four seconds and falls for six. With reduced motion two words swap.
import { useEffect, useState } from 'react';
import { Button } from '#web/kit/button.tsx';
import { t } from '#web/kit/locale.ts';
import { PostsAndWater } from '#web/kit/posts-and-water.tsx';
import { courses } from './exercise-run.ts';
import type { Guide, LedLine } from './guidance.ts';
import { useExercise } from './use-exercise.ts';

export interface BreathingProps {
  /** Told once, with the seconds practised, when the person stops. */
  readonly onStop: (seconds: number) => void;
  readonly guide: Guide;
}

function breathLine(line: number): LedLine {
  return line === 0 ? { words: t('practice.in'), lies: 'high' } : { words: t('practice.out'), lies: 'low' };
}

export function Breathing({ onStop, guide }: BreathingProps) {
  const { run, state } = useExercise(courses['paced-breathing'], guide, breathLine);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(run.seconds), 1_000);
    return () => clearInterval(timer);
  }, [run]);
  return (
    <div className="flex flex-col gap-4">
      {/* As tall as leaves the way to stop above the dock, and the picture set so that the line is always in it. */}
      <div
        data-theme="room"
        className="@container relative rounded-deep bg-page text-ink [--tall:min(32.5rem,calc(100svh-25rem))]"
      >
        <div className="absolute inset-0 overflow-hidden rounded-deep" aria-hidden="true">
          <div className="absolute inset-x-0 top-[min(0px,calc(var(--tall)-90cqw))] aspect-[390/844]">
            <PostsAndWater key={state.round} breathing />
          </div>
        </div>
        <div className="relative flex min-h-(--tall) flex-col items-center px-5 pt-8 text-center">
          <p className="text-figure-1 font-[560]" aria-live="polite">
            {breathLine(state.line).words}
          </p>
          <p className="mt-1 text-ink-2">{t('practice.follow')}</p>
        </div>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Button onClick={() => onStop(run.seconds)}>{t('practice.stop')}</Button>
        <p className="figures text-small text-ink-2">
          {t('practice.time', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })}
        </p>
      </div>
    </div>
  );
}
