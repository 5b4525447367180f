// The questions some hours after a dose, the morning after, and on the days that follow: the balance first, kept with the tap and never behind a button. What came back late
// is written down with the time it came and stays with its visit; nothing here says what it means.
import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { listOwnWords, type OwnWords, saveOwnWords } from '#api/own-words.ts';
import { saveResponse } from '#api/questionnaires.ts';
import type { CareRecord } from '#clinical/care-record.ts';
import { morningCheckHours } from '#clinical/integration/after-check-rules.ts';
import type { Task } from '#clinical/task.ts';
import { ask, newCommandId } from '#web/kit/api-client.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { Section } from '#web/kit/card.tsx';
import { ChoiceGroup } from '#web/kit/choice-group.tsx';
import { serverNow, useNow } from '#web/kit/clock.ts';
import { DateTimeField } from '#web/kit/date-time-field.tsx';
import {
  afterCheckQuestions,
  type ChoiceQuestion,
  choiceQuestions,
  dayQuestionWords,
  needsPerson,
} from '#web/kit/day-questions.ts';
import { useDraft } from '#web/kit/drafts.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { pickedOf } from '#web/kit/local-moment.ts';
import { extendCatalog, formatDate, t } from '#web/kit/locale.ts';
import { keep, useTransport } from '#web/kit/outbox.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { StateWord } from '#web/kit/state-mark.tsx';
import { telephone } from '#web/kit/telephone.ts';
import { TextArea } from '#web/kit/text-area.tsx';
import { Asked } from '#web/patient/asked.tsx';
import { Near } from '#web/patient/help/help-sheet.tsx';
import { RingTold } from '#web/patient/help/ring-told.tsx';
import { cameBefore } from '#web/patient/journal/entry-draft.ts';
import { waitingWords, wordsTopic } from '#web/patient/journal/waiting-words.ts';
import { capitalised, whenWords } from '#web/patient/moments.ts';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery, patientKey } from '#web/patient/queries.ts';
import { daysWords } from '#web/patient/words/days.ts';

extendCatalog(daysWords);
extendCatalog(dayQuestionWords);

type LastDose = NonNullable<CareRecord['lastDose']>;

function AfterCheckPage() {
  const { me, patientId } = usePerson();
  const now = useNow(60_000);
  const answer = useQuery(answerQuery(patientId));
  const dose = answer.data?.record.lastDose;
  return (
    <Page
      place="/"
      title={t(
        hoursAsked(answer.data?.answer.tasks ?? []) === morningCheckHours
          ? 'days.title-morning'
          : 'days.title',
      )}
      lead={
        dose === undefined
          ? undefined
          : t('days.lead', { date: formatDate(dose.startedAt ?? dose.releasedAt, 'weekday', me.clinic.zone) })
      }
      back={{ to: '/', label: t('place.today') }}
    >
      <Asked query={answer}>
        {(told) =>
          told.record.lastDose === undefined ? (
            <EmptyState>{t('days.none')}</EmptyState>
          ) : (
            <>
              <RingTold patientId={patientId} causes={['after-check-silent']} />
              <Check dose={told.record.lastDose} tasks={told.answer.tasks} now={now} />
              <LateMemories dose={told.record.lastDose} now={now} />
            </>
          )
        }
      </Asked>
    </Page>
  );
}

/** The one that stands open, answered or not; of two the later. */
function hoursAsked(tasks: readonly Task[]): number | undefined {
  const open = tasks.filter(({ kind, state }) => kind === 'answer-after-check' && state !== 'not-yet');
  return open
    .map((task) => Number(task.subject))
    .toSorted((a, b) => a - b)
    .at(-1);
}

interface CheckProps {
  readonly dose: LastDose;
  readonly tasks: readonly Task[];
  readonly now: number;
}

function Check({ dose, tasks, now }: CheckProps) {
  const hours = hoursAsked(tasks);
  if (hours === undefined) {
    const next = tasks.find(({ kind }) => kind === 'answer-after-check');
    return (
      <EmptyState>
        {next?.opensAt === undefined
          ? t('days.none')
          : t('days.asked-from', { when: whenWords(next.opensAt, now) })}
      </EmptyState>
    );
  }
  return <Questions key={hours} hours={hours} dose={dose} />;
}

type Given = { readonly [Question in ChoiceQuestion]?: string | undefined };

function Questions({ hours, dose }: { readonly hours: number; readonly dose: LastDose }) {
  const { patientId } = usePerson();
  const before = dose.checks.filter((one) => one.hours === hours);
  const [taps, setTaps] = useState<Given>({});
  const [commandIds, setCommandIds] = useState<readonly string[]>([]);
  const outbox = useTransport();
  const given: Given = {
    balance: before.findLast((one) => one.balance !== undefined)?.balance,
    effect: before.findLast((one) => one.effect !== undefined)?.effect,
    memory: before.findLast((one) => one.memory !== undefined)?.memory,
    ...taps,
  };
  const choose = async (question: ChoiceQuestion, answer: string): Promise<void> => {
    setTaps((earlier) => ({ ...earlier, [question]: answer }));
    const commandId = await keep(saveResponse, {
      topic: 'after-check',
      params: { patientId, responseId: newCommandId() },
      body: {
        version: 0,
        instrument: 'after-check',
        answers: { hours, [question]: answer },
        complete: true,
        authoredAt: serverNow(),
        cycleId: dose.cycleId,
      },
    });
    setCommandIds((earlier) => [...earlier, commandId]);
  };
  const isWaiting = [...outbox.waiting, ...outbox.refused].some((item) =>
    commandIds.includes(item.commandId),
  );
  // The balance is asked alone; what is not urgent comes once it is known, and not to whoever needs a person now.
  const isAlone = given.balance === undefined || needsPerson.includes(given.balance);
  const shown = isAlone ? afterCheckQuestions.slice(0, 1) : afterCheckQuestions;
  return (
    <div className="flex flex-col gap-7">
      {shown.map((question) => (
        <div key={question} className="flex flex-col gap-4">
          <ChoiceGroup
            label={t(`ask.${question}`)}
            value={given[question]}
            onChange={(answer) => choose(question, answer)}
            choices={choiceQuestions[question].map((answer) => ({
              value: answer as string,
              label: t(`ask.${question}.${answer}`),
              detail: question === 'balance' ? t(`ask.${question}.${answer}-text`) : undefined,
            }))}
          />
          {question === 'balance' && given.balance === 'losing' && <Losing isWaiting={isWaiting} />}
          {question === 'balance' && given.balance === 'shaky' && <p>{t('days.shaky')}</p>}
        </div>
      ))}
      {commandIds.length > 0 && (
        <div role="status">
          <StateWord
            state={isWaiting ? 'saved' : 'sent'}
            word={isWaiting ? t('days.waiting') : t('days.sent')}
          />
        </div>
      )}
    </div>
  );
}

/** The numbers stand there at once, whether or not the answer has left. */
function Losing({ isWaiting }: { readonly isWaiting: boolean }) {
  const { me, patientId } = usePerson();
  return (
    <section aria-labelledby="losing" className="flex flex-col gap-4">
      <h2 id="losing" className="only-read-aloud">
        {t('help.title')}
      </h2>
      {isWaiting ? (
        <ErrorState title={t('days.losing-waiting')} />
      ) : (
        <>
          <p className="font-[560]">{t('days.losing-sent')}</p>
          <RingTold patientId={patientId} causes={['after-check-hard']} isExpected />
        </>
      )}
      <a
        href={`tel:${telephone(me.clinic.phone)}`}
        className={buttonClass({ variant: 'lamp', size: 'large', wide: true })}
      >
        {t('days.call', { clinic: me.clinic.name, phone: me.clinic.phone })}
      </a>
      <Near />
    </section>
  );
}

function LateMemories({ dose, now }: { readonly dose: LastDose; readonly now: number }) {
  const { me, patientId } = usePerson();
  const words = useQuery({
    queryKey: patientKey(patientId, 'own-words', 'journal'),
    queryFn: () => ask(listOwnWords, { params: { patientId }, query: { kind: 'journal' } }),
  });
  const transport = useTransport(wordsTopic);
  const known = (words.data?.words ?? []).filter((each) => each.cycleId === dose.cycleId);
  const waiting = waitingWords(transport.waiting).filter(
    (each) => each.kind === 'journal' && !known.some(({ id }) => id === each.id),
  );
  const all = [...waiting, ...known].toSorted((a, b) => cameAt(b) - cameAt(a));
  const date = formatDate(dose.startedAt ?? dose.releasedAt, 'weekday', me.clinic.zone);
  return (
    <>
      <Section title={t('days.memory')}>
        <WriteMemory dose={dose} date={date} />
      </Section>
      {all.length > 0 && (
        <Section title={t('days.memory-list')}>
          {all.map((each) => (
            <OwnWordsCard
              key={each.id}
              when={capitalised(whenWords(cameAt(each), now))}
              words={each.text ?? ''}
              footIcon={<Lock size={20} strokeWidth={1.9} aria-hidden="true" />}
              foot={t('days.memory-private')}
            />
          ))}
        </Section>
      )}
    </>
  );
}

function cameAt({ cameAt, writtenAt }: Pick<OwnWords, 'cameAt' | 'writtenAt'>): number {
  return cameAt ?? writtenAt;
}

function WriteMemory({ dose, date }: { readonly dose: LastDose; readonly date: string }) {
  const { me, patientId } = usePerson();
  const { zone } = me.clinic;
  const draft = useDraft<{ readonly text: string; readonly picked: string }>(`late-memory/${dose.cycleId}`, {
    text: '',
    picked: '',
  });
  const { text, picked } = draft.value;
  const [kept, setKept] = useState(false);
  const from = dose.startedAt ?? dose.releasedAt;
  const keepIt = async (): Promise<void> => {
    if (text.trim() === '') return;
    const now = serverNow();
    await keep(saveOwnWords, {
      topic: wordsTopic,
      params: { patientId, wordsId: newCommandId() },
      body: {
        version: 0,
        kind: 'journal',
        text,
        cycleId: dose.cycleId,
        cameAt: Math.max(cameBefore(picked, now) ?? now, from),
        writtenAt: now,
      },
    });
    draft.clear();
    setKept(true);
  };
  return (
    <div className="flex flex-col gap-4">
      <p>{t('days.memory-text')}</p>
      <TextArea
        own
        rows={3}
        label={t('days.memory-words')}
        value={text}
        onChange={(words) => draft.set({ ...draft.value, text: words })}
      />
      <DateTimeField
        kind="datetime-local"
        label={t('days.memory-when')}
        value={picked === '' ? pickedOf(serverNow(), zone) : picked}
        min={pickedOf(from, zone)}
        max={pickedOf(serverNow(), zone)}
        onChange={(value) => draft.set({ ...draft.value, picked: value })}
      />
      <p className="text-small text-ink-2">{t('days.memory-park')}</p>
      {text.trim() !== '' && (
        <Button variant="primary" className="self-start" onClick={keepIt}>
          {t('days.memory-keep')}
        </Button>
      )}
      {kept && text.trim() === '' && <p role="status">{t('days.memory-later', { date })}</p>}
    </div>
  );
}

export const page = AfterCheckPage;
