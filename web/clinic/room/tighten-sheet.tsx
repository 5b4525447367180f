// A limit made tighter: one tap each for the narrowest there is, or in the person's own words. Nothing here loosens one.
import { useState } from 'react';
import { LimitTopic } from '#dosing-session/events.ts';
import { tightened, tightest, tightestOf } from '#dosing-session/limits.ts';
import { factOf } from '#dosing-session/recorder.ts';
import { Button } from '#web/kit/button.tsx';
import { formatClock } from '#web/kit/locale.ts';
import { TextArea } from '#web/kit/text-area.tsx';
import { KeepSheet, NotSaved } from './keep-sheet.tsx';
import { useRoom } from './room-context.ts';
import { useKeep } from './use-keep.ts';

export function TightenSheet() {
  const { firstName } = useRoom();
  const [text, setText] = useState('');
  return (
    <KeepSheet
      title="Make a limit tighter"
      verb="From now on, in these words"
      facts={text.trim() === '' ? 'Closed: no words yet' : [factOf('LimitTightened', { text: text.trim() })]}
    >
      <p>
        One tap, and it holds from now on. Until the effect is over a limit can be made tighter, never looser.
      </p>
      <div className="flex flex-col gap-2">
        {LimitTopic.options.map((topic) => (
          <TightestButton key={topic} topic={topic} />
        ))}
      </div>
      <TextArea own label={`Or in ${firstName}’s words`} value={text} onChange={setText} rows={2} />
    </KeepSheet>
  );
}

/** One tap writes it; once it is as tight as it goes, the button says since when and by whom. */
export function TightestButton({ topic, words }: { readonly topic: LimitTopic; readonly words?: string }) {
  const { state } = useRoom();
  const { keep, busy, failed } = useKeep();
  const now = tightened(state, topic);
  const isTightest = now?.fact.text === tightest[topic];
  return (
    <>
      <Button
        variant="sand"
        wide
        className="min-h-15"
        busy={busy ? 'Saving here' : undefined}
        closed={isTightest ? `${words ?? tightest[topic]}, since ${formatClock(now.at)}` : undefined}
        onClick={() => keep([tightestOf(topic)])}
      >
        {words ?? tightest[topic]}
      </Button>
      {failed && <NotSaved />}
    </>
  );
}
