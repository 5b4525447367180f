// The least time a person stays after the dose. It is counted from the moments the edition names; of several the latest
// counts, and each is kept so that both can be shown.

import type { SessionFacts } from '#clinical/care-record.ts';
import { addMinutes, type Instant } from '#clinical/instant.ts';
import type { Edition, StayAnchor } from '#clinical/protocol/edition.ts';
import { isMoment } from '#clinical/timestamp.ts';

export type MinimumStay =
  | {
      readonly kind: 'known';
      readonly until: Instant;
      readonly anchors: readonly {
        readonly from: StayAnchor;
        readonly at: Instant;
        readonly until: Instant;
      }[];
    }
  | {
      readonly kind: 'unknown';
      readonly why:
        | 'dose-not-ended'
        | 'dose-times-reversed'
        | 'parts-not-recorded'
        | 'part-time-not-readable';
    };

/** Elapsed minutes, never wall time. Unknown while the dose has not ended or a moment it is counted from is missing. */
export function minimumStay(edition: Edition, session: SessionFacts | undefined): MinimumStay {
  const { minimumMinutes, countedFrom } = edition.rest;
  const endedAt = session?.doseStoppedAt;
  if (endedAt === undefined || endedAt === null) return { kind: 'unknown', why: 'dose-not-ended' };
  const startedAt = session?.doseStartedAt;
  if (startedAt !== undefined && endedAt < startedAt) {
    return { kind: 'unknown', why: 'dose-times-reversed' };
  }
  const parts = session?.partsGivenAt ?? [];
  const needsParts = countedFrom.value.some((from) => from !== 'dose-end');
  if (needsParts && parts.length === 0) return { kind: 'unknown', why: 'parts-not-recorded' };
  const moments: Readonly<Record<StayAnchor, Instant>> = {
    'dose-end': endedAt,
    'first-part': Math.min(...parts),
    'last-part': Math.max(...parts),
  };
  const anchors = countedFrom.value.map((from) => {
    const at = moments[from];
    return { from, at, until: addMinutes(at, minimumMinutes.value) };
  });
  const until = Math.max(...anchors.map((anchor) => anchor.until));
  if (!anchors.every((anchor) => isMoment(anchor.until)))
    return { kind: 'unknown', why: 'part-time-not-readable' };
  return { kind: 'known', until, anchors };
}
