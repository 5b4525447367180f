// A glass of water and something light are called to mind on the evening of a dose, once there has been time to get home. It is
// said on the page they have open; nobody is asked whether they did.

import { addMinutes, type Instant, localDateOf, type ZoneId } from '#clinical/instant.ts';
import { sourced } from '#clinical/sourced.ts';

export const remindedAfterMinutes = sourced(60, 'min', 'H-HOUSE', 'H', 'Time to get home.');

/** From then until the day is over, where they live. */
export function isTimeToDrink(question: {
  readonly leftAt: Instant;
  readonly now: Instant;
  readonly zone: ZoneId;
}): boolean {
  const { leftAt, now, zone } = question;
  return (
    now >= addMinutes(leftAt, remindedAfterMinutes.value) &&
    localDateOf(now, zone) === localDateOf(leftAt, zone)
  );
}
