// Before a dose: the call button tried for real, and the room gone through. A press is heard here or it is not; a thing is
// seen or it is not. Nothing is ticked beforehand.
import { useState } from 'react';
import { clockAt } from '#clinical/clock.ts';
import {
  type RoomItemState,
  type RoomPart,
  roomItems,
  roomListOf,
  roomParts,
} from '#clinical/preparation/room-readiness.ts';
import { arrivalFacts } from '#dosing-session/facts.ts';
import { factOf } from '#dosing-session/recorder.ts';
import type { EntryOf, SessionState } from '#dosing-session/state.ts';
import { formatClock } from '#web/kit/locale.ts';
import { StateMark } from '#web/kit/state-mark.tsx';
import { AnswerSheet, KeepSheet } from './keep-sheet.tsx';
import { useRoom } from './room-context.ts';
import { TapChoices } from './tap-choices.tsx';

/** The newest press of the patient's own that has not been taken for a trial yet. */
function pressToTry(state: SessionState): EntryOf<'PatientSignalled'> | undefined {
  const tried = new Set(state.facts.CallDeviceTested.map(({ fact }) => fact.signalEventId));
  const press = state.facts.PatientSignalled.findLast(({ actingRole }) => actingRole === 'patient');
  return press === undefined || tried.has(press.eventId) ? undefined : press;
}

export function CallDeviceSheet() {
  const { state, firstName } = useRoom();
  const press = pressToTry(state);
  const notHeard = {
    words: 'Pressed, and nothing came in',
    facts: [factOf('CallDeviceTested', { result: 'not-heard' })],
  };
  return (
    <AnswerSheet
      title="Call button"
      answers={
        press === undefined
          ? [notHeard]
          : [
              {
                words: 'Heard here: the button works',
                facts: [factOf('CallDeviceTested', { result: 'heard', signalEventId: press.eventId })],
              },
              notHeard,
            ]
      }
    >
      <p>Ask {firstName} to press it now. The press comes in on this device by itself.</p>
      <p role="status" className="flex items-center gap-3 rounded-card bg-shallow px-4 py-3 font-[560]">
        <StateMark state={press === undefined ? 'unknown' : 'seen'} size={26} />
        {press === undefined
          ? 'No press has come in yet.'
          : `${firstName} pressed at ${formatClock(press.at)}, and it came in here.`}
      </p>
    </AnswerSheet>
  );
}

const partNames: Readonly<Record<RoomPart, string>> = {
  room: 'The room',
  'within-reach': 'Within reach',
  emergency: 'If it goes wrong',
  person: 'How they are settled',
};

const marks = { ready: 'checked', missing: 'not-met', unknown: 'unknown' } as const;

export function RoomReadySheet() {
  const { room, state, edition, now } = useRoom();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const items = roomItems(
    { edition, clock: clockAt(now) },
    roomListOf(room.record.roomList),
    arrivalFacts(state).roomItems ?? [],
  );
  const facts = items.flatMap(({ item }) => {
    const answer = item.answers.find(({ said }) => said === chosen[item.id]);
    return answer === undefined
      ? []
      : [factOf('RoomItemChecked', { item: item.id, name: item.name, ...answer })];
  });
  const open = items.filter(
    ({ item, state: was }) => was === 'unknown' && chosen[item.id] === undefined,
  ).length;
  return (
    <KeepSheet
      title="The room"
      verb={open === 0 ? 'Save' : `Save, ${open} left to look at`}
      facts={facts.length === 0 ? 'Closed: nothing looked at yet' : facts}
    >
      {roomParts.map((part) => (
        <section key={part} className="flex flex-col gap-4">
          <h3 className="border-b border-contour pb-1 text-sub font-sub">{partNames[part]}</h3>
          {items
            .filter(({ item }) => item.part === part)
            .map((one) => (
              <TapChoices
                key={one.item.id}
                label={<ItemLabel {...one} />}
                columns={one.item.answers.length > 3 ? 4 : one.item.answers.length === 2 ? 2 : 3}
                choices={one.item.answers.map(({ said }) => ({ value: said, label: said }))}
                value={chosen[one.item.id]}
                onChange={(said) => setChosen(withAnswer(chosen, one.item.id, said))}
              />
            ))}
        </section>
      ))}
    </KeepSheet>
  );
}

function withAnswer(
  chosen: Readonly<Record<string, string>>,
  item: string,
  said: string | undefined,
): Readonly<Record<string, string>> {
  const { [item]: _before, ...others } = chosen;
  return said === undefined ? others : { ...others, [item]: said };
}

function ItemLabel({ item, said, state }: RoomItemState) {
  return (
    <span className="flex flex-wrap items-center gap-x-2.5">
      <StateMark state={marks[state]} size={20} />
      {item.name}
      <span className="text-small font-normal text-ink-2">
        {said === undefined
          ? 'not looked at'
          : `${said.value.said.toLowerCase()}, ${formatClock(said.at)}, ${said.by}`}
      </span>
    </span>
  );
}
