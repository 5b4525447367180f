// Writing on a phone that is shut: sealed at each rest, and said to be sealed only when it is.
import { Lock } from 'lucide-react';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from '#web/kit/button.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { browserTimers } from '#web/kit/surroundings.ts';
import { TextArea } from '#web/kit/text-area.tsx';
import { journalWords } from '#web/patient/words/journal.ts';
import { letterWords } from '#web/patient/words/letter.ts';
import { LetterInHand } from './letter-in-hand.ts';
import { letterbox, longestLetter } from './letterbox.ts';

extendCatalog(journalWords);
extendCatalog(letterWords);

export interface LettersLying {
  readonly count: number;
  readonly lookAgain: () => void;
}

/** Whether this phone has a letterbox for its person, and how many letters lie in it. Nothing while that is looked up. */
export function useLettersLying(): LettersLying | 'no-box' | undefined {
  const [count, setCount] = useState<number | 'no-box'>();
  const lookAgain = useCallback((): void => {
    letterbox.lying().then(
      (lying) => setCount(lying ?? 'no-box'),
      () => setCount('no-box'),
    );
  }, []);
  useEffect(lookAgain, [lookAgain]);
  return typeof count === 'number' ? { count, lookAgain } : count;
}

export function LetterInput({ lying }: { readonly lying: LettersLying | undefined }) {
  const [letter] = useState(() => new LetterInHand(letterbox, browserTimers));
  const { text, outcome } = useSyncExternalStore(letter.listen, letter.state);
  useEffect(() => {
    document.addEventListener('visibilitychange', letter.seal);
    return () => {
      document.removeEventListener('visibilitychange', letter.seal);
      letter.seal();
    };
  }, [letter]);
  const keep = async (): Promise<void> => {
    if (await letter.finish()) lying?.lookAgain();
  };
  const throwAway = async (): Promise<void> => {
    await letter.throwAway();
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
        className={outcome === 'full' || outcome === 'not-kept' ? 'text-alert' : 'text-small text-ink-2'}
      >
        {t(`letter.${text.trim() === '' ? 'truth' : (outcome ?? 'sealing')}`)}
      </p>
      {text.trim() !== '' && (
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" onClick={keep}>
            {t('journal.keep')}
          </Button>
          <Button variant="quiet" onClick={throwAway}>
            {t('journal.throw-away')}
          </Button>
        </div>
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
