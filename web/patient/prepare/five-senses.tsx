// Five, four, three, two, one: back into the room by the senses, one line at a time.
import { useEffect, useRef, useState } from 'react';
import { Button } from '#web/kit/button.tsx';
import { steadyNow } from '#web/kit/clock.ts';
import { t } from '#web/kit/locale.ts';

const steps = [1, 2, 3, 4, 5] as const;

export function FiveSenses({ onStop }: { readonly onStop: (seconds: number) => void }) {
  const [step, setStep] = useState(0);
  const beganAt = useRef(steadyNow());
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (step > 0) words.current?.focus();
  }, [step]);
  const stop = (): void => onStop(Math.floor((steadyNow() - beganAt.current) / 1_000));
  const isLast = step === steps.length - 1;
  return (
    <div className="flex flex-col gap-5">
      <div className="flex min-h-60 flex-col justify-center gap-3 rounded-deep bg-water p-6">
        <p className="figures text-small text-ink-2">{t('senses.step', { step: step + 1 })}</p>
        <p ref={words} tabIndex={-1} className="text-head font-title outline-none">
          {t(`senses.${steps[step] ?? 1}`)}
        </p>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" onClick={isLast ? stop : () => setStep(step + 1)}>
          {t(isLast ? 'senses.last' : 'senses.next')}
        </Button>
        {!isLast && <Button onClick={stop}>{t('practice.stop')}</Button>}
      </div>
    </div>
  );
}
