// The patient's own view of their running session: is it on, and was the last call heard.
import { queryOptions } from '@tanstack/react-query';
import { getMySession } from '#api/dosing-sessions.ts';
import { ask } from '#web/kit/api-client.ts';
import { patientKey } from '#web/patient/queries.ts';

export function mySessionQuery(patientId: string, everyMs: number) {
  return queryOptions({
    queryKey: patientKey(patientId, 'live-session'),
    queryFn: () => ask(getMySession, { params: { patientId }, timeoutMs: 6_000 }),
    refetchInterval: everyMs,
    refetchIntervalInBackground: true,
    staleTime: 0,
  });
}
