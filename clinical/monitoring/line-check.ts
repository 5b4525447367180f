// A drip is looked at where it goes in: when the next look is due, and what was seen there means.

import type { Fact } from '#clinical/care-record.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { addMinutes, type Instant } from '#clinical/instant.ts';
import type { Edition, RouteTiming } from '#clinical/protocol/edition.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';

export const lineRule = 'line';

export type LineFinding = 'fine' | 'red' | 'painful' | 'swollen' | 'leaking' | 'out';

/** Where an edition was signed before it could say so, this one is read. */
export const lineCheckEveryMinutes = sourced(
  15,
  'min',
  'H-HOUSE',
  'H',
  'The place where the needle goes in is looked at. No source gives an interval; the clinic sets its own.',
);

/** Undefined where nothing runs through a line. */
export function lineInterval(timing: RouteTiming): Sourced<number> | undefined {
  return timing.route === 'iv' ? (timing.lineCheckEveryMinutes ?? lineCheckEveryMinutes) : undefined;
}

/** Counted from the start of the pump and from each look; over once the pump is off. */
export function nextLineCheck(question: {
  readonly edition: Pick<Edition, 'timing'>;
  readonly startedAt: Instant | undefined;
  readonly stoppedAt: Instant | undefined;
  readonly lookedAt: Instant | undefined;
}): Instant | undefined {
  const { edition, startedAt, stoppedAt, lookedAt } = question;
  const every = lineInterval(edition.timing);
  if (every === undefined || startedAt === undefined || stoppedAt !== undefined) return undefined;
  return addMinutes(Math.max(startedAt, lookedAt ?? startedAt), every.value);
}

const seenWords: Readonly<Record<Exclude<LineFinding, 'fine'>, string>> = {
  red: 'is red',
  painful: 'hurts',
  swollen: 'is swollen',
  leaking: 'leaks',
  out: 'is out',
};
const givesNoMore: readonly LineFinding[] = ['swollen', 'leaking', 'out'];

export function lineIssues(found: Fact<LineFinding> | undefined): readonly DetectedIssue[] {
  const issue = (code: string, title: string, action: DetectedIssue['action']): readonly DetectedIssue[] => [
    {
      rule: lineRule,
      code,
      title,
      action,
      inputs: found ? [{ name: 'line', value: found.value, at: found.at }] : [],
      missing: action === 'unknown' ? ['line'] : [],
      sources: ['H-HOUSE'],
      confidence: 'H',
    },
  ];
  if (!found || !(found.value === 'fine' || found.value in seenWords))
    return issue('line-missing', 'Nobody has said how the line looks.', 'unknown');
  if (found.value === 'fine') return [];
  return givesNoMore.includes(found.value)
    ? issue(
        'line-not-running-in',
        `The line ${seenWords[found.value]}. Stop at the pump; a prescriber decides.`,
        'exclude',
      )
    : issue(
        'line-irritated',
        `The place ${seenWords[found.value]}. Pause at the pump and look again.`,
        'review',
      );
}
