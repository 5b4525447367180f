// The morning of a dose: six short questions, one at a time, each with “not sure” or left open. What is said is told to the
// clinic at the end, or kept on this phone until there is a way; whoever is with them on the day asks again.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PreparationItem } from '#api/preparation.ts';
import { isOfTheDay } from '#clinical/preparation/morning.ts';
import { Button } from '#web/kit/button.tsx';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { type Draft, useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery } from '#web/patient/queries.ts';
import { checkInWords } from '#web/patient/words/check-in.ts';
import { dayWords } from '#web/patient/words/day.ts';
import { type CheckInDraft, checkInQuestions, isSaid, nothingSaid } from './check-in-draft.ts';
import { CheckInLook } from './check-in-look.tsx';
import { CheckInQuestionFor } from './check-in-questions.tsx';
import { CheckInTold } from './check-in-told.tsx';
import { type BookedDay, bookedDay } from './day-hours.tsx';
import { latestOf, useItemWriter } from './preparation-item.ts';
import { PreparedPage } from './prepared-page.tsx';

extendCatalog(dayWords);
extendCatalog(checkInWords);

function CheckInPage() {
  const { patientId } = usePerson();
  const now = useNow(60_000);
  const { data } = useQuery(answerQuery(patientId));
  const day = data === undefined ? undefined : bookedDay(data.record, data.edition);
  const hasBegun = data?.record.cycle?.session?.doseStartedAt !== undefined;
  return (
    <PreparedPage isPart={false} title={t('morning.title')} lead={t('morning.lead')}>
      {(cycleId, items) =>
        day === undefined || !isOfTheDay({ saidAt: now, ...day }) ? (
          <EmptyState>{t('morning.not-today')}</EmptyState>
        ) : hasBegun ? (
          <EmptyState>{t('morning.begun')}</EmptyState>
        ) : (
          <CheckIn cycleId={cycleId} items={items} day={day} />
        )
      }
    </PreparedPage>
  );
}

export interface CheckInProps {
  readonly cycleId: string;
  readonly items: readonly PreparationItem[];
  readonly day: BookedDay;
}

function CheckIn({ cycleId, items, day }: CheckInProps) {
  const [isAgain, setIsAgain] = useState(false);
  const ofToday = items.filter(({ recordedAt }) => isOfTheDay({ saidAt: recordedAt, ...day }));
  const before = latestOf(ofToday, 'morning');
  const felt = latestOf(
    ofToday.filter(({ body }) => body.kind === 'feelings' && body.stage === 'day'),
    'feelings',
  );
  const draft = useDraft<CheckInDraft>(`check-in/${cycleId}`, nothingSaid);
  const morning = useItemWriter(cycleId, before?.item);
  const feelings = useItemWriter(cycleId, felt?.item);
  if (!draft.ready) return null;
  if (before !== undefined && !isAgain)
    return (
      <CheckInTold
        item={before.item}
        morning={before.body}
        day={day}
        onAgain={() => {
          const { kind: _, ...said } = before.body;
          draft.set({ place: 0, said, feelings: felt?.body.feelings });
          setIsAgain(true);
        }}
      />
    );
  const tell = async (): Promise<void> => {
    const { said, feelings: chosen = [] } = draft.value;
    if (
      !(await morning.write({
        kind: 'morning',
        ...said,
        medicines: said.medicines?.map((one) => ({ ...one })),
      }))
    )
      return;
    if (chosen.length > 0) {
      const inOneLine = felt?.body.inOneLine ?? '';
      await feelings.write({ kind: 'feelings', stage: 'day', feelings: [...chosen], inOneLine });
    }
    draft.clear();
    setIsAgain(false);
  };
  const question = checkInQuestions[draft.value.place];
  if (question !== undefined) return <Asking cycleId={cycleId} draft={draft} day={day} />;
  return (
    <CheckInLook
      draft={draft}
      zone={day.zone}
      busy={morning.busy || feelings.busy}
      failure={morning.failure}
      onTell={tell}
    />
  );
}

interface AskingProps {
  readonly cycleId: string;
  readonly draft: Draft<CheckInDraft>;
  readonly day: BookedDay;
}

function Asking({ cycleId, draft, day }: AskingProps) {
  const { value, set } = draft;
  const question = checkInQuestions[value.place];
  if (question === undefined) return null;
  return (
    <div className="flex flex-col gap-6">
      <p className="figures text-small text-ink-2">
        {t('morning.step', { step: value.place + 1, of: checkInQuestions.length })}
      </p>
      <CheckInQuestionFor
        key={question}
        question={question}
        cycleId={cycleId}
        value={value}
        day={day}
        zone={day.zone}
        now={serverNow()}
        onChange={(changed) => set({ ...value, ...changed })}
      />
      <div className="flex flex-col gap-3">
        <Button
          variant={isSaid(question, value) ? 'primary' : 'secondary'}
          size="large"
          wide
          onClick={() => set({ ...value, place: value.place + 1 })}
        >
          {t(isSaid(question, value) ? 'morning.next' : 'morning.leave-open')}
        </Button>
        {value.place > 0 && (
          <Button variant="quiet" wide onClick={() => set({ ...value, place: value.place - 1 })}>
            {t('morning.back')}
          </Button>
        )}
      </div>
    </div>
  );
}

export const page = CheckInPage;
