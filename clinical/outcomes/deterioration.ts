// Is someone reliably worse than before they began? Harm is counted with the same care as benefit: a worsening is put
// before the prescriber, and a worsening that cannot be ruled out is said to be unknown.

import { byUrgency, type DetectedIssue, type IssueInput } from '#clinical/detected-issue.ts';
import { reliableChange } from './change-by-rule.ts';
import type { ReliableRule } from './change-rules.ts';
import type { Course } from './course.ts';

export const deteriorationRule = 'deterioration';

export function deteriorationIssues(question: {
  readonly course: Course;
  /** By which rule a change is more than noise. Undefined: the clinic named none. */
  readonly rule: ReliableRule | undefined;
}): readonly DetectedIssue[] {
  const { course, rule } = question;
  const { baseline, latest } = course;
  const fitting = rule?.instrument === course.instrument ? rule : undefined;
  const reliable = fitting
    ? reliableChange({ rule: fitting, baseline: baseline?.total, now: latest?.total })
    : 'unknown';
  const missing = [
    ...course.missing,
    ...(fitting ? [] : ['rule-for-this-form']),
    ...(fitting && reliable === 'unknown' && course.missing.length === 0 ? ['plausible-totals'] : []),
  ];
  const found = (issue: Pick<DetectedIssue, 'code' | 'title' | 'action' | 'missing'>): DetectedIssue => ({
    rule: deteriorationRule,
    inputs: totalsOf(course),
    sources: [rule?.atLeast.source ?? 'H-HOUSE'],
    confidence: rule?.atLeast.confidence ?? 'H',
    ...issue,
  });
  return byUrgency([
    ...(reliable === 'worse'
      ? [
          found({
            code: 'reliably-worse',
            title: 'Reliably worse than before the first dose: ask about safety before another dose.',
            action: 'review',
            missing: [],
          }),
        ]
      : []),
    ...(course.setAside.length > 0
      ? [
          found({
            code: 'total-implausible',
            title: 'A total with no real number or time, or dated after now, was not counted.',
            action: 'unknown',
            missing: ['plausible-totals'],
          }),
        ]
      : []),
    ...(missing.length > 0
      ? [
          found({
            code: 'worsening-not-known',
            title: 'Whether they are worse than before the first dose is not known.',
            action: 'unknown',
            missing,
          }),
        ]
      : []),
  ]);
}

/** The totals that were compared, with the days they are from. */
export function totalsOf(course: Course): readonly IssueInput[] {
  const { baseline, latest } = course;
  const input = (name: string, response: typeof baseline): readonly IssueInput[] =>
    typeof response?.total !== 'number' ? [] : [{ name, value: response.total, at: response.at }];
  return [...input('baseline', baseline), ...input('latest', latest)];
}
