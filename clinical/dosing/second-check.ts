// Did two people, each on their own sign-in, work out the same dose? The second works it out again and does not copy;
// where the two differ, the field is named with both values. One person looking twice is not a second check.

import { byUrgency, type DetectedIssue } from '#clinical/detected-issue.ts';
import type { Instant } from '#clinical/instant.ts';
import { isAbove, isPositive } from '#clinical/quantity.ts';
import { type Sourced, sourced } from '#clinical/sourced.ts';
import { findingOf, houseRule, inputsOf } from './dosing-finding.ts';

export type CheckedNumber = 'weightKg' | 'doseMg' | 'concentrationMgPerMl' | 'volumeMl' | 'rateMlPerHour';
export type CheckedField = CheckedNumber | 'lot';

export type DoseCheck = { readonly [field in CheckedNumber]?: number | undefined } & {
  /** Who worked it out; the same on every device they use. */
  readonly by: string | undefined;
  /** The sign-in it was written under. */
  readonly signIn: string | undefined;
  readonly at?: Instant | undefined;
  /** One for each vial or device, in any order. */
  readonly lots?: readonly string[] | undefined;
};

/** How far two people's numbers may lie apart and still be the same. A clinic sets its own. */
export const checkTolerance: Readonly<Record<CheckedNumber, Sourced<number>>> = {
  weightKg: sourced(0.1, 'kg', 'H-HOUSE', 'H'),
  doseMg: sourced(0.1, 'mg', 'H-HOUSE', 'H'),
  concentrationMgPerMl: sourced(0, 'mg/mL', 'H-HOUSE', 'H', 'It is read off the label, not worked out.'),
  volumeMl: sourced(0.01, 'mL', 'H-HOUSE', 'H'),
  rateMlPerHour: sourced(0.1, 'mL/h', 'H-HOUSE', 'H'),
};

/** How far a person's own dose may lie from their own volume times concentration, in percent of the dose. */
export const ownArithmeticPercent = sourced(5, '%', 'H-HOUSE', 'H');

export const checkedFields: readonly CheckedField[] = [
  'weightKg',
  'doseMg',
  'concentrationMgPerMl',
  'volumeMl',
  'rateMlPerHour',
  'lot',
];

export const fieldNames: Readonly<Record<CheckedField, string>> = {
  weightKg: 'weight',
  doseMg: 'dose',
  concentrationMgPerMl: 'concentration',
  volumeMl: 'volume',
  rateMlPerHour: 'pump rate',
  lot: 'lot',
};

export type CheckDifference = {
  readonly field: CheckedField;
  readonly first: string;
  readonly second: string;
};

export type SecondCheck = {
  readonly agreed: boolean | 'unknown';
  readonly differences: readonly CheckDifference[];
  readonly issues: readonly DetectedIssue[];
};

const rule = 'second-check';

export function secondCheck(question: {
  readonly first: DoseCheck | undefined;
  readonly second: DoseCheck | undefined;
  /** What this route has to compare; a lozenge has no pump rate. */
  readonly fields?: readonly CheckedField[] | undefined;
  readonly tolerance?: Readonly<Record<CheckedNumber, Sourced<number>>> | undefined;
}): SecondCheck {
  const { first, second, fields = checkedFields, tolerance = checkTolerance } = question;
  if (!first || !second || fields.length === 0) {
    const missing = [
      ...(first ? [] : ['first']),
      ...(second ? [] : ['second']),
      ...(fields.length > 0 ? [] : ['fields']),
    ];
    const issue = unknown('second-check-missing', 'The dose has not been worked out by two people.', missing);
    return { agreed: 'unknown', differences: [], issues: [issue] };
  }
  const people = peopleIssues(first, second);
  const compared = fields.map((field) => ({ field, ...compare({ field, first, second, tolerance }) }));
  const differences = compared.flatMap(({ difference }) => difference ?? []);
  const notRead = compared.flatMap(({ field, missingFrom }) => (missingFrom ? [{ field, missingFrom }] : []));
  const issues = [
    ...people,
    ...differences.map((difference) => differs({ difference, first, second, tolerance })),
    ...notRead.map(({ field, missingFrom }) => notReadable({ field, missingFrom, first, second, tolerance })),
    ...ownArithmetic('first', first),
    ...ownArithmetic('second', second),
  ];
  const isContradicted = issues.some((issue) => issue.action === 'exclude');
  const isOpen = issues.some((issue) => issue.action === 'unknown');
  return {
    agreed: isContradicted ? false : isOpen ? 'unknown' : true,
    differences,
    issues: byUrgency(issues),
  };
}

function peopleIssues(first: DoseCheck, second: DoseCheck): readonly DetectedIssue[] {
  const nameOf = (text: string | undefined) => text?.trim() || undefined;
  const missing = [
    ...(nameOf(first.by) ? [] : ['first.by']),
    ...(nameOf(second.by) ? [] : ['second.by']),
    ...(nameOf(first.signIn) ? [] : ['first.signIn']),
    ...(nameOf(second.signIn) ? [] : ['second.signIn']),
  ];
  if (missing.length > 0) {
    return [
      unknown('second-check-nameless', 'Who worked the dose out is not known for both checks.', missing),
    ];
  }
  if (nameOf(first.by) === nameOf(second.by)) {
    return [unknown('second-check-same-person', 'The same person worked the dose out twice.', ['second'])];
  }
  if (nameOf(first.signIn) === nameOf(second.signIn)) {
    return [
      unknown('second-check-same-sign-in', 'Both checks were written under one sign-in.', ['second.signIn']),
    ];
  }
  return [];
}

function compare(question: {
  readonly field: CheckedField;
  readonly first: DoseCheck;
  readonly second: DoseCheck;
  readonly tolerance: Readonly<Record<CheckedNumber, Sourced<number>>>;
}): {
  readonly difference?: CheckDifference | undefined;
  readonly missingFrom?: 'first' | 'second' | 'both' | undefined;
} {
  const { field, first, second, tolerance } = question;
  if (field === 'lot') {
    const one = lotsOf(first);
    const other = lotsOf(second);
    if (!one || !other) return { missingFrom: missingFrom(one, other) };
    return one === other ? {} : { difference: { field, first: one, second: other } };
  }
  const one = first[field];
  const other = second[field];
  if (!isPositive(one) || !isPositive(other)) {
    return {
      missingFrom: missingFrom(isPositive(one) || undefined, isPositive(other) || undefined),
    };
  }
  const isFar = isAbove({ value: Math.abs(one - other), limit: tolerance[field].value + 1e-9 });
  if (!isFar) return {};
  const { unit } = tolerance[field];
  return { difference: { field, first: `${one} ${unit}`, second: `${other} ${unit}` } };
}

function notReadable(question: {
  readonly field: CheckedField;
  readonly missingFrom: 'first' | 'second' | 'both';
  readonly first: DoseCheck;
  readonly second: DoseCheck;
  readonly tolerance: Readonly<Record<CheckedNumber, Sourced<number>>>;
}): DetectedIssue {
  const { field, missingFrom, first, second, tolerance } = question;
  const whose = missingFrom === 'both' ? 'both checks' : `the ${missingFrom} person’s check`;
  const unit = field === 'lot' ? undefined : tolerance[field].unit;
  const writtenIn = (check: DoseCheck) =>
    field === 'lot' ? check.lots?.join(', ') || undefined : check[field];
  return findingOf(rule, {
    code: `second-check-not-read-${field}`,
    title: `The ${fieldNames[field]} is missing or cannot be read in ${whose}.`,
    action: 'unknown',
    inputs: [
      ...inputsOf({ first: writtenIn(first) }, { unit, at: first.at }),
      ...inputsOf({ second: writtenIn(second) }, { unit, at: second.at }),
    ],
    missing: missingFrom === 'both' ? [`first.${field}`, `second.${field}`] : [`${missingFrom}.${field}`],
    roots: [houseRule],
  });
}

function missingFrom(one: unknown, other: unknown): 'first' | 'second' | 'both' {
  if (one === undefined && other === undefined) return 'both';
  return one === undefined ? 'first' : 'second';
}

/** Lots as they compare: without spaces at the ends, in one case, in order. Undefined when one of them is empty. */
function lotsOf(check: DoseCheck): string | undefined {
  const lots = check.lots?.map((lot) => lot.trim().toUpperCase());
  if (!lots || lots.length === 0 || lots.includes('')) return undefined;
  return lots.toSorted().join(', ');
}

function differs(question: {
  readonly difference: CheckDifference;
  readonly first: DoseCheck;
  readonly second: DoseCheck;
  readonly tolerance: Readonly<Record<CheckedNumber, Sourced<number>>>;
}): DetectedIssue {
  const { difference, first, second, tolerance } = question;
  const { field } = difference;
  return findingOf(rule, {
    code: `second-check-differs-${field}`,
    title: `The two checks differ in the ${fieldNames[field]}: ${difference.first} and ${difference.second}.`,
    action: 'exclude',
    inputs: [
      ...inputsOf({ first: difference.first }, { at: first.at }),
      ...inputsOf({ second: difference.second }, { at: second.at }),
    ],
    roots: [field === 'lot' ? houseRule : tolerance[field]],
  });
}

/** Two people may copy the same slip: each one's dose is held against their own volume and concentration too. */
function ownArithmetic(who: 'first' | 'second', check: DoseCheck): readonly DetectedIssue[] {
  const { doseMg, volumeMl, concentrationMgPerMl } = check;
  if (!isPositive(doseMg) || !isPositive(volumeMl) || !isPositive(concentrationMgPerMl)) return [];
  const drawnMg = volumeMl * concentrationMgPerMl;
  const differencePercent = (Math.abs(drawnMg - doseMg) / doseMg) * 100;
  if (!isAbove({ value: differencePercent, limit: ownArithmeticPercent.value })) return [];
  return [
    findingOf(rule, {
      code: 'second-check-own-arithmetic',
      title: `The ${who} person’s volume and concentration do not give their own dose.`,
      action: 'exclude',
      inputs: [
        ...inputsOf({ check: who }),
        ...inputsOf({ doseMg }, { unit: 'mg', at: check.at }),
        ...inputsOf({ volumeMl }, { unit: 'mL', at: check.at }),
        ...inputsOf({ concentrationMgPerMl }, { unit: 'mg/mL', at: check.at }),
      ],
      roots: [ownArithmeticPercent],
    }),
  ];
}

function unknown(code: string, title: string, missing: readonly string[]): DetectedIssue {
  return findingOf(rule, { code, title, action: 'unknown', missing, roots: [houseRule] });
}
