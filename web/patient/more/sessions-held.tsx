// The sessions that are over, the latest first, each with its paper.
import { useQuery } from '@tanstack/react-query';
import { listSessions } from '#api/dosing-sessions.ts';
import { ask } from '#web/kit/api-client.ts';
import { Section } from '#web/kit/card.tsx';
import { formatDate } from '#web/kit/locale.ts';
import { Go } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { patientKey } from '#web/patient/queries.ts';

export function SessionsHeld({ title }: { readonly title: string }) {
  const { patientId } = usePerson();
  const sessions = useQuery({
    queryKey: patientKey(patientId, 'sessions'),
    queryFn: () => ask(listSessions, { params: { patientId } }),
  });
  const held = (sessions.data?.sessions ?? [])
    .filter((session) => session.releasedAt !== undefined)
    .toSorted((a, b) => b.openedAt - a.openedAt);
  if (held.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="divide-y divide-contour rounded-card bg-surface px-5">
        {held.map((session) => (
          <li key={session.id}>
            <Go to={`/after/${session.id}`} className="link flex min-h-14 items-center">
              {formatDate(session.openedAt, 'long')}
            </Go>
          </li>
        ))}
      </ul>
    </Section>
  );
}
