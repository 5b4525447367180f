// What must be on record before a code is billed. The session already holds most of it; what it does not hold is named,
// so that a claim is complete the first time.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { asOf, datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { sourced } from '#clinical/sourced.ts';
import type { EvidenceId } from './evidence-wanted.ts';
import { codesKnownHere, procedureCode } from './procedure-codes.ts';

const rule = 'billing-evidence';

/** What payers ask for differs; this list is general practice and a clinic adds to it. */
export const evidenceIsGeneral = sourced(true, 'rule', 'T-GEN', 'G', asOf('Payers differ.'));

/** Evidence wanted for a code; undefined for a code not known here. */
export function evidenceFor(code: string | undefined): readonly EvidenceId[] | undefined {
  return procedureCode(code)?.evidence;
}

export function evidenceIssues(question: {
  readonly code: string | undefined;
  /** What is on record; undefined when nobody has looked. */
  readonly onRecord: readonly EvidenceId[] | undefined;
}): readonly DetectedIssue[] {
  const { code, onRecord } = question;
  const wanted = evidenceFor(code);
  if (!wanted) {
    return [
      datedFinding({
        rule,
        code: 'evidence-code-not-known',
        title: 'What this code needs on record is not known here.',
        action: 'unknown',
        inputs: given('code', code),
        missing: ['code'],
        basis: [codesKnownHere],
      }),
    ];
  }
  const missing = wanted.filter((id) => onRecord?.includes(id) !== true);
  if (missing.length === 0) return [];
  return [
    datedFinding({
      rule,
      code: onRecord === undefined ? 'evidence-not-read' : 'evidence-missing',
      title:
        onRecord === undefined
          ? `Nobody has looked at what is on record for ${code}.`
          : `${missing.length} of ${wanted.length} things ${code} needs are not on record.`,
      action: 'unknown',
      inputs: given('code', code),
      missing,
      basis: [evidenceIsGeneral],
    }),
  ];
}
