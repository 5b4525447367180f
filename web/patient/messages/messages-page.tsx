// Writing to the clinic. Whoever cannot wait is shown whom to call instead; everyone else sees the promise before sending.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf } from '#api/endpoint.ts';
import { openingHoursIn } from '#api/opening-hours.ts';
import { askQuestion, type listQuestions, type Urgency } from '#api/questions.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Section } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { useNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { Form } from '#web/kit/form.tsx';
import { currentLanguage, extendCatalog, t } from '#web/kit/locale.ts';
import { TextArea } from '#web/kit/text-area.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { Near } from '#web/patient/help/help-sheet.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { renewPatient } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { useAct } from '#web/patient/use-act.ts';
import { messageWords } from '#web/patient/words/messages.ts';
import { AskedCard } from './asked-card.tsx';
import { questionsQuery } from './asked-query.ts';

extendCatalog(messageWords);

type Promised = AnswerOf<typeof listQuestions>;

function MessagesPage() {
  const { patientId } = usePerson();
  const questions = useQuery(questionsQuery(patientId));
  return (
    <Page
      place="/more"
      title={t('messages.title')}
      lead={t('messages.lead')}
      back={{ to: '/more', label: t('place.more') }}
    >
      <Asked query={questions}>
        {(told) => (
          <>
            <Reading told={told} />
            <Write told={told} />
            <Section title={t('messages.mine')}>
              {told.questions.length === 0 ? (
                <EmptyState>{t('messages.none')}</EmptyState>
              ) : (
                <ul className="flex flex-col gap-3">
                  {told.questions.map((question) => (
                    <li key={question.id}>
                      <AskedCard question={question} />
                    </li>
                  ))}
                </ul>
              )}
            </Section>
          </>
        )}
      </Asked>
    </Page>
  );
}

function Reading({ told: { reading } }: { readonly told: Promised }) {
  const { me } = usePerson();
  const now = useNow(60_000);
  return (
    <p role="status">
      {reading === undefined
        ? t('messages.hours-not-known', { hours: openingHoursIn(currentLanguage(), me.clinic) })
        : reading.isOpen || reading.opensAt === undefined
          ? t('messages.open')
          : say('messages.closed-until', { when: whenWords(reading.opensAt, now) })}
    </p>
  );
}

const urgencies: readonly Urgency[] = ['today', 'soon', 'can-wait'];

interface Typed {
  readonly urgency: Urgency | 'now' | undefined;
  readonly words: string;
}
const nothing: Typed = { urgency: undefined, words: '' };

function Write({ told: { promises } }: { readonly told: Promised }) {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const draft = useDraft<Typed>('messages/new', nothing);
  const act = useAct(askQuestion);
  const [id, setId] = useState(newCommandId);
  const { urgency, words } = draft.value;
  const send = async (): Promise<void> => {
    if (urgency === undefined || urgency === 'now' || words.trim() === '') return;
    const done = await act.run({ params: { patientId }, body: { id, kind: 'message', words, urgency } });
    if (done === undefined) return;
    draft.clear();
    setId(newCommandId());
    renewPatient(patientId);
  };
  return (
    <Form
      onSubmit={send}
      failure={act.failure}
      stillTrue={t('shared.nothing-lost')}
      actions={
        urgency !== undefined &&
        urgency !== 'now' && (
          <Button
            type="submit"
            variant="primary"
            size="large"
            closed={words.trim() === '' ? t('messages.needs-words') : undefined}
            busy={act.busy ? t('shared.saving') : undefined}
          >
            {t('messages.send')}
          </Button>
        )
      }
    >
      <ChoiceGroup
        label={t('messages.urgency')}
        value={urgency}
        onChange={(chosen) => draft.set({ ...draft.value, urgency: chosen })}
        choices={[
          { value: 'now', label: t('messages.now'), detail: t('messages.now-text') },
          ...urgencies.map((value) => ({
            value,
            label: t(`messages.${value}`),
            detail: say('messages.by', { when: whenWords(promises[value], now) }),
          })),
        ]}
      />
      {urgency === 'now' && (
        <Section title={t('messages.now-who')}>
          <Near />
        </Section>
      )}
      {urgency !== undefined && urgency !== 'now' && (
        <>
          <TextArea
            own
            rows={4}
            maxLength={4_000}
            label={t('messages.words')}
            hint={t('messages.words-hint')}
            value={words}
            onChange={(value) => draft.set({ ...draft.value, words: value })}
          />
          <p className="text-small text-ink-2">{t('messages.who-reads')}</p>
        </>
      )}
    </Form>
  );
}

export const page = MessagesPage;
