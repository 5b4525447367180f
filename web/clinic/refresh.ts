// Which questions are asked again when the clinic says that something changed. The table is pure, so that a test can read it.
import type { QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLive } from '#web/kit/live.ts';
import { oneAtATime } from '#web/kit/one-at-a-time.ts';

const heardBy: Readonly<Record<string, readonly string[]>> = {
  floor: [
    'music',
    'day',
    'schedule',
    'tasks',
    'messages',
    'gate-sheet',
    'board',
    'patients',
    'drug-ledger',
    'home-rings',
    'on-call',
    'rings',
  ],
  'floor/session': ['day', 'tasks', 'gate-sheet', 'board', 'patients', 'home-rings'],
  patient: [
    'music-plan',
    'patient',
    'patients',
    'day',
    'schedule',
    'gate-sheet',
    'tasks',
    'papers',
    'messages',
  ],
  session: ['gate-sheet', 'day', 'tasks', 'patient', 'board', 'papers', 'home-rings'],
  inquiries: ['inquiries', 'tasks'],
};

/** Half of the second within which a wall shows what happened in a room. */
const restMs = 500;

/** Every topic, and after a gap everything: a screen that missed a word asks rather than guesses. */
export function questionsToAskAgain(topic: string | undefined): readonly string[] | 'all' {
  return topic === undefined ? 'all' : (heardBy[topic] ?? 'all');
}

export function useRefresh(queries: QueryClient): void {
  const askers = useMemo(() => {
    const made = new Map<string, () => void>();
    return (name: string): (() => void) => {
      const known = made.get(name);
      if (known !== undefined) return known;
      const asker = oneAtATime(
        () => queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]) === name }),
        () => new Promise((done) => setTimeout(done, restMs)),
      );
      made.set(name, asker);
      return asker;
    };
  }, [queries]);
  useLive(Object.keys(heardBy), (change) => {
    const names = questionsToAskAgain(change?.topic);
    if (names === 'all') queries.invalidateQueries();
    else for (const name of names) askers(name)();
  });
}
