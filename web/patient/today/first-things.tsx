// What stands right under the line and is seen without a scroll: the wait on purpose, food and drink, the way home. It comes with
// Today itself.
import { useQuery } from '@tanstack/react-query';
import { Car } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { Instant } from '#clinical/instant.ts';
import { buttonClass } from '#web/kit/button.tsx';
import { Card, Section } from '#web/kit/card.tsx';
import { Loading } from '#web/kit/loading.tsx';
import { t } from '#web/kit/locale.ts';
import { Go } from '#web/patient/page.tsx';
import { usePerson } from '#web/patient/patient-context.ts';
import { planRests } from '#web/patient/plan-rests.ts';
import type { Answered } from '#web/patient/queries.ts';
import { RideState } from './ride-words.tsx';
import { ridesQuery } from './rides-query.ts';

const FoodCard = lazy(async () => ({ default: (await import('./food-card.tsx')).FoodCard }));

export interface ThingsProps {
  readonly answered: Answered;
  readonly now: Instant;
}

export function isBeforeDose(record: Answered['record']): boolean {
  const { cycle } = record;
  return (
    !planRests(record) && cycle?.doseAppointment !== undefined && cycle.session?.doseStartedAt === undefined
  );
}

export function FirstThings({ answered, now }: ThingsProps) {
  const { answer, record } = answered;
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
      {isBeforeDose(record) && <RideSection answered={answered} now={now} />}
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
        <div className="flex gap-4 max-[18rem]:flex-col max-[18rem]:gap-1">
          <Car size={26} strokeWidth={1.9} aria-hidden="true" className="mt-0.5 shrink-0" />
          <div className="flex min-w-0 flex-col items-start gap-1.5">
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
