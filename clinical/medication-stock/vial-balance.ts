// Does one container add up? What was given, wasted and left must be what it held; anything else is a difference for a
// person to explain. An amount nobody wrote down is not nothing.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { asOf, datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { sourced } from '#clinical/sourced.ts';

const rule = 'vial-balance';

export const vialAddsUp = sourced(true, 'rule', 'H-HOUSE', 'H', asOf());

/** Amounts are added in binary, so the last bits of a sum are not a difference: six decimals of a milligram count. */
const decimals = 1e6;

export type VialAmounts = {
  readonly containerMg: number | undefined;
  readonly usedMg: number | undefined;
  readonly wastedMg: number | undefined;
  readonly remainingMg: number | undefined;
};

export type VialBalance =
  | {
      readonly state: 'counted';
      /** Container less used, wasted and remaining: above zero is missing, below zero is more than it held. */
      readonly differenceMg: number;
      readonly balanced: boolean;
    }
  | { readonly state: 'unknown'; readonly missing: readonly (keyof VialAmounts)[] };

/** Milligrams of one container. Source H-HOUSE: arithmetic. */
export function vialBalance(amounts: VialAmounts): VialBalance {
  const names = ['containerMg', 'usedMg', 'wastedMg', 'remainingMg'] as const;
  const missing = names.filter((name) => !isAmount(amounts[name]));
  const [containerMg, usedMg, wastedMg, remainingMg] = names.map((name) => amounts[name] ?? 0);
  if (missing.length > 0) return { state: 'unknown', missing };
  const differenceMg = milligrams((containerMg ?? 0) - (usedMg ?? 0) - (wastedMg ?? 0) - (remainingMg ?? 0));
  return { state: 'counted', differenceMg, balanced: differenceMg === 0 };
}

export function vialBalanceIssues(amounts: VialAmounts): readonly DetectedIssue[] {
  const balance = vialBalance(amounts);
  const inputs = Object.entries(amounts).flatMap(([name, mg]) => given(name, mg, 'mg'));
  if (balance.state === 'unknown') {
    return [
      datedFinding({
        rule,
        code: 'vial-amount-not-known',
        title: 'Not every amount of this container is known.',
        action: 'unknown',
        inputs,
        missing: balance.missing,
        basis: [vialAddsUp],
      }),
    ];
  }
  if (balance.balanced) return [];
  const size = Math.abs(balance.differenceMg);
  return [
    datedFinding({
      rule,
      code: balance.differenceMg > 0 ? 'vial-short' : 'vial-over',
      title:
        balance.differenceMg > 0
          ? `${size} mg of this container are not accounted for.`
          : `${size} mg more are accounted for than this container held.`,
      action: 'review',
      inputs: [...inputs, { name: 'differenceMg', value: balance.differenceMg, unit: 'mg' }],
      basis: [vialAddsUp],
    }),
  ];
}

/** A sum of amounts without the last bits of binary arithmetic. */
export function milligrams(mg: number): number {
  const rounded = Math.round(mg * decimals) / decimals;
  return rounded === 0 ? 0 : rounded;
}

export function isAmount(mg: number | undefined | null): mg is number {
  return typeof mg === 'number' && Number.isFinite(mg) && mg >= 0;
}
