// The watch was offered to whoever is signed in here. It moves when they take it, and not before.
import { UserRoundCheck } from 'lucide-react';
import { openOffer } from '#dosing-session/watch.ts';
import { Button } from '#web/kit/button.tsx';
import { formatClock } from '#web/kit/locale.ts';
import { RoomPanel } from '#web/kit/room-panel.tsx';
import { useRoom } from './room-context.ts';

export function OfferCard() {
  const { state, facts, open } = useRoom();
  const offer = openOffer(state);
  if (offer === undefined || offer.fact.toId !== facts.me.id) return null;
  return (
    <RoomPanel
      icon={<UserRoundCheck size={26} strokeWidth={1.9} aria-hidden="true" />}
      title={`${offer.fact.fromName} offers you the watch`}
      detail={`Since ${formatClock(offer.at)}. They watch until you take it.`}
      end={
        <Button variant="primary" onClick={() => open({ kind: 'hand-over' })}>
          Take it
        </Button>
      }
    />
  );
}
