// When feelings come up in a session: whether the therapist is told at once. It goes by how strong the distress is and by what the
// record says about trauma; where nobody asked about trauma, that is not a no.

import { pcl5LowerCut } from '#clinical/instruments/pcl-5.ts';
import { sourced } from '#clinical/sourced.ts';

/** From here on distress is strong enough to tell someone who is not in the room. */
export const strongDistressFrom = sourced(7, '{score}', 'H-HOUSE', 'H');

export type TraumaInRecord = 'flagged' | 'not-flagged' | 'not-known';

/** By the newest PCL-5; one with an answer left out has no total and says nothing. */
export function traumaInRecord(
  responses: readonly {
    readonly instrument: string;
    readonly at: number;
    readonly total?: number | undefined;
  }[] = [],
): TraumaInRecord {
  const newest = responses
    .filter(({ instrument }) => instrument === 'pcl-5')
    .toSorted((a, b) => a.at - b.at)
    .at(-1);
  if (newest?.total === undefined) return 'not-known';
  return newest.total >= pcl5LowerCut.value ? 'flagged' : 'not-flagged';
}

export function tellsTherapist(distress: number, trauma: TraumaInRecord): boolean {
  return distress >= strongDistressFrom.value && trauma !== 'not-flagged';
}
