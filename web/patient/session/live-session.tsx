// Asks whether the session runs, and shows the one dark screen while it does.
import { useQuery } from '@tanstack/react-query';
import { extendCatalog } from '#web/kit/locale.ts';
import { sessionWords } from '#web/patient/words/session.ts';
import { AlteredState } from './altered-state.tsx';
import { mySessionQuery } from './my-session.ts';

extendCatalog(sessionWords);

const underEffect: readonly string[] = ['dosing', 'recovering'];

export function LiveSession({ patientId }: { readonly patientId: string }) {
  const { data } = useQuery(mySessionQuery(patientId, 10_000));
  const session = data?.session;
  if (session === undefined || !underEffect.includes(session.phase)) return null;
  return <AlteredState patientId={patientId} sessionId={session.id} />;
}
