// Threads through the entries, across sessions, in the person's own words.
import { useQuery } from '@tanstack/react-query';
import type { OwnWords } from '#api/own-words.ts';
import { Section } from '#web/kit/card.tsx';
import { useNow } from '#web/kit/clock.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { capitalised, whenWords } from '#web/patient/moments.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { entryWords } from '#web/patient/words/entries.ts';
import { journalWords } from '#web/patient/words/journal.ts';
import { dosesQuery } from './doses-query.ts';
import { EntryBody } from './entry-body.tsx';
import { ownWordsQuery } from './journal-page.tsx';
import { gatherThreads, sessionAt, type Thread } from './threads.ts';

extendCatalog(journalWords);
extendCatalog(entryWords);

function ThreadsPage() {
  const { patientId } = usePerson();
  const words = useQuery(ownWordsQuery(patientId));
  const { data: past = [] } = useQuery(dosesQuery(patientId));
  const doses = past.map(({ doseAt }) => doseAt);
  return (
    <Page
      place="/journal"
      title={t('threads.title')}
      lead={t('threads.lead')}
      back={{ to: '/journal', label: t('place.journal') }}
    >
      <Asked query={words}>
        {(data) => {
          const threads = gatherThreads(data.words, doses);
          if (threads.length === 0) return <EmptyState>{t('threads.none')}</EmptyState>;
          return threads.map((thread) => <OneThread key={nameOf(thread)} thread={thread} doses={doses} />);
        }}
      </Asked>
    </Page>
  );
}

function nameOf({ name }: Thread<OwnWords>): string {
  return typeof name === 'string' ? name : t(`parts.mark-${name.mark}`);
}

interface OneThreadProps {
  readonly thread: Thread<OwnWords>;
  readonly doses: readonly number[];
}

function OneThread({ thread, doses }: OneThreadProps) {
  const now = useNow(60_000);
  return (
    <Section title={nameOf(thread)}>
      <p className="text-small text-ink-2">
        {t('threads.entries', { count: thread.entries.length })}
        {thread.sessions > 0 && `. ${t('threads.sessions', { count: thread.sessions })}`}
      </p>
      <ul className="flex flex-col gap-3">
        {thread.entries.map((entry) => {
          const number = sessionAt(entry.writtenAt, doses);
          return (
            <li key={entry.id}>
              <OwnWordsCard
                when={`${number === undefined ? t('threads.no-session') : t('threads.session', { number })}. ${capitalised(whenWords(entry.writtenAt, now))}`}
                foot={
                  <Go to={`/journal/${entry.id}`} className="link inline-flex min-h-12 items-center">
                    {t('journal.open')}
                  </Go>
                }
              >
                <EntryBody entry={entry} />
              </OwnWordsCard>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

export const page = ThreadsPage;
