// An exercise of a few lines that comes forward by itself, spoken and felt where the person wishes it. "Next" goes faster,
// and nothing is lost by stopping.
import { Button } from '#web/kit/button.tsx';
import { t } from '#web/kit/locale.ts';
import type { Course } from './exercise-run.ts';
import type { Guide } from './guidance.ts';
import { useExercise } from './use-exercise.ts';

export interface SpokenStepsProps {
  readonly course: Course;
  readonly lines: readonly string[];
  readonly guide: Guide;
  readonly stepWords: (step: number) => string;
  readonly onStop: (seconds: number) => void;
}

export function SpokenSteps({ course, lines, guide, stepWords, onStop }: SpokenStepsProps) {
  const { run, state } = useExercise(course, guide, (line) => ({
    words: lines[line] ?? '',
    lies: 'middle',
  }));
  const stop = (): void => onStop(Math.max(1, run.seconds));
  return (
    <div className="flex flex-col gap-5">
      <div
        className="flex min-h-60 flex-col justify-center gap-3 rounded-deep bg-water p-6"
        aria-live="polite"
      >
        <p className="figures text-small text-ink-2">{stepWords(state.line + 1)}</p>
        <p className="text-head font-title">{lines[state.line]}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" size="large" onClick={run.isLast ? stop : run.next}>
          {t(run.isLast ? 'senses.last' : 'senses.next')}
        </Button>
        {!run.isLast && (
          <Button size="large" onClick={stop}>
            {t('practice.stop')}
          </Button>
        )}
      </div>
    </div>
  );
}
