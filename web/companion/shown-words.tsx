// What someone chose to show to the holder of this link. Opening it tells them it was seen, so it is opened on purpose.
import { useState } from 'react';
import { readShownMedia, readShownWords, type SharedWords } from '#api/own-words.ts';
import { call } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { formatDateTime, formatLocalDate, t } from '#web/kit/locale.ts';
import { MediumOnAsking } from '#web/kit/medium.tsx';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { WrittenWords } from '#web/kit/written-words.tsx';

export function ShownWords({ name }: { readonly name: string }) {
  const [state, setState] = useState<'shut' | 'asking' | 'failed' | readonly SharedWords[]>('shut');
  const ask = async (): Promise<void> => {
    setState('asking');
    const answered = await call(readShownWords);
    setState(answered.kind === 'answered' ? answered.value.words : 'failed');
  };
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-sub font-sub">{t('companion.shown', { name })}</h2>
      <p>{t('companion.shown-text')}</p>
      {typeof state === 'string' ? (
        <>
          {state === 'failed' && <p role="status">{t('companion.shown-failed')}</p>}
          <Button onClick={ask} busy={state === 'asking' ? t('companion.opening') : undefined}>
            {t('companion.shown-ask')}
          </Button>
        </>
      ) : state.length === 0 ? (
        <p>{t('companion.shown-none')}</p>
      ) : (
        <ul className="flex flex-col gap-4">
          {state.map((words) => (
            <li key={words.id}>
              <Shown words={words} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Shown({ words }: { readonly words: SharedWords }) {
  return (
    <div className="flex flex-col gap-2">
      <OwnWordsCard
        when={
          words.dueOn === undefined
            ? formatDateTime(words.writtenAt)
            : t('companion.shown-by', { date: formatLocalDate(words.dueOn, 'medium') })
        }
        foot={
          words.changed &&
          t('companion.shown-changed', {
            seen: formatDateTime(words.changed.seenAt),
            when: formatDateTime(words.changed.at),
          })
        }
      >
        <WrittenWords words={words} labelOf={(part) => t(`companion.shown-${part}`)}>
          {words.review?.words !== undefined && <span className="mt-2 block">{words.review.words}</span>}
        </WrittenWords>
      </OwnWordsCard>
      {words.media
        .filter((medium) => medium.hasArrived)
        .map(({ id: mediaId, kind }) => (
          <MediumOnAsking
            key={mediaId}
            name={t(`companion.shown-${kind}`)}
            askWords={t(`companion.shown-${kind}`)}
            failedWords={t('companion.shown-failed')}
            ask={() => call(readShownMedia, { params: { wordsId: words.id, mediaId } })}
          />
        ))}
    </div>
  );
}
