// Slow breath, drawn: the slack line rises for four seconds and falls for six. With reduced motion two words swap.
import { useEffect, useRef, useState } from 'react';
import { Button } from '#web/kit/button.tsx';
import { steadyNow } from '#web/kit/clock.ts';
import { t } from '#web/kit/locale.ts';
import { PostsAndWater } from '#web/kit/posts-and-water.tsx';
import { hushed } from '#web/patient/read-aloud.tsx';
import { useBreath } from '#web/patient/session/breath.ts';
import { type Guide, guided } from './spoken-steps.tsx';

export interface BreathingProps {
  /** Told once, with the seconds practised, when the person stops. */
  readonly onStop: (seconds: number) => void;
  readonly guide?: Guide | undefined;
}

export function Breathing({ onStop, guide }: BreathingProps) {
  const breath = useBreath();
  const beganAt = useRef(steadyNow());
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(Math.floor((steadyNow() - beganAt.current) / 1_000)), 1_000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (guide !== undefined) guided(guide, t(`practice.${breath}`));
  }, [breath, guide]);
  useEffect(() => hushed, []);
  return (
    <div className="flex flex-col gap-4">
      <div data-theme="room" className="relative overflow-hidden rounded-deep bg-page text-ink">
        <div className="absolute inset-x-0 top-0 aspect-[390/844]" aria-hidden="true">
          <PostsAndWater breathing />
        </div>
        <div className="relative flex min-h-130 flex-col items-center px-5 pt-8 text-center">
          <p className="text-figure-1 font-[560]" aria-live={guide?.voice === true ? 'off' : 'polite'}>
            {t(`practice.${breath}`)}
          </p>
          <p className="mt-1 text-ink-2">{t('practice.follow')}</p>
        </div>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Button onClick={() => onStop(seconds)}>{t('practice.stop')}</Button>
        <p className="figures text-small text-ink-2">
          {t('practice.time', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })}
        </p>
      </div>
    </div>
  );
}
