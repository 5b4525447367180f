// Who takes them home, how they come and where they are reached: what was said by link, for the staff who wait with the person.
import { listRides } from '#api/preparation.ts';
import { rideHowWords } from '#clinical/gate-words.ts';
import { useAnswer } from '#web/clinic/use-answer.ts';
import { formatDateTime } from '#web/kit/locale.ts';
import { rideWord } from './stage-words.ts';

export function RideTold({ patientId, cycleId }: { readonly patientId: string; readonly cycleId: string }) {
  const { answer } = useAnswer(['rides', patientId], listRides, { params: { patientId } });
  const ride = answer?.rides.find((one) => one.cycleId === cycleId && !one.linkRevoked);
  if (ride === undefined) return null;
  const confirmed = ride.steps.findLast(({ state }) => state === 'accepted');
  const { words } = rideWord(ride.state);
  return (
    <dl className="m-0 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-small">
      <dt className="text-ink-2">Asked by link</dt>
      <dd className="m-0">
        {ride.companionName}
        {ride.relationship === undefined ? '' : `, ${ride.relationship}`}. {words}
      </dd>
      <dt className="text-ink-2">How</dt>
      <dd className="m-0">{ride.how === undefined ? 'not said' : rideHowWords[ride.how]}</dd>
      <dt className="text-ink-2">Confirmed</dt>
      <dd className="m-0">{confirmed === undefined ? 'not yet' : formatDateTime(confirmed.at)}</dd>
      <dt className="text-ink-2">Reached on</dt>
      <dd className="m-0">
        {ride.phone === undefined ? (
          (ride.email ?? 'no number given')
        ) : (
          <a className="link figures" href={`tel:${ride.phone.replaceAll(/[^\d+]/g, '')}`}>
            {ride.phone}
          </a>
        )}
      </dd>
    </dl>
  );
}
