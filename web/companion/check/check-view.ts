// Which question stands open by this phone's clock, and what was said to it: what the clinic has, and over it the taps that wait.

import { answerCompanionCheck, type CompanionChecks } from '#api/companion-checks.ts';
import type { Instant } from '#clinical/instant.ts';
import type { CompanionSign, CompanionWord } from '#clinical/integration/companion-checks.ts';
import type { OutboxItem } from '#web/kit/outbox-queue.ts';

export const checkTopic = 'companion-check';

export type Check = CompanionChecks['checks'][number];

export interface Said {
  readonly word: CompanionWord;
  readonly signs: readonly CompanionSign[];
  readonly at: Instant;
}

export interface Tap extends Said {
  readonly check: Check['check'];
}

export function openCheck(checks: readonly Check[], now: Instant): Check | undefined {
  return checks.findLast(({ askAt, closesAt }) => askAt <= now && now < closesAt);
}

export function checksToCome(checks: readonly Check[], now: Instant): readonly Check[] {
  return checks.filter(({ askAt }) => askAt > now);
}

/** The taps in the outbox, in the order they were made. */
export function waitingTaps(items: readonly Pick<OutboxItem, 'topic' | 'body'>[]): readonly Tap[] {
  return items.flatMap(({ topic, body }) => {
    if (topic !== checkTopic || body === undefined) return [];
    const read = answerCompanionCheck.body?.safeParse(JSON.parse(body));
    return read?.success === true ? [{ ...read.data, at: read.data.saidAt }] : [];
  });
}

/** The latest word on this check; a tap that has just left counts until the clinic's answer is here. */
export function saidTo(
  { check, answered }: Check,
  taps: readonly Tap[],
  made: Tap | undefined,
): Said | undefined {
  const own = [...taps, ...(made === undefined ? [] : [made])].filter((tap) => tap.check === check);
  return [...(answered === undefined ? [] : [answered]), ...own].toSorted((a, b) => a.at - b.at).at(-1);
}
