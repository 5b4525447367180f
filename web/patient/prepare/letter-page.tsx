// A letter from now to the night of the session, shut until its hour, from its author too.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type OwnWords, saveOwnWords } from '#api/own-words.ts';
import { type Instant, instantOf, localDateOf } from '#clinical/instant.ts';
import { newCommandId } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { ErrorState } from '#web/kit/error-state.tsx';
import { failureWords } from '#web/kit/failure-words.ts';
import { extendCatalog, formatTime, t } from '#web/kit/locale.ts';
import { useTransport } from '#web/kit/outbox.ts';
import { TextArea } from '#web/kit/text-area.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { waitingWords, withWaitingWords, wordsTopic } from '#web/patient/journal/waiting-words.ts';
import { whenWords } from '#web/patient/moments.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery, renewPatient } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { lettersQuery } from '#web/patient/today/today-page.tsx';
import { useKeptAct } from '#web/patient/use-kept-act.ts';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { PreparedPage } from './prepared-page.tsx';
import { Starters } from './starters.tsx';

extendCatalog(prepareWords);

const starters = ['letter.starter-1', 'letter.starter-2', 'letter.starter-3'];
const hours = [17, 18, 19, 20, 21] as const;

function LetterPage() {
  const { patientId } = usePerson();
  const letters = useQuery(lettersQuery(patientId));
  const answer = useQuery(answerQuery(patientId));
  const { waiting } = useTransport(wordsTopic);
  const waitingIds = new Set(waitingWords(waiting).map((each) => each.id));
  const doseAt = answer.data?.record.cycle?.doseAppointment?.startsAt;
  return (
    <PreparedPage title={t('prepare.letter')} lead={t('letter.lead')} none={t('letter.no-cycle')}>
      {(cycleId) =>
        doseAt === undefined ? (
          <p>{t('letter.no-cycle')}</p>
        ) : (
          <Asked query={letters}>
            {(data) => (
              <Letter
                cycleId={cycleId}
                doseAt={doseAt}
                before={withWaitingWords(data.words, waiting, serverNow()).find(
                  (each) => each.kind === 'letter' && each.cycleId === cycleId,
                )}
                waitingIds={waitingIds}
              />
            )}
          </Asked>
        )
      }
    </PreparedPage>
  );
}

interface LetterProps {
  readonly cycleId: string;
  readonly doseAt: Instant;
  readonly before: OwnWords | undefined;
  /** Kept on this phone and not yet with the clinic. */
  readonly waitingIds: ReadonlySet<string>;
}

function Letter({ cycleId, doseAt, before, waitingIds }: LetterProps) {
  const { me, patientId } = usePerson();
  const now = useNow(60_000);
  const draft = useDraft<{ readonly text: string; readonly hour: string | undefined }>(`letter/${cycleId}`, {
    text: '',
    hour: undefined,
  });
  const act = useKeptAct(saveOwnWords, wordsTopic);
  const [freshId] = useState(newCommandId);
  const [again, setAgain] = useState(false);
  const { text, hour } = draft.value;
  const { zone } = me.clinic;
  const opensAt = (at: number): Instant => instantOf(localDateOf(doseAt, zone), at * 60, zone);

  const shut = async (): Promise<void> => {
    if (text.trim() === '' || hour === undefined) return;
    const safe = await act.run({
      params: { patientId, wordsId: before?.id ?? freshId },
      body: {
        version: before?.version ?? 0,
        kind: 'letter',
        text,
        cycleId,
        openAt: opensAt(Number(hour)),
        writtenAt: serverNow(),
      },
    });
    if (safe === undefined) return;
    draft.clear();
    setAgain(false);
    if (safe.kind === 'sent') renewPatient(patientId);
  };

  if (before?.openAt !== undefined && !again) {
    return (
      <Card>
        <p className="font-[560]">{say('letter.shut', { when: whenWords(before.openAt, now) })}</p>
        {waitingIds.has(before.id) && <p className="mt-1">{t('shared.kept-here')}</p>}
        <p className="mt-1 text-ink-2">{t('letter.again-text')}</p>
        <Button className="mt-4" onClick={() => setAgain(true)}>
          {t('letter.again')}
        </Button>
      </Card>
    );
  }
  const closed =
    text.trim() === '' ? t('letter.needs-words') : hour === undefined ? t('letter.needs-hour') : undefined;
  return (
    <>
      <TextArea
        own
        rows={6}
        label={t('letter.label')}
        value={text}
        onChange={(value) => draft.set({ text: value, hour })}
      />
      <Starters
        heading={t('letter.starters')}
        ids={starters}
        onChoose={(start) =>
          draft.set({ text: text.trim() === '' ? start : `${text.trimEnd()}\n${start}`, hour })
        }
      />
      <ChoiceGroup
        label={t('letter.opens')}
        value={hour}
        onChange={(chosen) => draft.set({ text, hour: chosen })}
        choices={hours.map((at) => ({ value: String(at), label: formatTime(opensAt(at), zone) }))}
      />
      {act.failure !== undefined && (
        <ErrorState compact title={failureWords(act.failure)} stillTrue={t('prepare.not-saved')} />
      )}
      <Button
        variant="primary"
        size="large"
        onClick={shut}
        closed={closed}
        busy={act.busy ? t('shared.saving') : undefined}
      >
        {t('letter.keep')}
      </Button>
    </>
  );
}

export const page = LetterPage;
