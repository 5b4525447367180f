// The patient's own view of their running session: is it on, and was the last call heard.
import { queryOptions } from '@tanstack/react-query';
import { getMySession } from '#api/dosing-sessions.ts';
import type { AnswerOf } from '#api/endpoint.ts';
import { ask } from '#web/kit/api-client.ts';
import { patientKey } from '#web/patient/queries.ts';
import type { MadeCall } from './call-state.ts';

export type MySession = NonNullable<AnswerOf<typeof getMySession>['session']>;

export function mySessionQuery(patientId: string, everyMs: number) {
  return queryOptions({
    queryKey: patientKey(patientId, 'live-session'),
    queryFn: () => ask(getMySession, { params: { patientId }, timeoutMs: 6_000 }),
    refetchInterval: everyMs,
    refetchIntervalInBackground: true,
    staleTime: 0,
  });
}

/** A call that was made before this page was opened and that nobody has settled goes on. */
export function openCallIn({ signal }: Pick<MySession, 'signal'>): MadeCall | undefined {
  if (signal === undefined || signal.signal !== 'come' || signal.resolvedAt !== undefined) return undefined;
  return { eventId: signal.eventId, at: signal.at, triedAt: signal.at };
}
