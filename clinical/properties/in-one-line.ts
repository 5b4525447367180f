// A finding as one line of a table: its code and action, what it looked at and how old that was, what was missing, and
// where it comes from. The title is left out; it may be worded better any day.

import type { DetectedIssue, IssueInput } from '#clinical/detected-issue.ts';

/** 'code action; name=value unit at moment; missing: part; SOURCE V'. A part with nothing in it is left out. */
export function inOneLine(issue: DetectedIssue): string {
  if (/undefined|\[object/.test(issue.title)) throw new Error(`A title is not a sentence: ${issue.title}`);
  return [
    `${issue.rule}/${issue.code} ${issue.action}`,
    ...(issue.inputs.length > 0 ? [issue.inputs.map(ofInput).join(', ')] : []),
    ...(issue.missing.length > 0 ? [`missing: ${issue.missing.join(', ')}`] : []),
    `${issue.sources.join(' ')} ${issue.confidence}`,
  ].join('; ');
}

export function inLines(issues: readonly DetectedIssue[]): readonly string[] {
  return issues.map(inOneLine);
}

function ofInput({ name, value, unit, at }: IssueInput): string {
  return `${name}=${value}${unit === undefined ? '' : ` ${unit}`}${at === undefined ? '' : ` at ${at}`}`;
}
