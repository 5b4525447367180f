// The nurse's part in one line, the person's call, the way to help, and who is in the room.
import type { GuidedRoom } from '#api/guided-room.ts';
import type { SessionFact } from '#dosing-session/events.ts';
import type { NursesPart } from '#dosing-session/guided.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { useMe } from '#web/clinic/me.ts';
import { Button } from '#web/kit/button.tsx';
import { formatClock } from '#web/kit/locale.ts';
import { type State, StateWord } from '#web/kit/state-mark.tsx';

interface OfRoom {
  readonly room: GuidedRoom;
}

export function NurseCard({ room: { nurse, watcherName } }: OfRoom) {
  const { state, words } = inWords(nurse);
  return (
    <section className="flex flex-col gap-2 rounded-card bg-surface px-4 py-3" aria-live="polite">
      <h2 className="font-sub">The nurse’s part</h2>
      <StateWord state={state} word={words} />
      <p>{watcherName === undefined ? 'No one is noted as watching.' : `${watcherName} watches.`}</p>
    </section>
  );
}

function inWords(nurse: NursesPart): { readonly state: State; readonly words: string } {
  switch (nurse.state) {
    case 'not-begun':
      return { state: 'not-yet', words: 'Nothing has begun' };
    case 'nurse-asked':
      return {
        state: 'alert',
        words: `A nurse is asked since ${formatClock(nurse.since)}: ${nurse.answeredBy === undefined ? 'no answer yet' : `${nurse.answeredBy} answered`}`,
      };
    case 'inside-limits':
      return {
        state: 'checked',
        words: `Inside the limits when ${nurse.byName} checked, ${formatClock(nurse.checkedAt)}`,
      };
    case 'not-known':
      return {
        state: 'unknown',
        words:
          nurse.checkedAt === undefined
            ? 'Not known: no check yet'
            : `Not known: last check ${formatClock(nurse.checkedAt)}`,
      };
  }
}

const callWords: Readonly<Record<GuidedRoom['calls'][number]['kind'], string>> = {
  come: 'calls: come',
  adjust: 'asks: adjust something',
  worried: 'is watched with worry',
  'not-sure': 'is watched by someone who could not tell',
  'back-up': 'needs help: called',
};

/** In the head of the page, where it is reached from anywhere; it rings at the nurses until one of them answers. */
export function CallForHelp({ room, onCall }: OfRoom & { readonly onCall: (fact: SessionFact) => void }) {
  const called = room.calls.find(({ kind }) => kind === 'back-up');
  return (
    <Button
      variant="lamp"
      className="min-h-14!"
      closed={called === undefined ? undefined : `Help is called since ${formatClock(called.at)}`}
      onClick={() => onCall(factOf('BackUpCalled', {}))}
    >
      Call for help now
    </Button>
  );
}

export function CallsCard({ room: { calls, patientFirstName: name } }: OfRoom) {
  return (
    <section className="flex flex-col gap-3 rounded-card bg-surface px-4 py-3" aria-live="polite">
      <h2 className="font-sub">{calls.length === 0 ? `${name} has not called` : 'Calls'}</h2>
      {calls.map(({ key, kind, wish, at, answeredBy }) => (
        <StateWord
          key={key}
          state={answeredBy === undefined ? 'alert' : 'seen'}
          word={`${name} ${wish === 'silence' ? 'asks: silence' : callWords[kind]}, ${formatClock(at)}. ${answeredBy === undefined ? 'Ringing' : `${answeredBy} answered`}`}
        />
      ))}
    </section>
  );
}

export function PeopleHereCard({ room, onSay }: OfRoom & { readonly onSay: (fact: SessionFact) => void }) {
  const { name } = useMe();
  const isHere = room.inTheRoom.includes(name);
  return (
    <section className="flex flex-col gap-3 rounded-card bg-surface px-4 py-3">
      <p>
        <span className="font-[560]">In the room: </span>
        {room.inTheRoom.length === 0 ? 'no one is noted' : room.inTheRoom.join(', ')}
      </p>
      <Button
        variant="plain"
        className="min-h-15"
        onClick={() => onSay(factOf(isHere ? 'RoomLeft' : 'RoomEntered', { name }))}
      >
        {isHere ? 'I go out' : 'I am in the room'}
      </Button>
    </section>
  );
}
