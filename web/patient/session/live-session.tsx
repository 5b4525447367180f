// Asks whether the session runs, and shows the one dark screen from the dose until staff have marked that recovery began.
import { useQuery } from '@tanstack/react-query';
import { extendCatalog } from '#web/kit/locale.ts';
import { sessionWords } from '#web/patient/words/session.ts';
import { AlteredState } from './altered-state.tsx';
import { mySessionQuery } from './my-session.ts';

extendCatalog(sessionWords);

export function LiveSession({ patientId }: { readonly patientId: string }) {
  const { data } = useQuery(mySessionQuery(patientId, 4_000));
  const session = data?.session;
  if (session?.underEffect !== true) return null;
  return <AlteredState key={session.id} patientId={patientId} session={session} />;
}
