// A copy of one's own words, on paper or as one file that opens anywhere. Made on this phone; it goes nowhere by itself.
import { useQuery } from '@tanstack/react-query';
import { Download, Printer } from 'lucide-react';
import { useRef, useState } from 'react';
import type { MediaFile, OwnWords, WordsKind } from '#api/own-words.ts';
import { Button } from '#web/kit/button.tsx';
import { CheckboxList } from '#web/kit/checkbox-list.tsx';
import { useNow } from '#web/kit/clock.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { currentLanguage, currentZone, extendCatalog, formatDateTime, t } from '#web/kit/locale.ts';
import { saveFile } from '#web/kit/save-file.ts';
import { Asked } from '#web/patient/asked.tsx';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { queryClient } from '#web/patient/queries.ts';
import { entryWords } from '#web/patient/words/entries.ts';
import { journalWords } from '#web/patient/words/journal.ts';
import { copyFile } from './copy-file.ts';
import { EntryBody } from './entry-body.tsx';
import { ownWordsQuery } from './journal-page.tsx';
import { mediaQuery, ShownMedium } from './media-view.tsx';

extendCatalog(journalWords);
extendCatalog(entryWords);

const kinds = ['journal', 'intention', 'letter', 'stuck', 'symbol', 'commitment'] as const;

function CopyPage() {
  const { patientId } = usePerson();
  const words = useQuery(ownWordsQuery(patientId));
  return (
    <Page
      place="/journal"
      title={t('copy.title')}
      lead={<span className="not-on-paper">{t('copy.lead')}</span>}
      back={{ to: '/journal', label: t('place.journal') }}
    >
      <Asked query={words}>
        {(data) => {
          const written = data.words.filter((each) => each.text !== undefined);
          return written.length === 0 ? (
            <EmptyState>{t('copy.none')}</EmptyState>
          ) : (
            <Copy words={written.toSorted((a, b) => a.writtenAt - b.writtenAt)} />
          );
        }}
      </Asked>
    </Page>
  );
}

type Files = ReadonlyMap<string, MediaFile>;

/** Everything that hangs on these entries, one after the other: an old phone has little room. */
async function filesOf(patientId: string, words: readonly OwnWords[]): Promise<Files> {
  const files = new Map<string, MediaFile>();
  for (const { id, media } of words) {
    for (const medium of media.filter((each) => each.hasArrived)) {
      const found = await queryClient
        .fetchQuery(mediaQuery({ patientId, wordsId: id, mediaId: medium.id }))
        .catch(() => undefined);
      if (found !== undefined) files.set(medium.id, found);
    }
  }
  return files;
}

function Copy({ words }: { readonly words: readonly OwnWords[] }) {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const [chosen, setChosen] = useState<readonly WordsKind[]>([]);
  const [making, setMaking] = useState(false);
  const [files, setFiles] = useState<Files>(new Map());
  const paper = useRef<HTMLDivElement>(null);
  const there = kinds.filter((kind) => words.some((each) => each.kind === kind));
  const copied = words.filter((each) => chosen.includes(each.kind));
  const isMissing = copied.some(({ media }) => media.some((medium) => !medium.hasArrived));
  const gather = async (): Promise<Files> => {
    setMaking(true);
    const found = await filesOf(patientId, copied);
    setFiles(found);
    setMaking(false);
    return found;
  };
  const print = async (): Promise<void> => {
    await gather();
    // The pictures are on the page once the browser has drawn them.
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
  };
  const keepFile = async (): Promise<void> => {
    const found = await gather();
    saveFile({
      name: `${t('journal.title').toLowerCase()}.html`,
      type: 'text/html',
      text: copyFile({
        language: currentLanguage(),
        title: t('journal.title'),
        made: t('copy.made', { when: formatDateTime(now) }),
        missing: isMissing ? t('copy.missing') : undefined,
        entries: copied.map((entry) => ({
          heading: `${t(`copy.kind-${entry.kind}`)}, ${formatDateTime(entry.writtenAt, currentZone())}`,
          parts: partsFor(entry),
          media: entry.media.flatMap(({ id }) => found.get(id) ?? []),
        })),
      }),
    });
  };
  const closed = copied.length === 0 ? t('copy.choose') : undefined;
  const busy = making ? t('copy.making') : undefined;
  return (
    <>
      <div className="not-on-paper flex flex-col gap-4">
        <CheckboxList
          label={t('copy.what')}
          value={chosen}
          onChange={setChosen}
          choices={there.map((value) => ({ value, label: t(`copy.kind-${value}`) }))}
        />
        {isMissing && <p>{t('copy.missing')}</p>}
        <div className="flex flex-wrap gap-3">
          <Button
            icon={<Printer size={20} strokeWidth={1.9} aria-hidden="true" />}
            onClick={print}
            closed={closed}
            busy={busy}
          >
            {t('copy.print')}
          </Button>
          <Button
            icon={<Download size={20} strokeWidth={1.9} aria-hidden="true" />}
            onClick={keepFile}
            closed={closed}
            busy={busy}
          >
            {t('copy.file')}
          </Button>
        </div>
      </div>
      <div ref={paper} className="flex flex-col gap-5">
        {copied.map((entry) => (
          <article key={entry.id} className="flex flex-col gap-2 border-t border-contour pt-4">
            <h2 className="text-small text-ink-2">
              {t(`copy.kind-${entry.kind}`)}, {formatDateTime(entry.writtenAt, currentZone())}
            </h2>
            <p className="own-words whitespace-pre-line">
              <EntryBody entry={{ ...entry, media: [] }} />
            </p>
            {entry.media.map((medium) => {
              const file = files.get(medium.id);
              return file === undefined ? null : (
                <ShownMedium key={medium.id} medium={{ ...medium, ...file }} />
              );
            })}
          </article>
        ))}
      </div>
    </>
  );
}

function partsFor(entry: OwnWords): readonly { readonly label?: string; readonly text: string }[] {
  const tags = [...(entry.marks ?? []).map((mark) => t(`parts.mark-${mark}`)), ...(entry.themes ?? [])];
  return [
    ...(entry.name === undefined ? [] : [{ text: entry.name }]),
    { text: entry.text ?? '' },
    ...(['seen', 'felt', 'thought'] as const).flatMap((part) => {
      const text = entry[part];
      return text === undefined ? [] : [{ label: t(`parts.${part}`), text }];
    }),
    ...(tags.length === 0 ? [] : [{ label: t('parts.threads'), text: tags.join(', ') }]),
    ...(entry.review?.words === undefined ? [] : [{ text: entry.review.words }]),
  ].filter(({ text }) => text.trim() !== '');
}

export const page = CopyPage;
