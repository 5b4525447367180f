// The day as it stands: where I am, the one next step, and what is set, by deadline.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Car, Hand, Lock } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Appointment } from '#api/appointments.ts';
import type { AnswerOf } from '#api/endpoint.ts';
import { listOwnWords } from '#api/own-words.ts';
import type { getAnswer } from '#api/patients.ts';
import { addPasskey, passkeyRegistrationOptions } from '#api/sign-in.ts';
import { type Instant, localDateOf, localTime } from '#clinical/instant.ts';
import { ask } from '#web/kit/api-client.ts';
import { Button, buttonClass } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { useNow } from '#web/kit/clock.ts';
import { DeepBlock } from '#web/kit/deep-block.tsx';
import { Loading } from '#web/kit/loading.tsx';
import { extendCatalog, formatDate, formatTime, t } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { TheLine } from '#web/kit/the-line.tsx';
import { deviceZone } from '#web/kit/time-zones.ts';
import { Asked } from '#web/patient/asked.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { askLock, hasPasskeys, makePasskey } from '#web/patient/passkey.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { phoneMemory, remember } from '#web/patient/phone-memory.ts';
import { answerQuery, meQuery, patientKey, queryClient } from '#web/patient/queries.ts';
import { PulseCard } from '#web/patient/questionnaires/pulse-card.tsx';
import { say } from '#web/patient/say.ts';
import { useAct } from '#web/patient/use-act.ts';
import { todayWords } from '#web/patient/words/today.ts';
import { appointmentsQuery } from './appointments-query.ts';
import { appointmentWords, CalendarButton } from './calendar-button.tsx';
import { lineIndex, lineStages } from './line-stage.ts';
import { nextStep } from './next-step.ts';
import { RideState } from './ride-words.tsx';

extendCatalog(todayWords);

const EveningNeeds = lazy(async () => ({
  default: (await import('#web/patient/after/evening-needs.tsx')).EveningNeeds,
}));
const CommitmentsToday = lazy(async () => ({
  default: (await import('./commitments-today.tsx')).CommitmentsToday,
}));
const DecidedOnToday = lazy(async () => ({
  default: (await import('#web/patient/after/decided.tsx')).DecidedOnToday,
}));
const FirstInvitation = lazy(async () => ({
  default: (await import('#web/patient/journal/first-invitation.tsx')).FirstInvitation,
}));
const FoodCard = lazy(async () => ({ default: (await import('./food-card.tsx')).FoodCard }));
const ZoneOffer = lazy(async () => ({ default: (await import('./zone-offer.tsx')).ZoneOffer }));
const WaitingBlock = lazy(async () => ({
  default: (await import('./waiting-block.tsx')).WaitingBlock,
}));

type Answered = AnswerOf<typeof getAnswer>;

export function ridesQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'rides'),
    queryFn: async () => {
      const { listRides } = await import('#api/preparation.ts');
      return ask(listRides, { params: { patientId } });
    },
    refetchInterval: 60_000,
  });
}

export function lettersQuery(patientId: string) {
  return queryOptions({
    queryKey: patientKey(patientId, 'own-words', 'letter'),
    queryFn: () => ask(listOwnWords, { params: { patientId }, query: { kind: 'letter' } }),
  });
}

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
      below={answered === undefined ? undefined : <SetThings answered={answered} now={now} />}
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
  return (
    <DeepBlock
      kicker={t('today.one-step')}
      heading={t(`next.${step.id}`, { name })}
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

function SetThings({ answered, now }: { readonly answered: Answered; readonly now: Instant }) {
  const { answer, record } = answered;
  const isBeforeDose =
    record.cycle?.doseAppointment !== undefined && record.cycle.session?.doseStartedAt === undefined;
  const step = nextStep(answer.tasks);
  const pulse = answer.tasks.find((task) => task.kind === 'answer-pulse');
  return (
    <>
      {record.stage === 'arrived' && <Waiting />}
      {answer.foodClock !== undefined && (
        <Section title={t('today.food')}>
          <Suspense fallback={<Loading />}>
            <FoodCard times={answer.foodClock} />
          </Suspense>
        </Section>
      )}
      {isBeforeDose && <RideSection answered={answered} now={now} />}
      <Suspense fallback={null}>
        <CommitmentsToday zone={record.zone} />
      </Suspense>
      <LetterSection cycleId={record.cycle?.id} now={now} zone={record.zone} />
      {isBeforeDose && <PrepareSection answered={answered} />}
      {record.cycle?.session?.releasedAt !== undefined && <SummarySection />}
      {record.lastDose !== undefined && (
        <Suspense fallback={null}>
          <FirstInvitation />
        </Suspense>
      )}
      {(record.stage === 'stopped' || record.stage === 'paused') && <WayOutSection />}
      {record.plan?.status === 'active' && (
        <Suspense fallback={null}>
          <DecidedOnToday />
        </Suspense>
      )}
      <AppointmentsSection now={now} />
      {pulse !== undefined && pulse.state !== 'not-yet' && step?.task.kind !== 'answer-pulse' && (
        <PulseCard />
      )}
      <LockOffer />
      {deviceZone() !== record.zone && (
        <Suspense fallback={null}>
          <ZoneOffer zone={record.zone} />
        </Suspense>
      )}
    </>
  );
}

/** Between the door and the dose there is time on purpose. */
function Waiting() {
  return (
    <Section title={t('today.waiting')}>
      <Card>
        <p>{t('today.waiting-text')}</p>
        <div className="mt-3 flex flex-wrap gap-3">
          <Go to="/breathe" className={buttonClass()}>
            {t('today.waiting-breathe')}
          </Go>
          <Go to="/prepare/minute" className={buttonClass()}>
            {t('today.waiting-minute')}
          </Go>
        </div>
      </Card>
    </Section>
  );
}

function RideSection({ answered, now }: { readonly answered: Answered; readonly now: Instant }) {
  const { patientId } = usePerson();
  const rides = useQuery(ridesQuery(patientId));
  const cycle = answered.record.cycle;
  const ride = rides.data?.rides.find((each) => each.cycleId === cycle?.id && !each.linkRevoked);
  const known = ride ?? cycle?.ride;
  if (known === undefined) {
    return (
      <Section title={t('today.ride')}>
        <Card>
          <p>{t('today.ride-none')}</p>
          <p className="mt-2">
            <Go to="/prepare/ride" className="link inline-flex min-h-12 items-center">
              {t('today.ride-ask')}
            </Go>
          </p>
        </Card>
      </Section>
    );
  }
  const at = ride?.stateAt ?? cycle?.ride?.at ?? now;
  return (
    <Section title={t('today.ride')}>
      <Card>
        <div className="flex gap-4">
          <Car size={26} strokeWidth={1.9} aria-hidden="true" className="mt-0.5 shrink-0" />
          <div className="flex flex-col items-start gap-1.5">
            <p className="font-sub">
              {ride?.relationship
                ? t('today.ride-name', { name: known.companionName, relationship: ride.relationship })
                : known.companionName}
            </p>
            <RideState state={known.state} at={at} now={now} />
            {known.state === 'accepted' && <p className="text-small text-ink-2">{t('today.ride-where')}</p>}
            <Go to="/prepare/ride" className="link inline-flex min-h-12 items-center">
              {t('today.ride-change')}
            </Go>
          </div>
        </div>
      </Card>
    </Section>
  );
}

interface LetterSectionProps {
  readonly cycleId: string | undefined;
  readonly now: Instant;
  readonly zone: string;
}

function LetterSection({ cycleId, now, zone }: LetterSectionProps) {
  const { patientId } = usePerson();
  const letters = useQuery(lettersQuery(patientId));
  const letter = letters.data?.words.find((each) => each.cycleId === cycleId && each.openAt !== undefined);
  if (letter?.openAt === undefined) return null;
  const isOpen = letter.text !== undefined && letter.openAt <= now;
  // An opened letter is for its evening and the next day; after that it rests in the journal.
  if (isOpen && localDateOf(now, zone) > localDateOf(letter.openAt + 86_400_000, zone)) return null;
  return (
    <Section title={t(isOpen ? 'today.letter-for-you' : 'today.letter')}>
      {isOpen ? (
        <OwnWordsCard
          words={letter.text ?? ''}
          foot={t('today.letter-open-foot')}
          footIcon={<Lock size={20} strokeWidth={1.9} aria-hidden="true" />}
        />
      ) : (
        <Card>
          <div className="flex gap-4">
            <Lock size={24} strokeWidth={1.9} aria-hidden="true" className="mt-0.5 shrink-0" />
            <div className="flex flex-col items-start gap-1">
              <p className="font-[560]">{t('today.letter-closed')}</p>
              <p className="text-small text-ink-2">
                {say('today.letter-closed-foot', { when: whenWords(letter.openAt, now, zone) })}
              </p>
              <Go to="/prepare/letter" className="link inline-flex min-h-12 items-center">
                {t('today.letter-change')}
              </Go>
            </div>
          </div>
        </Card>
      )}
    </Section>
  );
}

const preparationKinds: readonly string[] = [
  'set-intention',
  'practice-grounding',
  'write-navigation-plan',
  'write-day-plan',
  'write-letter',
  'prepare-step',
  'sign-consent',
  'ask-companion',
  'answer-ride',
];

function PrepareSection({ answered }: { readonly answered: Answered }) {
  const parts = answered.answer.tasks.filter((task) => preparationKinds.includes(task.kind));
  if (parts.length === 0) return null;
  const done = parts.filter((task) => task.state === 'done').length;
  return (
    <Section title={t('today.prepare')}>
      <Card>
        <p>{t('today.prepare-count', { done, count: parts.length })}</p>
        <Go to="/prepare" className="link inline-flex min-h-12 items-center">
          {t('today.prepare-go')}
        </Go>
      </Card>
    </Section>
  );
}

/** The end is never a blank page: what was decided and what stays open stands where the next step used to be. */
function WayOutSection() {
  return (
    <Section title={t('today.way-out')}>
      <Card>
        <p>{t('today.way-out-text')}</p>
        <Go to="/way-out" className="link inline-flex min-h-12 items-center">
          {t('today.way-out-go')}
        </Go>
      </Card>
    </Section>
  );
}

function SummarySection() {
  const { patientId } = usePerson();
  const appointments = useQuery({
    queryKey: patientKey(patientId, 'sessions'),
    queryFn: async () => {
      const { listSessions } = await import('#api/dosing-sessions.ts');
      return ask(listSessions, { params: { patientId } });
    },
  });
  const latest = appointments.data?.sessions
    .filter((session) => session.releasedAt !== undefined)
    .toSorted((a, b) => b.openedAt - a.openedAt)[0];
  if (latest?.releasedAt === undefined) return null;
  return (
    <>
      <Suspense fallback={null}>
        <EveningNeeds sessionId={latest.id} cycleId={latest.cycleId} leftAt={latest.releasedAt} />
      </Suspense>
      <Section title={t('today.summary')}>
        <Card>
          <p>{formatDate(latest.openedAt)}</p>
          <Go to={`/after/${latest.id}`} className="link inline-flex min-h-12 items-center">
            {t('today.summary-go')}
          </Go>
        </Card>
      </Section>
    </>
  );
}

const shownAppointments = 3;

function AppointmentsSection({ now }: { readonly now: Instant }) {
  const { patientId } = usePerson();
  const appointments = useQuery(appointmentsQuery(patientId));
  const coming = (appointments.data?.appointments ?? [])
    .filter((each) => each.endsAt > now && each.status === 'booked')
    .toSorted((a, b) => a.startsAt - b.startsAt)
    .slice(0, shownAppointments);
  if (coming.length === 0) return null;
  return (
    <Section title={t('today.appointments')}>
      <Card>
        <ul className="flex flex-col divide-y divide-contour">
          {coming.map((appointment) => (
            <AppointmentRow key={appointment.id} appointment={appointment} now={now} />
          ))}
        </ul>
        <p className="mt-2 text-small text-ink-2">{t('appointment.calendar-privacy')}</p>
      </Card>
    </Section>
  );
}

function AppointmentRow({ appointment, now }: { readonly appointment: Appointment; readonly now: Instant }) {
  return (
    <li className="flex flex-col py-3 first:pt-0">
      <span className="font-sub">{appointmentWords(appointment)}</span>
      <span className="first-letter:uppercase">
        {whenWords(appointment.startsAt, now)} – {formatTime(appointment.endsAt)}
      </span>
      <CalendarButton appointment={appointment} />
    </li>
  );
}

function LockOffer() {
  const { me } = usePerson();
  const [declined, setDeclined] = useState(phoneMemory().lockDeclined === true);
  if (me.hasPasskey || declined || !hasPasskeys()) return null;
  return (
    <AddPhoneLock
      extra={
        <Button
          variant="quiet"
          onClick={() => {
            remember({ lockDeclined: true });
            setDeclined(true);
          }}
        >
          {t('shared.not-now')}
        </Button>
      }
    />
  );
}

/** Adds this phone's own lock as a way in. Also shown under More. */
export function AddPhoneLock({ extra }: { readonly extra?: ReactNode }) {
  const options = useAct(passkeyRegistrationOptions);
  const add = useAct(addPasskey);
  const [result, setResult] = useState<'done' | 'done-offline' | 'failed'>();
  const begin = async (): Promise<void> => {
    setResult(undefined);
    const begun = await options.run({ body: {} });
    const made = begun === undefined ? undefined : await makePasskey(begun.options);
    const label = navigator.userAgent.match(/iPhone|iPad|Android|Mac|Windows|Linux/)?.[0] ?? 'Browser';
    const added =
      begun === undefined || made === undefined
        ? undefined
        : await add.run({ body: { challengeId: begun.challengeId, label, response: made.answer } });
    if (added === undefined || made === undefined) return setResult('failed');
    const { layUnderLock } = await import('#web/patient/kept/phone-lock.ts');
    // Many phones give the lock's secret only when it is opened, not when it is made: then it is asked once more.
    const opened = made.secret === undefined ? await askLock(made.credentialId) : made;
    const isKept = opened !== undefined && (await layUnderLock(opened));
    setResult(isKept ? 'done-offline' : 'done');
    setTimeout(() => queryClient.invalidateQueries({ queryKey: meQuery.queryKey }), 4_000);
  };
  return (
    <Card title={t('today.lock-title')}>
      <p>{t('today.lock-text')}</p>
      {result === 'done' || result === 'done-offline' ? (
        <p role="status" className="mt-3 font-[560]">
          {t(`today.lock-${result}`)}
        </p>
      ) : (
        <div className="mt-3 flex flex-wrap gap-3">
          <Button onClick={begin} busy={options.busy || add.busy ? t('sign-in.passkey-busy') : undefined}>
            {t('today.lock-go')}
          </Button>
          {extra}
        </div>
      )}
      {result === 'failed' && (
        <p role="status" className="mt-3">
          {t('today.lock-failed')}
        </p>
      )}
    </Card>
  );
}

export const page = TodayPage;
