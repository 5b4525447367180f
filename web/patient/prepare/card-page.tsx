// The day on one page, in large type: to print, to keep, or to hand to the one who comes along. It says nothing of why.
import { useQuery } from '@tanstack/react-query';
import { CalendarPlus, Printer } from 'lucide-react';
import { calendarFile } from '#api/calendar-file.ts';
import { outsideName } from '#api/outside-name.ts';
import { addDays, instantOf, localDateOf } from '#clinical/instant.ts';
import { crisisPlace } from '#clinical/risk/crisis-lines.ts';
import { Button } from '#web/kit/button.tsx';
import { serverNow } from '#web/kit/clock.ts';
import { EmptyState } from '#web/kit/empty-state.tsx';
import { asSentence, extendCatalog, formatDate, t } from '#web/kit/locale.ts';
import { saveFile } from '#web/kit/save-file.ts';
import { telephone } from '#web/kit/telephone.ts';
import { Asked } from '#web/patient/asked.tsx';
import { Page } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery } from '#web/patient/queries.ts';
import { ridesQuery } from '#web/patient/today/rides-query.ts';
import { dayWords } from '#web/patient/words/day.ts';
import { prepareWords } from '#web/patient/words/prepare.ts';
import { readyWords } from '#web/patient/words/ready.ts';
import { todayWords } from '#web/patient/words/today.ts';
import { rideOnCard } from './card-ride.ts';
import { type BookedDay, Bring, bookedDay, Hours } from './day-hours.tsx';

extendCatalog(todayWords);
extendCatalog(prepareWords);
extendCatalog(readyWords);
extendCatalog(dayWords);

function CardPage() {
  const { patientId } = usePerson();
  const answer = useQuery(answerQuery(patientId));
  return (
    <Page
      place="/"
      title={t('prepare.card')}
      lead={<span className="not-on-paper">{t('card.lead')}</span>}
      back={{ to: '/prepare', label: t('prepare.title') }}
    >
      <Asked query={answer}>
        {({ record, edition }) => {
          const day = bookedDay(record, edition);
          if (day === undefined) return <EmptyState>{t('hours.none')}</EmptyState>;
          return <DayCard day={day} cycleId={record.cycle?.id ?? ''} />;
        }}
      </Asked>
    </Page>
  );
}

function DayCard({ day, cycleId }: { readonly day: BookedDay; readonly cycleId: string }) {
  const { me, patientId } = usePerson();
  const { clinic } = me;
  const rides = useQuery(ridesQuery(patientId));
  const ride = rides.data?.rides.find((each) => each.cycleId === cycleId && !each.linkRevoked);
  const emergency = crisisPlace(clinic.crisisPlace)?.emergency.number;
  const date = localDateOf(day.startsAt, day.zone);
  const hold = (): void =>
    saveFile({
      name: 'day.ics',
      type: 'text/calendar',
      // The whole day, so that nothing else is put on it.
      text: calendarFile({
        id: cycleId,
        startsAt: instantOf(date, 0, day.zone),
        endsAt: instantOf(addDays(date, 1), 0, day.zone),
        madeAt: serverNow(),
        summary: t('appointment.calendar-words', { clinic: outsideName(clinic) }),
        place: clinic.address,
      }),
    });
  return (
    <>
      <div className="not-on-paper flex flex-wrap gap-3">
        <Button
          className="max-[18rem]:flex-col max-[18rem]:gap-1 max-[18rem]:px-2"
          icon={<Printer size={20} strokeWidth={1.9} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {t('card.print')}
        </Button>
        <Button
          className="max-[18rem]:flex-col max-[18rem]:gap-1 max-[18rem]:px-2"
          icon={<CalendarPlus size={20} strokeWidth={1.9} aria-hidden="true" />}
          onClick={hold}
        >
          {t('card.calendar')}
        </Button>
      </div>
      <article className="card flex flex-col gap-5 rounded-card bg-surface p-5 text-sub leading-normal max-[18rem]:px-2 max-[18rem]:text-body">
        <header>
          <p className="text-head font-title max-[18rem]:text-sub">
            {asSentence(formatDate(day.startsAt, 'weekday', day.zone))}
          </p>
          <p>{t('card.of', { name: me.name })}</p>
        </header>
        <section>
          <h2 className="font-sub">{t('card.hours')}</h2>
          <Hours day={day} brief />
        </section>
        <section>
          <h2 className="font-sub">{t('bring.title')}</h2>
          <Bring day={day} />
        </section>
        <dl className="grid grid-cols-[minmax(0,auto)_minmax(0,1fr)] wrap-anywhere gap-x-5 gap-y-2 max-[18rem]:grid-cols-1">
          <dt className="text-ink-2">{t('card.where')}</dt>
          <dd>
            {clinic.name}, {clinic.address}
          </dd>
          <dt className="text-ink-2">{t('card.call')}</dt>
          <dd>
            <a className="link figures" href={`tel:${telephone(clinic.phone)}`}>
              {clinic.phone}
            </a>
          </dd>
          <dt className="text-ink-2">{t('card.ride')}</dt>
          <dd>{rideOnCard(ride)}</dd>
        </dl>
        <section className="border-t border-contour pt-4">
          <h2 className="font-sub">{t('card.companion')}</h2>
          <p>{t('card.companion-text', { number: emergency ?? t('card.own-emergency') })}</p>
        </section>
        <p>{t('card.mind')}</p>
      </article>
      <p className="text-small text-ink-2">{t('card.no-reason')}</p>
    </>
  );
}

export const page = CardPage;
