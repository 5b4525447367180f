// A named clinician answers for an edition. Nothing is signed that something speaks against, and what is signed never
// changes again: one value more is the next version.

import type { Role } from '#clinical/care-record.ts';
import { isLocalDate, type LocalDate } from '#clinical/instant.ts';
import type { Edition } from './edition.ts';
import { checkEdition } from './edition-check.ts';
import { against, type EditionFinding, isUsable } from './edition-finding.ts';

export type Signing =
  | { readonly kind: 'signed'; readonly edition: Edition }
  | { readonly kind: 'refused'; readonly findings: readonly EditionFinding[] };

export function signEdition(question: {
  readonly draft: Edition;
  readonly base: Edition | undefined;
  readonly clinician: { readonly name: string; readonly role: Role };
  readonly on: LocalDate;
}): Signing {
  const { draft, base, clinician, on } = question;
  const findings = [...checkEdition({ proposed: draft, base }), ...signatureFindings(question)];
  if (!isUsable(findings)) return { kind: 'refused', findings };
  return { kind: 'signed', edition: { ...draft, approver: { name: clinician.name.trim(), on } } };
}

function signatureFindings({
  draft,
  clinician,
  on,
}: Parameters<typeof signEdition>[0]): readonly EditionFinding[] {
  const found: EditionFinding[] = [];
  if (draft.approver !== undefined) {
    found.push(
      against({
        path: 'approver',
        code: 'signed-already',
        title: 'Someone has signed this edition; it stays as it is.',
        wayOut: 'Make the next version of it.',
      }),
    );
  }
  if (clinician.name.trim() === '') {
    found.push(
      against({
        path: 'approver.name',
        code: 'nobody-signs',
        title: 'No one is named who answers for it.',
        wayOut: 'Sign with a name.',
        action: 'unknown',
      }),
    );
  }
  if (clinician.role !== 'prescriber') {
    found.push(
      against({
        path: 'approver.name',
        code: 'not-theirs-to-sign',
        title: 'Only a prescriber answers for a protocol.',
        wayOut: 'Ask a prescriber of the clinic to read and sign it.',
      }),
    );
  }
  if (!isLocalDate(on) || on < draft.writtenOn) {
    found.push(
      against({
        path: 'approver.on',
        code: 'signed-before-written',
        title: 'The day of the signature is no day on or after the day it was written.',
        wayOut: 'Sign with the day of today.',
        action: isLocalDate(on) ? 'exclude' : 'unknown',
      }),
    );
  }
  return found;
}
