// May this therapist work with EMDR with this person, where they are, today? The licence of the place, and training in EMDR.
// What nobody stated is not known, and not known is no.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import type { Instant, LocalDate } from '#clinical/instant.ts';
import { type Licence, licenceIssues } from '#clinical/law/licence-by-place.ts';
import { asOf, datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { sourced } from '#clinical/sourced.ts';

/** EMDR is a training on top of a licence; the licence alone does not carry it. */
export const emdrNeedsTraining = sourced(true, 'rule', 'T-GEN', 'G', asOf());

export type EmdrLicence = Licence & { readonly emdrTraining: 'none' | 'basic' | 'certified' };

export type EmdrLicenceQuestion = {
  readonly licences: readonly EmdrLicence[] | undefined;
  readonly place: string | undefined;
  readonly address: string | undefined;
  readonly askedAt: Instant | undefined;
  readonly startsAt: Instant | undefined;
  readonly date: LocalDate | undefined;
};

export function emdrLicenceIssues(asked: EmdrLicenceQuestion): readonly DetectedIssue[] {
  const issues = licenceIssues({
    patientPlace: asked.place,
    placeAskedAt: asked.askedAt,
    patientAddress: asked.address,
    sessionStartsAt: asked.startsAt,
    date: asked.date,
    licences: asked.licences,
  });
  const isTrained = asked.licences?.some(({ emdrTraining }) => emdrTraining !== 'none') === true;
  if (isTrained) return issues;
  const untrained = datedFinding({
    rule: 'licence-by-place',
    code: 'emdr-training-not-stated',
    title: 'No training in EMDR is stated.',
    action: asked.licences === undefined ? 'unknown' : 'exclude',
    inputs: [...given('licences', asked.licences?.length)],
    missing: asked.licences === undefined ? ['licences'] : [],
    basis: [emdrNeedsTraining],
  });
  return byUrgency([...issues, untrained]);
}
