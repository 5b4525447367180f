// Brings up the session screen by itself when the dose begins, over whatever is open, and takes it away after.
// Only asks while the one answer says that the person is with us.
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { answerQuery } from '#web/patient/queries.ts';

const LiveSession = lazy(async () => ({ default: (await import('./live-session.tsx')).LiveSession }));

const withUs: readonly string[] = ['arrived', 'dosing', 'recovering'];

export function SessionWatch({ patientId }: { readonly patientId: string }) {
  const { data } = useQuery(answerQuery(patientId));
  if (data === undefined || !withUs.includes(data.answer.stage)) return null;
  return (
    <Suspense fallback={null}>
      <LiveSession patientId={patientId} />
    </Suspense>
  );
}
