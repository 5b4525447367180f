// Which questions are asked again when the clinic says that something changed. Pure, so that a test can read the table.
import type { QueryClient } from '@tanstack/react-query';
import { useLive } from '#web/kit/live.ts';

const heardBy: Readonly<Record<string, readonly string[]>> = {
  floor: ['day', 'schedule', 'tasks', 'gate-sheet', 'board', 'patients', 'drug-ledger', 'home-rings'],
  patient: ['patient', 'patients', 'day', 'schedule', 'gate-sheet', 'tasks', 'papers'],
  session: ['gate-sheet', 'day', 'tasks', 'patient', 'board', 'papers', 'home-rings'],
  inquiries: ['inquiries', 'tasks'],
};

/** Every topic, and after a gap everything: a screen that missed a word asks rather than guesses. */
export function questionsToAskAgain(topic: string | undefined): readonly string[] | 'all' {
  return topic === undefined ? 'all' : (heardBy[topic] ?? 'all');
}

export function useRefresh(queries: QueryClient): void {
  useLive(Object.keys(heardBy), (change) => {
    const names = questionsToAskAgain(change?.topic);
    if (names === 'all') queries.invalidateQueries();
    else queries.invalidateQueries({ predicate: ({ queryKey }) => names.includes(String(queryKey[0])) });
  });
}
