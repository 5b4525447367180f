// The hours of the day around a dose, worked out from the protocol and the appointment: shown on the day's page and on its card.
import type { CareRecord } from '#clinical/care-record.ts';
import type { Instant } from '#clinical/instant.ts';
import { whatToBring } from '#clinical/preparation/day-steps.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { classNames } from '#web/kit/class-names.ts';
import { formatDate, formatTime, t } from '#web/kit/locale.ts';
import { capitalised } from '#web/patient/moments.ts';
import { dayRowsOf } from './day-rows.ts';

export interface BookedDay {
  readonly edition: Edition;
  readonly startsAt: Instant;
  readonly endsAt: Instant | undefined;
  readonly zone: string;
}

export function bookedDay(record: CareRecord, edition: Edition): BookedDay | undefined {
  const dose = record.cycle?.doseAppointment;
  if (dose === undefined) return undefined;
  return { edition, startsAt: dose.startsAt, endsAt: dose.endsAt, zone: record.zone };
}

export function Hours({ day, brief }: { readonly day: BookedDay; readonly brief?: boolean | undefined }) {
  const isHome = day.edition.route === 'home';
  return (
    <ol className={classNames('flex flex-col', brief !== true && 'max-[18rem]:-mx-3')}>
      {dayRowsOf(day).map(({ id, at, namesDay, hasHour }) => (
        <li key={id} className="flex flex-wrap gap-x-4 border-t border-contour py-3 first:border-t-0">
          <span className="figures w-34 max-w-full font-sub">
            {namesDay && <span className="block">{capitalised(formatDate(at, 'day', day.zone))}</span>}
            {hasHour && formatTime(at, day.zone)}
          </span>
          <span className="min-w-[min(--spacing(36),100%)] flex-1">
            <span className="font-[560]">{t(`hours.${id}`)}</span>
            {brief !== true && (
              <span className="block text-ink-2">
                {t(isHome && id === 'ready-about' ? 'hours.ready-about.home' : `hours.${id}.text`)}
              </span>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

export function Bring({ day }: { readonly day: BookedDay }) {
  return (
    <ul className="flex list-disc flex-col gap-1.5 pl-6 max-[18rem]:pl-4">
      {whatToBring(day.edition.route).map((thing) => (
        <li key={thing}>{t(`bring.${thing}`)}</li>
      ))}
    </ul>
  );
}
