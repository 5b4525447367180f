// What the patient's screens ask for, by name, so that one change on the server renews the same answer everywhere.
import { QueryClient, queryOptions } from '@tanstack/react-query';
import { getAnswer } from '#api/answer.ts';
import type { AnswerOf } from '#api/endpoint.ts';
import { getMe } from '#api/me.ts';
import { ask, CallFailed } from '#web/kit/api-client.ts';
import { hearServerTime } from '#web/kit/clock.ts';
import { welcome } from './welcome.ts';

const minuteMs = 60_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // We hear from our own client whether there is a network; the browser's guess is often wrong.
      networkMode: 'always',
      staleTime: 15_000,
      gcTime: 24 * 60 * minuteMs,
      // Where the browser knows of no network at all, a second try only makes the page wait.
      retry: (failures, error) =>
        error instanceof CallFailed && error.failure.kind === 'offline' && navigator.onLine && failures < 1,
      refetchOnReconnect: true,
    },
    mutations: { networkMode: 'always' },
  },
});

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => ask(getMe),
  staleTime: 5 * minuteMs,
  refetchInterval: (query) => (query.state.error === null ? false : 15_000),
});

/** Everything about one patient hangs under this key. */
export function patientKey(patientId: string, ...rest: readonly string[]): readonly string[] {
  return ['patient', patientId, ...rest];
}

export type Answered = AnswerOf<typeof getAnswer>;

export function answerQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'answer'),
    queryFn: async () => {
      const answered = await ask(getAnswer, { params: { patientId } });
      hearServerTime(answered.now);
      return answered;
    },
    // Time alone may change the answer; it says itself when.
    refetchInterval: (query) => {
      const nextAt = query.state.data?.answer.nextAt;
      const now = query.state.data?.now;
      if (nextAt === undefined || now === undefined) return 5 * minuteMs;
      return Math.min(5 * minuteMs, Math.max(10_000, nextAt - now));
    },
  });
}

/**
 * Begins with what every start needs, and lets the person in; of whoever this phone belongs to without waiting to hear that
 * it is them. Done once both have been heard, or will not be: a failure is met again, and told, by the page itself.
 */
export async function askForToday(remembered: string | undefined): Promise<void> {
  const known = remembered === undefined ? undefined : queryClient.prefetchQuery(answerQuery(remembered));
  try {
    // Where a slow phone draws before this is answered, its page waits for this very question: it has the second try of any
    // other, or one lost answer would shut the page until it is asked again by the clock.
    const me = await queryClient.fetchQuery(meQuery);
    await welcome(me);
    if (me.patientId !== undefined) await queryClient.prefetchQuery(answerQuery(me.patientId));
  } catch {
    await known;
  }
}

export function renewPatient(patientId: string): void {
  queryClient.invalidateQueries({ queryKey: patientKey(patientId) });
}
