// How changed what someone sees and hears seems to whoever watches: one number in our own words, free of anyone's licence. It
// is asked where the protocol asks, and at its minutes. Expected while the dose works, so no number of it is a finding.

import { addMinutes, type Instant } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { sourced } from '#clinical/sourced.ts';
import { earlyBy } from './schedule.ts';

/** The CADSS is its author's own (M-CADSS) and is not asked here; a clinic with a licence keeps its totals as it does others. */
export const mostPerceptualChange = sourced(
  10,
  'rating',
  'H-HOUSE',
  'H',
  '0: as always. 10: nothing they see or hear is as it was. Seen from outside, never asked under the drug.',
);

export type PerceptionLook = {
  /** Minutes after the dose started. */
  readonly minute: number;
  readonly opensAt: Instant;
  readonly dueAt: Instant;
  /** Also where it was looked for and could not be told. */
  readonly ratedAt: Instant | undefined;
  /** The next one has opened; an unrated one is missed from there on. */
  readonly isOver: boolean;
};

/** Nothing where the protocol does not ask, or no dose has begun. */
export function perceptionLooks(question: {
  readonly edition: Pick<Edition, 'perceptualChange' | 'checkLateAfterMinutes'>;
  readonly startedAt: Instant | undefined;
  readonly ratedAt: readonly Instant[];
  readonly now: Instant;
}): readonly PerceptionLook[] {
  const { edition, startedAt, ratedAt, now } = question;
  const { perceptualChange, checkLateAfterMinutes } = edition;
  if (perceptualChange === undefined || startedAt === undefined) return [];
  const minutes = perceptualChange.askedMinutes.value;
  const opensAt = minutes.map((minute, index) => {
    const before = minutes[index - 1] ?? Number.NEGATIVE_INFINITY;
    return addMinutes(startedAt, minute) - earlyBy(minute - before, checkLateAfterMinutes.value);
  });
  return minutes.map((minute, index) => {
    const from = opensAt[index] ?? startedAt;
    const until = opensAt[index + 1] ?? Number.POSITIVE_INFINITY;
    return {
      minute,
      opensAt: from,
      dueAt: addMinutes(startedAt, minute),
      ratedAt: ratedAt.find((at) => at >= from && at < until && at <= now),
      isOver: now >= until,
    };
  });
}
