// When an entry comes back to the one who wrote it: one, two and four weeks on, for a few days each time, and then it rests.
// Meaning unfolds slowly; nothing is asked for, and what is passed over does not come back until its next time.

import { addDays, addMinutes, type Instant, type LocalDate, localDateOf } from '#clinical/instant.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { sourced } from '#clinical/sourced.ts';

/** House rule after the project’s mission: entries return after 1, 2 and 4 weeks. */
export const lookBackAfterDays = sourced([7, 14, 28], 'd', 'H-HOUSE', 'H');
/** How long one return is offered. Four days leave a gap before the next, and a weekend fits in. */
export const lookBackForDays = sourced(4, 'd', 'H-HOUSE', 'H');

/** What counts where a protocol says nothing: the first days belong to the person alone. House rule. */
export const quietAfterDoseHours = sourced(
  72,
  'h',
  'H-HOUSE',
  'H',
  'Nothing reads, gathers, scores or brings back what they write.',
);

/** Until when nothing is made of anyone’s words, by the protocol they are cared for by; undefined when it is not quiet. */
export function quietUntil(asked: {
  readonly releasedAt: Instant | undefined;
  readonly edition: Pick<Edition, 'integration'>;
  readonly now: Instant;
}): Instant | undefined {
  const { releasedAt, edition, now } = asked;
  if (releasedAt === undefined) return undefined;
  const { value } = edition.integration.quietAfterDoseHours ?? quietAfterDoseHours;
  const until = addMinutes(releasedAt, value * 60);
  return until <= now ? undefined : until;
}

export type LookBack = { readonly id: string; readonly afterDays: number };

export type Kept = { readonly id: string; readonly writtenAt: Instant; readonly isParked?: boolean };

/**
 * The one entry to offer today, or none: the longest ago first. `passed` are the returns already looked at or left, as
 * “id/days”; nothing is offered while the first quiet days run.
 */
export function entryToLookBackOn(asked: {
  readonly entries: readonly Kept[];
  readonly passed: readonly string[];
  readonly now: Instant;
  readonly zone: string;
  readonly isQuiet: boolean;
}): LookBack | undefined {
  if (asked.isQuiet) return undefined;
  const today = localDateOf(asked.now, asked.zone);
  const due = asked.entries.filter(isOut).flatMap(({ id, writtenAt }) =>
    lookBackAfterDays.value
      .filter((afterDays) => isOffered(localDateOf(writtenAt, asked.zone), afterDays, today))
      .filter((afterDays) => !asked.passed.includes(returnName({ id, afterDays })))
      .map((afterDays) => ({ id, afterDays, writtenAt })),
  );
  const [first] = due.toSorted((a, b) => b.afterDays - a.afterDays || a.writtenAt - b.writtenAt);
  return first === undefined ? undefined : { id: first.id, afterDays: first.afterDays };
}

/** What its author set aside stays there. */
function isOut({ isParked }: Kept): boolean {
  return isParked !== true;
}

export function returnName({ id, afterDays }: LookBack): string {
  return `${id}/${afterDays}`;
}

function isOffered(writtenOn: LocalDate, afterDays: number, today: LocalDate): boolean {
  const from = addDays(writtenOn, afterDays);
  return today >= from && today < addDays(from, lookBackForDays.value);
}
