// What someone chose to show to the holder of this link. Opening it tells them it was seen, so it is opened on purpose.
import { useEffect, useState } from 'react';
import { type MediaFile, readShownMedia, readShownWords, type SharedWords } from '#api/own-words.ts';
import { call } from '#web/kit/api-client.ts';
import { fromBase64 } from '#web/kit/base64.ts';
import { Button } from '#web/kit/button.tsx';
import { formatDateTime, formatLocalDate, t } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';

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
      >
        {words.name !== undefined && <span className="block font-[620]">{words.name}</span>}
        {words.text}
        {(['seen', 'felt', 'thought'] as const).map((part) =>
          words[part] === undefined ? null : (
            <span key={part} className="mt-3 block">
              <span className="block font-sans text-small">{t(`companion.shown-${part}`)}</span>
              {words[part]}
            </span>
          ),
        )}
        {words.review?.words !== undefined && <span className="mt-2 block">{words.review.words}</span>}
      </OwnWordsCard>
      {words.media
        .filter((medium) => medium.hasArrived)
        .map((medium) => (
          <Medium key={medium.id} wordsId={words.id} mediaId={medium.id} kind={medium.kind} />
        ))}
    </div>
  );
}

interface MediumProps {
  readonly wordsId: string;
  readonly mediaId: string;
  readonly kind: MediaFile['kind'];
}

function Medium({ wordsId, mediaId, kind }: MediumProps) {
  const [file, setFile] = useState<MediaFile | 'failed'>();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (file === undefined || file === 'failed') return;
    const made = URL.createObjectURL(new Blob([fromBase64(file.file)], { type: file.mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  const named = t(`companion.shown-${kind}`);
  if (address !== undefined) {
    return kind === 'voice' ? (
      // biome-ignore lint/a11y/useMediaCaption: a person's own voice; there is no text of it
      <audio controls src={address} aria-label={named} className="w-full" />
    ) : (
      <img src={address} alt={named} className="w-full rounded-card" />
    );
  }
  const ask = async (): Promise<void> => {
    const answered = await call(readShownMedia, { params: { wordsId, mediaId } });
    setFile(answered.kind === 'answered' ? answered.value : 'failed');
  };
  return (
    <div className="flex items-center gap-3">
      <Button onClick={ask}>{named}</Button>
      {file === 'failed' && <span role="status">{t('companion.shown-failed')}</span>}
    </div>
  );
}
