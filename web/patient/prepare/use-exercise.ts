// An exercise under way on this page: it goes on while the page is seen, keeps the screen on, and leads as the person asked.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { steadyNow } from '#web/kit/clock.ts';
import { stayAwake } from '#web/kit/stay-awake.ts';
import { browserTimers } from '#web/kit/surroundings.ts';
import { hushed } from '#web/patient/read-aloud.tsx';
import { type Course, ExerciseRun, type RunState } from './exercise-run.ts';
import { type Guide, type LedLine, lead, stopLeading } from './guidance.ts';

export function useExercise(
  course: Course,
  guide: Guide,
  lineAt: (line: number) => LedLine,
): { readonly run: ExerciseRun; readonly state: RunState } {
  const [run] = useState(() => new ExerciseRun(course, { steadyNow, timers: browserTimers }));
  const state = useSyncExternalStore(run.listen, run.state);
  useEffect(stayAwake, []);
  useEffect(() => {
    const look = (): void => run.see(document.visibilityState === 'visible');
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      run.see(false);
      stopLeading();
    };
  }, [run]);
  const { words, lies } = lineAt(state.line);
  const { begun, isSeen } = state;
  useEffect(() => {
    if (!isSeen) hushed();
    else if (begun > 0) lead(guide, { words, lies });
  }, [begun, isSeen, guide, words, lies]);
  return { run, state };
}
