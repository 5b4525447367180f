// Law, programme duties and billing codes change by date. Each finding that rests on them shows the day on which they
// were read, and how sure its least sure figure is.

import type { DetectedIssue, IssueAction, IssueInput } from '#clinical/detected-issue.ts';
import type { LocalDate } from '#clinical/instant.ts';
import type { Sourced } from '#clinical/sourced.ts';
import type { Confidence } from '#clinical/sources.ts';

/** The day on which the rules of law, the safety programme and billing in these files were last read. */
export const rulesAsOf: LocalDate = '2026-11-21';

/** The note of a figure that changes by date. */
export function asOf(note?: string): string {
  return note === undefined ? `As of ${rulesAsOf}.` : `As of ${rulesAsOf}. ${note}`;
}

const surestFirst: readonly Confidence[] = ['V', 'V2', 'H', 'G'];

/** How sure a finding is that rests on all of these: as sure as the least sure of them. */
export function leastSure(confidences: readonly Confidence[]): Confidence {
  return surestFirst.findLast((confidence) => confidences.includes(confidence)) ?? 'G';
}

export function datedFinding(found: {
  readonly rule: string;
  readonly code: string;
  /** One sentence ending in a full stop; the date the rule was read is put before it. */
  readonly title: string;
  readonly action: IssueAction;
  readonly inputs?: readonly IssueInput[] | undefined;
  readonly missing?: readonly string[] | undefined;
  /** The figures and rules it rests on. */
  readonly basis: readonly Sourced<unknown>[];
}): DetectedIssue {
  const { rule, code, title, action, inputs = [], missing = [], basis } = found;
  return {
    rule,
    code,
    title: `${title.replace(/\.$/, '')} (rule as of ${rulesAsOf}).`,
    action,
    inputs: [...inputs, { name: 'ruleAsOf', value: rulesAsOf }],
    missing,
    sources: [...new Set(basis.map(({ source }) => source))],
    confidence: leastSure(basis.map(({ confidence }) => confidence)),
  };
}

/** An input as it was given, or none when it was not. */
export function given(
  name: string,
  value: string | number | boolean | undefined | null,
  unit?: string,
  at?: number,
): readonly IssueInput[] {
  if (value === undefined || value === null) return [];
  return [{ name, value, ...(unit === undefined ? {} : { unit }), ...(at === undefined ? {} : { at }) }];
}
