// What every rule returns: a finding put before a person, never an exception and never a silent pass. An issue says
// which rule spoke, what it looked at and how old that was, what it could not see, and where the rule comes from.

import type { Instant } from './instant.ts';
import type { Confidence, SourceId } from './sources.ts';

/**
 * exclude: do not go on; only a prescriber with a reason may. review: a prescriber decides for this patient.
 * manage: allowed with the stated precaution. inform: tell and record. unknown: the rule could not answer.
 */
export type IssueAction = 'exclude' | 'review' | 'manage' | 'inform' | 'unknown';

/** The order in which issues are read: what stops comes first, what is unknown next, what is only told comes last. */
export const issueActions: readonly IssueAction[] = ['exclude', 'unknown', 'review', 'manage', 'inform'];

export type IssueInput = {
  readonly name: string;
  readonly value: string | number | boolean;
  readonly unit?: string | undefined;
  /** When it was true of the patient; the age shown is counted from here. Undefined: not known. */
  readonly at?: Instant | undefined;
};

/** The input that names what a finding is about, so that a decision is kept for that and for nothing else. It is no word for a screen. */
export const aboutInput = 'about';

export type DetectedIssue = {
  /** The file-level question that was asked, such as 'blood-pressure-before-dose'. */
  readonly rule: string;
  /** The answer found, stable across releases: what screens translate and records keep. */
  readonly code: string;
  /** One English sentence for the person deciding. Screens in other languages translate by code. */
  readonly title: string;
  readonly action: IssueAction;
  readonly inputs: readonly IssueInput[];
  readonly missing: readonly string[];
  readonly sources: readonly SourceId[];
  readonly confidence: Confidence;
};

export function byUrgency(issues: readonly DetectedIssue[]): readonly DetectedIssue[] {
  return issues.toSorted((a, b) => issueActions.indexOf(a.action) - issueActions.indexOf(b.action));
}
