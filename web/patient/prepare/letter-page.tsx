// A letter from now to the night of the session, shut until its hour, from its author too.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type OwnWords, saveOwnWords } from '#api/own-words.ts';
import { type Instant, localTime } from '#clinical/instant.ts';
import { letterHours } from '#clinical/preparation/letter-hours.ts';
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
import { NotTakenHere } from '#web/patient/journal/not-taken-here.tsx';
import { waitingWords, withWaitingWords, wordsTopic } from '#web/patient/journal/waiting-words.ts';
import { whenWords } from '#web/patient/moments.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery, renewPatient } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { lettersQuery } from '#web/patient/today/letters-query.ts';
import { useKeptAct } from '#web/patient/use-kept-act.ts';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { type BookedDay, bookedDay } from './day-hours.tsx';
import { PreparedPage } from './prepared-page.tsx';
import { Starters } from './starters.tsx';

extendCatalog(prepareWords);

const starters = ['letter.starter-1', 'letter.starter-2', 'letter.starter-3'];

function LetterPage() {
  const { patientId } = usePerson();
  const letters = useQuery(lettersQuery(patientId));
  const answer = useQuery(answerQuery(patientId));
  const { waiting } = useTransport(wordsTopic);
  const waitingIds = new Set(waitingWords(waiting).map((each) => each.id));
  const { data: known } = answer;
  const day = known === undefined ? undefined : bookedDay(known.record, known.edition);
  return (
    <PreparedPage title={t('prepare.letter')} lead={t('letter.lead')} none={t('letter.no-cycle')}>
      {(cycleId) =>
        day === undefined ? (
          <p>{t('letter.no-cycle')}</p>
        ) : (
          <Asked query={letters}>
            {(data) => (
              <Letter
                cycleId={cycleId}
                day={day}
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

/** Kept in the draft, so that a session moved to another day keeps the hour that was chosen. */
function hourOf(at: Instant, zone: string): string {
  return String(localTime(at, zone).minuteOfDay / 60);
}

interface LetterProps {
  readonly cycleId: string;
  readonly day: BookedDay;
  readonly before: OwnWords | undefined;
  /** Kept on this phone and not yet with the clinic. */
  readonly waitingIds: ReadonlySet<string>;
}

function Letter({ cycleId, day, before, waitingIds }: LetterProps) {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const draft = useDraft<{ readonly text: string; readonly hour: string | undefined }>(`letter/${cycleId}`, {
    text: '',
    hour: undefined,
  });
  const act = useKeptAct(saveOwnWords, wordsTopic);
  const [freshId] = useState(newCommandId);
  const [again, setAgain] = useState(false);
  const { text, hour } = draft.value;
  const { zone } = day;
  const hours = letterHours(day);
  const opensAt = hours.find((at) => hourOf(at, zone) === hour);

  const shut = async (): Promise<void> => {
    if (text.trim() === '' || opensAt === undefined) return;
    const safe = await act.run({
      params: { patientId, wordsId: before?.id ?? freshId },
      body: {
        version: before?.version ?? 0,
        kind: 'letter',
        text,
        cycleId,
        openAt: opensAt,
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
      <>
        <NotTakenHere wordsId={before.id} />
        <Card>
          <p className="font-[560]">{say('letter.shut', { when: whenWords(before.openAt, now, zone) })}</p>
          {waitingIds.has(before.id) && <p className="mt-1">{t('shared.kept-here')}</p>}
          <p className="mt-1 text-ink-2">{t('letter.again-text')}</p>
          <Button className="mt-4" onClick={() => setAgain(true)}>
            {t('letter.again')}
          </Button>
        </Card>
      </>
    );
  }
  const closed =
    text.trim() === '' ? t('letter.needs-words') : opensAt === undefined ? t('letter.needs-hour') : undefined;
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
        value={opensAt === undefined ? undefined : hour}
        onChange={(chosen) => draft.set({ text, hour: chosen })}
        choices={hours.map((at) => ({ value: hourOf(at, zone), label: formatTime(at, zone) }))}
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
