// Two wordings of one entry, one above the other. Nothing is taken from either until its author has chosen.
import { Lock } from 'lucide-react';
import type { OwnWords } from '#api/own-words.ts';
import { Button } from '#web/kit/button.tsx';
import { t } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import type { WordsBody } from './changed-elsewhere.ts';
import { EntryBody } from './entry-body.tsx';

interface TwoWordingsProps {
  readonly mine: WordsBody;
  /** Nothing where the entry was deleted meanwhile. */
  readonly theirs: OwnWords | undefined;
  readonly busy: string | undefined;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
}

export function TwoWordings({ mine, theirs, busy, onMine, onTheirs }: TwoWordingsProps) {
  const lock = <Lock size={22} strokeWidth={1.9} aria-hidden="true" />;
  const media = (mine.media ?? []).map((each) => ({ ...each, hasArrived: false }));
  return (
    <div className="flex flex-col gap-4">
      <p role="status">{t(theirs === undefined ? 'two.deleted' : 'two.changed')}</p>
      <OwnWordsCard
        when={t('two.mine')}
        footIcon={lock}
        foot={t('two.mine-where')}
        action={
          <Button onClick={onMine} busy={busy}>
            {t(theirs === undefined ? 'two.keep-new' : 'two.keep-mine')}
          </Button>
        }
      >
        <EntryBody entry={{ ...mine, media }} />
      </OwnWordsCard>
      {theirs === undefined ? (
        <Button variant="quiet" className="self-start" onClick={onTheirs}>
          {t('two.let-go')}
        </Button>
      ) : (
        <OwnWordsCard
          when={t('two.theirs')}
          footIcon={lock}
          foot={t('two.theirs-where')}
          action={
            <Button onClick={onTheirs} closed={busy}>
              {t('two.keep-theirs')}
            </Button>
          }
        >
          {theirs.text === undefined ? <p>{t('two.theirs-shut')}</p> : <EntryBody entry={theirs} />}
        </OwnWordsCard>
      )}
    </div>
  );
}
