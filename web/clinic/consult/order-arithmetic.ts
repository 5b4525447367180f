// The order's arithmetic, shown as it is done: the clinical dosing function decides, this writes it out and rounds it as
// an order is written. No limit lives here.
import { type DoseFinding, weightDose } from '#clinical/dosing/weight-dose.ts';
import type { Edition } from '#clinical/protocol/edition.ts';

export type OrderTyped = {
  readonly mgPerKg: number | undefined;
  readonly weightKg: number | undefined;
  readonly minutes: number | undefined;
};

export type OrderWorked = {
  readonly finding: DoseFinding;
  /** In tenths of a milligram, as it is written on the order. */
  readonly doseMg: number | undefined;
  /** '0.5 mg/kg × 72 kg = 36 mg' */
  readonly shown: string | undefined;
};

export function workOut(typed: OrderTyped, edition: Edition): OrderWorked {
  const finding = weightDose({ ...typed, concentrationMgPerMl: undefined, edition });
  if (finding.dose === undefined || typed.weightKg === undefined)
    return { finding, doseMg: undefined, shown: undefined };
  const exact = finding.dose.doseMg;
  const doseMg = Math.round(exact * 10) / 10;
  const plain = (value: number): string => String(Math.round(value * 10_000) / 10_000);
  const product = `${plain(finding.dose.mgPerKg)} mg/kg × ${plain(typed.weightKg)} kg = ${plain(exact)} mg`;
  return {
    finding,
    doseMg,
    shown: Math.abs(doseMg - exact) < 1e-9 ? product : `${product}, written as ${doseMg} mg`,
  };
}
