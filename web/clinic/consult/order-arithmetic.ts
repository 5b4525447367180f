// The order's arithmetic, shown as it is done: the clinical dosing functions decide, this writes it out and rounds it as
// an order is written. No limit lives here.
import type { Series } from '#api/consult.ts';
import type { DetectedIssue } from '#clinical/detected-issue.ts';
import { enteredWeight } from '#clinical/dosing/entered-weight.ts';
import { devicesOf } from '#clinical/dosing/esketamine-dose.ts';
import { type WeightDose, weightDose } from '#clinical/dosing/weight-dose.ts';
import type { Edition } from '#clinical/protocol/edition.ts';
import { type MassUnit, rounded } from '#clinical/quantity.ts';

export type OrderTyped = {
  readonly mgPerKg: number | undefined;
  readonly weight: number | undefined;
  /** Undefined: nobody said which; it is never supplied. */
  readonly unit: MassUnit | undefined;
  readonly minutes: number | undefined;
};

export type OrderWorked = {
  readonly dose: WeightDose | undefined;
  /** What is doubtful about the weight first, then about the dose. */
  readonly issues: readonly DetectedIssue[];
  /** To the hundredth, as it is written on the order. */
  readonly weightKg: number | undefined;
  /** In tenths of a milligram, as it is written on the order. */
  readonly doseMg: number | undefined;
  /** '0.5 mg/kg × 72 kg = 36 mg' */
  readonly shown: string | undefined;
};

export function workOut(
  typed: OrderTyped,
  edition: Edition,
  lastKnown?: { readonly weightKg: number; readonly at: number },
): OrderWorked {
  const { mgPerKg, weight, unit, minutes } = typed;
  const reading = enteredWeight({
    entered: weight === undefined ? undefined : { value: weight, unit },
    lastKnown,
    edition,
  });
  const weightKg = reading.weightKg === undefined ? undefined : rounded(reading.weightKg, 2);
  const { dose, issues } = weightDose({
    mgPerKg,
    weightKg,
    minutes,
    concentrationMgPerMl: undefined,
    edition,
  });
  // The same doubt about a weight is said once, by the rule that read it with its unit.
  const aboutDose = issues.filter(
    ({ code, missing }) =>
      !code.startsWith('weight-') && !(weightKg === undefined && missing.includes('weightKg')),
  );
  const found = { dose, issues: [...reading.issues, ...aboutDose], weightKg };
  if (dose === undefined || weightKg === undefined) return { ...found, doseMg: undefined, shown: undefined };
  const exact = dose.doseMg;
  const doseMg = rounded(exact, 1);
  const plain = (value: number): string => String(Math.round(value * 10_000) / 10_000);
  const weighed =
    unit === 'lb' && weight !== undefined ? `${plain(weight)} lb = ${plain(weightKg)} kg. ` : '';
  const product = `${weighed}${plain(dose.mgPerKg)} mg/kg × ${plain(weightKg)} kg = ${plain(exact)} mg`;
  return {
    ...found,
    doseMg,
    shown: Math.abs(doseMg - exact) < 1e-9 ? product : `${product}, written as ${doseMg} mg`,
  };
}

type Order = NonNullable<Series['order']>;

/** The weight the last order was made for, to hold the next against; the spray has none. */
export function weightBefore(
  order: Order | undefined,
): { readonly weightKg: number; readonly at: number } | undefined {
  return order?.weightKg === undefined ? undefined : { weightKg: order.weightKg, at: order.signedAt };
}

/** 'Esketamine 56 mg, 2 devices' */
export function orderInWords(order: Pick<Order, 'drug' | 'doseMg' | 'parts' | 'infusionMinutes'>): string {
  const { drug, doseMg, parts, infusionMinutes } = order;
  const name = drug === 'esketamine' ? 'Esketamine' : 'Ketamine';
  const devices = drug === 'esketamine' ? devicesOf(doseMg)?.devices : undefined;
  const plain = (value: number): string => String(Math.round(value * 100) / 100);
  if (parts !== undefined) {
    const times = parts.atMost === 1 ? 'once' : `at most ${parts.atMost} times`;
    return `${name} ${plain(parts.firstMg)} mg, then ${plain(parts.nextMg)} mg more ${times}. In all at most ${plain(doseMg)} mg`;
  }
  const over = infusionMinutes === undefined ? '' : ` over ${plain(infusionMinutes)} min`;
  return `${name} ${plain(doseMg)} mg${over}${devices === undefined ? '' : `, ${devicesInWords(devices)}`}`;
}

export function devicesInWords(devices: number): string {
  return devices === 1 ? '1 device' : `${devices} devices`;
}
