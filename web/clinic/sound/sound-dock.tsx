// The music of a room goes on when its tablet shows another page: it follows the plan here, below everything, and can be
// stopped here.
import { Link, useLocation } from '@tanstack/react-router';
import { Volume2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { type SoundHere, useSoundHere } from './sound-here.ts';

const SoundingRoom = lazy(async () => ({ default: (await import('./sounding-room.tsx')).SoundingRoom }));

export function SoundDock() {
  const here = useSoundHere();
  const path = useLocation({ select: ({ pathname }) => pathname });
  if (here === undefined || path.endsWith(`/sessions/${here.sessionId}/room`)) return null;
  return (
    <section
      aria-label="Music of a room"
      className="not-on-paper sticky bottom-0 z-10 border-t-[1.5px] border-edge bg-surface text-body text-ink"
    >
      <div className="mx-auto flex max-w-360 flex-wrap items-center gap-x-4 gap-y-2 px-5 py-2.5">
        <Volume2 size={22} strokeWidth={1.9} aria-hidden="true" className="shrink-0" />
        <Suspense fallback={<p className="flex-1">{here.roomName}</p>}>
          <SoundingRoom key={here.sessionId} here={here} />
        </Suspense>
        <BackToTheRoom here={here} />
      </div>
    </section>
  );
}

function BackToTheRoom({ here }: { readonly here: SoundHere }) {
  return (
    <Link
      to="/patients/$patientId/sessions/$sessionId/room"
      params={{ patientId: here.patientId, sessionId: here.sessionId }}
      className="link inline-flex min-h-12 items-center"
    >
      Back to {here.roomName}
    </Link>
  );
}
