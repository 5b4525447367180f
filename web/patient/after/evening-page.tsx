// The check on the evening of a session: one tap, kept on the phone first, and a person at once when one is needed.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { saveResponse } from '#api/questionnaires.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { extendCatalog, formatTime, t } from '#web/kit/locale.ts';
import { keep, useTransport } from '#web/kit/outbox.ts';
import { StateWord } from '#web/kit/state-mark.tsx';
import { TextArea } from '#web/kit/text-area.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { Near } from '#web/patient/help/help-sheet.tsx';
import { RingTold } from '#web/patient/help/ring-told.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { afterWords } from '#web/patient/words/after.ts';
import { isEveningOver } from './evening-over.ts';

extendCatalog(afterWords);

const answers = ['all-right', 'rough', 'need-help'] as const;
type EveningAnswer = (typeof answers)[number];

/** As long as what is said of tonight holds. */
const dayMs = 24 * 60 * 60_000;

function EveningPage() {
  const { me, patientId } = usePerson();
  const now = useNow(60_000);
  const answer = useQuery(answerQuery(patientId));
  const releasedAt = answer.data?.record.cycle?.session?.releasedAt;
  const zone = answer.data?.record.zone ?? me.clinic.zone;
  const title = t(isEveningOver(releasedAt, now, zone) ? 'evening.title-later' : 'evening.title');
  return (
    <Page
      place="/"
      title={title}
      lead={releasedAt === undefined ? undefined : say('evening.lead', { when: whenWords(releasedAt, now) })}
      back={{ to: '/', label: t('place.today') }}
    >
      <Asked query={answer}>
        {({ record }) =>
          record.cycle?.session?.releasedAt === undefined ? (
            <EmptyState>{t('evening.none')}</EmptyState>
          ) : (
            <>
              <Evening title={title} cycleId={record.cycle.id} before={record.cycle.eveningCheck?.answer} />
              {now - record.cycle.session.releasedAt < dayMs && <p>{t('evening.tonight')}</p>}
              <Near />
            </>
          )
        }
      </Asked>
    </Page>
  );
}

interface Given {
  readonly answer: EveningAnswer;
  readonly commandId: string;
  readonly at: number;
}

function Evening({
  title,
  cycleId,
  before,
}: {
  readonly title: string;
  readonly cycleId: string;
  readonly before: EveningAnswer | undefined;
}) {
  const { patientId } = usePerson();
  const draft = useDraft<{ readonly answer?: EveningAnswer; readonly note: string }>(`evening/${cycleId}`, {
    note: '',
  });
  const [given, setGiven] = useState<Given>();
  const [changing, setChanging] = useState(false);
  const outbox = useTransport();
  const { answer: chosen, note } = draft.value;

  const send = async (): Promise<void> => {
    if (chosen === undefined) return;
    const at = serverNow();
    const words = note.trim() === '' ? {} : { 'evening-note': note.trim().slice(0, 2_000) };
    const commandId = await keep(saveResponse, {
      topic: 'evening',
      params: { patientId, responseId: newCommandId() },
      body: {
        version: 0,
        instrument: 'evening-check',
        answers: { 'evening-check': chosen, ...words },
        complete: true,
        authoredAt: at,
        cycleId,
      },
    });
    setGiven({ answer: chosen, commandId, at });
    setChanging(false);
    draft.clear();
  };

  const last = given?.answer ?? before;
  const isWaiting =
    given !== undefined &&
    [...outbox.waiting, ...outbox.refused].some((item) => item.commandId === given.commandId);
  return (
    <>
      {last !== undefined && !changing ? (
        <div className="flex flex-col items-start gap-4">
          {isWaiting && given !== undefined ? (
            <StateWord state="saved" word={t('evening.waiting', { answer: t(`evening.${last}`) })} />
          ) : (
            <StateWord
              state="sent"
              word={
                given === undefined
                  ? t(`evening.${last}`)
                  : say('evening.kept', { answer: t(`evening.${last}`), time: formatTime(given.at) })
              }
            />
          )}
          {last === 'need-help' && isWaiting && <ErrorState title={t('evening.help-waiting')} />}
          {!isWaiting && (
            <RingTold
              patientId={patientId}
              causes={['evening-hard', 'evening-silent']}
              isExpected={given !== undefined && last === 'need-help'}
            />
          )}
          <Button onClick={() => setChanging(true)}>{t('evening.change')}</Button>
        </div>
      ) : (
        <div className="flex flex-col gap-5">
          <RingTold patientId={patientId} causes={['evening-hard', 'evening-silent']} />
          <ChoiceGroup
            label={<span className="only-read-aloud">{title}</span>}
            value={chosen}
            onChange={(answer) => draft.set({ answer, note })}
            choices={answers.map((each) => ({
              value: each,
              label: t(`evening.${each}`),
              detail: t(`evening.${each}-text`),
            }))}
          />
          <TextArea
            own
            rows={2}
            optional
            maxLength={2_000}
            label={t('evening.note')}
            hint={t('evening.note-hint')}
            value={note}
            onChange={(words) => draft.set({ ...draft.value, note: words })}
          />
          <Button
            variant="primary"
            size="large"
            onClick={send}
            closed={chosen === undefined ? t('evening.choose') : undefined}
          >
            {t('evening.send')}
          </Button>
        </div>
      )}
    </>
  );
}

export const page = EveningPage;
