// Asks whether the session runs, and shows the one dark screen while it does.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getMySession } from '#api/dosing-sessions.ts';
import { ask } from '#web/kit/api-client.ts';
import { extendCatalog } from '#web/kit/locale.ts';
import { patientKey } from '#web/patient/queries.ts';
import { sessionWords } from '#web/patient/words/session.ts';
import { AlteredState } from './altered-state.tsx';

extendCatalog(sessionWords);

const underEffect: readonly string[] = ['dosing', 'recovering'];

export function mySessionQuery(patientId: string, everyMs: number) {
  return queryOptions({
    queryKey: patientKey(patientId, 'live-session'),
    queryFn: () => ask(getMySession, { params: { patientId }, timeoutMs: 6_000 }),
    refetchInterval: everyMs,
    refetchIntervalInBackground: true,
    staleTime: 0,
  });
}

export function LiveSession({ patientId }: { readonly patientId: string }) {
  const { data } = useQuery(mySessionQuery(patientId, 10_000));
  const session = data?.session;
  if (session === undefined || !underEffect.includes(session.phase)) return null;
  return <AlteredState patientId={patientId} sessionId={session.id} />;
}
