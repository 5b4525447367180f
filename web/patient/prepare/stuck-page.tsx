// What feels stuck, one thing at a time. Sealed like the journal: nobody reads it until it is shown to a named person.
import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { saveOwnWords } from '#api/own-words.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { Section } from '#web/kit/card.tsx';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { useTransport } from '#web/kit/outbox.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { ownWordsQuery } from '#web/patient/journal/journal-page.tsx';
import { waitingWords, withWaitingWords, wordsTopic } from '#web/patient/journal/waiting-words.ts';
import { WhoSees } from '#web/patient/journal/who-sees.tsx';
import { Go, Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { renewPatient } from '#web/patient/queries.ts';
import { useKeptAct } from '#web/patient/use-kept-act.ts';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { readyWords } from '#web/patient/words/ready.ts';
import { SaveRow } from './save-row.tsx';

extendCatalog(prepareWords);
extendCatalog(readyWords);

function StuckPage() {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const words = useQuery(ownWordsQuery(patientId));
  const draft = useDraft('prepare/stuck', '');
  const act = useKeptAct(saveOwnWords, wordsTopic);
  const { waiting } = useTransport(wordsTopic);
  const waitingIds = new Set(waitingWords(waiting).map((each) => each.id));
  const [id, setId] = useState(newCommandId);
  const save = async (): Promise<void> => {
    const safe = await act.run({
      params: { patientId, wordsId: id },
      body: { version: 0, kind: 'stuck', text: draft.value, writtenAt: serverNow() },
    });
    if (safe === undefined) return;
    draft.clear();
    setId(newCommandId());
    if (safe.kind === 'sent') renewPatient(patientId);
  };
  return (
    <Page
      place="/"
      title={t('prepare.stuck')}
      lead={t('stuck.lead')}
      back={{ to: '/prepare', label: t('prepare.title') }}
    >
      <TextArea
        own
        rows={2}
        label={t('stuck.label')}
        hint={t('stuck.hint')}
        value={draft.value}
        onChange={draft.set}
      />
      <SaveRow
        label={t('stuck.keep')}
        busy={act.busy}
        failure={act.failure}
        onSave={save}
        closed={draft.value.trim() === '' ? t('asked.needs-words') : undefined}
      />
      <Section title={t('stuck.mine')}>
        <Asked query={words}>
          {(data) => {
            const stuck = withWaitingWords(data.words, waiting, now).filter((each) => each.kind === 'stuck');
            if (stuck.length === 0) return <p className="text-ink-2">{t('stuck.none')}</p>;
            return (
              <ul className="flex flex-col gap-4">
                {stuck.map((each) => (
                  <li key={each.id}>
                    <OwnWordsCard
                      words={each.text ?? ''}
                      footIcon={<Lock size={22} strokeWidth={1.9} aria-hidden="true" />}
                      foot={
                        <>
                          <WhoSees words={each} now={now} />{' '}
                          {waitingIds.has(each.id) && t('shared.kept-here')}
                        </>
                      }
                      action={
                        waitingIds.has(each.id) ? undefined : (
                          <Go to={`/journal/${each.id}`} className="link inline-flex min-h-12 items-center">
                            {t('stuck.show')}
                          </Go>
                        )
                      }
                    />
                  </li>
                ))}
              </ul>
            );
          }}
        </Asked>
      </Section>
    </Page>
  );
}

export const page = StuckPage;
