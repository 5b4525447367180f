// By when the controlled drugs must be counted again. The federal rule is two years; a state may ask for more. Where we
// know no rule of a state, the federal one is used and that is said.

import { addYears, isAfter } from '#clinical/calendar.ts';
import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import { addDays, type LocalDate } from '#clinical/instant.ts';
import { asOf, datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import { stateCode } from './state.ts';

const rule = 'inventory-due';

export const federalInventoryYears = sourced(
  2,
  'a',
  'W-CFR',
  'V',
  asOf('Every two years at most, noted as taken at the opening or the close of business.'),
);
export const iowaInventoryYears = sourced(
  1,
  'a',
  'W-STATE',
  'V',
  asOf('481-553.5, in force since 16 July 2025.'),
);
export const iowaInventoryDays = sourced(7, 'd', 'W-STATE', 'V', asOf('A week on top of the year.'));
/** Federally a Schedule III container may be estimated unless it holds more units than this. */
export const estimateUpToUnits = sourced(1_000, 'unit', 'W-CFR', 'V', asOf());
export const iowaCountsExactly = sourced(true, 'rule', 'W-STATE', 'V', asOf());

type InventoryRule = { readonly years: Sourced<number>; readonly days?: Sourced<number> | undefined };

const stateRules: Readonly<Record<string, InventoryRule | undefined>> = {
  IA: { years: iowaInventoryYears, days: iowaInventoryDays },
};

export type NextInventory = {
  readonly nextDueBy: LocalDate;
  /** Fallback: no rule of that state is known here, so the federal one was used. */
  readonly basis: 'federal' | 'state' | 'federal-fallback';
  readonly state: string;
};

/**
 * The last day for the next inventory. `state` is 'US' for the federal rule alone, or a two-letter code or name.
 * Undefined when the day or the state is not known. Sources W-CFR 1304.11, W-STATE.
 */
export function nextInventory(question: {
  readonly lastOn: LocalDate | undefined;
  readonly state: string | undefined;
}): NextInventory | undefined {
  const state = stateCode(question.state);
  if (question.lastOn === undefined || state === undefined) return undefined;
  const ofState = stateRules[state];
  const { years, days } = ofState ?? { years: federalInventoryYears };
  const anniversary = addYears(question.lastOn, years.value);
  if (anniversary === undefined) return undefined;
  const basis = ofState ? 'state' : state === 'US' ? 'federal' : 'federal-fallback';
  return { nextDueBy: days ? addDays(anniversary, days.value) : anniversary, basis, state };
}

export function inventoryIssues(question: {
  readonly lastOn: LocalDate | undefined;
  readonly state: string | undefined;
  readonly today: LocalDate | undefined;
  readonly method: 'exact' | 'estimated' | undefined;
  readonly largestContainerUnits: number | undefined;
}): readonly DetectedIssue[] {
  const { lastOn, state, today, method, largestContainerUnits } = question;
  const next = nextInventory({ lastOn, state });
  const inputs = [
    ...given('lastOn', lastOn),
    ...given('state', state),
    ...given('today', today),
    ...given('method', method),
    ...given('largestContainerUnits', largestContainerUnits),
    ...given('nextDueBy', next?.nextDueBy),
  ];
  const found = (
    code: string,
    title: string,
    action: DetectedIssue['action'],
    basis: readonly Sourced<unknown>[],
    missing: readonly string[] = [],
  ) => datedFinding({ rule, code, title, action, inputs, missing, basis });

  const ofState = stateRules[next?.state ?? ''];
  const basis = ofState ? [ofState.years] : [federalInventoryYears];
  const issues: DetectedIssue[] = [];
  if (!next) {
    issues.push(
      found(
        'inventory-due-not-known',
        'It is not known by when the next inventory is due.',
        'unknown',
        basis,
        [
          ...(addYears(lastOn ?? '', 0) === undefined ? ['lastOn'] : []),
          ...(stateCode(state) === undefined ? ['state'] : []),
        ],
      ),
    );
  } else {
    const isLate = isAfter(today, next.nextDueBy);
    if (isLate === undefined) {
      issues.push(found('inventory-today-not-known', 'Today is not known.', 'unknown', basis, ['today']));
    } else if (isLate) {
      issues.push(found('inventory-late', `The inventory was due by ${next.nextDueBy}.`, 'review', basis));
    }
    if (next.basis === 'federal-fallback') {
      issues.push(
        found(
          'inventory-federal-fallback',
          `No inventory rule of ${next.state} is known here: the federal two years were used.`,
          'inform',
          basis,
        ),
      );
    }
  }
  if (method !== 'exact' && method !== 'estimated') {
    issues.push(
      found(
        'inventory-method-not-known',
        'It is not known how the last inventory was counted.',
        'unknown',
        basis,
        ['method'],
      ),
    );
  }
  if (method === 'estimated') {
    if (next?.state === 'IA') {
      issues.push(
        found('inventory-must-be-exact', 'Iowa asks for an exact count.', 'review', [iowaCountsExactly]),
      );
    } else if (typeof largestContainerUnits !== 'number' || !(largestContainerUnits >= 0)) {
      issues.push(
        found(
          'container-size-not-known',
          'It is not known whether a container is small enough to be estimated.',
          'unknown',
          [estimateUpToUnits],
          ['largestContainerUnits'],
        ),
      );
    } else if (largestContainerUnits > estimateUpToUnits.value) {
      issues.push(
        found(
          'inventory-must-be-exact',
          `A container of more than ${estimateUpToUnits.value} units is counted, not estimated.`,
          'review',
          [estimateUpToUnits],
        ),
      );
    }
  }
  return byUrgency(issues);
}
