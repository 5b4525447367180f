// A second device opens a room in which another has been writing: whose rows these are, how far they go, and one tap to go on.
// Nothing is locked and nothing is asked of the other device; it may be dark.
import { TabletSmartphone } from 'lucide-react';
import { useState } from 'react';
import { watcherOf } from '#dosing-session/watch.ts';
import { deviceId } from '#web/clinic/device-count.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { formatClock } from '#web/kit/locale.ts';
import { otherDeviceIn } from './other-device.ts';
import { useRoom } from './room-context.ts';

function hereKey(sessionId: string): string {
  return `mooring-here/${sessionId}`;
}

export function TakeOverCard() {
  const { state, stage, room, facts, open, showRow } = useRoom();
  const [goesOn, setGoesOn] = useState(() => localStorage.getItem(hereKey(room.id)) !== null);
  if (goesOn || (stage !== 'dosing' && stage !== 'recovering')) return null;
  const other = otherDeviceIn(state.log, deviceId(localStorage, newCommandId));
  if (other === undefined) return null;
  const goOn = (): void => {
    localStorage.setItem(hereKey(room.id), '1');
    setGoesOn(true);
    // Another person than the one who watches: the room asks for the hand-over, said by both.
    if (watcherOf(state)?.name === facts.me.name) showRow();
    else open({ kind: 'hand-over' });
  };
  return (
    <section className="flex flex-col gap-3 rounded-card bg-surface px-4 py-3.5">
      <div className="flex items-start gap-3">
        <TabletSmartphone size={24} strokeWidth={1.9} aria-hidden="true" className="mt-0.5 shrink-0" />
        <div>
          <h2 className="font-sub">Written on another device so far</h2>
          <p className="text-small text-ink-2">
            Last at {formatClock(other.lastAt)}, by {other.byName}. All {other.count} facts it sent are here.
            What it could not send yet comes by itself once it is on again.
          </p>
        </div>
      </div>
      <Button variant="primary" wide onClick={goOn}>
        Continue here
      </Button>
    </section>
  );
}
