// What is set for the day beyond the first screen: the letter, the visits, what was decided, each by itself. It comes behind the
// first screen, so that an old phone shows where I am and the next step before it reads the rest.
import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Appointment } from '#api/appointments.ts';
import { type Instant, localDateOf } from '#clinical/instant.ts';
import { preparedSteps } from '#clinical/preparation/prepared-steps.ts';
import { ask } from '#web/kit/api-client.ts';
import { Button } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { asSentence, formatDate, formatTime, t } from '#web/kit/locale.ts';
import { OwnWordsCard } from '#web/kit/own-words-card.tsx';
import { deviceZone } from '#web/kit/time-zones.ts';
import { whenWords } from '#web/patient/moments.ts';
import { Go } from '#web/patient/page.tsx';
import { hasPasskeys } from '#web/patient/passkey.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { phoneMemory, remember } from '#web/patient/phone-memory.ts';
import { planRests } from '#web/patient/plan-rests.ts';
import { type Answered, patientKey } from '#web/patient/queries.ts';
import { PulseCard } from '#web/patient/questionnaires/pulse-card.tsx';
import { say } from '#web/patient/say.ts';
import { AddPhoneLock } from './add-phone-lock.tsx';
import { appointmentsQuery } from './appointments-query.ts';
import { appointmentWords, CalendarButton } from './calendar-button.tsx';
import { isBeforeDose, type ThingsProps } from './first-things.tsx';
import { lettersQuery } from './letters-query.ts';
import { nextStep } from './next-step.ts';

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
const ZoneOffer = lazy(async () => ({ default: (await import('./zone-offer.tsx')).ZoneOffer }));
export function SetThings({ answered, now }: ThingsProps) {
  const { answer, record } = answered;
  const step = nextStep(answer.tasks);
  const pulse = answer.tasks.find((task) => task.kind === 'answer-pulse');
  return (
    <>
      <Suspense fallback={null}>
        <CommitmentsToday zone={record.zone} />
      </Suspense>
      <LetterSection cycleId={record.cycle?.id} now={now} zone={record.zone} />
      {isBeforeDose(record) && <PrepareSection answered={answered} />}
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
      <AppointmentsSection now={now} rests={planRests(record)} />
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

/** The same count as on the page it leads to: what the protocol asks before the dose. */
function PrepareSection({ answered: { edition, record } }: { readonly answered: Answered }) {
  const parts = preparedSteps(edition, record).filter(({ isAsked }) => isAsked);
  if (parts.length === 0) return null;
  const done = parts.filter((step) => step.done !== undefined).length;
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
          <p>{asSentence(formatDate(latest.openedAt))}</p>
          <Go to={`/after/${latest.id}`} className="link inline-flex min-h-12 items-center">
            {t('today.summary-go')}
          </Go>
        </Card>
      </Section>
    </>
  );
}

const shownAppointments = 3;

function AppointmentsSection({ now, rests }: { readonly now: Instant; readonly rests: boolean }) {
  const { me, patientId } = usePerson();
  const appointments = useQuery(appointmentsQuery(patientId));
  const coming = (appointments.data?.appointments ?? [])
    .filter((each) => each.endsAt > now && each.status === 'booked')
    .toSorted((a, b) => a.startsAt - b.startsAt)
    .slice(0, shownAppointments);
  if (coming.length === 0) return null;
  return (
    <Section title={t('today.appointments')}>
      <Card>
        {rests && coming.some(({ kind }) => kind === 'dose') && (
          <p className="mb-3 font-[560]">{t('today.times-while-resting', { phone: me.clinic.phone })}</p>
        )}
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
