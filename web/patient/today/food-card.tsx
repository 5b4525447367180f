// Until when to eat and drink, with the rule it comes from. Fetched only when a session is near.
import { useQuery } from '@tanstack/react-query';
import type { FoodClock as Times } from '#clinical/preparation/fasting.ts';
import { useNow } from '#web/kit/clock.ts';
import { FoodClock } from '#web/kit/food-clock.tsx';
import { extendCatalog, t } from '#web/kit/locale.ts';
import { usePerson } from '#web/patient/patient-context.ts';
import { answerQuery } from '#web/patient/queries.ts';
import { todayWords } from '#web/patient/words/today.ts';

extendCatalog(todayWords);

export function FoodCard({ times }: { readonly times: Times }) {
  const { patientId } = usePerson();
  const now = useNow(30_000);
  const { data } = useQuery(answerQuery(patientId));
  const edition = data?.record.plan === undefined ? undefined : data.edition;
  const isApproved = edition?.approver !== undefined;
  return (
    <FoodClock
      now={now}
      heavyUntil={times.heavyUntil}
      eatUntil={times.eatUntil}
      clearDrinksUntil={times.clearDrinksUntil}
      sessionAt={times.startsAt}
      rule={
        isApproved && edition !== undefined
          ? t('today.food-rule', { version: edition.version })
          : t('today.food-rule-example')
      }
      tell={t('today.food-tell')}
    />
  );
}
