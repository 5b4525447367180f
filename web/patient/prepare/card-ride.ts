// Who takes them home, as the card of the day says it: a name alone stands only for someone who said yes.
import type { Ride } from '#api/preparation.ts';
import { t } from '#web/kit/locale.ts';

export function rideOnCard(ride: Pick<Ride, 'companionName' | 'state'> | undefined): string {
  if (ride === undefined || ride.state === 'declined') return t('card.ride-none');
  return ride.state === 'asked' ? t('card.ride-asked', { name: ride.companionName }) : ride.companionName;
}
