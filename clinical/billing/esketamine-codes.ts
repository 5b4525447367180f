// Which code an esketamine session is billed by, which depends on who pays, how much was given and on which day.

import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { isLocalDate, type LocalDate } from '#clinical/instant.ts';
import { asOf, datedFinding, given } from '#clinical/law/rules-as-of.ts';
import { sourced } from '#clinical/sourced.ts';
import { codeOnDay } from './procedure-codes.ts';

const rule = 'esketamine-billing-code';

export const medicareLowerUpToMg = sourced(
  56,
  'mg',
  'W-BILL',
  'V',
  asOf('G2082 up to this, G2083 above it.'),
);
export const milligramCodeFrom = sourced(
  '2026-01-01' as string,
  'date',
  'W-BILL',
  'V2',
  asOf('J0013 from this day of service, S0013 before it.'),
);

export type EsketamineCode = { readonly code: string; readonly units: number };

/**
 * The code and its units for milligrams given on a day of service. Medicare pays a visit, others by the milligram.
 * Undefined when something is not known, and for a Medicare plan run by an insurer, because those differ. Source W-BILL.
 */
export function esketamineCode(question: {
  readonly mg: number | undefined;
  /** 'medicare', or another payer by any name. */
  readonly payer: string | undefined;
  readonly date: LocalDate | undefined;
}): EsketamineCode | undefined {
  const { mg, date } = question;
  const payer = payerKind(question.payer);
  if (!isDose(mg) || date === undefined || !isLocalDate(date)) return undefined;
  switch (payer) {
    case undefined:
    case 'plans-differ':
      return undefined;
    case 'medicare':
      return { code: mg <= medicareLowerUpToMg.value ? 'G2082' : 'G2083', units: 1 };
    case 'by-milligram':
      // A part of a milligram is no unit.
      if (!Number.isInteger(mg)) return undefined;
      return { code: date < milligramCodeFrom.value ? 'S0013' : 'J0013', units: mg };
  }
}

export function esketamineCodeIssues(question: {
  readonly mg: number | undefined;
  readonly payer: string | undefined;
  readonly date: LocalDate | undefined;
  /** What stands on the claim. */
  readonly billed: EsketamineCode | undefined;
}): readonly DetectedIssue[] {
  const { mg, payer, date, billed } = question;
  const right = esketamineCode({ mg, payer, date });
  const inputs = [
    ...given('mg', mg, 'mg'),
    ...given('payer', payer),
    ...given('date', date),
    ...given('billedCode', billed?.code),
    ...given('billedUnits', billed?.units),
  ];
  const basis = [medicareLowerUpToMg, milligramCodeFrom];
  const found = (
    code: string,
    title: string,
    action: DetectedIssue['action'],
    missing: readonly string[] = [],
  ) => datedFinding({ rule, code, title, action, inputs, missing, basis });
  if (!right) {
    const kind = payerKind(payer);
    return [
      found(
        kind === 'plans-differ' ? 'payer-plans-differ' : 'esketamine-code-not-known',
        kind === 'plans-differ'
          ? 'Medicare plans run by insurers differ in the code they want.'
          : 'It is not known which code this session is billed by.',
        'unknown',
        [
          ...(isDose(mg) && (kind === 'medicare' || Number.isInteger(mg)) ? [] : ['mg']),
          ...(kind === undefined || kind === 'plans-differ' ? ['payer'] : []),
          ...(date !== undefined && isLocalDate(date) ? [] : ['date']),
        ],
      ),
    ];
  }
  if (!billed) {
    return [found('nothing-billed', 'No code stands on the claim.', 'unknown', ['billed'])];
  }
  const said = billed.code.trim().toUpperCase();
  if (said === right.code && billed.units === right.units) return [];
  if (said === right.code) {
    return [
      found('units-differ', `The claim says ${billed.units} units, and ${right.units} were given.`, 'review'),
    ];
  }
  const isRetired = codeOnDay({ code: said, date }) === 'retired';
  return [
    found(
      isRetired ? 'esketamine-code-retired' : 'esketamine-code-differs',
      isRetired
        ? `Code ${said} was retired before this day; ${right.code} took its place.`
        : `This session is billed by ${right.code}, and the claim says ${said}.`,
      isRetired ? 'exclude' : 'review',
    ),
  ];
}

function isDose(mg: number | undefined): mg is number {
  return typeof mg === 'number' && Number.isFinite(mg) && mg > 0;
}

function payerKind(payer: string | undefined): 'medicare' | 'plans-differ' | 'by-milligram' | undefined {
  const said = payer
    ?.trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  if (!said || said === 'unknown' || said === 'not-sure') return undefined;
  if (['medicare', 'medicare-part-b', 'original-medicare', 'traditional-medicare'].includes(said)) {
    return 'medicare';
  }
  return said.includes('medicare') ? 'plans-differ' : 'by-milligram';
}
