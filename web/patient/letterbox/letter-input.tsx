// Writing, speaking, drawing or a photo on a phone that is shut: sealed at each rest, and said to be sealed only when it is.
import { Lock } from 'lucide-react';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from '#web/kit/button.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { browserTimers } from '#web/kit/surroundings.ts';
import { TextArea } from '#web/kit/text-area.tsx';
import { entryWords } from '#web/patient/words/entries.ts';
import { journalWords } from '#web/patient/words/journal.ts';
import { letterWords } from '#web/patient/words/letter.ts';
import { isBlankLetter, LetterInHand } from './letter-in-hand.ts';
import { LetterMedia } from './letter-media.tsx';
import { letterbox, longestLetter, mostMediaLying, type RoomLeft } from './letterbox.ts';

extendCatalog(journalWords);
extendCatalog(entryWords);
extendCatalog(letterWords);

export interface LettersLying {
  readonly count: number;
  readonly roomLeft: RoomLeft;
  readonly lookAgain: () => void;
}

/** Whether this phone has a letterbox for its person, and how many letters lie in it. Nothing while that is looked up. */
export function useLettersLying(): LettersLying | 'no-box' | undefined {
  const [found, setFound] = useState<Omit<LettersLying, 'lookAgain'> | 'no-box'>();
  const lookAgain = useCallback((): void => {
    Promise.all([letterbox.lying(), letterbox.roomLeft()]).then(
      ([count, roomLeft]) => setFound(count === undefined ? 'no-box' : { count, roomLeft }),
      () => setFound('no-box'),
    );
  }, []);
  useEffect(lookAgain, [lookAgain]);
  return typeof found === 'object' ? { ...found, lookAgain } : found;
}

/** From here on it is said how many more there is room for. */
const fewLetters = 5;

export function LetterInput({ lying }: { readonly lying: LettersLying | undefined }) {
  const [letter] = useState(() => new LetterInHand(letterbox, browserTimers));
  const { text, media, outcome } = useSyncExternalStore(letter.listen, letter.state);
  const [isRecording, setIsRecording] = useState(false);
  const [finished, setFinished] = useState(0);
  const isBlank = isBlankLetter({ text, media });
  useEffect(() => {
    document.addEventListener('visibilitychange', letter.seal);
    return () => {
      document.removeEventListener('visibilitychange', letter.seal);
      letter.seal();
    };
  }, [letter]);
  const keep = async (): Promise<void> => {
    if (!(await letter.finish())) return;
    setFinished(finished + 1);
    lying?.lookAgain();
  };
  const throwAway = async (): Promise<void> => {
    await letter.throwAway();
    setFinished(finished + 1);
    lying?.lookAgain();
  };
  return (
    <div className="flex flex-col gap-3">
      <TextArea
        label={t('journal.write')}
        labelHidden
        own
        rows={4}
        maxLength={longestLetter}
        placeholder={t('journal.here-now')}
        value={text}
        onChange={letter.type}
      />
      <p
        role="status"
        className={outcome === undefined || outcome === 'kept' ? 'text-small text-ink-2' : 'text-alert'}
      >
        {t(`letter.${isBlank ? 'truth' : (outcome ?? 'sealing')}`)}
      </p>
      <LetterMedia
        // Each letter begins with a blank sheet.
        key={finished}
        letter={letter}
        media={media}
        // It was counted as this letter was blank.
        roomLeft={Math.max(0, (lying?.roomLeft.media ?? mostMediaLying) - media.length)}
        isRecording={isRecording}
        onRecording={setIsRecording}
      />
      {!isBlank && (
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" onClick={keep} closed={isRecording ? t('voice.stop-first') : undefined}>
            {t('journal.keep')}
          </Button>
          {!isRecording && (
            <Button variant="quiet" onClick={throwAway}>
              {t('journal.throw-away')}
            </Button>
          )}
        </div>
      )}
      {lying !== undefined && lying.roomLeft.letters > 0 && lying.roomLeft.letters <= fewLetters && (
        <p>{t('letter.few-left', { count: lying.roomLeft.letters })}</p>
      )}
      {lying !== undefined && lying.count > 0 && (
        <p className="flex items-start gap-3">
          <Lock size={22} strokeWidth={1.9} aria-hidden="true" className="mt-0.5 shrink-0" />
          {t('letter.lying', { count: lying.count })}
        </p>
      )}
    </div>
  );
}
