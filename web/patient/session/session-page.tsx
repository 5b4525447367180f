// The address of the session screen. The dark screen comes up from anywhere; here the call is tried before the dose, and stays
// within reach while the person rests.
import { useQuery } from '@tanstack/react-query';
import { Hand } from 'lucide-react';
import { Button } from '#web/kit/button.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { sessionWords } from '#web/patient/words/session.ts';
import { useCall } from './altered-state.tsx';
import { DarkSurface } from './dark-surface.tsx';
import { type MySession, mySessionQuery } from './my-session.ts';
import { RunningCall } from './running-call.tsx';

extendCatalog(sessionWords);

function SessionPage() {
  const { patientId } = usePerson();
  const { data } = useQuery(mySessionQuery(patientId, 4_000));
  const session = data?.session;
  const isResting = session?.phase === 'dosing' || session?.phase === 'recovering';
  return (
    <Page
      place="/"
      title={t('session.title')}
      lead={t(session === undefined ? 'session.none' : isResting ? 'session.here-still' : 'session.try-lead')}
      back={{ to: '/', label: t('session.back-today') }}
    >
      {session?.sound !== undefined && (
        <p className="text-ink-2">
          {session.sound.kind === 'silence'
            ? t('session.silent-now')
            : t('session.plays', { title: session.sound.title })}
        </p>
      )}
      {session?.underEffect === false && (
        <Calling
          key={session.id}
          patientId={patientId}
          session={session}
          label={t(isResting ? 'session.open-call' : 'session.try')}
        />
      )}
    </Page>
  );
}

interface CallingProps {
  readonly patientId: string;
  readonly session: MySession;
  readonly label: string;
}

function Calling({ patientId, session, label }: CallingProps) {
  const { call, setCall, come, allRight } = useCall({ patientId, sessionId: session.id }, session);
  return (
    <>
      <Button
        variant="lamp"
        size="altered"
        wide
        onClick={come}
        icon={<Hand size={34} strokeWidth={1.9} aria-hidden="true" />}
      >
        {label}
      </Button>
      {call !== undefined && (
        <DarkSurface>
          <RunningCall call={call} patientId={patientId} onStop={allRight} onChange={setCall} />
        </DarkSurface>
      )}
    </>
  );
}

export const page = SessionPage;
