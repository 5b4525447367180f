// A room that is heard from this device while another page is shown: the same facts, the same plan, without its screen.
import type { SessionRoom } from '#api/dosing-sessions.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { soundInWords } from '#dosing-session/sound.ts';
import { type SessionFacts, useSessionFacts } from '#web/clinic/session-facts.ts';
import { Button } from '#web/kit/button.tsx';
import { useNow } from '#web/kit/clock.ts';
import { type SoundHere, setSoundHere } from './sound-here.ts';
import { useRoomSound } from './use-room-sound.ts';

export function SoundingRoom({ here }: { readonly here: SoundHere }) {
  const facts = useSessionFacts(here.patientId, here.sessionId);
  const { room, edition } = facts;
  return (
    <>
      {room === undefined || edition === undefined ? (
        <p className="min-w-0 flex-1">{here.roomName}: its plan cannot be read here now.</p>
      ) : (
        <Playing facts={facts} room={room} edition={edition} />
      )}
      <Button className="min-h-12" onClick={() => setSoundHere(undefined)}>
        Stop the music here
      </Button>
    </>
  );
}

function Playing({
  facts,
  room,
  edition,
}: {
  readonly facts: SessionFacts;
  readonly room: SessionRoom;
  readonly edition: Edition;
}) {
  const now = useNow(1000);
  const { playing, player } = useRoomSound({
    facts,
    state: facts.state,
    room,
    edition,
    now,
    goesOn: true,
  });
  return (
    <p role="status" className="min-w-0 flex-1">
      {room.roomName}: {playing === undefined ? 'nothing was told to play' : soundInWords(playing.fact)}
      {player === 'needs-a-touch' && '. Touch the screen once, and it goes on'}
      {player === 'track-missing' && '. The next track cannot be had; what plays goes on'}
      {player === 'no-sound' && '. This device has no sound'}
    </p>
  );
}
