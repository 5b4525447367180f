// Questions and fears, each with who will answer it and, in the end, the answer and a name.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BodyOf } from '#api/endpoint.ts';
import { askQuestion } from '#api/questions.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { Section } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useDraft } from '#web/kit/drafts.ts';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { useTransport } from '#web/kit/outbox.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { AskedCard } from '#web/patient/messages/asked-card.tsx';
import { questionsQuery } from '#web/patient/messages/asked-query.ts';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery, renewPatient } from '#web/patient/queries.ts';
import { useKeptAct } from '#web/patient/use-kept-act.ts';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { readyWords } from '#web/patient/words/ready.ts';
import { askedDraft, askedTopic, nothingTyped, type Typed } from './asked-draft.ts';
import { SaveRow } from './save-row.tsx';
import { Starters } from './starters.tsx';

extendCatalog(prepareWords);
extendCatalog(readyWords);

function AskedPage() {
  const { patientId } = usePerson();
  const questions = useQuery(questionsQuery(patientId));
  const { waiting } = useTransport(askedTopic);
  return (
    <Page
      place="/"
      title={t('prepare.asked')}
      lead={t('asked.lead')}
      back={{ to: '/prepare', label: t('prepare.title') }}
    >
      <AskForm />
      <Section title={t('asked.mine')}>
        <WaitingHere />
        <Asked query={questions}>
          {(data) =>
            data.questions.length === 0 && waiting.length === 0 ? (
              <p className="text-ink-2">{t('asked.none')}</p>
            ) : (
              <ul className="flex flex-col gap-3">
                {data.questions.map((question) => (
                  <li key={question.id}>
                    <AskedCard question={question} />
                  </li>
                ))}
              </ul>
            )
          }
        </Asked>
      </Section>
    </Page>
  );
}

/** Asked with no signal. Nobody has it yet, so nobody has promised a time. */
function WaitingHere() {
  const { waiting } = useTransport(askedTopic);
  return waiting.map(({ commandId, body }) => (
    <OwnWordsCard
      key={commandId}
      words={(JSON.parse(body ?? '{}') as BodyOf<typeof askQuestion>).words}
      foot={t('shared.kept-here')}
    />
  ));
}

const fears = ['asked.fear-1', 'asked.fear-2', 'asked.fear-3', 'asked.fear-4', 'asked.fear-5'];

function AskForm() {
  const { patientId } = usePerson();
  const answer = useQuery(answerQuery(patientId));
  const draft = useDraft<Typed>(askedDraft, nothingTyped);
  const act = useKeptAct(askQuestion, askedTopic);
  const [id, setId] = useState(newCommandId);
  const { kind, words } = draft.value;
  const send = async (): Promise<void> => {
    if (kind === undefined || words.trim() === '') return;
    const cycleId = answer.data?.record.cycle?.id;
    const safe = await act.run({ params: { patientId }, body: { id, kind, words, cycleId } });
    if (safe === undefined) return;
    draft.clear();
    setId(newCommandId());
    if (safe.kind === 'sent') renewPatient(patientId);
  };
  return (
    <div className="flex flex-col gap-5">
      <ChoiceGroup
        label={t('asked.kind')}
        value={kind}
        onChange={(chosen) => draft.set({ ...draft.value, kind: chosen })}
        choices={[
          { value: 'question', label: t('asked.kind-question') },
          { value: 'fear', label: t('asked.kind-fear') },
        ]}
      />
      {kind !== undefined && (
        <>
          <TextArea
            own
            rows={2}
            maxLength={200}
            label={t(kind === 'fear' ? 'asked.words-fear' : 'asked.words-question')}
            value={words}
            onChange={(value) => draft.set({ ...draft.value, words: value })}
          />
          {kind === 'fear' && (
            <Starters
              heading={t('asked.starters')}
              ids={fears}
              onChoose={(said) => draft.set({ ...draft.value, words: said })}
            />
          )}
          <SaveRow
            label={t('asked.send')}
            busy={act.busy}
            failure={act.failure}
            onSave={send}
            closed={words.trim() === '' ? t('asked.needs-words') : undefined}
          />
        </>
      )}
    </div>
  );
}

export const page = AskedPage;
