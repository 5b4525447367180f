// Doses paired with therapy, as a template: an hour with a therapist before the first dose, a therapist named for the person, and
// an hour after each dose. What is not there is a fault and is said as one; what has not come yet is not.

import type { Instant } from '#clinical/instant.ts';
import { sourced } from '#clinical/sourced.ts';

/** Session parts are opening, inner experience and integration; how many hours of each is practice. */
export const pairedTemplate = sourced(
  { hoursBeforeFirstDose: 1, hoursAfterEachDose: 1 },
  'hours with a therapist',
  'K-KRF',
  'G',
  'A clinic changes it to its own way of working.',
);

export type PairedDose = {
  readonly number: number;
  readonly doseAt?: Instant | undefined;
  readonly integrationAt?: Instant | undefined;
  readonly integrationHeldAt?: Instant | undefined;
};

export type PathwayStep = {
  readonly step: 'therapist' | 'preparation' | 'dose' | 'integration';
  readonly number?: number | undefined;
  readonly state: 'done' | 'booked' | 'fault' | 'not-yet';
  readonly at?: Instant | undefined;
};

export function pairedPathway(asked: {
  /** Names of therapists in the clinic and outside who are with this person. */
  readonly therapists: readonly string[];
  /** Hours with a therapist before the first dose: booked or held. */
  readonly before: readonly { readonly at: Instant; readonly wasHeld: boolean }[];
  readonly doses: readonly PairedDose[];
  readonly now: Instant;
  readonly template?: { readonly hoursBeforeFirstDose: number; readonly hoursAfterEachDose: number };
}): readonly PathwayStep[] {
  const { now, doses, template = pairedTemplate.value } = asked;
  const first = doses.flatMap(({ doseAt }) => doseAt ?? []).toSorted((a, b) => a - b)[0];
  const isPlanned = doses.length > 0;
  const therapist: PathwayStep = {
    step: 'therapist',
    state: asked.therapists.length > 0 ? 'done' : isPlanned ? 'fault' : 'not-yet',
  };
  const hours = asked.before
    .filter(({ at }) => first === undefined || at < first)
    .toSorted((a, b) => Number(b.wasHeld) - Number(a.wasHeld) || a.at - b.at);
  const preparation = Array.from({ length: template.hoursBeforeFirstDose }, (_, index): PathwayStep => {
    const hour = hours[index];
    if (hour === undefined) return { step: 'preparation', state: first === undefined ? 'not-yet' : 'fault' };
    return { step: 'preparation', at: hour.at, state: hour.wasHeld ? 'done' : bookedOr(hour.at, now) };
  });
  return [
    therapist,
    ...preparation,
    ...doses.flatMap(({ number, doseAt, integrationAt, integrationHeldAt }): PathwayStep[] => [
      {
        step: 'dose',
        number,
        at: doseAt,
        state: doseAt === undefined ? 'not-yet' : doseAt <= now ? 'done' : 'booked',
      },
      ...(template.hoursAfterEachDose === 0
        ? []
        : [
            {
              step: 'integration' as const,
              number,
              at: integrationHeldAt ?? integrationAt,
              state:
                integrationHeldAt !== undefined
                  ? ('done' as const)
                  : integrationAt !== undefined
                    ? bookedOr(integrationAt, now)
                    : doseAt === undefined
                      ? ('not-yet' as const)
                      : ('fault' as const),
            },
          ]),
    ]),
  ];
}

/** An hour whose time went by without being held is a fault, not a booking. */
function bookedOr(at: Instant, now: Instant): PathwayStep['state'] {
  return at > now ? 'booked' : 'fault';
}
