// Three ratings of being ready. A low one closes nothing; it brings a person who talks.

import { sourced } from '#clinical/sourced.ts';

export const lowReadinessAtOrBelow = sourced(
  4,
  'rating',
  'H-HOUSE',
  'H',
  'Of 0 to 10. No published limit; below the middle of the scale someone asks.',
);

export const readinessRatings = ['informed', 'comfortable', 'open'] as const;
export type ReadinessRating = (typeof readinessRatings)[number];

/** Which of the three are low. A rating that is missing or no number is not called fine: it is asked about too. */
export function lowReadiness(
  ratings: Readonly<Partial<Record<ReadinessRating, number>>>,
): readonly ReadinessRating[] {
  return readinessRatings.filter((name) => {
    const rating = ratings[name];
    return rating === undefined || !(rating > lowReadinessAtOrBelow.value);
  });
}
