// Where a note stands, in the marks of the house.
import type { SessionNoteTold } from '#api/papers.ts';
import { StateWord } from '#web/kit/state-mark.tsx';

const states = {
  'not-over': { state: 'not-yet', word: 'Session not over' },
  unsigned: { state: 'due', word: 'Waits for a signature' },
  signed: { state: 'due', word: 'Signed, waits for a co-signature' },
  'co-signed': { state: 'met', word: 'Signed and co-signed' },
  changed: { state: 'late', word: 'Changed since it was signed' },
} as const;

export function NoteState({
  state,
  tail,
}: {
  readonly state: SessionNoteTold['state'];
  readonly tail?: string | undefined;
}) {
  const known = states[state];
  return <StateWord state={known.state} word={known.word} tail={tail} />;
}
