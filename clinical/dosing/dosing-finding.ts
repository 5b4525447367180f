// How a dosing rule puts what it found: the numbers it read bring their sources with them, and the finding is only as
// sure as the least sure of them.

import type { DetectedIssue, IssueAction, IssueInput } from '#clinical/detected-issue.ts';
import type { Instant } from '#clinical/instant.ts';
import type { Sourced } from '#clinical/sourced.ts';
import type { Confidence } from '#clinical/sources.ts';

export type Finding = {
  readonly code: string;
  readonly title: string;
  readonly action: IssueAction;
  readonly inputs?: readonly IssueInput[] | undefined;
  readonly missing?: readonly string[] | undefined;
  /** The numbers and facts the rule read, at least one. */
  readonly roots: readonly [Root, ...Root[]];
};

export type Root = Pick<Sourced<unknown>, 'source' | 'confidence'>;

/** The root of a finding that rests on a choice of this project and no published number. */
export const houseRule: Root = { source: 'H-HOUSE', confidence: 'H' };
export const generalKnowledge: Root = { source: 'T-GEN', confidence: 'G' };

const surestFirst: readonly Confidence[] = ['V', 'V2', 'G', 'H'];

export function findingOf(rule: string, found: Finding): DetectedIssue {
  const { code, title, action, inputs = [], missing = [], roots } = found;
  const leastSure = Math.max(...roots.map((root) => surestFirst.indexOf(root.confidence)));
  return {
    rule,
    code,
    title,
    action,
    inputs,
    missing,
    sources: [...new Set(roots.map((root) => root.source))],
    confidence: surestFirst[leastSure] ?? 'H',
  };
}

/** What was looked at, as it was given. A number that is no number is kept as the word for it, never dropped. */
export function inputsOf(
  given: Readonly<Record<string, string | number | boolean | undefined>>,
  known: { readonly unit?: string | undefined; readonly at?: Instant | undefined } = {},
): readonly IssueInput[] {
  return Object.entries(given).flatMap(([name, value]) => {
    if (value === undefined || value === null) return [];
    const shown = typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
    return [{ name, value: shown, ...known }];
  });
}
