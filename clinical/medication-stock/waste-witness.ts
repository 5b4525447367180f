// Wasting a controlled drug is seen by a second person, who says so under their own name. A witness that was filled in
// for someone is no witness.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import type { Instant } from '#clinical/instant.ts';
import { asOf, datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { sourced } from '#clinical/sourced.ts';
import { isMoment } from '#clinical/timestamp.ts';
import { isAmount } from './vial-balance.ts';

const rule = 'waste-witness';

/** Many states ask for two signatures; no federal text was read. A clinic may set it otherwise. */
export const wasteNeedsWitness = sourced(true, 'rule', 'T-GEN', 'G', asOf('Two signatures in many states.'));

export type Witness = {
  readonly personId: string;
  /** Own sign-in: the person signed for themselves. Filled in: someone or something else wrote the name. */
  readonly how: 'own-sign-in' | 'filled-in';
  readonly at: Instant | undefined;
};

export function wasteWitnessIssues(question: {
  readonly wastedMg: number | undefined;
  readonly wastedBy: string | undefined;
  readonly wastedAt: Instant | undefined;
  readonly witness: Witness | undefined;
  readonly isWitnessRequired?: boolean | undefined;
}): readonly DetectedIssue[] {
  const { wastedMg, witness, wastedAt, isWitnessRequired = wasteNeedsWitness.value } = question;
  const wastedBy = personOf(question.wastedBy);
  const witnessedBy = personOf(witness?.personId);
  const inputs = [
    ...given('wastedMg', wastedMg, 'mg', wastedAt),
    ...given('wastedBy', wastedBy),
    ...given('witness', witnessedBy, undefined, witness?.at),
    ...given('witnessHow', witness?.how),
  ];
  const found = (
    code: string,
    title: string,
    action: DetectedIssue['action'],
    missing: readonly string[] = [],
  ) => datedFinding({ rule, code, title, action, inputs, missing, basis: [wasteNeedsWitness] });

  if (!isAmount(wastedMg)) {
    return [found('waste-not-known', 'It is not known how much was wasted.', 'unknown', ['wastedMg'])];
  }
  if (wastedMg === 0) return [];
  const issues: DetectedIssue[] = [];
  if (wastedBy === undefined) {
    issues.push(found('waste-person-not-known', 'It is not known who wasted it.', 'unknown', ['wastedBy']));
  }
  if (!isMoment(wastedAt)) {
    issues.push(
      found('waste-time-not-known', 'It is not known when it was wasted.', 'unknown', ['wastedAt']),
    );
  }
  if (!isWitnessRequired) return byUrgency(issues);
  if (witnessedBy === undefined) {
    issues.push(found('waste-without-witness', 'No one has witnessed the waste.', 'unknown', ['witness']));
  } else if (witness?.how !== 'own-sign-in') {
    issues.push(
      found('witness-filled-in', 'The witness did not sign under their own name.', 'unknown', ['witness']),
    );
  } else if (!isMoment(witness.at)) {
    issues.push(
      found('witness-time-not-known', 'It is not known when the witness signed.', 'unknown', ['witness']),
    );
  }
  if (witnessedBy !== undefined && witnessedBy === wastedBy) {
    issues.push(
      found('witness-is-same-person', 'The person who wasted it is also named as the witness.', 'review'),
    );
  }
  return byUrgency(issues);
}

function personOf(id: string | undefined): string | undefined {
  return id?.trim().toLowerCase() || undefined;
}
