// Rings nobody has answered, over every page of those who may answer: with the address, before anything else.
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { listHomeRings } from '#api/home.ts';
import { useMe } from '#web/clinic/me.ts';
import { writesSession } from '#web/clinic/places.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { RingCard } from './ring-card.tsx';

export function HomeRings() {
  const me = useMe();
  const asked = useAnswer(['home-rings'], listHomeRings, {}, { enabled: writesSession(me) });
  // The one who is rung sees it first; what rings for a colleague is shown too, because they may not have seen it.
  const rings = (asked.answer?.rings ?? []).toSorted((one, other) => Number(other.forMe) - Number(one.forMe));
  const isForMe = rings.some((ring) => ring.forMe);
  useEffect(() => {
    if (isForMe && 'vibrate' in navigator) navigator.vibrate([400, 200, 400, 200, 400]);
  }, [isForMe]);
  if (rings.length === 0) return null;
  return (
    <div role="alert" className="not-on-paper mb-5 flex flex-col gap-3">
      {rings.map(({ ring, home, patientId, sessionId }) => (
        <div key={ring.id} className="flex flex-col gap-2">
          <RingCard ring={ring} home={home} patientId={patientId} sessionId={sessionId} />
          <Link
            to="/patients/$patientId/sessions/$sessionId/home"
            params={{ patientId, sessionId }}
            className="link self-start"
          >
            Open this home
          </Link>
        </div>
      ))}
    </div>
  );
}
