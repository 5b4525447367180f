// What is set and what was, with the papers of past visits.
import { useQuery } from '@tanstack/react-query';
import type { Appointment } from '#api/appointments.ts';
import type { Instant } from '#clinical/instant.ts';
import { Card, Section } from '#web/kit/card.tsx';
import { useNow } from '#web/kit/clock.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { extendCatalog, formatTime, t } from '#web/kit/locale.ts';
import { Asked } from '#web/patient/asked.tsx';
import { whenWords } from '#web/patient/moments.ts';
import { Go, Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { appointmentsQuery } from '#web/patient/today/appointments-query.ts';
import { appointmentWords, CalendarButton } from '#web/patient/today/calendar-button.tsx';
import { moreWords } from '#web/patient/words/more.ts';
import { todayWords } from '#web/patient/words/today.ts';
import { visitWords } from '#web/patient/words/visit.ts';
import { SessionsHeld } from './sessions-held.tsx';

extendCatalog(todayWords);
extendCatalog(moreWords);
extendCatalog(visitWords);

function AppointmentsPage() {
  const { me, patientId } = usePerson();
  const now = useNow(60_000);
  const appointments = useQuery(appointmentsQuery(patientId));
  return (
    <Page place="/more" title={t('times.title')} back={{ to: '/more', label: t('place.more') }}>
      <Asked query={appointments}>
        {(data) => {
          const coming = data.appointments
            .filter((each) => each.endsAt > now && each.status !== 'cancelled')
            .toSorted((a, b) => a.startsAt - b.startsAt);
          const past = data.appointments
            .filter((each) => !coming.includes(each))
            .toSorted((a, b) => b.startsAt - a.startsAt);
          return (
            <>
              <Section title={t('times.coming')}>
                {coming.length === 0 ? (
                  <EmptyState>{t('times.none')}</EmptyState>
                ) : (
                  <List appointments={coming} now={now} withCalendar />
                )}
                <p className="text-small text-ink-2">{t('times.change', { phone: me.clinic.phone })}</p>
              </Section>
              {past.length > 0 && (
                <Section title={t('times.past')}>
                  <List appointments={past} now={now} />
                </Section>
              )}
            </>
          );
        }}
      </Asked>
      <SessionsHeld title={t('times.sessions')} />
    </Page>
  );
}

interface ListProps {
  readonly appointments: readonly Appointment[];
  readonly now: Instant;
  readonly withCalendar?: boolean | undefined;
}

function List({ appointments, now, withCalendar }: ListProps) {
  return (
    <Card className="max-[18rem]:px-2">
      <ul className="divide-y divide-contour">
        {appointments.map((each) => (
          <li key={each.id} className="flex flex-col py-3 first:pt-0 last:pb-0">
            <span className="font-sub">{appointmentWords(each)}</span>
            <span className="first-letter:uppercase">
              {whenWords(each.startsAt, now)} – {formatTime(each.endsAt)}
            </span>
            {each.remote === true && each.status === 'booked' && each.endsAt > now && (
              <Go to={`/visit/${each.id}`} className="link inline-flex min-h-12 items-center">
                {t('visit.go')}
              </Go>
            )}
            {each.roomName !== undefined && (
              <span className="text-small text-ink-2">{t('appointment.room', { room: each.roomName })}</span>
            )}
            {(each.status === 'cancelled' || each.status === 'no-show') && (
              <span className="text-small text-ink-2">{t(`times.${each.status}`)}</span>
            )}
            {withCalendar === true && <CalendarButton appointment={each} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

export const page = AppointmentsPage;
