// One container from opening to empty: what was drawn from it, what of each draw was given or wasted, and what is left.
// Facts are added up and never corrected; where they do not fit, the place where they stop fitting is named.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import type { Instant } from '#clinical/instant.ts';
import { datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { isAmount, milligrams, vialAddsUp } from './vial-balance.ts';
import { type Witness, wasteWitnessIssues } from './waste-witness.ts';

const rule = 'vial-ledger';

export type VialEntry =
  | { readonly kind: 'drawn'; readonly drawId: string; readonly mg: number | undefined; readonly at: Instant }
  | { readonly kind: 'given'; readonly drawId: string; readonly mg: number | undefined; readonly at: Instant }
  | {
      readonly kind: 'wasted';
      /** Undefined: straight from the container. */
      readonly drawId: string | undefined;
      readonly mg: number | undefined;
      readonly at: Instant;
      readonly by: string | undefined;
      readonly witness: Witness | undefined;
    };

export type VialLedger = {
  /** Undefined as soon as one entry of that kind has no amount. */
  readonly drawnMg: number | undefined;
  readonly givenMg: number | undefined;
  readonly wastedMg: number | undefined;
  /** Drawn, and neither given nor wasted yet. */
  readonly inSyringesMg: number | undefined;
  readonly inContainerMg: number | undefined;
  readonly issues: readonly DetectedIssue[];
};

export function vialLedger(question: {
  readonly containerMg: number | undefined;
  readonly entries: readonly VialEntry[] | undefined;
  /** Whether the day of this container is over, so that nothing may still wait in a syringe. */
  readonly isClosed: boolean;
}): VialLedger {
  const { containerMg, entries, isClosed } = question;
  const found = (
    code: string,
    title: string,
    action: DetectedIssue['action'],
    missing: readonly string[] = [],
    entry?: { readonly name: string; readonly mg: number | undefined; readonly at: Instant },
  ) =>
    datedFinding({
      rule,
      code,
      title,
      action,
      inputs: [
        ...given('containerMg', containerMg, 'mg'),
        ...(entry ? given(entry.name, entry.mg, 'mg', entry.at) : []),
      ],
      missing,
      basis: [vialAddsUp],
    });
  if (!entries) {
    const issues = [
      found('ledger-not-known', 'The ledger of this container was not read.', 'unknown', ['entries']),
    ];
    return {
      drawnMg: undefined,
      givenMg: undefined,
      wastedMg: undefined,
      inSyringesMg: undefined,
      inContainerMg: undefined,
      issues,
    };
  }

  const drawnMg = sumOf(entries.filter((entry) => entry.kind === 'drawn'));
  const givenMg = sumOf(entries.filter((entry) => entry.kind === 'given'));
  const wasted = entries.filter((entry) => entry.kind === 'wasted');
  const wastedMg = sumOf(wasted);
  const wastedFromContainerMg = sumOf(wasted.filter((entry) => entry.drawId === undefined));
  const inSyringesMg = less(drawnMg, givenMg, less(wastedMg, wastedFromContainerMg));
  const inContainerMg = isAmount(containerMg) ? less(containerMg, drawnMg, wastedFromContainerMg) : undefined;

  const issues: DetectedIssue[] = [];
  if (!isAmount(containerMg)) {
    issues.push(
      found('container-not-known', 'It is not known what the container held.', 'unknown', ['containerMg']),
    );
  }
  for (const entry of entries) {
    if (isAmount(entry.mg)) continue;
    issues.push(
      found(
        'ledger-amount-not-known',
        `An amount ${entry.kind} is not known.`,
        'unknown',
        [`${entry.kind}Mg`],
        { name: `${entry.kind}Mg`, mg: entry.mg, at: entry.at },
      ),
    );
  }
  if (inContainerMg !== undefined && inContainerMg < 0) {
    issues.push(found('container-overdrawn', 'More was taken from the container than it held.', 'review'));
  }
  const drawIds = new Set(entries.flatMap((entry) => (entry.drawId === undefined ? [] : [entry.drawId])));
  for (const drawId of drawIds) {
    const of = entries.filter((entry) => entry.drawId === drawId);
    const draws = of.filter((entry) => entry.kind === 'drawn');
    const first = of[0];
    if (draws.length === 0) {
      issues.push(
        found(
          'draw-not-recorded',
          'An amount was given or wasted from a syringe nobody recorded drawing.',
          'unknown',
          ['drawnMg'],
          first && { name: `${first.kind}Mg`, mg: first.mg, at: first.at },
        ),
      );
      continue;
    }
    const leftMg = less(
      sumOf(draws),
      sumOf(of.filter((entry) => entry.kind === 'given')),
      sumOf(of.filter((entry) => entry.kind === 'wasted')),
    );
    if (leftMg === undefined || leftMg === 0) continue;
    const last = of.at(-1);
    if (leftMg < 0) {
      issues.push(
        found(
          'syringe-overdrawn',
          `${-leftMg} mg more were given or wasted than were drawn up.`,
          'review',
          [],
          last && { name: 'leftMg', mg: leftMg, at: last.at },
        ),
      );
    } else if (isClosed) {
      issues.push(
        found(
          'syringe-not-accounted-for',
          `${leftMg} mg drawn up were neither given nor wasted.`,
          'review',
          [],
          last && { name: 'leftMg', mg: leftMg, at: last.at },
        ),
      );
    }
  }
  const witnessing = wasted.flatMap((entry) =>
    isAmount(entry.mg)
      ? wasteWitnessIssues({
          wastedMg: entry.mg,
          wastedBy: entry.by,
          wastedAt: entry.at,
          witness: entry.witness,
        })
      : [],
  );
  return {
    drawnMg,
    givenMg,
    wastedMg,
    inSyringesMg,
    inContainerMg,
    issues: byUrgency([...issues, ...witnessing]),
  };
}

function sumOf(entries: readonly { readonly mg: number | undefined }[]): number | undefined {
  if (!entries.every((entry) => isAmount(entry.mg))) return undefined;
  return milligrams(entries.reduce((sum, entry) => sum + (entry.mg ?? 0), 0));
}

function less(from: number | undefined, ...taken: readonly (number | undefined)[]): number | undefined {
  if (from === undefined || taken.includes(undefined)) return undefined;
  return milligrams(taken.reduce<number>((left, amount) => left - (amount ?? 0), from));
}
