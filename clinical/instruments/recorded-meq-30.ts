// Whether an MEQ-30 counts as a complete experience by the usual rule: each of four factors high enough. It describes a
// session; it is not better or worse than one that does not.

import { sourced } from '#clinical/sourced.ts';
import { meq30Maxima } from './recorded-scales.ts';

export type Meq30Factor = keyof typeof meq30Maxima;
export type Meq30Sums = Readonly<Record<Meq30Factor, number | null | undefined>>;

/** Of each factor's highest sum; 45, 18, 18 and 9. */
export const meq30CompleteShare = sourced(
  60,
  '%',
  'T-GEN',
  'G',
  'The usual rule; the cut-offs are arithmetic.',
);

export const meq30Factors: readonly Meq30Factor[] = [
  'mystical',
  'positiveMood',
  'transcendence',
  'ineffability',
];

export type Meq30Answer =
  | { readonly known: true; readonly complete: boolean; readonly below: readonly Meq30Factor[] }
  | {
      readonly known: false;
      readonly missing: readonly Meq30Factor[];
      readonly implausible: readonly Meq30Factor[];
    };

/** The lowest sum that counts on this factor. */
export function meq30CutOff(factor: Meq30Factor, share: number = meq30CompleteShare.value): number {
  return (meq30Maxima[factor].value * share) / 100;
}

/** Sums of the four factors. Source Q-MEQ, V2 for the highest sums; the share is G and may be handed in. */
export function meq30Complete(question: {
  readonly sums: Meq30Sums;
  readonly sharePercent?: number | undefined;
}): Meq30Answer {
  const { sums, sharePercent = meq30CompleteShare.value } = question;
  const given = meq30Factors.map((factor) => ({ factor, sum: sums[factor] ?? undefined }));
  const missing = given.filter(({ sum }) => sum === undefined).map(({ factor }) => factor);
  const implausible = given
    .filter(({ factor, sum }) => sum !== undefined && !isSum(sum, meq30Maxima[factor].value))
    .map(({ factor }) => factor);
  if (missing.length > 0 || implausible.length > 0) return { known: false, missing, implausible };
  const below = given
    .filter(({ factor, sum }) => (sum ?? 0) < meq30CutOff(factor, sharePercent))
    .map(({ factor }) => factor);
  return { known: true, complete: below.length === 0, below };
}

function isSum(sum: number, highest: number): boolean {
  return Number.isInteger(sum) && sum >= 0 && sum <= highest;
}
