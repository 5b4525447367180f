// Few interruptions, or each check by itself: asked by the person or decided by the team, for this session.
import { interruptionsInWords } from '#dosing-session/felt-words.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { latest } from '#dosing-session/state.ts';
import { formatClock } from '#web/kit/locale.ts';
import { AnswerSheet } from './keep-sheet.tsx';
import { useRoom } from './room-context.ts';

const answers = [
  { words: 'Few, they asked', to: 'few', asked: 'by-them' },
  { words: 'Few, the team decides', to: 'few', asked: 'by-the-team' },
  { words: 'As usual, they asked', to: 'as-usual', asked: 'by-them' },
  { words: 'As usual, the team decides', to: 'as-usual', asked: 'by-the-team' },
] as const;

export function InterruptionsSheet() {
  const { state, edition } = useRoom();
  const set = latest(state, 'InterruptionsSet');
  const minutes = edition.checkLateAfterMinutes.value;
  return (
    <AnswerSheet
      title="Few interruptions"
      answers={answers.map(({ words, to, asked }) => ({
        words,
        facts: [factOf('InterruptionsSet', { to, asked })],
      }))}
    >
      <p>
        Checks that are due within {minutes} minutes of the first become one visit. The others come a little
        early, none comes late for it. Calls, alarms and a second look after one never wait.
      </p>
      <p className="text-small text-ink-2">
        {set === undefined
          ? 'Not set. Each check is by itself.'
          : `${interruptionsInWords(set.fact)}. Since ${formatClock(set.at)}, written by ${set.byName}.`}
      </p>
    </AnswerSheet>
  );
}
