// The talk before they go, along the clinic's list: what was gone through is tapped, what nobody could answer is written down.
import { useState } from 'react';
import { type LeavingTalkPart, leavingTalkParts } from '#clinical/discharge/leaving-parts.ts';
import { leavingTalk } from '#clinical/discharge/leaving-talk.ts';
import type { FactOf } from '#dosing-session/events.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { TextArea } from '#web/kit/text-area.tsx';
import { KeepSheet } from './keep-sheet.tsx';
import { useRoom } from './room-context.ts';
import { TapChoices } from './tap-choices.tsx';
import { TapList } from './tap-list.tsx';

type Wish = FactOf<'LeavingTalkHeld'>['wish'];

const wishes: readonly { readonly value: Wish; readonly label: string }[] = [
  { value: 'talked', label: 'Talked it over' },
  { value: 'few-words', label: 'A few words' },
  { value: 'no-talk-wanted', label: 'Wants no talk' },
];

export function LeavingTalkSheet() {
  const { firstName, room } = useRoom();
  const [wish, setWish] = useState<Wish>();
  const [covered, setCovered] = useState<readonly LeavingTalkPart[]>([]);
  const [openQuestion, setOpenQuestion] = useState('');
  const asked = openQuestion.trim();
  return (
    <KeepSheet
      title="Talk before leaving"
      verb="Save the talk"
      facts={
        wish === undefined
          ? 'Closed: did they want to talk'
          : [
              factOf('LeavingTalkHeld', {
                wish,
                covered: leavingTalkParts.filter((part) => covered.includes(part)),
                ...(asked === '' ? {} : { openQuestion: asked }),
              }),
            ]
      }
    >
      <TapChoices
        label={`Does ${firstName} want to talk now?`}
        hint={
          room.edition?.durations.talkMinutes === undefined
            ? undefined
            : `${room.edition.durations.talkMinutes.value} min are held for it. It may be longer.`
        }
        columns={3}
        choices={wishes}
        value={wish}
        onChange={setWish}
      />
      <TapList
        label="Tap what you went through"
        things={leavingTalkParts.map((id) => {
          const { name, opening } = leavingTalk.value[id];
          return { id, name, detail: opening };
        })}
        tapped={covered}
        onChange={setCovered}
      />
      <TextArea
        label="Asked, and not answered yet"
        hint="It stands on their paper until someone answers it."
        optional
        value={openQuestion}
        onChange={setOpenQuestion}
      />
    </KeepSheet>
  );
}
