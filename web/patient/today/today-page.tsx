// The day as it stands: where I am, the one next step, and what is set, by deadline.
import { useQuery } from '@tanstack/react-query';
import { Hand } from 'lucide-react';
import { type ComponentType, lazy, Suspense } from 'react';
import { type Instant, localTime } from '#clinical/instant.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { useNow } from '#web/kit/clock.ts';
import { DeepBlock } from '#web/kit/deep-block.tsx';
import { ErrorState } from '#web/kit/error-state.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { TheLine } from '#web/kit/the-line.tsx';
import { isEveningOver } from '#web/patient/after/evening-over.ts';
import { Asked } from '#web/patient/asked.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { type Answered, answerQuery } from '#web/patient/queries.ts';
import { say } from '#web/patient/say.ts';
import { useArrived } from '#web/patient/use-arrived.ts';
import { todayWords } from '#web/patient/words/today.ts';
import { FirstThings, type ThingsProps } from './first-things.tsx';
import { lineIndex, lineStages } from './line-stage.ts';
import { nextStep } from './next-step.ts';

extendCatalog(todayWords);

const WaitingBlock = lazy(async () => ({
  default: (await import('./waiting-block.tsx')).WaitingBlock,
}));

function TodayPage() {
  const { me, patientId } = usePerson();
  const now = useNow(60_000);
  const answer = useQuery(answerQuery(patientId));
  const answered = answer.data;
  return (
    <Page
      place="/"
      title={t(greeting(now, answered?.record.zone ?? me.clinic.zone), {
        name: me.name.split(' ')[0] ?? me.name,
      })}
      lead={answered === undefined ? undefined : statusWords(answered, now, me.clinic.phone)}
      banner={me.demo ? <p className="text-small text-ink-2">{t('today.demo')}</p> : undefined}
      line={
        answered === undefined ? undefined : (
          <TheLine
            stages={lineStages.map((stage) => t(`line.${stage}`))}
            here={lineIndex(answered.answer.stage)}
          />
        )
      }
      below={
        answered === undefined ? undefined : (
          <>
            <FirstThings answered={answered} now={now} />
            <BehindTheFirstScreen answered={answered} now={now} />
          </>
        )
      }
    >
      {answered !== undefined && withUs.includes(answered.answer.stage) && (
        <Go to="/session" className={buttonClass({ variant: 'lamp', size: 'large', wide: true })}>
          <Hand size={24} strokeWidth={1.9} aria-hidden="true" />
          {t('today.call-button')}
        </Go>
      )}
      <Asked query={answer}>{(data) => <NextStepBlock answered={data} now={now} />}</Asked>
    </Page>
  );
}

let setThings: ComponentType<ThingsProps> | undefined;

async function fetchSetThings(): Promise<ComponentType<ThingsProps>> {
  setThings = (await import('./set-things.tsx')).SetThings;
  return setThings;
}

/** Begun once the first screen has been drawn. */
function BehindTheFirstScreen(props: ThingsProps) {
  const {
    part: SetThings,
    hasFailed,
    again,
  } = useArrived({ known: () => setThings, load: fetchSetThings, afterFrame: true });
  if (SetThings !== undefined) return <SetThings {...props} />;
  if (!hasFailed) return null;
  return (
    <ErrorState
      title={t('shared.page-not-here')}
      action={<Button onClick={again}>{t('shared.try-again')}</Button>}
    />
  );
}

/** Within the clinic's walls, between the door and the way home. */
const withUs: readonly string[] = ['arrived', 'dosing', 'recovering'];

const middayMinute = 12 * 60;
const eveningMinute = 18 * 60;

function greeting(now: Instant, zone: string): string {
  const { minuteOfDay } = localTime(now, zone);
  if (minuteOfDay < middayMinute) return 'today.morning';
  return minuteOfDay < eveningMinute ? 'today.afternoon' : 'today.evening';
}

function statusWords({ record }: Answered, now: Instant, phone: string): string {
  const { stage, cycle } = record;
  if (withUs.includes(stage)) return t('today.session-now');
  if (stage === 'released') return t('today.session-over');
  if (record.plan?.status === 'held') return t('today.status.held');
  const dose = cycle?.doseAppointment;
  if ((stage === 'preparing' || stage === 'ready' || stage === 'planned') && dose !== undefined) {
    const when = whenWords(dose.startsAt, now);
    if (dose.endsAt < now) return t('today.session-passed', { when, phone });
    return say(cycle?.number === 1 ? 'today.session-first' : 'today.session-next', { when });
  }
  if (stage === 'screening' && record.screening?.submittedAt !== undefined)
    return t('today.status.screening-sent');
  if (stage === 'preparing' || stage === 'ready') return t('today.status.planned');
  return t(`today.status.${stage}`);
}

function NextStepBlock({ answered, now }: { readonly answered: Answered; readonly now: Instant }) {
  const step = nextStep(answered.answer.tasks);
  if (step === undefined)
    return withUs.includes(answered.record.stage) ? null : (
      <Suspense fallback={null}>
        <WaitingBlock answered={answered} now={now} />
      </Suspense>
    );
  const { task } = step;
  const name = task.subject?.toUpperCase() ?? '';
  const { cycle, zone } = answered.record;
  const asksLater =
    task.kind === 'answer-evening-check' && isEveningOver(cycle?.session?.releasedAt, now, zone);
  return (
    <DeepBlock
      kicker={t('today.one-step')}
      heading={t(`next.${step.id}${asksLater ? '.later' : ''}`, { name })}
      action={
        <Go to={step.to} className={buttonClass({ variant: 'deep', size: 'large', wide: true })}>
          {t(`next.${step.id}.go`)}
        </Go>
      }
      closing={step.more === 0 ? t('today.then-done') : t('today.then-more', { count: step.more })}
    >
      <p>{t(`next.${step.id}.text`)}</p>
      {task.state === 'late' && task.dueAt !== undefined && (
        <p>{say('today.late', { when: whenWords(task.dueAt, now) })}</p>
      )}
    </DeepBlock>
  );
}

export const page = TodayPage;
