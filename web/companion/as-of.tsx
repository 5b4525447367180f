// The clinic is not heard: what is shown is as old as this says.
import { type Instant, localDateOf } from '#clinical/instant.ts';
import { formatDate, formatTime, t } from '#web/kit/locale.ts';

interface AsOfProps {
  readonly heardAt: Instant;
  readonly now: Instant;
  readonly zone: string;
}

export function AsOf({ heardAt, now, zone }: AsOfProps) {
  const time = formatTime(heardAt, zone);
  const isToday = localDateOf(heardAt, zone) === localDateOf(now, zone);
  const when = isToday ? time : t('companion.day-at', { date: formatDate(heardAt, 'weekday', zone), time });
  return (
    <p role="status" className="text-small text-ink-2">
      {t('companion.as-of', { time: when })}
    </p>
  );
}
