// Two entries next to each other. What lies between them is the reader's to say.
import { useQuery } from '@tanstack/react-query';
import type { OwnWords } from '#api/own-words.ts';
import { useNow } from '#web/kit/clock.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { extendCatalog, formatDate, t } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { Select } from '#web/kit/select.tsx';
import { go, usePathPart } from '#web/patient/address.ts';
import { Asked } from '#web/patient/asked.tsx';
import { capitalised, whenWords } from '#web/patient/moments.ts';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { entryWords } from '#web/patient/words/entries.ts';
import { journalWords } from '#web/patient/words/journal.ts';
import { EntryBody } from './entry-body.tsx';
import { ownWordsQuery } from './journal-page.tsx';
import { MediaOfEntry } from './media-view.tsx';

extendCatalog(journalWords);
extendCatalog(entryWords);

const none = '-';

function BesidePage() {
  const { patientId } = usePerson();
  const words = useQuery(ownWordsQuery(patientId));
  return (
    <Page
      place="/journal"
      title={t('beside.title')}
      lead={t('beside.lead')}
      back={{ to: '/journal', label: t('place.journal') }}
    >
      <Asked query={words}>
        {(data) => {
          const entries = data.words
            .filter((each) => each.text !== undefined && each.kind !== 'symbol' && each.kind !== 'commitment')
            .toSorted((a, b) => a.writtenAt - b.writtenAt);
          return entries.length < 2 ? (
            <EmptyState>{t('beside.too-few')}</EmptyState>
          ) : (
            <Two entries={entries} />
          );
        }}
      </Asked>
    </Page>
  );
}

function Two({ entries }: { readonly entries: readonly OwnWords[] }) {
  const now = useNow(60_000);
  const first = usePathPart('first');
  const second = usePathPart('second');
  const choices = entries.map((entry) => ({
    value: entry.id,
    label: `${formatDate(entry.writtenAt, 'short')}: ${(entry.text ?? '').slice(0, 40)}`,
  }));
  const show = (one: string, other: string): void =>
    go(`/journal/beside/${one === '' ? none : one}/${other === '' ? none : other}`);
  return (
    <div className="grid items-start gap-5 tablet:grid-cols-2">
      {([first, second] as const).map((id, at) => {
        const entry = entries.find((each) => each.id === id);
        return (
          <div key={at === 0 ? 'first' : 'second'} className="flex min-w-0 flex-col gap-3">
            <Select
              label={t(at === 0 ? 'beside.first' : 'beside.second')}
              value={entry?.id}
              onChange={(next) => (at === 0 ? show(next ?? '', second) : show(first, next ?? ''))}
              choices={choices}
            />
            {entry !== undefined && (
              <>
                <OwnWordsCard when={capitalised(whenWords(entry.writtenAt, now))}>
                  <EntryBody entry={entry} />
                </OwnWordsCard>
                <MediaOfEntry wordsId={entry.id} media={entry.media} />
              </>
            )}
          </div>
        );
      })}
    </div>
  );
}

export const page = BesidePage;
