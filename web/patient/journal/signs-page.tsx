// A glossary of one's own: pictures and words that keep coming, what they are to the person, and where they stand.
import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { type OwnWords, saveOwnWords } from '#api/own-words.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { Section } from '#web/kit/card.tsx';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { TextField } from '#web/kit/text-field.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { capitalised, whenWords } from '#web/patient/moments.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { SaveRow } from '#web/patient/prepare/save-row.tsx';
import { renewPatient } from '#web/patient/queries.ts';
import { useAct } from '#web/patient/use-act.ts';
import { entryWords } from '#web/patient/words/entries.ts';
import { journalWords } from '#web/patient/words/journal.ts';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { ownWordsQuery } from './journal-page.tsx';
import { MediaOfEntry } from './media-view.tsx';
import { useQuietUntil } from './quiet-days.tsx';
import { entriesNaming } from './threads.ts';
import { WhoSees } from './who-sees.tsx';

extendCatalog(journalWords);
extendCatalog(prepareWords);
extendCatalog(entryWords);

function SignsPage() {
  const { patientId } = usePerson();
  const words = useQuery(ownWordsQuery(patientId));
  return (
    <Page
      place="/journal"
      title={t('signs.title')}
      lead={t('signs.lead')}
      back={{ to: '/journal', label: t('place.journal') }}
    >
      <Asked query={words}>
        {(data) => {
          const signs = data.words
            .filter((each) => each.kind === 'symbol')
            .toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? ''));
          return signs.length === 0 ? (
            <EmptyState>{t('signs.none')}</EmptyState>
          ) : (
            <ul className="flex flex-col gap-4">
              {signs.map((sign) => (
                <li key={sign.id}>
                  <OneSign sign={sign} words={data.words} />
                </li>
              ))}
            </ul>
          );
        }}
      </Asked>
      <NewSign />
    </Page>
  );
}

interface OneSignProps {
  readonly sign: OwnWords;
  readonly words: readonly OwnWords[];
}

function OneSign({ sign, words }: OneSignProps) {
  const now = useNow(60_000);
  const quiet = useQuietUntil();
  const found = quiet === undefined ? entriesNaming(sign.name ?? '', words) : [];
  return (
    <OwnWordsCard
      footIcon={<Lock size={22} strokeWidth={1.9} aria-hidden="true" />}
      foot={
        <>
          <WhoSees words={sign} now={now} />
          <span className="mt-1 block">
            {quiet === undefined ? t(found.length === 0 ? 'signs.in-none' : 'signs.in') : t('signs.quiet')}{' '}
            {found.map((entry) => (
              <Go
                key={entry.id}
                to={`/journal/${entry.id}`}
                className="link mr-3 inline-flex min-h-12 items-center"
              >
                {capitalised(whenWords(entry.writtenAt, now))}
              </Go>
            ))}
          </span>
        </>
      }
      action={
        <Go to={`/journal/${sign.id}`} className="link inline-flex min-h-12 items-center">
          {t('means.show')}
        </Go>
      }
    >
      <span className="block font-[620]">{sign.name}</span>
      {sign.text}
      <span className="mt-2 block font-sans text-small">
        <MediaOfEntry wordsId={sign.id} media={sign.media} />
      </span>
    </OwnWordsCard>
  );
}

function NewSign() {
  const { patientId } = usePerson();
  const draft = useDraft('journal/sign', { name: '', text: '' });
  const act = useAct(saveOwnWords);
  const [id, setId] = useState(newCommandId);
  const { name, text } = draft.value;
  const save = async (): Promise<void> => {
    const done = await act.run({
      params: { patientId, wordsId: id },
      body: { version: 0, kind: 'symbol', name, text, writtenAt: serverNow() },
    });
    if (done === undefined) return;
    draft.clear();
    setId(newCommandId());
    renewPatient(patientId);
  };
  return (
    <Section title={t('signs.new')}>
      <TextField
        label={t('signs.name')}
        maxLength={200}
        value={name}
        onChange={(next) => draft.set({ name: next, text })}
      />
      <TextArea
        own
        rows={2}
        label={t('signs.meaning')}
        optional
        value={text}
        onChange={(next) => draft.set({ name, text: next })}
      />
      <SaveRow
        label={t('signs.add')}
        busy={act.busy}
        failure={act.failure}
        onSave={save}
        closed={name.trim() === '' ? t('signs.needs-name') : undefined}
      />
    </Section>
  );
}

export const page = SignsPage;
