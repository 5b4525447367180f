// Names outside the clinic, each with the day on which somebody last made sure of it.
import type { ReferralPlace } from '#api/series-decisions.ts';
import { extendCatalog, formatLocalDate, t } from '#web/kit/locale.ts';
import { afterWords } from '#web/patient/words/after.ts';

extendCatalog(afterWords);

export function NamesOutside({ places }: { readonly places: readonly ReferralPlace[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {places.map((place) => (
        <li key={place.id}>
          <span className="font-[560]">{place.name}</span>
          <span className="block">
            {t(`way.kind-${place.kind}`)}
            {place.phone !== undefined && `, ${place.phone}`}
            {place.note !== undefined && `. ${place.note}`}
          </span>
          <span className="block text-small text-ink-2">
            {t('way.checked', { date: formatLocalDate(place.checkedOn, 'medium') })}
          </span>
        </li>
      ))}
    </ul>
  );
}
