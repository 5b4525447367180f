// The real room screen with nobody in it: the frame and every sheet over it say that this is practice.
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { OpenRoom } from '#web/clinic/room/room-screen.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { Loading } from '#web/kit/loading.tsx';
import { useDrillFacts } from './drill-facts.ts';
import { DrillPanel } from './drill-panel.tsx';

export function DrillRoomPage() {
  const { drillId } = useParams({ from: '/drills/$drillId/room' });
  const { facts, read, moment } = useDrillFacts(drillId);
  useEffect(() => {
    document.title = 'DRILL, Mooring';
  }, []);
  const { room, edition } = facts;
  return (
    <div data-drill data-theme="room" className="min-h-dvh bg-page text-ink">
      {read === undefined || room === undefined || edition === undefined || moment === undefined ? (
        <main className="px-5 py-6">
          <h1 className="only-read-aloud">Drill</h1>
          {facts.failure === undefined ? (
            <Loading words="Opening the drill" />
          ) : (
            <ErrorState title={failureWords(facts.failure)} />
          )}
        </main>
      ) : (
        <OpenRoom
          key={drillId}
          facts={facts}
          room={room}
          edition={edition}
          drill={
            <DrillPanel
              drillId={drillId}
              scenario={read.scenario}
              moment={moment}
              ended={read.ended !== undefined}
              waiting={facts.transport.waiting.length}
            />
          }
        />
      )}
    </div>
  );
}
