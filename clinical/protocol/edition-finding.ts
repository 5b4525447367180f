// What speaks against an edition: which value, why, and what would settle it. Something wrong excludes the edition,
// something that cannot be read is unknown, and neither may be signed.

import { byUrgency, type DetectedIssue, type IssueInput } from '#clinical/detected-issue.ts';
import type { Sourced } from '#clinical/sourced.ts';

export type EditionFinding = DetectedIssue & { readonly path: string; readonly wayOut: string };

export const editionRule = 'protocol-edition';

export function against(found: {
  readonly path: string;
  readonly code: string;
  readonly title: string;
  readonly wayOut: string;
  readonly action?: 'exclude' | 'unknown' | undefined;
  readonly values?: Readonly<Record<string, string | number | boolean | undefined>> | undefined;
  /** The figure it was held against, when there is one. */
  readonly root?: Pick<Sourced<unknown>, 'source' | 'confidence'> | undefined;
}): EditionFinding {
  const { path, code, title, wayOut, action = 'exclude', values = {}, root } = found;
  return {
    rule: editionRule,
    code,
    path,
    title,
    wayOut,
    action,
    inputs: Object.entries(values).flatMap(([name, value]): readonly IssueInput[] =>
      value === undefined ? [] : [{ name, value }],
    ),
    missing: action === 'unknown' ? [path] : [],
    sources: [root?.source ?? 'H-HOUSE'],
    confidence: root?.confidence ?? 'H',
  };
}

export function isUsable(findings: readonly DetectedIssue[]): boolean {
  return findings.every(({ action }) => action !== 'exclude' && action !== 'unknown');
}

export function inOrderOfUrgency(findings: readonly EditionFinding[]): readonly EditionFinding[] {
  return byUrgency(findings) as readonly EditionFinding[];
}
